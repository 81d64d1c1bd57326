import type { Period } from '../calendar';
import { formatCount, percentOf } from '../numbers';
import { periodsUpTo, type SeriesPoint } from './briefing';

/** The charts of a briefing: persons admitted in each quarter, per cent of the meetings owed that were held. */
export const CHARTS = ['admitted', 'held'] as const;
export type Chart = (typeof CHARTS)[number];

/** A column. group: the label under a run of columns (the year). strong: of the year that is read. text: the value in words; said: it always stands on the column, otherwise on the strong ones and the last of a group. */
export type Column = { label: string; group: string; value: number; text: string; strong: boolean; said?: boolean };

/** A quarter's value in a chart, per cents to one decimal; null where nothing was owed. */
const measured: Record<Chart, (point: SeriesPoint) => number | null> = {
  admitted: ({ admitted }) => admitted,
  held: ({ held, expected }) => percentOf(held, expected),
};

/** On a column there is room for whole per cents only; the exact share stands in the list of figures. */
const worded: Record<Chart, (value: number | null) => string> = {
  admitted: (value) => formatCount(value ?? 0),
  held: (value) => (value === null ? '—' : `${Math.floor(value)}%`),
};

export const chartValues = (chart: Chart, series: readonly SeriesPoint[]): (number | null)[] => series.map(measured[chart]);

/** The columns of a chart whose last quarter is the given one. */
export const chartColumns = (chart: Chart, period: Period, values: readonly (number | null)[]): Column[] =>
  periodsUpTo(period, values.length).map((at, index) => {
    const [year = '', quarter = ''] = at.split('-Q');
    const value = values[index] ?? null;
    const strong = period.startsWith(year);
    return { label: `quý ${quarter}/${year}`, group: year, value: value ?? 0, text: worded[chart](value), strong };
  });

/** Where a chart is drawn: its address holds all that it shows, so the picture of an address never changes. */
export const chartAddress = (chart: Chart, period: Period, values: readonly (number | null)[]): string =>
  `/briefings/${period}/chart?of=${chart}&values=${values.map((value) => value ?? '').join('_')}`;

const VALUES = /^(\d{1,7}(\.\d)?)?(_(\d{1,7}(\.\d)?)?){0,19}$/;

/** The values that stand in a chart's address, at most 20; null for anything else. */
export const valuesIn = (text: string): (number | null)[] | null =>
  VALUES.test(text) ? text.split('_').map((value) => (value ? Number(value) : null)) : null;
