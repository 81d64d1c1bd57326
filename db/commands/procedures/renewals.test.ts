import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PAPERS } from '@/domain/procedures/dossier';
import {
  ConcludeProcedureInput,
  ConcludeRenewalInput,
  OpenRenewalInput,
  PersonnelDecisionInput,
  paperField,
  RecordPapersInput,
  RecordStepInput,
} from '@/domain/procedures/inputs';
import { getProcedure } from '../../queries/procedures/procedure';
import { getRenewable } from '../../queries/procedures/renewals';
import { withoutScope } from '../../scope';
import { viewerWith } from '../../testing';
import { addCadre, addHolding, addPost } from '../../testing-cadres';
import { done, faults, paths, procedureWorld } from '../../testing-procedures';
import { write } from '../../write';
import { reverseAppointmentEvent } from '../appointments';
import { concludeProcedure, decidePost } from './conclude';
import { addCandidate, recordPolicyAnswer, removeCandidate, stopProcedure } from './open';
import { concludeRenewal, openRenewal } from './renewals';
import { recordPapers, recordStep } from './steps';

const { db, ids, officer, head, stranger, owned, versionOf, actions } = await procedureWorld();
after(() => db.drop());

type Draft = { born?: string; termEndsOn?: string | null; elected?: boolean };
/** Somebody in a title of the province whose term ends with the year 2026; born 1980 unless told. */
async function holding({ born = '1980-05-12', termEndsOn = '2026-12-31', elected = false }: Draft = {}) {
  const postId = await addPost(db, {
    title: 'Chánh Văn phòng',
    unitId: ids.dongSon,
    managingUnitId: ids.province,
    tier: 'province',
    elected,
  });
  const { cadreId } = await addCadre(db, {
    fullName: 'Vì Văn Tú',
    cellId: ids.cellA,
    committeeId: ids.dongSon,
    managingUnitId: ids.province,
    tier: 'province',
    born,
  });
  return { postId, cadreId, appointmentId: await addHolding(db, cadreId, postId, { fromOn: '2022-01-01', termEndsOn }) };
}
const opening = (appointmentId: string, more: object = {}) =>
  OpenRenewalInput.parse({
    appointmentId,
    version: '1',
    reason: 'Hết thời hạn giữ chức vụ',
    openedOn: '01/09/2026',
    ...more,
  });
async function opened(draft: Draft = {}) {
  const held = await holding(draft);
  const { procedureId } = await done(write(officer, openRenewal, opening(held.appointmentId)));
  const [candidate] = await owned('select id from procedure_candidates where procedure_id = $1', [procedureId]);
  return { ...held, procedureId, candidateId: candidate.id as string };
}

const step = async (procedureId: string, number: number, heldOn: string, more: object = {}) =>
  RecordStepInput.parse({ procedureId, version: await versionOf(procedureId), number, heldOn, ...more });
const ballot = (candidateId: string, yes: number, more: object = {}) => ({
  summoned: '9',
  present: '9',
  members: '9',
  issued: '9',
  collected: '9',
  valid: '9',
  [`votes-${candidateId}`]: String(yes),
  ...more,
});
/** Notice in time, the person's account, and eight of nine for it, with the whole file. */
async function throughSteps({ procedureId, candidateId }: { procedureId: string; candidateId: string }, noticed = '02/10/2026') {
  await done(write(officer, recordStep, await step(procedureId, 1, noticed, { minutesNumber: '31-TB/BTCTU' })));
  await done(write(officer, recordStep, await step(procedureId, 2, '15/10/2026')));
  await done(write(officer, recordStep, await step(procedureId, 3, '28/10/2026', ballot(candidateId, 8))));
  const papers = Object.fromEntries(PAPERS.map(({ key }) => [paperField(key), '20/10/2026']));
  const file = { procedureId, version: await versionOf(procedureId), candidateId, dossierOn: '02/11/2026', ...papers };
  await done(write(officer, recordPapers, RecordPapersInput.parse(file)));
}
const decision = async (procedureId: string, more: object = {}) =>
  ConcludeRenewalInput.parse({
    procedureId,
    version: await versionOf(procedureId),
    decision: 'reappointment',
    decisionNumber: '210-QĐ/TU',
    decisionDate: '20/11/2026',
    issuer: 'Ban Thường vụ Tỉnh ủy',
    effectiveOn: '01/01/2027',
    ...more,
  });
const now = async (id: string) =>
  (await owned('select term_ends_on, ended_on, version from appointments where id = $1', [id]))[0];

