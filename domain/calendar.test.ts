import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as calendar from '@/domain/calendar';

test('today turns at midnight in Vietnam', () => {
  assert.equal(calendar.todayInVietnam(new Date('2026-11-02T16:59:59Z')), '2026-11-02');
  assert.equal(calendar.todayInVietnam(new Date('2026-11-02T17:00:00Z')), '2026-11-03');
});

test('only real days are dates', () => {
  for (const text of ['2024-02-29', '2000-02-29', '2026-12-31']) assert.ok(calendar.isIsoDate(text), text);
  for (const text of ['2023-02-29', '1900-02-29', '2026-13-01', '2026-00-01', '2026-04-31', '2026-1-1', '2026', ''])
    assert.ok(!calendar.isIsoDate(text), text);
  for (const text of ['1986', '2015-06', '2024-02-29']) assert.ok(calendar.isPartialDate(text), text);
  for (const text of ['86', '2015-13', '2023-02-29', '2015-6', '2015-']) assert.ok(!calendar.isPartialDate(text), text);
});

test('dates are shown day first, as far as known', () => {
  const cases = { '2026-11-03': '03/11/2026', '2015-06': '06/2015', '1986': '1986' };
  for (const [date, shown] of Object.entries(cases)) assert.equal(calendar.formatDate(date), shown);
});

test('dates are read in every usual spelling', () => {
  const cases = {
    '3/11/2026': '2026-11-03',
    '03-11-2026': '2026-11-03',
    ' 3.11.2026 ': '2026-11-03',
    '6/2015': '2015-06',
    '06-2015': '2015-06',
    '1986': '1986',
    '2026-11-03': '2026-11-03',
    '29/2/2024': '2024-02-29',
    '3 / 11 / 2026': '2026-11-03',
  };
  for (const [text, date] of Object.entries(cases)) assert.deepEqual(calendar.parseTypedDate(text), { date }, text);
});

test('a date that cannot be is refused with what to do', () => {
  assert.deepEqual(calendar.parseTypedDate('31/02/1975', 'ngày sinh'), {
    problem: 'Ngày 31/02/1975 không có thật. Hãy sửa lại ngày sinh.',
  });
  assert.deepEqual(calendar.parseTypedDate('13/2015'), { problem: 'Tháng 13/2015 không có thật. Hãy sửa lại ngày.' });
  for (const text of ['29/2/2023', '0/1/2020', '1/0/2020', '', 'abc', '3/11/26', '1/1/1899', '1/1/2101', '1/2/3/2020'])
    assert.ok('problem' in calendar.parseTypedDate(text), text);
});

test('what is shown reads back as the same date', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));
  fc.assert(fc.property(partial, (date) => assert.deepEqual(calendar.parseTypedDate(calendar.formatDate(date)), { date })));
});

test('a partial date spans from its first to its last day', () => {
  const cases = [
    ['1986', '1986-01-01', '1986-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2026-11-03', '2026-11-03', '2026-11-03'],
  ] as const;
  for (const [date, first, last] of cases) assert.deepEqual([calendar.earliest(date), calendar.latest(date)], [first, last]);
});

test('partial dates are in order only when no reading says otherwise', () => {
  const cases = [
    ['2015', '2016', true],
    ['2015', '2015-06', false],
    ['2015-05', '2015-06-01', true],
    ['2015-06', '2015-06-06', false],
    ['2016', '2015', false],
  ] as const;
  for (const [a, b, before] of cases) assert.equal(calendar.isBeforePartial(a, b), before);
});

test('months are added to the end of shorter months', () => {
  const cases = [
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-01', -23, '2024-12-01'],
  ] as const;
  for (const [date, months, result] of cases) assert.equal(calendar.addMonths(date, months), result);
  assert.equal(calendar.addDays('2024-02-28', 1), '2024-02-29');
  assert.equal(calendar.addDays('2026-01-01', -1), '2025-12-31');
  assert.equal(calendar.monthOf('2026-11-22'), '2026-11-01');
});

test('whole months and years are counted at n-1, n and n+1 days', () => {
  const months = [
    ['2026-01-15', '2026-02-14', 0],
    ['2026-01-15', '2026-02-15', 1],
    ['2026-01-15', '2026-02-16', 1],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-02-15', '2026-01-15', -1],
  ] as const;
  for (const [from, to, count] of months) assert.equal(calendar.monthsBetween(from, to), count);
  const years = [
    ['1996-11-03', '2026-11-02', 29],
    ['1996-11-03', '2026-11-03', 30],
    ['1996-11-03', '2026-11-04', 30],
    ['1996', '2026-01-01', 30],
    ['1996-12', '2026-11-30', 29],
    ['2024-02-29', '2025-02-28', 1],
  ] as const;
  for (const [from, to, count] of years) assert.equal(calendar.yearsBetween(from, to), count);
  assert.deepEqual(calendar.listMonths('2025-11-20', '2026-01-02'), ['2025-11-01', '2025-12-01', '2026-01-01']);
  assert.deepEqual(calendar.listMonths('2026-02-20', '2026-01-02'), []);
});

test('quarters are taken apart and named', () => {
  assert.deepEqual(calendar.parsePeriod('2026-Q4'), {
    year: 2026,
    quarter: 4,
    from: '2026-10-01',
    to: '2026-12-31',
    months: ['2026-10-01', '2026-11-01', '2026-12-01'],
  });
  for (const text of ['2026-Q5', '2026-Q0', '2026Q4', '', '2026-q4']) assert.equal(calendar.parsePeriod(text), null);
  const days = {
    '2026-01-01': '2026-Q1',
    '2026-03-31': '2026-Q1',
    '2026-04-01': '2026-Q2',
    '2026-09-30': '2026-Q3',
    '2026-12-31': '2026-Q4',
  };
  for (const [day, period] of Object.entries(days)) assert.equal(calendar.quarterOf(day), period);
  assert.equal(calendar.previousPeriod('2026-Q1'), '2025-Q4');
  assert.equal(calendar.previousPeriod('2026-Q4'), '2026-Q3');
  assert.equal(calendar.samePeriodLastYear('2026-Q4'), '2025-Q4');
  assert.equal(calendar.periodLabel('2026-Q4'), 'quý IV/2026');
  assert.equal(calendar.monthLabel('2026-11-01'), 'tháng 11/2026');
  assert.throws(() => calendar.periodLabel('abc'), RangeError);
});

test('working days skip weekends and days off and count make-up days', () => {
  const holidays = [
    { day: '2026-09-02', workday: false },
    { day: '2026-09-05', workday: true },
  ];
  const cases = [
    ['2026-09-01', 0, '2026-09-01'],
    ['2026-09-01', 1, '2026-09-03'],
    ['2026-09-03', 2, '2026-09-05'],
    ['2026-09-04', 2, '2026-09-07'],
    ['2026-09-03', -1, '2026-09-01'],
    ['2026-11-20', 1, '2026-11-23'],
  ] as const;
  for (const [date, days, result] of cases)
    assert.equal(calendar.addWorkingDays(date, days, holidays), result, `${date} ${days}`);
});
