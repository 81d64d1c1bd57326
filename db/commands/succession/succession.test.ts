import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { checkBooks } from '../../check-books';
import { change, read } from '../../client';
import { getList } from '../../queries/succession/list';
import { type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { CAMPAIGN, type PlanningWorld, planningWorld } from '../../testing-succession';
import { type Written, write } from '../../write';
import { closeCampaign, openCampaign, setListDue } from './campaigns';
import { leavePlanning, proposeEntry, withdrawEntry } from './entries';
import { approveList, recordVotes, returnList, submitList } from './lists';
import { openList } from './reads';

let db: TestDatabase;
let world: PlanningWorld;
let campaignId: string;
/** The commune's own list, the list of its titles that the province manages, and another commune's. */
let own: string;
let above: string;
let elsewhere: string;

before(async () => {
  db = await testDatabase();
  world = await planningWorld(db);
  const opened = await write(world.board, openCampaign, { ...CAMPAIGN, unitId: world.units.province });
  assert.ok(opened.ok);
  campaignId = opened.result.campaignId;
  const { rows } = await db.owner.query('select id, unit_id, managing_unit_id from succession_lists');
  const listOf = (unit: string, managing: string): string =>
    rows.find((row) => row.unit_id === unit && row.managing_unit_id === managing)?.id;
  own = listOf(world.units.dongSon, world.units.dongSon);
  above = listOf(world.units.dongSon, world.units.province);
  elsewhere = listOf(world.units.tayHa, world.units.tayHa);
});
after(() => db.drop());

const message = (written: Written<unknown>): string => (written.ok ? '' : written.problems.map((each) => each.message).join(' '));
const version = async (listId: string): Promise<number> =>
  (await db.owner.query('select version from succession_lists where id = $1', [listId])).rows[0].version;
const propose = (viewer: Viewer, listId: string, postId: string, cadreId: string, more: object = {}) =>
  write(viewer, proposeEntry, { listId, postId, cadreId, source: 'local', standing: 'first', reason: null, note: null, ...more });
const entryOf = async (cadreId: string, postId: string) =>
  (
    await db.owner.query('select * from succession_entries where cadre_id = $1 and post_id = $2 order by proposed_at desc', [
      cadreId,
      postId,
    ])
  ).rows[0];
const actions = async (action: string) =>
  (await db.owner.query('select detail, unit_id from audit_log where action = $1 order by at', [action])).rows;
const decision = (decisionDate = '2026-11-20') => ({
  decisionNumber: '214-QĐ/ĐU',
  decisionDate,
  issuer: 'Ban Thường vụ Đảng ủy xã',
  signer: 'Hoàng Đức Toàn',
  reason: null,
});

test('a campaign opens a list for each unit with titles and each committee that manages them', async () => {
  const { rows } = await db.owner.query('select unit_id, managing_unit_id, due_on from succession_lists');
  assert.equal(rows.length, 3);
  assert.deepEqual(new Set(rows.map(({ due_on }) => due_on)), new Set(['2026-12-15']));
  assert.equal((await actions('succession.opened')).length, 1);
});

test('a second campaign for the same term, one out of reach and one by an office without the right are refused', async () => {
  const open = (viewer: Viewer, unitId: string) => write(viewer, openCampaign, { ...CAMPAIGN, unitId });
  assert.match(message(await open(world.board, world.units.province)), /chưa kết thúc/);
  assert.match(message(await open(world.officer, world.units.province)), /Không tìm thấy/);
  assert.match(message(await open(world.head, world.units.province)), /không có quyền/);
});

test('a name is proposed without fault, and the change leaves its trace', async () => {
  const written = await propose(world.officer, own, world.titles.deputy, world.cadres.an);
  assert.ok(written.ok, message(written));
  const [trace] = await actions('succession.proposed');
  assert.deepEqual([trace.detail.warnings, trace.unit_id], [0, world.units.dongSon]);
});

test('the same name on the same title, a title of another list and a cadre out of reach are refused', async () => {
  assert.match(message(await propose(world.officer, own, world.titles.deputy, world.cadres.an)), /đã có trong quy hoạch/);
  assert.match(message(await propose(world.officer, own, world.titles.secretary, world.cadres.binh)), /không thuộc danh sách/);
  assert.match(message(await propose(world.officer, own, world.titles.deputy, world.cadres.other)), /Không tìm thấy/);
});

test('what the rules say against a name asks for a reason, names the rule, and is kept', async () => {
  const without = await propose(world.officer, own, world.titles.office, world.cadres.an);
  assert.match(message(without), /ngang chức vụ hiện nay.*theo Quy định 377/s);
  const given = await propose(world.officer, own, world.titles.office, world.cadres.an, { reason: 'Thường vụ thống nhất' });
  assert.ok(given.ok, message(given));
  assert.equal((await entryOf(world.cadres.an, world.titles.office)).reason, 'Thường vụ thống nhất');
});

test('a fourth name on a title asks for a reason too', async () => {
  for (const cadre of [world.cadres.binh, world.cadres.chi]) {
    const written = await propose(world.officer, own, world.titles.deputy, cadre);
    assert.ok(written.ok, message(written));
  }
  assert.match(message(await propose(world.officer, own, world.titles.deputy, world.cadres.dung)), /4 người, nhiều hơn 3 người/);
});

test('who decides sees a draft: neither another commune nor the commune itself sees names on titles of the level above', async () => {
  assert.ok((await propose(world.board, above, world.titles.secretary, world.cadres.an)).ok);
  assert.equal(await openList(world.officer, above), null);
  assert.equal(await openList(world.stranger, own), null);
  assert.match(
    message(await propose(world.stranger, own, world.titles.deputy, world.cadres.dung, { reason: 'x' })),
    /Không tìm thấy/,
  );
  const seen = await openList(world.board, above);
  assert.deepEqual(
    seen?.entries.map(({ personId }) => personId),
    [world.cadres.an],
  );
});

test('every view of a list stands in the read log before it is shown', async () => {
  const count = async () => (await db.owner.query("select from read_log where action = 'succession.read'")).rowCount ?? 0;
  const earlier = await count();
  assert.ok(await openList(world.leader, own));
  assert.equal(await openList(world.stranger, own), null);
  assert.equal((await count()) - earlier, 1);
});

test('votes stand on those summoned; a name left empty loses what stood there', async () => {
  const entry = await entryOf(world.cadres.an, world.titles.deputy);
  const other = await entryOf(world.cadres.binh, world.titles.deputy);
  const vote = async (lines: { entryId: string; votes: number }[], more: object = {}) =>
    write(world.officer, recordVotes, {
      ...{ listId: own, version: await version(own), step: 'expanded', heldOn: '2026-11-10', summoned: 45, lines },
      ...more,
    });
  assert.ok(
    (
      await vote([
        { entryId: entry.id, votes: 40 },
        { entryId: other.id, votes: 12 },
      ])
    ).ok,
  );
  assert.ok((await vote([{ entryId: entry.id, votes: 41 }])).ok);
  const list = await getList(world.officer, own);
  assert.deepEqual(
    list?.entries.flatMap(({ personId, votes }) => votes.map(({ votes: count, summoned }) => [personId, count, summoned])),
    [[world.cadres.an, 41, 45]],
  );
  assert.match(message(await vote([], { heldOn: '2026-11-23' })), /không được sau hôm nay/);
  assert.match(message(await vote([{ entryId: campaignId, votes: 1 }])), /vừa thay đổi/);
  assert.equal((await vote([], { version: 999 })).ok, false);
  assert.deepEqual(
    (await actions('succession.voted')).map(({ detail }) => [detail.step, detail.count]),
    [
      ['expanded', 2],
      ['expanded', 1],
    ],
  );
});

test('a name not decided on is withdrawn with its reason and may be proposed again; it is never deleted', async () => {
  const entry = await entryOf(world.cadres.chi, world.titles.deputy);
  const out = (viewer: Viewer, given = entry) =>
    write(viewer, withdrawEntry, { entryId: given.id, version: given.version, note: 'Xin rút' });
  assert.match(message(await out(world.stranger)), /Không tìm thấy/);
  assert.ok((await out(world.officer)).ok);
  assert.match(message(await out(world.officer, await entryOf(world.cadres.chi, world.titles.deputy))), /đã được đưa ra/);
  assert.ok((await propose(world.officer, own, world.titles.deputy, world.cadres.chi)).ok);
  const { rowCount } = await db.owner.query('select from succession_entries where cadre_id = $1', [world.cadres.chi]);
  assert.equal(rowCount, 2);
  await assert.rejects(db.owner.query('delete from succession_entries where cadre_id = $1', [world.cadres.chi]), /append-only/);
});

test('a submitted list stands still until it is sent back', async () => {
  assert.match(message(await write(world.stranger, submitList, { listId: elsewhere, version: 1 })), /chưa có ai/);
  const before = await version(own);
  assert.ok((await write(world.officer, submitList, { listId: own, version: before })).ok);
  const again = await write(world.officer, submitList, { listId: own, version: before });
  assert.ok(!again.ok && again.problems[0]?.stale);
  assert.match(message(await propose(world.officer, own, world.titles.deputy, world.cadres.dung, { reason: 'x' })), /đã trình/);
  const back = { listId: own, version: await version(own), note: 'Bổ sung cán bộ nữ' };
  assert.match(message(await write(world.officer, returnList, back)), /không có quyền/);
  assert.ok((await write(world.leader, returnList, back)).ok);
  assert.match(message(await write(world.leader, returnList, { ...back, version: await version(own) })), /không ở bước chờ/);
});

test('who drafted does not approve', async () => {
  const both = await viewerWith(db, 'committee_leader', world.units.dongSon);
  await db.owner.query('update succession_entries set proposed_by = $1 where list_id = $2', [both.accountId, own]);
  assert.ok((await write(world.officer, submitList, { listId: own, version: await version(own) })).ok);
  const approve = async (viewer: Viewer) =>
    write(viewer, approveList, { listId: own, version: await version(own), ...decision(), approved: [] });
  assert.match(message(await approve(both)), /không tự phê duyệt/);
  await db.owner.query('update succession_entries set proposed_by = $1 where list_id = $2', [world.officer.accountId, own]);
  assert.match(message(await approve(world.officer)), /không có quyền/);
});

test('a decision approves whom it names; the others are out, and the list is as it was on any day', async () => {
  const [an, binh] = [await entryOf(world.cadres.an, world.titles.deputy), await entryOf(world.cadres.binh, world.titles.deputy)];
  const approve = async (approved: string[], more: object = {}) =>
    write(world.leader, approveList, { listId: own, version: await version(own), ...decision(), approved, ...more });
  assert.match(message(await approve([campaignId])), /vừa thay đổi/);
  assert.match(message(await approve([an.id], { decisionDate: '2026-11-23' })), /không được sau hôm nay/);
  const written = await approve([an.id, binh.id]);
  assert.ok(written.ok, message(written));
  assert.equal(written.result.count, 2);
  assert.equal((await entryOf(world.cadres.chi, world.titles.deputy)).left_reason, 'refused');
  const asOf = async (day: string) => (await getList(world.leader, own, { asOf: day }))?.entries.map(({ personId }) => personId);
  assert.deepEqual(await asOf('2026-11-19'), []);
  assert.deepEqual(await asOf('2026-11-20'), [world.cadres.an, world.cadres.binh]);
  assert.deepEqual([(await actions('succession.planned')).length, (await actions('succession.refused')).length], [2, 2]);
  assert.match(message(await approve([])), /không ở bước chờ/);
});

test('somebody approved leaves by decision only, and stands on the list of the days before', async () => {
  const entry = await entryOf(world.cadres.binh, world.titles.deputy);
  const out = (viewer: Viewer, more: object = {}) =>
    write(viewer, leavePlanning, {
      ...{ entryId: entry.id, version: entry.version, leftReason: 'moved', leftOn: '2026-11-22' },
      ...decision('2026-11-21'),
      ...more,
    });
  assert.match(
    message(await write(world.officer, withdrawEntry, { entryId: entry.id, version: entry.version, note: 'x' })),
    /phải có quyết định/,
  );
  assert.match(message(await out(world.officer)), /không có quyền/);
  assert.match(message(await out(world.leader, { leftOn: '2026-11-19' })), /không được trước ngày phê duyệt/);
  assert.equal((await out(world.leader, { version: 99 })).ok, false);
  assert.ok((await out(world.leader, { issuer: 'Ban Thường vụ Đảng ủy xã', signer: 'Trần Văn Lực' })).ok);
  const left = (await getList(world.leader, own))?.left.find(({ id }) => id === entry.id);
  assert.match(left?.leftDecision ?? '', / ngày 21\/11\/2026, Ban Thường vụ Đảng ủy xã, người ký: Trần Văn Lực$/);
  const asOf = async (day: string) => (await getList(world.leader, own, { asOf: day }))?.entries.length;
  assert.deepEqual([await asOf('2026-11-21'), await asOf('2026-11-22')], [2, 1]);
  assert.equal((await actions('succession.left'))[0]?.detail.leftReason, 'moved');
});

test('a deadline is moved by whoever opened the round; another commune is out of reach', async () => {
  const due = { listId: elsewhere, version: await version(elsewhere), dueOn: '2026-12-31' };
  assert.match(message(await write(world.stranger, setListDue, due)), /Không tìm thấy/);
  assert.ok((await write(world.board, setListDue, due)).ok);
  assert.equal((await write(world.board, setListDue, due)).ok, false);
});

test('a closed campaign takes no more names; those not decided on lapse, those approved stay', async () => {
  const close = { campaignId, version: 1 };
  assert.match(message(await write(world.officer, closeCampaign, close)), /Không tìm thấy/);
  assert.ok((await write(world.board, closeCampaign, close)).ok);
  assert.equal((await entryOf(world.cadres.an, world.titles.secretary)).left_reason, 'lapsed');
  assert.equal((await entryOf(world.cadres.an, world.titles.deputy)).left_reason, null);
  assert.equal((await actions('succession.closed'))[0]?.detail.count, 1);
  assert.equal((await write(world.board, closeCampaign, close)).ok, false);
  assert.match(
    message(await propose(world.board, above, world.titles.secretary, world.cadres.dung, { reason: 'x' })),
    /đã kết thúc/,
  );
  await db.owner.query('update succession_lists set submitted_at = now(), submitted_by = $1 where id = $2', [
    ...[world.board.accountId, above],
  ]);
  const waiting = { listId: above, version: await version(above) };
  assert.match(message(await write(world.head, approveList, { ...waiting, ...decision(), approved: [] })), /đã kết thúc/);
  assert.match(message(await write(world.head, returnList, { ...waiting, note: 'Sửa lại' })), /đã kết thúc/);
});

test('after all that, the number kept beside each title is that of its names, only the database writes it, and a wrong one is found', async () => {
  const wrong = async () =>
    (await checkBooks(db.owner, { shown: 1_000 })).differences.filter(
      ({ check }) => check === 'quy hoạch: số người của từng chức danh',
    );
  const { rows } = await db.owner.query('select post_id, persons from succession_counts order by persons');
  assert.ok(rows.some(({ persons }) => persons === 0) && rows.some(({ persons }) => persons > 0));
  assert.deepEqual(await wrong(), []);
  const one = `update succession_counts set persons = persons + $1 where post_id = $2`;
  await db.owner.query(one, [1, world.titles.deputy]);
  assert.equal((await wrong()).length, 1);
  await db.owner.query(one, [-1, world.titles.deputy]);
  const seen = (viewer: Viewer) =>
    read(viewer, async (tx) => (await tx.execute(sql`select post_id from succession_counts /* by a test */`)).rows.length);
  assert.deepEqual([await seen(world.board), await seen(world.stranger)], [rows.length, 0]);
  await assert.rejects(
    change(
      world.board,
      (tx) => tx.execute(sql`update succession_counts set persons = 0 /* by a test */`),
      () => true,
    ),
    /42501/,
  );
});
