import { addMonths, type IsoDate, monthsBetween } from '@/domain/calendar';
import type { Rules } from '@/domain/rule-sets';

export type StayRules = Pick<Rules, 'rotate.min' | 'rotate.remind'>;
/** `until`: the last day by the decision or its extension; null: only the least time counts. `endedOn`: null while it runs. */
export type Stay = { startedOn: IsoDate; until: IsoDate | null; endedOn: IsoDate | null };

export const STAY_STATES = {
  ahead: 'Chưa bắt đầu',
  running: 'Đang luân chuyển',
  prepare: 'Chuẩn bị bố trí',
  due: 'Đủ thời hạn',
  ended: 'Đã kết thúc',
} as const;
export type StayState = keyof typeof STAY_STATES;
export const isStayState = (text: string): text is StayState => Object.hasOwn(STAY_STATES, text);

/** The day on which the stay has lasted as long as it was meant to. */
export const dueOn = (stay: Stay, rules: StayRules): IsoDate =>
  stay.until ?? addMonths(stay.startedOn, rules['rotate.min'].value);

/** The day from which the after-placement is prepared: at 'rotate.remind' months, or as long before the end of a stay of another length. */
export function prepareOn(stay: Stay, rules: StayRules): IsoDate {
  if (stay.until === null) return addMonths(stay.startedOn, rules['rotate.remind'].value);
  return addMonths(stay.until, rules['rotate.remind'].value - rules['rotate.min'].value);
}

/** The days of a stay as the ledger keeps them. */
export type StayDays = { startedOn: IsoDate; prepareOn: IsoDate; dueOn: IsoDate; endedOn: IsoDate | null };

export function stateOn({ startedOn, prepareOn: prepare, dueOn: due, endedOn }: StayDays, today: IsoDate): StayState {
  if (endedOn !== null && endedOn <= today) return 'ended';
  if (startedOn > today) return 'ahead';
  if (today >= due) return 'due';
  return today >= prepare ? 'prepare' : 'running';
}

/** Whole months served; 0 before it begins. */
export const monthsServed = (stay: Stay, today: IsoDate): number =>
  Math.max(0, monthsBetween(stay.startedOn, stay.endedOn !== null && stay.endedOn < today ? stay.endedOn : today));

/** The years that are rated: each calendar year in which the stay ran, up to the present one. */
export function ratedYears(stay: Stay, today: IsoDate): number[] {
  const last = Number((stay.endedOn !== null && stay.endedOn < today ? stay.endedOn : today).slice(0, 4));
  const first = Number(stay.startedOn.slice(0, 4));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
