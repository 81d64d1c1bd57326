import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { writtenBehind } from './write-behind';

async function* partsOf(count: number, told: string[], fails = false): AsyncGenerator<number> {
  for (let n = 1; n <= count; n += 1) {
    told.push(`made ${n}`);
    yield n;
  }
  if (fails) throw new Error('no more parts');
}

const slowly = (told: string[]) => async (n: number) => {
  told.push(`writing ${n}`);
  await pause(5);
  told.push(`written ${n}`);
  return true;
};

test('a part is made while the one before it is written, and writes keep their order', async () => {
  const told: string[] = [];
  assert.equal(await writtenBehind(partsOf(2, told), slowly(told)), true);
  assert.deepEqual(told, ['made 1', 'writing 1', 'made 2', 'written 1', 'writing 2', 'written 2']);
});

test('when making parts fails the last write has ended before anybody hears of it', async () => {
  const told: string[] = [];
  await assert.rejects(writtenBehind(partsOf(1, told, true), slowly(told)), /no more parts/);
  assert.equal(told.at(-1), 'written 1');
});

test('a write that says stop, or fails, is the last one', async () => {
  for (const end of [async () => false, () => Promise.reject(new Error('refused'))]) {
    let writes = 0;
    const ended = writtenBehind(partsOf(5, []), () => {
      writes += 1;
      return end();
    }).catch((error: Error) => error.message);
    assert.ok([false, 'refused'].includes(await ended));
    assert.equal(writes, 1);
  }
  assert.equal(await writtenBehind(partsOf(0, []), async () => false), true);
});
