import { eq, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { type Decision, lastDecision, type RotationEntry, standingEntries } from '@/domain/rotations/entries';
import type { TakeBack } from '@/domain/rotations/inputs';
import { dueOn, prepareOn } from '@/domain/rotations/stay';
import { type Since, type Touched, takeBackProblems } from '@/domain/rotations/taking-back';
import type { Tx } from '../../client';
import { rulesInForce } from '../../queries/rule-sets';
import { rotations } from '../../schema/rotations';
import { within } from '../../scope';
import { type AuditEntry, command, type Refused, refused } from '../../write';
import { reverseEntry } from '../appointments';
import { entriesOf, entryOf, lockRotation, type Rotation, recordEvent, stamp } from './rows';

type Done = { rotationId: string };
/** An entry in the ledger of appointments that the decision wrote. */
type Written = Touched & { eventId: string; appointmentId: string; version: number };

/** Takes the last decision on a rotation back with its reason: what it wrote on titles is reversed with it, and the rotation stands as it did before. */
export const takeBackDecision = command<TakeBack, Done>('takeBackDecision', 'rotation.approve', async (tx, viewer, input) => {
  const row = await lockRotation(tx, viewer, input, 'rotation.approve');
  if ('problems' in row) return row;
  if (row.recorded) return refused('', 'Lượt này được ghi từ hồ sơ. Hãy hủy cả lượt đã ghi.');
  const entries = await entriesOf(tx, viewer, row.id);
  const decision = lastDecision(entries);
  const written = decision ? await writtenWith(tx, viewer, row, decision) : [];
  const problems = takeBackProblems(input.entry, entries, { touched: written, ...(await sinceThen(tx, viewer, row)) });
  if (!decision || problems.length) return { problems };
  const reversed = await reverseWritten(tx, viewer, row, written, input.reason);
  if ('problems' in reversed) return reversed;
  for (const { id } of withIt(entries, decision)) await recordEvent(tx, viewer, row.id, reversal(viewer, id, input.reason));
  await tx
    .update(rotations)
    .set({ ...(await before(tx, viewer, row, decision)), ...stamp(viewer, row) })
    .where(eq(rotations.id, row.id));
  const detail = { step: decision.kind, effectiveOn: decision.effectiveOn };
  return { result: { rotationId: row.id }, audit: [entryOf('rotation.reversed', row, detail), ...reversed.audit] };
});

export const reversal = (viewer: Viewer, reversesId: string, note: string) => ({
  kind: 'reversal' as const,
  effectiveOn: viewer.today,
  reversesId,
  note,
});

/** The decision, and what was only its announcement. */
const withIt = (entries: readonly RotationEntry[], decision: RotationEntry): RotationEntry[] => [
  ...(decision.kind === 'begun' ? standingEntries(entries).filter(({ kind }) => kind === 'announced') : []),
  decision,
];

/** Entries on titles made in the transaction of the decision (by its moment), those that give a title first. */
async function writtenWith(tx: Tx, viewer: Viewer, row: Rotation, { id }: RotationEntry): Promise<Written[]> {
  const { rows } = await tx.execute<Written>(sql`
    select e.id as "eventId", e.kind, a.id as "appointmentId", a.version, a.title, p.valid_to as "closedOn",
      (select l.effective_on from appointment_events l where l.appointment_id = a.id and l.kind <> 'reversal' and l.entered_at > e.entered_at
        and not exists (select from appointment_events b where b.reverses_id = l.id) order by l.entered_at desc limit 1) as "laterOn",
      (select min(x.from_on) from appointments x where e.kind = 'ended' and x.post_id = a.post_id and x.seat = a.seat and x.id <> a.id
        and not x.reversed and x.from_on >= a.from_on) as "takenFrom"
    from appointment_events e join appointments a on a.id = e.appointment_id join posts p on p.id = a.post_id
    where e.rotation_id = ${row.id} and e.entered_at = (select m.entered_at from rotation_events m where m.id = ${id})
      and e.kind <> 'reversal' and not exists (select from appointment_events b where b.reverses_id = e.id)
      and ${within(viewer, 'appointment.decide', sql`a.managing_unit_id`)}
    order by e.kind`);
  return rows;
}

async function sinceThen(tx: Tx, viewer: Viewer, row: Rotation): Promise<Omit<Since, 'touched'>> {
  const { rows } = await tx.execute<Omit<Since, 'touched'>>(sql`
    select c.serving, (select min(r.started_on) from rotations r where r.cadre_id = c.id and r.started_on > ${row.startedOn}::date) as "nextStart"
    from cadres c where c.id = ${row.cadreId} and ${within(viewer, 'rotation.approve', sql`c.managing_unit_id`)}`);
  return rows[0] ?? { serving: false, nextStart: null };
}

async function reverseWritten(
  tx: Tx,
  viewer: Viewer,
  row: Rotation,
  written: readonly Written[],
  reason: string,
): Promise<{ audit: AuditEntry[] } | Refused> {
  const audit: AuditEntry[] = [];
  for (const { appointmentId, eventId, version } of written) {
    const done = await reverseEntry(tx, viewer, { appointmentId, eventId, version, reason }, { rotationId: row.id });
    if ('problems' in done) return done;
    audit.push(...done.audit);
  }
  return { audit };
}

/** As before the decision. */
export const UNDECIDED = {
  ...{ startedOn: null, prepareOn: null, dueOn: null, appointmentId: null },
  ...{ decisionNumber: null, decisionDate: null, issuer: null, signer: null },
};
/** As before the end. */
export const RUNNING = { endedOn: null, placement: null, placementTitle: null, resultNote: null };

/** The rotation as it stood before the decision; an extension took effect on the day that the stay was due before it. */
async function before(
  tx: Tx,
  viewer: Viewer,
  { startedOn, toUnitId }: Rotation,
  { kind, effectiveOn }: RotationEntry & { kind: Decision },
): Promise<Partial<Rotation>> {
  if (kind === 'begun') return UNDECIDED;
  if (kind === 'ended' || !startedOn) return RUNNING;
  const rules = await rulesInForce(tx, viewer, startedOn, toUnitId ?? undefined);
  const least = { startedOn, until: null, endedOn: null };
  const until = effectiveOn === dueOn(least, rules) ? null : effectiveOn;
  return { until, dueOn: effectiveOn, prepareOn: prepareOn({ ...least, until }, rules) };
}
