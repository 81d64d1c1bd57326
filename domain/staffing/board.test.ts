import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decreasesByReason, differenceOf, type QuotaLine, standingOf, sumOf, unexplainedOf } from './board';
import { CHANGE_REASONS, QUOTA_KEYS } from './words';

for (const [inPost, standing, difference] of [
  [19, 'short', -1],
  [20, 'full', 0],
  [21, 'excess', 1],
] as const)
  test(`${inPost} in post of 20 assigned is ${standing}`, () => {
    assert.equal(standingOf({ assigned: 20, inPost }), standing);
    assert.equal(differenceOf({ assigned: 20, inPost }), difference);
  });

test('a line without one of its figures has no difference and says so', () => {
  for (const line of [
    { assigned: null, inPost: 3 },
    { assigned: 3, inPost: null },
  ]) {
    assert.equal(differenceOf(line), null);
    assert.equal(standingOf(line), 'unknown');
  }
});

test('a surplus in one unit fills no gap in another', () => {
  const line = (assigned: number | null, inPost: number | null): QuotaLine => ({ kind: 'officials', assigned, inPost });
  assert.deepEqual(sumOf([line(10, 12), line(10, 7), line(5, 5), line(4, null)]), {
    assigned: 29,
    inPost: 24,
    excess: 2,
    short: 3,
    unknown: 1,
  });
});

test('decreases stand by reason and increases are none of them', () => {
  const { rows, total } = decreasesByReason([
    { reason: 'retired', persons: 3 },
    { reason: 'nd178', persons: 2 },
    { reason: 'retired', persons: 1 },
    { reason: 'recruited', persons: 9 },
  ]);
  assert.deepEqual(
    rows.filter(({ persons }) => persons).map(({ reason, persons }) => [reason, persons]),
    [
      ['retired', 4],
      ['nd178', 2],
    ],
  );
  assert.equal(total, 6);
});

test('what the changes do not explain is shown', () => {
  const changes = [
    { reason: 'retired', persons: 3 },
    { reason: 'moved-in', persons: 1 },
  ] as const;
  assert.deepEqual(
    [
      unexplainedOf(20, changes, 17),
      unexplainedOf(20, changes, 18),
      unexplainedOf(20, changes, 19),
      unexplainedOf(null, changes, 18),
    ],
    [-1, 0, 1, null],
  );
});

const figure = fc.option(fc.integer({ min: 0, max: 500 }));
const quotaLine = fc.record({ kind: fc.constantFrom(...QUOTA_KEYS), assigned: figure, inPost: figure });

test('sums of parts are the sum of the whole, and known differences are excess less shortage', () => {
  fc.assert(
    fc.property(fc.array(quotaLine), fc.array(quotaLine), (some, others) => {
      const [a, b, all] = [sumOf(some), sumOf(others), sumOf([...some, ...others])];
      for (const key of ['assigned', 'inPost', 'excess', 'short', 'unknown'] as const) assert.equal(a[key] + b[key], all[key]);
      const net = [...some, ...others].reduce((sum, line) => sum + (differenceOf(line) ?? 0), 0);
      assert.equal(all.excess - all.short, net);
    }),
  );
});

test('a book kept without gaps is explained by its changes', () => {
  const change = fc.record({ reason: fc.constantFrom(...CHANGE_REASONS), persons: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), fc.array(change), fc.integer({ min: -5, max: 5 }), (before, changes, gap) => {
      const increases = changes.filter(({ reason }) => reason === 'recruited' || reason === 'moved-in');
      const risen = increases.reduce((sum, { persons }) => sum + persons, 0);
      const after = before + risen - decreasesByReason(changes).total + gap;
      assert.equal(unexplainedOf(before, changes, after), gap);
    }),
  );
});
