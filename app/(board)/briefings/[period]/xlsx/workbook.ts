import ExcelJS from 'exceljs';
import { printedSheet, rowsOf } from '@/components/data/workbook';
import type { Briefing } from '@/domain/briefings/briefing';
import { type ReportTable, reportTables } from '@/domain/briefings/report';
import { formatDate, periodLabel } from '@/domain/calendar';

const HEAD_ROW = 5;

/** A sheet for each table of the report: numbers as numbers, heads repeated on every printed page, landscape A4. */
export async function briefingWorkbook(briefing: Briefing, takenBy: string): Promise<ArrayBuffer> {
  const book = new ExcelJS.Workbook();
  const lines = [
    briefing.unit.name,
    `Giao ban ${periodLabel(briefing.period)}, số liệu đến ${formatDate(briefing.asOf)}${briefing.frozen ? ', đã chốt' : ', chưa chốt'}`,
    `Người xuất: ${takenBy}`,
  ];
  reportTables(briefing).forEach((table, at) => {
    addSheet(book, `Phụ lục ${at + 1}`, table, lines);
  });
  return (await book.xlsx.writeBuffer()) as ArrayBuffer;
}

function addSheet(book: ExcelJS.Workbook, name: string, table: ReportTable, lines: readonly string[]): void {
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: HEAD_ROW, xSplit: 2 }],
    ...printedSheet(`${HEAD_ROW}:${HEAD_ROW}`),
  });
  const add = rowsOf(
    sheet,
    table.columns.map((_, at) => (at === 0 ? 5 : at === 1 ? 34 : 14)),
    '#,##0',
  );
  add([table.title], 'name');
  for (const line of lines) add([line], 'words');
  add(table.columns, 'title');
  for (const row of table.rows) add(row);
  if (table.total) add(table.total, 'title');
}
