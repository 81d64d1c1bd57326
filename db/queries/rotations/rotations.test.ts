import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { grassrootsMonths } from '@/domain/cadres/holdings';
import { addMonths } from '@/domain/calendar';
import type { Level } from '@/domain/posts/kinds';
import { LEVEL_ORDER } from '@/domain/rotations/levels';
import { matrixOf } from '@/domain/rotations/matrix';
import { defaultRules } from '@/domain/rule-sets';
import { read } from '../../client';
import { moverOn } from '../../commands/rotations/facts';
import { noteList, openPlan, openRotation } from '../../commands/rotations/reads';
import { randomFrom } from '../../seed/random';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { addCadre, addHolding, addPost } from '../../testing-cadres';
import { getEligibilityFacts } from '../cadres/eligibility';
import { countByLevels, countRotations, listForPaper, listRotations } from './ledger';
import { getPlannerPost, listCandidates, listLackingGrassroots } from './planner';
import { listReports } from './reports';

const TODAY = '2026-11-22';
const TURNS = 130;
let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let board: Viewer;
let commune: Viewer;
let province: { id: string; depth: number };
const people: string[] = [];

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  board = await viewerWith(db, 'board_officer', units.province);
  commune = await viewerWith(db, 'committee_officer', units.dongSon);
  province = { id: units.province, depth: 0 };
  for (let at = 0; at < 60; at += 1) people.push((await cadre(`Lò Văn Thứ ${at}`)).cadreId);
  await fillLedger();
});
after(() => db.drop());

const cadre = (fullName: string) =>
  addCadre(db, { fullName, cellId: units.cellA, committeeId: units.dongSon, managingUnitId: units.province, tier: 'province' });

/** Random moves, one after the other for each person. */
async function fillLedger(): Promise<void> {
  const random = randomFrom(7);
  const next = new Map<string, string>();
  for (let at = 0; at < TURNS; at += 1) {
    const person = random.pick(people);
    const startedOn = next.get(person) ?? `20${random.int(10, 19)}-0${random.int(1, 9)}-15`;
    const ended = addMonths(startedOn, random.int(12, 40));
    next.set(person, ended);
    const open = ended > TODAY;
    await db.owner.query(
      `insert into rotations (id, cadre_id, managing_unit_id, basis, from_title, from_unit_name, from_level, to_title, to_unit_name, to_level, to_unit_id, expected,
         started_on, prepare_on, due_on, ended_on, placement)
       values ($1, $2, $3, 'a', 'Trưởng phòng', 'Sở Nội vụ', $4, 'Bí thư', 'Đảng bộ xã', $5, $6, 'returned', $7, $8, $9, $10, $11)`,
      [
        ...[
          randomUUID(),
          person,
          units.province,
          random.pick(LEVEL_ORDER),
          random.pick(LEVEL_ORDER),
          at % 2 ? units.dongSon : null,
          startedOn,
        ],
        ...[addMonths(startedOn, 30), addMonths(startedOn, 36), open ? null : ended, open ? null : 'returned'],
      ],
    );
  }
}

async function wholeLedger(filters = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listRotations(board, province, filters, { after }, 20);
    ids.push(...page.rows.map(({ id }) => id));
    after = page.rows.at(-1)?.id;
    if (!page.hasNext) return ids;
  }
}

test('pages of the ledger give each turn once, the latest first, and lead back the same way', async () => {
  const ids = await wholeLedger();
  assert.equal(new Set(ids).size, TURNS);
  const { rows } = await db.owner.query('select id from rotations order by started_on desc, id desc');
  assert.deepEqual(
    ids,
    rows.map(({ id }) => id),
  );
  const second = await listRotations(board, province, {}, { after: ids[19] }, 20);
  const back = await listRotations(board, province, {}, { before: second.rows[0]?.id }, 20);
  assert.deepEqual(
    back.rows.map(({ id }) => id),
    ids.slice(0, 20),
  );
});

