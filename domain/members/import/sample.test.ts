import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { findList } from '@/domain/members/import/find-table';
import { guessMapping } from '@/domain/members/import/guess-mapping';
import { isRefused, rowReader } from '@/domain/members/import/read-row';
import { type Sheet, type SheetRow, toCellValue } from '@/domain/members/import/sheet';

const SAMPLE = new URL('./samples/danh-sach-dang-vien-xa-dong-son', import.meta.url).pathname;

type Expected = {
  cells: string[];
  accepted: {
    row: number;
    name: string;
    female: boolean;
    born: string;
    joined: string;
    official: string | null;
    card: string | null;
    cell: string;
  }[];
  rejected: { row: number; flaw: string }[];
};

test('the commune list of Đông Sơn gives exactly the expected members and refusals', async () => {
  const expected: Expected = JSON.parse(readFileSync(`${SAMPLE}.expected.json`, 'utf8'));
  const list = await findList(await loadSheets(`${SAMPLE}.xlsx`));
  assert.ok(list);
  const listed: SheetRow[] = [];
  for await (const row of list.rows()) listed.push(row);
  assert.deepEqual([list.sheet, list.headerRows, listed[0]?.number, listed.at(-1)?.number], ['DSĐV 30-9', [5, 6], 7, 70]);
  const cells = expected.cells.map((name, index) => ({ id: `cell-${index}`, name }));
  const rows = listed.map(rowReader(guessMapping(list.headers), { today: '2026-11-22', cells }));
  const accepted = rows
    .filter((row) => !isRefused(row))
    .map(({ row, values }) => ({
      row,
      name: values.fullName.toLowerCase(),
      female: values.female,
      born: values.born,
      joined: values.joined,
      official: values.official,
      card: values.cardNumber,
      cell: values.cellName,
    }));
  assert.deepEqual(
    accepted,
    expected.accepted.map((member) => ({ ...member, name: member.name.toLowerCase() })),
  );
  const rejected = rows.filter(isRefused).map(({ row, problems }) => ({ row, flaws: problems.map((problem) => problem.flaw) }));
  assert.deepEqual(
    rejected,
    expected.rejected.map(({ row, flaw }) => ({ row, flaws: [flaw] })),
  );
  assert.deepEqual(
    rows.flatMap((row) => row.problems).filter((problem) => problem.warning),
    [],
  );
  assert.equal(
    rows.at(-6)?.problems[0]?.message,
    'Số thẻ 45354630 đã có ở dòng 7 (Quàng Thị Thanh Hạnh). Hãy kiểm tra lại số thẻ của cả hai người.',
  );
});

async function loadSheets(path: string): Promise<Sheet[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook.worksheets.map((worksheet) => {
    const rows: SheetRow[] = [];
    worksheet.eachRow({ includeEmpty: true }, (row, number) => {
      const cells = Array.from({ length: worksheet.columnCount }, (_, column) => toCellValue(row.getCell(column + 1).value));
      rows.push({ number, cells });
    });
    return { name: worksheet.name, hidden: worksheet.state !== 'visible', rows: () => Readable.from(rows) };
  });
}
