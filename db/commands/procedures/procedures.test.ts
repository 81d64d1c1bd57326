import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import {
  ConcludeProcedureInput,
  OpenProcedureInput,
  PersonnelDecisionInput,
  RecordPapersInput,
  RecordStepInput,
} from '@/domain/procedures/inputs';
import { read } from '../../client';
import { listProcedures } from '../../queries/procedures/list';
import { getProcedure } from '../../queries/procedures/procedure';
import { withoutScope } from '../../scope';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { addCadre, addHolding, addPost } from '../../testing-cadres';
import { write } from '../../write';
import { beginAppointment, reverseAppointmentEvent } from '../appointments';
import { concludeProcedure, decidePost } from './conclude';
import { addCandidate, openProcedure, recordPolicyAnswer, removeCandidate, stopProcedure } from './open';
import { recordPapers, recordStep } from './steps';

let db: TestDatabase;
let ids: Awaited<ReturnType<typeof smallProvince>>;
let officer: Viewer;
let head: Viewer;
let stranger: Viewer;

before(async () => {
  db = await testDatabase();
  ids = await smallProvince(db);
  officer = await viewerWith(db, 'board_officer', ids.province);
  head = await viewerWith(db, 'board_head', ids.province);
  stranger = await viewerWith(db, 'committee_officer', ids.tayHa);
});
after(() => db.drop());

const owned = async (text: string, values: unknown[] = []) => (await db.owner.query(text, values)).rows;
const plantPost = (title = 'Trưởng phòng') =>
  addPost(db, { title, unitId: ids.dongSon, managingUnitId: ids.province, tier: 'province' });
const plant = (fullName: string) =>
  addCadre(db, { fullName, cellId: ids.cellA, committeeId: ids.dongSon, managingUnitId: ids.province, tier: 'province' });

async function done<R>(written: Promise<{ ok: true; result: R } | { ok: false; problems: { path: string; message: string }[] }>) {
  const answer = await written;
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.result;
}
async function faults(written: Promise<{ ok: boolean; problems?: { path: string; message: string; stale?: true }[] }>) {
  const answer = await written;
  assert.ok(!answer.ok, 'was carried out');
  return answer.problems ?? [];
}
const paths = async (written: Parameters<typeof faults>[0]) => (await faults(written)).map(({ path }) => path);
const versionOf = async (id: string) => (await owned('select version from procedures where id = $1', [id]))[0].version as number;
const actions = async (id: string) =>
  (await owned('select action from audit_log where subject_id = $1 order by seq', [id])).map(({ action }) => action);

const opening = (postId: string, more: object = {}) =>
  OpenProcedureInput.parse({
    postId,
    source: 'local',
    reason: 'Kiện toàn',
    openedOn: '02/11/2026',
    policyAskedOn: '02/11/2026',
    ...more,
  });

/** Opened, with two people, and the policy agreed to unless told. */
async function opened({ source = 'local', agreed = true, postId }: { source?: string; agreed?: boolean; postId?: string } = {}) {
  const post = postId ?? (await plantPost());
  const { procedureId } = await done(write(officer, openProcedure, opening(post, { source })));
  const people = [await plant('Lò Văn Hải'), await plant('Cà Thị Lan')];
  for (const { cadreId } of people)
    await done(write(officer, addCandidate, { procedureId, version: await versionOf(procedureId), cadreId }));
  if (agreed)
    await done(
      write(officer, recordPolicyAnswer, {
        procedureId,
        version: await versionOf(procedureId),
        policyAnsweredOn: '2026-11-04',
        policyNumber: '812-CV/BTCTU',
        policyApproved: 'yes',
      }),
    );
  const candidates = await owned(
    'select id, cadre_id from procedure_candidates where procedure_id = $1 order by full_name desc',
    [procedureId],
  );
  return { procedureId, post, people, a: candidates[0].id as string, b: candidates[1].id as string };
}

