import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { generateSync } from 'otplib';
import { hashCode, hashPassword, newCodeSalt } from '@/db/passwords';
import { endSession, findSession, openSession } from '@/db/sign-in';
import { type TestDatabase, testDatabase } from '@/db/testing';
import { checkCode, checkPassword } from './sign-in';

process.env.LOG_LEVEL = 'silent';
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
let db: TestDatabase;

before(async () => {
  db = await testDatabase();
});
after(() => db.drop());

async function account(username: string, extra: { disabled?: boolean; secret?: string } = {}) {
  const id = randomUUID();
  await db.owner.query(
    'insert into accounts (id, username, full_name, password_hash, must_change_password, disabled_at, totp_secret, totp_confirmed_at) values ($1, $2, $3, $4, false, $5, $6, $7)',
    [
      id,
      username,
      'Người thử',
      await hashPassword('mat-khau-dung'),
      extra.disabled ? new Date() : null,
      extra.secret ?? null,
      extra.secret ? new Date() : null,
    ],
  );
  return id;
}

const attempt = (username: string, password: string, address = '10.0.0.1') => checkPassword({ username, password, address });

test('the right password opens, however the user name is cased', async () => {
  const id = await account('dung');
  assert.deepEqual(await attempt(' Dung ', 'mat-khau-dung'), { kind: 'in', accountId: id });
});

test('a wrong password, an unknown name and a disabled account get one and the same answer', async () => {
  await account('khoa', { disabled: true });
  await account('sai');
  const answers = await Promise.all([attempt('sai', 'x'), attempt('khong-co', 'x'), attempt('khoa', 'mat-khau-dung')]);
  assert.deepEqual(answers, Array(3).fill({ kind: 'refused' }));
});

test('an unknown name takes as long as a wrong password', async () => {
  await account('cham');
  const time = async (name: string) => {
    const start = performance.now();
    for (let n = 0; n < 3; n += 1) await attempt(name, 'x', `10.1.0.${n}`);
    return performance.now() - start;
  };
  await time('khoi-dong');
  const [known, unknown] = [await time('cham'), await time('khong-he-co')];
  assert.ok(unknown > known / 3 && unknown < known * 3, `${known} against ${unknown}`);
});

test('after five failures even the right password waits, and the wait doubles', async () => {
  await account('doan');
  for (let n = 0; n < 5; n += 1) assert.equal((await attempt('doan', `x${n}`, `10.2.0.${n}`)).kind, 'refused');
  assert.equal((await attempt('doan', 'mat-khau-dung', '10.2.1.1')).kind, 'refused');
  const wait = async () =>
    Number(
      (
        await db.owner.query(
          "select extract(epoch from max(blocked_until) - max(last_at)) as s from sign_in_attempts where key like 'account:%' and failures >= 5",
        )
      ).rows[0].s,
    );
  assert.equal(await wait(), 15);
  await db.owner.query("update sign_in_attempts set blocked_until = now() - interval '1 second'");
  await attempt('doan', 'x', '10.2.2.1');
  assert.equal(await wait(), 30);
  await db.owner.query("update sign_in_attempts set blocked_until = now() - interval '1 second'");
  assert.equal((await attempt('doan', 'mat-khau-dung', '10.2.3.1')).kind, 'in');
});

test('many guesses at the same moment do not slip past the count', async () => {
  await account('cung-luc');
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) => attempt('cung-luc', n < 11 ? `x${n}` : 'mat-khau-dung', `10.3.0.${n}`)),
  );
  assert.ok(answers.filter(({ kind }) => kind === 'refused').length >= 11);
  const { rows } = await db.owner.query('select max(failures) as n from sign_in_attempts where blocked_until > now()');
  assert.ok(rows[0].n <= 6, `${rows[0].n} counted`);
});

test('one address that tries many names waits too', async () => {
  for (let n = 0; n < 30; n += 1)
    await db.owner.query(
      "insert into sign_in_attempts (key, failures) values ('address:10.4.0.1', 1) on conflict (key) do update set failures = sign_in_attempts.failures + 1",
    );
  await account('hang-xom');
  assert.equal((await attempt('la', 'x', '10.4.0.1')).kind, 'refused');
  assert.equal((await attempt('hang-xom', 'mat-khau-dung', '10.4.0.1')).kind, 'refused');
  assert.equal((await attempt('hang-xom', 'mat-khau-dung', '10.4.0.2')).kind, 'in');
});

test('with a one-time code the password alone does not open; a code works once', async () => {
  const id = await account('hai-buoc', { secret: SECRET });
  assert.deepEqual(await attempt('hai-buoc', 'mat-khau-dung', '10.5.0.1'), { kind: 'code', accountId: id });
  const now = 1_800_000_000;
  const code = generateSync({ secret: SECRET, epoch: now });
  assert.equal((await checkCode({ accountId: id, code, address: '10.5.0.1' }, now)).kind, 'in');
  assert.equal((await checkCode({ accountId: id, code, address: '10.5.0.1' }, now)).kind, 'refused');
  assert.equal(
    (await checkCode({ accountId: id, code: generateSync({ secret: SECRET, epoch: now + 30 }), address: '10.5.0.1' }, now + 30))
      .kind,
    'in',
  );
});

test('a recovery code opens once, typed with or without its hyphen, and is audited', async () => {
  const id = await account('mat-may', { secret: SECRET });
  await db.owner.query('insert into recovery_codes (id, account_id, code_hash) values ($1, $2, $3)', [
    randomUUID(),
    id,
    await hashCode('abcdefghjk', newCodeSalt()),
  ]);
  assert.equal((await checkCode({ accountId: id, code: 'ABCDE FGHJK', address: '10.6.0.1' })).kind, 'in');
  assert.equal((await checkCode({ accountId: id, code: 'abcde-fghjk', address: '10.6.0.1' })).kind, 'refused');
  const { rowCount } = await db.owner.query(
    "select 1 from audit_log where action = 'account.recovery-code' and subject_id = $1",
    [id],
  );
  assert.equal(rowCount, 1);
});

test('a session lives until it is ended, and both are audited', async () => {
  const accountId = await account('phien');
  const id = randomUUID();
  await openSession({ id, accountId, hours: 12, address: '10.7.0.1', agent: 'thử' });
  assert.equal((await findSession(id, accountId, 30))?.accountId, accountId);
  assert.equal(await findSession(id, randomUUID(), 30), null);
  await endSession(id, 'sign-out');
  await endSession(id, 'sign-out');
  assert.equal(await findSession(id, accountId, 30), null);
  const { rows } = await db.owner.query('select action from audit_log where subject_id = $1 order by at', [id]);
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['account.sign-in', 'account.sign-out'],
  );
});

test('a session that was idle too long, is too old, or whose account is disabled is over', async () => {
  const accountId = await account('het-gio');
  const open = async () => {
    const id = randomUUID();
    await openSession({ id, accountId, hours: 12, address: null, agent: null });
    return id;
  };
  const idle = await open();
  await db.owner.query("update sessions set last_seen_at = now() - interval '31 minutes' where id = $1", [idle]);
  const old = await open();
  await db.owner.query("update sessions set expires_at = now() - interval '1 second' where id = $1", [old]);
  const fresh = await open();
  assert.deepEqual(await Promise.all([idle, old].map((id) => findSession(id, accountId, 30))), [null, null]);
  assert.ok(await findSession(fresh, accountId, 30));
  await db.owner.query('update accounts set disabled_at = now() where id = $1', [accountId]);
  assert.equal(await findSession(fresh, accountId, 30), null);
});
