import { Readable, Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { type Entry, fromBufferPromise } from 'yauzl';
import { type CellValue, type Sheet, type SheetRow, toCellValue } from '@/domain/members/import/sheet';
import { safeCell } from '@/domain/members/spreadsheet';

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
 * Every sheet of an .xlsx, its rows read by stream as data when they are asked for; formulas give their kept result, dates are days.
 * Throws SpreadsheetFault, also while rows are read, for what is no workbook, holds macros, or unpacks to more than LIMITS.
 */
export async function openSheets(file: Buffer): Promise<Sheet[]> {
  if (file.length > LIMITS.file)
    throw new SpreadsheetFault(
      'Tệp lớn hơn 10 MB. Hãy bỏ hình ảnh và các trang không dùng, hoặc chia thành nhiều tệp, rồi chọn lại.',
    );
  if (file.length < 4 || file.readUInt32BE(0) !== 0x504b0304) throw new SpreadsheetFault(NOT_A_WORKBOOK);
  try {
    return await sheetsOf(await safeParts(file));
  } catch (error) {
    throw faultFor(error);
  }
}

const faultFor = (error: unknown) => (error instanceof SpreadsheetFault ? error : new SpreadsheetFault(NOT_A_WORKBOOK));

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
  _parseWorksheet(part: Readable, sheetNumber: string): Generator<{ value: OpenSheet }, never>;
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
  return parts.names.flatMap((name) => {
    const sheetNumber = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
    if (!sheetNumber) return [];
    const reading = (part: Readable) => reader._parseWorksheet(part, sheetNumber).next().value.value;
    const { name: title, state } = reading(Readable.from([]));
    return { name: title, hidden: state === 'hidden' || state === 'veryHidden', rows: () => rowsOf(parts.open(name), reading) };
  });
}

async function* rowsOf(opened: Promise<Readable>, reading: (part: Readable) => OpenSheet): AsyncGenerator<SheetRow> {
  const count = { rows: 0, cells: 0 };
  let last = 0;
  const part = await opened;
  try {
    for await (const row of reading(part)) {
      if (!(row.number > last && row.number <= LIMITS.lastRow)) throw new SpreadsheetFault(BROKEN);
      last = row.number;
      const cells = cellsOf(row);
      if (!cells.length) continue;
      count.rows += 1;
      count.cells += cells.length;
      if (count.rows > LIMITS.rows || cells.length > LIMITS.columns || count.cells > LIMITS.cells)
        throw new SpreadsheetFault(TOO_LARGE);
      yield { number: row.number, cells };
    }
  } catch (error) {
    throw faultFor(error);
  } finally {
    part.destroy(); // whoever has seen enough leaves the rest unread
  }
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
