import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { encode } from 'next-auth/jwt';
import type pg from 'pg';
import { fromBufferPromise } from 'yauzl';
import { plantImport, readAddresses } from './faults-paths';
import { report } from './faults-report';
import { type SecondServer, secondServer } from './second-server';
import { type Answer, Visitor } from './visitor';

/** Zones of the process and of the database's sessions: west and east of Greenwich, and crossed, so that two shifts cannot cancel each other. */
const ZONES = [
  { process: 'UTC', database: 'UTC' },
  { process: 'Asia/Ho_Chi_Minh', database: 'America/New_York' },
  { process: 'America/New_York', database: 'Asia/Ho_Chi_Minh' },
] as const;
/** All of them, and more of the links, in the long form. */
const OFFICES = process.env.FAULTS_KILLS
  ? ['bithu', 'canbo', 'chuyenvien', 'kiemtra', 'quantri']
  : ['bithu', 'chuyenvien', 'quantri'];
const LINKS_A_PAGE = process.env.FAULTS_KILLS ? 10 : 2;
const SESSION: Record<string, string> = Object.fromEntries(OFFICES.map((name) => [name, randomUUID()]));
/** One moment for all servers. */
const opened = new Date();

let servers: SecondServer[];
let paths: string[];
const accounts: Record<string, string> = {};

before(async () => {
  servers = await Promise.all(
    ZONES.map((zone) =>
      secondServer({ env: { TZ: zone.process, PGTZ: zone.database }, prepare: (db) => sameProvince(db, zone.database) }),
    ),
  );
  const { db } = servers[0] as SecondServer;
  for (const { username, id } of (await db.query('select username, id from accounts where username = any($1)', [OFFICES])).rows)
    accounts[username] = id;
  paths = await readAddresses(db);
});
after(() => Promise.all((servers ?? []).map((server) => server.stop())));

/** What a sign-in leaves behind would differ by its moment, so the sessions are planted, seen already in the minutes to come. */
async function sameProvince(db: pg.Client, zone: string): Promise<void> {
  await db.query(`alter database ${(await db.query('select current_database() as name')).rows[0].name} set timezone = '${zone}'`);
  await db.query(
    `insert into sessions (id, account_id, created_at, last_seen_at, expires_at, agent)
     select k.id, a.id, $2::timestamptz, $2::timestamptz + interval '1 hour', $2::timestamptz + interval '5 hours', 'proof'
     from unnest($1::uuid[], $3::text[]) as k (id, username) join accounts a on a.username = k.username`,
    [Object.values(SESSION), opened.toISOString(), OFFICES],
  );
  await plantImport(db);
  await db.query('select open_months(today_vn())');
}

async function visitorsOf(name: string): Promise<Visitor[]> {
  const token = { sub: accounts[name], sessionId: SESSION[name] };
  const cookie = await encode({ token, secret: process.env.NEXTAUTH_SECRET ?? '', maxAge: 3600 });
  return servers.map(({ address }) => {
    const visitor = new Visitor(address);
    visitor.cookies.set('next-auth.session-token', cookie);
    return visitor;
  });
}

/** What a person gets: the page without its scripts, the parts of a document, the bytes of anything else; without what is new in each answer. */
async function contentOf(answer: Answer): Promise<string> {
  const kind = answer.headers.get('content-type') ?? '';
  if (/officedocument/.test(kind)) return documentOf(answer.body);
  return (
    answer.text
      .replace(/<script\b.*?<\/script>/gs, '')
      .replace(/ nonce="[^"]*"/g, '')
      .replace(/(name="key"[^>]*value=")[^"]*/g, '$1')
      .replace(/"expires":"[^"]*"/, '')
      // Each server has a log of its own, and a seal covers the moments of its rows.
      .replaceAll(/(?:[0-9a-f]{4} ){15}[0-9a-f]{4}/g, '')
      .replaceAll(/>(?:[0-9a-f]{16}|[0-9a-f]{64})</g, '><')
      .replaceAll(/(after|before)=\d{4}-[^"&]*Z_/g, '$1=')
      .replaceAll(/http:\/\/localhost:\d+/g, '')
  );
}

async function documentOf(file: Buffer): Promise<string> {
  const zip = await fromBufferPromise(file);
  const parts: string[] = [];
  for await (const entry of zip.eachEntry())
    parts.push(`${entry.fileName}\n${await text(await zip.openReadStreamPromise(entry))}`);
  // The moment of writing, to the second, which every office program keeps.
  return parts
    .sort()
    .join('\n')
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, '$1');
}

type Seen = { status: number; location: string | null; content: string };

async function seen(visitor: Visitor, path: string): Promise<Seen> {
  const answer = await visitor.get(path);
  return { status: answer.status, location: answer.headers.get('location'), content: await contentOf(answer) };
}

/** Asked once more where they differ: a minute, or a day, may have turned between two answers. */
async function same(visitors: Visitor[], path: string, again = true): Promise<Seen> {
  const [first, ...others] = await Promise.all(visitors.map((visitor) => seen(visitor, path)));
  if (again && others.some((other) => JSON.stringify(other) !== JSON.stringify(first))) return same(visitors, path, false);
  others.forEach((other, n) => {
    assert.deepEqual(differing(first as Seen, other), [], `${path} under ${ZONES[n + 1]?.process} differs from UTC`);
  });
  return first as Seen;
}

/** The first place where the two part, with a little around it. */
function differing(one: Seen, other: Seen): string[] {
  if (one.status !== other.status || one.location !== other.location)
    return [`${one.status} ${one.location}`, `${other.status} ${other.location}`];
  let at = 0;
  while (at < one.content.length && one.content[at] === other.content[at]) at += 1;
  if (one.content === other.content) return [];
  return [one, other].map(({ content }) => content.slice(Math.max(0, at - 100), at + 100));
}

const linksIn = (content: string) =>
  [...content.matchAll(/href="(\/[^"]*\?[^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'));

for (const office of OFFICES)
  test(`the zone of the process and of the database changes nothing that ${office} sees, prints or takes away`, async () => {
    const visitors = await visitorsOf(office);
    const links = new Set<string>();
    let read = 0;
    for (const path of paths) {
      const { status, content } = await same(visitors, path);
      assert.ok(status < 500, `${path}: ${status}`);
      if (status === 200) read += 1;
      for (const link of linksIn(content).slice(0, LINKS_A_PAGE)) links.add(link);
    }
    assert.ok(read > 5, `${office} opened ${read}`);
    for (const link of links) await same(visitors, link);
    report({ what: `Múi giờ: ${office}`, measured: `${paths.length + links.size} địa chỉ như nhau`, aim: 'không chỗ nào khác' });
  });

test('the list of members is the same workbook in every zone', async () => {
  const visitors = await visitorsOf('chuyenvien');
  const taken = await Promise.all(
    visitors.map((visitor) => {
      const body = new URLSearchParams({ purpose: 'Đối chiếu số liệu' });
      const headers = { origin: new URL(visitor.address).origin, 'sec-fetch-site': 'same-origin' };
      return visitor.send('/members/export', { method: 'POST', body, headers });
    }),
  );
  const [first, ...others] = await Promise.all(taken.map(contentOf));
  assert.equal(taken[0]?.status, 200);
  assert.ok((first ?? '').length > 10_000);
  for (const other of others) assert.ok(other === first);
});
