import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths } from '@/domain/calendar';
import { defaultRules } from '@/domain/rule-sets';
import { atExpiry, daysUntil, hasHeadedLongEnough, noticeBy, type Proposal, termEnd } from './terms';

const rules = defaultRules();

test('a term of 60 months ends the day before its fifth anniversary; notice is due 90 days ahead', () => {
  assert.equal(termEnd('2021-12-01', rules), '2026-11-30');
  assert.equal(termEnd('2024-02-29', rules), '2029-02-27');
  assert.equal(noticeBy('2026-11-30', rules), '2026-09-01');
  assert.deepEqual(
    ['2026-11-29', '2026-11-30', '2026-12-01'].map((day) => daysUntil(day, '2026-11-30')),
    [-1, 0, 1],
  );
});

/** Somebody with that many months left at the end of the term. */
const left = (months: number) => ({ reaches: addMonths('2026-11-01', months) });
const proposed = (elected: boolean, front: boolean, months: number) =>
  atExpiry({ elected, front }, '2026-11-30', left(months), rules).proposal;

for (const [name, elected, front, thresholds] of [
  [
    'appointed',
    false,
    false,
    [
      [1, 'retire', 'extend'],
      [24, 'extend', 'reappoint_to_retirement'],
      [60, 'reappoint_to_retirement', 'reappoint'],
    ],
  ],
  [
    'elected',
    true,
    false,
    [
      [1, 'retire', 'replace'],
      [48, 'replace', 'reelect'],
    ],
  ],
  [
    'elected in the Front',
    true,
    true,
    [
      [1, 'retire', 'replace'],
      [36, 'replace', 'reelect'],
    ],
  ],
] as const)
  test(`what is proposed at the end of a term, at every number of months where it changes: ${name}`, () => {
    for (const [threshold, below, from] of thresholds as readonly (readonly [number, Proposal, Proposal])[])
      assert.deepEqual(
        [threshold - 1, threshold, threshold + 1].map((months) => proposed(elected, front, months)),
        [below, from, from],
        String(threshold),
      );
  });

test('the proposal names the months left and the rule that decided it', () => {
  const extend = atExpiry({ elected: false, front: false }, '2026-11-30', left(23), rules);
  assert.deepEqual([extend.monthsLeft, extend.unsure], [23, true]);
  assert.match(extend.basis, /170\/2025/);
  assert.match(atExpiry({ elected: true, front: false }, '2026-11-30', left(50), rules).basis, /Chỉ thị 45/);
});

test('a head of one place for two whole terms has headed it long enough', () => {
  assert.deepEqual(
    [119, 120, 121].map((months) => hasHeadedLongEnough(months, rules)),
    [false, true, true],
  );
});

test('a later beginning never ends earlier, and the day after a term is 60 months from its first', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [first, second] = a <= b ? [a, b] : [b, a];
      assert.ok(termEnd(first, rules) <= termEnd(second, rules));
      assert.equal(addDays(termEnd(a, rules), 1), addMonths(a, 60));
    }),
  );
});
