import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { actions, routes } from './build';
import { plainFormOf } from './forms';
import { addresses, marks, provinceDatabase } from './province';
import { ADDRESS, type Answer, DEMO_PASSWORD, stateOf, Visitor } from './visitor';

const FOREIGN = 'https://evil.example';
const OWN = { origin: ADDRESS, 'sec-fetch-site': 'same-origin' };
/** Where a post says it comes from. */
const CASES: Record<string, Record<string, string>> = {
  'no origin': {},
  'a foreign origin': { origin: FOREIGN, 'sec-fetch-site': 'cross-site' },
  'the origin null': { origin: 'null' },
  'a foreign origin with its own X-Forwarded-Host': { origin: FOREIGN, 'x-forwarded-host': new URL(FOREIGN).host },
  'our origin from a foreign page': { origin: ADDRESS, 'sec-fetch-site': 'cross-site' },
};
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;

let db: pg.Client;
let officer: Visitor;
let at: (address: string) => string;
let changing: [method: string, path: string][];

before(async () => {
  db = await provinceDatabase();
  at = await addresses(db);
  officer = await new Visitor().signIn('chuyenvien');
  changing = await mutating();
});
after(() => db.end());

const refused = ({ status, text }: Answer) => (status === 403 || status === 200) && /không đến từ/.test(text);
const live = async () => (await officer.get('/account')).status === 200;

async function changesNothing(work: () => Promise<void>, without: readonly string[] = []): Promise<void> {
  assert.ok(await live());
  const before = await marks(db, without);
  await work();
  assert.deepEqual(await marks(db, without), before);
  assert.ok(await live(), 'the session lives on');
}

/** A form refused is answered with its page again, and some pages note who read them. */
const READINGS = ['read_log', 'chain_heads'];

for (const [where, headers] of Object.entries(CASES)) {
  test(`with ${where} no action of the build gets past the door`, () =>
    changesNothing(async () => {
      for (const action of actions()) {
        const answer = await officer.send(at(action.pages[0] ?? '/'), {
          method: 'POST',
          headers: { ...headers, 'next-action': action.id },
          body: fetched(),
        });
        // Signing out answers with a page in any case; the session tells whether it was done.
        if (action.name !== 'signOut')
          assert.ok(refused(answer), `${action.name}: ${answer.status} ${answer.text.slice(0, 200)}`);
      }
    }));

  test(`with ${where} no plain form gets past the door`, () =>
    changesNothing(async () => {
      for (const action of actions()) {
        const body = plainFormOf(action);
        const answer = await officer.send(at(action.pages[0] ?? '/'), { method: 'POST', headers, body });
        assert.ok(answer.status < 500, `${action.name}: ${answer.status}`);
        assert.notEqual(answer.headers.get('location'), '/sign-in', action.name);
      }
    }, READINGS));

  test(`with ${where} no route lets a change in`, () =>
    changesNothing(async () => {
      for (const [method, path] of changing) {
        const answer = await officer.send(path, { method, headers, body: new URLSearchParams(WANTED) });
        assert.equal(answer.status, 403, `${method} ${path}`);
      }
    }));
}

/** Sent with every post: what the routes of today would act on. */
const WANTED = { purpose: 'thử cửa vào', username: 'chuyenvien', password: DEMO_PASSWORD, json: 'true' };

function fetched(): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(WANTED)) body.set(`_1_${name}`, value);
  body.set('0', '[{"status":"new"},"$K1"]');
  return body;
}

/** Every method and address of a route handler that changes something: any but 405 from our own page. */
async function mutating(): Promise<[string, string][]> {
  const nobody = new Visitor();
  const found: [string, string][] = [];
  const paths = routes()
    .filter(({ kind }) => kind === 'route')
    .flatMap(({ address }) => (address.includes('nextauth') ? AUTH : [at(address)]));
  for (const path of paths)
    for (const method of METHODS)
      if ((await nobody.send(path, { method, headers: OWN })).status !== 405) found.push([method, path]);
  return found;
}
const AUTH = ['session', 'signout', '_log', 'signin/credentials', 'callback/credentials', 'nothing'].map(
  (way) => `/api/auth/${way}`,
);

test('from our own page actions, plain forms and routes get past the check of the origin', async () => {
  const nobody = new Visitor();
  for (const action of actions().filter(({ name }) => name !== 'signOut')) {
    const answer = await nobody.act(action.id, '/sign-in', {});
    assert.ok(!refused(answer), `${action.name}: ${answer.text.slice(0, 200)}`);
    assert.ok(stateOf(answer)?.status === 'problems' || action.name === 'enterCode', action.name);
  }
  for (const path of ['/members/export', '/api/auth/signout'])
    assert.ok(
      changing.some(([, each]) => each === path),
      path,
    );
  for (const [method, path] of changing) assert.notEqual((await nobody.send(path, { method, headers: OWN })).status, 403, path);
});

test('a stolen token of next-auth and a right password open nothing from a foreign page, and do from ours', async () => {
  const visitor = new Visitor();
  const { csrfToken } = JSON.parse((await visitor.get('/api/auth/csrf')).text) as { csrfToken: string };
  const body = () => new URLSearchParams({ csrfToken, username: 'truongban', password: DEMO_PASSWORD });
  const post = (headers: Record<string, string>) =>
    visitor.send('/api/auth/callback/credentials', { method: 'POST', headers, body: body() });
  for (const headers of Object.values(CASES)) assert.equal((await post(headers)).status, 403);
  assert.equal((await visitor.get('/account')).status, 307);
  assert.equal((await post(OWN)).status, 302);
  assert.equal((await visitor.get('/account')).status, 200);
});

test('signing out is refused from a foreign page and done from ours', async () => {
  const signOut = actions().find(({ name }) => name === 'signOut');
  assert.ok(signOut);
  const visitor = await new Visitor().signIn('kiemtra');
  for (const headers of Object.values(CASES)) {
    await visitor.send('/account', { method: 'POST', headers, body: plainFormOf(signOut) });
    assert.equal((await visitor.get('/account')).status, 200);
  }
  const answer = await visitor.send('/account', { method: 'POST', headers: OWN, body: plainFormOf(signOut) });
  assert.equal(answer.status, 303);
  assert.equal((await visitor.get('/account')).status, 307);
});
