import ExcelJS from 'exceljs';
import { printedSheet, rowsOf } from '@/components/data/workbook';
import type { PaperColumn, TablePaper } from '@/domain/succession/paper';
import { headCells } from '@/domain/succession/paper-head';

/** Above the table: marks, issuer, name, what about, an empty line. */
const HEAD_ROW = 7;
/** Digits across a page of twenty columns. */
const WIDEST = 198;

/** The paper as a workbook: numbers as numbers, both lines of the head repeated on every printed page, landscape A4. */
export async function tableWorkbook(paper: TablePaper): Promise<ArrayBuffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Quy hoạch', {
    views: [{ state: 'frozen', ySplit: HEAD_ROW + 1, xSplit: 2 }],
    ...printedSheet(`${HEAD_ROW}:${HEAD_ROW + 1}`),
  });
  const share = Math.min(1, WIDEST / paper.columns.reduce((sum, { width }) => sum + width, 0));
  const add = rowsOf(
    sheet,
    paper.columns.map(({ width }) => Math.max(5, width * share)),
  );
  for (const text of [...paper.marks, `${paper.superior} – ${paper.issuer}`]) add([text], 'words');
  add([paper.name.toUpperCase()], 'name');
  add([paper.about], 'words');
  sheet.addRow([]);
  addHead(sheet, paper.columns, add);
  for (const row of paper.rows) add(row);
  if (paper.total) add(paper.total, 'title');
  for (const note of ['', ...paper.notes]) add([note], 'words');
  return (await book.xlsx.writeBuffer()) as ArrayBuffer;
}

function addHead(sheet: ExcelJS.Worksheet, columns: readonly PaperColumn[], add: ReturnType<typeof rowsOf>): void {
  add(
    columns.map(({ group, label }) => group ?? label),
    'title',
  );
  add(
    columns.map(({ group, label }) => (group === null ? '' : label)),
    'title',
  );
  let column = 1;
  for (const cell of headCells(columns)[0]) {
    if (cell.rows > 1) sheet.mergeCells(HEAD_ROW, column, HEAD_ROW + 1, column);
    else if (cell.columns > 1) sheet.mergeCells(HEAD_ROW, column, HEAD_ROW, column + cell.columns - 1);
    column += cell.columns;
  }
}
