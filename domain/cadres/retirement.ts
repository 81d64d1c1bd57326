import {
  addDays,
  addMonths,
  earliest,
  formatDate,
  type IsoDate,
  type IsoMonth,
  latest,
  monthOf,
  type PartialDate,
} from '@/domain/calendar';
import { basisOf, type Rules, type RuleValue } from '@/domain/rule-sets';
import { ageWords } from '@/domain/rule-sets/roadmap';
import type { RetirementRule } from './codes';

export type RetirementRules = Pick<Rules, 'retire.roadmap' | 'retire.women'>;
/** A person as the retirement rules see them. `on`: the day decided for those who do not follow the roadmap. */
export type Retiring = { female: boolean; born: PartialDate; rule: RetirementRule; on: IsoDate | null };

/**
 * When somebody retires. `reaches`: month in which the age is reached; `leaves`: last day of work; `pension`: first day of the next month;
 * `ageMonths`: null where a day was decided. `basis`: rule in words with its source.
 */
export type Retirement = { reaches: IsoMonth; leaves: IsoDate; pension: IsoDate; ageMonths: number | null; basis: string };

type Roadmap = RuleValue<'retire.roadmap'>;
/** Births that retire in one year of the roadmap: months 'YYYY-MM', both included; null: no end on that side. Age in months. */
export type BirthWindow = { year: number | null; ageMonths: number; from: string | null; to: string | null };

/** Months since year 0: what months are counted by. */
export const monthIndex = (date: PartialDate): number => Number(date.slice(0, 4)) * 12 + Number(earliest(date).slice(5, 7)) - 1;
const monthAt = (index: number): IsoMonth =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;

const agesOf = (roadmap: Roadmap, female: boolean) =>
  female ? { before: roadmap.womenBefore, list: roadmap.women } : { before: roadmap.menBefore, list: roadmap.men };

/** Of each roadmap once: a list asks for them person by person. */
const windowsOf = new WeakMap<Roadmap, Map<boolean, BirthWindow[]>>();

function keptWindows(roadmap: Roadmap, female: boolean): BirthWindow[] {
  const kept = windowsOf.get(roadmap) ?? new Map<boolean, BirthWindow[]>();
  const windows = kept.get(female) ?? birthWindows(roadmap, female);
  windowsOf.set(roadmap, kept.set(female, windows));
  return windows;
}

/** Births by year of retirement, in order and without a gap: those before the roadmap, each of its years, and all after it (year null at both ends). */
export function birthWindows(roadmap: Roadmap, female: boolean): BirthWindow[] {
  const { before, list } = agesOf(roadmap, female);
  const lastBirth = (year: number, age: number) => year * 12 + 11 - age;
  let from = lastBirth(roadmap.firstYear - 1, before) + 1;
  const windows: BirthWindow[] = [{ year: null, ageMonths: before, from: null, to: monthAt(from - 1).slice(0, 7) }];
  list.forEach((ageMonths, at) => {
    const year = roadmap.firstYear + at;
    const isLast = at === list.length - 1;
    const to = lastBirth(year, ageMonths);
    windows.push({
      year: isLast ? null : year,
      ageMonths,
      from: monthAt(from).slice(0, 7),
      to: isLast ? null : monthAt(to).slice(0, 7),
    });
    from = to + 1;
  });
  return windows;
}

/** Retirement age in months by the roadmap. Of a birth only its month counts; without one, January (Nghị định 135/2020/NĐ-CP, Điều 7). */
export function retirementAge(roadmap: Roadmap, female: boolean, born: PartialDate): number {
  const month = birthMonth(born);
  return keptWindows(roadmap, female).find(({ to }) => to === null || month <= to)?.ageMonths ?? 0;
}

const DECIDED: readonly RetirementRule[] = ['armed', 'extended', 'early'];
const DECIDED_WORDS: Partial<Record<RetirementRule, string>> = {
  armed: 'theo luật riêng của lực lượng vũ trang',
  extended: 'kéo dài thời gian công tác theo quyết định',
  early: 'nghỉ hưu trước tuổi theo quyết định',
};

