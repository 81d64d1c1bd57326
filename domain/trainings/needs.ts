import { basisOf, type Rules } from '@/domain/rule-sets';
import { THEORY_WORDS, type TheoryLevel, theoryRank } from './words';

/** Who manages the post: that decides what has to be studied for it. */
export const TIERS = ['province', 'unit', 'cell'] as const;
export type Tier = (typeof TIERS)[number];
export type NeedRules = Pick<Rules, `theory.${Tier}` | `defence.${Tier}`>;

/** A title someone is planned for; `theory`: what the title's own standard asks, over the rule of its tier. */
export type PlannedTitle = { title: string; tier: Tier; theory?: TheoryLevel | null };
/** defence: the object groups (1 the highest, 4 the lowest) of courses finished. */
export type Learner = { theory: TheoryLevel; defence: readonly number[]; planned: readonly PlannedTitle[] };
export type Need = { kind: 'theory' | 'defence'; text: string; title: string; basis: string };

/** What the planned person still lacks for the most demanding of the titles: at most one course of each kind. */
export function needsOf(learner: Learner, rules: NeedRules): Need[] {
  return [theoryNeed(learner, rules), defenceNeed(learner, rules)].filter((need) => need !== null);
}

/** The level a title asks for: its own standard where it has one, otherwise the rule of its tier. */
export function theoryFor({ tier, theory }: PlannedTitle, rules: NeedRules): TheoryLevel {
  return theory ?? rules[`theory.${tier}`].value;
}

function theoryNeed({ theory, planned }: Learner, rules: NeedRules): Need | null {
  const lacking = planned
    .map((title) => ({ ...title, level: theoryFor(title, rules) }))
    .filter(({ level }) => theoryRank(level) > theoryRank(theory))
    .sort((a, b) => theoryRank(b.level) - theoryRank(a.level))[0];
  if (!lacking) return null;
  const basis = lacking.theory ? 'theo tiêu chuẩn chức danh' : basisOf(rules[`theory.${lacking.tier}`]);
  return { kind: 'theory', text: `Lý luận chính trị: ${THEORY_WORDS[lacking.level].toLowerCase()}`, title: lacking.title, basis };
}

/** A course for a higher object group stands for the lower ones. */
function defenceNeed({ defence, planned }: Learner, rules: NeedRules): Need | null {
  const best = Math.min(Number.POSITIVE_INFINITY, ...defence);
  const lacking = planned
    .map((title) => ({ ...title, group: rules[`defence.${title.tier}`].value }))
    .filter(({ group }) => best > group)
    .sort((a, b) => a.group - b.group)[0];
  if (!lacking) return null;
  const rule = rules[`defence.${lacking.tier}`];
  return { kind: 'defence', text: `Quốc phòng, an ninh: đối tượng ${lacking.group}`, title: lacking.title, basis: basisOf(rule) };
}
