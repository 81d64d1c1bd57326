import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { eligibility } from '@/domain/cadres/eligibility';
import { defaultRules } from '@/domain/rule-sets';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { addCadre, addHolding, addPost } from '../testing-cadres';
import { openEligibility } from './eligibility-reads';

const DAY = '2026-11-22';
let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let officer: Viewer;
let commune: Viewer;
let stranger: Viewer;
let cadreId: string;
let deputy: string;
let head: string;
let listId: string;

const logged = async () =>
  (await db.owner.query("select count(*)::int as n from read_log where action = 'cadre.eligibility'")).rows[0].n;
const open = (viewer: Viewer, more: { cadreId?: unknown; postId?: unknown; day?: string } = {}) =>
  openEligibility(viewer, { cadreId, postId: head, day: DAY, ...more });

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  officer = await viewerWith(db, 'board_officer', units.province);
  commune = await viewerWith(db, 'committee_officer', units.dongSon);
  stranger = await viewerWith(db, 'committee_officer', units.tayHa);
  const home = { unitId: units.dongSon, managingUnitId: units.dongSon };
  deputy = await addPost(db, { ...home, title: 'Phó Trưởng ban', grade: 40, rank: 'deputy' });
  head = await addPost(db, { ...home, title: 'Trưởng ban', grade: 50, outsider: true, standards: { theory: 'advanced' } });
  ({ cadreId } = await addCadre(db, {
    cellId: units.cellA,
    committeeId: units.dongSon,
    managingUnitId: units.dongSon,
    fullName: 'Lò Văn Ánh',
    theory: 'middle',
  }));
  await addHolding(db, cadreId, deputy, { fromOn: '2023-03-01' });
  const campaign = randomUUID();
  await db.owner.query(
    `insert into succession_campaigns (id, unit_id, name, kind, term_kind, term_from, term_to, counted_on)
     values ($1, $2, 'Quy hoạch', 'new', 'party', '2025-07-01', '2030-07-01', '2025-01-01')`,
    [campaign, units.province],
  );
  listId = randomUUID();
  await db.owner.query(
    "insert into succession_lists (id, campaign_id, unit_id, managing_unit_id, due_on) values ($1, $2, $3, $3, '2025-03-01')",
    [listId, campaign, units.dongSon],
  );
});
after(() => db.drop());

const plan = async (postId: string, approvedOn: string | null, leftOn: string | null = null, termTo = '2030-07-01') => {
  const id = randomUUID();
  await db.owner.query(
    `insert into succession_entries (id, list_id, post_id, unit_id, managing_unit_id, cadre_id, term_kind, term_from, term_to, source, standing, approved_on, left_on, left_reason)
     values ($1, $2, $3, $4, $4, $5, 'party', '2020-07-01', $6, 'local', 'first', $7, $8::date, case when $8::date is null then null else 'other' end)`,
    [id, listId, postId, units.dongSon, cadreId, termTo, approvedOn, leftOn],
  );
  return async () => {
    await db.owner.query('alter table succession_entries disable trigger user');
    await db.owner.query('delete from succession_entries where id = $1', [id]);
    await db.owner.query('alter table succession_entries enable trigger user');
  };
};

test('the file, the catalogue and the planning of the day come together, and the reading stands in the log first', async () => {
  const before = await logged();
  const facts = await open(commune);
  assert.equal(await logged(), before + 1);
  assert.deepEqual(
    [facts?.person.name, facts?.person.presentTitle, facts?.post.title],
    ['Lò Văn Ánh', 'Phó Trưởng ban', 'Trưởng ban'],
  );
  assert.deepEqual(
    facts?.person.holdings.map(({ title, from, to, grade, level, body }) => [title, from, to, grade, level, body]),
    [['Phó Trưởng ban', '2023-03-01', null, 40, 'commune', false]],
  );
  assert.deepEqual([facts?.post.standards.theory, facts?.post.standardsFrom], ['advanced', '2020-01-01']);
  assert.deepEqual([facts?.person.planned, facts?.pauses], [[], []]);
  const { rows } = await db.owner.query(
    "select subject_id as cadre, unit_id as unit, detail->>'postId' as post from read_log where action = 'cadre.eligibility' order by at desc limit 1",
  );
  assert.deepEqual(rows, [{ cadre: cadreId, unit: units.dongSon, post: head }]);
});

