import type { IsoDate, IsoMonth } from '@/domain/calendar';
import type { Level, System } from '@/domain/posts/kinds';
import { basisOf, type RuleKey, type Rules, type RuleValue } from '@/domain/rule-sets';
import { monthsLeft, type Retirement } from './retirement';

/** For what the months left to retirement are counted. */
export const AGE_SITUATIONS = {
  first: 'Bổ nhiệm lần đầu hoặc chức vụ cao hơn',
  same: 'Chức vụ tương đương hoặc thấp hơn, bổ nhiệm lại',
  nomination: 'Giới thiệu bầu lần đầu',
  reelection: 'Tái cử cấp ủy',
  front_reelection: 'Tái cử Mặt trận, đoàn thể',
  deputy_secretary: 'Tái cử phó bí thư tỉnh ủy, trường hợp đặc biệt',
  rotation: 'Luân chuyển cán bộ trong quy hoạch',
  rotation_outsider: 'Luân chuyển để bố trí người ngoài địa phương',
} as const;
export type AgeSituation = keyof typeof AGE_SITUATIONS;
export const isAgeSituation = (text: unknown): text is AgeSituation =>
  typeof text === 'string' && Object.hasOwn(AGE_SITUATIONS, text);

/** The rule that says how many months must be left; null: age is not counted. */
export const AGE_RULES = {
  first: 'months.appoint',
  same: null,
  nomination: 'months.nominate',
  reelection: 'months.reelect',
  front_reelection: 'months.front',
  deputy_secretary: 'months.deputy',
  rotation: 'months.rotate',
  // Quy định 65-QĐ/TW: at least one whole term for those who are moved because a local person may not head the place.
  rotation_outsider: 'appoint.term',
} as const satisfies Record<AgeSituation, RuleKey | null>;

export type AgeRules = Pick<Rules, NonNullable<(typeof AGE_RULES)[AgeSituation]>>;
/** needed, left: months. */
export type AgeAnswer = { enough: boolean; left: number; needed: number; basis: string; unsure: boolean };

/** Whether enough months are left on that day; null where the situation does not count age. */
export function ageAnswer(
  situation: AgeSituation,
  retirement: Pick<Retirement, 'reaches'>,
  day: IsoDate,
  rules: AgeRules,
): AgeAnswer | null {
  const key = AGE_RULES[situation];
  if (key === null) return null;
  const rule = rules[key];
  const needed = rule.value;
  const left = monthsLeft(retirement, day);
  return { enough: left >= needed, left, needed, basis: basisOf(rule), unsure: rule.unsure };
}

/** In which of the months of 'age.measured' the age of who is elected counts, by level; the State's posts have one of their own. */
const MEASURED_AT = {
  grassroots: 'grassroots',
  commune: 'commune',
  district: 'above',
  province: 'province',
  central: null,
} as const satisfies Record<Level, keyof RuleValue<'age.measured'> | null>;

/** The month in which the age for an elected post counts (Chỉ thị 45-CT/TW); null where it names none. */
export function measuringMonth(
  { level, system }: { level: Level; system: System },
  rules: Pick<Rules, 'age.measured'>,
): IsoMonth | null {
  const key = system === 'state' ? 'state' : MEASURED_AT[level];
  return key && `${rules['age.measured'].value[key]}-01`;
}
