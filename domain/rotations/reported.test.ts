import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LEVEL_ORDER, type RotationLevel } from './levels';
import { againstLedger, gapText, type Reported, reportedGaps, sumReported } from './reported';

/** Published for 2010 to 10/2018; the parts do not add up to the stated sums. */
const PUBLISHED: Reported = {
  total: 164,
  vertical: 126,
  lines: [
    { from: 'province', to: 'district', turns: 19 },
    { from: 'district', to: 'province', turns: 4 },
    { from: 'district', to: 'commune', turns: 85 },
    { from: 'commune', to: 'district', turns: 13 },
  ],
};
const gaps = (over: Partial<Reported>) => reportedGaps({ ...PUBLISHED, ...over }).map(gapText);

test('the published figures show five turns of no stated direction and 38 across or other', () => {
  assert.deepEqual(gaps({}), ['chưa rõ hướng: 5', 'ngang/khác: 38']);
  assert.deepEqual(sumReported(PUBLISHED), { down: 104, up: 17, across: 0, undirected: 5, other: 38 });
});

for (const [vertical, expected] of [
  [120, ['các hướng dọc nhiều hơn số dọc: 1', 'ngang/khác: 44']],
  [121, ['ngang/khác: 43']],
  [122, ['chưa rõ hướng: 1', 'ngang/khác: 42']],
] as const)
  test(`121 turns in the lines and ${vertical} stated as vertical`, () => assert.deepEqual(gaps({ vertical }), expected));

for (const [total, expected] of [
  [125, ['chưa rõ hướng: 5', 'các phần nhiều hơn tổng số: 1']],
  [126, ['chưa rõ hướng: 5']],
  [127, ['chưa rõ hướng: 5', 'ngang/khác: 1']],
] as const)
  test(`126 vertical of ${total} in all`, () => assert.deepEqual(gaps({ total }), expected));

test('with lines of one level the rest is only "other"', () => {
  const lines = [...PUBLISHED.lines, { from: 'commune', to: 'commune', turns: 30 } as const];
  assert.deepEqual(gaps({ lines }), ['chưa rõ hướng: 5', 'khác, không nêu rõ: 8']);
});

test('a report that names no vertical sum is compared by its lines', () => {
  assert.deepEqual(gaps({ vertical: null }), ['ngang/khác: 43']);
});

test('stated parts and shown gaps always make the stated total', () => {
  const level = fc.constantFrom<RotationLevel>(...LEVEL_ORDER);
  const line = fc.record({ from: level, to: level, turns: fc.nat(200) });
  fc.assert(
    fc.property(fc.nat(900), fc.option(fc.nat(900)), fc.array(line, { maxLength: 8 }), (total, vertical, lines) => {
      const { down, up, across, undirected, other } = sumReported({ total, vertical, lines });
      assert.equal(down + up + undirected + across + other, total);
      assert.equal(
        down + up + across,
        lines.reduce((sum, { turns }) => sum + turns, 0),
      );
    }),
  );
});

test('the ledger of the same years is set beside the report', () => {
  const counted = [
    { from: 'province', to: 'district', turns: 19 },
    { from: 'district', to: 'district', turns: 7 },
  ] as const;
  assert.deepEqual(againstLedger(PUBLISHED, counted), { turns: 26, vertical: 19, missing: 138, verticalMissing: 107 });
  assert.equal(againstLedger({ ...PUBLISHED, vertical: null }, counted).verticalMissing, null);
});
