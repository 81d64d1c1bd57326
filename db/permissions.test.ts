import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { OFFICES, PERMISSIONS, type Permission } from '@/domain/access/offices';
import { permissionsPage } from '@/domain/access/permissions-page';
import { read } from './client';
import { within } from './scope';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from './testing';

/** Written by hand from the issue and the design, not from the table under test: who may do what, and how far down. */
const EVERYTHING_READ = 'desk.read unit.read member.read minutes.read briefing.read rule.read';
const BOOKKEEPING = 'unit.change member.edit member.event member.sensitive member.import member.export minutes.accept';
const CADRES_READ = 'post.read cadre.read procedure.read succession.read rotation.read rating.read training.read staffing.read';
const CADRES_DRAFT = 'post.change cadre.edit cadre.export procedure.write succession.write rating.write training.write';
const CADRES_DECIDE = 'cadre.export appointment.decide succession.approve rating.decide';
const EXPECTED: Record<string, { below: string; own?: string }> = {
  cell_secretary: { below: EVERYTHING_READ, own: 'minutes.write' },
  cell_committee_member: { below: EVERYTHING_READ, own: 'minutes.write' },
  committee_officer: { below: `${EVERYTHING_READ} ${BOOKKEEPING} ${CADRES_READ} ${CADRES_DRAFT}`, own: 'rating.self' },
  committee_leader: {
    below: `${EVERYTHING_READ} ${CADRES_READ} ${CADRES_DECIDE} member.sensitive member.export minutes.accept briefing.freeze`,
  },
  board_officer: {
    below: `${EVERYTHING_READ} ${BOOKKEEPING} ${CADRES_READ} ${CADRES_DRAFT} briefing.freeze target.set rotation.write staffing.write`,
  },
  board_head: {
    below: `${EVERYTHING_READ} ${CADRES_READ} ${CADRES_DECIDE} member.sensitive member.export minutes.accept briefing.freeze target.set rule.change rotation.approve`,
  },
  provincial_leader: { below: `${EVERYTHING_READ} ${CADRES_READ}` },
  log_inspector: { below: 'desk.read audit.read' },
  system_administrator: { below: 'desk.read account.manage rule.read' },
};

type Place = 'own' | 'child' | 'sibling' | 'parent' | 'otherBranch';
const PLACES: Place[] = ['own', 'child', 'sibling', 'parent', 'otherBranch'];
const permissions = Object.keys(PERMISSIONS) as Permission[];

const expected = (office: string, permission: Permission, place: Place): boolean => {
  const rights = EXPECTED[office];
  if (rights?.below.split(' ').includes(permission)) return place === 'own' || place === 'child';
  return (rights?.own ?? '').split(' ').includes(permission) && place === 'own';
};

let db: TestDatabase;
let ids: Awaited<ReturnType<typeof smallProvince>>;
let places: Record<Place, string>;

before(async () => {
  db = await testDatabase();
  ids = await smallProvince(db);
  places = { own: ids.dongSon, child: ids.cellA, sibling: ids.tayHa, parent: ids.province, otherBranch: ids.cellC };
});
after(() => db.drop());

/** For every permission the names of the places that the scope's SQL and the database's own functions let through. */
async function reached(viewer: Awaited<ReturnType<typeof viewerWith>>, wanted: Record<string, string>) {
  return read(viewer, async (tx) => {
    const answers: { permission: Permission; scope: string[]; lock: string[] }[] = [];
    for (const permission of permissions) {
      const { rows } = await tx.execute<{ id: string; scope: boolean; lock: boolean }>(sql`
        select id, ${within(viewer, permission, sql`id`)} as scope, viewer_everywhere(${permission}) or id in (select viewer_units(${permission})) as lock from units /* by a test */`);
      const named = (kind: 'scope' | 'lock') =>
        Object.keys(wanted).filter((place) => rows.find(({ id }) => id === wanted[place])?.[kind]);
      answers.push({ permission, scope: named('scope'), lock: named('lock') });
    }
    return answers;
  });
}

test('the expectation names every office of the house and no permission that does not exist', () => {
  assert.deepEqual(Object.keys(EXPECTED).sort(), OFFICES.map(({ key }) => key).sort());
  const named = Object.values(EXPECTED).flatMap(({ below, own = '' }) => `${below} ${own}`.trim().split(' '));
  assert.deepEqual([...new Set(named)].sort(), [...permissions].sort());
});

for (const { key: office } of OFFICES) {
  test(`${office}: every permission in every place, by the scope and by the second lock`, async () => {
    const viewer = await viewerWith(db, office, places.own);
    for (const { permission, scope, lock } of await reached(viewer, places)) {
      const right = PLACES.filter((place) => expected(office, permission, place));
      assert.deepEqual(scope, right, `${permission} by within()`);
      assert.deepEqual(lock, right, `${permission} by row-level security`);
    }
  });

  test(`${office}: held in the province it reaches all of it, or the province alone`, async () => {
    const viewer = await viewerWith(db, office, ids.province);
    const all = Object.keys(ids);
    for (const { permission, scope, lock } of await reached(viewer, ids)) {
      const right = all.filter((name) => expected(office, permission, name === 'province' ? 'own' : 'child'));
      assert.deepEqual(scope, right, `${permission} by within()`);
      assert.deepEqual(lock, right, `${permission} by row-level security`);
    }
  });

  test(`${office}: an ended term and one that has not begun give nothing`, async () => {
    for (const term of [
      { from: '2020-01-01', to: '2021-01-01' },
      { from: '2020-01-01', to: '2020-01-02' },
    ]) {
      const viewer = await viewerWith(db, office, places.own, undefined, term);
      for (const { permission, scope, lock } of await reached(viewer, places))
        assert.deepEqual([scope, lock], [[], []], permission);
    }
    const early = await viewerWith(db, office, places.own, undefined, { from: '2999-01-01' });
    for (const { permission, lock } of await reached(early, places)) assert.deepEqual(lock, [], permission);
  });
}

test('two offices of one person add up, and each keeps to its own place', async () => {
  const viewer = await viewerWith(db, 'cell_secretary', ids.cellA);
  await db.owner.query(
    "insert into offices_held (id, account_id, office, unit_id, held_from) values ($1, $2, 'log_inspector', $3, '2020-01-01')",
    [randomUUID(), viewer.accountId, ids.tayHa],
  );
  const lock = Object.fromEntries((await reached(viewer, ids)).map(({ permission, lock: names }) => [permission, names]));
  assert.deepEqual(lock['minutes.write'], ['cellA']);
  assert.deepEqual(lock['audit.read'], ['tayHa', 'cellC', 'cellD']);
});

test('a disabled account reaches nothing, whatever its offices', async () => {
  const viewer = await viewerWith(db, 'board_officer', ids.province);
  await db.owner.query('update accounts set disabled_at = now() where id = $1', [viewer.accountId]);
  for (const { permission, lock } of await reached(viewer, ids)) assert.deepEqual(lock, [], permission);
});

test('docs/permissions.md is printed from the table of offices', () => {
  assert.equal(readFileSync('docs/permissions.md', 'utf8'), permissionsPage(), 'run npm run docs:permissions');
});
