import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { generateSync } from 'otplib';
import type { Viewer } from '@/domain/access/viewer';
import { Secret } from '@/domain/accounts/secret';
import { getAccount, getOwnAccount, listAccounts, listOwnSessions, listUnitsForOffice } from '../queries/accounts';
import { findAccount, openSession } from '../sign-in';
import { ownViewer, smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { write } from '../write';
import {
  createAccount,
  disableAccount,
  enableAccount,
  endOffice,
  giveOffice,
  requireOneTimeCode,
  resetPassword,
} from './accounts';
import {
  beginOneTimeCode,
  changePassword,
  confirmOneTimeCode,
  endOtherSessions,
  endOwnSession,
  turnOffOneTimeCode,
} from './own-account';

let db: TestDatabase;
let ids: Awaited<ReturnType<typeof smallProvince>>;
let admin: Viewer;

before(async () => {
  db = await testDatabase();
  ids = await smallProvince(db);
  admin = await viewerWith(db, 'system_administrator', ids.province);
});
after(() => db.drop());

const made = async (username: string) => {
  const written = await write(admin, createAccount, { username, fullName: 'Người Mới' });
  assert.ok(written.ok);
  return written.result;
};
const audits = async (action: string, subject: string) =>
  (await db.owner.query('select 1 from audit_log where action = $1 and subject_id = $2', [action, subject])).rowCount;
const messages = (written: { ok: boolean; problems?: { path: string; message: string; stale?: true }[] }) =>
  written.problems ?? [];
const office = (accountId: string, unitId: string, extra = {}) => ({
  accountId,
  office: 'cell_secretary' as const,
  unitId,
  heldFrom: '2026-01-01',
  heldTo: null,
  ...extra,
});

test('the administrator makes an account with a temporary password that must be changed; nothing keeps the password', async () => {
  const { id, password } = await made('moi.tao');
  const account = await getAccount(admin, id);
  assert.equal(account?.mustChangePassword, true);
  assert.equal(await audits('account.create', id), 1);
  const { rows } = await db.owner.query(
    "select (select count(*) from audit_log where detail::text like '%' || $1 || '%') + (select count(*) from idempotency_keys where result::text like '%' || $1 || '%') as n",
    [password],
  );
  assert.equal(Number(rows[0].n), 0);
});

test('a temporary password opens for seven days, one that the person chose for ever', async () => {
  const { id, password } = await made('de.lau');
  const aged = async (interval: string) => {
    await db.owner.query(`update accounts set password_changed_at = now() - interval '${interval}' where id = $1`, [id]);
    return (await findAccount('de.lau'))?.disabled;
  };
  assert.deepEqual([await aged('6 days 23 hours'), await aged('7 days 1 hour')], [false, true]);
  await write(ownViewer(id), changePassword, typed(password, 'bốn từ xa nhau'));
  assert.equal(await aged('10 years'), false);
});

test('whoever guesses the password in an open browser is soon made to wait', async () => {
  const { id, password } = await made('may.mo');
  for (let n = 0; n < 6; n += 1) await write(ownViewer(id), turnOffOneTimeCode, { current: new Secret(`sai ${n}`) });
  const right = await write(ownViewer(id), turnOffOneTimeCode, { current: new Secret(password) });
  assert.equal(messages(right)[0]?.path, 'current');
});

test('a user name is given once', async () => {
  await made('trung.ten');
  const again = await write(admin, createAccount, { username: 'trung.ten', fullName: 'Khác' });
  assert.equal(messages(again)[0]?.path, 'username');
});

test('an office without the right manages no accounts and sees only its own', async () => {
  const secretary = await viewerWith(db, 'cell_secretary', ids.cellA);
  const { id } = await made('khong.thay');
  assert.equal((await write(secretary, disableAccount, { accountId: id, version: 1 })).ok, false);
  assert.equal(await getAccount(secretary, id), null);
  assert.deepEqual((await listAccounts(secretary)).rows, []);
});

test('disabling ends the sessions at once; a second try is told; enabling opens again', async () => {
  const { id } = await made('khoa.mo');
  await openSession({ id: crypto.randomUUID(), accountId: id, hours: 12, address: null, agent: null });
  assert.ok((await write(admin, disableAccount, { accountId: id, version: 1 })).ok);
  const { rows } = await db.owner.query('select ended_why from sessions where account_id = $1', [id]);
  assert.equal(rows[0].ended_why, 'disabled');
  assert.match(messages(await write(admin, disableAccount, { accountId: id, version: 2 }))[0]?.message ?? '', /đã khóa/);
  assert.ok((await write(admin, enableAccount, { accountId: id, version: 2 })).ok);
  assert.equal(await audits('account.disable', id), 1);
  assert.equal(await audits('account.enable', id), 1);
});

test('an account that was changed meanwhile is not changed over', async () => {
  const { id } = await made('cu.roi');
  assert.equal(messages(await write(admin, disableAccount, { accountId: id, version: 7 }))[0]?.stale, true);
  assert.equal(messages(await write(admin, resetPassword, { accountId: id, version: 7 }))[0]?.stale, true);
});

test('resetting gives another temporary password and, when asked, takes the one-time code off', async () => {
  const { id, password } = await made('quen.mat.khau');
  await db.owner.query(
    "update accounts set totp_secret = 'X', totp_confirmed_at = now(), must_change_password = false where id = $1",
    [id],
  );
  const reset = await write(admin, resetPassword, { accountId: id, version: 1, clearCode: 'yes' as const });
  assert.ok(reset.ok && reset.result.password !== password);
  const account = await getAccount(admin, id);
  assert.deepEqual([account?.hasCode, account?.mustChangePassword], [false, true]);
  assert.equal(await audits('account.password-reset', id), 1);
});

test('an office is given from a day on and ended on a day; the same one is not given twice', async () => {
  const { id } = await made('giao.chuc.trach');
  const given = await write(admin, giveOffice, office(id, ids.cellA));
  assert.ok(given.ok);
  assert.equal(messages(await write(admin, giveOffice, office(id, ids.cellA)))[0]?.path, 'office');
  const held = (await getAccount(admin, id))?.offices[0];
  assert.equal(held?.current, true);
  const end = { heldId: given.ok ? given.result.id : '', version: 1, heldTo: '2026-11-22' };
  assert.equal(messages(await write(admin, endOffice, { ...end, heldTo: '2025-01-01' }))[0]?.path, 'heldTo');
  assert.equal(messages(await write(admin, endOffice, { ...end, version: 5 }))[0]?.stale, true);
  assert.ok((await write(admin, endOffice, end)).ok);
  assert.equal(await audits('account.office-give', id), 1);
  assert.equal(await audits('account.office-end', id), 1);
});

test('a closed unit takes no office', async () => {
  const { id } = await made('don.vi.cu');
  await db.owner.query("update units set closed_on = '2026-07-01' where id = $1", [ids.cellD]);
  assert.equal(messages(await write(admin, giveOffice, office(id, ids.cellD)))[0]?.path, 'unitId');
});

test('nobody changes the account or the office that gives them the right', async () => {
  assert.match(messages(await write(admin, giveOffice, office(admin.accountId, ids.province)))[0]?.message ?? '', /chính mình/);
  assert.match(
    messages(await write(admin, disableAccount, { accountId: admin.accountId, version: 1 }))[0]?.message ?? '',
    /chính mình/,
  );
  const { rows } = await db.owner.query('select id from offices_held where account_id = $1', [admin.accountId]);
  assert.match(
    messages(await write(admin, endOffice, { heldId: rows[0].id, version: 1, heldTo: '2026-12-01' }))[0]?.message ?? '',
    /chính mình/,
  );
});

test('an administrator of one commune reaches neither accounts nor units of another', async () => {
  const local = await viewerWith(db, 'system_administrator', ids.dongSon);
  const { id } = await made('xa.khac');
  assert.ok((await write(admin, giveOffice, office(id, ids.cellC))).ok);
  assert.equal(await getAccount(local, id), null);
  assert.equal((await write(local, resetPassword, { accountId: id, version: 1 })).ok, false);
  const free = await made('chua.co.chuc.trach');
  assert.equal(messages(await write(local, giveOffice, office(free.id, ids.cellC)))[0]?.path, 'unitId');
  assert.ok((await write(local, giveOffice, office(free.id, ids.cellB))).ok);
  assert.equal(
    (await write(local, requireOneTimeCode, { office: 'board_head' as const, require: 'yes' as const, version: 1 })).ok,
    false,
  );
  assert.deepEqual((await listUnitsForOffice(local, 'thon mot')).length, 0);
  assert.equal((await listUnitsForOffice(admin, 'THÔN MỘT')).length, 1);
});

test('accounts are found by part of a name, without marks', async () => {
  await write(admin, createAccount, { username: 'tim.thay', fullName: 'Đặng Thị Thúy Hường' });
  assert.deepEqual(
    (await listAccounts(admin, { q: 'dang thi thuy' })).rows.map(({ username }) => username),
    ['tim.thay'],
  );
  assert.equal((await listAccounts(admin, { q: '%' })).total, 0);
});

test('an office demands a one-time code once the administrator says so; a second editor is told', async () => {
  const input = { office: 'board_head' as const, require: 'yes' as const, version: 1 };
  assert.ok((await write(admin, requireOneTimeCode, input)).ok);
  assert.ok((await write(admin, requireOneTimeCode, { ...input, require: 'no' as const })).ok);
  assert.equal(messages(await write(admin, requireOneTimeCode, input))[0]?.stale, true);
});

const typed = (current: string, password: string, repeated = password) => ({
  current: new Secret(current),
  password: new Secret(password),
  repeated: new Secret(repeated),
});

test('a person changes their own password, not to the same one, and is signed out elsewhere', async () => {
  const { id, password } = await made('doi.mat.khau');
  const me = ownViewer(id);
  for (const session of [me.sessionId, crypto.randomUUID()])
    await openSession({ id: session, accountId: id, hours: 12, address: null, agent: null });
  assert.equal(messages(await write(me, changePassword, typed('sai', 'bốn từ xa nhau')))[0]?.path, 'current');
  assert.equal(messages(await write(me, changePassword, typed(password, password)))[0]?.path, 'password');
  assert.equal(messages(await write(me, changePassword, typed(password, 'bốn từ xa nhau', 'khác')))[0]?.path, 'repeated');
  const changed = await write(me, changePassword, typed(password, 'bốn từ xa nhau'));
  assert.deepEqual(changed, { ok: true, result: { ended: 1 } });
  assert.deepEqual(
    (await listOwnSessions(me, 30)).map((session) => session.here),
    [true],
  );
  assert.equal((await getOwnAccount(me))?.mustChangePassword, false);
  assert.equal(await audits('account.password-change', id), 1);
});

test('a person ends one other session, all others, and nobody else’s', async () => {
  const [mine, theirs] = [await made('cac.phien'), await made('phien.khac')];
  const me = ownViewer(mine.id);
  const open = async (accountId: string, id: string = crypto.randomUUID()) => {
    await openSession({ id, accountId, hours: 12, address: '10.0.0.1', agent: 'thử' });
    return id;
  };
  await open(mine.id, me.sessionId);
  const [one, , foreign] = [await open(mine.id), await open(mine.id), await open(theirs.id)];
  assert.ok((await write(me, endOwnSession, { sessionId: one })).ok);
  assert.equal((await write(me, endOwnSession, { sessionId: foreign })).ok, false);
  assert.deepEqual(await write(me, endOtherSessions, {}), { ok: true, result: { ended: 1 } });
});

test('a one-time code is on after a right code, gives ten recovery codes, and goes on and off by password only', async () => {
  const { id, password } = await made('mot.lan');
  const me = ownViewer(id);
  assert.ok((await write(me, beginOneTimeCode, {})).ok);
  const secret = (await getOwnAccount(me))?.pendingSecret ?? '';
  const confirm = (code: string, typedPassword = password) =>
    write(me, confirmOneTimeCode, { code, current: new Secret(typedPassword) });
  assert.equal(messages(await confirm('000000'))[0]?.path, 'code');
  assert.equal(messages(await confirm(generateSync({ secret }), 'sai'))[0]?.path, 'current');
  const confirmed = await confirm(generateSync({ secret }));
  assert.ok(confirmed.ok && new Set(confirmed.result.codes).size === 10);
  const own = await getOwnAccount(me);
  assert.deepEqual([own?.hasCode, own?.pendingSecret, own?.recoveryLeft], [true, null, 10]);
  assert.equal((await write(me, beginOneTimeCode, {})).ok, false);
  assert.equal((await write(me, turnOffOneTimeCode, { current: new Secret('sai') })).ok, false);
  assert.ok((await write(me, turnOffOneTimeCode, { current: new Secret(password) })).ok);
  assert.equal(await audits('account.one-time-code-off', id), 1);
});
