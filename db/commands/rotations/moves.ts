import { eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Permission } from '@/domain/access/offices';
import type { Viewer } from '@/domain/access/viewer';
import type { Problem } from '@/domain/problems';
import { standingEntries } from '@/domain/rotations/entries';
import { atStart } from '@/domain/rotations/form-fields';
import type { ProposeRotation, RecordStep, StartRotation, WithdrawRotation } from '@/domain/rotations/inputs';
import { askReason, moveWarnings, rotationProblems } from '@/domain/rotations/problems';
import { dueOn, prepareOn } from '@/domain/rotations/stay';
import { stepProblems, stepWarnings } from '@/domain/rotations/steps';
import type { RotationEventKind } from '@/domain/rotations/words';
import type { Tx } from '../../client';
import { rulesInForce } from '../../queries/rule-sets';
import { rotations } from '../../schema/rotations';
import { within } from '../../scope';
import { command, notFound, type Refused, refused } from '../../write';
import { beginHolding } from '../appointments';
import { endsOf, type Mover, moveOf, moverOn, type Target, targetOn } from './facts';
import { entriesOf, entryOf, lockRotation, type Rotation, recordEvent, runningPlace, stamp } from './rows';

type Done = { rotationId: string };

const NO_POST: Problem = {
  path: 'cadreId',
  message: 'Người này không giữ chức vụ nào vào ngày đó nên không có nơi đi. Hãy kiểm tra hồ sơ.',
};

/** Puts a name to a post, for a need of an approved plan or outside one. What the rules do not expect asks for a reason. Gives the rotation's id. */
export const proposeRotation = command<ProposeRotation, Done>('proposeRotation', 'rotation.write', async (tx, viewer, input) => {
  const line = input.lineId ? await approvedLine(tx, viewer, input.lineId) : null;
  if (input.lineId && line !== input.postId)
    return refused('', 'Dòng kế hoạch này chưa được phê duyệt hoặc không phải cho chức danh đã chọn. Hãy mở lại kế hoạch.');
  const found = await bothEnds(tx, viewer, 'rotation.write', input, input.startsOn);
  if ('problems' in found) return found;
  const judged = await judge(tx, viewer, found, { ...input, startedOn: input.startsOn }, null);
  if ('problems' in judged) return judged;
  const { basis, plannedFor, expected, until, startsOn, exceptionReason, lineId } = input;
  const row = {
    ...endsOf(found.mover, found.target),
    ...{ id: uuidv7(), cadreId: found.mover.id, managingUnitId: found.mover.managingUnitId, lineId },
    ...{ basis, plannedFor, expected, until, proposedStart: startsOn, reason: exceptionReason },
  };
  await tx.insert(rotations).values({ ...row, proposedBy: viewer.accountId, updatedBy: viewer.accountId });
  await recordEvent(tx, viewer, row.id, {
    kind: 'proposed',
    effectiveOn: viewer.today,
    note: exceptionReason,
    warnings: judged.warnings,
  });
  return { result: { rotationId: row.id }, audit: [entryOf('rotation.proposed', row, { postId: row.toPostId, lineId })] };
});

/** The post of a need whose plan is approved and in reach; null otherwise. */
async function approvedLine(tx: Tx, viewer: Viewer, lineId: string): Promise<string | null> {
  const { rows } = await tx.execute<{ postId: string }>(sql`
    select l.post_id as "postId" from rotation_plan_lines l join rotation_plans p on p.id = l.plan_id
    where l.id = ${lineId} and p.approved_at is not null and ${within(viewer, 'rotation.write', sql`p.unit_id`)}`);
  return rows[0]?.postId ?? null;
}

type Ends = { mover: Mover; target: Target };

type Named = Pick<ProposeRotation, 'cadreId' | 'postId'>;

/** The person, whom the right must reach, and the title, which the viewer may read; refused out of reach and where there is no title to leave. */
async function bothEnds(
  tx: Tx,
  viewer: Viewer,
  permission: Permission,
  { cadreId, postId }: Named,
  day: string,
): Promise<Ends | Refused> {
  const mover = await moverOn(tx, viewer, cadreId, day, permission);
  const target = await targetOn(tx, viewer, postId, day);
  if (!mover || !target) return notFound();
  return mover.holdingId ? { mover, target } : { problems: [NO_POST] };
}

type Asked = Pick<ProposeRotation, 'basis' | 'until' | 'exceptionReason'> & { startedOn: string };

/** By the rules in force on the day of departure: what can never be right, else the warnings, which need a reason. happened: null before the decision. */
async function judge(
  tx: Tx,
  viewer: Viewer,
  { mover, target }: Ends,
  asked: Asked,
  happened: readonly RotationEventKind[] | null,
): Promise<{ warnings: string[] } | Refused> {
  const rules = await rulesInForce(tx, viewer, asked.startedOn, target.unitId);
  const move = moveOf(mover, target, asked, rules);
  const problems = rotationProblems(move, await runningPlace(tx, viewer, mover.id), rules);
  if (problems.length) return { problems };
  const warnings = [...moveWarnings(move, rules), ...(happened ? stepWarnings(happened, rules) : [])];
  const questions = askReason(warnings, asked.exceptionReason);
  return questions.length ? { problems: questions } : { warnings: warnings.map(({ message }) => message) };
}

