import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { type Random, randomFrom } from '@/db/seed/random';
import { actions, type BuiltAction, routes } from './build';
import { asked, filled, type Ids, knownIds } from './fuzz/addresses';
import { formsOf, nameOf } from './fuzz/forms';
import type { Forms } from './fuzz/given';
import { type Body, damaged, multipart, plainForm, scriptReply } from './fuzz/multipart';
import { type Form, mutated, partsOf } from './fuzz/mutations';
import { broken, memoryOf, type Sent, sendAll } from './fuzz/run';
import { faultsOf, marker, unaudited, unclean } from './fuzz/state';
import { type SecondServer, secondServer } from './second-server';
import { type Answer, stateOf, Visitor } from './visitor';

// FUZZ_SEED=… repeats a run, FUZZ_POSTS=… makes it longer; both stand in the names of the tests.
const SEED = Number(process.env.FUZZ_SEED ?? 20261122);
const POSTS = Number(process.env.FUZZ_POSTS ?? 5_000);
const GETS = 600;
/** Megabytes by which the server may grow under all of this; a single post may be 12. */
const GROWTH = 800;
/** For whom a session is made by the action, not needed by it. */
const OPEN = ['sign-in: signIn', 'sign-in: enterCode', 'account: signOut'];

let server: SecondServer;
let books: pg.Pool;
let forms: Forms;
let ids: Ids;
let random: Random;
let since: string;
let memory = 0;
const visitors = new Map<string, Visitor>();

before(async () => {
  server = await secondServer({ quiet: true });
  random = randomFrom(SEED);
  books = new pg.Pool({
    connectionString: Object.assign(new URL(process.env.TEST_OWNER_URL ?? ''), { pathname: new URL(server.appUrl).pathname })
      .href,
  });
  forms = await formsOf(books, random);
  ids = await knownIds(server.db);
  visitors.set('nobody', new Visitor(server.address));
  for (const who of new Set([...Object.values(forms).map((form) => form.who), 'kiemtra']))
    if (who !== 'nobody') visitors.set(who, await new Visitor(server.address).signIn(who));
  since = await marker(server.db);
  memory = memoryOf(server.pid);
});
after(async () => {
  await books?.end();
  await server?.stop();
});

const visitor = (name: string): Visitor => visitors.get(name) ?? new Visitor(server.address);
const own = () => ({ origin: new URL(server.address).origin, 'sec-fetch-site': 'same-origin' });

test('every action of the build has a form from which the fuzz starts', () => {
  assert.deepEqual(actions().map(nameOf).sort(), Object.keys(forms).sort());
});

test(`seed ${SEED}: ${GETS} addresses that nobody would type are answered, none by a fault of the server`, async () => {
  const open = routes().filter(({ address }) => !address.startsWith('/_'));
  const sent = await sendAll(GETS, async (at) => {
    const { address } = open[at % open.length] ?? { address: '/' };
    const path = asked(address, ids, random);
    const who = random.chance(0.1) ? 'nobody' : keeperOf(address);
    const headers: Record<string, string> = { accept: 'text/html', ...(random.chance(0.3) && { rsc: '1' }) };
    return { at, words: `${who} ${path}`, again: () => visitor(who).send(path, { headers }) };
  });
  assert.deepEqual(await broken(sent), []);
  assert.ok(sent.filter(({ answer }) => answer.status === 200).length > GETS / 4);
});

function keeperOf(address: string): string {
  if (address.startsWith('/audit')) return 'kiemtra';
  if (address.startsWith('/accounts')) return 'quantri';
  return address.endsWith('/minutes') ? 'bithu' : 'chuyenvien';
}

test(`seed ${SEED}: ${POSTS} damaged forms on every action: no fault of the server, no word that is not Vietnamese`, async () => {
  const built = [...actions(), ...actions().filter((action) => !forms[nameOf(action)]?.dear)];
  const sent = await sendAll(POSTS, (at) => damagedPost(at, built));
  assert.deepEqual(await broken(sent), []);
  assert.deepEqual(foreign(sent), []);
  assert.deepEqual(unasked(sent), []);
  assert.ok(
    sent.filter(({ answer }) => isDone(answer)).length > POSTS / 12,
    'too few came through: the fuzz tests only the first check',
  );
});

/** What React would make of such a body is no form at all, or one that it cannot take apart. */
const NO_FORMS = [
  '[{"status":"new"},"nK1"]',
  '[{"status":"new"},null]',
  '[{"status":"new"},{"$K1":[]}]',
  '[{"status":"new"},"$n9x"]',
  '[]',
  '7',
];