test('a procedure is opened on the holding with its holder, its term and its trace; a second one is not', async () => {
  const { procedureId, appointmentId, cadreId } = await opened();
  const [row] = await owned('select source, holding_id, term_ends_on, policy_asked_on from procedures where id = $1', [
    procedureId,
  ]);
  assert.deepEqual(row, { source: 'incumbent', holding_id: appointmentId, term_ends_on: '2026-12-31', policy_asked_on: null });
  const people = await owned('select cadre_id, present_title from procedure_candidates where procedure_id = $1', [procedureId]);
  assert.deepEqual(people, [{ cadre_id: cadreId, present_title: 'Chánh Văn phòng' }]);
  assert.deepEqual(await actions(procedureId), ['procedure.opened']);
  assert.match(
    (await faults(write(officer, openRenewal, opening(appointmentId))))[0]?.message ?? '',
    /đang có một quy trình chưa kết thúc/,
  );
  assert.equal((await getRenewable(officer, appointmentId))?.openId, procedureId);
});

test('no procedure out of reach, on a title elected anew, without a term, on a changed holding, or without the right', async () => {
  const { appointmentId } = await holding();
  assert.match((await faults(write(stranger, openRenewal, opening(appointmentId))))[0]?.message ?? '', /Không tìm thấy/);
  assert.equal(await getRenewable(stranger, appointmentId), null);
  assert.match((await faults(write(head, openRenewal, opening(appointmentId))))[0]?.message ?? '', /không có quyền/);
  assert.equal((await faults(write(officer, openRenewal, opening(appointmentId, { version: '2' }))))[0]?.stale, true);
  assert.deepEqual(await paths(write(officer, openRenewal, opening(appointmentId, { openedOn: '23/11/2026' }))), ['openedOn']);
  const elected = await holding({ elected: true });
  assert.match((await faults(write(officer, openRenewal, opening(elected.appointmentId))))[0]?.message ?? '', /bầu cử/);
  const endless = await holding({ termEndsOn: null });
  assert.deepEqual(await paths(write(officer, openRenewal, opening(endless.appointmentId))), ['']);
  await withoutScope(async () => assert.ok(!(await write(stranger, openRenewal, opening(appointmentId))).ok));
  assert.deepEqual(await owned('select count(*)::int from procedures where holding_id = $1', [appointmentId]), [{ count: 0 }]);
});

test('its one person stays, and no policy is asked for', async () => {
  const { procedureId, cadreId, candidateId } = await opened();
  const version = await versionOf(procedureId);
  assert.deepEqual(await paths(write(officer, addCandidate, { procedureId, version, cadreId })), ['']);
  assert.deepEqual(await paths(write(officer, removeCandidate, { procedureId, version, candidateId })), ['']);
  const answer = { policyAnsweredOn: '2026-11-04', policyNumber: '8-CV/TU', policyApproved: 'yes' as const };
  assert.deepEqual(await paths(write(officer, recordPolicyAnswer, { procedureId, version, ...answer })), ['']);
});

test('three steps and a decision: the same holding goes on for a whole term, in one transaction', async () => {
  const held = await opened();
  const { procedureId, appointmentId } = held;
  assert.match((await faults(write(head, concludeRenewal, await decision(procedureId))))[0]?.message ?? '', /Chưa xong bước 1/);
  await throughSteps(held);
  const { warnings } = await done(write(head, concludeRenewal, await decision(procedureId)));
  assert.deepEqual(warnings, []);
  assert.deepEqual(await now(appointmentId), { term_ends_on: '2031-12-31', ended_on: null, version: 2 });
  const events = await owned(
    'select kind, term_ends_on, decision_number, warnings, exception_reason from appointment_events where procedure_id = $1',
    [procedureId],
  );
  assert.deepEqual(events, [
    { kind: 'reappointed', term_ends_on: '2031-12-31', decision_number: '210-QĐ/TU', warnings: [], exception_reason: null },
  ]);
  const [row] = await owned('select appointment_id, concluded_on from procedures where id = $1', [procedureId]);
  assert.deepEqual(row, { appointment_id: appointmentId, concluded_on: '2026-11-20' });
  assert.equal((await actions(procedureId)).at(-1), 'procedure.concluded');
  assert.deepEqual(await actions(appointmentId), ['appointment.reappointed']);
  assert.deepEqual(await paths(write(head, concludeRenewal, await decision(procedureId))), ['']);
  await done(write(officer, openRenewal, opening(appointmentId, { version: '2' })));
});

async function takeBack(appointmentId: string) {
  const [event] = await owned(
    `select e.id from appointment_events e where e.appointment_id = $1 and e.kind = 'reappointed'
       and not exists (select from appointment_events r where r.reverses_id = e.id)`,
    [appointmentId],
  );
  const { version } = await now(appointmentId);
  return { appointmentId, version, eventId: event.id, reason: 'Ghi nhầm ngày hết thời hạn' };
}

