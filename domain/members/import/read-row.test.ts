import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIELD_LABELS, type ImportField, type Mapping, mappingProblems } from '@/domain/members/import/fields';
import { isRefused, rowReader } from '@/domain/members/import/read-row';
import { type CellValue, columnLetter, textOf, toCellValue } from '@/domain/members/import/sheet';

const context = {
  today: '2026-11-22',
  cells: [
    { id: 'a', name: 'Chi bộ thôn Đông Hà' },
    { id: 'b', name: 'Chi bộ thôn Đồng Hà' },
    { id: 'c', name: 'Chi bộ Trường THCS Lê Lợi' },
  ],
};
const GOOD: Partial<Record<ImportField, CellValue>> = {
  fullName: 'Nguyễn Văn An',
  gender: 'Nam',
  born: '1/2/1980',
  joined: '3/2/2005',
  official: '3/2/2006',
  cardNumber: '12345678',
  cell: 'Chi bộ Trường THCS Lê Lợi',
};

function read(change: Partial<Record<ImportField, CellValue>>, leftOut: ImportField[] = []) {
  const entries = Object.entries({ ...GOOD, ...change }).filter(([field]) => !leftOut.includes(field as ImportField));
  const mapping = entries.map(([field]) => field) as Mapping;
  return rowReader(mapping, context)({ number: 7, cells: entries.map(([, value]) => value) });
}

test('a good row gives canonical values and no problem', () => {
  const row = read({ fullName: '  NGUYỄN  VĂN AN '.normalize('NFD'), phone: 912345678, citizenId: 37676148330, note: '  ' });
  assert.deepEqual(row.problems, []);
  const { fullName, female, born, joined, official, cardNumber, cellId, phone, citizenId, note } = row.values;
  assert.deepEqual(
    [fullName, female, born, joined, official],
    ['Nguyễn Văn An'.normalize('NFC'), false, '1980-02-01', '2005-02-03', '2006-02-03'],
  );
  assert.deepEqual([cardNumber, cellId, phone, citizenId, note], ['12345678', 'c', '0912345678', '037676148330', null]);
});

test('dates are read as Excel keeps them', () => {
  const cases: [CellValue, string][] = [
    [1986, '1986'],
    [{ date: '1980-02-01' }, '1980-02-01'],
    ['6/1975', '1975-06'],
    [29252, '1980-02-01'],
    ['1.2.1980', '1980-02-01'],
    ['01-02-1980.', '1980-02-01'],
  ];
  for (const [cell, date] of cases) assert.equal(read({ born: cell }).values.born, date);
});

test('each fault is told at its field, with what to do', () => {
  const cases: [Partial<Record<ImportField, CellValue>>, ImportField, string, string][] = [
    [{ fullName: ' ' }, 'fullName', 'name', 'Chưa có họ và tên. Hãy ghi họ và tên đảng viên.'],
    [{ born: '31/02/1975' }, 'born', 'date', 'Ngày 31/02/1975 không có thật. Hãy sửa lại ngày sinh.'],
    [{ born: null }, 'born', 'date', 'Chưa có ngày sinh. Hãy ghi ngày sinh, hoặc ít nhất là năm sinh.'],
    [{ joined: null }, 'joined', 'date', 'Chưa có ngày vào Đảng. Hãy ghi ngày vào Đảng, hoặc ít nhất là năm.'],
    [
      { official: '2/2/2005' },
      'official',
      'order',
      'Ngày chính thức 02/02/2005 trước ngày vào Đảng 03/02/2005. Hãy sửa lại một trong hai ngày.',
    ],
    [
      { joined: '1979', official: null },
      'joined',
      'order',
      'Ngày vào Đảng 1979 trước ngày sinh 01/02/1980. Hãy sửa lại một trong hai ngày.',
    ],
    [{ joined: '23/11/2026' }, 'joined', 'future', 'Ngày vào Đảng 23/11/2026 ở sau ngày hôm nay. Hãy sửa lại ngày vào Đảng.'],
    [
      { cell: 'Chi bộ thôn Không Có' },
      'cell',
      'cell',
      'Không tìm thấy “Chi bộ thôn Không Có” trong đảng bộ này. Hãy sửa lại tên chi bộ, hoặc lập chi bộ rồi nhập lại.',
    ],
    [{ cell: '' }, 'cell', 'cell', 'Chưa ghi chi bộ. Hãy ghi chi bộ đang sinh hoạt.'],
    [{ gender: '?' }, 'gender', 'gender', '“?” không phải là giới tính. Hãy ghi Nam hoặc Nữ.'],
    [{ gender: '' }, 'gender', 'gender', 'Chưa rõ là nam hay nữ. Hãy ghi giới tính.'],
  ];
  for (const [change, field, flaw, message] of cases) {
    const row = read(change);
    assert.deepEqual(row.problems, [{ field, column: Object.keys({ ...GOOD, ...change }).indexOf(field), flaw, message }]);
    assert.ok(isRefused(row));
  }
});

test('the same day, a day that may be the same, and today are no faults', () => {
  for (const change of [
    { official: '3/2/2005' },
    { joined: '2/2005', official: '1/2/2005' },
    { joined: '22/11/2026', official: null },
  ])
    assert.deepEqual(read(change).problems, []);
});

