import { PassThrough, Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { InternalSheet } from '@/domain/internal-sheet';
import { safeCell } from '@/domain/members/spreadsheet';

/** One or more small tables as an XLSX download; every text is a text. fileName without its ending. */
export function workbookAnswer(sheets: readonly InternalSheet[], fileName: string): Response {
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

async function writeAll(out: PassThrough, sheets: readonly InternalSheet[]): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false, useStyles: true });
  for (const { name, head, columns, rows } of sheets) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: head.length + 1 }] });
    sheet.columns = columns.map(([, width]) => ({ width }));
    for (const line of head) sheet.addRow([safeCell(line)]).commit();
    const titles = sheet.addRow(columns.map(([title]) => title));
    titles.font = { bold: true };
    titles.commit();
    for (const row of rows) sheet.addRow(row.map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell))).commit();
    sheet.commit();
  }
  await book.commit();
}
