import ExcelJS from 'exceljs';
import { printedSheet } from '@/components/data/workbook';
import type { Briefing } from '@/domain/briefings/briefing';
import { type ReportTable, reportTables } from '@/domain/briefings/report';
import { formatDate, periodLabel } from '@/domain/calendar';
import { safeCell } from '@/domain/members/spreadsheet';

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

const safe = (cell: string | number) => (typeof cell === 'number' ? cell : safeCell(cell));

function addSheet(book: ExcelJS.Workbook, name: string, table: ReportTable, lines: readonly string[]): void {
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: HEAD_ROW, xSplit: 2 }],
    ...printedSheet(`${HEAD_ROW}:${HEAD_ROW}`),
  });
  sheet.columns = table.columns.map((_, at) => ({ width: at === 0 ? 5 : at === 1 ? 34 : 14 }));
  sheet.addRow([safe(table.title)]).font = { bold: true, size: 14 };
  for (const line of lines) sheet.addRow([safe(line)]);
  const head = sheet.addRow(table.columns.map(safe));
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
  for (const row of table.rows) sheet.addRow(row.map(safe));
  if (table.total) sheet.addRow(table.total.map(safe)).font = { bold: true };
  sheet.eachRow((row, at) => {
    if (at < HEAD_ROW) return;
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.border = { top: { style: 'thin' }, bottom: { style: 'thin' }, left: { style: 'thin' }, right: { style: 'thin' } };
      if (typeof cell.value === 'number') cell.numFmt = '#,##0';
    });
  });
}
