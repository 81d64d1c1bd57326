import { addDays, addMonths, type IsoDate, type IsoMonth, monthOf } from '@/domain/calendar';
import type { Rules } from '@/domain/rule-sets';
import { birthsRetiringIn, type RetirementRules } from './retirement';

/** How near a last day is: the smallest of the alarm's days that it is within; 0: past. */
export type Nearness = number;
/** Last days that one alarm speaks of, both ends in it; from null: however long ago. */
export type AlarmWindow = { within: Nearness; from: IsoDate | null; to: IsoDate };

/** Past, then within each number of days in turn: the windows follow each other without a gap, the most pressing first. */
export function alarmWindows(today: IsoDate, days: readonly number[]): AlarmWindow[] {
  let from = today;
  const past: AlarmWindow = { within: 0, from: null, to: addDays(today, -1) };
  return [
    past,
    ...[...new Set(days)]
      .sort((a, b) => a - b)
      .map((within) => {
        const window = { within, from, to: addDays(today, within) };
        from = addDays(window.to, 1);
        return window;
      }),
  ];
}

/** 'đã quá hạn', 'trong 30 ngày', 'sau 30 đến 90 ngày'. */
export function windowWords({ within }: Pick<AlarmWindow, 'within'>, days: readonly number[]): string {
  if (within === 0) return 'đã quá hạn';
  const before = [...days].sort((a, b) => a - b).findLast((each) => each < within);
  return before === undefined ? `trong ${within} ngày tới` : `sau ${before} đến ${within} ngày`;
}

/** The months from this one on that the outlook on retirements covers; rule retire.outlook, years. */
export function outlookMonths(today: IsoDate, rules: Pick<Rules, 'retire.outlook'>): IsoMonth[] {
  const first = monthOf(today);
  return Array.from({ length: rules['retire.outlook'].value * 12 }, (_, at) => addMonths(first, at));
}

/** A birth month ('YYYY-MM') of one sex under one rule, and the month in which it retires. */
export type RetiringBirth = { month: IsoMonth; rule: 'normal' | 'women_60'; female: boolean; born: string };

/** Which births retire in which of the months, as the book can be asked; a decided day is not in it. */
export function retiringBirths(months: readonly IsoMonth[], rules: RetirementRules): RetiringBirth[] {
  const kinds = [
    { rule: 'normal', female: false, atLeast: 0 },
    { rule: 'normal', female: true, atLeast: 0 },
    { rule: 'women_60', female: true, atLeast: rules['retire.women'].value * 12 },
  ] as const;
  return months.flatMap((month) =>
    kinds.flatMap(({ rule, female, atLeast }) =>
      birthsRetiringIn(rules['retire.roadmap'].value, female, month, atLeast).map((born) => ({ month, rule, female, born })),
    ),
  );
}

export type MonthCount = { month: IsoMonth; count: number };
/** A year of the outlook: one cell a month, January first; null where the month is not in it. */
export type YearRow = { year: number; months: (number | null)[]; total: number };

/** Every month of the outlook with its count, empty ones too; what lies outside is left out. */
export function filledMonths(counts: readonly MonthCount[], months: readonly IsoMonth[]): MonthCount[] {
  const known = new Map(counts.map(({ month, count }) => [month, count]));
  return months.map((month) => ({ month, count: known.get(month) ?? 0 }));
}

/** The same by calendar year; the totals add up to all of them. */
export function yearRows(counts: readonly MonthCount[]): YearRow[] {
  const rows = new Map<number, YearRow>();
  for (const { month, count } of counts) {
    const year = Number(month.slice(0, 4));
    const row = rows.get(year) ?? { year, months: Array<number | null>(12).fill(null), total: 0 };
    row.months[Number(month.slice(5, 7)) - 1] = count;
    row.total += count;
    rows.set(year, row);
  }
  return [...rows.values()];
}
