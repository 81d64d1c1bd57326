import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Packer } from 'docx';
import ExcelJS from 'exceljs';
import { fromBufferPromise } from 'yauzl';
import type { TablePaper } from '@/domain/succession/paper';
import { tableDocument } from './document';
import { tableWorkbook } from './workbook';

const PAPER: TablePaper = {
  ...{ superior: 'Tỉnh ủy Bình Sơn', issuer: 'Ban Tổ chức', placeAndDate: 'Bình Sơn, ngày 22 tháng 11 năm 2026' },
  ...{ name: 'Danh sách', about: 'quy hoạch nhiệm kỳ Đảng 2030–2035', authority: null, signer: 'Trưởng ban' },
  marks: ['DỰ THẢO, LƯU HÀNH NỘI BỘ', 'Người lấy bản này: Phạm Thu Hương, 08:05 ngày 22/11/2026'],
  columns: [
    { key: 'ordinal', group: null, label: 'TT', width: 5 },
    { key: 'name', group: null, label: 'Họ và tên', width: 25 },
    { key: 'male', group: 'Ngày sinh', label: 'Nam', width: 10 },
    { key: 'female', group: 'Ngày sinh', label: 'Nữ', width: 10 },
    { key: 'count', group: null, label: 'Số', width: 6, num: true },
  ],
  rows: [['1', '=HYPERLINK("x")', '', '12/04/1988', 7]],
  total: ['', 'Tổng cộng', '', '', 7],
  notes: ['Ghi chú <b>'],
};

async function documentXml(): Promise<string> {
  const zip = await fromBufferPromise(await Packer.toBuffer(tableDocument(PAPER)));
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  }
  return '';
}

test('the Word document lies on its side, with the mark of a draft, both lines of the head on each page, and who took it', async () => {
  const xml = await documentXml();
  const [, width = '', height = ''] = /<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="landscape"/.exec(xml) ?? [];
  assert.ok(Number(width) > Number(height), `${width} × ${height}`);
  assert.equal([...xml.matchAll(/<w:tblHeader\/>/g)].length, 2);
  const text = xml.replace(/<[^>]+>/g, '\n');
  for (const words of [
    'DỰ THẢO, LƯU HÀNH NỘI BỘ',
    'TỈNH ỦY BÌNH SƠN',
    'DANH SÁCH',
    'Ngày sinh',
    '12/04/1988',
    'Tổng cộng',
    'TRƯỞNG BAN',
    PAPER.marks[1] ?? '',
  ])
    assert.ok(text.includes(words), words);
  assert.ok(text.includes('Ghi chú &lt;b&gt;'), 'text stays text');
});

test('the workbook carries the mark, heads repeated in print, numbers as numbers and no formula', async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await tableWorkbook(PAPER));
  const [sheet] = book.worksheets;
  assert.ok(sheet);
  assert.equal(sheet.getCell('A1').value, 'DỰ THẢO, LƯU HÀNH NỘI BỘ');
  assert.equal(sheet.pageSetup.orientation, 'landscape');
  assert.equal(sheet.pageSetup.printTitlesRow, '7:8');
  assert.deepEqual([sheet.getCell('C7').value, sheet.getCell('C8').value, sheet.getCell('D8').value], ['Ngày sinh', 'Nam', 'Nữ']);
  assert.deepEqual([sheet.getCell('B9').value, sheet.getCell('E9').value], ['\'=HYPERLINK("x")', 7]);
  assert.equal(sheet.getCell('E10').value, 7);
});
