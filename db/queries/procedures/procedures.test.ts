import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, addWorkingDays } from '@/domain/calendar';
import { overdueSince } from '@/domain/procedures/clocks';
import { HOLIDAYS } from '@/domain/rule-sets';
import { readVotes } from '../../commands/procedures/reads';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { addCadre, addHolding, addPost } from '../../testing-cadres';
import { getHeldPost, listCadreChoices, listHeldPosts, listPostChoices } from './choices';
import { listProcedures } from './list';
import { getProcedure } from './procedure';

const TODAY = '2026-11-20';
let db: TestDatabase;
let ids: Awaited<ReturnType<typeof smallProvince>>;
let officer: Viewer;
let commune: Viewer;
let elsewhere: Viewer;
let post: string;
let own: string;
let cadre: { cadreId: string; memberId: string };

const owned = async (text: string, values: unknown[] = []) => (await db.owner.query(text, values)).rows;
const since = (days: number) => overdueSince(days, TODAY, HOLIDAYS);

before(async () => {
  db = await testDatabase();
  ids = await smallProvince(db);
  officer = await viewerWith(db, 'board_officer', ids.province, TODAY);
  commune = await viewerWith(db, 'committee_officer', ids.dongSon, TODAY);
  elsewhere = await viewerWith(db, 'committee_officer', ids.tayHa, TODAY);
  post = await addPost(db, {
    unitId: ids.dongSon,
    managingUnitId: ids.province,
    title: 'Bí thư Đảng ủy',
    tier: 'province',
    grade: 65,
  });
  own = await addPost(db, { unitId: ids.dongSon, managingUnitId: ids.dongSon, title: 'Chánh Văn phòng Đảng ủy' });
  cadre = await addCadre(db, {
    cellId: ids.cellA,
    committeeId: ids.dongSon,
    managingUnitId: ids.dongSon,
    fullName: 'Lò Văn Hải',
  });
});
after(() => db.drop());

type Draft = { postId?: string; managing?: string; askedOn?: string; answeredOn?: string; approved?: boolean; stopped?: boolean };
async function plant({ postId = own, managing = ids.dongSon, askedOn = TODAY, ...more }: Draft = {}): Promise<string> {
  const id = randomUUID();
  await owned(
    `insert into procedures (id, post_id, unit_id, managing_unit_id, source, reason, opened_on, policy_asked_on, policy_answered_on, policy_approved, stop_reason, concluded_on)
     values ($1, $2, $3, $4, 'local', 'Kiện toàn', $5, $5, $6, $7, $8, $9)`,
    [
      id,
      postId,
      ids.dongSon,
      managing,
      askedOn,
      more.answeredOn ?? null,
      more.answeredOn ? (more.approved ?? true) : null,
      more.stopped ? 'Dừng' : null,
      more.stopped ? TODAY : null,
    ],
  );
  return id;
}
const shown = async (viewer: Viewer, view: 'open' | 'overdue' | 'ended', unit = { id: ids.province, depth: 0 }) =>
  listProcedures(viewer, { unit, view, answerSince: since(15), finishSince: since(30), termSince: addDays(TODAY, 1) });
const clear = () => owned('delete from procedures where true');

test('a procedure is overdue on the day after its last working day, while it waits for an answer and after it', async () => {
  await clear();
  const late = await plant({ askedOn: since(15) });
  await plant({ askedOn: addWorkingDays(since(15), 1, HOLIDAYS) });
  const unfinished = await plant({ askedOn: '2026-08-03', answeredOn: since(30) });
  await plant({ askedOn: '2026-08-03', answeredOn: addWorkingDays(since(30), 1, HOLIDAYS) });
  await plant({ askedOn: '2026-08-03', answeredOn: since(30), approved: false });
  await plant({ askedOn: '2026-08-03', answeredOn: since(30), stopped: true });
  const { rows, counts } = await shown(officer, 'overdue');
  assert.deepEqual(new Set(rows.map(({ id }) => id)), new Set([late, unfinished]));
  assert.deepEqual(counts, { open: 5, overdue: 2, ended: 1 });
});

test('pages of fifty go on where the last one ended, and no procedure is shown twice', async () => {
  await clear();
  for (let at = 0; at < 52; at += 1) await plant({ askedOn: at % 2 ? '2026-11-02' : '2026-11-03' });
  const first = await shown(officer, 'open');
  assert.ok(first.next);
  const unit = { id: ids.province, depth: 0 };
  const second = await listProcedures(officer, {
    unit,
    view: 'open',
    answerSince: since(15),
    finishSince: since(30),
    termSince: addDays(TODAY, 1),
    after: first.next,
  });
  assert.deepEqual([first.rows.length, second.rows.length, second.next], [50, 2, null]);
  assert.equal(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size, 52);
});

