import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { LIMITS, SpreadsheetFault, writeSheet } from './spreadsheets';
import { type ArchiveEntry, archive } from './testing-archives';
import { readSheets } from './testing-spreadsheets';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetXml = (text: string) =>
  `${XML}<worksheet xmlns="${NS}"><sheetData><row r="1"><c r="A1" t="s"><v>${text}</v></c></row></sheetData></worksheet>`;
const workbookXml = `${XML}<workbook xmlns="${NS}" xmlns:r="${REL}"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/><sheet name="Ẩn" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`;
const relations = (folder: string) =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[1, 2]
    .map((n) => `<Relationship Id="rId${n}" Type="${REL}/worksheet" Target="${folder}worksheets/sheet${n}.xml"/>`)
    .join('')}</Relationships>`;
const strings = `${XML}<sst xmlns="${NS}"><si><t>một</t></si><si><t>hai</t></si></sst>`;

const fault = (pattern: RegExp) => (error: unknown) => error instanceof SpreadsheetFault && pattern.test(error.message);

test('names, texts and hidden sheets are known however the parts are ordered and addressed', async () => {
  const sheets: ArchiveEntry[] = [
    { name: 'xl/worksheets/sheet1.xml', text: sheetXml('0') },
    { name: 'xl/worksheets/sheet2.xml', text: sheetXml('1') },
  ];
  const texts: ArchiveEntry = { name: 'xl/sharedStrings.xml', text: strings };
  const book: ArchiveEntry = { name: 'xl/workbook.xml', text: workbookXml };
  for (const folder of ['', '/xl/']) {
    const links: ArchiveEntry = { name: 'xl/_rels/workbook.xml.rels', text: relations(folder) };
    for (const entries of [
      [texts, links, ...sheets, book],
      [...sheets, book, links, texts],
      [book, links, texts, ...sheets],
    ]) {
      assert.deepEqual(await readSheets(archive(entries)), [
        { name: 'Danh sách', hidden: false, rows: [{ number: 1, cells: ['một'] }] },
        { name: 'Ẩn', hidden: true, rows: [{ number: 1, cells: ['hai'] }] },
      ]);
    }
  }
});

test('dates by their format, formulas by their kept result, rich text as text, and no blank tail', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('S');
  sheet.getCell('A1').value = new Date(Date.UTC(1966, 10, 22));
  sheet.getCell('B1').value = { formula: '1+1', result: 2 };
  sheet.getCell('C1').value = { richText: [{ text: 'Lò ' }, { text: 'Văn An', font: { bold: true } }] };
  sheet.getCell('F1').value = '';
  sheet.getCell('D3').value = 45354630;
  const [read] = await readSheets(Buffer.from(await book.xlsx.writeBuffer()));
  assert.deepEqual(read?.rows, [
    { number: 1, cells: [{ date: '1966-11-22' }, 2, 'Lò Văn An'] },
    { number: 3, cells: [null, null, null, 45354630] },
  ]);
});

test('what is no workbook, has macros, or is too large is refused with what to do', async () => {
  await assert.rejects(readSheets(Buffer.from('không')), fault(/không phải là bảng tính/));
  await assert.rejects(readSheets(Buffer.alloc(0)), fault(/không phải là bảng tính/));
  await assert.rejects(readSheets(archive([{ name: 'a.txt', text: 'x' }])), fault(/không phải là bảng tính/));
  await assert.rejects(readSheets(Buffer.from('PK\x03\x04 cut short')), fault(/không phải là bảng tính/));
  await assert.rejects(readSheets(archive([{ name: 'xl/vbaProject.bin', text: 'x' }])), fault(/macro/));
  await assert.rejects(readSheets(Buffer.alloc(LIMITS.file + 1)), fault(/10 MB/));
});

test('a file that unpacks to more than it may, or than it says, is refused before it is read', async () => {
  const large = Buffer.alloc(LIMITS.unpacked + 1);
  await assert.rejects(readSheets(archive([{ name: 'xl/worksheets/sheet1.xml', text: large }])), fault(/quá lớn/));
  await assert.rejects(
    readSheets(archive([{ name: 'xl/worksheets/sheet1.xml', text: large, declared: 100 }])),
    fault(/không phải là bảng tính/),
  );
  const wide = new ExcelJS.Workbook();
  wide.addWorksheet('S').getCell(1, LIMITS.columns + 1).value = 'x';
  await assert.rejects(readSheets(Buffer.from(await wide.xlsx.writeBuffer())), fault(/quá lớn/));
});

test('nothing written leaves as a formula', async () => {
  const dangerous = ['=1+1', '+84 912', '-5', '@SUM(A1)', '\t=1', 'Lò Văn An'];
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await writeSheet('Dòng', ['=A', 'B'], [dangerous, ['x']])) as unknown as ArrayBuffer);
  const cells = book.worksheets[0]?.getRow(2).values as unknown[];
  for (const cell of cells.slice(1)) assert.equal(typeof cell, 'string');
  assert.deepEqual(
    cells.slice(1).map((cell) => /^[=+\-@\t]/.test(String(cell))),
    dangerous.map(() => false),
  );
  assert.equal(book.worksheets[0]?.getCell('A1').value, "'=A");
});

test('letters of several bytes stay whole wherever the stream is cut', async () => {
  const rows = Array.from({ length: 6_000 }, (_, n) =>
    [`Nguyễn Thị Bưởi ${n}`, 'Chi bộ thôn Tây Sơn', 'Đặng Hữu Dưỡng'].slice(0, 1 + (n % 3)),
  );
  const [inline] = await readSheets(await writeSheet('S', ['Họ và tên'], rows));
  assert.deepEqual(
    inline?.rows.slice(1).map((row) => row.cells),
    rows,
  );
  const book = new ExcelJS.Workbook();
  book.addWorksheet('S').addRows(rows);
  const [shared] = await readSheets(Buffer.from(await book.xlsx.writeBuffer()));
  assert.deepEqual(
    shared?.rows.map((row) => row.cells),
    rows,
  );
});
