import type { Column } from '@/domain/briefings/charts';
import { addMonths, type IsoMonth, monthLabel } from '@/domain/calendar';
import { formatCount } from '@/domain/numbers';
import type { MonthCount } from './alarms';

/** Months whose columns stand out: the year ahead. */
const NEAR = 12;

/** A column a month, by year, with its number; those of the year ahead that have somebody stand out. */
export const retirementColumns = (first: IsoMonth, counts: readonly number[]): Column[] =>
  counts.map((count, at) => {
    const month = addMonths(first, at);
    return {
      label: monthLabel(month),
      group: month.slice(0, 4),
      value: count,
      text: count ? formatCount(count) : '',
      strong: at < NEAR && count > 0,
      said: true,
    };
  });

/** Where the picture is drawn: its address holds all that it shows. */
export const retirementChartAddress = (counts: readonly MonthCount[]): string =>
  `/cadres/alarms/chart?from=${counts[0]?.month.slice(0, 7) ?? ''}&values=${counts.map(({ count }) => count).join('_')}`;

const MONTH = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;
const VALUES = /^\d{1,6}(_\d{1,6}){0,239}$/;

/** What stands in the address of a picture, at most 240 months; null for anything else. */
export function retirementChartIn(from: string | null, values: string | null): { first: IsoMonth; counts: number[] } | null {
  if (!from || !values || !MONTH.test(from) || !VALUES.test(values)) return null;
  return { first: `${from}-01`, counts: values.split('_').map(Number) };
}
