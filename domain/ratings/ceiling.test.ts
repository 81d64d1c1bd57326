import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultRules, type Rules } from '@/domain/rule-sets';
import { ceilingOf, groupTable, type Rated, suggestionOf } from './ceiling';
import { LEVELS, type Level } from './words';

const rules = defaultRules();
const narrow: Rules = { ...rules, 'class.cap.base': { ...rules['class.cap.base'], value: 'good' } };
const rated = (outstanding: number, good: number, others: (Level | null)[] = []): Rated[] =>
  [...Array<Level>(outstanding).fill('outstanding'), ...Array<Level>(good).fill('good'), ...others].map((level, index) => ({
    id: String(index),
    level,
    points: level === 'outstanding' ? 100 - index : 75,
  }));

for (const [both, allowed] of [
  [0, 0],
  [4, 0],
  [5, 1],
  [6, 1],
  [9, 1],
  [10, 2],
  [11, 2],
  [14, 2],
  [15, 3],
] as const)
  test(`of ${both} rated good or better, ${allowed} may be outstanding`, () =>
    assert.equal(ceilingOf(rated(both, 0), rules).allowed, allowed));

for (const [outstanding, over] of [
  [1, 0],
  [2, 0],
  [3, 1],
] as const)
  test(`${outstanding} outstanding of ten good or better are ${over} too many`, () =>
    assert.equal(ceilingOf(rated(outstanding, 10 - outstanding), rules).over, over));

test('those done, failed or not decided add nothing to the base', () => {
  const row = ceilingOf(rated(2, 7, ['done', 'done', 'failed', null]), rules);
  assert.deepEqual(
    { ...row },
    { outstanding: 2, good: 7, done: 2, failed: 1, undecided: 1, base: 9, percent: 20, allowed: 1, over: 1 },
  );
});

for (const [both, allowed] of [
  [5, 0],
  [6, 1],
  [7, 1],
  [11, 1],
  [12, 2],
] as const)
  test(`where the share is of those rated good alone, ${both} in all allow ${allowed}`, () =>
    assert.equal(ceilingOf(rated(both, 0), narrow).allowed, allowed));

for (const [both, allowed] of [
  [7, 1],
  [8, 2],
  [9, 2],
] as const)
  test(`a prominent group of ${both} allows ${allowed}`, () =>
    assert.equal(ceilingOf(rated(both, 0), rules, true).allowed, allowed));

test('the lowest points are held back, and equal points at the line are left to the authority', () => {
  const points = (...given: number[]) => [
    ...given.map((value, index): Rated => ({ id: `x${index}`, level: 'outstanding', points: value })),
    ...rated(0, 10 - given.length),
  ];
  assert.deepEqual(suggestionOf(points(97, 92, 95), rules), { kept: ['x0', 'x2'], tied: [], heldBack: ['x1'] });
  assert.deepEqual(suggestionOf(points(97, 92, 92), rules), { kept: ['x0'], tied: ['x1', 'x2'], heldBack: [] });
  assert.deepEqual(suggestionOf(points(97, 97, 92, 92), rules), { kept: ['x0', 'x1'], tied: [], heldBack: ['x2', 'x3'] });
  assert.deepEqual(suggestionOf(points(92, 91), rules), { kept: ['x0', 'x1'], tied: [], heldBack: [] });
});

test('each group keeps its own ceiling: two groups of four allow none, one of eight would allow one', () => {
  const four = (key: string) => ({ key, label: key, prominent: false, rows: rated(1, 3) });
  const { rows, total } = groupTable([four('xã'), four('phường')], rules);
  assert.deepEqual(
    rows.map(({ key, allowed, over }) => [key, allowed, over]),
    [
      ['xã', 0, 1],
      ['phường', 0, 1],
    ],
  );
  assert.deepEqual([total.allowed, total.over, total.outstanding, total.good], [0, 2, 2, 6]);
});

const row = fc.record({
  id: fc.uuid(),
  level: fc.option(fc.constantFrom(...LEVELS)),
  points: fc.option(fc.integer({ min: 0, max: 100 })),
});
const group = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 40 });
const either = fc.constantFrom(rules, narrow);

test('the ceiling is never exceeded by what is suggested, nobody is lost, and one more would exceed it', () => {
  fc.assert(
    fc.property(group, either, fc.boolean(), (rows, by, prominent) => {
      const { outstanding, good, allowed, percent } = ceilingOf(rows, by, prominent);
      const { kept, tied, heldBack } = suggestionOf(rows, by, prominent);
      const both = outstanding + good;
      const fits = (top: number) => top * 100 <= percent * (by === narrow ? both - top : both);
      assert.ok(kept.length <= allowed && fits(allowed) && !fits(allowed + 1));
      assert.ok(kept.length + tied.length >= Math.min(allowed, outstanding));
      assert.deepEqual(
        [...kept, ...tied, ...heldBack].sort(),
        rows
          .filter(({ level }) => level === 'outstanding')
          .map(({ id }) => id)
          .sort(),
      );
    }),
  );
});

test('groups add up to their total and nobody stands twice or nowhere', () => {
  fc.assert(
    fc.property(fc.array(group, { maxLength: 8 }), either, (groups, by) => {
      const { rows, total } = groupTable(
        groups.map((members, index) => ({ key: String(index), label: '', prominent: index % 2 === 1, rows: members })),
        by,
      );
      const { outstanding, good, done, failed, undecided } = total;
      assert.equal(outstanding + good + done + failed + undecided, groups.flat().length);
      for (const key of ['outstanding', 'good', 'done', 'failed', 'undecided', 'base', 'allowed', 'over'] as const)
        assert.equal(
          total[key],
          rows.reduce((sum, each) => sum + each[key], 0),
        );
    }),
  );
});
