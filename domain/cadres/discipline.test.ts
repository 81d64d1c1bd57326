import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths } from '@/domain/calendar';
import { defaultRules } from '@/domain/rule-sets';
import { type Disciplined, endsOn, standing, waiting, waitOver } from './discipline';

const rules = defaultRules();
const decidedOn = '2024-03-15';

for (const [form, months] of [
  ['reprimand', 24],
  ['warning', 36],
  ['removal', 60],
] as const)
  test(`after ${form} a higher post waits ${months} months to the day`, () => {
    const one: Disciplined = { form, decidedOn, endsOn: null };
    const over = addMonths(decidedOn, months);
    assert.equal(waitOver(one, rules), over);
    assert.deepEqual(
      [addDays(decidedOn, -1), decidedOn, addDays(over, -1), over, addDays(over, 1)].map(
        (day) => waiting([one], day, rules) !== null,
      ),
      [false, true, true, false, false],
    );
  });

test('a discipline stands until its day, or 12 months where none is written', () => {
  const written: Disciplined = { form: 'reprimand', decidedOn, endsOn: '2024-10-01' };
  const unwritten: Disciplined = { ...written, endsOn: null };
  assert.equal(endsOn(unwritten, rules), '2025-03-15');
  for (const [one, over] of [
    [written, '2024-10-01'],
    [unwritten, '2025-03-15'],
  ] as const)
    assert.deepEqual(
      [addDays(over, -1), over].map((day) => standing([one], day, rules)?.until),
      [over, undefined],
    );
});

test('of several the one that keeps longest answers', () => {
  const list: Disciplined[] = [
    { form: 'removal', decidedOn: '2020-01-10', endsOn: null },
    { form: 'reprimand', decidedOn: '2024-03-15', endsOn: null },
  ];
  assert.equal(waiting(list, '2024-06-01', rules)?.until, '2026-03-15');
  assert.equal(waiting(list.toReversed(), '2024-02-01', rules)?.discipline.form, 'removal');
  assert.equal(waiting(list, '2026-03-15', rules), null);
  assert.equal(waiting([], '2026-03-15', rules), null);
});

test('whoever no longer waits does not wait on a later day; a warning never waits less than a reprimand of the same day', () => {
  const form = fc.constantFrom('reprimand' as const, 'warning' as const, 'removal' as const);
  const days = fc.integer({ min: 0, max: 4000 });
  fc.assert(
    fc.property(form, days, days, (kind, after, later) => {
      const one: Disciplined = { form: kind, decidedOn, endsOn: null };
      const day = addDays(decidedOn, after);
      if (waiting([one], day, rules) === null) assert.equal(waiting([one], addDays(day, later), rules), null);
      assert.ok(waitOver({ ...one, form: 'reprimand' }, rules) <= waitOver(one, rules));
    }),
  );
});