/** Writes down a step between the names and the decision, or the announcement after it. */
export const recordStep = command<RecordStep, Done>('recordStep', 'rotation.write', async (tx, viewer, input) => {
  const row = await lockRotation(tx, viewer, input, 'rotation.write');
  if ('problems' in row) return row;
  const problems = stepProblems(input, row, standingEntries(await entriesOf(tx, viewer, row.id)), viewer.today);
  if (problems.length) return { problems };
  await recordEvent(tx, viewer, row.id, { kind: input.step, effectiveOn: input.heldOn, note: input.note });
  await tx.update(rotations).set(stamp(viewer, row)).where(eq(rotations.id, row.id));
  return {
    result: { rotationId: row.id },
    audit: [entryOf('rotation.step', row, { step: input.step, effectiveOn: input.heldOn })],
  };
});

const DECIDED = 'Lượt luân chuyển này đã có quyết định hoặc đã rút. Hãy mở lại trang để xem hiện trạng.';

/** Takes a name back before it is decided. */
export const withdrawRotation = command<WithdrawRotation, Done>(
  'withdrawRotation',
  'rotation.write',
  async (tx, viewer, input) => {
    const row = await lockRotation(tx, viewer, input, 'rotation.write');
    if ('problems' in row) return row;
    if (row.startedOn || row.withdrawnAt) return refused('', DECIDED);
    await recordEvent(tx, viewer, row.id, { kind: 'withdrawn', effectiveOn: viewer.today, note: input.reason });
    await tx
      .update(rotations)
      .set({ withdrawnAt: new Date(), ...stamp(viewer, row) })
      .where(eq(rotations.id, row.id));
    return { result: { rotationId: row.id }, audit: [entryOf('rotation.withdrawn', row)] };
  },
);

/** The decision: the stay begins, and the same transaction gives the post and ends the one left (db/commands/appointments). */
export const startRotation = command<StartRotation, Done>('startRotation', 'rotation.approve', async (tx, viewer, input) => {
  const row = await lockRotation(tx, viewer, input, 'rotation.approve');
  if ('problems' in row) return row;
  if (row.startedOn || row.withdrawnAt) return refused('', DECIDED);
  const found = await bothEnds(
    tx,
    viewer,
    'rotation.approve',
    { cadreId: row.cadreId, postId: row.toPostId ?? '' },
    input.startedOn,
  );
  if ('problems' in found) return found;
  const happened = standingEntries(await entriesOf(tx, viewer, row.id)).map(({ kind }) => kind);
  const judged = await judge(tx, viewer, found, { ...input, basis: row.basis }, happened);
  if ('problems' in judged) return judged;
  const held = await beginHolding(
    tx,
    viewer,
    {
      ...input,
      cadreId: row.cadreId,
      postId: found.target.id,
      kind: 'rotated',
      title: null,
      fromOn: input.startedOn,
      termEndsOn: null,
      ends: found.mover.holdingId ? [found.mover.holdingId] : [],
      reason: input.reason ?? input.exceptionReason,
    },
    { rotationId: row.id },
    'rotated',
  );
  if ('problems' in held) return { problems: held.problems.map(atStart) };
  await begin(tx, viewer, row, found, input, held.appointmentId, judged.warnings);
  return {
    result: { rotationId: row.id },
    audit: [entryOf('rotation.begun', row, { effectiveOn: input.startedOn }), ...held.audit],
  };
});

async function begin(
  tx: Tx,
  viewer: Viewer,
  row: Rotation,
  { mover, target }: Ends,
  input: StartRotation,
  appointmentId: string,
  warnings: string[],
): Promise<void> {
  const { decisionNumber, decisionDate, issuer, signer, startedOn, until } = input;
  const decision = { decisionNumber, decisionDate, issuer, signer };
  const rules = await rulesInForce(tx, viewer, startedOn, target.unitId);
  const stay = { startedOn, until, endedOn: null };
  await tx
    .update(rotations)
    .set({
      ...endsOf(mover, target),
      ...decision,
      ...{ startedOn, until, dueOn: dueOn(stay, rules), prepareOn: prepareOn(stay, rules), appointmentId },
      reason: input.exceptionReason ?? row.reason,
      ...stamp(viewer, row),
    })
    .where(eq(rotations.id, row.id));
  await recordEvent(tx, viewer, row.id, {
    kind: 'begun',
    effectiveOn: startedOn,
    ...decision,
    note: input.exceptionReason ?? input.reason,
    warnings,
  });
}
