import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takingTurns } from './turns';

const busyFor = (ms: number) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

test('what waits gets its turn in the middle of long work, and short work is not interrupted', async () => {
  let answered = 0;
  const turn = takingTurns();
  setImmediate(() => (answered += 1));
  await turn();
  assert.equal(answered, 0, 'too early to stop');
  busyFor(10);
  await turn();
  assert.equal(answered, 1);
});
