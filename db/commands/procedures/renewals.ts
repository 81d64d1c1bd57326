import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/domain/access/viewer';
import type { IsoDate } from '@/domain/calendar';
import { decisionDoubts, weighDecision } from '@/domain/procedures/doubts';
import type { ConcludeRenewal, OpenRenewal } from '@/domain/procedures/inputs';
import { lastSitting } from '@/domain/procedures/progress';
import { openingProblems, renewedUntil } from '@/domain/procedures/renewals';
import type { Tx } from '../../client';
import { renewableIn } from '../../queries/procedures/renewals';
import { rulesInForce } from '../../queries/rule-sets';
import { procedureCandidates, procedures } from '../../schema/procedures';
import { command, type Done, notFound, type Refused, refused, stale } from '../../write';
import { extendHolding } from '../appointments';
import { doubtContext } from './doubts';
import { type HoldingRow, heldForDecision, paperDoubts } from './held';
import { type Course, courseOf, entry, lockProcedure, type Procedure, touch } from './lock';

/** Opens the procedure that keeps the holder in the title when its term ends; the holder is the one person in it. Gives its id. */
export const openRenewal = command<OpenRenewal, { procedureId: string }>(
  'openRenewal',
  'procedure.write',
  async (tx, viewer, { appointmentId, version, reason, openedOn }) => {
    const held = await renewableIn(tx, viewer, appointmentId);
    if (!held) return notFound();
    if (held.version !== version) return stale(tx, null, null);
    const problems = openingProblems(openedOn, held, viewer.today);
    if (problems.length) return { problems };
    const { postId, unitId, managingUnitId, cadreId, fullName, sortKey, title, termEndsOn } = held;
    const by = { openedBy: viewer.accountId, updatedBy: viewer.accountId };
    const row = { id: uuidv7(), postId, unitId, managingUnitId, source: 'incumbent' as const };
    await tx.insert(procedures).values({ ...row, reason, openedOn, holdingId: held.id, termEndsOn, ...by });
    const who = { procedureId: row.id, managingUnitId, cadreId, fullName, sortKey, presentTitle: title };
    await tx.insert(procedureCandidates).values({ ...who, id: uuidv7(), addedBy: viewer.accountId });
    return { result: { procedureId: row.id }, audit: [entry('opened', row, { kind: row.source, cadreId, termEndsOn })] };
  },
);

type Renewed = { procedureId: string; appointmentId: string; warnings: string[] };

/**
 * Ends such a procedure by the decision: the same holding goes on, written by the ledger in the same transaction. What the rules doubt asks
 * for a reason and stays beside the decision. Who opened the procedure does not conclude it.
 */
export const concludeRenewal = command<ConcludeRenewal, Renewed>(
  'concludeRenewal',
  'appointment.decide',
  async (tx, viewer, input) => {
    const row = await lockProcedure(tx, viewer, input, 'appointment.decide');
    if ('problems' in row) return row;
    if (row.openedBy === viewer.accountId)
      return refused('', 'Người mở quy trình không tự ghi quyết định. Hãy để người có thẩm quyền khác ghi.');
    const held = row.holdingId && (await heldForDecision(tx, viewer, row.holdingId));
    if (!held) return notFound();
    const course = await courseOf(tx, viewer, row);
    const { next } = course.progress;
    if (next) return refused('', `Chưa xong bước ${next.number}: ${next.name}.`);
    if (held.endedOn || held.reversed || held.termEndsOn !== row.termEndsOn) return refused('', DECIDED_ELSEWHERE);
    const weighed = await weigh(tx, viewer, row, held, course, input);
    if ('problems' in weighed) return weighed;
    return carryOut(tx, viewer, row, held, input, weighed);
  },
);

const DECIDED_ELSEWHERE = 'Chức vụ này đã có quyết định khác sau khi mở quy trình. Hãy xem hồ sơ cán bộ và dừng quy trình này.';

type Weighed = { until: IsoDate; warnings: string[] };

/** Until when, and what stands beside the decision. */
async function weigh(
  tx: Tx,
  viewer: Viewer,
  row: Procedure,
  held: HoldingRow,
  { candidates, steps }: Course,
  { decision: kind, decisionNumber: number, decisionDate: decidedOn, effectiveOn, exceptionReason, ...input }: ConcludeRenewal,
): Promise<Weighed | Refused> {
  const rules = await rulesInForce(tx, viewer, decidedOn, row.unitId);
  const ageOn = row.dossierOn ?? decidedOn;
  const { termEndsOn, fromOn: startedOn } = held;
  const noticedOn = lastSitting(steps, 1)?.heldOn ?? null;
  const context = await doubtContext(tx, viewer, held, { termEndsOn, noticedOn, ageOn }, rules);
  const until = input.until ?? renewedUntil(kind, effectiveOn, context?.retirement ?? null, rules);
  const decision = { kind, number, decidedOn, effectiveOn, until };
  const papers = candidates[0] ? await paperDoubts(tx, viewer, candidates[0].id, ageOn, rules) : [];
  const doubts = [...(context ? decisionDoubts(decision, context) : []), ...papers];
  const weighed = weighDecision(decision, { today: viewer.today, startedOn, termEndsOn, rules }, doubts, exceptionReason);
  return 'problems' in weighed ? weighed : { ...weighed, until: until ?? effectiveOn };
}

/** The ledger goes on and the procedure ends. */
async function carryOut(
  tx: Tx,
  viewer: Viewer,
  row: Procedure,
  { id: appointmentId, version, cadreId }: HoldingRow,
  { exceptionReason, decision, ...input }: ConcludeRenewal,
  { until, warnings }: Weighed,
): Promise<Done<Renewed> | Refused> {
  const kind = decision === 'extension' ? 'extended' : 'reappointed';
  const going = { ...input, appointmentId, version, kind, termEndsOn: until } as const;
  const renewed = await extendHolding(tx, viewer, going, { procedureId: row.id, warnings, exceptionReason });
  if ('problems' in renewed) return { problems: renewed.problems.map(asTyped) };
  const { effectiveOn, decisionDate: concludedOn } = input;
  await touch(tx, viewer, row, { appointmentId, concludedOn, concludedBy: viewer.accountId });
  const doubted = { warnings: warnings.length, exception: exceptionReason !== null };
  return {
    result: { procedureId: row.id, appointmentId, warnings },
    audit: [entry('concluded', row, { cadreId, effectiveOn, ...doubted }), ...renewed.audit],
  };
}

/** The ledger calls the last day otherwise than the form. */
const asTyped = (problem: { path: string; message: string }) =>
  problem.path === 'termEndsOn' ? { ...problem, path: 'until' } : problem;
