import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { generateSync } from 'otplib';
import type pg from 'pg';
import { actionOf, actions } from './build';
import { plainForm, plainFormOf } from './forms';
import { marks, provinceDatabase } from './province';
import { ADDRESS, DEMO_PASSWORD, stateOf, Visitor } from './visitor';

const OWN = { origin: ADDRESS, 'sec-fetch-site': 'same-origin' };
const USERNAME = 'cua.phien';
const NEW_PASSWORD = 'cau-ca-ben-song-da-2026';
const own = (name: string) => actionOf('app/(board)/account/actions.ts', name).id;

let db: pg.Client;
let accountId: string;

before(async () => {
  db = await provinceDatabase();
  const { rows } = await db.query(
    `insert into accounts (id, username, full_name, password_hash, must_change_password)
     select gen_random_uuid(), $1, 'Người thử cửa', password_hash, false from accounts where username = 'chuyenvien' returning id`,
    [USERNAME],
  );
  accountId = rows[0].id;
});
beforeEach(async () => {
  await db.query('delete from sign_in_attempts');
  await db.query(
    `update accounts set totp_secret = null, totp_confirmed_at = null, totp_last_step = null,
       password_hash = (select password_hash from accounts where username = 'chuyenvien') where id = $1`,
    [accountId],
  );
});
after(() => db.end());

const isIn = async (visitor: Visitor) => (await visitor.get('/account')).status === 200;
const signedIn = () => new Visitor().signIn(USERNAME);

/** Somebody else with the same cookies as they are now. */
function copyOf(visitor: Visitor): Visitor {
  const copy = new Visitor();
  for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
  return copy;
}

/** The living session that was seen last. */
async function newest(): Promise<{ id: string; expires_at: Date; created_at: Date }> {
  const { rows } = await db.query(
    'select * from sessions where account_id = $1 and ended_at is null order by last_seen_at desc limit 1',
    [accountId],
  );
  return rows[0];
}

/** What the inspectors read about a session that came back after its end. */
const notes = async (sessionId: string) =>
  (
    await db.query("select detail from audit_log where action = 'account.session-reused' and subject_id = $1", [sessionId])
  ).rows.map(({ detail }) => detail.why);

/** Page and action are refused, and the reuse is noted as often as said. */
async function refusedEverywhere(visitor: Visitor): Promise<void> {
  for (let n = 0; n < 2; n += 1) {
    const page = await visitor.get('/account');
    assert.equal(page.status, 307);
    assert.match(page.headers.get('location') ?? '', /^\/sign-in/);
    const state = stateOf(await visitor.act(own('endOthers'), '/sign-in', {}));
    assert.match(state?.status === 'problems' ? (state.problems[0]?.message ?? '') : '', /Phiên làm việc đã hết/);
  }
}

test('a session that was ended from elsewhere is refused at its next request, and that is nothing to note', async () => {
  const other = await signedIn();
  const { id } = await newest();
  const here = await signedIn();
  assert.equal(stateOf(await here.act(own('endSession'), '/account', { sessionId: id }))?.status, 'done');
  await refusedEverywhere(other);
  assert.deepEqual(await notes(id), []);
  assert.ok(await isIn(here));
});

test('after signing out a copy of the cookie is refused, and noted once', async () => {
  const visitor = await signedIn();
  const { id } = await newest();
  const thief = copyOf(visitor);
  const answer = await visitor.send('/account', {
    method: 'POST',
    headers: OWN,
    body: plainFormOf(actionOf('app/(board)/account/actions.ts', 'signOut')),
  });
  assert.equal(answer.headers.get('location'), '/sign-in');
  assert.deepEqual(await notes(id), []);
  await refusedEverywhere(thief);
  assert.deepEqual(await notes(id), ['sign-out']);
});