test('every number of the matrix opens as many rows, and the rows add up to the ledger', async () => {
  const matrix = matrixOf(await countByLevels(board, province));
  assert.equal(matrix.total.turns, TURNS);
  assert.deepEqual(matrix.total, await countRotations(board, province, {}));
  assert.ok(matrix.total.persons < TURNS && matrix.total.persons <= people.length);
  let sum = 0;
  for (const { from, to, years, total } of matrix.rows) {
    assert.deepEqual(await countRotations(board, province, { from, to }), total);
    sum += total.turns;
    for (const [at, cell] of years.entries())
      if (cell) assert.deepEqual(await countRotations(board, province, { from, to, year: matrix.years[at] }), cell);
  }
  assert.equal(sum, TURNS);
});

test('states part the ledger: each turn is in exactly one of them', async () => {
  const counts = await Promise.all(
    (['ahead', 'running', 'prepare', 'due', 'ended'] as const).map((state) => countRotations(board, province, { state })),
  );
  assert.equal(
    counts.reduce((sum, { turns }) => sum + turns, 0),
    TURNS,
  );
  const [down, up, across] = await Promise.all(
    (['down', 'up', 'across'] as const).map((direction) => countRotations(board, province, { direction })),
  );
  assert.equal((down?.turns ?? 0) + (up?.turns ?? 0) + (across?.turns ?? 0), TURNS);
});

test('a unit sees what came to it in its own reach; cadres of the province stay hidden from a commune', async () => {
  const there = { id: units.dongSon, depth: 1 };
  assert.equal((await countRotations(board, there, {})).turns, TURNS / 2);
  assert.deepEqual(await countRotations(commune, there, {}), { turns: 0, persons: 0 });
  assert.deepEqual((await listRotations(commune, there, {})).rows, []);
});

test('a report stands beside what the ledger has for its months', async () => {
  await db.owner.query(
    `insert into rotation_reports (id, unit_id, title, source, from_month, to_month, total, vertical, lines) values ($1, $2, 'Báo cáo', 'Nguồn', '2012-01', '2015-06', 164, 126, '[]')`,
    [randomUUID(), units.province],
  );
  const [report] = await listReports(board, units.province);
  const { rows } = await db.owner.query(
    "select count(*)::int as n from rotations where started_on between '2012-01-01' and '2015-06-30'",
  );
  assert.equal(
    report?.counted.reduce((sum, { turns }) => sum + turns, 0),
    rows[0].n,
  );
});

test('the paper shows what is sensitive only to who may see it', async () => {
  const who = await cadre('Vì Thị Mười');
  await db.owner.query('insert into member_sensitive (member_id, cell_id, committee_id, ethnicity) values ($1, $2, $3, $4)', [
    ...[who.memberId, units.cellA, units.dongSon, 'Thái'],
  ]);
  await db.owner.query(
    `insert into rotations (id, cadre_id, managing_unit_id, basis, from_title, from_unit_name, from_level, to_title, to_unit_name, to_level, expected, started_on, prepare_on, due_on)
     values ($1, $2, $3, 'a', 'T', 'U', 'agency', 'T', 'U', 'commune', 'returned', '2026-10-01', '2029-04-01', '2029-10-01')`,
    [randomUUID(), who.cadreId, units.province],
  );
  const leader = await viewerWith(db, 'provincial_leader', units.province);
  const seen = async (viewer: Viewer) =>
    (await listForPaper(viewer, province, { year: 2026 })).find(({ fullName }) => fullName === 'Vì Thị Mười');
  assert.equal((await seen(board))?.ethnicity, 'Thái');
  assert.equal((await seen(leader))?.ethnicity, null);
  await db.owner.query('delete from rotations where cadre_id = $1', [who.cadreId]);
});

