import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countUpTo, wholeNumberOf } from './inputs';

for (const [typed, number] of [
  ['0', 0],
  ['24', 24],
  ['1200', 1200],
  ['1.200', 1200],
  [' 12 000 ', 12_000],
  ['1.234.567', 1_234_567],
  ['30.5', null],
  ['1.2', null],
  ['12.34', null],
  ['1.2000', null],
  ['.200', null],
  ['30,5', null],
  ['-3', null],
  ['1e3', null],
  ['0x10', null],
  ['', null],
] as const)
  test(`"${typed}" typed as a number of things is ${number === null ? 'none' : number}`, () =>
    assert.equal(wholeNumberOf(typed), number));

test('a count may stay empty, and goes up to its limit', () => {
  const count = countUpTo(5_000, 'no');
  for (const [typed, read] of [
    [undefined, null],
    ['  ', null],
    ['5.000', 5_000],
  ] as const)
    assert.deepEqual(count.safeParse(typed).data, read);
  for (const typed of ['5.001', '4.5', 'x']) assert.equal(count.safeParse(typed).success, false, typed);
});
