import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { findList } from '@/domain/members/import/find-table';
import { guessMapping } from '@/domain/members/import/guess-mapping';
import type { CellValue, Sheet, SheetRow } from '@/domain/members/import/sheet';

const sheetOf = (lines: CellValue[][], name = 'Sheet1', hidden = false): Sheet => ({
  name,
  hidden,
  rows: () => Readable.from(lines.map((cells, index) => ({ number: index + 1, cells }))),
});
async function listIn(sheets: Sheet[]) {
  const list = await findList(sheets);
  const rows: SheetRow[] = [];
  for await (const row of list?.rows() ?? []) rows.push(row);
  return {
    sheet: list?.sheet,
    headerRows: list?.headerRows,
    headers: list?.headers,
    numbers: rows.map(({ number }) => number),
    rows,
  };
}

const HEAD = ['STT', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Ngày vào Đảng'];
const AN = [1, 'Nguyễn Văn An', 'Nam', '1/2/1980', '3/2/2005'];
const BINH = [2, 'Lê Thị Bình', 'Nữ', '1985', '6/2010'];

test('a list with its header in the first row is found', async () => {
  const table = await listIn([sheetOf([HEAD, AN, BINH])]);
  assert.deepEqual(table, {
    sheet: 'Sheet1',
    headerRows: [1],
    headers: HEAD,
    numbers: [2, 3],
    rows: [
      { number: 2, cells: AN },
      { number: 3, cells: BINH },
    ],
  });
});

test('titles above, column numbers under the header, section, blank, total and signature rows are left out', async () => {
  const lines: CellValue[][] = [
    ['ĐẢNG BỘ TỈNH BÌNH SƠN', 'ĐẢNG BỘ TỈNH BÌNH SƠN', null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM'],
    ['DANH SÁCH ĐẢNG VIÊN'],
    HEAD,
    ['(1)', '(2)', '(3)', '(4)', '(5)'],
    ['I. Chi bộ thôn Đông Hà', 'I. Chi bộ thôn Đông Hà'],
    AN,
    [],
    BINH,
    [null, 'Cộng: 2', null, null, null],
    [null, null, null, 'Đông Sơn, ngày 30 tháng 9 năm 2026'],
    [null, 'NGƯỜI LẬP', null, null, 'T/M ĐẢNG ỦY'],
    [null, 'Trần Văn Ký', null, null, 'Lê Văn Duyệt'],
  ];
  const table = await listIn([sheetOf(lines)]);
  assert.deepEqual(table.headerRows, [3]);
  assert.deepEqual(table.numbers, [6, 8]);
});

test('a subtotal between two cells does not end the list', async () => {
  const table = await listIn([sheetOf([HEAD, AN, [null, 'Cộng chi bộ: 1'], BINH, ['Tổng cộng', null, 2]])]);
  assert.deepEqual(table.numbers, [2, 4]);
});

test('a person whose row lacks the name stays in the list', async () => {
  const table = await listIn([sheetOf([HEAD, AN, [2, '', 'Nữ', '1985', '6/2010']])]);
  assert.equal(table.numbers.at(-1), 3);
});

const TOP = ['STT', 'Họ và tên khai sinh', 'Ngày, tháng, năm sinh', null, 'Trình độ', null, 'Ngày vào Đảng', null];
const BELOW = [null, null, 'Nam', 'Nữ', 'Văn hóa', 'Chuyên môn', 'Dự bị', 'Chính thức'];
const COMBINED = [
  'STT',
  'Họ và tên khai sinh',
  'Ngày, tháng, năm sinh / Nam',
  'Ngày, tháng, năm sinh / Nữ',
  'Trình độ / Văn hóa',
  'Trình độ / Chuyên môn',
  'Ngày vào Đảng / Dự bị',
  'Ngày vào Đảng / Chính thức',
];
const PERSON = [1, 'Nguyễn Văn An', '1/2/1980', null, '12/12', 'Đại học', '3/2/2005', '3/2/2006'];

test('a header of two rows is combined, blanks inheriting from the group on the left', async () => {
  const table = await listIn([sheetOf([['SỔ DANH SÁCH ĐẢNG VIÊN'], TOP, BELOW, PERSON])]);
  assert.deepEqual([table.headerRows, table.headers, table.numbers[0]], [[2, 3], COMBINED, 4]);
});

test('merged cells that repeat their text give the same header', async () => {
  const top = TOP.map((text, column) => text ?? TOP[column - 1] ?? null);
  const below = BELOW.map((text, column) => text ?? TOP[column] ?? null);
  const table = await listIn([sheetOf([['SỔ DANH SÁCH'], [], top, below, PERSON])]);
  assert.deepEqual([table.headerRows, table.headers, table.numbers[0]], [[3, 4], COMBINED, 5]);
});

test('the visible sheet with the list is chosen, never a hidden one', async () => {
  const sheets = [sheetOf([['Hướng dẫn nhập']], 'Hướng dẫn'), sheetOf([HEAD, AN, BINH], 'cũ', true), sheetOf([HEAD, AN], 'mới')];
  assert.equal((await listIn(sheets)).sheet, 'mới');
  assert.equal(await findList(sheets.slice(0, 2)), null);
});

test('of sheets with equal headers the longest is taken, of equally long ones the first', async () => {
  const [short, long, same] = [sheetOf([HEAD, AN], 'mẫu'), sheetOf([HEAD, AN, BINH], 'dài'), sheetOf([HEAD, BINH, AN], 'sau')];
  assert.equal((await listIn([short, long, same])).sheet, 'dài');
});

test('of a long list only the top is read before its rows are asked for', async () => {
  let read = 0;
  const rows = async function* (): AsyncGenerator<SheetRow> {
    for (; read < 5_000; read += 1) yield { number: read + 1, cells: read ? AN : HEAD };
  };
  assert.ok(await findList([{ name: 'dài', hidden: false, rows }]));
  assert.ok(read < 100, String(read));
});

test('columns are told by the words that lists use', () => {
  const cases: [string[], (string | null)[]][] = [
    [COMBINED, ['ordinal', 'fullName', 'bornMale', 'bornFemale', 'generalEducation', 'professionalLevel', 'joined', 'official']],
    [
      ['TT', 'Họ tên', 'Giới tính', 'Ngày sinh', 'Số thẻ', 'Ngày KN', 'Ngày CT', 'Chi bộ', 'SĐT', 'Nơi ở hiện nay'],
      ['ordinal', 'fullName', 'gender', 'born', 'cardNumber', 'joined', 'official', 'cell', 'phone', 'address'],
    ],
    [
      ['HỌ VÀ TÊN', 'Nữ', 'Năm sinh', 'Dân tộc', 'Tôn giáo', 'Quê quán', 'Lý luận chính trị', 'Số lý lịch', 'Số CCCD', 'Ghi chú'],
      [
        'fullName',
        'femaleMark',
        'born',
        'ethnicity',
        'religion',
        'homePlace',
        'politicalTheory',
        'biographyNumber',
        'citizenId',
        'note',
      ],
    ],
    [
      [
        'Họ và tên đệm',
        'Tên',
        'Giới tính / Nam',
        'Giới tính / Nữ',
        'Ngày kết nạp Đảng',
        'Ngày công nhận chính thức',
        'Đơn vị sinh hoạt',
      ],
      ['fullName', 'givenName', 'maleMark', 'femaleMark', 'joined', 'official', 'cell'],
    ],
    [
      [
        'Họ và tên',
        'Họ và tên',
        'Nghề nghiệp / Trước khi vào Đảng',
        'Nghề nghiệp / Hiện nay',
        'Số CCCD / Ngày cấp',
        'Chức vụ trong chi bộ',
        '',
      ],
      ['fullName', 'givenName', null, 'occupation', null, null, null],
    ],
    [
      ['Họ và tên', 'Năm sinh / Năm', 'Nơi sinh', 'Sinh hoạt tại'],
      ['fullName', 'born', null, 'cell'],
    ],
  ];
  for (const [headers, fields] of cases) {
    assert.deepEqual(guessMapping(headers), fields);
    assert.deepEqual(guessMapping(headers.map((header) => header.normalize('NFD').toUpperCase())), fields);
  }
});
