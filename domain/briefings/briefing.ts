import { type IsoDate, type Period, parsePeriod, previousPeriod, quarterOf } from '../calendar';
import { percentOf } from '../numbers';
import { type Balance, balance, type Figures } from './figures';

/** One line of the quarter: the unit itself or a direct child. null where there is nothing to compare with or no plan was given. */
export type BriefingRow = {
  unitId: string;
  name: string;
  now: Figures;
  previous: Pick<Figures, 'admitted'> | null;
  lastYear: Pick<Figures, 'admitted'> | null;
  /** Admissions from 1 January to the end of the quarter, persons. */
  admittedThisYear: number;
  /** The year's target of admissions, persons. */
  plan: number | null;
};

/** What a unit is measured by against its plan. */
export type PlanRow = Pick<BriefingRow, 'unitId' | 'name' | 'admittedThisYear' | 'plan'>;

/** The unit's own line, compared in every figure; its children are compared in admissions. */
export type TotalRow = BriefingRow & { previous: Figures | null; lastYear: Figures | null };

/** One quarter of the chart. */
export type SeriesPoint = { period: Period; admitted: number; held: number; expected: number };

export type FrozenState = { at: string; by: string | null };

/** What a freeze keeps beside the figures, as it was then. */
export type BriefingContext = {
  asOf: IsoDate;
  unitName: string;
  rows: [total: Omit<TotalRow, 'now'>, ...children: Omit<BriefingRow, 'now'>[]];
  series: SeriesPoint[];
};

export type Briefing = {
  unit: { id: string; name: string; shortName: string; depth: number; isCell: boolean };
  period: Period;
  /** The last day that the figures cover. */
  asOf: IsoDate;
  total: TotalRow;
  rows: BriefingRow[];
  series: SeriesPoint[];
  /** 0 while nobody has frozen this quarter of this unit. */
  version: number;
  frozen: FrozenState | null;
  reopened: { at: string; by: string | null; reason: string } | null;
  /** Live figures beside a frozen snapshot, by row; null while the quarter is live. */
  live: Map<string, Figures> | null;
};

export type Compared = { before: number; difference: number };

/** Against another quarter; null when that quarter has no books ("không so sánh được"). */
export const compared = (now: number, before: number | undefined | null): Compared | null =>
  before === undefined || before === null ? null : { before, difference: now - before };

/** Admissions of the year against the year's plan in per cent; null without a plan. */
export const planShare = (row: Pick<PlanRow, 'admittedThisYear' | 'plan'>): number | null =>
  row.plan === null ? null : percentOf(row.admittedThisYear, row.plan);

/** Those furthest behind their plan first, then those with the fewest meetings held; without a plan last. */
export const worstFirst = (rows: readonly BriefingRow[]): BriefingRow[] => {
  const behind = (row: BriefingRow) =>
    [planShare(row) ?? Number.POSITIVE_INFINITY, percentOf(row.now.held, row.now.expected) ?? 101] as const;
  return rows
    .map((row) => ({ row, at: behind(row) }))
    .sort((a, b) => (a.at[0] === b.at[0] ? a.at[1] - b.at[1] : a.at[0] - b.at[0]))
    .map(({ row }) => row);
};

/** Rows whose own books do not balance; empty when the whole briefing holds. */
export const unbalanced = (rows: readonly BriefingRow[]): { row: BriefingRow; balance: Balance }[] =>
  rows.map((row) => ({ row, balance: balance(row.now) })).filter((checked) => !checked.balance.holds);

/** The quarters of the chart, oldest first, the given one last. */
export function periodsUpTo(period: Period, count: number): Period[] {
  const periods = [period];
  while (periods.length < count) periods.unshift(previousPeriod(periods[0] as Period));
  return periods;
}

/** The last day that a quarter's figures cover: its end, or today while it runs. null for a text that is no quarter or one not begun. */
export function coveredUpTo(period: string, today: IsoDate): IsoDate | null {
  const quarter = parsePeriod(period);
  if (!quarter || quarter.from > today) return null;
  return quarter.to < today ? quarter.to : today;
}

/** Whether the quarter is still running: comparisons with whole quarters are then early. */
export const isRunning = (period: Period, asOf: IsoDate): boolean =>
  quarterOf(asOf) === period && asOf < (parsePeriod(period)?.to ?? asOf);
