import type { Viewer } from '@/domain/access/viewer';
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
