import { PassThrough, Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { columnCells, columnHeads, type ListColumn, type ListedCadre } from '@/domain/cadres/columns';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { safeCell } from '@/domain/members/spreadsheet';

export type WorkbookHead = { unitName: string; words: string[]; today: IsoDate; takenBy: string };

/** The list as a stream of an XLSX file: rows are written as they come and never held together in memory. Every text is a text. */
export function cadreWorkbook(
  batches: AsyncIterable<ListedCadre[]>,
  head: WorkbookHead,
  columns: readonly ListColumn[],
): ReadableStream<Uint8Array> {
  const out = new PassThrough();
  writeAll(out, batches, head, columns).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return Readable.toWeb(out) as ReadableStream<Uint8Array>;
}

async function writeAll(
  out: PassThrough,
  batches: AsyncIterable<ListedCadre[]>,
  { unitName, words, today, takenBy }: WorkbookHead,
  columns: readonly ListColumn[],
): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: false, useStyles: true });
  const sheet = book.addWorksheet('Trích ngang', { views: [{ state: 'frozen', ySplit: 4 }] });
  const heads = columnHeads(columns);
  sheet.columns = heads.map(({ width }) => ({ width }));
  const about = [...words, `ngày ${formatDate(today)}`, `người xuất: ${takenBy}`].join(' · ');
  for (const line of ['DANH SÁCH TRÍCH NGANG CÁN BỘ', unitName, about]) sheet.addRow([safeCell(line)]).commit();
  const titles = sheet.addRow(heads.map(({ label }) => label));
  titles.font = { bold: true };
  titles.commit();
  let number = 0;
  for await (const rows of batches) {
    for (const row of rows) {
      number += 1;
      const [, ...texts] = columnCells(row, number, columns);
      sheet.addRow([number, ...texts.map(safeCell)]).commit();
    }
    // A slow reader is waited for, so that the file does not pile up in memory.
    if (out.writableNeedDrain) await new Promise((resume) => out.once('drain', resume).once('close', resume));
    if (out.destroyed) return;
  }
  sheet.commit();
  await book.commit();
}
