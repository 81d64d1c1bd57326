import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultRules } from '@/domain/rule-sets';
import { countsByTitle, coverageOf } from './coverage';

const rules = defaultRules();
const upTo = (value: number) => ({ ...rules, 'plan.persons': { ...rules['plan.persons'], value } });

test('titles without anyone, with one, with two or three, with more', () => {
  assert.deepEqual(coverageOf([0, 0, 1, 2, 3, 4, 9], rules), { titles: 7, without: 2, one: 1, enough: 2, over: 2 });
});

test('the limit moves the edge between enough and over', () => {
  assert.deepEqual(
    [2, 3, 4].map((limit) => coverageOf([3], upTo(limit)).over),
    [1, 0, 0],
  );
});

test('coverage adds up to the titles, whatever the limit', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12)), fc.nat(12), (counts, limit) => {
      const { titles, without, one, enough, over } = coverageOf(counts, upTo(limit));
      assert.equal(titles, counts.length);
      assert.equal(without + one + enough + over, titles);
    }),
  );
});

test('a title nobody is planned for counts none, and a person named twice counts once', () => {
  const placed = [
    { personId: 'a', titleId: 'x' },
    { personId: 'a', titleId: 'x' },
    { personId: 'b', titleId: 'x' },
    { personId: 'b', titleId: 'elsewhere' },
  ];
  assert.deepEqual(
    [...countsByTitle(['x', 'y'], placed)],
    [
      ['x', 2],
      ['y', 0],
    ],
  );
});