const sitting = async (procedureId: string, number: number, votes: Record<string, number> = {}, more: object = {}) =>
  RecordStepInput.parse({
    procedureId,
    version: await versionOf(procedureId),
    number,
    heldOn: `${String(4 + number).padStart(2, '0')}/11/2026`,
    summoned: '12',
    present: '12',
    members: '12',
    issued: '12',
    collected: '12',
    valid: '12',
    ...Object.fromEntries(Object.entries(votes).map(([id, got]) => [`votes-${id}`, String(got)])),
    ...more,
  });

async function throughSteps(procedureId: string, a: string, b: string) {
  await done(write(officer, recordStep, await sitting(procedureId, 1)));
  await done(write(officer, recordStep, await sitting(procedureId, 2, { [a]: 6, [b]: 5 })));
  await done(write(officer, recordStep, await sitting(procedureId, 3, { [a]: 8, [b]: 4 })));
  await done(write(officer, recordStep, await sitting(procedureId, 4, { [a]: 11 })));
  await done(write(officer, recordStep, await sitting(procedureId, 5, { [a]: 12 }, { committeeOpinion: 'Nhất trí' })));
}

/** The files of these people hold no papers, so every decision needs one. */
const REASON = 'Hồ sơ bổ sung sau, theo kết luận của Ban Thường vụ';
const conclusion = async (procedureId: string, candidateId: string, more: object = {}) =>
  ConcludeProcedureInput.parse({
    procedureId,
    version: await versionOf(procedureId),
    candidateId,
    kind: 'appointed',
    decisionNumber: '125-QĐ/TU',
    decisionDate: '20/11/2026',
    issuer: 'Ban Thường vụ Tỉnh ủy',
    fromOn: '01/12/2026',
    exceptionReason: REASON,
    ...more,
  });

test('a procedure is opened on a title that the office decides on, with its trace; another office finds nothing', async () => {
  const post = await plantPost();
  const { procedureId } = await done(write(officer, openProcedure, opening(post)));
  assert.deepEqual(await actions(procedureId), ['procedure.opened']);
  assert.match((await faults(write(stranger, openProcedure, opening(post))))[0]?.message ?? '', /Không tìm thấy/);
  assert.deepEqual(await paths(write(officer, openProcedure, opening(post, { openedOn: '23/11/2026' }))), ['openedOn']);
  assert.deepEqual(await paths(write(officer, openProcedure, opening(post, { policyAskedOn: '23/11/2026' }))), ['policyAskedOn']);
  assert.match((await faults(write(head, openProcedure, opening(post))))[0]?.message ?? '', /không có quyền/);
});

test('with its scope taken away another office still changes nothing of a procedure', async () => {
  const { procedureId, post } = await opened();
  const step = await sitting(procedureId, 1);
  await withoutScope(async () => {
    assert.ok(!(await write(stranger, recordStep, step)).ok);
    assert.ok(!(await write(stranger, openProcedure, opening(post))).ok);
  });
});

test('an answer to the policy comes after it was asked for, and is not changed once steps stand on it', async () => {
  const { procedureId } = await opened({ agreed: false });
  const answer = async (policyAnsweredOn: string) => ({
    procedureId,
    version: await versionOf(procedureId),
    policyAnsweredOn,
    policyNumber: '812-CV/BTCTU',
    policyApproved: 'yes' as const,
  });
  assert.deepEqual(await paths(write(officer, recordStep, await sitting(procedureId, 1))), ['']);
  assert.deepEqual(await paths(write(officer, recordPolicyAnswer, await answer('2026-11-01'))), ['policyAnsweredOn']);
  assert.deepEqual(await paths(write(officer, recordPolicyAnswer, await answer('2026-11-23'))), ['policyAnsweredOn']);
  await done(write(officer, recordPolicyAnswer, await answer('2026-11-02')));
  await done(write(officer, recordStep, await sitting(procedureId, 1)));
  assert.deepEqual(await paths(write(officer, recordPolicyAnswer, await answer('2026-11-03'))), ['']);
});

