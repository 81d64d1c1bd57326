import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { directionOf, isVertical, LEVEL_ORDER, levelOfPost, moveLabel, type RotationLevel } from './levels';

for (const [from, to, expected] of [
  ['central', 'province', 'down'],
  ['province', 'central', 'up'],
  ['province', 'commune', 'down'],
  ['commune', 'province', 'up'],
  ['agency', 'commune', 'down'],
  ['commune', 'agency', 'up'],
  ['province', 'agency', 'across'],
  ['agency', 'agency', 'across'],
  ['province', 'province', 'across'],
  ['commune', 'commune', 'across'],
  ['province', 'district', 'down'],
  ['district', 'province', 'up'],
  ['agency', 'district', 'down'],
  ['district', 'commune', 'down'],
  ['commune', 'district', 'up'],
  ['district', 'district', 'across'],
  ['commune', 'grassroots', 'down'],
  ['grassroots', 'commune', 'up'],
] as const)
  test(`${from} to ${to} is ${expected}`, () => assert.equal(directionOf(from, to), expected));

test('the way back is the opposite of the way there, and vertical both ways or neither', () => {
  const opposite = { down: 'up', up: 'down', across: 'across' } as const;
  const level = fc.constantFrom<RotationLevel>(...LEVEL_ORDER);
  fc.assert(
    fc.property(level, level, (from, to) => {
      assert.equal(directionOf(to, from), opposite[directionOf(from, to)]);
      assert.equal(isVertical(from, to), isVertical(to, from));
    }),
  );
});

test('a move is named by both its ends', () => assert.equal(moveLabel('district', 'commune'), 'Huyện → Xã, phường'));

test('a title at the province’s level is the province’s own in the province, an agency’s elsewhere; others keep their level', () => {
  assert.equal(levelOfPost('province', 'P'), 'province');
  assert.equal(levelOfPost('province', 'U'), 'agency');
  assert.equal(levelOfPost('commune', 'U'), 'commune');
  assert.equal(levelOfPost('district', 'H'), 'district');
});
