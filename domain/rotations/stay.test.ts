import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths } from '@/domain/calendar';
import { defaultRules } from '@/domain/rule-sets';
import { dueOn, monthsServed, prepareOn, ratedYears, type Stay, stateOn } from './stay';

const RULES = defaultRules();
const stayState = (stay: Stay, today: string, rules: typeof RULES) =>
  stateOn({ ...stay, prepareOn: prepareOn(stay, rules), dueOn: dueOn(stay, rules) }, today);
const SINCE_MAY_2024: Stay = { startedOn: '2024-05-15', until: null, endedOn: null };

for (const [today, expected] of [
  ['2024-05-14', 'ahead'],
  ['2024-05-15', 'running'],
  ['2026-11-14', 'running'],
  ['2026-11-15', 'prepare'],
  ['2026-11-16', 'prepare'],
  ['2027-05-14', 'prepare'],
  ['2027-05-15', 'due'],
  ['2027-05-16', 'due'],
] as const)
  test(`a stay since 15/05/2024 without another end is "${expected}" on ${today}`, () =>
    assert.equal(stayState(SINCE_MAY_2024, today, RULES), expected));

test('an extended stay is prepared as long before its new end', () => {
  const extended = { ...SINCE_MAY_2024, until: '2029-05-15' };
  assert.equal(prepareOn(extended, RULES), '2028-11-15');
  assert.deepEqual(
    ['2028-11-14', '2028-11-15', '2029-05-14', '2029-05-15'].map((day) => stayState(extended, day, RULES)),
    ['running', 'prepare', 'prepare', 'due'],
  );
});

test('an ended stay is ended from its last day on, whatever the months', () => {
  const ended = { ...SINCE_MAY_2024, endedOn: '2025-06-30' };
  assert.equal(stayState(ended, '2025-06-29', RULES), 'running');
  assert.equal(stayState(ended, '2025-06-30', RULES), 'ended');
});

test('another least time in the rules moves both reminders', () => {
  const rules = {
    'rotate.min': { ...RULES['rotate.min'], value: 48 },
    'rotate.remind': { ...RULES['rotate.remind'], value: 40 },
  };
  assert.equal(prepareOn(SINCE_MAY_2024, rules), '2027-09-15');
  assert.equal(dueOn(SINCE_MAY_2024, rules), '2028-05-15');
});

test('whole months are served, none before the start and none after the end', () => {
  assert.deepEqual(
    ['2024-05-01', '2024-06-14', '2024-06-15', '2027-05-15'].map((day) => monthsServed(SINCE_MAY_2024, day)),
    [0, 0, 1, 36],
  );
  assert.equal(monthsServed({ ...SINCE_MAY_2024, endedOn: '2025-05-15' }, '2027-05-15'), 12);
});

test('every calendar year of the stay is rated', () => {
  assert.deepEqual(ratedYears(SINCE_MAY_2024, '2026-11-22'), [2024, 2025, 2026]);
  assert.deepEqual(ratedYears({ ...SINCE_MAY_2024, endedOn: '2025-02-01' }, '2026-11-22'), [2024, 2025]);
  assert.deepEqual(ratedYears({ ...SINCE_MAY_2024, startedOn: '2027-01-01' }, '2026-11-22'), []);
});

test('the states follow one another and never go back', () => {
  const order = ['ahead', 'running', 'prepare', 'due'];
  const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2015-01-01', days));
  fc.assert(
    fc.property(day, fc.option(fc.integer({ min: 12, max: 84 })), day, day, (startedOn, months, one, other) => {
      const stay = { startedOn, until: months === null ? null : addMonths(startedOn, months), endedOn: null };
      const [earlier, later] = one < other ? [one, other] : [other, one];
      assert.ok(prepareOn(stay, RULES) <= dueOn(stay, RULES));
      assert.ok(order.indexOf(stayState(stay, earlier, RULES)) <= order.indexOf(stayState(stay, later, RULES)));
    }),
  );
});
