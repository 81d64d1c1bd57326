import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addMonths } from '@/domain/calendar';
import type { Level, System } from '@/domain/posts/kinds';
import { defaultRules } from '@/domain/rule-sets';
import { AGE_SITUATIONS, type AgeSituation, ageAnswer, isAgeSituation, measuringMonth } from './months-left';
import { retirementOf } from './retirement';

const rules = defaultRules();
const DAY = '2026-11-22';
const enough = (situation: AgeSituation, months: number) =>
  ageAnswer(situation, { reaches: addMonths('2026-11-01', months) }, DAY, rules)?.enough;

for (const [situation, least, source] of [
  ['first', 60, /170\/2025/],
  ['nomination', 60, /Chỉ thị 45/],
  ['reelection', 48, /Chỉ thị 45/],
  ['front_reelection', 36, /Chỉ thị 45/],
  ['deputy_secretary', 42, /Chỉ thị 45/],
  ['rotation', 120, /Quy định 65/],
  ['rotation_outsider', 60, /170\/2025/],
] as const)
  test(`${least} months must be left for ${situation}: one less fails, as many and one more pass`, () => {
    assert.deepEqual(
      [least - 1, least, least + 1].map((months) => enough(situation, months)),
      [false, true, true],
    );
    const answer = ageAnswer(situation, { reaches: '2030-01-01' }, DAY, rules);
    assert.deepEqual([answer?.needed, answer?.left], [least, 38]);
    assert.match(answer?.basis ?? '', source);
  });

test('for an equal or lower post, and when appointed again, age is not counted', () => {
  assert.equal(ageAnswer('same', { reaches: '2026-12-01' }, DAY, rules), null);
});

test('the age of who is elected counts in the month of the level; posts of the State have their own, the centre has none', () => {
  const month = (level: Level, system: System = 'party') => measuringMonth({ level, system }, rules);
  assert.deepEqual(
    [month('grassroots'), month('district'), month('commune'), month('province'), month('commune', 'state'), month('central')],
    ['2025-04-01', '2025-06-01', '2025-07-01', '2025-09-01', '2026-03-01', null],
  );
});

test('nothing but a known situation is one', () => {
  assert.ok(Object.keys(AGE_SITUATIONS).every(isAgeSituation));
  assert.deepEqual([isAgeSituation('toString'), isAgeSituation(undefined), isAgeSituation(['first'])], [false, false, false]);
});

test('old enough for it today means old enough on any earlier day, and for whoever is born later', () => {
  const situation = fc.constantFrom(...(Object.keys(AGE_SITUATIONS) as AgeSituation[]));
  const months = fc.integer({ min: 0, max: 480 });
  fc.assert(
    fc.property(situation, fc.boolean(), months, months, months, (one, female, birth, younger, earlier) => {
      const born = addMonths('1960-01-15', birth);
      const ask = (date: string, day: string) => {
        const retirement = retirementOf({ female, born: date, rule: 'normal', on: null }, rules);
        return ageAnswer(one, retirement, day, rules)?.enough ?? true;
      };
      if (!ask(born, DAY)) return;
      assert.ok(ask(born, addMonths(DAY, -earlier)));
      assert.ok(ask(addMonths(born, younger), DAY));
    }),
  );
});
