import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultRules } from '@/domain/rule-sets';
import { coverageOf } from './coverage';

const rules = defaultRules();
const upTo = (value: number) => ({ ...rules, 'plan.persons': { ...rules['plan.persons'], value } });

const each = (persons: number) => ({ persons, titles: 1 });

test('titles without anyone, with one, with two or three, with more', () => {
  assert.deepEqual(coverageOf([0, 0, 1, 2, 3, 4, 9].map(each), rules), { titles: 7, without: 2, one: 1, enough: 2, over: 2 });
});

test('the limit moves the edge between enough and over', () => {
  assert.deepEqual(
    [2, 3, 4].map((limit) => coverageOf([each(3)], upTo(limit)).over),
    [1, 0, 0],
  );
});

test('coverage adds up to the titles, whatever the limit', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12)), fc.nat(12), (counts, limit) => {
      const { titles, without, one, enough, over } = coverageOf(counts.map(each), upTo(limit));
      assert.equal(titles, counts.length);
      assert.equal(without + one + enough + over, titles);
    }),
  );
});

test('groups of titles count as many times as there are titles in them', () => {
  const groups = [
    { persons: 0, titles: 40 },
    { persons: 2, titles: 7 },
  ];
  assert.deepEqual(coverageOf(groups, rules), { titles: 47, without: 40, one: 0, enough: 7, over: 0 });
});
