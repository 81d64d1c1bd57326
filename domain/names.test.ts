import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldName, givenNameFirst, nameParts, nameSortKey, normalizeName } from '@/domain/names';

test('a name is stored in NFC with single spaces', () => {
  assert.equal(normalizeName('  Nguyễn \u00a0Ngọc  Sơn\u200b '.normalize('NFD')), 'Nguyễn Ngọc Sơn'.normalize('NFC'));
});

test('capitals and small letters become title case, mixed case stays', () => {
  const cases = [
    ['GIÀNG THẾ LÂM', 'Giàng Thế Lâm'],
    ['đỗ thị mỹ thuý', 'Đỗ Thị Mỹ Thuý'],
    ["KSOR H'BIA", "Ksor H'Bia"],
    ["Ksor H'bia", "Ksor H'bia"],
    ['Y', 'Y'],
    ['', ''],
  ] as const;
  for (const [typed, stored] of cases) assert.equal(normalizeName(typed), stored);
  assert.equal(normalizeName('ĐẶNG ĐỨC'.normalize('NFD')), 'Đặng Đức');
});

test('folding drops marks, case and spacing', () => {
  for (const form of ['NFC', 'NFD']) assert.equal(foldName('  Đặng  THỊ Thuỳ Ưu '.normalize(form)), 'dang thi thuy uu');
});

test('typographic apostrophes fold and sort as the typed one', () => {
  assert.equal(foldName('Ksor H’Bia'), "ksor h'bia");
  assert.equal(nameSortKey('Ksor H’Bia'), nameSortKey("Ksor H'Bia"));
});

test('name parts are the word suffixes', () => {
  assert.deepEqual(nameParts('Nguyễn Văn  An'), ['nguyen van an', 'van an', 'an']);
  assert.deepEqual(nameParts(' '), []);
});

test('names sort by given name, then family, then middle name', () => {
  const sorted = [
    'Trần Văn An',
    'Lê Ăn',
    'Lê Ân',
    'Bùi Dũng',
    'Bùi Đạt',
    'Lý Thị Hoa',
    'Lý Văn Hoa',
    'Bế Hoà',
    'Lý Thị Hoà',
    'Lý Thị Hoả',
    'Lý Thị Hoã',
    'Lý Thị Hoá',
    'Lý Thị Hoạ',
  ];
  const mixed = [...sorted].reverse();
  assert.deepEqual(
    mixed.sort((a, b) => byBytes(nameSortKey(a), nameSortKey(b))),
    sorted,
  );
});

const collator = new Intl.Collator('vi');
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) =>
  ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
);
const onsets = ['', 'b', 'd', 'đ', 'h', 'ng', 'q', 'th', 'tr', 'x', "h'", 'w'];
const syllable = fc
  .tuple(fc.constantFrom(...onsets), fc.constantFrom(...vowels), fc.constantFrom('', 'n', 'ng', 'o'))
  .map((parts) => parts.join(''));
const fewSyllables = fc.constantFrom(
  'an',
  'án',
  'ân',
  'ấn',
  'a',
  'à',
  'anh',
  'hoa',
  'hoà',
  'hòa',
  'đa',
  'da',
  'dạ',
  'y',
  'ý',
  'uỷ',
  "h'an",
  'an-na',
);
const name = fc
  .array(fc.oneof(syllable, fewSyllables), { minLength: 1, maxLength: 5 })
  .map((words) => normalizeName(words.join(' ')));

test('the byte order of sort keys is the Vietnamese collation of the given name, then of the rest', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      const [[givenA, restA], [givenB, restB]] = [givenNameFirst(a), givenNameFirst(b)];
      const expected = Math.sign(collator.compare(givenA, givenB) || collator.compare(restA, restB));
      assert.equal(Math.sign(byBytes(nameSortKey(a), nameSortKey(b))), expected, `${a} / ${b}`);
    }),
    { numRuns: 5000 },
  );
});

test('the sort key is the same for NFC and NFD', () => {
  fc.assert(fc.property(name, (typed) => nameSortKey(typed) === nameSortKey(typed.normalize('NFD'))));
});
