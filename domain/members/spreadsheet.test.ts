import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { safeCell } from '@/domain/members/spreadsheet';

test('a cell that begins like a formula gets an apostrophe, any other stays as it is', () => {
  for (const text of ['=1+1', '+84912', '-5', '@SUM(A1)', '\tx', '\rx', '\nx', ' =1', '＝1'])
    assert.equal(safeCell(text), `'${text}`);
  for (const text of ['Nguyễn Văn An', '03/02/1999', '—', '', 'a=b']) assert.equal(safeCell(text), text);
});

test('characters that XML cannot hold are left out, also before a formula', () => {
  assert.equal(safeCell('\u0000=1'), "'=1");
  assert.equal(safeCell('a\u000bb'), 'ab');
});

test('no text whatever leaves with a dangerous first character, and none loses its own words', () => {
  const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\u0000=', ' ', '');
  fc.assert(
    fc.property(start, fc.string({ unit: 'binary' }), (first, rest) => {
      const safe = safeCell(first + rest);
      assert.doesNotMatch(safe, /^[\s]*[=+\-@]|^[\t\r]/);
      assert.equal(safeCell(safe), safe);
    }),
  );
});