const FAR_VERSIONS = ['112147483648', '-1', '1e30'];
const ofVersion = (form: Form, version: string): Form => ({
  ...form,
  version,
  ...(form.json && { json: { ...Object(form.json), version } }),
});

test('an action that is sent no form, or a version that no column holds, says so', async () => {
  const cases = actions().flatMap((action) => [
    ...NO_FORMS.map((root) => ({ action, parts: async () => scriptReply([], root) })),
    ...FAR_VERSIONS.map((version) => ({
      action,
      parts: async () => scriptReply(partsOf(ofVersion((await forms[nameOf(action)]?.form()) ?? {}, version))),
    })),
  ]);
  const sent = await sendAll(cases.length, async (at) => {
    const { action, parts: made } = cases[at] as (typeof cases)[number];
    const who = forms[nameOf(action)]?.who ?? 'nobody';
    const path = filled(action.pages[0] ?? '/', ids, random);
    const body = multipart(await made());
    return { at, words: `${who} ${nameOf(action)} case ${at}`, again: () => post(who, path, body, { 'next-action': action.id }) };
  });
  assert.deepEqual(await broken(sent), []);
});

/** Of the ones that hash a password few: they take a hundred times as long. */
async function damagedPost(at: number, built: readonly BuiltAction[]): Promise<Omit<Sent, 'answer'>> {
  let action = built[at % built.length] as BuiltAction;
  while (forms[nameOf(action)]?.dear && !random.chance(0.1)) action = random.pick(built);
  const rightly = forms[nameOf(action)];
  const who = random.chance(0.3) ? 'nobody' : (rightly?.who ?? 'nobody');
  const parts = mutated((await rightly?.form()) ?? {}, random);
  const plain = random.chance(0.04);
  const whole = multipart(
    plain ? plainForm(action.id, parts) : scriptReply(parts, random.chance(0.01) ? '["$K1","$Q7"' : undefined),
  );
  const body = random.chance(0.06) ? damaged(whole, random) : whole;
  const id = random.chance(0.02) ? random.pick(['x', '00', `${action.id}0`, '__proto__', action.id.slice(1)]) : action.id;
  const path = filled(action.pages[0] ?? '/', ids, random);
  const words = `${who} ${nameOf(action)} ${body.bytes
    .toString('utf8')
    .replace(/content-disposition: form-data; |-{4,}\S+/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 600)}`;
  return { at, words, again: () => post(who, path, body, plain ? {} : { 'next-action': id }) };
}

const post = (who: string, path: string, body: Body, headers: Record<string, string>): Promise<Answer> =>
  visitor(who).send(path, {
    method: 'POST',
    headers: { ...own(), 'content-type': body.type, ...headers },
    body: new Uint8Array(body.bytes),
  });

const isDone = (answer: Answer) =>
  stateOf(answer)?.status === 'done' ||
  answer.status === 303 ||
  answer.headers.has('x-action-redirect') ||
  answer.text.includes('{"status":"done"');

/** A message of the checking library stands in English. */
const foreign = (sent: readonly Sent[]) =>
  sent.flatMap(({ at, words, answer }) => {
    const message = /"message":"((Invalid|Too |Unrecognized|Expected)[^"]*)/.exec(answer.text)?.[1];
    return message ? [`#${at} ${message} ${words}`] : [];
  });

/** Done for someone who is not signed in. */
const unasked = (sent: readonly Sent[]) =>
  sent.flatMap(({ at, words, answer }) =>
    words.startsWith('nobody') && isDone(answer) && !OPEN.some((name) => words.startsWith(`nobody ${name}`))
      ? [`#${at} ${words}`]
      : [],
  );

test('afterwards the server is well, the books balance, each change has its audit row, and nothing is kept that should not be', async () => {
  assert.equal((await visitor('nobody').get('/api/health')).status, 200);
  assert.equal((await visitor('chuyenvien').get('/members')).status, 200);
  const grown = memoryOf(server.pid) - memory;
  assert.ok(grown < GROWTH, `grown by ${Math.round(grown)} MB`);
  assert.deepEqual(await faultsOf(server.db), []);
  const { tables, audited } = await unaudited(server.db, since);
  assert.deepEqual(tables, []);
  assert.ok(audited > POSTS / 20);
  assert.deepEqual(await unclean(server.db), []);
});
