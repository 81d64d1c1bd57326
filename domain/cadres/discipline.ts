import { addMonths, type IsoDate } from '@/domain/calendar';
import type { RuleKey, Rules } from '@/domain/rule-sets';
import type { Discipline } from './codes';

/** endsOn: the day on which it no longer stands; null: by the general rule. */
export type Disciplined = { form: Discipline; decidedOn: IsoDate; endsOn: IsoDate | null };

/** Which rule says how long a higher post must wait. */
export const WAIT_RULES = {
  reprimand: 'wait.reprimand',
  warning: 'wait.warning',
  removal: 'wait.removal',
} as const satisfies Record<Discipline, RuleKey>;

export type DisciplineRules = Pick<Rules, (typeof WAIT_RULES)[Discipline] | 'discipline.expiry'>;

/** The first day on which it no longer stands. */
export const endsOn = (discipline: Disciplined, rules: Pick<Rules, 'discipline.expiry'>): IsoDate =>
  discipline.endsOn ?? addMonths(discipline.decidedOn, rules['discipline.expiry'].value);

/** The first day on which a higher post is possible again (Quy định 377-QĐ/TW: 24, 36, 60 months). */
export const waitOver = (discipline: Pick<Disciplined, 'form' | 'decidedOn'>, rules: DisciplineRules): IsoDate =>
  addMonths(discipline.decidedOn, rules[WAIT_RULES[discipline.form]].value);

const latestBy = (list: readonly Disciplined[], over: (one: Disciplined) => IsoDate, day: IsoDate) =>
  list
    .map((discipline) => ({ discipline, until: over(discipline) }))
    .filter(({ discipline, until }) => discipline.decidedOn <= day && day < until)
    .sort((a, b) => b.until.localeCompare(a.until))[0] ?? null;

/** The discipline that stands longest on that day, and until when; null: none stands. */
export const standing = (list: readonly Disciplined[], day: IsoDate, rules: Pick<Rules, 'discipline.expiry'>) =>
  latestBy(list, (one) => endsOn(one, rules), day);

/** The discipline that keeps from a higher post longest on that day, and until when; null: none does. */
export const waiting = (list: readonly Disciplined[], day: IsoDate, rules: DisciplineRules) =>
  latestBy(list, (one) => waitOver(one, rules), day);
