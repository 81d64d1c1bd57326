import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { fromBufferPromise } from 'yauzl';
import { safeCell } from '@/domain/members/spreadsheet';
import { writeSheet } from './spreadsheets';

const WIDTH = 100;
const STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', ' =', "'", '"', '', ''];
const dangerous = fc
  .tuple(
    fc.constantFrom(...STARTS),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 8 }),
      fc.constantFrom(
        '1+1',
        'cmd|"/c calc"!A1',
        'HYPERLINK("http://x","y")',
        'a\0b',
        '"a";"b"',
        'dòng 1\ndòng 2',
        'Nguyễn Thị Bưởi',
        '_x000A_',
        '</t></is><f>1+1</f>',
      ),
    ),
  )
  .map(([start, rest]) => start + rest);

/** What another program may make of the first sign of a cell. */
const FORMULA = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/;

test('ten thousand strings of any kind: no cell leaves as a formula, each as text, whole', async () => {
  const strings = fc.sample(dangerous, { numRuns: 10_000, seed: 20261122 });
  const rows = Array.from({ length: strings.length / WIDTH }, (_, at) => strings.slice(at * WIDTH, (at + 1) * WIDTH));
  const file = await writeSheet('Dòng', rows[0]?.map((_, at) => `Cột ${at + 1}`) ?? [], rows);
  const xml = await sheetXmlOf(file);
  assert.doesNotMatch(xml, /<f[ >/]/);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file as unknown as ArrayBuffer);
  const sheet = book.worksheets[0];
  strings.forEach((string, at) => {
    const cell = sheet?.getCell(2 + Math.floor(at / WIDTH), 1 + (at % WIDTH));
    const value = cell?.value ?? '';
    assert.equal(typeof value, 'string', JSON.stringify(string));
    assert.doesNotMatch(String(value), FORMULA);
    assert.equal(lines(String(value)), lines(safeCell(string)), JSON.stringify(string));
  });
});

test('nothing but what no workbook can hold is lost, and an apostrophe is all that is added', () => {
  fc.assert(
    fc.property(dangerous, (string) => {
      const safe = safeCell(string);
      assert.doesNotMatch(safe, FORMULA);
      const kept = string.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '');
      assert.ok(safe === kept || safe === `'${kept}`, JSON.stringify([string, safe]));
    }),
    { numRuns: 10_000, seed: 20261122 },
  );
});

/** XML knows one end of line. */
const lines = (value: string) => value.replace(/\r\n?/g, '\n');

async function sheetXmlOf(file: Buffer): Promise<string> {
  const zip = await fromBufferPromise(file, { lazyEntries: true, autoClose: false });
  for await (const entry of zip.eachEntry())
    if (entry.fileName === 'xl/worksheets/sheet1.xml') return text(await zip.openReadStreamPromise(entry));
  throw new Error('no sheet in the file');
}
