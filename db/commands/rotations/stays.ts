import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/domain/access/viewer';
import { endingProblems, endingWarnings, extensionProblems, ratingProblems } from '@/domain/rotations/endings';
import { atEnd } from '@/domain/rotations/form-fields';
import type { EndRotation, ExtendStay, RateStay } from '@/domain/rotations/inputs';
import { askReason } from '@/domain/rotations/problems';
import { prepareOn, type Stay } from '@/domain/rotations/stay';
import type { Tx } from '../../client';
import { rulesInForce } from '../../queries/rule-sets';
import { appointments } from '../../schema/appointments';
import { rotationRatings, rotations } from '../../schema/rotations';
import { type AuditEntry, command, type Refused, refused } from '../../write';
import { beginHolding, endHolding } from '../appointments';
import { targetOn } from './facts';
import { entryOf, lockRotation, type Rotation, recordEvent, stamp } from './rows';

type Done = { rotationId: string };

const NOT_BEGUN = 'Lượt luân chuyển này chưa có quyết định. Hãy ghi quyết định luân chuyển trước.';

const stayOf = ({ startedOn, until, endedOn }: Rotation): Stay | null => (startedOn ? { startedOn, until, endedOn } : null);

/** The receiving place's word on one year of the stay; said again, the later one stands. */
export const rateStay = command<RateStay, Done>('rateStay', 'rotation.write', async (tx, viewer, input) => {
  const row = await lockRotation(tx, viewer, input, 'rotation.write');
  if ('problems' in row) return row;
  const stay = stayOf(row);
  if (!stay) return refused('', NOT_BEGUN);
  const problems = ratingProblems(input.year, stay, viewer.today);
  if (problems.length) return { problems };
  const { year, level, note } = input;
  const said = { level, note, enteredBy: viewer.accountId, enteredAt: new Date() };
  await tx
    .insert(rotationRatings)
    .values({ id: uuidv7(), rotationId: row.id, year, ...said })
    .onConflictDoUpdate({ target: [rotationRatings.rotationId, rotationRatings.year], set: said });
  await tx.update(rotations).set(stamp(viewer, row)).where(eq(rotations.id, row.id));
  return { result: { rotationId: row.id }, audit: [entryOf('rotation.rated', row, { year, level })] };
});

/** Lengthens the stay by decision; the reminder moves with its end. */
export const extendStay = command<ExtendStay, Done>('extendStay', 'rotation.approve', async (tx, viewer, input) => {
  const row = await lockRotation(tx, viewer, input, 'rotation.approve');
  if ('problems' in row) return row;
  const stay = stayOf(row);
  if (!stay || !row.dueOn) return refused('', NOT_BEGUN);
  const problems = extensionProblems(input, stay, row.dueOn, viewer.today);
  if (problems.length) return { problems };
  const { until, reason, decisionNumber, decisionDate, issuer, signer } = input;
  const rules = await rulesInForce(tx, viewer, stay.startedOn, row.toUnitId ?? undefined);
  await tx
    .update(rotations)
    .set({ until, dueOn: until, prepareOn: prepareOn({ ...stay, until }, rules), ...stamp(viewer, row) })
    .where(eq(rotations.id, row.id));
  await recordEvent(tx, viewer, row.id, {
    ...{ kind: 'extended', effectiveOn: row.dueOn, note: reason },
    ...{ decisionNumber, decisionDate, issuer, signer },
  });
  return { result: { rotationId: row.id }, audit: [entryOf('rotation.extended', row, { to: until })] };
});

/** Ends the stay by decision with what comes after it: another post (the one held here ends with it), leaving service, or staying on. */
export const endRotation = command<EndRotation, Done>('endRotation', 'rotation.approve', async (tx, viewer, input) => {
  const row = await lockRotation(tx, viewer, input, 'rotation.approve');
  if ('problems' in row) return row;
  const stay = stayOf(row);
  if (!stay) return refused('', NOT_BEGUN);
  const rules = await rulesInForce(tx, viewer, stay.startedOn, row.toUnitId ?? undefined);
  const problems = endingProblems(input, stay, viewer.today);
  if (problems.length) return { problems };
  const warnings = endingWarnings(input, stay, rules);
  const questions = askReason(warnings, input.exceptionReason);
  if (questions.length) return { problems: questions };
  const placed = await place(tx, viewer, row, input);
  if ('problems' in placed) return placed;
  await close(
    tx,
    viewer,
    row,
    input,
    placed.title,
    warnings.map(({ message }) => message),
  );
  const detail = { effectiveOn: input.endedOn, placement: input.placement };
  return { result: { rotationId: row.id }, audit: [entryOf('rotation.ended', row, detail), ...placed.audit] };
});

type Placed = { title: string | null; audit: AuditEntry[] };

/** What the appointments make of it, in the same transaction. */
async function place(tx: Tx, viewer: Viewer, row: Rotation, input: EndRotation): Promise<Placed | Refused> {
  if (input.placement === 'stayed') return { title: row.toTitle, audit: [] };
  const held = await heldHere(tx, row);
  if (input.placement === 'retired') return retire(tx, viewer, row, input, held);
  const target = await targetOn(tx, viewer, input.postId ?? '', input.endedOn);
  if (!target) return refused('postId', 'Không tìm thấy chức danh này. Hãy chọn lại trong danh sách.');
  const begun = await beginHolding(
    tx,
    viewer,
    {
      ...input,
      ...{ cadreId: row.cadreId, postId: target.id, title: null, termEndsOn: null, fromOn: input.endedOn },
      kind: input.placement === 'higher' ? 'appointed' : 'transferred',
      ends: held ? [held.id] : [],
    },
    { rotationId: row.id },
    'returned',
  );
  if ('problems' in begun) return { problems: begun.problems.map(atEnd) };
  return { title: target.title, audit: begun.audit };
}

async function retire(
  tx: Tx,
  viewer: Viewer,
  row: Rotation,
  input: EndRotation,
  held: { id: string; version: number } | undefined,
): Promise<Placed | Refused> {
  if (!held) return { title: null, audit: [] };
  const ended = await endHolding(
    tx,
    viewer,
    { ...input, appointmentId: held.id, version: held.version, endKind: 'retired', effectiveOn: input.endedOn },
    { rotationId: row.id },
  );
  return 'problems' in ended ? { problems: ended.problems.map(atEnd) } : { title: null, audit: ended.audit };
}

/** The holding that the rotation gave, as far as it is still held. */
async function heldHere(tx: Tx, row: Rotation): Promise<{ id: string; version: number } | undefined> {
  if (!row.appointmentId) return undefined;
  const [held] = await tx
    .select({ id: appointments.id, version: appointments.version, endedOn: appointments.endedOn })
    .from(appointments)
    .where(and(eq(appointments.id, row.appointmentId), eq(appointments.reversed, false)));
  return held && held.endedOn === null ? held : undefined;
}

async function close(
  tx: Tx,
  viewer: Viewer,
  row: Rotation,
  input: EndRotation,
  placementTitle: string | null,
  warnings: string[],
): Promise<void> {
  const { endedOn, placement, resultNote, decisionNumber, decisionDate, issuer, signer } = input;
  await tx
    .update(rotations)
    .set({ endedOn, placement, placementTitle, resultNote, ...stamp(viewer, row) })
    .where(eq(rotations.id, row.id));
  await recordEvent(tx, viewer, row.id, {
    ...{ kind: 'ended', effectiveOn: endedOn, note: input.exceptionReason ?? resultNote, warnings },
    ...{ decisionNumber, decisionDate, issuer, signer },
  });
}