test('a renewal taken back as wrongly entered is decided again in the same procedure', async () => {
  const held = await opened();
  await throughSteps(held);
  await done(write(head, concludeRenewal, await decision(held.procedureId)));
  await done(write(head, reverseAppointmentEvent, await takeBack(held.appointmentId)));
  assert.equal((await now(held.appointmentId)).term_ends_on, '2026-12-31');
  const reopened = await getProcedure(head, held.procedureId);
  assert.deepEqual([reopened?.concludedOn, reopened?.appointment], [null, null]);
  assert.deepEqual(
    reopened?.takenBack.map(({ event, reason }) => [event, reason]),
    [['reappointed', 'Ghi nhầm ngày hết thời hạn']],
  );
  await done(write(head, concludeRenewal, await decision(held.procedureId, { until: '31/10/2031' })));
  assert.equal((await now(held.appointmentId)).term_ends_on, '2031-10-31');
  const again = await getProcedure(head, held.procedureId);
  assert.deepEqual([again?.appointment?.termEndsOn, again?.takenBack.length], ['2031-10-31', 1]);
});

test('a renewal is not taken back while the next procedure on the holding is under way', async () => {
  const held = await opened();
  await throughSteps(held);
  await done(write(head, concludeRenewal, await decision(held.procedureId)));
  await done(write(officer, openRenewal, opening(held.appointmentId, { version: '2' })));
  const refusal = await faults(write(head, reverseAppointmentEvent, await takeBack(held.appointmentId)));
  assert.match(refusal[0]?.message ?? '', /Hãy dừng quy trình đó trước/);
  assert.equal((await now(held.appointmentId)).term_ends_on, '2031-12-31');
});

const BORN: [born: string, left: number, kind: string, until: string][] = [
  ['1966-11-15', 23, 'extension', '2028-11-30'],
  ['1966-12-15', 24, 'reappointment', '2028-12-31'],
  ['1967-01-15', 25, 'reappointment', '2029-01-31'],
  ['1969-11-15', 59, 'reappointment', '2031-11-30'],
  ['1969-12-15', 60, 'reappointment', '2031-12-31'],
  ['1970-01-15', 61, 'reappointment', '2031-12-31'],
];
for (const [born, left, kind, until] of BORN)
  test(`${left} months left: ${kind} until ${until} without a doubt; the other decision asks for a reason`, async () => {
    const held = await opened({ born });
    await throughSteps(held);
    const other = kind === 'extension' ? 'reappointment' : 'extension';
    const asked = await faults(write(head, concludeRenewal, await decision(held.procedureId, { decision: other })));
    assert.deepEqual(
      asked.map(({ path }) => path),
      ['exceptionReason', ...(other === 'extension' && left > 24 ? asked.slice(1).map(() => 'exceptionReason') : [])],
    );
    assert.match(asked.map(({ message }) => message).join(), new RegExp(`còn ${left} tháng`));
    await done(write(head, concludeRenewal, await decision(held.procedureId, { decision: kind })));
    assert.equal((await now(held.appointmentId)).term_ends_on, until);
  });

test('late notice and a late decision ask for a reason; both stay beside the decision with it', async () => {
  const held = await opened({ termEndsOn: '2026-11-20' });
  await throughSteps(held, '23/08/2026');
  const late = await faults(write(head, concludeRenewal, await decision(held.procedureId, { effectiveOn: '21/11/2026' })));
  assert.deepEqual(
    late.map(({ path }) => path),
    ['exceptionReason', 'exceptionReason'],
  );
  assert.deepEqual((await now(held.appointmentId)).term_ends_on, '2026-11-20', 'nothing is written before there is a reason');
  const reason = { effectiveOn: '21/11/2026', exceptionReason: 'Chờ kết luận kiểm tra' };
  await done(write(head, concludeRenewal, await decision(held.procedureId, reason)));
  const [event] = await owned('select warnings, exception_reason from appointment_events where procedure_id = $1', [
    held.procedureId,
  ]);
  assert.match(event.warnings.join('\n'), /ban hành trước đó ít nhất 1 ngày[\s\S]*báo trước ít nhất 90 ngày/);
  assert.equal(event.exception_reason, 'Chờ kết luận kiểm tra');
  const [trace] = await owned("select detail from audit_log where subject_id = $1 and action = 'procedure.concluded'", [
    held.procedureId,
  ]);
  assert.deepEqual([trace.detail.warnings, trace.detail.exception], [2, true]);
  const [notice] = await owned('select warnings from procedure_steps where procedure_id = $1 and number = 1', [held.procedureId]);
  assert.match(notice.warnings.join(), /sau hạn 22\/08\/2026/);
});