test('a draft on a title is seen by the office that decides on it, not by the committee where it stands', async () => {
  await clear();
  const [higher, local] = [await plant({ postId: post, managing: ids.province }), await plant()];
  const seen = async (viewer: Viewer) => (await shown(viewer, 'open')).rows.map(({ id }) => id).sort();
  assert.deepEqual(await seen(officer), [higher, local].sort());
  assert.deepEqual(await seen(commune), [local]);
  assert.deepEqual(await seen(elsewhere), []);
  assert.equal(await getProcedure(commune, higher), null);
  assert.equal((await getProcedure(officer, higher))?.post.title, 'Bí thư Đảng ủy');
  assert.equal(await getProcedure(officer, 'abc'), null);
  assert.equal((await shown(officer, 'open', { id: ids.tayHa, depth: 1 })).rows.length, 0);
});

test('votes are read only with a line in the read log before them; out of reach neither is there', async () => {
  await clear();
  const id = await plant();
  const [candidate, step] = [randomUUID(), randomUUID()];
  await owned(
    "insert into procedure_candidates (id, procedure_id, managing_unit_id, cadre_id, full_name, sort_key) values ($1, $2, $3, $4, 'Lò Văn Hải', 'hai')",
    [candidate, id, ids.dongSon, cadre.cadreId],
  );
  await owned(
    `insert into procedure_steps (id, procedure_id, managing_unit_id, number, sitting, held_on, summoned, present, issued, collected, valid, outcome, onward)
     values ($1, $2, $3, 2, 1, '2026-11-05', 9, 9, 9, 9, 9, 'passed', array[$4::uuid])`,
    [step, id, ids.dongSon, candidate],
  );
  await owned(
    'insert into procedure_votes (step_id, candidate_id, managing_unit_id, procedure_id, votes) values ($1, $2, $3, $4, 8)',
    [step, candidate, ids.dongSon, id],
  );
  assert.ok(!JSON.stringify(await getProcedure(commune, id)).includes('"votes"'), 'the procedure itself carries no votes');
  assert.deepEqual([...((await readVotes(commune, id)) ?? [])], [[step, [{ candidateId: candidate, votes: 8 }]]]);
  await readVotes(commune, id, true);
  assert.equal(await readVotes(elsewhere, id), null);
  const log = await owned('select action, account_id from read_log where subject_id = $1 order by at, seq', [id]);
  assert.deepEqual(log, [
    { action: 'procedure.votes', account_id: commune.accountId },
    { action: 'procedure.print', account_id: commune.accountId },
  ]);
  await owned('alter table procedure_steps disable trigger user; alter table procedure_votes disable trigger user');
  await owned('delete from procedure_votes where procedure_id = $1', [id]);
  await owned('delete from procedure_steps where procedure_id = $1', [id]);
  await owned('delete from procedure_candidates where procedure_id = $1', [id]);
});

test('titles to choose from are those decided here, the free ones first, found by words without marks', async () => {
  await addHolding(db, cadre.cadreId, own, { fromOn: '2024-01-01', termEndsOn: '2028-12-31' });
  const titles = async (viewer: Viewer, words: string) =>
    (await listPostChoices(viewer, 'procedure.write', words)).map(({ title, free }) => `${title} ${free}`);
  assert.deepEqual(await titles(officer, ''), ['Bí thư Đảng ủy 1', 'Chánh Văn phòng Đảng ủy 0']);
  assert.deepEqual(await titles(officer, 'chanh dong son'), ['Chánh Văn phòng Đảng ủy 0']);
  assert.deepEqual(await titles(commune, ''), ['Chánh Văn phòng Đảng ủy 0']);
  assert.deepEqual(await titles(elsewhere, ''), []);
});

test('people are found by any part of the name, with the title they hold; a holding opens for whoever decides on it', async () => {
  await owned(
    "insert into member_name_parts (member_id, part, cell_id, committee_id) values ($1, 'lo van hai', $2, $3), ($1, 'hai', $2, $3)",
    [cadre.memberId, ids.cellA, ids.dongSon],
  );
  const found = await listCadreChoices(commune, 'Hải', []);
  assert.deepEqual(
    found.map(({ fullName, title }) => [fullName, title]),
    [['Lò Văn Hải', 'Chánh Văn phòng Đảng ủy']],
  );
  assert.deepEqual(await listCadreChoices(commune, 'Hải', [cadre.cadreId]), []);
  assert.deepEqual(await listCadreChoices(commune, '  ', []), []);
  const [held] = await listHeldPosts(commune, [cadre.cadreId]);
  const leader = await viewerWith(db, 'committee_leader', ids.dongSon, TODAY);
  assert.equal((await getHeldPost(leader, held?.id))?.title, 'Chánh Văn phòng Đảng ủy');
  assert.equal(await getHeldPost(commune, held?.id), null, 'an officer drafts and does not decide');
  assert.equal(await getHeldPost(leader, 'abc'), null);
});
