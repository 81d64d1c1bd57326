import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type pg from 'pg';
import { ACTIONS, ROUTES } from './expectations/all';
import type { ActionCase, RouteCase } from './expectations/cases';
import { contents, fingerprint, fourAtATime, guests, open, post } from './rights-ask';
import { type Case, combinations, nameOf, sayWho, type Tried } from './rights-verdicts';
import { type Person, plantWorld, type World } from './rights-world';
import { type SecondServer, secondServer } from './second-server';
import { type Answer, stateOf, type Visitor } from './visitor';

type Locks = { scope: boolean; rows: boolean };
type Opened = { server: SecondServer; world: World; guest: (who: Person) => Visitor; taken: () => number };

const withoutRowSecurity = async (db: pg.Client) => {
  const { rows } = await db.query(
    "select oid::regclass::text as name from pg_class where relrowsecurity and relkind in ('r', 'p')",
  );
  assert.ok(rows.length > 10);
  for (const { name } of rows) await db.query(`alter table ${name} disable row level security`);
  await withoutOwnRows(db);
};

/** Where a row is shown in part, the view of it and its function hold the reach that row-level security holds elsewhere. */
async function withoutOwnRows(db: pg.Client): Promise<void> {
  const { rows } = await db.query(
    "select pg_get_viewdef('own_ratings'::regclass) as view, pg_get_functiondef('enter_own_rating'::regproc) as entry",
  );
  const view = String(rows[0].view).replace(/\sWHERE [\s\S]*;/, ';');
  const entry = String(rows[0].entry).replace(/ AND rated_unit_id = ANY \(ARRAY\(SELECT viewer_units\('rating\.self'\)\)\)/, '');
  assert.ok(view !== rows[0].view && entry !== rows[0].entry);
  await db.query(`create or replace view own_ratings as ${view} ${entry}`);
}

/** Runs the work on a server with these locks, on a province of its own. */
async function withLocks({ scope, rows }: Locks, work: (opened: Opened) => Promise<void>): Promise<void> {
  const note = join(tmpdir(), `scope-taken-${randomUUID()}`);
  writeFileSync(note, '');
  let world: World | undefined;
  const server = await secondServer({
    prepare: async (db) => {
      world = await plantWorld(db);
      if (!rows) await withoutRowSecurity(db);
    },
    preload: scope ? undefined : join(import.meta.dirname, 'without-scope.mjs'),
    // What row-level security refuses is printed as a fault; here it is what is wanted.
    quiet: true,
    env: { SCOPE_TAKEN: note, AUDIT_ANCHOR_FILE: '' },
  });
  try {
    assert.ok(world);
    await work({ server, world, guest: await guests(world, server.address), taken: () => statSync(note).size });
  } finally {
    await server.stop();
    rmSync(note);
  }
}

/** Where a lock is asked at all: the office has the right, and the target lies out of its reach. */
const outOfReach = <C extends Case>(world: World, cases: readonly C[]): { asked: C; combo: Tried }[] =>
  cases.flatMap((asked) =>
    combinations(world, asked)
      .filter(({ who, verdict }) => who.at === 'own' && (verdict === 'hidden' || (verdict === 'aboveOnly' && asked.above)))
      .map((combo) => ({ asked, combo })),
  );

/** What of the place's people came through. Facts of a unit are open, and its empty pages too, once the door's scope is gone. */
async function routeLeak(
  { world, guest }: Opened,
  route: RouteCase,
  { who, place, verdict }: Tried,
): Promise<string | undefined> {
  const answer = await open(guest(who), route, world.targets[place]);
  if (verdict === 'hidden' && (await contents(answer)).includes(world.marks[place])) return `${answer.status} shows its people`;
  return route.people && answer.status !== 404 ? `${answer.status}` : undefined;
}

const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** How an action that threw is answered. */
const FAULT = /^\w+:E\{"digest"/m;
const stateTold = (answer: Answer) => JSON.stringify(stateOf(answer) ?? answer.status).replace(ID, 'ID');

/** Carried out, or told apart from what is not there. A statement that row-level security refuses ends as a fault: nothing is told. */
async function actionLeak(
  { world, guest }: Opened,
  action: ActionCase,
  { who, place, verdict }: Tried,
): Promise<string | undefined> {
  const answer = await post(guest(who), action, world.targets[place], world);
  if (FAULT.test(answer.text)) return undefined;
  if (stateOf(answer)?.status !== 'problems') return `carried out: ${answer.status}`;
  if (verdict !== 'hidden') return undefined;
  const ghost = await post(guest(who), action, world.ghost, world);
  return stateTold(ghost) === stateTold(answer) ? undefined : stateTold(answer);
}

async function leaksOf(opened: Opened, wanted: { routes: ReturnType<typeof ofRoutes>; actions: ReturnType<typeof ofActions> }) {
  const leaks: { name: string; leak: string }[] = [];
  const note = (asked: Case, combo: Tried, what: string | undefined) => {
    if (what) leaks.push({ name: nameOf(asked), leak: `${nameOf(asked)} ${sayWho(combo)}: ${what}` });
  };
  await fourAtATime(wanted.routes, async ({ asked, combo }) => note(asked, combo, await routeLeak(opened, asked, combo)));
  await fourAtATime(wanted.actions, async ({ asked, combo }) => note(asked, combo, await actionLeak(opened, asked, combo)));
  return leaks;
}

const ofRoutes = (world: World) => outOfReach(world, ROUTES);
const ofActions = (world: World) => outOfReach(world, ACTIONS);
const everything = (world: World) => ({ routes: ofRoutes(world), actions: ofActions(world) });

async function nothingComesThrough(opened: Opened): Promise<void> {
  const wanted = everything(opened.world);
  const before = await changeable(opened.server.db);
  assert.deepEqual(
    (await leaksOf(opened, wanted)).map(({ leak }) => leak),
    [],
  );
  assert.deepEqual(await changeable(opened.server.db), before, 'something out of reach was changed');
  process.stdout.write(`# ${wanted.routes.length} readings and ${wanted.actions.length} changes out of reach\n`);
}

/** Exports that found nobody note themselves in the read log; every other table stands still. */
async function changeable(db: pg.Client) {
  const { read_log: _reads, chain_heads: _heads, ...rest } = await fingerprint(db);
  return rest;
}

test('with row-level security off, the door alone lets nothing out of reach be read or changed', () =>
  withLocks({ scope: true, rows: false }, nothingComesThrough));

test('with the scope of the door taken away, row-level security alone lets nothing out of reach be read or changed', () =>
  withLocks({ scope: false, rows: true }, async (opened) => {
    await nothingComesThrough(opened);
    assert.ok(opened.taken() > 200, `only ${opened.taken()} statements lost their scope`);
  }));

test('with both locks off everything comes through: the two runs above can find a leak', () =>
  withLocks({ scope: false, rows: false }, async (opened) => {
    const once = <C extends Case>(items: { asked: C; combo: Tried }[]) => [
      ...new Map(items.filter(({ combo }) => combo.verdict === 'hidden').map((item) => [item.asked, item])).values(),
    ];
    const { routes, actions } = everything(opened.world);
    const wanted = { routes: once(routes), actions: once(actions) };
    const found = new Set((await leaksOf(opened, wanted)).map(({ name }) => name));
    const people = wanted.routes.filter(({ asked }) => asked.people);
    assert.deepEqual(
      [...people, ...wanted.actions].map(({ asked }) => nameOf(asked)).filter((name) => !found.has(name)),
      [],
    );
  }));
