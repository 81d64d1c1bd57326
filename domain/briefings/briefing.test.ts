import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Briefing,
  compared,
  coveredUpTo,
  isRunning,
  periodsUpTo,
  planShare,
  type TotalRow,
  unbalanced,
  worstFirst,
} from './briefing';
import { figuresFrom } from './figures';
import { behindPlan, sentences, sentenceText } from './sentences';

const row = (name: string, over: Partial<TotalRow> = {}): TotalRow => ({
  unitId: name,
  name,
  now: figuresFrom({ stockStart: 10, admitted: 2, stockEnd: 12 }),
  previous: null,
  lastYear: null,
  admittedThisYear: 2,
  plan: null,
  ...over,
});

const briefing = (over: Partial<Briefing> = {}): Briefing => ({
  unit: { id: 'u', name: 'Đảng bộ tỉnh', shortName: 'Tỉnh', depth: 0, isCell: false },
  period: '2026-Q4',
  asOf: '2026-11-22',
  total: row('Tỉnh'),
  rows: [],
  series: [],
  version: 0,
  frozen: null,
  reopened: null,
  live: null,
  ...over,
});

test('a quarter without books is not comparable, one with zero is', () => {
  assert.equal(compared(5, null), null);
  assert.deepEqual(compared(5, 0), { before: 0, difference: 5 });
});

test('share of the plan is of the whole year, one decimal, null without a plan', () => {
  assert.equal(planShare({ admittedThisYear: 31, plan: 38 }), 81.6);
  assert.equal(planShare({ admittedThisYear: 138, plan: 125 }), 110.4);
  assert.equal(planShare({ admittedThisYear: 3, plan: null }), null);
  assert.equal(planShare({ admittedThisYear: 3, plan: 0 }), null);
});

test('twelve quarters end with the one that is read', () => {
  const periods = periodsUpTo('2026-Q4', 12);
  assert.equal(periods.length, 12);
  assert.deepEqual([periods[0], periods.at(-1)], ['2024-Q1', '2026-Q4']);
});

test('a running quarter is covered up to today, a past one to its end, a coming one not at all', () => {
  assert.equal(coveredUpTo('2026-Q4', '2026-11-22'), '2026-11-22');
  assert.equal(coveredUpTo('2026-Q3', '2026-11-22'), '2026-09-30');
  assert.equal(coveredUpTo('2026-Q4', '2026-10-01'), '2026-10-01');
  assert.equal(coveredUpTo('2026-Q4', '2026-09-30'), null);
  assert.equal(coveredUpTo('2026-Q5', '2026-11-22'), null);
  assert.equal(isRunning('2026-Q4', '2026-12-30'), true);
  assert.equal(isRunning('2026-Q4', '2026-12-31'), false);
});

test('units under the danger line come lowest first, the line itself is not under it', () => {
  const rows = [
    row('A', { admittedThisYear: 7, plan: 10 }),
    row('B', { admittedThisYear: 5, plan: 10 }),
    row('C', { admittedThisYear: 69, plan: 100 }),
    row('D'),
  ];
  assert.deepEqual(
    behindPlan(rows, 70).map(({ row: { name } }) => name),
    ['B', 'C'],
  );
});

test('a row whose books do not balance is named', () => {
  const wrong = row('Sai', { now: figuresFrom({ stockStart: 10, stockEnd: 12 }) });
  assert.deepEqual(
    unbalanced([row('Đúng'), wrong]).map((found) => found.row.name),
    ['Sai'],
  );
});

test('two minutes of reading say plan, comparison and meetings in whole sentences', () => {
  const now = figuresFrom({
    stockStart: 2989,
    admitted: 31,
    transferredIn: 10,
    died: 18,
    stockEnd: 3012,
    expected: 300,
    held: 283,
    missing: 17,
    late: 4,
    attendanceDue: 1000,
    attendancePresent: 914,
  });
  const total = row('Tỉnh', {
    now,
    lastYear: figuresFrom({ admitted: 27 }),
    previous: figuresFrom({ expected: 450, held: 432 }),
    admittedThisYear: 31,
    plan: 38,
  });
  const said = sentences(briefing({ total, rows: [row('Xã Nà Lâu', { admittedThisYear: 5, plan: 12 })] }), 70);
  assert.deepEqual(said.map(sentenceText), [
    'Toàn đảng bộ có 3.012 đảng viên, +23 so với đầu quý: tăng 41, giảm 18; công nhận chính thức 0.',
    'Kết nạp 31 đảng viên trong quý; từ đầu năm 31/38, đạt 81,6% kế hoạch năm; hơn 4 so với quý IV/2025.',
    '1 đơn vị dưới 70% chỉ tiêu kết nạp năm: Xã Nà Lâu 41,7%.',
    'Sinh hoạt thường kỳ 283/300 kỳ (94,3%), giảm 1,7 điểm so với quý trước; 17 kỳ chưa có biên bản, tính đến hết tháng 11; nộp muộn 4.',
    'Đảng viên dự sinh hoạt 914/1.000 lượt (91,4%); vắng không lý do 0 lượt.',
  ]);
  assert.deepEqual(
    said.map((sentence) => sentence.urgent),
    [false, false, true, false, false],
  );
});

test('with nothing to compare the sentence says so', () => {
  assert.match(sentences(briefing(), 70).map(sentenceText).join('\n'), /không so sánh được với cùng kỳ/);
});

test('furthest behind the plan stands first, then fewest meetings held, those without a plan last', () => {
  const met = (held: number) => figuresFrom({ held, expected: 10 });
  const rows = [
    row('no plan', { now: met(0) }),
    row('half', { admittedThisYear: 5, plan: 10 }),
    row('none, met 9', { admittedThisYear: 0, plan: 10, now: met(9) }),
    row('none, met 8', { admittedThisYear: 0, plan: 10, now: met(8) }),
  ];
  assert.deepEqual(
    worstFirst(rows).map(({ name }) => name),
    ['none, met 8', 'none, met 9', 'half', 'no plan'],
  );
});
