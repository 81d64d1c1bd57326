import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { ConcludeProcedureInput } from '@/domain/procedures/inputs';
import { read } from '../../client';
import { listProcedures } from '../../queries/procedures/list';
import { getProcedure } from '../../queries/procedures/procedure';
import { viewerWith } from '../../testing';
import { addCadre, addHolding, addPost } from '../../testing-cadres';
import { done, faults, paths, procedureWorld, REASON } from '../../testing-procedures';
import { write } from '../../write';
import { beginAppointment, reverseAppointmentEvent } from '../appointments';
import { concludeProcedure } from './conclude';
import { stopProcedure } from './open';

const { db, ids, officer, head, owned, plantPost, versionOf, actions, opened, throughSteps } = await procedureWorld();
after(() => db.drop());

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
