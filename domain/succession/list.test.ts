import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIST_COLUMNS, type ListedPerson, type ListedTitle, listRow, ratingsOf } from './list';

const title = (name: string, given: Partial<ListedTitle> = {}): ListedTitle => ({
  title: name,
  source: 'local',
  standing: 'first',
  votes: [],
  note: null,
  ...given,
});
const person = (given: Partial<ListedPerson> = {}): ListedPerson => ({
  id: 'lan',
  name: 'Nguyễn Thị Lan',
  female: true,
  born: '1988-04-12',
  ethnicity: null,
  religion: null,
  homePlace: 'Xã Đông Sơn',
  post: 'Trưởng ban Xây dựng Đảng',
  joined: '2010-06',
  education: 'Thạc sĩ',
  theory: 'Cao cấp',
  language: 'B1',
  computing: null,
  ratings: [],
  titles: [title('Phó Bí thư Đảng ủy')],
  ...given,
});

test("a woman's day of birth stands in the women's column, a man's in the men's", () => {
  assert.deepEqual([listRow(person(), 1).male, listRow(person(), 1).female], ['', '12/04/1988']);
  assert.deepEqual(
    [listRow(person({ female: false }), 1).male, listRow(person({ female: false }), 1).female],
    ['12/04/1988', ''],
  );
});

test('every column has its cell', () => {
  assert.deepEqual(Object.keys(listRow(person(), 1)).sort(), LIST_COLUMNS.map(({ key }) => key).sort());
});

test('a fourth title is not lost from the paper', () => {
  const row = listRow(person({ titles: ['A', 'B', 'C', 'D'].map((name) => title(name)) }), 1);
  assert.deepEqual([row.title1, row.title2, row.title3], ['A', 'B', 'C; D']);
});

test('votes stand in the order of the steps, and name the title where there are several', () => {
  const votes = [
    { step: 'standing', votes: 14, summoned: 15 },
    { step: 'expanded', votes: 30, summoned: 40 },
  ] as const;
  assert.equal(listRow(person({ titles: [title('A', { votes })] }), 1).votes, '30/40 (75,0%); 14/15 (93,3%)');
  const two = listRow(person({ titles: [title('A', { votes: [votes[0]] }), title('B')] }), 1);
  assert.equal(two.votes, 'A: 14/15 (93,3%)');
});

test('source and standing are told once when they are the same for every title', () => {
  const row = listRow(person({ titles: [title('A'), title('B', { standing: 'continued' })] }), 1);
  assert.deepEqual([row.source, row.standing], ['Tại chỗ', 'Lần đầu; Tiếp tục']);
});

test('ratings stand by year, in the letters that the strips use', () => {
  const ratings = [2025, 2023, 2024].map((year) => ({ year, level: year === 2024 ? 'outstanding' : 'good' }) as const);
  assert.equal(ratingsOf(ratings), '2023 T, 2024 XS, 2025 T');
});
