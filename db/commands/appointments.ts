import { and, desc, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Permission } from '@/domain/access/offices';
import type { Viewer } from '@/domain/access/viewer';
import type { BeginAppointment, EndAppointment, ExtendAppointment, ReverseAppointment } from '@/domain/appointments/inputs';
import type { AppointmentEventKind, EndKind } from '@/domain/appointments/kinds';
import { type AppointmentEvent, holdingOf } from '@/domain/appointments/ledger';
import { beginProblems, changeProblems, freeSeat, takeBackProblems } from '@/domain/appointments/problems';
import { termEnd } from '@/domain/cadres/terms';
import { formatDate } from '@/domain/calendar';
import type { Tx } from '../client';
import { queueOnPost } from '../post-queue';
import { rulesInForce } from '../queries/rule-sets';
import { appointmentEvents, appointments } from '../schema/appointments';
import { cadres, postSeats, posts, titleFacts } from '../schema/cadres';
import { within } from '../scope';
import { type AuditEntry, command, notFound, type Refused, refused, stale } from '../write';
import { reopenProcedure } from './procedures/reopen';
import { weighBeginning, weighPost } from './procedures/weigh';

type Appointment = typeof appointments.$inferSelect;
type Decision = Pick<BeginAppointment, 'decisionNumber' | 'decisionDate' | 'issuer' | 'signer' | 'reason'>;
/** What a decision came out of, where it did: a procedure, a rotation. */
export type Origin = { procedureId?: string; rotationId?: string };
/** What the rules doubted in a decision, and why it was taken all the same. */
export type Doubted = { warnings?: readonly string[]; exceptionReason?: string | null };
/** How many doubts, and whether a reason was given: what the audit row says of them. */
const doubtDetail = ({ warnings, exceptionReason }: Doubted): AuditEntry['detail'] =>
  warnings?.length ? { warnings: warnings.length, exception: Boolean(exceptionReason) } : {};
type Done = { appointmentId: string; cadreId: string; audit: [AuditEntry, ...AuditEntry[]] };

const entry = (
  action: string,
  row: Pick<Appointment, 'id' | 'managingUnitId' | 'postId' | 'cadreId'>,
  more: AuditEntry['detail'] = {},
): AuditEntry => ({
  action,
  subjectType: 'appointment',
  subjectId: row.id,
  unitId: row.managingUnitId,
  detail: { postId: row.postId, cadreId: row.cadreId, ...more },
});

async function record(
  tx: Tx,
  viewer: Viewer,
  appointmentId: string,
  event: { kind: AppointmentEventKind; effectiveOn: string; termEndsOn?: string | null; endKind?: EndKind; reversesId?: string },
  { decisionNumber, decisionDate, issuer, signer, reason }: Partial<Decision>,
  origin: Origin & Doubted = {},
): Promise<void> {
  await tx.insert(appointmentEvents).values({
    id: uuidv7(),
    appointmentId,
    ...event,
    decisionNumber,
    decisionDate,
    issuer,
    signer,
    reason,
    ...origin,
    enteredBy: viewer.accountId,
  });
}

/** The holding in reach, locked, in the version that the form was opened with. */
async function lockHolding(
  tx: Tx,
  viewer: Viewer,
  { appointmentId, version }: { appointmentId: string; version: number },
  permission: Permission = 'appointment.decide',
): Promise<Appointment | Refused> {
  const [row] = await tx
    .select()
    .from(appointments)
    .where(and(eq(appointments.id, appointmentId), within(viewer, permission, appointments.managingUnitId)))
    .for('update');
  if (!row) return notFound();
  if (row.version === version) return row;
  const [last] = await tx
    .select({ by: appointmentEvents.enteredBy, at: appointmentEvents.enteredAt })
    .from(appointmentEvents)
    .where(eq(appointmentEvents.appointmentId, row.id))
    .orderBy(desc(appointmentEvents.enteredAt))
    .limit(1);
  return stale(tx, last?.by ?? null, last?.at ?? null);
}

