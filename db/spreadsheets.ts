import { Readable, Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { type Entry, fromBufferPromise } from 'yauzl';
import { findList, type Table, tableOf } from '@/domain/members/import/find-table';
import { type CellValue, type Sheet, toCellValue } from '@/domain/members/import/sheet';
import { safeCell } from '@/domain/members/spreadsheet';
import { takingTurns } from './turns';

/** Bytes, rows and columns a list may have; more is not a list of members but a fault or an attack. */
export const LIMITS = {
  file: 10 * 1024 * 1024,
  unpacked: 200 * 1024 * 1024,
  rows: 120_000,
  columns: 200,
  /** The last row that Excel has. */
  lastRow: 1_048_576,
  cells: 3_000_000,
  entries: 500,
};

/** What a person can mend about their file; the message is for them. */
export class SpreadsheetFault extends Error {}

const NOT_A_WORKBOOK =
  'Tệp không phải là bảng tính Excel (.xlsx). Hãy mở tệp trong Excel, chọn “Lưu thành” với kiểu .xlsx rồi chọn lại.';
const TOO_LARGE = 'Bảng tính quá lớn. Hãy xóa các trang và các cột không dùng, hoặc chia thành nhiều tệp, rồi chọn lại.';
const BROKEN =
  'Bảng tính bị hỏng: thứ tự dòng trong tệp không đúng. Hãy mở tệp trong Excel, lưu lại thành kiểu .xlsx rồi chọn lại.';
const HAS_MACROS = 'Tệp có chứa macro nên không được nhận. Hãy lưu lại thành kiểu .xlsx rồi chọn lại.';

/**
 * Every sheet of an .xlsx with its rows as data, read by stream; formulas give their kept result, dates are days.
 * Throws SpreadsheetFault for what is no workbook, holds macros, or unpacks to more than LIMITS.
 */
export async function readSheets(file: Buffer): Promise<Sheet[]> {
  if (file.length > LIMITS.file)
    throw new SpreadsheetFault(
      'Tệp lớn hơn 10 MB. Hãy bỏ hình ảnh và các trang không dùng, hoặc chia thành nhiều tệp, rồi chọn lại.',
    );
  if (file.length < 4 || file.readUInt32BE(0) !== 0x504b0304) throw new SpreadsheetFault(NOT_A_WORKBOOK);
  try {
    return await sheetsOf(await safeParts(file));
  } catch (error) {
    if (error instanceof SpreadsheetFault) throw error;
    throw new SpreadsheetFault(NOT_A_WORKBOOK);
  }
}

/** The list of members in an .xlsx, as findTable has it; null where there is none. Throws SpreadsheetFault. */
export async function readList(file: Buffer): Promise<Table | null> {
  const list = findList(await readSheets(file));
  if (!list) return null;
  const turn = takingTurns();
  const rows: Table['rows'] = [];
  for (const row of list.rows) {
    rows.push(row);
    await turn();
  }
  return tableOf(list, rows);
}

type Parts = { names: string[]; open(name: string): Promise<Readable> };

/** The archive's parts once their number and declared sizes are known to be bearable; reading fails where a part is larger than it declares. */
async function safeParts(file: Buffer): Promise<Parts> {
  const zip = await fromBufferPromise(file, { lazyEntries: true, autoClose: false });
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, entry);
    if (/vbaProject\.bin$|\/macrosheets\//i.test(entry.fileName)) throw new SpreadsheetFault(HAS_MACROS);
    unpacked += entry.uncompressedSize;
    if (unpacked > LIMITS.unpacked || entries.size > LIMITS.entries) throw new SpreadsheetFault(TOO_LARGE);
  }
  return {
    names: [...entries.keys()],
    async open(name) {
      const entry = entries.get(name);
      if (!entry) return Readable.from([]);
      return (await zip.openReadStreamPromise(entry)).setEncoding('utf8');
    },
  };
}