test('out of reach, unknown or no id at all: nothing comes, and nothing is logged', async () => {
  const before = await logged();
  for (const refused of [
    open(stranger),
    open(commune, { cadreId: randomUUID() }),
    open(commune, { postId: 'x' }),
    open(commune, { cadreId: undefined }),
  ])
    assert.equal(await refused, null);
  assert.equal(await logged(), before);
});

test('a title of another commune is not judged by who does not see it; the board sees both', async () => {
  const away = await addPost(db, { unitId: units.tayHa, managingUnitId: units.tayHa, title: 'Trưởng ban Tây Hà' });
  assert.equal(await open(commune, { postId: away }), null);
  assert.equal((await open(officer, { postId: away }))?.post.title, 'Trưởng ban Tây Hà');
});

test('planning counts from its approval until the person leaves it, in a term that is not over; a draft does not', async () => {
  const titles = async () => (await open(commune))?.person.planned?.map(({ title }) => title);
  for (const [approvedOn, leftOn, termTo, counts] of [
    [null, null, '2030-07-01', false],
    ['2026-11-23', null, '2030-07-01', false],
    ['2026-11-22', null, '2030-07-01', true],
    ['2025-06-01', '2026-11-22', '2030-07-01', false],
    ['2025-06-01', '2026-11-23', '2030-07-01', true],
    ['2025-06-01', null, '2026-11-21', false],
    ['2025-06-01', null, '2026-11-22', true],
  ] as const) {
    const undo = await plan(head, approvedOn, leftOn, termTo);
    assert.deepEqual(await titles(), counts ? ['Trưởng ban'] : [], `${approvedOn} ${leftOn} ${termTo}`);
    await undo();
  }
});

test('who may not see the planning of a title is told that nothing is known of it', async () => {
  const higher = await addPost(db, {
    unitId: units.dongSon,
    managingUnitId: units.province,
    tier: 'province',
    title: 'Bí thư',
    grade: 70,
  });
  assert.equal((await open(commune, { postId: higher }))?.person.planned, null);
  assert.deepEqual((await open(officer, { postId: higher }))?.person.planned, []);
});

test('standards are those that the catalogue asked for on the day, and a pause that reaches the unit comes along', async () => {
  await db.owner.query(
    `insert into post_versions (id, post_id, valid_from, snapshot) select gen_random_uuid(), id, '2026-06-01', jsonb_build_object('standards', standards || '{"theory": "bachelor"}') from posts where id = $1`,
    [head],
  );
  const on = async (day: string) => {
    const facts = await open(commune, { day });
    return [facts?.post.standards.theory, facts?.post.standardsFrom];
  };
  assert.deepEqual(await on('2026-06-01'), ['bachelor', '2026-06-01']);
  assert.deepEqual(await on('2026-05-31'), ['advanced', '2020-01-01']);
  await db.owner.query(
    `insert into personnel_pauses (id, unit_id, from_on, to_on, reason) values ($1, $2, '2026-11-01', '2026-11-22', 'Sắp xếp bộ máy')`,
    [randomUUID(), units.province],
  );
  assert.deepEqual(
    (await open(commune))?.pauses.map(({ reason }) => reason),
    ['Sắp xếp bộ máy'],
  );
  assert.deepEqual((await open(commune, { day: '2026-11-23' }))?.pauses, []);
});

test('disciplines and work history reach the report', async () => {
  await db.owner.query(
    "insert into cadre_disciplines (id, cadre_id, managing_unit_id, form, decided_on) values ($1, $2, $3, 'warning', '2025-01-10')",
    [randomUUID(), cadreId, units.dongSon],
  );
  await db.owner.query(
    "insert into cadre_history (id, cadre_id, managing_unit_id, from_month, to_month, words, level) values ($1, $2, $3, '2010-01', '2012-12', 'Công chức xã', 'commune')",
    [randomUUID(), cadreId, units.dongSon],
  );
  const facts = await open(commune);
  assert.ok(facts);
  const lines = new Map(eligibility(facts.person, facts.post, DAY, defaultRules()).map((line) => [line.key, line]));
  assert.match(lines.get('wait')?.words ?? '', /^Cảnh cáo ngày 10\/01\/2025: chờ 36 tháng, từ 10\/01\/2028$/);
  assert.equal(lines.get('time')?.verdict, 'pass');
  assert.equal(lines.get('standard.theory')?.verdict, 'fail');
  assert.equal(lines.get('local')?.verdict, 'authority');
});