/** The title in the reach of whoever decides on it: two decisions on one title stand in a queue (a row lock would ask for the right to change the catalogue). */
async function lockPost(tx: Tx, viewer: Viewer, postId: string) {
  await queueOnPost(tx, postId);
  const [post] = await tx
    .select()
    .from(posts)
    .where(and(eq(posts.id, postId), within(viewer, 'appointment.decide', posts.managingUnitId)));
  if (!post) return null;
  const seats = await tx
    .select({ seat: postSeats.seat, since: postSeats.heldSince, until: postSeats.freeFrom, holder: postSeats.appointmentId })
    .from(postSeats)
    .where(eq(postSeats.postId, post.id));
  return {
    post,
    seats: seats.map(({ seat, since, until, holder }) => ({ seat, since: holder ? since : null, until: holder ? until : null })),
  };
}

const heldBy = (tx: Tx, cadreId: string) =>
  tx
    .select({
      id: appointments.id,
      title: appointments.title,
      fromOn: appointments.fromOn,
      termEndsOn: appointments.termEndsOn,
      endedOn: appointments.endedOn,
      endKind: appointments.endKind,
      reversed: appointments.reversed,
      concurrent: appointments.concurrent,
      version: appointments.version,
      body: titleFacts.body,
    })
    .from(appointments)
    .innerJoin(titleFacts, eq(titleFacts.id, appointments.postId))
    .where(eq(appointments.cadreId, cadreId));

/**
 * Gives a title by decision, inside the transaction of the caller: the first free seat, the term of the rule in force where none is given, and the
 * end of what the decision ends. For commands that come to it by a procedure or a rotation.
 */
export async function beginHolding(
  tx: Tx,
  viewer: Viewer,
  input: Omit<BeginAppointment, 'exceptionReason'>,
  { warnings, exceptionReason, ...origin }: Origin & Doubted = {},
  endKind: EndKind = 'moved',
): Promise<Done | Refused> {
  const found = await lockPost(tx, viewer, input.postId);
  const [cadre] = await tx
    .select()
    .from(cadres)
    .where(and(eq(cadres.id, input.cadreId), within(viewer, 'appointment.decide', cadres.managingUnitId)))
    .for('update');
  if (!found || !cadre) return notFound();
  const { post, seats } = found;
  const held = await heldBy(tx, cadre.id);
  const rules = await rulesInForce(tx, viewer, input.fromOn, post.unitId);
  const termEndsOn = input.termEndsOn ?? (post.body || post.elected ? null : termEnd(input.fromOn, rules));
  const problems = beginProblems({ ...input, termEndsOn }, { today: viewer.today, serving: cadre.serving, post, seats, held });
  if (problems.length) return { problems };
  const audit: AuditEntry[] = [];
  for (const former of held.filter(({ id }) => input.ends.includes(id))) {
    const ended = await endHolding(
      tx,
      viewer,
      { ...input, appointmentId: former.id, version: former.version, endKind, effectiveOn: input.fromOn },
      origin,
    );
    if ('problems' in ended) return ended;
    audit.push(...ended.audit);
  }
  const row = {
    id: uuidv7(),
    cadreId: cadre.id,
    managingUnitId: audit.length ? await managedNow(tx, cadre) : cadre.managingUnitId,
    postId: post.id,
    seat: freeSeat(seats, input.fromOn) ?? 1,
    unitId: post.unitId,
    title: input.title ?? post.title,
    kind: input.kind,
    concurrent: input.concurrent === 'yes',
    fromOn: input.fromOn,
    termEndsOn,
  };
  await tx.insert(appointments).values(row);
  const begun = { ...origin, warnings, exceptionReason };
  await record(tx, viewer, row.id, { kind: 'begun', effectiveOn: input.fromOn, termEndsOn }, input, begun);
  return {
    appointmentId: row.id,
    cadreId: row.cadreId,
    audit: [entry('appointment.begun', row, { kind: input.kind, effectiveOn: input.fromOn, ...doubtDetail(begun) }), ...audit],
  };
}

/** Who manages the person once a title has ended may be another committee: the database says it. */
async function managedNow(tx: Tx, cadre: typeof cadres.$inferSelect): Promise<string> {
  const [now] = await tx.select({ managingUnitId: cadres.managingUnitId }).from(cadres).where(eq(cadres.id, cadre.id));
  return now?.managingUnitId ?? cadre.managingUnitId;
}

