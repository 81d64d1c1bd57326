import ExcelJS from 'exceljs';
import { printedSheet } from '@/components/data/workbook';
import { safeCell } from '@/domain/members/spreadsheet';
import type { TablePaper } from '@/domain/succession/paper';
import { headCells } from '@/domain/succession/paper-head';

const safe = (cell: string | number) => (typeof cell === 'number' ? cell : safeCell(cell));
const LINE = { style: 'thin' } as const;
/** Above the table: marks, issuer, name, what about, an empty line. */
const HEAD_ROW = 7;

/** The paper as a workbook: numbers as numbers, both lines of the head repeated on every printed page, landscape A4. */
export async function tableWorkbook(paper: TablePaper): Promise<ArrayBuffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Quy hoạch', {
    views: [{ state: 'frozen', ySplit: HEAD_ROW + 1, xSplit: 2 }],
    ...printedSheet(`${HEAD_ROW}:${HEAD_ROW + 1}`),
  });
  sheet.columns = paper.columns.map(({ width }) => ({ width: Math.max(5, width) }));
  for (const text of [...paper.marks, `${paper.superior} – ${paper.issuer}`, paper.name.toUpperCase(), paper.about])
    sheet.addRow([safe(text)]);
  sheet.getRow(1).font = { bold: true, color: { argb: 'FF9F1D20' } };
  sheet.getRow(4).font = { bold: true, size: 14 };
  sheet.addRow([]);
  addHead(sheet, paper);
  for (const row of paper.rows) sheet.addRow(row.map(safe));
  if (paper.total) sheet.addRow(paper.total.map(safe)).font = { bold: true };
  sheet.eachRow((row, at) => {
    if (at < HEAD_ROW) return;
    row.alignment = {
      wrapText: true,
      vertical: at <= HEAD_ROW + 1 ? 'middle' : 'top',
      horizontal: at <= HEAD_ROW + 1 ? 'center' : undefined,
    };
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.border = { top: LINE, bottom: LINE, left: LINE, right: LINE };
    });
  });
  for (const note of ['', ...paper.notes]) sheet.addRow([safe(note)]);
  return (await book.xlsx.writeBuffer()) as ArrayBuffer;
}

function addHead(sheet: ExcelJS.Worksheet, paper: TablePaper): void {
  const upper = sheet.addRow(paper.columns.map(({ group, label }) => safe(group ?? label)));
  const lower = sheet.addRow(paper.columns.map(({ group, label }) => (group === null ? '' : safe(label))));
  upper.font = { bold: true };
  lower.font = { bold: true };
  let column = 1;
  for (const cell of headCells(paper.columns)[0]) {
    if (cell.rows > 1) sheet.mergeCells(HEAD_ROW, column, HEAD_ROW + 1, column);
    else if (cell.columns > 1) sheet.mergeCells(HEAD_ROW, column, HEAD_ROW, column + cell.columns - 1);
    column += cell.columns;
  }
}
