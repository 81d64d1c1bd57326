import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Mapping } from './fields';
import { type Candidate, changesOf, countStates, type Held, registeredStatus, rowJudge } from './judge';
import type { ReadRow, RowValues } from './read-row';
import { importStep } from './step';

const MAPPING: Mapping = ['fullName', 'born', 'joined', 'cardNumber', 'citizenId', 'cell'];
const VALUES: RowValues = {
  fullName: 'Lò Văn An',
  female: false,
  born: '1980-02-01',
  joined: '2005-02-03',
  official: null,
  cardNumber: '12345678',
  citizenId: null,
  phone: null,
  cellId: 'cell-1',
  cellName: 'Chi bộ Một',
  ethnicity: null,
  religion: null,
  homePlace: null,
  address: null,
  generalEducation: null,
  professionalLevel: null,
  politicalTheory: null,
  occupation: null,
  biographyNumber: null,
  note: null,
};
const MEMBER: Candidate = {
  ...VALUES,
  fullName: 'Lò Văn An',
  id: 'm-1',
  version: 1,
  status: 'official',
  cellId: 'cell-1',
  cellName: 'Chi bộ Một',
  inUnit: true,
};
const NOBODY: Held = { byCard: null, byCitizen: null, byName: null, cardElsewhere: false };

const row = (values: Partial<RowValues> = {}, number = 2): ReadRow => ({
  row: number,
  values: { ...VALUES, ...values },
  problems: [],
});
const judge = (values: Partial<RowValues>, held: Partial<Held>) => rowJudge(MAPPING)(row(values), { ...NOBODY, ...held });

const CASES: [string, Partial<RowValues>, Partial<Held>, string, string[]][] = [
  ['nobody in the book', {}, {}, 'new', []],
  ['the card and everything else as in the book', {}, { byCard: MEMBER }, 'same', []],
  ['the card with another home place', { homePlace: 'xã Đông Sơn' }, { byCard: MEMBER }, 'changed', []],
  ['the card with the name in other marks', { fullName: 'Lò Văn Ân' }, { byCard: MEMBER }, 'changed', []],
  [
    'the card of someone with another name and birth',
    { fullName: 'Vàng A Pó', born: '1970' },
    { byCard: MEMBER },
    'decide',
    ['update', 'skip'],
  ],
  ['the card of someone in another unit', {}, { byCard: { ...MEMBER, inUnit: false } }, 'wrong', []],
  ['the card of someone who left', {}, { byCard: { ...MEMBER, status: 'left' } }, 'wrong', []],
  ['the card of someone out of reach', {}, { cardElsewhere: true }, 'wrong', []],
  [
    'the citizen number without a card',
    { cardNumber: null, citizenId: '031' },
    { byCitizen: { ...MEMBER, citizenId: '031' } },
    'same',
    [],
  ],
  ['name and birth with another card', { cardNumber: '87654321' }, { byName: MEMBER }, 'decide', ['add', 'update', 'skip']],
  ['name and birth without a card, same cell and day of joining', { cardNumber: null }, { byName: MEMBER }, 'same', []],
  [
    'name and birth without a card, another day of joining',
    { cardNumber: null, joined: '2006-02-03' },
    { byName: MEMBER },
    'decide',
    ['add', 'update', 'skip'],
  ],
  ['name and birth of someone who left', {}, { byName: { ...MEMBER, status: 'left' } }, 'new', []],
];

for (const [situation, values, held, state, choices] of CASES) {
  test(`${situation} → ${state}`, () => {
    const judged = judge(values, held);
    assert.deepEqual([judged.state, judged.choices], [state, choices]);
  });
}

test('a refused row stays wrong whoever the book holds', () => {
  const problems: ReadRow['problems'] = [{ field: 'born', column: 1, flaw: 'date', message: 'x' }];
  assert.equal(rowJudge(MAPPING)({ ...row(), problems }, { ...NOBODY, byCard: MEMBER }).state, 'wrong');
});

test('two rows that mean one member: the second is wrong and names the first', () => {
  const next = rowJudge(MAPPING);
  next(row(), { ...NOBODY, byCard: MEMBER });
  const second = next(row({ cardNumber: null }, 9), { ...NOBODY, byCitizen: MEMBER });
  assert.deepEqual([second.state, second.problems[0]?.message.includes('dòng 2')], ['wrong', true]);
});

test('another cell, or recognition of someone on probation, is told and left to an event', () => {
  const judged = judge(
    { cellId: 'cell-2', official: '2006-02-03' },
    { byCard: { ...MEMBER, status: 'probationary', official: null } },
  );
  assert.deepEqual(
    [judged.state, judged.problems.map((problem) => [problem.field, problem.warning])],
    [
      'same',
      [
        ['cell', true],
        ['official', true],
      ],
    ],
  );
});

test('sensitive values of the book are not shown where they differ', () => {
  const judged = judge({ religion: 'Không' }, { byCard: { ...MEMBER, religion: 'Phật giáo' } });
  assert.deepEqual([judged.state, JSON.stringify(judged.problems).includes('Phật giáo')], ['changed', false]);
});

test('an empty cell and a date that says less change nothing; one that says more does', () => {
  assert.deepEqual(changesOf({ ...VALUES, homePlace: null, born: '1980' }, { ...MEMBER, homePlace: 'xã Đông Sơn' }), {});
  assert.deepEqual(changesOf({ ...VALUES, born: '1980-02-01' }, { ...MEMBER, born: '1980' }), { born: '1980-02-01' });
});

test('without a card and a day of recognition a member is on probation', () => {
  assert.equal(registeredStatus({ ...VALUES, cardNumber: null }), 'probationary');
  assert.equal(registeredStatus({ ...VALUES, cardNumber: null, official: '2006' }), 'official');
  assert.equal(registeredStatus(VALUES), 'official');
});

test('every state is counted, also where there is none', () => {
  assert.deepEqual(countStates([{ state: 'new' }, { state: 'new' }, { state: 'wrong' }]), {
    new: 2,
    changed: 0,
    same: 0,
    decide: 0,
    wrong: 1,
  });
});

test('the stamps of an import say where it stands', () => {
  const fresh = { startedAt: null, committedAt: null, takenBackAt: null, running: false, counts: {} };
  const at = '2026-11-22';
  assert.equal(importStep(fresh), 'columns');
  assert.equal(importStep({ ...fresh, counts: { new: 0 } }), 'preview');
  assert.equal(importStep({ ...fresh, startedAt: at, running: true }), 'running');
  assert.equal(importStep({ ...fresh, startedAt: at }), 'interrupted');
  assert.equal(importStep({ ...fresh, startedAt: at, committedAt: at }), 'done');
  assert.equal(importStep({ ...fresh, startedAt: at, committedAt: at, takenBackAt: at }), 'takenBack');
});
