import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { encode } from 'next-auth/jwt';
import type pg from 'pg';
import { actionOf, type BuiltRoute, routes } from './build';
import { addresses, provinceDatabase } from './province';
import { secondServer } from './second-server';
import { ADDRESS, type Answer, Visitor } from './visitor';

const OWN = { origin: ADDRESS, 'sec-fetch-site': 'same-origin' };
const SEALED = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
};
const POLICY =
  "default-src 'self'; script-src 'self' 'nonce-N' 'strict-dynamic'; style-src 'self' 'nonce-N'; style-src-attr 'unsafe-inline'; " +
  "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** How long an answer may be kept, and by whom. */
const NEVER = 'no-store';
const PERSONAL = 'private, no-cache, no-store, max-age=0, must-revalidate';
const FOREVER = 'public, max-age=31536000, immutable';
const ASK = 'public, max-age=0, must-revalidate';
const ACTION = 'no-cache, no-store, max-age=0, must-revalidate';

/** What says nothing to an attacker and needs no agreement. Any other header fails. */
const PLUMBING =
  /^(date|connection|keep-alive|transfer-encoding|content-(type|encoding|length|disposition)|vary|link|location|refresh|etag|last-modified|accept-ranges|allow|set-cookie|cache-control|content-security-policy|expires|pragma|retry-after|x-action-redirect|x-action-revalidated|x-nextjs-(cache|prerender|stale-time|action-not-found))$/;

const nonces: string[] = [];
const seen = new Set<string>();

/** Compares all headers of an answer with the table. kind: a row's name for the list of what was seen. */
function sealed(kind: string, answer: Answer, cache: string, { hsts = false } = {}): void {
  const what = `${kind} ${answer.status}`;
  seen.add(what);
  const given = Object.fromEntries(answer.headers);
  const found = Object.fromEntries(Object.entries(given).filter(([name]) => !PLUMBING.test(name)));
  assert.deepEqual(found, { ...SEALED, ...(hsts && { 'strict-transport-security': 'max-age=31536000' }) }, what);
  assert.equal(given['cache-control'], cache, what);
  const asked = given['content-security-policy'] ?? '';
  const nonce = /'nonce-([^']+)'/.exec(asked)?.[1];
  if (nonce) nonces.push(nonce);
  assert.equal(nonce ? asked.replaceAll(nonce, 'N') : asked, POLICY, what);
  if (answer.status === 200 && /^text\/html/.test(given['content-type'] ?? ''))
    for (const [tag] of answer.text.matchAll(/<(?:script|style|link rel="stylesheet")\b[^>]*>/g))
      assert.match(tag, new RegExp(`nonce="${nonce}"`), `${what} ${tag.slice(0, 120)}`);
}

let db: pg.Client;
let at: (address: string) => string;
const visitors: Visitor[] = [new Visitor()];

before(async () => {
  db = await provinceDatabase();
  at = await addresses(db);
  for (const username of ['chuyenvien', 'quantri', 'bithu']) visitors.push(await new Visitor().signIn(username));
});
after(() => db.end());

/** Pages with a mistake in them are kept by nobody at all; the rest only says so in Next's words. */
const pageCache = (status: number) => (status >= 400 ? NEVER : PERSONAL);

/** Route handlers that are kept otherwise than not at all. */
const ROUTE_CACHE: Record<string, string> = {
  '/icon.svg': ASK,
  '/api/auth/[...nextauth]': 'private, no-cache, no-store',
  // Pictures of what stands in their address.
  '/briefings/[period]/chart': 'private, max-age=31536000, immutable',
  '/cadres/alarms/chart': 'private, max-age=31536000, immutable',
};

const cacheOf = ({ address, kind }: BuiltRoute, status: number): string =>
  status >= 400 ? NEVER : kind === 'page' ? pageCache(status) : (ROUTE_CACHE[address] ?? NEVER);

test('every page and route of the build carries exactly these headers, to whoever asks and whatever is answered', async () => {
  const look = async (visitor: Visitor, route: BuiltRoute, path: string) => {
    const answer = await visitor.get(path);
    const redirected = route.kind === 'route' && answer.status === 307;
    sealed(route.kind, answer, redirected ? NEVER : cacheOf(route, answer.status));
  };
  for (const route of routes()) {
    for (const visitor of visitors) await look(visitor, route, at(route.address));
    if (visitors[1]) await look(visitors[1], route, route.address.replace(/\[[^\]]+\]/g, 'nothing'));
  }
});

