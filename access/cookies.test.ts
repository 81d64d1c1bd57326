import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cookiesOf } from './cookies';

test('under HTTPS cookies belong to this host alone; in plain HTTP, where browsers would refuse that, they have no prefix', () => {
  const { options, ...names } = cookiesOf('https://so-to-chuc.tinh.vn');
  assert.deepEqual(options, { httpOnly: true, sameSite: 'lax', secure: true, path: '/' });
  for (const name of Object.values(names)) assert.match(name, /^__Host-/);
  const plain = cookiesOf('http://localhost:3000');
  assert.equal(plain.options.secure, false);
  for (const name of [plain.session, plain.step, plain.callback]) assert.doesNotMatch(name, /^__/);
});
