import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateSync } from 'otplib';
import { ownPath } from '../access/paths';
import { newSecret, plainRecoveryCode, recoveryCode, stepOfCode } from './one-time-code';
import { passwordProblems } from './passwords';
import { Secret } from './secret';
import { temporaryPassword } from './temporary-password';

const guessed = (password: string) => password === 'con mèo con mèo';
const faults = (password: string, repeated = password, username = 'nguyen.an') =>
  passwordProblems({ password, repeated, username, fullName: 'Nguyễn Văn An', isOftenGuessed: guessed }).map(({ path }) => path);

test('a new password has ten signs or more, is not the user name and is typed twice alike', () => {
  assert.deepEqual(faults('a'.repeat(9)), ['password']);
  assert.deepEqual(faults('mèo leo câ'), []);
  assert.deepEqual(faults('x'.repeat(201)), ['password']);
  assert.deepEqual(faults('nguyen.an.2026'), ['password']);
  assert.deepEqual(faults('con mèo trèo', 'con mèo leo'), ['repeated']);
});

test('a password that is often guessed is refused; one of figures alone is not refused for that', () => {
  assert.deepEqual(faults('con mèo con mèo'), ['password']);
  assert.deepEqual(faults('8391745620'), []);
});

test('a password of words known of the office or the person is refused, with whatever figures and marks between them', () => {
  for (const known of ['BanTochuc@2026', 'Tỉnh ủy 1930-2026', 'Mật khẩu 2026!', 'BinhSon@2026', 'NguyenVanAn1965'])
    assert.deepEqual(faults(known, known, 'n.an'), ['password'], known);
  for (const fine of ['ban to chuc mua xuan', 'An ăn cơm chưa', 'tinhuy-mèo-gừng'])
    assert.deepEqual(faults(fine, fine, 'n.an'), [], fine);
});

test('any signs may stand in a password: marks, blanks, other scripts, two hundred of them', () => {
  for (const fine of ['gió   mùa   đông', '🌧🌤🌧🌤🌧🌤🌧🌤🌧🌤', 'привет мир и люди', 'chữ'.repeat(66)])
    assert.deepEqual(faults(fine), [], fine);
});

test('a temporary password is itself a good one', () => {
  assert.deepEqual(faults(temporaryPassword((below) => below - 1)), []);
});

test('a secret shows itself in no JSON and no text', () => {
  const secret = new Secret('kín');
  assert.equal(JSON.stringify({ secret }), '{"secret":"[secret]"}');
  assert.equal(`${secret}`, '[secret]');
  assert.equal(secret.reveal(), 'kín');
});

test('a code counts one step early or late, never a used step or an older one', () => {
  const secret = newSecret();
  const now = 1_800_000_000;
  const code = (at: number) => generateSync({ secret, epoch: at });
  const step = stepOfCode(secret, code(now), now, null);
  assert.equal(step, Math.floor(now / 30));
  assert.equal(stepOfCode(secret, code(now - 30), now, null), Math.floor(now / 30) - 1);
  assert.equal(stepOfCode(secret, code(now - 90), now, null), null);
  assert.equal(stepOfCode(secret, code(now), now, step), null);
  assert.equal(stepOfCode(secret, code(now - 30), now, step), null);
  assert.equal(stepOfCode(secret, '12345', now, null), null);
});

test('a recovery code is read however it is typed', () => {
  const code = recoveryCode((below) => below - 1);
  assert.equal(code, '99999-99999');
  assert.equal(plainRecoveryCode(' ABCDE-fghjk '), 'abcdefghjk');
  assert.equal(plainRecoveryCode('abc'), null);
});

test('after signing in one is sent to a path of ours only', () => {
  for (const [wanted, path] of [
    ['/members?unit=1', '/members?unit=1'],
    ['//evil.vn', '/'],
    ['/\\evil.vn', '/'],
    ['https://evil.vn/a', '/'],
    ['/a/..//evil.vn', '/'],
    ['/sign-in?to=/x', '/'],
    ['/api/auth/signout', '/'],
    [undefined, '/'],
  ] as const)
    assert.equal(ownPath(wanted), path, String(wanted));
});