test('a draft is shown once its reading is on record; a plan that is approved needs none', async () => {
  const plan = randomUUID();
  await db.owner.query(
    "insert into rotation_plans (id, unit_id, title, year, purpose) values ($1, $2, 'Kế hoạch', 2027, 'Nhu cầu')",
    [plan, units.province],
  );
  const reads = async (action: string) =>
    Number((await db.owner.query('select count(*) as n from read_log where action = $1', [action])).rows[0].n);
  assert.equal((await openPlan(board, plan))?.title, 'Kế hoạch');
  assert.equal(await reads('rotation.plan_read'), 1);
  assert.equal(await openPlan(commune, plan), null);
  await db.owner.query('update rotation_plans set approved_at = now() where id = $1', [plan]);
  await openPlan(board, plan);
  assert.equal(await reads('rotation.plan_read'), 1);
  const proposal = randomUUID();
  await db.owner.query(
    `insert into rotations (id, cadre_id, managing_unit_id, basis, from_title, from_unit_name, from_level, to_title, to_unit_name, to_level, expected)
     values ($1, $2, $3, 'a', 'T', 'U', 'agency', 'T', 'U', 'commune', 'returned')`,
    [proposal, people[0], units.province],
  );
  await openRotation(board, proposal);
  assert.equal(await reads('rotation.proposal_read'), 1);
  await noteList(board, 'rotation.export', { unitId: units.province, purpose: 'Báo cáo quý', filters: { year: 2020 }, count: 3 });
  assert.equal(await reads('rotation.export'), 1);
  await db.owner.query('delete from rotations where id = $1', [proposal]);
});

type Line = { from: string; to: string | null; level: Level | null };
const HISTORIES: readonly (readonly [string, readonly Line[]])[] = [
  ['two posts at once in a commune', [line('2010-01', '2011-12', 'commune'), line('2011-07', '2012-06', 'grassroots')]],
  [
    'years apart from each other',
    [line('2008-03', '2008-05', 'commune'), line('2015-01', '2016-06', 'commune'), line('2017-01', null, 'province')],
  ],
  ['still in a commune', [line('2024-06', null, 'commune')]],
  ['never in one', [line('2010-01', null, 'province')]],
  ['nothing said', [line('2010-01', null, null)]],
  ['no line', []],
];
function line(from: string, to: string | null, level: Level | null): Line {
  return { from, to, level };
}

test('months at the grass roots are counted by the database as by the rule', async () => {
  const post = await addPost(db, {
    unitId: units.tayHa,
    managingUnitId: units.province,
    tier: 'province',
    title: 'Bí thư',
    grade: 60,
    seats: 20,
    outsider: true,
  });
  const list = await planned(post);
  for (const [name, lines] of HISTORIES) {
    const { cadreId } = await cadre(`Hà Văn ${name}`);
    for (const { from, to, level } of lines)
      await db.owner.query(
        'insert into cadre_history (id, cadre_id, managing_unit_id, from_month, to_month, words, level) values ($1, $2, $3, $4, $5, $6, $7)',
        [randomUUID(), cadreId, units.province, from, to, 'Công tác', level],
      );
    await list(cadreId);
  }
  const found = await listCandidates(board, post, defaultRules());
  assert.equal(found.length, HISTORIES.length);
  for (const [name, lines] of HISTORIES) {
    const person = found.find((one) => one.name.endsWith(name));
    assert.equal(person?.grassrootsMonths, grassrootsMonths(lines, [], TODAY), name);
    assert.deepEqual(person?.plannedPostIds, [post]);
  }
  const lacking = await listLackingGrassroots(board, defaultRules());
  assert.deepEqual(lacking.map(({ name }) => name).toSorted(), [
    'Hà Văn never in one',
    'Hà Văn still in a commune',
    'Hà Văn two posts at once in a commune',
    'Hà Văn years apart from each other',
  ]);
});