/** Ends a holding by decision, inside the transaction of the caller. */
export async function endHolding(
  tx: Tx,
  viewer: Viewer,
  input: EndAppointment,
  origin: Origin & Doubted = {},
): Promise<Done | Refused> {
  const row = await lockHolding(tx, viewer, input);
  if ('problems' in row) return row;
  const problems = changeProblems(input, row, viewer.today);
  if (problems.length) return { problems };
  await record(tx, viewer, row.id, { kind: 'ended', endKind: input.endKind, effectiveOn: input.effectiveOn }, input, origin);
  await tx
    .update(appointments)
    .set({ endedOn: input.effectiveOn, endKind: input.endKind, version: row.version + 1 })
    .where(eq(appointments.id, row.id));
  return {
    appointmentId: row.id,
    cadreId: row.cadreId,
    audit: [entry('appointment.ended', row, { kind: input.endKind, effectiveOn: input.effectiveOn, ...doubtDetail(origin) })],
  };
}

/** Lengthens a holding by decision (reappointment, extension), inside the transaction of the caller. */
export async function extendHolding(
  tx: Tx,
  viewer: Viewer,
  input: Omit<ExtendAppointment, 'noticedOn' | 'exceptionReason'>,
  origin: Origin & Doubted = {},
): Promise<Done | Refused> {
  const row = await lockHolding(tx, viewer, input);
  if ('problems' in row) return row;
  const problems = changeProblems(input, row, viewer.today);
  if (problems.length) return { problems };
  const { kind, effectiveOn, termEndsOn } = input;
  await record(tx, viewer, row.id, { kind, effectiveOn, termEndsOn }, input, origin);
  await tx
    .update(appointments)
    .set({ termEndsOn, version: row.version + 1 })
    .where(eq(appointments.id, row.id));
  return {
    appointmentId: row.id,
    cadreId: row.cadreId,
    audit: [entry(`appointment.${kind}`, row, { effectiveOn, termEndsOn, ...doubtDetail(origin) })],
  };
}

type Answer = { appointmentId: string; cadreId: string };
const answered = (done: Done | Refused) =>
  'problems' in done ? done : { result: { appointmentId: done.appointmentId, cadreId: done.cadreId }, audit: done.audit };

/** Gives a title by decision; what the rules doubt asks for a reason and stays beside it. Gives the id of the holding. */
export const beginAppointment = command<BeginAppointment, Answer>(
  'beginAppointment',
  'appointment.decide',
  async (tx, viewer, { exceptionReason, ...input }) => {
    const [post] = await tx
      .select({ unitId: posts.unitId })
      .from(posts)
      .where(and(eq(posts.id, input.postId), within(viewer, 'appointment.decide', posts.managingUnitId)));
    if (!post) return notFound();
    const around = { unitId: post.unitId, ageOn: input.decisionDate };
    const weighed = await weighBeginning(tx, viewer, { ...input, exceptionReason }, around);
    if ('problems' in weighed) return weighed;
    return answered(await beginHolding(tx, viewer, input, { warnings: weighed.warnings, exceptionReason }));
  },
);

/** Reappointment, or extension to the day of retirement. */
export const extendAppointment = command<ExtendAppointment, Answer>(
  'extendAppointment',
  'appointment.decide',
  async (tx, viewer, { exceptionReason, noticedOn, ...input }) => {
    const row = await lockHolding(tx, viewer, input);
    if ('problems' in row) return row;
    const faults = changeProblems(input, row, viewer.today);
    if (faults.length) return { problems: faults };
    const decision = input.kind === 'extended' ? ('extension' as const) : ('reappointment' as const);
    const asked = { ...input, decision, until: input.termEndsOn, noticedOn, postId: null, exceptionReason };
    const weighed = await weighPost(tx, viewer, row, asked);
    if ('problems' in weighed)
      return { problems: weighed.problems.map((one) => (one.path === 'until' ? { ...one, path: 'termEndsOn' } : one)) };
    return answered(await extendHolding(tx, viewer, input, { warnings: weighed.warnings, exceptionReason }));
  },
);

