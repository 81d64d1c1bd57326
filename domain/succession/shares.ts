import { type IsoDate, yearsBetween } from '@/domain/calendar';
import { basisOf, type InForce, type Rules } from '@/domain/rule-sets';
import type { Person, Title } from './planning';

export type ShareKey = 'under' | 'middle' | 'over' | 'women' | 'young' | 'minority';

/**
 * A share of the persons planned, each counted once. target: per cent at least. adding: the least number of such persons to add
 * until the target is reached (null: cannot be reached by adding); replacing: the least number of others to replace by such persons.
 */
export type PlanShare = {
  key: ShareKey;
  label: string;
  noun: string;
  count: number;
  total: number;
  target: number;
  adding: number | null;
  replacing: number;
  basis: string;
  unsure: boolean;
};

const isReached = (count: number, total: number, percent: number): boolean => count * 100 >= percent * total;

/** Least k with (count + k) of (total + k) at or above the per cent; null when no number will do. */
export function missingByAdding(count: number, total: number, percent: number): number | null {
  if (isReached(count, total, percent)) return 0;
  return percent >= 100 ? null : Math.ceil((percent * total - 100 * count) / (100 - percent));
}

/** Least k with (count + k) of the same total at or above the per cent. */
export const missingByReplacing = (count: number, total: number, percent: number): number =>
  isReached(count, total, percent) ? 0 : Math.ceil((percent * total) / 100) - count;

type Counted = Pick<Person, 'born' | 'female' | 'minority'>;
type Kind = {
  key: ShareKey;
  label: string;
  noun: string;
  target: number;
  rule: InForce<unknown>;
  holds: (person: Counted) => boolean;
};
/** How many persons of a list are of each kind, each person once. */
export type ShareCounts = Record<ShareKey, number> & { total: number };

/** Age brackets, women, young, minority of a list. `at`: the day on which ages count. */
export function planShares(persons: readonly Counted[], rules: Rules, at: IsoDate): PlanShare[] {
  const counts = kindsOf(rules, at).map(({ key, holds }) => [key, persons.filter(holds).length]);
  return sharesFrom({ ...Object.fromEntries(counts), total: persons.length } as ShareCounts, rules, at);
}

const kindsOf = (rules: Rules, at: IsoDate): Kind[] => [...bracketKinds(rules, at), ...otherKinds(rules, at)];

/** The same from numbers counted elsewhere. An age bracket that stands empty lacks one, whatever its per cent (ba độ tuổi). */
export function sharesFrom(counts: ShareCounts, rules: Rules, at: IsoDate): PlanShare[] {
  return kindsOf(rules, at).map(({ rule, holds: _holds, target, ...kind }) => {
    const [count, total] = [counts[kind.key], counts.total];
    const empty = isBracket(kind.key) && count === 0 && total > 0 ? 1 : 0;
    const adding = missingByAdding(count, total, target);
    return {
      ...kind,
      count,
      total,
      target,
      adding: adding === null ? null : Math.max(adding, empty),
      replacing: Math.max(missingByReplacing(count, total, target), empty),
      basis: basisOf(rule),
      unsure: rule.unsure,
    };
  });
}

const isBracket = (key: ShareKey): boolean => key === 'under' || key === 'middle' || key === 'over';

function bracketKinds(rules: Rules, at: IsoDate): Kind[] {
  const [low = 0, high = low] = rules['age.brackets'].value;
  const [under = 0, middle = 0, over = 0] = rules['plan.brackets'].value;
  const rule = rules['plan.brackets'];
  const age = (person: Counted) => yearsBetween(person.born, at);
  const kind = (key: ShareKey, words: string, target: number, holds: Kind['holds']): Kind => ({
    key,
    label: `Tuổi ${words}`,
    noun: `người ${words} tuổi`,
    target,
    rule,
    holds,
  });
  return [
    kind('under', `dưới ${low}`, under, (person) => age(person) < low),
    kind('middle', `${low}–${high}`, middle, (person) => age(person) >= low && age(person) <= high),
    kind('over', `trên ${high}`, over, (person) => age(person) > high),
  ];
}

function otherKinds(rules: Rules, at: IsoDate): Kind[] {
  const limit = rules['plan.young.age'].value;
  const kind = (key: 'women' | 'young' | 'minority', label: string, noun: string, holds: Kind['holds']): Kind => ({
    key,
    label,
    noun,
    target: rules[`plan.${key}`].value,
    rule: rules[`plan.${key}`],
    holds,
  });
  return [
    kind('women', 'Nữ', 'nữ', ({ female }) => female),
    kind('young', `Trẻ (dưới ${limit})`, 'cán bộ trẻ', ({ born }) => yearsBetween(born, at) < limit),
    kind('minority', 'Dân tộc thiểu số', 'người dân tộc thiểu số', ({ minority }) => minority),
  ];
}

/** "thiếu 4 nữ để đạt 25%"; empty when nothing is missing. */
export function missingWords({ adding, replacing, noun, target }: PlanShare): string {
  if (adding === 0) return '';
  const goal = target === 0 ? 'để có đủ ba độ tuổi' : `để đạt ${target}%`;
  if (adding === null) return `phải thay ${replacing} người bằng ${noun} ${goal}`;
  return `thiếu ${adding} ${noun} ${goal}${replacing === adding ? '' : `; nếu thay người thì ${replacing}`}`;
}

/** Planned persons against the seats of a committee. missing, surplus: persons under the lower and over the upper coefficient. */
export type Coefficient = { planned: number; seats: number; missing: number; surplus: number; basis: string; unsure: boolean };

/** Null for a title that is no committee, or has no number of seats. */
export function coefficientOf(title: Pick<Title, 'seats' | 'body'>, planned: number, rules: Rules): Coefficient | null {
  if (!title.body || title.seats === 0) return null;
  const { value, unsure } = rules['plan.coefficient'];
  // Hundredths, because 1,1 × 30 is a little more than 33 in floating point.
  const least = Math.ceil((Math.round(value.from * 100) * title.seats) / 100);
  const most = Math.floor((Math.round(value.to * 100) * title.seats) / 100);
  return {
    planned,
    seats: title.seats,
    missing: Math.max(0, least - planned),
    surplus: Math.max(0, planned - most),
    basis: basisOf(rules['plan.coefficient']),
    unsure,
  };
}

/** "1,33": two decimals, rounded half up. */
export const coefficientWords = (planned: number, seats: number): string =>
  seats === 0 ? '—' : (Math.floor((planned * 200 + seats) / (seats * 2)) / 100).toFixed(2).replace('.', ',');
