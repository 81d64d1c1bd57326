import type { Viewer } from '@/domain/access/viewer';
import type { BeginAppointment } from '@/domain/appointments/inputs';
import type { IsoDate } from '@/domain/calendar';
import type { Problem } from '@/domain/problems';
import { DECISION_OF } from '@/domain/procedures/decision-kinds';
import { decisionDoubts, weighDecision } from '@/domain/procedures/doubts';
import type { PersonnelDecision } from '@/domain/procedures/inputs';
import { renewedUntil } from '@/domain/procedures/renewals';
import type { Tx } from '../../client';
import { rulesInForce } from '../../queries/rule-sets';
import { doubtContext } from './doubts';
import type { HoldingRow } from './held';

type Weighed = Pick<
  PersonnelDecision,
  'decision' | 'decisionNumber' | 'decisionDate' | 'effectiveOn' | 'noticedOn' | 'until' | 'postId' | 'exceptionReason'
>;

/**
 * What stands beside a decision on a holding, and until when it is. A reappointment without a day of its own lasts a whole term, or up to
 * retirement. Problems: at the fields of the form, or that a reason is asked for.
 */
export async function weighPost(tx: Tx, viewer: Viewer, held: HoldingRow, input: Weighed) {
  const { decision: kind, decisionNumber: number, decisionDate: decidedOn, effectiveOn, noticedOn } = input;
  const rules = await rulesInForce(tx, viewer, decidedOn, held.unitId);
  const about = { cadreId: held.cadreId, postId: input.postId ?? held.postId };
  const { termEndsOn, fromOn: startedOn } = held;
  const context = await doubtContext(tx, viewer, about, { termEndsOn, noticedOn, ageOn: decidedOn }, rules);
  const retirement = context?.retirement ?? null;
  const until = input.until ?? (kind === 'reappointment' ? renewedUntil(kind, effectiveOn, retirement, rules) : null);
  const decision = { kind, number, decidedOn, effectiveOn, until };
  const weighed = weighDecision(
    decision,
    { today: viewer.today, startedOn, termEndsOn, rules },
    context ? decisionDoubts(decision, context) : [],
    input.exceptionReason,
  );
  return 'problems' in weighed ? weighed : { ...weighed, until };
}

type Beginning = Pick<
  BeginAppointment,
  'cadreId' | 'postId' | 'kind' | 'decisionNumber' | 'decisionDate' | 'fromOn' | 'termEndsOn' | 'exceptionReason'
>;
/** unitId: of the title; ageOn: the day on which age counts; papers: what the file of a procedure lacks. */
type Around = { unitId: string; ageOn: IsoDate; papers?: readonly string[] };

/** By the rules of the day of the decision: what can never be right in giving a title, else what stands beside it with its reason. */
export async function weighBeginning(tx: Tx, viewer: Viewer, input: Beginning, { unitId, ageOn, papers = [] }: Around) {
  const { decisionNumber: number, decisionDate: decidedOn, fromOn: effectiveOn, termEndsOn: until } = input;
  const rules = await rulesInForce(tx, viewer, decidedOn, unitId);
  const decision = { kind: DECISION_OF[input.kind], number, decidedOn, effectiveOn, until };
  const context = await doubtContext(tx, viewer, input, { termEndsOn: null, noticedOn: null, ageOn }, rules);
  const weighed = weighDecision(
    decision,
    { today: viewer.today, startedOn: null, termEndsOn: null, rules },
    [...(context ? decisionDoubts(decision, context) : []), ...papers],
    input.exceptionReason,
  );
  return 'problems' in weighed ? { problems: weighed.problems.map(asBegun) } : weighed;
}

/** The ledger of appointments calls the days otherwise than a decision. */
const FIELDS: Record<string, string> = { effectiveOn: 'fromOn', until: 'termEndsOn' };
const asBegun = (problem: Problem) => ({ ...problem, path: FIELDS[problem.path] ?? problem.path });
