import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultRules } from '@/domain/rule-sets';
import {
  coefficientOf,
  coefficientWords,
  missingByAdding,
  missingByReplacing,
  missingWords,
  planShares,
  type ShareKey,
} from './shares';
import { aPerson } from './testing';

const rules = defaultRules();
const DAY = '2026-11-22';

const share = (key: ShareKey, persons: ReturnType<typeof aPerson>[], given = rules) => {
  const found = planShares(persons, given, DAY).find((each) => each.key === key);
  assert.ok(found);
  return found;
};
const mixed = (women: number, total: number) =>
  Array.from({ length: total }, (_, index) => aPerson({ id: `p${index}`, female: index < women }));

test('women at one below, at and one above a quarter of twenty', () => {
  const cases = [4, 5, 6].map((women) => share('women', mixed(women, 20)));
  assert.deepEqual(
    cases.map(({ adding, replacing }) => [adding, replacing]),
    [
      [2, 1],
      [0, 0],
      [0, 0],
    ],
  );
  assert.deepEqual(cases.map(missingWords), ['thiếu 2 nữ để đạt 25%; nếu thay người thì 1', '', '']);
});

test('three women of twenty-four lack four when added, three when they take the places of others', () => {
  assert.equal(missingWords(share('women', mixed(3, 24))), 'thiếu 4 nữ để đạt 25%; nếu thay người thì 3');
});

test('a target of a hundred per cent is reached by replacing only', () => {
  const all = { ...rules, 'plan.women': { ...rules['plan.women'], value: 100 } };
  assert.equal(missingWords(share('women', mixed(3, 4), all)), 'phải thay 1 người bằng nữ để đạt 100%');
  assert.equal(share('women', mixed(4, 4), all).adding, 0);
});

test('an empty list lacks nobody', () => {
  for (const each of planShares([], rules, DAY)) assert.deepEqual([each.key, each.adding, each.replacing], [each.key, 0, 0]);
});

test('the birthdays at the edges of the age brackets, and of the young', () => {
  const born = (date: string) =>
    planShares([aPerson({ born: date })], rules, DAY).flatMap(({ key, count }) => (count && key !== 'women' ? [key] : []));
  assert.deepEqual(born('1986-11-23'), ['under', 'young']); // 39, forty tomorrow
  assert.deepEqual(born('1986-11-22'), ['middle']); // forty today
  assert.deepEqual(born('1975-11-23'), ['middle']); // fifty until tomorrow
  assert.deepEqual(born('1975-11-22'), ['over']); // 51 today
  assert.deepEqual(born('1986'), ['middle']); // a year alone counts from 1 January
});

test('an age bracket in which nobody stands lacks one, though no per cent is asked of it', () => {
  const young = Array.from({ length: 10 }, (_, index) => aPerson({ id: `p${index}` }));
  const over = share('over', young);
  assert.deepEqual([over.target, over.adding, over.replacing], [0, 1, 1]);
  assert.equal(missingWords(over), 'thiếu 1 người trên 50 tuổi để có đủ ba độ tuổi');
  assert.equal(share('over', [...young, aPerson({ id: 'x', born: '1970' })]).adding, 0);
});

test('minorities are counted, and missing only where the province has set a share', () => {
  const few = [aPerson({ minority: true }), ...mixed(0, 9)];
  assert.equal(share('minority', few).adding, 0);
  const asked = { ...rules, 'plan.minority': { ...rules['plan.minority'], value: 20 } };
  assert.equal(missingWords(share('minority', few, asked)), 'thiếu 2 người dân tộc thiểu số để đạt 20%; nếu thay người thì 1');
});

test('young people: fifteen per cent of twenty is three', () => {
  const young = (count: number) =>
    share(
      'young',
      Array.from({ length: 20 }, (_, index) => aPerson({ id: `p${index}`, born: index < count ? '1995' : '1979' })),
    );
  assert.deepEqual(
    [2, 3, 4].map((count) => young(count).replacing),
    [1, 0, 0],
  );
});

const sizes = fc.integer({ min: 0, max: 300 }).chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));

test('the persons missing are the least number that reaches the share', () => {
  const reached = (count: number, total: number, percent: number) => count * 100 >= percent * total;
  fc.assert(
    fc.property(sizes, fc.integer({ min: 0, max: 100 }), ([count, total], percent) => {
      const adding = missingByAdding(count, total, percent);
      if (adding === null) assert.ok(percent === 100 && count < total);
      else {
        assert.ok(reached(count + adding, total + adding, percent));
        if (adding) assert.ok(!reached(count + adding - 1, total + adding - 1, percent));
      }
      const replacing = missingByReplacing(count, total, percent);
      assert.ok(count + replacing <= total && reached(count + replacing, total, percent));
      if (replacing) assert.ok(!reached(count + replacing - 1, total, percent));
      assert.ok(adding === null || replacing <= adding);
    }),
  );
});

test('the age brackets hold everybody once', () => {
  const person = fc.record({ year: fc.integer({ min: 1960, max: 2004 }), month: fc.integer({ min: 1, max: 12 }) });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 40 }), (people) => {
      const persons = people.map(({ year, month }, index) =>
        aPerson({ id: `p${index}`, born: `${year}-${String(month).padStart(2, '0')}` }),
      );
      const [under, middle, over] = planShares(persons, rules, DAY);
      assert.equal((under?.count ?? 0) + (middle?.count ?? 0) + (over?.count ?? 0), persons.length);
    }),
  );
});

test('a committee of fifteen takes fifteen to twenty-two names', () => {
  const committee = { body: true, seats: 15 };
  const found = [14, 15, 22, 23].map((planned) => coefficientOf(committee, planned, rules));
  assert.deepEqual(
    found.map((each) => [each?.missing, each?.surplus]),
    [
      [1, 0],
      [0, 0],
      [0, 0],
      [0, 1],
    ],
  );
  assert.equal(coefficientOf({ body: false, seats: 15 }, 20, rules), null);
  assert.equal(coefficientOf({ body: true, seats: 0 }, 20, rules), null);
});

test('a coefficient of 1,1 of thirty seats is thirty-three and not thirty-four', () => {
  const given = { ...rules, 'plan.coefficient': { ...rules['plan.coefficient'], value: { from: 1.1, to: 1.1 } } };
  const of = (planned: number) => coefficientOf({ body: true, seats: 30 }, planned, given);
  assert.deepEqual(
    [32, 33, 34].map((planned) => [of(planned)?.missing, of(planned)?.surplus]),
    [
      [1, 0],
      [0, 0],
      [0, 1],
    ],
  );
});

test('a coefficient is written with two decimals', () => {
  assert.deepEqual(
    [coefficientWords(20, 15), coefficientWords(0, 15), coefficientWords(3, 8), coefficientWords(3, 0)],
    ['1,33', '0,00', '0,38', '—'],
  );
});
