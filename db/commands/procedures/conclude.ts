import { and, eq } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { termEnd } from '@/domain/cadres/terms';
import { EFFECTS } from '@/domain/procedures/decision-kinds';
import { decisionProblems } from '@/domain/procedures/decision-problems';
import type { ConcludeProcedure, PersonnelDecision } from '@/domain/procedures/inputs';
import type { Rules } from '@/domain/rule-sets';
import type { Tx } from '../../client';
import { rulesInForce } from '../../queries/rule-sets';
import { appointments } from '../../schema/appointments';
import { within } from '../../scope';
import { type AuditEntry, command, notFound, type Refused, refused, stale } from '../../write';
import { beginHolding, endHolding, extendHolding } from '../appointments';
import { courseOf, entry, lockProcedure, touch } from './lock';

/**
 * Ends a procedure by the decision: gives the title to whom the last step brought forward, ends what the decision ends, and so opens that seat,
 * all in the same transaction. Who opened the procedure does not conclude it.
 */
export const concludeProcedure = command<ConcludeProcedure, { procedureId: string; appointmentId: string }>(
  'concludeProcedure',
  'appointment.decide',
  async (tx, viewer, { candidateId, procedureId, version, ...decision }) => {
    const row = await lockProcedure(tx, viewer, { procedureId, version }, 'appointment.decide');
    if ('problems' in row) return row;
    if (row.openedBy === viewer.accountId)
      return refused('', 'Người mở quy trình không tự ghi quyết định. Hãy để người có thẩm quyền khác ghi.');
    const { candidates, progress } = await courseOf(tx, viewer, row);
    if (progress.next) return refused('', `Chưa xong bước ${progress.next.number}: ${progress.next.name}.`);
    const candidate = candidates.find(({ id }) => id === candidateId && progress.candidates.includes(id));
    if (!candidate) return refused('candidateId', 'Người này không phải nhân sự được giới thiệu ở bước cuối.');
    const rules = await rulesInForce(tx, viewer, decision.decisionDate, row.unitId);
    const { errors } = decisionProblems(
      {
        kind: 'appointment',
        number: decision.decisionNumber,
        decidedOn: decision.decisionDate,
        effectiveOn: decision.fromOn,
        until: decision.termEndsOn,
      },
      { today: viewer.today, startedOn: null, termEndsOn: null, rules },
    );
    if (errors.length) return { problems: errors.map(asConcluded) };
    const begun = await beginHolding(
      tx,
      viewer,
      { ...decision, title: null, postId: row.postId, cadreId: candidate.cadreId },
      { procedureId },
    );
    if ('problems' in begun) return begun;
    await touch(tx, viewer, row, {
      appointmentId: begun.appointmentId,
      concludedOn: decision.decisionDate,
      concludedBy: viewer.accountId,
    });
    return {
      result: { procedureId: row.id, appointmentId: begun.appointmentId },
      audit: [entry('concluded', row, { cadreId: candidate.cadreId, effectiveOn: decision.fromOn }), ...begun.audit],
    };
  },
);

/** The form of a conclusion calls the days as the ledger of appointments does. */
const FIELDS: Record<string, string> = { effectiveOn: 'fromOn', until: 'termEndsOn' };
const asConcluded = (problem: { path: string; message: string }) => ({ ...problem, path: FIELDS[problem.path] ?? problem.path });

type Decided = { cadreId: string; appointmentId: string; warnings: string[] };
type Holding = typeof appointments.$inferSelect;

/** Any other decision on a holding: a new term, another post, a secondment, or its end. What the rules doubt comes back as warnings. */
export const decidePost = command<PersonnelDecision, Decided>('decidePost', 'appointment.decide', async (tx, viewer, input) => {
  const [held] = await tx
    .select()
    .from(appointments)
    .where(and(eq(appointments.id, input.appointmentId), within(viewer, 'appointment.decide', appointments.managingUnitId)));
  if (!held) return notFound();
  if (held.version !== input.version) return stale(tx, null, null);
  const rules = await rulesInForce(tx, viewer, input.decisionDate, held.unitId);
  const { errors, warnings } = decisionProblems(
    {
      kind: input.decision,
      number: input.decisionNumber,
      decidedOn: input.decisionDate,
      effectiveOn: input.effectiveOn,
      until: input.until,
    },
    { today: viewer.today, startedOn: held.fromOn, termEndsOn: held.termEndsOn, rules },
  );
  if (EFFECTS[input.decision].post === 'other' && !input.postId)
    errors.push({ path: 'postId', message: 'Hãy chọn chức danh mới.' });
  if (errors.length) return { problems: errors };
  const done = await carryOut(tx, viewer, held, { ...input, until: input.until ?? lastDay(input, rules) });
  if ('problems' in done) return { problems: done.problems.map(asDecided) };
  return {
    result: { cadreId: held.cadreId, appointmentId: done.appointmentId, warnings: warnings.map(({ message }) => message) },
    audit: done.audit,
  };
});

/** The ledger calls the days otherwise than the form. */
const OF_LEDGER: Record<string, string> = { fromOn: 'effectiveOn', termEndsOn: 'until' };
const asDecided = (problem: { path: string; message: string }) => ({
  ...problem,
  path: OF_LEDGER[problem.path] ?? problem.path,
});

/** A reappointment without a day of its own lasts a whole term. */
const lastDay = ({ decision, effectiveOn }: PersonnelDecision, rules: Rules) =>
  decision === 'reappointment' ? termEnd(effectiveOn, rules) : null;

type Carried = { appointmentId: string; audit: [AuditEntry, ...AuditEntry[]] } | Refused;

async function carryOut(tx: Tx, viewer: Viewer, held: Holding, input: PersonnelDecision): Promise<Carried> {
  const { begins, ends, event } = EFFECTS[input.decision];
  const { appointmentId, version, effectiveOn, until } = input;
  if (event === 'ended')
    return endHolding(tx, viewer, { ...input, appointmentId, version, endKind: ends ?? 'moved', effectiveOn });
  if (event !== 'begun')
    return extendHolding(tx, viewer, {
      ...input,
      appointmentId,
      version,
      kind: event,
      effectiveOn,
      termEndsOn: until ?? effectiveOn,
    });
  return beginHolding(tx, viewer, {
    ...input,
    cadreId: held.cadreId,
    postId: input.postId ?? '',
    kind: begins ?? 'appointed',
    title: null,
    fromOn: effectiveOn,
    termEndsOn: until,
    concurrent: ends ? undefined : 'yes',
    ends: ends ? [held.id] : [],
  });
}