test('names are added and taken off before the first meeting only, each once', async () => {
  const { procedureId, people, a, b } = await opened();
  const version = () => versionOf(procedureId);
  assert.deepEqual(
    await paths(write(officer, addCandidate, { procedureId, version: await version(), cadreId: people[0]?.cadreId ?? '' })),
    ['cadreId'],
  );
  await done(write(officer, removeCandidate, { procedureId, version: await version(), candidateId: b }));
  assert.equal(
    (
      await owned('select count(*) from procedure_candidates where procedure_id = $1 and removed_at is not null', [procedureId])
    )[0].count,
    1,
  );
  await done(write(officer, recordStep, await sitting(procedureId, 1)));
  const late = await plant('Hà Văn Muộn');
  assert.deepEqual(await paths(write(officer, addCandidate, { procedureId, version: await version(), cadreId: late.cadreId })), [
    '',
  ]);
  assert.deepEqual(await paths(write(officer, removeCandidate, { procedureId, version: await version(), candidateId: a })), ['']);
});

test('steps are written in their order; who goes on is what the rules of the day made of the votes', async () => {
  const { procedureId, a, b } = await opened();
  assert.deepEqual(await paths(write(officer, recordStep, await sitting(procedureId, 2, { [a]: 7 }))), ['']);
  await throughSteps(procedureId, a, b);
  const steps = await owned('select number, outcome, onward from procedure_steps where procedure_id = $1 order by number', [
    procedureId,
  ]);
  assert.deepEqual(
    steps.map(({ outcome, onward }) => [outcome, onward.length]),
    [
      ['held', 2],
      ['top_two', 2],
      ['passed', 1],
      ['heard', 1],
      ['passed', 1],
    ],
  );
  const votes = await owned('select count(*) from procedure_votes where procedure_id = $1', [procedureId]);
  assert.equal(votes[0].count, 6, 'steps 2 and 3 of two names, 4 and 5 of one');
  assert.equal((await actions(procedureId)).filter((action) => action === 'procedure.stepRecorded').length, 5);
});

const NOMINATED: [words: string, first: number, second: number][] = [
  ['two with as many votes', 5, 5],
  ['the first and the second', 6, 5],
];
for (const [words, first, second] of NOMINATED)
  test(`of ${words} who go on because nobody has over half, either is chosen without a doubt`, async () => {
    for (const chosen of ['a', 'b'] as const) {
      const course = await opened();
      const { procedureId, a, b } = course;
      await done(write(officer, recordStep, await sitting(procedureId, 1)));
      await done(write(officer, recordStep, await sitting(procedureId, 2, { [a]: first, [b]: second })));
      const { warnings } = await done(write(officer, recordStep, await sitting(procedureId, 3, { [course[chosen]]: 8 })));
      assert.deepEqual(warnings, []);
    }
  });

test('what the rules doubted at a sitting stays beside it', async () => {
  const { procedureId } = await opened();
  await done(
    write(officer, recordStep, await sitting(procedureId, 1, {}, { present: '7', issued: '0', collected: '0', valid: '0' })),
  );
  const [row] = await owned('select warnings from procedure_steps where procedure_id = $1', [procedureId]);
  assert.match(row.warnings.join(), /cần ít nhất 8 người/);
});

test('a sitting without a quorum is kept, and the step is held again with its reason', async () => {
  const { procedureId } = await opened();
  const short = { present: '7', issued: '0', collected: '0', valid: '0' };
  const { warnings } = await done(write(officer, recordStep, await sitting(procedureId, 1, {}, short)));
  assert.match(warnings.join(), /cần ít nhất 8 người/);
  assert.deepEqual(await paths(write(officer, recordStep, await sitting(procedureId, 2))), ['']);
  assert.deepEqual(await paths(write(officer, recordStep, await sitting(procedureId, 1))), ['againReason']);
  await done(write(officer, recordStep, await sitting(procedureId, 1, {}, { againReason: 'Họp lại do thiếu người dự' })));
  const kept = await owned('select sitting, outcome from procedure_steps where procedure_id = $1 order by sitting', [
    procedureId,
  ]);
  assert.deepEqual(kept, [
    { sitting: 1, outcome: 'no_quorum' },
    { sitting: 2, outcome: 'held' },
  ]);
});

