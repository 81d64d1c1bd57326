import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths } from '@/domain/calendar';
import { defaultRules } from '@/domain/rule-sets';
import {
  certificateAlarms,
  countByMonth,
  farthest,
  nearness,
  outlookMonths,
  poorRun,
  rotationAlarms,
  rotationStage,
  rotationsSince,
  termAlarms,
} from './alarms';

const rules = defaultRules();
const TODAY = '2026-11-22';
const ending = (days: number) => ({ name: String(days), termEndsOn: addDays(TODAY, days) });

test('the end of a term is near within 180, 90 and 30 days, each to the day; past ones stand first', () => {
  const of = (days: number) => nearness(addDays(TODAY, days), TODAY, rules['appoint.alarm'].value);
  assert.deepEqual([-400, -1, 0, 1, 29, 30, 31, 89, 90, 91, 179, 180, 181].map(of), [
    0,
    0,
    30,
    30,
    30,
    30,
    90,
    90,
    90,
    180,
    180,
    180,
    null,
  ]);
  assert.equal(farthest(rules), 180);
});

test('terms are listed in groups, the most pressing first, in each by day; what is far is left out', () => {
  const groups = termAlarms([ending(170), ending(-3), ending(181), ending(20), ending(5), ending(60)], TODAY, rules);
  assert.deepEqual(
    groups.map(({ within, holdings }) => [within, ...holdings.map(({ name }) => name)]),
    [
      [0, '-3'],
      [30, '5', '20'],
      [90, '60'],
      [180, '170'],
    ],
  );
  assert.deepEqual(termAlarms([], TODAY, rules), []);
});

test('every term within the farthest alarm stands in exactly one group', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -500, max: 500 })), (list) => {
      const groups = termAlarms(list.map(ending), TODAY, rules);
      assert.equal(groups.flatMap(({ holdings }) => holdings).length, list.filter((days) => days <= 180).length);
    }),
  );
});

test('the outlook on retirements counts five years by month, empty months too, and nobody twice', () => {
  const months = outlookMonths(TODAY, rules);
  assert.deepEqual([months.length, months[0], months.at(-1)], [60, '2026-11-01', '2031-10-01']);
  const counts = countByMonth(['2026-10-31', '2026-11-30', '2027-04-30', '2027-04-30', '2031-10-31', '2031-11-30'], months);
  assert.deepEqual(
    counts.filter(({ count }) => count).map(({ month, count }) => [month, count]),
    [
      ['2026-11-01', 1],
      ['2027-04-01', 2],
      ['2031-10-01', 1],
    ],
  );
  assert.equal(counts.length, 60);
});

test('a rotation is reminded of from 30 months, and due from 36', () => {
  const at = (months: number, days = 0) => rotationStage(addDays(addMonths(TODAY, -months), days), TODAY, rules);
  assert.deepEqual(
    [at(29), at(30, 1), at(30), at(31), at(35), at(36, 1), at(36), at(37)],
    [null, null, 'remind', 'remind', 'remind', 'remind', 'due', 'due'],
  );
  assert.equal(rotationsSince(TODAY, rules), '2024-05-22');
  const listed = rotationAlarms(
    ['2024-05-23', '2024-05-22', '2023-01-01', '2023-11-22', '2024-01-01'].map((from) => ({ from })),
    TODAY,
    rules,
  );
  assert.deepEqual(
    listed.map(({ stage, rotations }) => [stage, ...rotations.map(({ from }) => from)]),
    [
      ['due', '2023-01-01', '2023-11-22'],
      ['remind', '2024-01-01', '2024-05-22'],
    ],
  );
});

test('a certificate is reminded of within 90 days of its last day, and stands first once that is past', () => {
  const listed = certificateAlarms(
    [91, 90, 0, -1, 89].map((days) => ({ validTo: addDays(TODAY, days), days })),
    TODAY,
    rules,
  );
  assert.deepEqual(
    listed.map(({ within, certificates }) => [within, ...certificates.map(({ days }) => days)]),
    [
      [0, -1],
      [90, 0, 89, 90],
    ],
  );
});

test('two years running "không hoàn thành" up to the last year rated are a run; a good year or a year not rated ends it', () => {
  const years = (text: Record<number, boolean>) => Object.entries(text).map(([year, failed]) => ({ year: Number(year), failed }));
  assert.deepEqual(poorRun(years({ 2023: false, 2024: true, 2025: true }), rules), [2024, 2025]);
  assert.deepEqual(poorRun(years({ 2023: true, 2024: true, 2025: true }), rules), [2023, 2024, 2025]);
  assert.deepEqual(poorRun(years({ 2024: false, 2025: true }), rules), []);
  assert.deepEqual(poorRun(years({ 2023: true, 2024: true, 2025: false }), rules), []);
  assert.deepEqual(poorRun(years({ 2023: true, 2025: true }), rules), []);
  assert.deepEqual(poorRun([], rules), []);
});
