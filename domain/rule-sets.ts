import { BRIEFING_RULES } from './rule-sets/briefings';
import { CADRE_RULES, RATING_RULES, STAFFING_RULES, TRAINING_RULES } from './rule-sets/cadres';
import type { Rule } from './rule-sets/kinds';
import { MEETING_RULES } from './rule-sets/meetings';
import { MEMBER_RULES } from './rule-sets/members';

export { HOLIDAYS } from './rule-sets/holidays';
export { RUBRICS, Rubric } from './rule-sets/rubrics';
export { reaches, type Share, VOTE_BASES } from './rule-sets/shares';

/** Every parameter of the rules, with the default that stands until the province enters its own. */
export const RULES = {
  ...MEETING_RULES,
  ...MEMBER_RULES,
  ...RATING_RULES,
  ...CADRE_RULES,
  ...TRAINING_RULES,
  ...STAFFING_RULES,
  ...BRIEFING_RULES,
};

export type RuleKey = keyof typeof RULES;
export type RuleValue<K extends RuleKey> = (typeof RULES)[K]['value'];
/** A value in force on a day, with what it stands on; `unsure`: not confirmed from the signed text. */
export type InForce<V> = { value: V; citation: string; validFrom: string; unsure: boolean };
export type Rules = { [K in RuleKey]: InForce<RuleValue<K>> };

export const RULE_GROUPS: readonly { title: string; keys: readonly RuleKey[] }[] = [
  { title: 'Sinh hoạt chi bộ', keys: Object.keys(MEETING_RULES) as RuleKey[] },
  { title: 'Đảng viên và tổ chức', keys: Object.keys(MEMBER_RULES) as RuleKey[] },
  { title: 'Xếp loại', keys: Object.keys(RATING_RULES) as RuleKey[] },
  { title: 'Cán bộ', keys: Object.keys(CADRE_RULES) as RuleKey[] },
  { title: 'Đào tạo, bồi dưỡng', keys: Object.keys(TRAINING_RULES) as RuleKey[] },
  { title: 'Biên chế', keys: Object.keys(STAFFING_RULES) as RuleKey[] },
  { title: 'Báo cáo và bản in', keys: Object.keys(BRIEFING_RULES) as RuleKey[] },
];

export const isRuleKey = (key: string): key is RuleKey => Object.hasOwn(RULES, key);

/** The rule of that key, its value not narrowed: for pages that show and take any of them. */
export const ruleOf = (key: RuleKey): Rule<unknown> => RULES[key] as unknown as Rule<unknown>;

/** "theo Quy định …, hiệu lực từ 01/07/2025". */
export const basisOf = ({ citation, validFrom }: Pick<InForce<unknown>, 'citation' | 'validFrom'>): string =>
  `theo ${citation.replace(/^Theo /, '')}, hiệu lực từ ${validFrom.split('-').reverse().join('/')}`;

export type RuleSeed = { key: RuleKey; value: unknown; validFrom: string; citation: string; unsure: boolean };

export const RULE_SEED: readonly RuleSeed[] = (Object.keys(RULES) as RuleKey[]).map((key) => {
  const { value, validFrom, citation, unsure } = ruleOf(key);
  return { key, value, validFrom, citation, unsure: unsure ?? false };
});

/** The defaults as rules in force: for tests of rules that need no database. */
export const defaultRules = (): Rules => Object.fromEntries(RULE_SEED.map(({ key, ...rest }) => [key, rest])) as unknown as Rules;
