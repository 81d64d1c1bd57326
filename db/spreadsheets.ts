import { Readable, Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { fromBufferPromise } from 'yauzl';
import { type CellValue, type Sheet, toCellValue } from '@/domain/members/import/sheet';
import { safeCell } from '@/domain/members/spreadsheet';

/** Bytes, rows and columns a list may have; more is not a list of members but a fault or an attack. */
export const LIMITS = {
  file: 10 * 1024 * 1024,
  unpacked: 200 * 1024 * 1024,
  rows: 120_000,
  columns: 200,
  cells: 3_000_000,
  entries: 500,
};

/** What a person can mend about their file; the message is for them. */
export class SpreadsheetFault extends Error {}

const NOT_A_WORKBOOK =
  'Tệp không phải là bảng tính Excel (.xlsx). Hãy mở tệp trong Excel, chọn “Lưu thành” với kiểu .xlsx rồi chọn lại.';
const TOO_LARGE = 'Bảng tính quá lớn. Hãy xóa các trang và các cột không dùng, hoặc chia thành nhiều tệp, rồi chọn lại.';
const HAS_MACROS = 'Tệp có chứa macro nên không được nhận. Hãy lưu lại thành kiểu .xlsx rồi chọn lại.';

type Part = { name: string; start: number };

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
    return await sheetsOf(await inReadingOrder(file));
  } catch (error) {
    if (error instanceof SpreadsheetFault) throw error;
    throw new SpreadsheetFault(NOT_A_WORKBOOK);
  }
}

/** The same archive with the workbook's parts before its sheets: a reader by stream must know names, texts and date formats first. */
async function inReadingOrder(file: Buffer): Promise<Buffer> {
  const { parts, end } = await safeParts(file);
  const starts = [...parts.map((part) => part.start), end].sort((a, b) => a - b);
  const slice = ({ start }: Part) => file.subarray(start, starts[starts.indexOf(start) + 1]);
  const ordered = parts.map((part) => ({ part, at: readingOrder(part.name) })).sort((a, b) => a.at - b.at);
  return Buffer.concat([...ordered.map(({ part }) => slice(part)), file.subarray(end)]);
}

const FIRST = ['xl/_rels/workbook.xml.rels', 'xl/workbook.xml', 'xl/styles.xml', 'xl/sharedStrings.xml'];
const readingOrder = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);

async function safeParts(file: Buffer): Promise<{ parts: Part[]; end: number }> {
  const zip = await fromBufferPromise(file, { lazyEntries: true });
  const parts: Part[] = [];
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    parts.push({ name: entry.fileName, start: entry.relativeOffsetOfLocalHeader });
    if (/vbaProject\.bin$|\/macrosheets\//i.test(entry.fileName)) throw new SpreadsheetFault(HAS_MACROS);
    unpacked += entry.uncompressedSize;
    if (unpacked > LIMITS.unpacked || parts.length > LIMITS.entries) throw new SpreadsheetFault(TOO_LARGE);
    if (!entry.fileName.endsWith('/')) await drain(await zip.openReadStreamPromise(entry));
  }
  if (!parts.some((part) => part.name === 'xl/workbook.xml')) throw new SpreadsheetFault(NOT_A_WORKBOOK);
  return { parts, end: centralDirectory(file) };
}

/** Unpacks without keeping: fails as soon as an entry turns out larger than it declares. */
async function drain(stream: Readable): Promise<void> {
  for await (const _ of stream);
}

/** Where the list of entries begins, by the end record (its comment is at most 65,535 bytes). */
function centralDirectory(file: Buffer): number {
  const at = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  return file.readUInt32LE(at + 16);
}

type OpenReader = ExcelJS.stream.xlsx.WorkbookReader & {
  workbookRels?: { Target: string }[];
  on(event: 'entry', heard: () => void): void;
};
type OpenSheet = ExcelJS.stream.xlsx.WorksheetReader & { name: string; state?: string };

async function sheetsOf(file: Buffer): Promise<Sheet[]> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([file]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'emit',
  }) as OpenReader;
  // Some writers name the sheets from the root; the reader then knows neither their names nor that they are hidden.
  reader.on('entry', () => {
    for (const relation of reader.workbookRels ?? []) relation.Target = relation.Target.replace(/^\/xl\//, '');
  });
  const sheets: Sheet[] = [];
  const count = { rows: 0, cells: 0 };
  for await (const sheet of reader) {
    const { name, state } = sheet as OpenSheet;
    sheets.push({ name, hidden: state === 'hidden' || state === 'veryHidden', rows: await rowsOf(sheet, count) });
  }
  return sheets;
}

async function rowsOf(
  sheet: ExcelJS.stream.xlsx.WorksheetReader,
  count: { rows: number; cells: number },
): Promise<Sheet['rows']> {
  const rows: Sheet['rows'] = [];
  for await (const row of sheet) {
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
  const values = Array.from((row.values as unknown[]).slice(1), toCellValue);
  return values.slice(0, values.findLastIndex((value) => value !== null && value !== '') + 1);
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