test('exactly half waits until the head has decided; what cannot be counted is refused and nothing is kept', async () => {
  const { procedureId, a, b } = await opened({ source: 'outside' });
  await done(write(officer, recordStep, await sitting(procedureId, 1)));
  assert.deepEqual(await paths(write(officer, recordStep, await sitting(procedureId, 2, { [a]: 8, [b]: 5 }))), [`votes-${a}`]);
  await done(write(officer, recordStep, await sitting(procedureId, 2, { [a]: 6, [b]: 6 })));
  assert.deepEqual(await paths(write(officer, recordStep, await sitting(procedureId, 3))), ['']);
  const again = { headChoice: b, againReason: 'Người đứng đầu quyết định' };
  await done(write(officer, recordStep, await sitting(procedureId, 2, { [a]: 6, [b]: 6 }, again)));
  await done(write(officer, recordStep, await sitting(procedureId, 3)));
  const [last] = await owned('select onward from procedure_steps where procedure_id = $1 and number = 3', [procedureId]);
  assert.deepEqual(last.onward, [b]);
});

test('votes of somebody who did not come on from the step before are not taken', async () => {
  const { procedureId, a, b } = await opened();
  await done(write(officer, recordStep, await sitting(procedureId, 1)));
  await done(write(officer, recordStep, await sitting(procedureId, 2, { [a]: 12 })));
  await done(write(officer, recordStep, await sitting(procedureId, 3, { [a]: 7, [b]: 5 })));
  const votes = await owned(
    'select v.candidate_id from procedure_votes v join procedure_steps s on s.id = v.step_id where s.procedure_id = $1 and s.number = 3',
    [procedureId],
  );
  assert.deepEqual(votes, [{ candidate_id: a }]);
});

test('a form opened before another one was saved is told who was first', async () => {
  const { procedureId } = await opened();
  const late = await sitting(procedureId, 1);
  await done(write(officer, recordStep, await sitting(procedureId, 1)));
  assert.equal((await faults(write(officer, recordStep, late)))[0]?.stale, true);
});

test('papers of a file are kept by the day they were made, changed and taken out', async () => {
  const { procedureId, a } = await opened();
  const papers = async (more: object) =>
    RecordPapersInput.parse({ procedureId, version: await versionOf(procedureId), candidateId: a, ...more });
  await done(write(officer, recordPapers, await papers({ 'paper-health': '01/10/2026', 'paper-diplomas': '', dossierOn: '' })));
  await done(write(officer, recordPapers, await papers({ 'paper-health': '02/10/2026', 'paper-assets': '03/10/2026' })));
  await done(write(officer, recordPapers, await papers({ 'paper-assets': '' })));
  const kept = await owned('select key, issued_on from procedure_papers where candidate_id = $1 order by key', [a]);
  assert.deepEqual(kept, [{ key: 'health', issued_on: '2026-10-02' }]);
  assert.deepEqual(await paths(write(officer, recordPapers, await papers({ 'paper-health': '23/11/2026' }))), ['paper-health']);
  assert.deepEqual(await paths(write(stranger, recordPapers, await papers({ 'paper-health': '02/10/2026' }))), ['']);
});