test('signing in again gives another id; the old one is refused and noted', async () => {
  const visitor = await signedIn();
  const { id } = await newest();
  const thief = copyOf(visitor);
  const form = plainForm(await new Visitor().get('/sign-in'), { username: USERNAME, password: DEMO_PASSWORD });
  const answer = await visitor.send('/sign-in', { method: 'POST', headers: OWN, body: form });
  assert.equal(answer.status, 303);
  assert.ok(await isIn(visitor));
  await refusedEverywhere(thief);
  assert.deepEqual(await notes(id), ['signed-in-again']);
});

/** Does something that changes what proves the person, and looks at the session before and after. */
async function renews(visitor: Visitor, work: (visitor: Visitor) => Promise<unknown>): Promise<void> {
  assert.ok(await isIn(visitor));
  const before = await newest();
  const thief = copyOf(visitor);
  await work(visitor);
  assert.ok(await isIn(visitor));
  const now = await newest();
  assert.notEqual(now.id, before.id);
  assert.deepEqual([now.expires_at, now.created_at], [before.expires_at, before.created_at], 'no hour is gained');
  assert.deepEqual(await notes(before.id), []);
  await refusedEverywhere(thief);
  assert.deepEqual(await notes(before.id), ['renewed']);
}

test('a new password gives the session another id, ends the others, and the old id is refused and noted', async () => {
  const elsewhere = await signedIn();
  await renews(await signedIn(), async (visitor) => {
    const fields = { current: DEMO_PASSWORD, password: NEW_PASSWORD, repeated: NEW_PASSWORD };
    const answer = await visitor.act(own('change'), '/account/password', fields);
    assert.equal(stateOf(answer)?.status, 'done', answer.text.slice(0, 300));
    assert.doesNotMatch(answer.text, /NEXT_REDIRECT/);
  });
  assert.equal(await isIn(elsewhere), false);
});

test('turning the one-time code on and off gives the session another id each time', async () => {
  const visitor = await signedIn();
  await visitor.act(own('begin'), '/account/one-time-code', {});
  await renews(visitor, async () => {
    const { rows } = await db.query('select totp_secret as secret from accounts where id = $1', [accountId]);
    const code = generateSync({ secret: rows[0].secret, epoch: Math.floor(Date.now() / 1000) });
    assert.equal(
      stateOf(await visitor.act(own('confirm'), '/account/one-time-code', { code, current: DEMO_PASSWORD }))?.status,
      'done',
    );
  });
  await renews(visitor, async () => {
    const fields = { current: DEMO_PASSWORD };
    assert.equal(stateOf(await visitor.act(own('turnOff'), '/account/one-time-code', fields))?.status, 'done');
  });
});

test('a refused change of the password leaves the session as it was', async () => {
  const visitor = await signedIn();
  const { id } = await newest();
  const fields = { current: 'sai', password: NEW_PASSWORD, repeated: NEW_PASSWORD };
  assert.equal(stateOf(await visitor.act(own('change'), '/account/password', fields))?.status, 'problems');
  assert.equal((await newest()).id, id);
  assert.ok(await isIn(visitor));
});

const OVER = {
  'thirty-one minutes without a request': "last_seen_at = now() - interval '31 minutes'",
  'its last hour': "expires_at = now() - interval '1 second'",
};
const NOT_YET = {
  'twenty-nine minutes without a request': "last_seen_at = now() - interval '29 minutes'",
  'all but a minute of its hours': "expires_at = now() + interval '1 minute'",
};
for (const [when, change] of Object.entries({ ...OVER, ...NOT_YET }))
  test(`after ${when} a session is ${when in OVER ? 'over' : 'alive'}`, async () => {
    const visitor = await signedIn();
    await db.query(`update sessions set ${change} where id = $1`, [(await newest()).id]);
    if (when in OVER) await refusedEverywhere(visitor);
    else assert.ok(await isIn(visitor));
  });

test('a session lasts twelve hours and no request makes it longer', async () => {
  const visitor = await signedIn();
  const { id, expires_at, created_at } = await newest();
  assert.equal(Math.round((expires_at.getTime() - created_at.getTime()) / 3_600_000), 12);
  await db.query("update sessions set last_seen_at = now() - interval '5 minutes' where id = $1", [id]);
  assert.ok(await isIn(visitor));
  const after = await newest();
  assert.deepEqual([after.id, after.expires_at], [id, expires_at]);
});

