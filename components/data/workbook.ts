import { PassThrough, Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { InternalSheet } from '@/domain/internal-sheet';
import { safeCell } from '@/domain/members/spreadsheet';

type Row = readonly (string | number)[];
/** A table whose rows come as they are read. */
export type FlowingSheet = Omit<InternalSheet, 'rows'> & { rows: AsyncIterable<readonly Row[]> };

/** Excel's number of A4. */
const A4 = 9;
const inches = (mm: number) => mm / 25.4;
const MARGINS = {
  left: inches(15),
  right: inches(15),
  top: inches(15),
  bottom: inches(15),
  header: inches(8),
  footer: inches(8),
};
const LINE = { style: 'thin' } as const;
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const FONT = 'Times New Roman';
const words = (size: number, bold = false): Partial<ExcelJS.Style> => ({ font: { name: FONT, size, bold } });
const boxed = (size: number, horizontal: 'left' | 'center', bold = false): Partial<ExcelJS.Style> => ({
  ...words(size, bold),
  border: BORDER,
  alignment: { wrapText: true, vertical: bold ? 'middle' : 'top', horizontal },
});
/** One object for all cells of a kind: the writer knows it again and does not describe it a second time. */
const stylesOf = (size: number, numFmt: string) => ({
  name: words(14, true),
  words: words(12),
  title: { ...boxed(size, 'center', true), numFmt },
  text: boxed(size, 'left'),
  number: { ...boxed(size, 'center'), numFmt },
});
/** A row's look: numbers stand in the middle of their cells. */
type Kind = 'name' | 'words' | 'title' | 'text';

/** Columns in digits, as wide together as can be read on landscape A4, and the size of their letters: what is wider than a date gives way first. */
function fitted(widths: readonly number[]): { widths: readonly number[]; size: number } {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  if (whole <= READABLE) return { widths, size: 12 };
  const kept = widths.map((width) => Math.min(width, DATE));
  const least = kept.reduce((sum, width) => sum + width, 0);
  const share = Math.max(0, READABLE - least) / (whole - least);
  return { widths: widths.map((width, at) => (kept[at] ?? 0) + (width - (kept[at] ?? 0)) * share), size: 10 };
}
const READABLE = 190;
const DATE = 10.5;

/** Lets a sheet print as a paper: landscape A4, as wide as the page, its head on each page, pages numbered. heads: the rows of the head. */
export const printedSheet = (heads: string): Partial<ExcelJS.AddWorksheetOptions> => ({
  pageSetup: {
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: heads,
    margins: MARGINS,
  },
  headerFooter: { oddFooter: '&C&P/&N' },
});

/** Adds rows to a sheet, each as high as its words need in these columns: not every program measures that when it opens a file. numbers: Excel's format. */
export function rowsOf(sheet: ExcelJS.Worksheet, given: readonly number[], numbers = 'General') {
  const { widths, size } = fitted(given);
  sheet.columns = widths.map((width) => ({ width }));
  const styles = stylesOf(size, numbers);
  return (cells: Row, kind: Kind = 'text'): ExcelJS.Row => {
    const row = sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell)));
    const wraps = kind === 'title' || kind === 'text';
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.style = styles[kind === 'text' && typeof cell.value === 'number' ? 'number' : kind];
    });
    row.height = wraps
      ? (size + 4) * Math.max(...cells.map((cell, at) => linesOf(cell, (widths[at] ?? 0) * (LETTERS / size))))
      : 18;
    return row;
  };
}

/** Letters of size 1 that go into the width of a digit, in running words. */
const LETTERS = 13;

/** Lines a text takes in a column so many letters wide, a little more rather than less. */
const linesOf = (cell: string | number, width: number): number =>
  typeof cell === 'number'
    ? 1
    : cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / Math.max(1, width))), 0);

/** One or more small tables as an XLSX download; every text is a text. fileName without its ending. */
export const workbookAnswer = (sheets: readonly InternalSheet[], fileName: string): Response =>
  answerOf(
    sheets.map((sheet) => ({ ...sheet, rows: [sheet.rows] })),
    fileName,
  );

/** A long list as an XLSX download: rows are written as they come and never held together in memory. */
export const flowingAnswer = (sheet: FlowingSheet, fileName: string): Response => answerOf([sheet], fileName);

type Sheet = Omit<InternalSheet, 'rows'> & { rows: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]> };

function answerOf(sheets: readonly Sheet[], fileName: string): Response {
  const out = new PassThrough();
  writeAll(out, sheets).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return new Response(Readable.toWeb(out) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${fileName}.xlsx"`,
      'cache-control': 'no-store',
    },
  });
}

async function writeAll(out: PassThrough, sheets: readonly Sheet[]): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false, useStyles: true });
  for (const { name, head, columns, rows } of sheets) {
    const heads = head.length + 1;
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: heads }], ...printedSheet(`${heads}:${heads}`) });
    const titles = columns.map(([title]) => title);
    const add = rowsOf(
      sheet,
      columns.map(([, width]) => width),
    );
    head.forEach((line, at) => {
      add([line], at ? 'words' : 'name').commit();
    });
    add(titles, 'title').commit();
    for await (const batch of rows) {
      // A row without a number is the sum of the others.
      for (const row of batch) add(row, row[0] === '' ? 'title' : 'text').commit();
      // A slow reader is waited for, so that the file does not pile up in memory.
      if (out.writableNeedDrain) await new Promise((resume) => out.once('drain', resume).once('close', resume));
      if (out.destroyed) return;
    }
    sheet.commit();
  }
  await book.commit();
}
