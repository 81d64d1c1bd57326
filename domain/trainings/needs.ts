import { atLeast, THEORY, type Theory } from '@/domain/cadres/codes';
import type { Level, Tier } from '@/domain/posts/kinds';
import { basisOf, type Rules } from '@/domain/rule-sets';

/** For whom a rule of study is made: titles the province manages, those of a committee, those of its cells. */
export type Stage = 'province' | 'committee' | 'cell';
export type NeedRules = Pick<Rules, `theory.${Stage}` | `defence.${Stage}`>;

/** A title someone is planned for; what its own standard asks goes before the rule of its stage. */
export type PlannedTitle = {
  title: string;
  tier: Tier;
  level: Level;
  standards: { theory: Theory | null; defence: number | null };
};
/** defence: the highest object group (1 the highest, 4 the lowest) of which a course was finished. */
export type Learner = { theory: Theory; defence: number | null; planned: readonly PlannedTitle[] };
export type Need = { kind: 'theory' | 'defence'; text: string; title: string; basis: string };

const stageOf = ({ tier, level }: PlannedTitle): Stage => {
  if (tier !== 'committee') return 'province';
  return level === 'grassroots' ? 'cell' : 'committee';
};

/** What the planned person still lacks for the most demanding of the titles: at most one course of each kind. */
export function needsOf(learner: Learner, rules: NeedRules): Need[] {
  return [theoryNeed(learner, rules), defenceNeed(learner, rules)].filter((need) => need !== null);
}

type Asked<T> = { title: string; asked: T; basis: string };
const OWN = 'theo tiêu chuẩn chức danh';

const theoryAsked = (title: PlannedTitle, rules: NeedRules): Asked<Theory> => {
  const rule = rules[`theory.${stageOf(title)}`];
  const own = title.standards.theory;
  return { title: title.title, asked: own ?? rule.value, basis: own ? OWN : basisOf(rule) };
};

const defenceAsked = (title: PlannedTitle, rules: NeedRules): Asked<number> => {
  const rule = rules[`defence.${stageOf(title)}`];
  const own = title.standards.defence;
  return { title: title.title, asked: own ?? rule.value, basis: own ? OWN : basisOf(rule) };
};

function theoryNeed({ theory, planned }: Learner, rules: NeedRules): Need | null {
  const lacking = planned
    .map((title) => theoryAsked(title, rules))
    .filter(({ asked }) => !atLeast(THEORY, theory, asked))
    .sort((a, b) => (a.asked === b.asked ? 0 : atLeast(THEORY, a.asked, b.asked) ? -1 : 1))[0];
  if (!lacking) return null;
  const { title, asked, basis } = lacking;
  return { kind: 'theory', text: `Lý luận chính trị: ${THEORY[asked].toLowerCase()}`, title, basis };
}

/** A course for a higher object group stands for the lower ones. */
function defenceNeed({ defence, planned }: Learner, rules: NeedRules): Need | null {
  const lacking = planned
    .map((title) => defenceAsked(title, rules))
    .filter(({ asked }) => defence === null || defence > asked)
    .sort((a, b) => a.asked - b.asked)[0];
  if (!lacking) return null;
  return { kind: 'defence', text: `Quốc phòng, an ninh: đối tượng ${lacking.asked}`, title: lacking.title, basis: lacking.basis };
}
