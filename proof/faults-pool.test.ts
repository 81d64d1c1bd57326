import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { waitUntil } from '../scripts/processes.mjs';
import { actionOf } from './build';
import { report } from './faults-report';
import { type SecondServer, secondServer } from './second-server';
import { type Answer, stateOf, Visitor } from './visitor';

const MOST_MS = 2_500;
const POOL = 2;
let server: SecondServer;
let officer: Visitor;
let asked: string[];
const waits: number[] = [];

before(async () => {
  server = await secondServer({ env: { DATABASE_POOL: String(POOL), LOG_LEVEL: 'silent' } });
  officer = await new Visitor(server.address).signIn('chuyenvien');
  const { rows } = await server.db.query('select id from meetings where accepted_at is not null order by id limit 1');
  asked = ['/', '/members', '/units', `/print/minutes/${rows[0].id}`, `/meetings/${rows[0].id}/docx`];
  for (const path of asked) assert.equal((await officer.get(path)).status, 200, path);
});
after(() => server?.stop());

const waiting = async () => {
  const { rows } = await server.db.query<{ n: number }>(
    'select count(distinct pid)::int as n from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())',
  );
  return rows[0]?.n ?? 0;
};

/** Every connection of the server stands behind a lock while `work` runs; gives the answers of those who wait. */
async function exhausted(work: () => Promise<void>): Promise<Answer[]> {
  await server.db.query('begin; lock table units in access exclusive mode');
  const held = Array.from({ length: POOL }, () => officer.get('/units'));
  try {
    assert.ok(await waitUntil(async () => (await waiting()) === POOL, 20));
    await work();
  } finally {
    await server.db.query('rollback');
  }
  return Promise.all(held);
}

/** The answer, within the limit. On a busy machine the wait for a processor comes on top, so the quickest of three counts. */
async function inTime(ask: () => Promise<Answer>, tries = 3): Promise<Answer> {
  const start = performance.now();
  const answer = await ask();
  const ms = Math.round(performance.now() - start);
  if (ms > MOST_MS && tries > 1) return inTime(ask, tries - 1);
  assert.ok(ms <= MOST_MS, `${ms} ms`);
  waits.push(ms);
  return answer;
}

function isPlainBusyPage(answer: Answer): void {
  assert.equal(answer.status, 503);
  assert.match(answer.headers.get('content-type') ?? '', /^text\/html/);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.ok(Number(answer.headers.get('retry-after')) > 0);
  assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'self'/);
  assert.match(answer.text, /<h1[^>]*>Máy chủ đang bận<\/h1>/);
  assert.doesNotMatch(answer.text, /<script|at .*\.js:\d+/);
}

test('no connection left: pages, papers and files answer 503 with a plain page in time; released, they open at once', async () => {
  const held = await exhausted(async () => {
    const answers = await Promise.all(asked.map((path) => inTime(() => officer.get(path))));
    for (const answer of answers) isPlainBusyPage(answer);
    assert.equal((await inTime(() => officer.get('/api/health'))).status, 503);
  });
  for (const { status } of held) assert.equal(status, 200);
  report({ what: 'Hết kết nối CSDL', measured: `503 sau nhiều nhất ${Math.max(...waits)} ms`, aim: `503 sau ≤ ${MOST_MS} ms` });
  for (const path of ['/api/health', ...asked]) assert.equal((await officer.get(path)).status, 200, path);
});

test('no connection left: a change and a sign-in are told that the server is busy, and what was typed comes back', async () => {
  const start = actionOf('app/(board)/meetings/actions.ts', 'start');
  const signIn = actionOf('app/sign-in/actions.ts', 'signIn');
  const typed = { cellId: '00000000-0000-7000-8000-000000000001', month: '2026-10-01', kind: 'regular' };
  const guest = new Visitor(server.address);
  await exhausted(async () => {
    const [change, entry] = await Promise.all([
      inTime(() => officer.act(start.id, '/meetings', typed)),
      inTime(() => guest.act(signIn.id, '/sign-in', { username: 'bithu', password: 'not this one' })),
    ]);
    for (const [answer, values] of [[change, typed] as const, [entry, { username: 'bithu' }] as const]) {
      const state = stateOf(answer);
      assert.equal(answer.status, 200);
      assert.ok(state?.status === 'problems');
      assert.match(state.problems[0]?.message ?? '', /Máy chủ đang bận/);
      assert.deepEqual({ ...state.values }, values);
    }
  });
});

test('no connection left: a step inside the app, whose answer has begun, brings the error to the page in time', async () => {
  // Next leads such a step to an address with a number that it reckons from the headers.
  const address = (await officer.get('/members', { rsc: '1' })).headers.get('location') ?? '';
  await exhausted(async () => {
    const { text } = await inTime(() => officer.get(address, { rsc: '1' }));
    assert.match(text, /^\w+:E\{"digest":"\d+"\}$/m);
  });
});