/** Ends a holding: resignation, removal, dismissal, retirement …; the seat stands empty from that day. */
export const endAppointment = command<EndAppointment, Answer>('endAppointment', 'appointment.decide', async (tx, viewer, input) =>
  answered(await endHolding(tx, viewer, input)),
);

/**
 * Takes the last entry of a holding back by a reversing entry with its reason, inside the transaction of the caller. A procedure that ended by
 * that entry waits for its decision again.
 */
export async function reverseEntry(
  tx: Tx,
  viewer: Viewer,
  input: ReverseAppointment,
  origin: Origin = {},
): Promise<Done | Refused> {
  const row = await lockHolding(tx, viewer, input);
  if ('problems' in row) return row;
  const events = await eventsOf(tx, row.id);
  const problems = takeBackProblems(input.eventId, events);
  if (problems.length) return { problems };
  const reversal = { kind: 'reversal' as const, effectiveOn: viewer.today, reversesId: input.eventId };
  const now = holdingOf([...events, { ...reversal, id: uuidv7(), endKind: null, termEndsOn: null, enteredAt: new Date() }]);
  if (!now) throw new Error(`a holding without a beginning: ${row.id}`);
  const why = now.reversed || now.endedOn ? null : await seatGone(tx, row);
  if (why) return refused('', why);
  const reopened = await reopenProcedure(tx, viewer, input.eventId);
  if ('problems' in reopened) return reopened;
  await record(tx, viewer, row.id, reversal, { reason: input.reason }, origin);
  await tx
    .update(appointments)
    .set({ ...now, version: row.version + 1 })
    .where(eq(appointments.id, row.id));
  return {
    appointmentId: row.id,
    cadreId: row.cadreId,
    audit: [entry('appointment.reversed', row, { eventId: input.eventId }), ...reopened.audit],
  };
}

/** Takes the last entry of a holding back; the entry stays in the book, struck through. */
export const reverseAppointmentEvent = command<ReverseAppointment, Answer>(
  'reverseAppointmentEvent',
  'appointment.decide',
  async (tx, viewer, input) => {
    const done = await reverseEntry(tx, viewer, input);
    if ('problems' in done || !(await fromRotation(tx, input.eventId))) return answered(done);
    return refused('', 'Bút toán này do quyết định luân chuyển ghi. Hãy mở lượt luân chuyển đó và hủy quyết định ở đó.');
  },
);

const fromRotation = async (tx: Tx, eventId: string): Promise<boolean> => {
  const [event] = await tx
    .select({ rotationId: appointmentEvents.rotationId })
    .from(appointmentEvents)
    .where(eq(appointmentEvents.id, eventId));
  return Boolean(event?.rotationId);
};

/** Why the seat of this holding cannot be held again: the title ends, or has fewer seats. null: it can. */
async function seatGone(tx: Tx, { postId, seat }: Appointment): Promise<string | null> {
  await queueOnPost(tx, postId);
  const [post] = await tx.select({ seats: posts.seats, validTo: posts.validTo }).from(posts).where(eq(posts.id, postId));
  if (post?.validTo)
    return `Đã ghi chức danh này kết thúc sau ngày ${formatDate(post.validTo)}, nên không hủy được bút toán thôi giữ.`;
  if (post && post.seats < seat)
    return `Chức danh này nay chỉ còn ${post.seats} vị trí. Hãy ghi tăng số lượng trước khi hủy bút toán thôi giữ.`;
  return null;
}

const eventsOf = (tx: Tx, appointmentId: string): Promise<AppointmentEvent[]> =>
  tx
    .select({
      id: appointmentEvents.id,
      kind: appointmentEvents.kind,
      endKind: appointmentEvents.endKind,
      effectiveOn: appointmentEvents.effectiveOn,
      termEndsOn: appointmentEvents.termEndsOn,
      reversesId: appointmentEvents.reversesId,
      enteredAt: appointmentEvents.enteredAt,
    })
    .from(appointmentEvents)
    .where(eq(appointmentEvents.appointmentId, appointmentId));