test('a card number of another length only warns', () => {
  const row = read({ cardNumber: 1234567 });
  assert.equal(row.problems[0]?.flaw, 'card-format');
  assert.equal(row.values.cardNumber, '1234567');
  assert.ok(!isRefused(row));
  assert.deepEqual(read({ cardNumber: '12.345 678' }).values.cardNumber, '12345678');
});

test('a card number used again is refused and names the row that used it first', () => {
  const fields = Object.keys(GOOD) as Mapping;
  const rows = [3, 4, 5].map((number) => ({ number, cells: Object.values(GOOD) }));
  const read3 = rows.map(rowReader(fields, context));
  assert.deepEqual(read3.map(isRefused), [false, true, true]);
  assert.equal(
    read3[2]?.problems[0]?.message,
    'Số thẻ 12345678 đã có ở dòng 3 (Nguyễn Văn An). Hãy kiểm tra lại số thẻ của cả hai người.',
  );
});

test('a cell is found by its name with or without the words Chi bộ, without marks only when that names one', () => {
  const cases = { 'thôn đông hà': 'a', 'CHI BỘ  THÔN ĐỒNG HÀ': 'b', 'Truong THCS Le Loi': 'c', 'thon dong ha': null };
  for (const [typed, id] of Object.entries(cases)) assert.equal(read({ cell: typed }).values.cellId, id, typed);
});

test('the only cell of a unit needs no column', () => {
  const reader = rowReader(['fullName', 'gender', 'born', 'joined'], { ...context, cells: context.cells.slice(2) });
  const row = reader({ number: 2, cells: ['Lê An', 'Nữ', 1980, 2005] });
  assert.deepEqual([row.values.cellId, row.problems], ['c', []]);
});

test('the birth date in the column Nam or Nữ tells the sex', () => {
  const none: ImportField[] = ['gender', 'born'];
  assert.deepEqual(read({ bornMale: 1980, bornFemale: null }, none).values.female, false);
  assert.deepEqual(read({ bornMale: null, bornFemale: 1980 }, none).values.female, true);
  assert.deepEqual(
    read({ bornMale: 1980, bornFemale: 1980 }, none).problems.map((problem) => problem.flaw),
    ['gender'],
  );
  assert.deepEqual(
    read({ bornMale: null, bornFemale: null }, none).problems.map((problem) => problem.flaw),
    ['date'],
  );
  assert.deepEqual(
    read({ bornMale: null, bornFemale: '31/2/1980' }, none).problems.map((problem) => problem.field),
    ['bornFemale'],
  );
  assert.deepEqual(
    read({ bornMale: 1980, bornFemale: null, gender: 'Nữ' }, ['born']).problems.map((problem) => problem.flaw),
    ['gender'],
  );
});

test('a mark in the column Nữ tells the sex, and a blank in both columns does not', () => {
  const cases: [Partial<Record<ImportField, CellValue>>, boolean | null][] = [
    [{ femaleMark: 'x' }, true],
    [{ femaleMark: '' }, false],
    [{ maleMark: 'x', femaleMark: null }, false],
    [{ maleMark: null, femaleMark: null }, null],
    [{ maleMark: 'x', femaleMark: 'x' }, null],
  ];
  for (const [change, female] of cases) assert.equal(read(change, ['gender']).values.female, female);
});

test('a name in two columns is put together', () => {
  assert.equal(read({ fullName: 'Nguyễn Văn', givenName: 'An' }).values.fullName, 'Nguyễn Văn An');
});

test('columns that are needed or chosen twice are told before reading', () => {
  const paths = (mapping: Mapping, cells = 3) => mappingProblems(mapping, cells).map((problem) => problem.path);
  assert.deepEqual(paths(['fullName', 'bornMale', 'bornFemale', 'joined', 'cell']), []);
  assert.deepEqual(paths(['fullName', 'born', 'femaleMark', 'joined'], 1), []);
  assert.deepEqual(paths(['fullName', 'fullName', 'bornMale', 'joined']), ['born', 'gender', 'cell', 'fullName']);
  assert.ok(Object.values(FIELD_LABELS).every((label) => label === label.normalize('NFC')));
});

test('cells come from a spreadsheet library as text, numbers and days', () => {
  const cases: [unknown, CellValue][] = [
    ['a', 'a'],
    [5, 5],
    [null, null],
    [undefined, null],
    [true, null],
    [new Date('1980-02-01T00:00:00Z'), { date: '1980-02-01' }],
    [new Date('1980-01-31T23:59:59.999Z'), { date: '1980-02-01' }],
    [{ richText: [{ text: 'Lê ' }, { text: 'An' }] }, 'Lê An'],
    [{ formula: 'A1', result: 7 }, 7],
    [{ text: 'a@b', hyperlink: 'mailto:a@b' }, 'a@b'],
    [{ error: '#N/A' }, null],
  ];
  for (const [value, cell] of cases) assert.deepEqual(toCellValue(value), cell);
  assert.equal(textOf(' a\n b '), 'a b');
  assert.deepEqual([0, 25, 26, 701, 702].map(columnLetter), ['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