test('the decision gives the seat, ends the former post and opens it, all at once; the procedure is over', async () => {
  const former = await plantPost('Phó Trưởng phòng');
  const { procedureId, post, people, a, b } = await opened();
  const held = await done(
    write(head, beginAppointment, {
      ...(await conclusion(procedureId, a)),
      title: null,
      postId: former,
      cadreId: people[0]?.cadreId ?? '',
      decisionNumber: '9-QĐ/TU',
      decisionDate: '2022-01-01',
      fromOn: '2022-01-01',
      termEndsOn: '2026-12-31',
    }),
  );
  await throughSteps(procedureId, a, b);
  assert.deepEqual(
    await paths(write(head, concludeProcedure, await conclusion(procedureId, a))),
    ['ends'],
    'the former post must be ended',
  );
  assert.deepEqual(await owned('select count(*)::int from appointments where post_id = $1', [post]), [{ count: 0 }]);
  const { appointmentId } = await done(
    write(head, concludeProcedure, await conclusion(procedureId, a, { ends: held.appointmentId })),
  );
  const [now] = await owned('select post_id, from_on, ended_on from appointments where id = $1', [appointmentId]);
  const kept = await owned(
    'select kind, warnings, exception_reason from appointment_events where procedure_id = $1 order by kind',
    [procedureId],
  );
  assert.match(kept[0].warnings[0], /thiếu 11/);
  assert.deepEqual(
    kept.map(({ kind, warnings, exception_reason }) => [kind, warnings.length, exception_reason]),
    [
      ['begun', 1, REASON],
      ['ended', 0, null],
    ],
    'doubts stand beside what was decided, not beside what it ended',
  );
  assert.deepEqual(now, { post_id: post, from_on: '2026-12-01', ended_on: null });
  const seats = await owned(
    'select post_id, free_from, held_since from post_seats where post_id = any($1) order by free_from nulls last',
    [[post, former]],
  );
  assert.deepEqual(seats, [
    { post_id: former, free_from: '2026-12-01', held_since: '2022-01-01' },
    { post_id: post, free_from: null, held_since: '2026-12-01' },
  ]);
  const events = await owned('select kind, end_kind from appointment_events where procedure_id = $1 order by kind', [
    procedureId,
  ]);
  assert.deepEqual(events, [
    { kind: 'begun', end_kind: null },
    { kind: 'ended', end_kind: 'moved' },
  ]);
  assert.equal((await actions(procedureId)).at(-1), 'procedure.concluded');
  assert.deepEqual(await paths(write(head, concludeProcedure, await conclusion(procedureId, a))), ['']);
  assert.deepEqual(
    await paths(write(officer, stopProcedure, { procedureId, version: await versionOf(procedureId), stopReason: 'Thôi' })),
    [''],
  );
});

const takeBack = async (appointmentId: string, kind = 'begun') => {
  const [event] = await owned('select id from appointment_events where appointment_id = $1 and kind = $2', [appointmentId, kind]);
  const [held] = await owned('select version from appointments where id = $1', [appointmentId]);
  return { appointmentId, version: held.version as number, eventId: event.id as string, reason: 'Ghi nhầm số quyết định' };
};
const turns = () =>
  read(head, async (tx) => {
    const quarter = sql`personnel_counts(${ids.dongSon}, '{2026-10-01}', '{2026-12-31}')`;
    const { rows } = await tx.execute<{ turns: number }>(
      sql`select coalesce(sum(turns), 0)::int as turns from ${quarter} where event = 'begun'`,
    );
    return rows[0]?.turns ?? 0;
  });
const openOnes = async () => {
  const asked = { view: 'open', answerSince: '2026-01-01', finishSince: '2026-01-01', termSince: '2026-01-01' } as const;
  return (await listProcedures(head, { ...asked, unit: { id: ids.province, depth: 0 } })).rows;
};

test('a decision taken back as wrongly entered opens its procedure again, told with when and why, for the right one', async () => {
  const { procedureId, a, b } = await opened();
  await throughSteps(procedureId, a, b);
  const before = await turns();
  const wrong = await done(write(head, concludeProcedure, await conclusion(procedureId, a)));
  assert.equal(await turns(), before + 1);
  const version = await versionOf(procedureId);
  await done(write(head, reverseAppointmentEvent, await takeBack(wrong.appointmentId)));
  assert.equal(await turns(), before);
  assert.equal(await versionOf(procedureId), version + 1);
  assert.equal((await actions(procedureId)).at(-1), 'procedure.reopened');
  const file = await getProcedure(head, procedureId);
  assert.deepEqual([file?.appointmentId, file?.concludedOn, file?.appointment], [null, null, null]);
  const [told] = file?.takenBack ?? [];
  assert.deepEqual([told?.name, told?.decisionNumber, told?.reason], ['Lò Văn Hải', '125-QĐ/TU', 'Ghi nhầm số quyết định']);
  assert.match(told?.takenOn ?? '', /^\d{4}-\d{2}-\d{2}$/);
  assert.equal((await openOnes()).find(({ id }) => id === procedureId)?.takenBack, true);

  const right = await done(write(head, concludeProcedure, await conclusion(procedureId, a, { decisionNumber: '126-QĐ/TU' })));
  assert.notEqual(right.appointmentId, wrong.appointmentId);
  assert.equal(await turns(), before + 1);
  const again = await getProcedure(head, procedureId);
  assert.deepEqual([again?.appointment?.decisionNumber, again?.takenBack.length], ['126-QĐ/TU', 1]);
  assert.equal(
    (await openOnes()).find(({ id }) => id === procedureId),
    undefined,
  );
});

