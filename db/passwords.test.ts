import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOftenGuessed } from './guessed-passwords';
import { hashCode, hashPassword, newCodeSalt, verifyPassword } from './passwords';

test('a password fits as it was typed to the last sign, on every keyboard, and in no other case', async () => {
  const typed = `Gió mùa ${'ế'.repeat(100)}`;
  const stored = await hashPassword(typed.normalize('NFC'));
  assert.equal(await verifyPassword(stored, typed.normalize('NFD')), true);
  assert.equal(await verifyPassword(stored, typed.toLowerCase()), false);
  assert.equal(await verifyPassword(stored, typed.slice(0, -1)), false);
  assert.equal(await verifyPassword(stored, `${typed} `), false);
});

test('a recovery code is kept as a dear hash: the same code under another salt is another', async () => {
  const salt = newCodeSalt();
  const kept = await hashCode('abcdefghjk', salt);
  assert.equal(kept, await hashCode('abcdefghjk', salt));
  assert.notEqual(kept, await hashCode('abcdefghjm', salt));
  assert.notEqual(kept, await hashCode('abcdefghjk', newCodeSalt()));
  assert.match(kept, /^[\w-]{22}\.[\w-]{43}$/);
});

test('what everyone tries first is often guessed, in small or capital letters', () => {
  for (const password of ['qwertyuiop', 'Manchester', '1q2w3e4r5t', 'password123', '0123456789', '1234567890', '1111111111'])
    assert.ok(isOftenGuessed(password), password);
  for (const password of ['8391745620', 'mèo leo cây cau']) assert.equal(isOftenGuessed(password), false, password);
});
