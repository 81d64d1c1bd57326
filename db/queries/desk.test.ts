import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { deskLines } from '@/domain/desk';
import { defaultRules } from '@/domain/rule-sets';
import { closePool } from '../client';
import { withoutScope } from '../scope';
import { type TestDatabase, testDatabase, viewerWith } from '../testing';
import { addHolding, addPost } from '../testing-cadres';
import { type BusyProvince, busyProvince } from '../testing-province';
import { getDeskFacts } from './desk';

let db: TestDatabase;
let province: BusyProvince;

before(async () => {
  db = await testDatabase();
  province = await busyProvince(db, (unit) => viewerWith(db, 'board_officer', unit));
  await db.owner.query("update members set joined = '2025-12-01' where status = 'probationary'");
});
after(async () => {
  await closePool();
  await db.drop();
});

test('a secretary sees this and last month of the own cell only, with or without the scope', async () => {
  const viewer = await viewerWith(db, 'cell_secretary', province.cellA);
  const { own, waiting, introduced, accounts, logged } = await getDeskFacts(viewer);
  assert.deepEqual([...new Set(own.map(({ cellId }) => cellId))], [province.cellA]);
  assert.deepEqual(
    own.map(({ month }) => month),
    ['2026-10-01', '2026-11-01'],
  );
  assert.deepEqual([waiting.count, introduced.length, accounts, logged], [0, 0, null, null]);
  const lifted = await withoutScope(() => getDeskFacts(viewer));
  assert.ok(lifted.own.every(({ cellId }) => cellId === province.cellA));
});

test('a committee officer sees what waits below and nothing of the other committee', async () => {
  const viewer = await viewerWith(db, 'committee_officer', province.tayHa);
  const { waiting, behind, probation, own } = await getDeskFacts(viewer);
  const { rows } = await db.owner.query(
    "select count(*)::int as n from meetings where committee_id = $1 and submitted_at is not null and month >= '2025-11-01'",
    [province.tayHa],
  );
  assert.equal(waiting.count, rows[0].n);
  assert.ok(behind.every(({ unitId }) => unitId === province.tayHa));
  assert.equal(own.length, 0);
  const { rows: known } = await db.owner.query("select id from members where committee_id = $1 and status = 'probationary'", [
    province.tayHa,
  ]);
  const ids = new Set(known.map(({ id }) => id));
  assert.ok(probation.length > 0 && probation.every(({ memberId }) => ids.has(memberId)));
});

test('the desk of the whole province says the same of each committee as the desk of that committee', async () => {
  const all = await getDeskFacts(await viewerWith(db, 'board_officer', province.province));
  const committees = [province.tayHa, province.dongSon];
  const own = await Promise.all(committees.map(async (unit) => getDeskFacts(await viewerWith(db, 'committee_officer', unit))));
  const countOf = (unit: string, { behind }: typeof all) => behind.find(({ unitId }) => unitId === unit)?.count;
  assert.deepEqual(
    committees.map((unit) => countOf(unit, all)),
    committees.map((unit, at) => countOf(unit, own[at] ?? all)),
  );
  assert.ok(all.behind.length > 0 && all.waiting.count > 0);
  assert.ok(all.waiting.count >= own.reduce((sum, { waiting }) => sum + waiting.count, 0));
});

test('probation counts from the day of joining, longest first; a year alone says no day', async () => {
  const { rows } = await db.owner.query(
    "select id from members where committee_id = $1 and status = 'probationary' order by id limit 3",
    [province.dongSon],
  );
  const [first, second, yearOnly] = rows.map(({ id }) => id);
  await db.owner.query("update members set joined = '2025' where committee_id = $1", [province.dongSon]);
  await db.owner.query("update members set joined = case id when $1 then '2025-11-02' else '2025-11-03' end where id = any($2)", [
    first,
    [first, second],
  ]);
  const { probation } = await getDeskFacts(await viewerWith(db, 'committee_officer', province.dongSon));
  assert.ok(yearOnly);
  assert.deepEqual(
    probation.map(({ memberId, on }) => [memberId, on]),
    [
      [first, '2025-11-02'],
      [second, '2025-11-03'],
    ],
  );
});

