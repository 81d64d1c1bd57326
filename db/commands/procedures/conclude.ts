import type { Viewer } from '@/domain/access/viewer';
import { EFFECTS } from '@/domain/procedures/decision-kinds';
import type { ConcludeProcedure, PersonnelDecision } from '@/domain/procedures/inputs';
import type { Tx } from '../../client';
import { rulesInForce } from '../../queries/rule-sets';
import { type AuditEntry, command, notFound, type Refused, refused, stale } from '../../write';
import { beginHolding, endHolding, extendHolding } from '../appointments';
import { type HoldingRow, heldForDecision, paperDoubts } from './held';
import { type Candidate, courseOf, entry, lockProcedure, type Procedure, touch } from './lock';
import { weighBeginning, weighPost } from './weigh';

/**
 * Ends a procedure by the decision: gives the title to whom the last step brought forward, ends what the decision ends, and so opens that seat,
 * all in the same transaction. Who opened the procedure does not conclude it.
 */
export const concludeProcedure = command<ConcludeProcedure, { procedureId: string; appointmentId: string }>(
  'concludeProcedure',
  'appointment.decide',
  async (tx, viewer, { candidateId, procedureId, version, exceptionReason, ...decision }) => {
    const row = await lockProcedure(tx, viewer, { procedureId, version }, 'appointment.decide');
    if ('problems' in row) return row;
    if (row.holdingId) return notFound();
    if (row.openedBy === viewer.accountId)
      return refused('', 'Người mở quy trình không tự ghi quyết định. Hãy để người có thẩm quyền khác ghi.');
    const { candidates, progress } = await courseOf(tx, viewer, row);
    if (progress.next) return refused('', `Chưa xong bước ${progress.next.number}: ${progress.next.name}.`);
    const candidate = candidates.find(({ id }) => id === candidateId && progress.candidates.includes(id));
    if (!candidate) return refused('candidateId', 'Người này không phải nhân sự được giới thiệu ở bước cuối.');
    const weighed = await weighConclusion(tx, viewer, row, candidate, { ...decision, exceptionReason });
    if ('problems' in weighed) return weighed;
    const { warnings } = weighed;
    const begun = await beginHolding(
      tx,
      viewer,
      { ...decision, title: null, postId: row.postId, cadreId: candidate.cadreId },
      { procedureId, warnings, exceptionReason },
    );
    if ('problems' in begun) return begun;
    const { appointmentId } = begun;
    await touch(tx, viewer, row, { appointmentId, concludedOn: decision.decisionDate, concludedBy: viewer.accountId });
    const doubted = { warnings: warnings.length, exception: exceptionReason !== null };
    const concluded = entry('concluded', row, { cadreId: candidate.cadreId, effectiveOn: decision.fromOn, ...doubted });
    return { result: { procedureId: row.id, appointmentId }, audit: [concluded, ...begun.audit] };
  },
);

type Conclusion = Omit<ConcludeProcedure, 'candidateId' | 'procedureId' | 'version'>;

/** As any decision that gives a title, on the age and the file as they stood when the competent body received it. */
async function weighConclusion(tx: Tx, viewer: Viewer, row: Procedure, { id, cadreId }: Candidate, input: Conclusion) {
  const { postId, unitId, dossierOn } = row;
  const ageOn = dossierOn ?? input.decisionDate;
  const rules = await rulesInForce(tx, viewer, input.decisionDate, unitId);
  const papers = await paperDoubts(tx, viewer, id, ageOn, rules);
  return weighBeginning(tx, viewer, { ...input, kind: 'appointed', postId, cadreId }, { unitId, ageOn, papers });
}

type Decided = { cadreId: string; appointmentId: string; warnings: string[] };

/** Any other decision on a holding: a new term, another post, a secondment, or its end. What the rules doubt asks for a reason and stays. */
export const decidePost = command<PersonnelDecision, Decided>('decidePost', 'appointment.decide', async (tx, viewer, input) => {
  const held = await heldForDecision(tx, viewer, input.appointmentId);
  if (!held) return notFound();
  if (held.version !== input.version) return stale(tx, null, null);
  if (EFFECTS[input.decision].post === 'other' && !input.postId) return refused('postId', 'Hãy chọn chức danh mới.');
  const weighed = await weighPost(tx, viewer, held, input);
  if ('problems' in weighed) return { problems: weighed.problems };
  const done = await carryOut(tx, viewer, held, { ...input, until: weighed.until }, weighed.warnings);
  if ('problems' in done) return { problems: done.problems.map(asDecided) };
  return {
    result: { cadreId: held.cadreId, appointmentId: done.appointmentId, warnings: weighed.warnings },
    audit: done.audit,
  };
});

/** The ledger calls the days otherwise than the form. */
const OF_LEDGER: Record<string, string> = { fromOn: 'effectiveOn', termEndsOn: 'until' };
const asDecided = (problem: { path: string; message: string }) => ({
  ...problem,
  path: OF_LEDGER[problem.path] ?? problem.path,
});

type Carried = { appointmentId: string; audit: [AuditEntry, ...AuditEntry[]] } | Refused;

async function carryOut(
  tx: Tx,
  viewer: Viewer,
  held: HoldingRow,
  { exceptionReason, ...input }: PersonnelDecision,
  warnings: string[],
): Promise<Carried> {
  const doubted = { warnings, exceptionReason };
  const { begins, ends, event } = EFFECTS[input.decision];
  const { appointmentId, version, effectiveOn, until } = input;
  if (event === 'ended')
    return endHolding(tx, viewer, { ...input, appointmentId, version, endKind: ends ?? 'moved', effectiveOn }, doubted);
  if (event !== 'begun') {
    const going = { ...input, appointmentId, version, kind: event, effectiveOn, termEndsOn: until ?? effectiveOn };
    return extendHolding(tx, viewer, going, doubted);
  }
  const begun = {
    ...input,
    cadreId: held.cadreId,
    postId: input.postId ?? '',
    kind: begins ?? 'appointed',
    title: null,
    fromOn: effectiveOn,
    termEndsOn: until,
    concurrent: ends ? undefined : ('yes' as const),
    ends: ends ? [held.id] : [],
  };
  return beginHolding(tx, viewer, begun, doubted);
}
