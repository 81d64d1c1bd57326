import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listPart, listPartAddress } from './list-parts';

test('a list has as many parts as its people need, and an empty one has one', () => {
  for (const [count, parts] of [
    [0, 1],
    [1, 1],
    [499, 1],
    [500, 1],
    [501, 2],
    [999, 2],
    [1000, 2],
    [1001, 3],
  ] as const)
    assert.deepEqual(listPart(undefined, count, 500), { part: 1, parts, skipped: 0 }, `${count}`);
});

test('a part begins after all those before it; one that does not exist is not there', () => {
  const at = (asked: string | string[]) => listPart(asked, 1001, 500);
  for (const [asked, skipped] of [
    ['1', 0],
    ['2', 500],
    ['3', 1000],
  ] as const)
    assert.deepEqual(at(asked), { part: Number(asked), parts: 3, skipped });
  for (const asked of ['0', '4', '-1', '1.5', 'x', '', '02', '999999', ['1', '2']]) assert.equal(at(asked), null, String(asked));
});

test('the address of a part keeps the unit, the filters and the columns', () => {
  assert.equal(
    listPartAddress({ sex: 'female' }, 'u', ['born', 'titles'], 2),
    '/print/cadres/list?unit=u&columns=born%2Ctitles&part=2&sex=female',
  );
});
