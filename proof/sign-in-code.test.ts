import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { generateSync } from 'otplib';
import type pg from 'pg';
import { hashCode, newCodeSalt } from '@/db/passwords';
import { plainForm } from './forms';
import { provinceDatabase } from './province';
import { ADDRESS, DEMO_PASSWORD, Visitor } from './visitor';

const OWN = { origin: ADDRESS, 'sec-fetch-site': 'same-origin' };
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const USERNAME = 'cua.haibuoc';

let db: pg.Client;
let accountId: string;

before(async () => {
  db = await provinceDatabase();
  const { rows } = await db.query(
    `insert into accounts (id, username, full_name, password_hash, must_change_password, totp_secret, totp_confirmed_at)
     select gen_random_uuid(), $1, 'Người thử cửa', password_hash, false, $2, now() from accounts where username = 'chuyenvien' returning id`,
    [USERNAME, SECRET],
  );
  accountId = rows[0].id;
});
beforeEach(() => db.query('delete from sign_in_attempts'));
after(() => db.end());

/** Someone whose password was right and who is asked for the code. */
async function atTheCode(): Promise<Visitor> {
  const visitor = new Visitor();
  const form = plainForm(await visitor.get('/sign-in'), { username: USERNAME, password: DEMO_PASSWORD });
  const answer = await visitor.send('/sign-in', { method: 'POST', headers: OWN, body: form });
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/sign-in?to=%2F']);
  return visitor;
}

/** True when the code opened the door. */
async function enter(visitor: Visitor, code: string): Promise<boolean> {
  const form = plainForm(await visitor.get('/sign-in'), { code });
  form.delete('again');
  const answer = await visitor.send('/sign-in', { method: 'POST', headers: OWN, body: form });
  const inside = (await visitor.get('/account')).status === 200;
  assert.equal(answer.status, inside ? 303 : 200, answer.text.slice(0, 300));
  return inside;
}

const codeNow = () => generateSync({ secret: SECRET, epoch: Math.floor(Date.now() / 1000) });
const opened = (answers: boolean[]) => answers.filter(Boolean).length;

test('a right password alone opens nothing', async () => {
  const visitor = await atTheCode();
  assert.equal((await visitor.get('/account')).status, 307);
  assert.equal(await enter(visitor, '000000'), false);
});

test('one one-time code sent from two places at once opens one door, and none later', async () => {
  await db.query('update accounts set totp_last_step = null where id = $1', [accountId]);
  const both = [await atTheCode(), await atTheCode()];
  const code = codeNow();
  assert.equal(opened(await Promise.all(both.map((visitor) => enter(visitor, code)))), 1);
  assert.equal(await enter(await atTheCode(), code), false);
});

test('one recovery code sent from two places at once opens one door, and none later', async () => {
  await db.query('insert into recovery_codes (id, account_id, code_hash) values (gen_random_uuid(), $1, $2)', [
    accountId,
    await hashCode('abcdefghjk', newCodeSalt()),
  ]);
  const both = [await atTheCode(), await atTheCode()];
  assert.equal(opened(await Promise.all(both.map((visitor) => enter(visitor, 'abcde-fghjk')))), 1);
  assert.equal(await enter(await atTheCode(), 'ABCDE FGHJK'), false);
});

test('the paper of the first step opens nothing but the second step, and not when it is changed', async () => {
  const visitor = await atTheCode();
  const [name = '', value = ''] = [...visitor.cookies].find(([cookie]) => cookie.includes('sign-in-step')) ?? [];
  const thief = new Visitor();
  thief.cookies.set('next-auth.session-token', value);
  assert.equal((await thief.get('/account')).status, 307);
  visitor.cookies.set(name, `${value.slice(0, -2)}xx`);
  assert.match((await visitor.get('/sign-in')).text, /name="password"/);
});