test('so do files of the build, unknown addresses, wrong methods and Next’s own redirects', async () => {
  const [nobody, officer] = visitors;
  assert.ok(nobody && officer);
  for (const folder of ['chunks', 'media'])
    for (const file of readdirSync(`.next/static/${folder}`).slice(0, 3))
      sealed('file', await nobody.get(`/_next/static/${folder}/${file}`), FOREVER);
  for (const path of ['/_next/static/nothing.js', '/nothing', '/.env', '/_next/image?url=/icon.svg&w=64&q=75', '/api/nothing'])
    sealed('unknown', await officer.get(path), NEVER);
  for (const path of ['/members/', '/members//1', '/api/health/', '/%c0']) sealed('next', await nobody.get(path), NEVER);
  for (const method of ['PUT', 'DELETE', 'PATCH'])
    for (const path of ['/api/health', '/members/export', '/icon.svg'])
      sealed('wrong method', await officer.send(path, { method, headers: OWN }), NEVER);
  for (const path of ['providers', 'signin', 'signout', 'error', 'verify-request'])
    sealed('next-auth', await nobody.get(`/api/auth/${path}`), NEVER);
});

test('so do actions, and downloads, which name their file', async () => {
  const officer = visitors[1];
  assert.ok(officer);
  const begin = actionOf('app/(board)/account/actions.ts', 'endSession').id;
  sealed('action', await officer.act(begin, '/account', {}), ACTION);
  const signIn = await new Visitor().act(actionOf('app/sign-in/actions.ts', 'enterCode').id, '/sign-in', {});
  sealed('action', signIn, PERSONAL);
  const exported = await officer.send('/members/export', {
    method: 'POST',
    headers: OWN,
    body: new URLSearchParams({ purpose: 'thử đầu trang' }),
  });
  assert.equal(exported.status, 200, exported.text.slice(0, 300));
  assert.match(exported.headers.get('content-disposition') ?? '', /^attachment; filename="danh-sach-dang-vien-[\d-]+\.xlsx"$/);
  sealed('download', exported, NEVER);
  sealed(
    'download',
    await officer.send('/members/export', { method: 'POST', headers: OWN, body: new URLSearchParams({ unit: '' }) }),
    NEVER,
  );
  sealed('foreign', await officer.send('/members/export', { method: 'POST' }), NEVER);
  for (const [path, name] of [
    ['/briefings/2026-Q4/xlsx', 'giao-ban-2026-Q4.xlsx'],
    [at('/meetings/[meetingId]/docx'), 'bien-ban-'],
  ] as const) {
    const answer = await officer.get(path);
    assert.match(answer.headers.get('content-disposition') ?? '', new RegExp(`^attachment; filename="${name}`));
    sealed('download', answer, NEVER);
  }
});

test('under https the browser is told to stay there; faults carry the same headers', async () => {
  const id = crypto.randomUUID();
  const { stop, db, address } = await secondServer({
    env: { NEXTAUTH_URL: 'https://so-to-chuc.example.vn' },
    prepare: (copy) =>
      copy.query(
        `insert into sessions (id, account_id, expires_at) select '${id}', id, now() + interval '1 hour' from accounts where username = 'chuyenvien'`,
      ),
  });
  try {
    const hsts = { hsts: true };
    const visitor = new Visitor(address);
    sealed('https page', await visitor.get('/sign-in'), PERSONAL, hsts);
    sealed('https next', await visitor.get('/members/'), NEVER, hsts);
    const { rows } = await db.query("select id from accounts where username = 'chuyenvien'");
    const token = await encode({ token: { sub: rows[0].id, sessionId: id }, secret: process.env.NEXTAUTH_SECRET ?? '' });
    visitor.cookies.set('__Host-next-auth.session-token', token);
    sealed('https page', await visitor.get('/members'), PERSONAL, hsts);
    await db.query('alter table members rename to elsewhere');
    sealed('https page', await visitor.get('/members'), NEVER, hsts);
    await db.query('revoke connect on database current_database from public'.replace('current_database', await name(db)));
    await db.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename <> current_user',
    );
    sealed('https route', await visitor.get('/api/health'), NEVER, hsts);
  } finally {
    await stop();
  }
});

const name = async (client: pg.Client) => (await client.query('select current_database() as name')).rows[0].name as string;

test('no nonce was given twice, and the table saw all it is meant to hold', () => {
  assert.ok(nonces.length > 200);
  assert.equal(new Set(nonces).size, nonces.length);
  const expected = [
    ...[200, 307, 403, 404].map((status) => `page ${status}`),
    ...[200, 307, 403, 404, 405].map((status) => `route ${status}`),
    'file 200',
    'unknown 404',
    'next 308',
    'next 400',
    'wrong method 405',
    'next-auth 200',
    'next-auth 302',
    'action 200',
    'download 200',
    'download 303',
    'foreign 403',
    'https page 200',
    'https page 500',
    'https next 308',
    'https route 503',
  ];
  assert.deepEqual(
    expected.filter((what) => !seen.has(what)),
    [],
  );
});