type OpenSheet = ExcelJS.stream.xlsx.WorksheetReader & { name: string; state?: string };
/** The steps of exceljs' reader that its own loop goes through. */
type Steps = {
  workbookRels: { Target: string }[];
  _parseRels(part: Readable): Promise<void>;
  _parseWorkbook(part: Readable): Promise<void>;
  _parseStyles(part: Readable): Promise<void>;
  _parseSharedStrings(part: Readable): AsyncIterable<unknown>;
  _parseWorksheet(part: Readable, sheetNumber: string): Iterable<{ value: OpenSheet }>;
};

/**
 * Goes through the parts in the one order in which names, texts and date formats are known before the rows. exceljs' own loop takes them as
 * they lie in the archive, through temporary files, and breaks letters of several bytes at the edges of its chunks (seen with 4.4.0:
 * 'Ngu\uFFFD\uFFFDn'); here every part comes as decoded text.
 */
async function sheetsOf(parts: Parts): Promise<Sheet[]> {
  if (!parts.names.includes('xl/workbook.xml')) throw new SpreadsheetFault(NOT_A_WORKBOOK);
  const options = {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  } as const;
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([]), options) as unknown as Steps;
  await reader._parseRels(await parts.open('xl/_rels/workbook.xml.rels'));
  // Some writers address the sheets from the root; the reader then knows neither their names nor that they are hidden.
  for (const relation of reader.workbookRels) relation.Target = relation.Target.replace(/^\/xl\//, '');
  await reader._parseWorkbook(await parts.open('xl/workbook.xml'));
  if (parts.names.includes('xl/styles.xml')) await reader._parseStyles(await parts.open('xl/styles.xml'));
  if (parts.names.includes('xl/sharedStrings.xml'))
    for await (const _ of reader._parseSharedStrings(await parts.open('xl/sharedStrings.xml')));
  const sheets: Sheet[] = [];
  const count = { rows: 0, cells: 0 };
  for (const name of parts.names) {
    const sheetNumber = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
    if (!sheetNumber) continue;
    for (const { value: sheet } of reader._parseWorksheet(await parts.open(name), sheetNumber)) {
      const hidden = sheet.state === 'hidden' || sheet.state === 'veryHidden';
      sheets.push({ name: sheet.name, hidden, rows: await rowsOf(sheet, count) });
    }
  }
  return sheets;
}

async function rowsOf(
  sheet: ExcelJS.stream.xlsx.WorksheetReader,
  count: { rows: number; cells: number },
): Promise<Sheet['rows']> {
  const rows: Sheet['rows'] = [];
  const turn = takingTurns();
  let last = 0;
  for await (const row of sheet) {
    await turn();
    if (!(row.number > last && row.number <= LIMITS.lastRow)) throw new SpreadsheetFault(BROKEN);
    last = row.number;
    const cells = cellsOf(row);
    if (!cells.length) continue;
    rows.push({ number: row.number, cells });
    count.rows += 1;
    count.cells += cells.length;
    if (count.rows > LIMITS.rows || cells.length > LIMITS.columns || count.cells > LIMITS.cells)
      throw new SpreadsheetFault(TOO_LARGE);
  }
  return rows;
}

/** Up to the last cell that holds anything: formatted blanks reach column XFD in many lists. */
function cellsOf(row: ExcelJS.Row): CellValue[] {
  const cells: CellValue[] = [];
  // By the places that are taken: exceljs' own loop asks all 16,384 for a row with one blank in the last column.
  const kept = (row as unknown as { _cells: ExcelJS.Cell[] })._cells;
  for (const place of Object.keys(kept).map(Number)) {
    const value = toCellValue(kept[place]?.value);
    if (value === null || value === '') continue;
    if (place >= LIMITS.columns) throw new SpreadsheetFault(TOO_LARGE);
    while (cells.length < place) cells.push(null);
    cells[place] = value;
  }
  return cells;
}

/** One sheet with a bold first row, written by stream; every cell is text, none a formula. */
export async function writeSheet(name: string, headers: readonly string[], rows: Iterable<readonly string[]>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = headers.map((header) => ({ header: safeCell(header), width: Math.min(60, Math.max(12, header.length + 2)) }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).commit();
  for (const row of rows) sheet.addRow(row.map(safeCell)).commit();
  sheet.commit();
  await book.commit();
  return Buffer.concat(chunks);
}
