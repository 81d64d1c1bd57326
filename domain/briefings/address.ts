import type { Period } from '../calendar';
import type { FigureKey } from './figures';

const query = (given: Record<string, string | undefined>) =>
  new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();

export const briefingAddress = (period: Period, unitId?: string): string => `/briefings/${period}?${query({ unit: unitId })}`;

/** Where a number opens. rowId: one line of the unit's briefing; live: what stands there now beside a frozen number. */
export const rowsAddress = (
  period: Period,
  unitId: string,
  figure: FigureKey,
  more: { rowId?: string; live?: boolean; after?: string } = {},
): string =>
  `/briefings/${period}/rows?${query({ unit: unitId, figure, row: more.rowId === unitId ? undefined : more.rowId, live: more.live ? '1' : undefined, after: more.after })}`;

/** The address of any number of the unit's briefing; `&figure=` and, for one of its lines, `&row=` are added. */
export const rowsBase = (period: Period, unitId: string): string => `/briefings/${period}/rows?${query({ unit: unitId })}`;
