import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths, monthOf } from '@/domain/calendar';
import { defaultRules } from '@/domain/rule-sets';
import { alarmWindows, filledMonths, outlookMonths, retiringBirths, windowWords, yearRows } from './alarms';
import { birthMonth, retirementOf } from './retirement';
import { daysUntil } from './terms';

const rules = defaultRules();
const TODAY = '2026-11-22';
const DAYS = rules['appoint.alarm'].value;

/** In which window a last day must lie: past, or the smallest number of days that it is within. */
const nearness = (day: string, days: readonly number[]): number | null => {
  const left = daysUntil(day, TODAY);
  return left < 0 ? 0 : (days.toSorted((a, b) => a - b).find((within) => left <= within) ?? null);
};
const windowsOf = (day: string, days: readonly number[]) =>
  alarmWindows(TODAY, days)
    .filter(({ from, to }) => (from === null || from <= day) && day <= to)
    .map(({ within }) => within);

test('the end of a term is near within 180, 90 and 30 days, each to the day', () => {
  assert.deepEqual(
    [-400, -1, 0, 1, 29, 30, 31, 89, 90, 91, 179, 180, 181].map((left) => windowsOf(addDays(TODAY, left), DAYS)),
    [[0], [0], [30], [30], [30], [30], [90], [90], [90], [180], [180], [180], []],
  );
});

test('the windows stand from the most pressing on and have words', () => {
  const windows = alarmWindows(TODAY, DAYS);
  assert.deepEqual(windows, [
    { within: 0, from: null, to: '2026-11-21' },
    { within: 30, from: '2026-11-22', to: '2026-12-22' },
    { within: 90, from: '2026-12-23', to: '2027-02-20' },
    { within: 180, from: '2027-02-21', to: '2027-05-21' },
  ]);
  assert.deepEqual(
    windows.map((window) => windowWords(window, DAYS)),
    ['đã quá hạn', 'trong 30 ngày tới', 'sau 30 đến 90 ngày', 'sau 90 đến 180 ngày'],
  );
});

test('every day up to the farthest alarm lies in exactly the window that its nearness says, whatever days the province set', () => {
  const alarm = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(alarm, fc.integer({ min: -600, max: 600 }), (days, distance) => {
      const day = addDays(TODAY, distance);
      const expected = nearness(day, days);
      assert.deepEqual(windowsOf(day, days), expected === null ? [] : [expected]);
    }),
  );
});

test('the outlook covers five years by month, empty months too, and its years add up', () => {
  const months = outlookMonths(TODAY, rules);
  assert.deepEqual([months.length, months[0], months.at(-1)], [60, '2026-11-01', '2031-10-01']);
  const filled = filledMonths(
    [
      { month: '2026-11-01', count: 1 },
      { month: '2027-04-01', count: 2 },
      { month: '2031-11-01', count: 9 },
    ],
    months,
  );
  assert.equal(filled.length, 60);
  const years = yearRows(filled);
  assert.deepEqual(
    years.map(({ year, total }) => [year, total]),
    [
      [2026, 1],
      [2027, 2],
      [2028, 0],
      [2029, 0],
      [2030, 0],
      [2031, 0],
    ],
  );
  assert.deepEqual(years[0]?.months, [...Array(10).fill(null), 1, 0]);
  assert.equal(years[1]?.months[3], 2);
});

test('whoever retires in a month of the outlook is asked for in that month and in no other', () => {
  const months = outlookMonths(TODAY, rules);
  const births = retiringBirths(months, rules);
  const born = fc
    .tuple(fc.integer({ min: 0, max: 320 }), fc.integer({ min: 0, max: 30 }), fc.constantFrom(4, 7, 10))
    .map(([month, days, length]) => addDays(addMonths('1955-01-01', month), days).slice(0, length));
  fc.assert(
    fc.property(born, fc.boolean(), fc.constantFrom('normal' as const, 'women_60' as const), (date, female, rule) => {
      fc.pre(female || rule === 'normal');
      const found = births.filter((each) => each.female === female && each.rule === rule && each.born === birthMonth(date));
      const month = monthOf(retirementOf({ female, born: date, rule, on: null }, rules).leaves);
      assert.deepEqual(
        found.map((each) => each.month),
        months.includes(month) ? [month] : [],
      );
    }),
    { numRuns: 1000 },
  );
});