test('a changed cookie, another account’s name in it and a disabled account open nothing', async () => {
  const visitor = await signedIn();
  const cookie = visitor.cookies.get('next-auth.session-token') ?? '';
  for (const changed of [`${cookie.slice(0, -4)}AAAA`, cookie.slice(5), '', 'x.y.z']) {
    const thief = new Visitor();
    thief.cookies.set('next-auth.session-token', changed);
    assert.equal(await isIn(thief), false);
  }
  await db.query('update accounts set disabled_at = now() where id = $1', [accountId]);
  await refusedEverywhere(visitor);
  await db.query('update accounts set disabled_at = null where id = $1', [accountId]);
});

/** Forms that a right person can send at once, told by what they hold. */
const FORMS: Record<string, { file: string; name: string; office: string; fields: () => Promise<Record<string, string>> }> = {
  'a new account': {
    file: 'app/(board)/accounts/actions.ts',
    name: 'create',
    office: 'system_administrator',
    fields: async () => ({ username: 'cua.nguoimoi', fullName: 'Nguyễn Văn Mới' }),
  },
  'an office given': {
    file: 'app/(board)/accounts/actions.ts',
    name: 'give',
    office: 'system_administrator',
    fields: async () => {
      const { rows } = await db.query("select id from accounts where username = 'kiemtra'");
      const unit = await db.query('select id from units where parent_id is null');
      return { accountId: rows[0].id, unitId: unit.rows[0].id, office: 'board_officer', heldFrom: '01/11/2026', heldTo: '' };
    },
  },
  'a unit renamed': {
    file: 'app/(board)/units/actions.ts',
    name: 'rename',
    office: 'board_officer',
    fields: async () => {
      const { rows } = await db.query("select id, version from units where kind = 'U' order by code limit 1");
      return {
        unitId: rows[0].id,
        version: String(rows[0].version),
        name: 'Đảng bộ xã Tên Mới',
        shortName: 'Xã Tên Mới',
        effectiveOn: '20/11/2026',
        decisionNumber: '12-QĐ/TU',
        decisionDate: '19/11/2026',
        issuer: 'Tỉnh ủy',
        signer: 'Nguyễn Văn A',
      };
    },
  },
};

for (const [what, { file, name, office, fields }] of Object.entries(FORMS))
  test(`a right that was taken away while the form stood open is gone when it is sent: ${what}`, async () => {
    await db.query('delete from offices_held where account_id = $1', [accountId]);
    await db.query(
      `insert into offices_held (id, account_id, office, unit_id, held_from) select gen_random_uuid(), $1, $2, id, '2020-01-01' from units where parent_id is null`,
      [accountId, office],
    );
    const visitor = await signedIn();
    const form = await fields();
    await db.query("update offices_held set held_to = (now() at time zone 'Asia/Ho_Chi_Minh')::date where account_id = $1", [
      accountId,
    ]);
    const before = await marks(db, ['sessions']);
    const state = stateOf(await visitor.act(actionOf(file, name).id, '/account', form));
    assert.match(state?.status === 'problems' ? (state.problems[0]?.message ?? '') : '', /không có quyền/, JSON.stringify(state));
    assert.deepEqual(await marks(db, ['sessions']), before);
    await db.query('update offices_held set held_to = null where account_id = $1', [accountId]);
    const sent = await visitor.act(actionOf(file, name).id, '/account', form);
    assert.notEqual(stateOf(sent)?.status, 'problems', JSON.stringify(stateOf(sent)));
    assert.notDeepEqual(await marks(db, ['sessions']), before);
  });

test('the actions of one’s own account are all here', () => {
  const names = actions()
    .filter(({ file }) => file === 'app/(board)/account/actions.ts')
    .map(({ name }) => name);
  assert.deepEqual(names.toSorted(), ['begin', 'change', 'confirm', 'endOthers', 'endSession', 'signOut', 'turnOff']);
});
