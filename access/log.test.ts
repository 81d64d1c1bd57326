import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultOf } from './log';

test('a failed statement is logged by kind and place, never with the values that were being written', () => {
  const driver = Object.assign(new Error('duplicate key: (card_number)=(45354630)'), { code: '23505' });
  const error = new Error("Failed query: insert into members … params: Quàng Thị Hà,45354630,'037676148330'", { cause: driver });
  const line = JSON.stringify(faultOf(error));
  assert.match(line, /"code":"23505"/);
  assert.doesNotMatch(line, /Quàng|45354630|037676148330|params/);
});

test('something thrown that is no error gives its kind only', () => {
  assert.deepEqual(faultOf('Quàng Thị Hà'), { name: 'string' });
});
