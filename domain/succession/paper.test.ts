import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROFESSIONAL, THEORY } from '@/domain/cadres/codes';
import { defaultRules } from '@/domain/rule-sets';
import type { ListedPerson } from './list';
import { type ListFacts, listPaper, summaryPaper } from './paper';
import { headCells } from './paper-head';
import { type SummaryPerson, summaryOf } from './summary';

const PERSON: ListedPerson = {
  ...{
    id: 'lan',
    name: 'Nguyễn Thị Lan',
    female: true,
    born: '1988-04-12',
    ethnicity: 'Thái',
    religion: 'Không',
    homePlace: 'Xã Đông Sơn',
  },
  ...{
    post: 'Trưởng phòng',
    joined: '2010-06',
    education: 'Thạc sĩ',
    theory: 'Cao cấp',
    language: 'B1',
    computing: null,
    ratings: [],
  },
  titles: [{ title: 'Phó Bí thư', source: 'local', standing: 'first', votes: [], note: null }],
};
const FACTS: ListFacts = {
  issuing: { unitName: 'Đảng bộ xã Đông Sơn', superiorName: 'Đảng bộ tỉnh Bình Sơn', province: false },
  taking: { name: 'Quàng Văn Dũng', at: '2026-11-22T08:05:00+07:00', today: '2026-11-22' },
  about: 'quy hoạch nhiệm kỳ Đảng 2030–2035',
  ...{ asOf: null, draft: true, decision: null, hidden: false },
};

test('a draft says so, and who took it when and what for', () => {
  const { marks } = listPaper([PERSON], { ...FACTS, purpose: 'Trình Ban Thường vụ' });
  assert.deepEqual(marks, [
    'DỰ THẢO, LƯU HÀNH NỘI BỘ',
    'Người lấy bản này: Quàng Văn Dũng, 08:05 ngày 22/11/2026; mục đích: Trình Ban Thường vụ',
  ]);
});

test('what is decided is no draft any more, and stays inside the house; the decision stands below', () => {
  const paper = listPaper([PERSON], {
    ...FACTS,
    draft: false,
    decision: 'Quyết định 214-QĐ/ĐU ngày 20/11/2026',
    asOf: '2026-11-20',
  });
  assert.equal(paper.marks[0], 'LƯU HÀNH NỘI BỘ');
  assert.match(paper.about, /có đến ngày 20\/11\/2026$/);
  assert.equal(paper.notes[0], 'Phê duyệt: Quyết định 214-QĐ/ĐU ngày 20/11/2026.');
});

test('columns that the viewer may not see are named as hidden, not left as blanks without a word', () => {
  assert.ok(
    listPaper([PERSON], { ...FACTS, hidden: true }).notes.some((note) => note.startsWith('Dân tộc, tôn giáo không hiển thị')),
  );
  assert.ok(!listPaper([PERSON], FACTS).notes.some((note) => note.includes('không hiển thị')));
});

test('a commune signs on behalf of its standing committee, the board of the province by its head', () => {
  const commune = listPaper([PERSON], FACTS);
  assert.deepEqual([commune.issuer, commune.authority, commune.signer], ['Đảng bộ xã Đông Sơn', 'T/M Ban Thường vụ', 'Bí thư']);
  assert.equal(commune.placeAndDate, 'Đông Sơn, ngày 22 tháng 11 năm 2026');
  const board = listPaper([PERSON], {
    ...FACTS,
    issuing: { unitName: 'Đảng bộ tỉnh Bình Sơn', superiorName: null, province: true },
  });
  assert.deepEqual(
    [board.superior, board.issuer, board.authority, board.signer],
    ['Tỉnh ủy Bình Sơn', 'Ban Tổ chức', null, 'Trưởng ban'],
  );
});

test('every row has a cell for every column, in both papers', () => {
  const list = listPaper([PERSON, PERSON], FACTS);
  for (const row of list.rows) assert.equal(row.length, list.columns.length);
  const person: SummaryPerson = {
    ...{
      id: 'lan',
      unitId: 'a',
      female: true,
      minority: true,
      religious: false,
      born: '1988-04-12',
      education: 'master',
      theory: 'advanced',
    },
    ...{ standing: 'first', body: true },
  };
  const summary = summaryOf(
    [{ id: 'a', name: 'Đảng bộ xã Đông Sơn', seats: 15 }],
    [person],
    { education: PROFESSIONAL, theory: THEORY },
    defaultRules(),
    '2026-11-22',
  );
  const paper = summaryPaper(summary, { ...FACTS, ages: [40, 50], countedOn: '2026-11-22' });
  for (const row of [...paper.rows, paper.total ?? []]) assert.equal(row.length, paper.columns.length);
  const cell = (group: string, label: string) =>
    paper.rows[0]?.[paper.columns.findIndex((column) => column.group === group && column.label === label)];
  assert.deepEqual([cell('Chuyên môn', 'Thạc sĩ'), cell('Chuyên môn', 'Đại học'), cell('Chuyên môn', 'Dưới đại học')], [1, 0, 0]);
  assert.deepEqual([cell('Lý luận chính trị', 'Cao cấp, cử nhân'), cell('Lý luận chính trị', 'Trung cấp')], [1, 0]);
  assert.deepEqual([cell('Nữ', 'SL'), cell('Nữ', '%'), cell('Dưới 40 tuổi', 'SL')], [1, '100,0', 1]);
  assert.equal(paper.rows[0]?.at(-1), '0,07 (1/15)');
});

test('groups stand above their columns, single columns over both lines, and all of them count up', () => {
  const { columns } = listPaper([], FACTS);
  const [upper, lower] = headCells(columns);
  assert.equal(
    upper.reduce((sum, cell) => sum + cell.columns, 0),
    columns.length,
  );
  assert.deepEqual(
    upper.filter(({ rows }) => rows === 1).map(({ label, columns: count }) => [label, count]),
    [
      ['Ngày sinh', 2],
      ['Trình độ', 4],
      ['Chức danh quy hoạch', 3],
    ],
  );
  assert.equal(lower.length, 9);
});