test('a form of the procedure opened before its decision was taken back is stale', async () => {
  const { procedureId, a, b } = await opened();
  await throughSteps(procedureId, a, b);
  const { appointmentId } = await done(write(head, concludeProcedure, await conclusion(procedureId, a)));
  const late = await conclusion(procedureId, a);
  await done(write(head, reverseAppointmentEvent, await takeBack(appointmentId)));
  assert.equal((await faults(write(head, concludeProcedure, late)))[0]?.stale, true);
});

test('taking back the end of the former post leaves the procedure decided', async () => {
  const former = await plantPost('Phó Trưởng phòng');
  const { procedureId, people, a, b } = await opened();
  const past = { ...(await conclusion(procedureId, a)), title: null, cadreId: people[0]?.cadreId ?? '', termEndsOn: null };
  const held = await done(
    write(head, beginAppointment, { ...past, postId: former, decisionDate: '2022-01-01', fromOn: '2022-01-01' }),
  );
  await throughSteps(procedureId, a, b);
  const { appointmentId } = await done(
    write(head, concludeProcedure, await conclusion(procedureId, a, { ends: held.appointmentId })),
  );
  await done(write(head, reverseAppointmentEvent, await takeBack(held.appointmentId, 'ended')));
  assert.equal((await getProcedure(head, procedureId))?.appointmentId, appointmentId);
});

test('whoever does not reach the procedure does not take its decision back', async () => {
  const { procedureId } = await opened();
  const local = await addPost(db, { title: 'Phó Trưởng ban', unitId: ids.dongSon, managingUnitId: ids.dongSon });
  const where = { cellId: ids.cellA, committeeId: ids.dongSon, managingUnitId: ids.dongSon };
  const appointmentId = await addHolding(db, (await addCadre(db, { ...where, fullName: 'Hà Văn Sơn' })).cadreId, local);
  await owned(
    `insert into appointment_events (id, appointment_id, kind, effective_on, term_ends_on, procedure_id, entered_at)
     values (gen_random_uuid(), $1, 'reappointed', '2026-11-01', '2031-11-01', $2, now() + interval '1 second')`,
    [appointmentId, procedureId],
  );
  const leader = await viewerWith(db, 'committee_leader', ids.dongSon);
  const refusal = await faults(write(leader, reverseAppointmentEvent, await takeBack(appointmentId, 'reappointed')));
  assert.match(refusal[0]?.message ?? '', /do cấp khác quản lý/);
});

test('somebody whom another committee managed by the post that ends is managed by whoever manages the new one', async () => {
  const local = await addPost(db, { title: 'Phó Trưởng ban', unitId: ids.dongSon, managingUnitId: ids.dongSon });
  const higher = await plantPost('Chi cục trưởng');
  const { procedureId, people, a, b } = await opened();
  const cadreId = people[0]?.cadreId ?? '';
  const past = { ...(await conclusion(procedureId, a)), title: null, cadreId, decisionNumber: '9-QĐ/TU', termEndsOn: null };
  await done(write(head, beginAppointment, { ...past, postId: local, decisionDate: '2022-01-01', fromOn: '2022-01-01' }));
  const held = await done(
    write(head, beginAppointment, {
      ...past,
      postId: higher,
      decisionDate: '2023-01-01',
      fromOn: '2023-01-01',
      concurrent: 'yes',
    }),
  );
  await throughSteps(procedureId, a, b);
  const ending = { ends: held.appointmentId, concurrent: 'yes', fromOn: '22/11/2026' };
  await done(write(head, concludeProcedure, await conclusion(procedureId, a, ending)));
  const [cadre] = await owned('select managing_unit_id from cadres where id = $1', [cadreId]);
  assert.equal(cadre.managing_unit_id, ids.province);
});

