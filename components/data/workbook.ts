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
const FONT = { name: 'Times New Roman', size: 12 };
const LINE = { style: 'thin' } as const;
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE };
// One object for all cells of a kind: the writer knows it again and does not describe it a second time.
const NAME: Partial<ExcelJS.Style> = { font: { ...FONT, size: 14, bold: true } };
const WORDS: Partial<ExcelJS.Style> = { font: FONT };
const TITLE: Partial<ExcelJS.Style> = {
  font: { ...FONT, bold: true },
  border: BORDER,
  alignment: { wrapText: true, vertical: 'middle', horizontal: 'center' },
};
const CELL: Partial<ExcelJS.Style> = { font: FONT, border: BORDER, alignment: { wrapText: true, vertical: 'top' } };

/** What every sheet of ours prints as: landscape A4, as wide as the paper, its head on each page, pages numbered. heads: the rows of the head. */
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
    sheet.columns = columns.map(([, width]) => ({ width }));
    const widths = columns.map(([, width]) => width);
    head.forEach((line, at) => {
      add(sheet, [line], at ? WORDS : NAME);
    });
    add(
      sheet,
      columns.map(([title]) => title),
      TITLE,
      widths,
    );
    for await (const batch of rows) {
      for (const row of batch) add(sheet, row, CELL, widths);
      // A slow reader is waited for, so that the file does not pile up in memory.
      if (out.writableNeedDrain) await new Promise((resume) => out.once('drain', resume).once('close', resume));
      if (out.destroyed) return;
    }
    sheet.commit();
  }
  await book.commit();
}

/** widths: those of the columns, where texts wrap. */
function add(sheet: ExcelJS.Worksheet, cells: Row, style: Partial<ExcelJS.Style>, widths: readonly number[] = []): void {
  const row = sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell)));
  row.eachCell({ includeEmpty: true }, (cell) => {
    cell.style = style;
  });
  row.height = LINE_HEIGHT * Math.max(...cells.map((cell, at) => linesOf(cell, widths[at])));
  row.commit();
}

/** Points. */
const LINE_HEIGHT = 16;
/** Lines a text takes in a column so many digits wide, a little more rather than less: not every program measures them when it opens the file. */
const linesOf = (cell: string | number, width = Number.POSITIVE_INFINITY): number =>
  typeof cell === 'number'
    ? 1
    : cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width - 1.5))), 0);
