import { addDays, type IsoDate, listMonths, monthOf, monthsBetween } from '@/domain/calendar';
import type { Level } from '@/domain/posts/kinds';

/** One holding of a title. to: the first day on which it is no longer held; null: no end is decided. grade: a larger number is a higher title. */
export type Holding = {
  postId: string;
  title: string;
  unitId: string;
  grade: number;
  level: Level;
  /** A seat in a committee, held beside another title. */
  body: boolean;
  from: IsoDate;
  to: IsoDate | null;
};
/** A line of the work history. Months YYYY-MM, both included; to null: until now. */
export type WorkLine = { from: string; to: string | null; level: Level | null };

export const isHeldOn = ({ from, to }: Pick<Holding, 'from' | 'to'>, day: IsoDate): boolean =>
  from <= day && (to === null || to > day);

/** The highest title held on that day, seats in committees apart from the others; null: none. */
export function presentTitle(holdings: readonly Holding[], day: IsoDate, body: boolean): Holding | null {
  return holdings
    .filter((one) => one.body === body && isHeldOn(one, day))
    .reduce<Holding | null>((best, one) => (best === null || one.grade > best.grade ? one : best), null);
}

type Graded = Pick<Holding, 'grade' | 'body' | 'from' | 'to'>;

/**
 * Whole months up to that day in titles of that grade or higher. Times apart from each other add up; what was held at once counts once
 * (Nghị định 170/2025/NĐ-CP).
 */
export function monthsAtGrade(holdings: readonly Graded[], grade: number, body: boolean, day: IsoDate): number {
  const held = holdings.filter((one) => one.body === body && one.grade >= grade && one.from <= day);
  return monthsBetween(addDays(day, -daysHeld(held, day)), day);
}

/** Days on which at least one of them was held, the day itself not yet over. */
function daysHeld(holdings: readonly Pick<Holding, 'from' | 'to'>[], day: IsoDate): number {
  let [days, covered] = [0, ''];
  for (const { from, to } of holdings.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const start = [from, covered].toSorted()[1] ?? from;
    const end = to === null || to > day ? day : to;
    if (end <= start) continue;
    days += (Date.parse(end) - Date.parse(start)) / 86_400_000;
    covered = end;
  }
  return days;
}

/** Whole months up to that day in one title without a break; 0 when it is not held. */
export function monthsRunning(holdings: readonly Holding[], postId: string, day: IsoDate): number {
  let since = day;
  for (const { from, to } of holdings.filter((one) => one.postId === postId).toSorted((a, b) => b.from.localeCompare(a.from))) {
    if (from > day) continue;
    if (to !== null && to < since) break;
    since = from;
  }
  return monthsBetween(since, day);
}

const GRASSROOTS: readonly (Level | null)[] = ['commune', 'grassroots'];

/** Months of work at commune level and below, each month once; null where neither the history nor a title says at which level the person worked. */
export function grassrootsMonths(history: readonly WorkLine[], holdings: readonly Holding[], day: IsoDate): number | null {
  const titles = holdings.map(({ from, to, level }) => ({ from, to: to === null ? null : addDays(to, -1), level }));
  const lines = [...history.map(({ from, to, level }) => ({ from: `${from}-01`, to: to && `${to}-01`, level })), ...titles];
  if (lines.every(({ level }) => level === null)) return null;
  const months = lines
    .filter(({ level, from, to }) => GRASSROOTS.includes(level) && from <= day && (to === null || to >= from))
    .flatMap(({ from, to }) => listMonths(from, to === null || to > day ? day : to));
  return new Set(months.map(monthOf)).size;
}
