import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules } from '@/domain/rule-sets';
import { reductionFor, roadmapOf } from './roadmap';

const rules = defaultRules();
const officials = rules['staffing.officials'];
const road = (base: number | null, last: number | null) =>
  roadmapOf(
    [
      { year: 2026, assigned: last },
      { year: 2021, assigned: base },
    ],
    officials,
  );

for (const [assigned, percent, missing] of [
  [191, 4.5, 1],
  [190, 5, 0],
  [189, 5.5, 0],
] as const)
  test(`${assigned} of 200 at the end of the road is ${percent} % and ${missing} persons short of 5 %`, () =>
    assert.deepEqual(road(200, assigned)?.years, [{ year: 2026, assigned, cut: 200 - assigned, percent, due: 10, missing }]));

for (const [base, target] of [
  [100, 5],
  [101, 6],
  [99, 5],
  [20, 1],
  [0, 0],
] as const)
  test(`5 % of ${base} posts are ${target} whole persons`, () => assert.equal(road(base, base)?.target, target));

test('the road is even: a fifth of the cut each year, rounded up to persons, and past the end it asks no more', () => {
  const quotas = [2021, 2022, 2023, 2024, 2025, 2026, 2027].map((year) => ({ year, assigned: 140 }));
  assert.deepEqual(
    roadmapOf(quotas, officials)?.years.map(({ year, due, missing }) => [year, due, missing]),
    [
      [2022, 2, 2],
      [2023, 3, 3],
      [2024, 5, 5],
      [2025, 6, 6],
      [2026, 7, 7],
      [2027, 7, 7],
    ],
  );
});

test('a share is never rounded up to the mark: 49 of 988 are 4,9 %', () => {
  assert.equal(road(988, 939)?.years[0]?.percent, 4.9);
  assert.equal(road(988, 938)?.years[0]?.percent, 5);
});

test('a quota that grew is a negative cut, a year without figure has none, and without a base year there is no road', () => {
  assert.deepEqual(
    [road(100, 104)?.years[0]?.cut, road(100, 104)?.years[0]?.percent, road(100, 104)?.years[0]?.missing],
    [-4, -4, 9],
  );
  assert.deepEqual([road(100, null)?.years[0]?.cut, road(100, null)?.years[0]?.missing], [null, null]);
  assert.equal(road(null, 90), null);
});

test('officials and public employees have their own cut, contracts have none, and the road names its document', () => {
  assert.deepEqual(
    (['officials', 'commune', 'employees', 'contracts'] as const).map((kind) => reductionFor(kind, rules)?.value.percent),
    [5, 5, 10, undefined],
  );
  assert.match(road(100, 95)?.basis ?? '', /Kết luận 28-KL\/TW/);
});
