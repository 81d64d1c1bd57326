import type { Rules } from '../rule-sets';
import { reaches, type Share } from '../rule-sets/shares';
import type { Step } from './steps';

export type Votes = { candidateId: string; votes: number };

/** A sitting of one step as counted; persons and slips. members: of the whole body, where the step counts on them. */
export type Count = {
  summoned: number;
  present: number;
  members: number | null;
  issued: number;
  collected: number;
  valid: number;
  votes: readonly Votes[];
  /** Whom the head chose after exactly half or a tie; null: nobody, or not asked. */
  headChoice: string | null;
};

/**
 * What came of a sitting; `onward`: candidates who go to the next step.
 * no_quorum: as if it had not been held. held: no ballot, everyone goes on. passed: over the share. top_two: nobody over it at the
 * nomination. tie: exactly the share and the head has not decided. head: the head decided. heard: opinions. refused: nobody.
 */
export type Outcome = {
  kind: 'no_quorum' | 'held' | 'passed' | 'top_two' | 'tie' | 'head' | 'heard' | 'refused';
  onward: readonly string[];
  /** Equals: between whom the head decides, or who share the last place of a nomination. */
  tied: readonly string[];
};
export type BallotRules = Pick<Rules, 'cadre.quorum' | 'cadre.pass' | 'cadre.tie' | 'cadre.runners'>;

/** The number that shares of this step are taken of: summoned or all members, never those present. */
export const baseOf = (step: Step, count: Pick<Count, 'summoned' | 'members'>): number =>
  step.base === 'members' ? (count.members ?? 0) : count.summoned;

/** Present against summoned; every meeting of the procedure has the same quorum. */
export const hasQuorum = ({ value }: BallotRules['cadre.quorum'], present: number, summoned: number): boolean =>
  summoned > 0 && reaches(value, present, summoned);

/** The least number that reaches a share of the base, 2/3 of 10 → 7; over half of 10 → 6. */
export function leastFor({ numerator, denominator, over }: Share, base: number): number {
  const exact = base * numerator;
  return over ? Math.floor(exact / denominator) + 1 : Math.ceil(exact / denominator);
}

/** Exactly on the line that has to be crossed: the case that rules leave to the head. */
export const isExactly = ({ numerator, denominator, over }: Share, votes: number, base: number): boolean =>
  over && base > 0 && votes * denominator === base * numerator;

/** What came of one sitting of a step, by the rules in force on its day. */
export function outcomeOf(step: Step, count: Count, rules: BallotRules): Outcome {
  if (step.meeting && !hasQuorum(rules['cadre.quorum'], count.present, count.summoned)) return outcome('no_quorum', []);
  const everyone = count.votes.map(({ candidateId }) => candidateId);
  if (step.ballot === 'none') return outcome('held', everyone);
  if (step.ballot === 'opinion') return outcome('heard', everyone);
  const ranked = [...count.votes].sort((a, b) => b.votes - a.votes);
  const base = baseOf(step, count);
  const share = rules['cadre.pass'].value;
  const winners = ranked.filter(({ votes }) => base > 0 && reaches(share, votes, base));
  if (winners.length) return highest(winners, count);
  return step.ballot === 'nomination' ? runnersUp(ranked, rules['cadre.runners'].value) : atTheLine(ranked, base, rules, count);
}

const outcome = (kind: Outcome['kind'], onward: readonly string[], tied: readonly string[] = []): Outcome => ({
  kind,
  onward,
  tied,
});
const ids = (votes: readonly Votes[]): string[] => votes.map(({ candidateId }) => candidateId);

/** Between equals the head decides; until then nobody goes on. */
function decided(equals: readonly Votes[], { headChoice }: Count): Outcome {
  const tied = ids(equals);
  return headChoice !== null && tied.includes(headChoice) ? outcome('head', [headChoice], tied) : outcome('tie', [], tied);
}

/** One post, one name: the highest of those over the share. */
function highest(winners: readonly Votes[], count: Count): Outcome {
  const top = winners.filter(({ votes }) => votes === winners[0]?.votes);
  return top.length === 1 ? outcome('passed', ids(top)) : decided(top, count);
}

/** So many with the most votes, two by the rule, and whoever is equal to the last of them: no rule says who of equals stays behind. */
function runnersUp(ranked: readonly Votes[], most: number): Outcome {
  const named = ranked.filter(({ votes }) => votes > 0);
  const least = named[most - 1]?.votes ?? 0;
  const onward = named.filter(({ votes }) => votes >= least);
  if (!onward.length) return outcome('refused', []);
  return outcome('top_two', ids(onward), onward.length > most ? ids(onward.filter(({ votes }) => votes === least)) : []);
}

function atTheLine(ranked: readonly Votes[], base: number, rules: BallotRules, count: Count): Outcome {
  const exactly = ranked.filter(({ votes }) => isExactly(rules['cadre.pass'].value, votes, base));
  if (!exactly.length || rules['cadre.tie'].value === 'refused') return outcome('refused', []);
  return decided(exactly, count);
}