test('somebody planned for a term that is over is planned no more', async () => {
  const post = await addPost(db, {
    unitId: units.tayHa,
    managingUnitId: units.province,
    tier: 'province',
    title: 'Phó Bí thư',
    grade: 61,
  });
  const { cadreId } = await cadre('Hà Văn nhiệm kỳ');
  await (await planned(post))(cadreId);
  const until = (day: string) =>
    db.owner.query("update succession_entries set term_from = '2020-06-01', term_to = $2 where cadre_id = $1", [cadreId, day]);
  const known = async () => ({
    ranked: (await listCandidates(board, post, defaultRules())).some(({ id }) => id === cadreId),
    mover: (await read(board, (tx) => moverOn(tx, board, cadreId, TODAY, 'rotation.write')))?.planned,
    eligible: (await getEligibilityFacts(board, cadreId, post, TODAY))?.person.planned?.length,
  });
  await until(TODAY);
  assert.deepEqual(await known(), { ranked: true, mover: true, eligible: 1 });
  await until('2026-11-21');
  assert.deepEqual(await known(), { ranked: false, mover: false, eligible: 0 });
});

/** Puts people into an approved planning list for the title. */
async function planned(post: string): Promise<(cadreId: string) => Promise<unknown>> {
  const [campaign, list] = [randomUUID(), randomUUID()];
  await db.owner.query(
    "insert into succession_campaigns (id, unit_id, name, kind, term_kind, term_from, term_to, counted_on, closed_at) values ($1, $2, 'Đợt', 'new', 'party', '2030-01-01', '2035-01-01', '2026-01-01', '2026-05-01')",
    [campaign, units.province],
  );
  await db.owner.query(
    'insert into succession_lists (id, campaign_id, unit_id, managing_unit_id, due_on) values ($1, $2, $3, $3, $4)',
    [...[list, campaign, units.province, '2026-03-01']],
  );
  return (cadreId) =>
    db.owner.query(
      `insert into succession_entries (id, list_id, post_id, unit_id, managing_unit_id, cadre_id, term_kind, term_from, term_to, source, standing, approved_on)
       values ($1, $2, $3, $4, $4, $5, 'party', '2030-01-01', '2035-01-01', 'local', 'first', '2026-04-01')`,
      [randomUUID(), list, post, units.province, cadreId],
    );
}

test('who leads a place is counted from the last beginning without a gap', async () => {
  const managed = { unitId: units.tayHa, managingUnitId: units.province, tier: 'province' as const };
  const [chair, secretary] = [
    await addPost(db, { ...managed, title: 'Chủ tịch', grade: 65 }),
    await addPost(db, { ...managed, title: 'Bí thư Đảng ủy', grade: 70 }),
  ];
  const { cadreId } = await cadre('Cà Văn Lâu');
  await addHolding(db, cadreId, chair, { fromOn: '2021-03-01', endedOn: '2022-01-01' });
  await addHolding(db, cadreId, chair, { fromOn: '2022-09-01', endedOn: '2025-02-01' });
  await addHolding(db, cadreId, secretary, { fromOn: '2025-02-01' });
  const post = await getPlannerPost(board, secretary);
  assert.deepEqual(post?.holder, { name: 'Cà Văn Lâu', since: '2022-09-01', homePlace: null });
  assert.equal(await getPlannerPost(commune, secretary), null);
});

test('a title whose next holder is decided already is led by whoever leads it today', async () => {
  const post = await addPost(db, {
    unitId: units.tayHa,
    managingUnitId: units.province,
    tier: 'province',
    title: 'Chủ tịch HĐND',
    grade: 66,
  });
  const [now, next] = [await cadre('Lò Văn Nay'), await cadre('Lò Văn Mai')];
  await addHolding(db, now.cadreId, post, { fromOn: '2021-07-01', endedOn: '2026-12-01' });
  await addHolding(db, next.cadreId, post, { fromOn: '2026-12-01' });
  assert.deepEqual((await getPlannerPost(board, post))?.holder, { name: 'Lò Văn Nay', since: '2021-07-01', homePlace: null });
  const beside = await addPost(db, {
    unitId: units.tayHa,
    managingUnitId: units.province,
    tier: 'province',
    title: 'Trưởng Ban chỉ đạo',
    grade: 60,
  });
  await addHolding(db, now.cadreId, beside, { fromOn: '2024-01-01' });
  assert.equal((await getPlannerPost(board, beside))?.holder?.since, '2021-07-01');
});
