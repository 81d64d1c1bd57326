import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '@/domain/calendar';
import { defaultRules } from '@/domain/rule-sets';
import { certificateAlarms, countByMonth, farthest, nearness, outlookMonths, termAlarms } from './alarms';

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
