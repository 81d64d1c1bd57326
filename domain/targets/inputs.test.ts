import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedLines, givenOnDifference, SetTargets } from './inputs';

const id = '00000000-0000-4000-8000-000000000001';
const parse = (typed: string, before = '') =>
  SetTargets.safeParse({ parentId: id, year: '2026', [`value-${id}`]: typed, [`before-${id}`]: before });

for (const [typed, value] of [
  ['12', 12],
  ['0', 0],
  ['1.200', 1200],
  ['', null],
  [' 7 ', 7],
] as const)
  test(`a target typed as “${typed}” is ${value}`, () => assert.equal(parse(typed).data?.lines[0]?.value, value));

for (const typed of ['-1', '2,5', 'mười', '100001'])
  test(`“${typed}” is no number of persons and is said at its field`, () =>
    assert.equal(parse(typed).error?.issues[0]?.path[0], `value-${id}`));

test('only lines that differ from what the form showed are changes', () => {
  const lines = [parse('5', '5'), parse('', ''), parse('6', '5'), parse('', '5'), parse('0', '')].flatMap(
    ({ data }) => data?.lines ?? [],
  );
  assert.deepEqual(
    changedLines(lines).map(({ before, value }) => [before, value]),
    [
      [5, 6],
      [5, null],
      [null, 0],
    ],
  );
});

test('what was given on is compared with what was received', () => {
  assert.deepEqual(
    [
      givenOnDifference(10, [4, 6]),
      givenOnDifference(10, [4, null]),
      givenOnDifference(10, [7, 6]),
      givenOnDifference(null, [1]),
      givenOnDifference(3, []),
    ],
    [0, -6, 3, null, null],
  );
});
