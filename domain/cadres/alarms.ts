import { addMonths, type IsoDate, type IsoMonth, monthOf } from '@/domain/calendar';
import type { Rules } from '@/domain/rule-sets';
import { daysUntil } from './terms';

/** How near the end of a term is: the smallest of the days of `appoint.alarm` that it is within; 0: past. */
export type Nearness = number;

/** Within which of the days an end lies, 0 when past, null when farther than all of them. */
export function nearness(day: IsoDate, today: IsoDate, alarmDays: readonly number[]): Nearness | null {
  const left = daysUntil(day, today);
  if (left < 0) return 0;
  return [...alarmDays].sort((a, b) => a - b).find((days) => left <= days) ?? null;
}

/** The farthest alarm: until when lists look ahead, in days. */
export const farthest = (rules: Pick<Rules, 'appoint.alarm'>): number => Math.max(...rules['appoint.alarm'].value);

/** Terms that ended or end within the farthest alarm, the most pressing group first, in each by day; others are left out. */
export function termAlarms<T extends { termEndsOn: IsoDate }>(
  holdings: readonly T[],
  today: IsoDate,
  rules: Pick<Rules, 'appoint.alarm'>,
): { within: Nearness; holdings: T[] }[] {
  return grouped(
    holdings,
    ({ termEndsOn }) => nearness(termEndsOn, today, rules['appoint.alarm'].value),
    ({ termEndsOn }) => termEndsOn,
  ).map(({ key, members }) => ({ within: key, holdings: members }));
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => number | null, dayOf: (one: T) => IsoDate) {
  const groups = new Map<number, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([key, members]) => ({ key, members: members.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b))) }));
}

/** The months from this one on that the outlook on retirements covers; rule retire.outlook, years. */
export function outlookMonths(today: IsoDate, rules: Pick<Rules, 'retire.outlook'>): IsoMonth[] {
  const first = monthOf(today);
  return Array.from({ length: rules['retire.outlook'].value * 12 }, (_, at) => addMonths(first, at));
}

export type MonthCount = { month: IsoMonth; count: number };
/** Every month of the outlook with how many leave in it, nobody left out and nobody twice; those outside it are not counted. */
export function countByMonth(leaves: readonly IsoDate[], months: readonly IsoMonth[]): MonthCount[] {
  const counts = new Map<IsoMonth, number>(months.map((month) => [month, 0]));
  for (const day of leaves) {
    const before = counts.get(monthOf(day));
    if (before !== undefined) counts.set(monthOf(day), before + 1);
  }
  return months.map((month) => ({ month, count: counts.get(month) ?? 0 }));
}

/** Certificates whose last day is past (0) or within papers.remind days, the oldest first. */
export function certificateAlarms<T extends { validTo: IsoDate }>(
  certificates: readonly T[],
  today: IsoDate,
  rules: Pick<Rules, 'papers.remind'>,
): { within: Nearness; certificates: T[] }[] {
  return grouped(
    certificates,
    ({ validTo }) => nearness(validTo, today, [rules['papers.remind'].value]),
    ({ validTo }) => validTo,
  ).map(({ key, members }) => ({ within: key, certificates: members }));
}