test('an introduced member who was not received stands on the desk of those who keep the ledger', async () => {
  const { rows } = await db.owner.query(
    "select id, cell_id, committee_id from members where committee_id = $1 and status <> 'left' limit 1",
    [province.dongSon],
  );
  await db.owner.query(
    "insert into member_events (id, member_id, cell_id, committee_id, kind, effective_on, place) values (gen_random_uuid(), $1, $2, $3, 'introduced', '2026-09-01', 'phường khác')",
    [rows[0].id, rows[0].cell_id, rows[0].committee_id],
  );
  await db.owner.query("update members set leaving_for = 'phường khác', leaving_on = '2026-09-01' where id = $1", [rows[0].id]);
  const facts = await getDeskFacts(await viewerWith(db, 'committee_officer', province.dongSon));
  assert.deepEqual(
    facts.introduced.map(({ memberId, on, to }) => [memberId, on, to]),
    [[rows[0].id, '2026-09-01', 'phường khác']],
  );
  assert.equal(deskLines(facts, defaultRules(), '2026-11-22').find(({ key }) => key.startsWith('introduced'))?.part, 'late');
  assert.deepEqual((await getDeskFacts(await viewerWith(db, 'committee_officer', province.tayHa))).introduced, []);
});

test('terms that end first stand on the desk of who keeps the files of those cadres, and of nobody else', async () => {
  const { rows } = await db.owner.query("select id, cell_id from members where committee_id = $1 and status <> 'left' limit 1", [
    province.dongSon,
  ]);
  const cadreId = randomUUID();
  await db.owner.query(
    `insert into cadres (id, member_id, managing_unit_id, tier, full_name, sort_key, female, born)
     select $1, id, $2, 'committee', full_name, sort_key, female, born from members where id = $3`,
    [cadreId, province.dongSon, rows[0].id],
  );
  const here = { unitId: province.dongSon, managingUnitId: province.dongSon };
  for (const [title, termEndsOn, endedOn] of [
    ['Chánh Văn phòng', '2027-01-31', null],
    ['Trưởng ban', '2026-12-31', null],
    ['Đã thôi', '2026-11-30', '2026-11-15'],
    ['Không thời hạn', null, null],
  ] as const)
    await addHolding(db, cadreId, await addPost(db, { ...here, title }), { termEndsOn, endedOn });
  const titles = async (office: string, unit: string) =>
    (await getDeskFacts(await viewerWith(db, office, unit))).terms.map(({ title, on }) => [title, on]);
  const expected = [
    ['Trưởng ban', '2026-12-31'],
    ['Chánh Văn phòng', '2027-01-31'],
  ];
  assert.deepEqual(await titles('committee_officer', province.dongSon), expected);
  assert.deepEqual(await titles('board_officer', province.province), expected);
  assert.deepEqual(await titles('committee_officer', province.tayHa), []);
  assert.deepEqual(await titles('provincial_leader', province.province), []);
});

test('the administrator and the inspector see the house and no person', async () => {
  const administrator = await getDeskFacts(await viewerWith(db, 'system_administrator', province.province));
  assert.equal(typeof administrator.accounts?.mustChange, 'number');
  assert.deepEqual([administrator.logged, administrator.own, administrator.probation], [null, [], []]);
  const inspector = await getDeskFacts(await viewerWith(db, 'log_inspector', province.province));
  assert.equal(typeof inspector.logged?.today, 'number');
  assert.deepEqual([inspector.accounts, inspector.introduced], [null, []]);
});

test('the inspector’s day begins at midnight in Vietnam', async () => {
  const row = (seq: number, at: string) => `(0, ${900_000 + seq}, '${at}', 'account.created', 'account', 'x', '', '')`;
  await db.owner.query(`
    begin; set local session_replication_role = replica;
    insert into audit_log (chain, seq, at, action, subject_type, subject_id, prev_hash, hash)
    values ${row(1, '2031-03-09T16:59:00Z')}, ${row(2, '2031-03-09T17:01:00Z')}, ${row(3, '2031-03-10T03:00:00Z')};
    commit`);
  const inspector = await viewerWith(db, 'log_inspector', province.province, '2031-03-10');
  assert.equal((await getDeskFacts(inspector)).logged?.today, 2);
});