test('no decision before the last step, on another person, by a wrong number, or by whoever drafted', async () => {
  const { procedureId, a, b } = await opened();
  assert.deepEqual(await paths(write(head, concludeProcedure, await conclusion(procedureId, a))), ['']);
  await throughSteps(procedureId, a, b);
  assert.deepEqual(await paths(write(head, concludeProcedure, await conclusion(procedureId, b))), ['candidateId']);
  assert.deepEqual(await paths(write(head, concludeProcedure, await conclusion(procedureId, a, { decisionNumber: '125' }))), [
    'decisionNumber',
  ]);
  assert.deepEqual(await paths(write(head, concludeProcedure, await conclusion(procedureId, a, { termEndsOn: '01/12/2026' }))), [
    'termEndsOn',
  ]);
  assert.match(
    (await faults(write(officer, concludeProcedure, await conclusion(procedureId, a))))[0]?.message ?? '',
    /không có quyền/,
  );
  await owned('update procedures set opened_by = $2 where id = $1', [procedureId, head.accountId]);
  assert.match(
    (await faults(write(head, concludeProcedure, await conclusion(procedureId, a))))[0]?.message ?? '',
    /không tự ghi quyết định/,
  );
});

test('a procedure is stopped with its reason, and then nothing is written into it', async () => {
  const { procedureId } = await opened();
  await done(write(officer, stopProcedure, { procedureId, version: await versionOf(procedureId), stopReason: 'Có vấn đề mới' }));
  const [row] = await owned('select stop_reason, concluded_on from procedures where id = $1', [procedureId]);
  assert.deepEqual(row, { stop_reason: 'Có vấn đề mới', concluded_on: '2026-11-22' });
  assert.deepEqual(await paths(write(officer, recordStep, await sitting(procedureId, 1))), ['']);
});

test('a sitting that was written is never changed, not even by the owner of the tables', async () => {
  const { procedureId } = await opened();
  await done(write(officer, recordStep, await sitting(procedureId, 1)));
  await assert.rejects(owned('update procedure_steps set present = 1 where procedure_id = $1', [procedureId]), /never changed/);
  await assert.rejects(owned('delete from procedure_steps where procedure_id = $1', [procedureId]), /never changed/);
});

/** Somebody who holds a title since 2022, and what a decision on it would be. */
async function holding() {
  const [post, { cadreId }] = [await plantPost('Chánh Văn phòng'), await plant('Vì Văn Tú')];
  const base = { decisionNumber: '9-QĐ/TU', decisionDate: '2022-01-01', issuer: 'Ban Thường vụ', signer: null, reason: null };
  const { appointmentId } = await done(
    write(head, beginAppointment, {
      ...base,
      cadreId,
      postId: post,
      kind: 'appointed',
      title: null,
      fromOn: '2022-01-01',
      termEndsOn: '2026-12-31',
      ends: [],
      exceptionReason: null,
    }),
  );
  const decision = (kind: string, more: object = {}) =>
    PersonnelDecisionInput.parse({
      decision: kind,
      appointmentId,
      version: '1',
      decisionNumber: '126-QĐ/TU',
      decisionDate: '20/11/2026',
      issuer: 'Ban Thường vụ Tỉnh ủy',
      effectiveOn: '01/01/2027',
      ...more,
    });
  const now = async () =>
    (await owned('select term_ends_on, ended_on, end_kind from appointments where id = $1', [appointmentId]))[0];
  return { appointmentId, cadreId, post, decision, now };
}