test('a pause of personnel work on the day of the decision asks for a reason', async () => {
  const held = await opened();
  await throughSteps(held);
  const [pause] = await owned(
    `insert into personnel_pauses (id, unit_id, from_on, to_on, reason) values (gen_random_uuid(), $1, '2026-11-20', '2026-11-20', 'Sắp xếp') returning id`,
    [ids.province],
  );
  const asked = await faults(write(head, concludeRenewal, await decision(held.procedureId)));
  assert.match(asked.map(({ message }) => message).join(), /tạm dừng công tác cán bộ/);
  await done(write(head, concludeRenewal, await decision(held.procedureId, { decisionDate: '19/11/2026' })));
  await owned('delete from personnel_pauses where id = $1', [pause.id]);
});

test('exactly half waits for the head; refused by the vote, it is stopped and the holding stays as it was', async () => {
  const held = await opened();
  const { procedureId, candidateId, appointmentId } = held;
  await done(write(officer, recordStep, await step(procedureId, 1, '02/10/2026')));
  await done(write(officer, recordStep, await step(procedureId, 2, '15/10/2026')));
  const eight = { summoned: '8', present: '8', members: '8', issued: '8', collected: '8', valid: '8' };
  const half = await step(procedureId, 3, '28/10/2026', ballot(candidateId, 4, eight));
  await done(write(officer, recordStep, half));
  assert.match((await faults(write(head, concludeRenewal, await decision(procedureId))))[0]?.message ?? '', /Chưa xong bước 3/);
  const again = { againReason: 'Người đứng đầu quyết định', headChoice: candidateId, explanation: 'Một ý kiến khác.' };
  await done(
    write(officer, recordStep, await step(procedureId, 3, '28/10/2026', ballot(candidateId, 4, { ...eight, ...again }))),
  );
  const [last] = await owned('select outcome, warnings from procedure_steps where procedure_id = $1 and sitting = 2', [
    procedureId,
  ]);
  assert.deepEqual(last, { outcome: 'head', warnings: [] });
  const version = await versionOf(procedureId);
  await done(write(officer, stopProcedure, { procedureId, version, stopReason: 'Cá nhân có nguyện vọng thôi giữ' }));
  assert.deepEqual(await now(appointmentId), { term_ends_on: '2026-12-31', ended_on: null, version: 1 });
});

test('whoever opened it does not decide, nor an office out of reach, nor on a form that is no longer of this version', async () => {
  const held = await opened();
  await throughSteps(held);
  const { procedureId } = held;
  const leader = await viewerWith(db, 'committee_leader', ids.dongSon);
  assert.match((await faults(write(leader, concludeRenewal, await decision(procedureId))))[0]?.message ?? '', /Không tìm thấy/);
  assert.match((await faults(write(officer, concludeRenewal, await decision(procedureId))))[0]?.message ?? '', /không có quyền/);
  const old = await decision(procedureId, { version: '1' });
  assert.equal((await faults(write(head, concludeRenewal, old)))[0]?.stale, true);
  await owned('update procedures set opened_by = $2 where id = $1', [procedureId, head.accountId]);
  assert.match(
    (await faults(write(head, concludeRenewal, await decision(procedureId))))[0]?.message ?? '',
    /không tự ghi quyết định/,
  );
});

test('two who decide at the same time: one decision is written', async () => {
  const held = await opened();
  await throughSteps(held);
  const form = await decision(held.procedureId);
  const second = { ...form, decisionNumber: '211-QĐ/TU' };
  const answers = await Promise.all([write(head, concludeRenewal, form), write(head, concludeRenewal, second)]);
  assert.deepEqual(answers.map(({ ok }) => ok).toSorted(), [false, true]);
  const events = await owned("select count(*)::int from appointment_events where appointment_id = $1 and kind = 'reappointed'", [
    held.appointmentId,
  ]);
  assert.deepEqual(events, [{ count: 1 }]);
});

test('a decision made elsewhere meanwhile leaves nothing to decide here, and the other kind of conclusion finds nothing', async () => {
  const held = await opened();
  await throughSteps(held);
  const form = ConcludeProcedureInput.parse({
    ...{ procedureId: held.procedureId, version: await versionOf(held.procedureId), candidateId: held.candidateId },
    ...{ kind: 'appointed', decisionNumber: '9-QĐ/TU', decisionDate: '20/11/2026', fromOn: '01/12/2026' },
  });
  assert.match((await faults(write(head, concludeProcedure, form)))[0]?.message ?? '', /Không tìm thấy/);
  const elsewhere = PersonnelDecisionInput.parse({
    ...{ decision: 'reappointment', appointmentId: held.appointmentId, version: '1', decisionNumber: '126-QĐ/TU' },
    ...{ decisionDate: '19/11/2026', effectiveOn: '01/01/2027' },
  });
  await done(write(head, decidePost, elsewhere));
  assert.match(
    (await faults(write(head, concludeRenewal, await decision(held.procedureId))))[0]?.message ?? '',
    /đã có quyết định khác/,
  );
});
