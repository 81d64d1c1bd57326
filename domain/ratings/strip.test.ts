import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules } from '@/domain/rule-sets';
import { failedRun, isFailing, lastRatedYear, stripLetters, stripOf, stripTitle, type YearRating } from './strip';
import type { Level } from './words';

const rules = defaultRules();
const years = (...given: [number, Level][]): YearRating[] => given.map(([year, level]) => ({ year, level }));

test('a strip is the last three years, oldest first, with the years nobody rated left empty', () => {
  const strip = stripOf(years([2022, 'failed'], [2025, 'outstanding'], [2023, 'good']), 2025, rules);
  assert.equal(stripLetters(strip), 'T · – · XS');
  assert.equal(stripTitle(strip), '2023: Hoàn thành tốt nhiệm vụ; 2024: chưa xếp loại; 2025: Hoàn thành xuất sắc nhiệm vụ');
  assert.equal(stripOf([], 2025, { 'class.strip': { ...rules['class.strip'], value: 5 } })[0]?.year, 2021);
});

for (const [situation, given, run] of [
  ['no rating at all', years(), 0],
  ['one bad year', years([2025, 'failed']), 1],
  ['two bad years running', years([2024, 'failed'], [2025, 'failed']), 2],
  ['three bad years running', years([2025, 'failed'], [2023, 'failed'], [2024, 'failed']), 3],
  ['two bad years with a good one between', years([2023, 'failed'], [2024, 'done'], [2025, 'failed']), 1],
  ['two bad years with an unrated one between', years([2023, 'failed'], [2025, 'failed']), 1],
  ['two bad years and then a better one', years([2023, 'failed'], [2024, 'failed'], [2025, 'done']), 0],
] as const)
  test(`${situation}: ${run} running, ${run >= 2 ? 'to be considered' : 'nothing to consider'}`, () => {
    assert.equal(failedRun(given), run);
    assert.equal(isFailing(given, rules), run >= 2);
  });

test('the last rated year is the one that is over', () => {
  assert.deepEqual(['2026-01-01', '2026-12-31'].map(lastRatedYear), [2025, 2025]);
});
