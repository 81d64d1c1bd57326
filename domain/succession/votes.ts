import { formatShare } from '@/domain/numbers';
import { isExactly } from '@/domain/procedures/ballots';
import { basisOf, type Rules, reaches } from '@/domain/rule-sets';

/** The steps at which names are voted on; the last two decide. */
export const VOTE_STEPS = {
  expanded: 'Hội nghị mở rộng',
  key: 'Hội nghị cán bộ chủ chốt',
  committee: 'Hội nghị ban chấp hành',
  standing: 'Hội nghị ban thường vụ, tập thể lãnh đạo',
} as const;
export type VoteStep = keyof typeof VOTE_STEPS;

const DECIDING: readonly VoteStep[] = ['committee', 'standing'];
export const isDeciding = (step: VoteStep): boolean => DECIDING.includes(step);

/** summoned: persons called to the meeting, the base of the share; never those present. */
export type Vote = { step: VoteStep; votes: number; summoned: number };

export type VoteResult = { outcome: 'passed' | 'tied' | 'failed'; words: string; basis: string; unsure: boolean };

/** Introducing steps ask for a share of per cent; deciding ones for more than half, where exactly half is left to the head. */
export function voteResult({ step, votes, summoned }: Vote, rules: Rules): VoteResult {
  const words = `${votes}/${summoned} phiếu (${formatShare(votes, summoned)})`;
  const rule = isDeciding(step) ? rules['cadre.pass'] : rules['plan.introduce'];
  return { outcome: outcomeOf({ step, votes, summoned }, rules), words, basis: basisOf(rule), unsure: rule.unsure };
}

function outcomeOf({ step, votes, summoned }: Vote, rules: Rules): VoteResult['outcome'] {
  if (!isDeciding(step)) return votes * 100 >= rules['plan.introduce'].value * summoned ? 'passed' : 'failed';
  if (reaches(rules['cadre.pass'].value, votes, summoned)) return 'passed';
  return isExactly(rules['cadre.pass'].value, votes, summoned) && rules['cadre.tie'].value === 'head' ? 'tied' : 'failed';
}