const ENDINGS: [kind: string, endKind: string][] = [
  ['resignation', 'resigned'],
  ['removal', 'removed'],
  ['dismissal', 'dismissed'],
  ['retirement', 'retired'],
];
for (const [kind, endKind] of ENDINGS)
  test(`${kind} by decision ends the post and opens the seat`, async () => {
    const { decision, now, post } = await holding();
    await done(write(head, decidePost, decision(kind)));
    assert.deepEqual(await now(), { term_ends_on: '2026-12-31', ended_on: '2027-01-01', end_kind: endKind });
    assert.deepEqual(await owned('select free_from from post_seats where post_id = $1', [post]), [{ free_from: '2027-01-01' }]);
  });

test('reappointment gives a whole term where no day is written; extension needs its day', async () => {
  const { decision, now } = await holding();
  await done(write(head, decidePost, decision('reappointment')));
  assert.equal((await now()).term_ends_on, '2031-12-31');
  const other = await holding();
  assert.deepEqual(await paths(write(head, decidePost, other.decision('extension'))), ['until']);
  const extended = { until: '30/06/2028', noticedOn: '03/10/2026' };
  const asked = await faults(write(head, decidePost, other.decision('extension', extended)));
  assert.deepEqual(
    asked.map(({ path }) => path),
    ['exceptionReason', 'exceptionReason'],
    'the notice a day late, and many months left',
  );
  assert.equal((await other.now()).term_ends_on, '2026-12-31', 'nothing is written before there is a reason');
  await done(write(head, decidePost, other.decision('extension', { ...extended, exceptionReason: REASON })));
  assert.equal((await other.now()).term_ends_on, '2028-06-30');
  const [event] = await owned(
    "select warnings, exception_reason from appointment_events where appointment_id = $1 and kind = 'extended'",
    [other.appointmentId],
  );
  assert.deepEqual([event.warnings.length, event.exception_reason], [2, REASON]);
  assert.match(event.warnings.join(), /90 ngày.*185 tháng/);
  const [trace] = await owned("select detail from audit_log where subject_id = $1 and action = 'appointment.extended'", [
    other.appointmentId,
  ]);
  assert.deepEqual([trace.detail.warnings, trace.detail.exception], [2, true]);
});

test('a transfer moves the person, a secondment leaves them in their post and warns beyond 36 months', async () => {
  const { decision, now, cadreId } = await holding();
  const [to, away] = [await plantPost('Trưởng phòng Tổng hợp'), await plantPost('Tổ trưởng Tổ công tác')];
  assert.deepEqual(await paths(write(head, decidePost, decision('transfer'))), ['postId']);
  const seconded = await done(
    write(head, decidePost, decision('secondment', { postId: away, until: '02/02/2030', exceptionReason: REASON })),
  );
  assert.match(seconded.warnings.join(), /36 tháng/);
  assert.equal((await now()).ended_on, null);
  await done(write(head, decidePost, decision('transfer', { postId: to })));
  assert.deepEqual(await now(), { term_ends_on: '2026-12-31', ended_on: '2027-01-01', end_kind: 'moved' });
  const held = await owned('select kind, concurrent from appointments where cadre_id = $1 and ended_on is null order by kind', [
    cadreId,
  ]);
  assert.deepEqual(held, [
    { kind: 'seconded', concurrent: true },
    { kind: 'transferred', concurrent: false },
  ]);
});

test('a decision on a post out of reach, or on one that was changed since, is refused', async () => {
  const { decision } = await holding();
  const leader = await viewerWith(db, 'committee_leader', ids.dongSon);
  assert.match((await faults(write(leader, decidePost, decision('resignation'))))[0]?.message ?? '', /Không tìm thấy/);
  await done(write(head, decidePost, decision('reappointment')));
  assert.equal((await faults(write(head, decidePost, decision('resignation'))))[0]?.stale, true);
  assert.equal((await faults(write(head, decidePost, { ...decision('transfer'), postId: await plantPost() })))[0]?.stale, true);
  assert.match((await faults(write(officer, decidePost, decision('resignation'))))[0]?.message ?? '', /không có quyền/);
});
