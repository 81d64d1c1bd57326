import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PersonnelDecisionInput } from '@/domain/procedures/inputs';
import { viewerWith } from '../../testing';
import { done, faults, paths, procedureWorld, REASON } from '../../testing-procedures';
import { write } from '../../write';
import { beginAppointment } from '../appointments';
import { decidePost } from './conclude';

const { db, ids, officer, head, owned, plantPost, plant } = await procedureWorld();
after(() => db.drop());

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