/** Retirement by the roadmap: the end of the month in which the age is reached; by the day decided for armed forces, extension and early leaving. */
export function retirementOf(person: Retiring, rules: RetirementRules): Retirement {
  if (DECIDED.includes(person.rule) && person.on) {
    const basis = `${DECIDED_WORDS[person.rule]}: đến ngày ${formatDate(person.on)}`;
    return { reaches: monthOf(person.on), leaves: person.on, pension: nextMonth(person.on), ageMonths: null, basis };
  }
  const roadmap = rules['retire.roadmap'];
  const normal = retirementAge(roadmap.value, person.female, person.born);
  const women = rules['retire.women'];
  const later = person.rule === 'women_60' && person.female && women.value * 12 > normal;
  const ageMonths = later ? women.value * 12 : normal;
  const reaches = monthAt(monthIndex(person.born) + ageMonths);
  return {
    reaches,
    leaves: latest(reaches.slice(0, 7)),
    pension: nextMonth(reaches),
    ageMonths,
    basis: `${ageWords(ageMonths)}, ${basisOf(later ? women : roadmap)}`,
  };
}

const nextMonth = (day: IsoDate): IsoDate => addMonths(monthOf(day), 1);

/** Months left for eligibility: month of reaching the age less month of the event; 60 means exactly enough for 60. */
export const monthsLeft = (retirement: Pick<Retirement, 'reaches'>, event: IsoDate): number =>
  monthIndex(retirement.reaches) - monthIndex(event);

/** Months by which somebody leaves early: month in which the pension would start less month of leaving. */
export const monthsEarly = (retirement: Pick<Retirement, 'pension'>, leaving: IsoDate): number =>
  monthIndex(retirement.pension) - monthIndex(leaving);

/** Birth months ('YYYY-MM') of one sex that reach the age by the roadmap in that month. atLeast: an age in months under which none of them retires. */
export function birthsRetiringIn(roadmap: Roadmap, female: boolean, month: IsoMonth, atLeast = 0): string[] {
  const windows = birthWindows(roadmap, female).map((window) => ({ ...window, ageMonths: Math.max(window.ageMonths, atLeast) }));
  const [low, high] = [earliestBirth(windows, monthIndex(month)), earliestBirth(windows, monthIndex(month) + 1)];
  return Array.from({ length: high - low }, (_, at) => monthAt(low + at).slice(0, 7));
}

/** The first birth month that does not reach the age before the month given. */
function earliestBirth(windows: readonly BirthWindow[], month: number): number {
  for (const { ageMonths, from, to } of windows) {
    const birth = Math.max(month - ageMonths, from === null ? 0 : monthIndex(from));
    if (to === null || birth <= monthIndex(to)) return birth;
  }
  return month;
}

/** The month in which somebody counts as born. */
export const birthMonth = (born: PartialDate): string => earliest(born).slice(0, 7);

/** Bounds for stored partial dates compared as text that hold all of these birth months: from <= born < before; a year alone sorts before its January. */
export function birthSpan(months: readonly string[]): { from: string; before: string } | null {
  const sorted = months.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first && last ? { from: textBound(monthIndex(first)), before: textBound(monthIndex(last) + 1) } : null;
}
const textBound = (index: number) => monthAt(index).slice(0, index % 12 === 0 ? 4 : 7);

export type ShiftRules = Pick<Rules, 'retire.shift'> & RetirementRules;

/** What is worth a warning when a day is decided instead of the roadmap's; null when nothing. Never blocks: the authority decides. */
export function shiftWarning(person: Retiring, rules: ShiftRules): string | null {
  if (!person.on || (person.rule !== 'extended' && person.rule !== 'early')) return null;
  const normal = retirementOf({ ...person, rule: 'normal', on: null }, rules);
  const shift = rules['retire.shift'];
  const difference = monthIndex(person.on) - monthIndex(normal.leaves);
  if (person.rule === 'extended' && difference < 0)
    return `Ngày ghi sớm hơn ngày nghỉ hưu theo lộ trình (${formatDate(normal.leaves)}).`;
  if (person.rule === 'early' && addDays(person.on, 1) > normal.leaves)
    return `Ngày ghi không sớm hơn ngày nghỉ hưu theo lộ trình (${formatDate(normal.leaves)}).`;
  if (Math.abs(difference) <= shift.value) return null;
  return `Lệch ${Math.abs(difference)} tháng so với lộ trình, quá ${shift.value} tháng ${basisOf(shift)}.`;
}
