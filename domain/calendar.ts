/** A day, 'YYYY-MM-DD'. */
export type IsoDate = string;
/** A date as far as the papers say it: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
export type PartialDate = string;
/** A month as its first day, 'YYYY-MM-01'. */
export type IsoMonth = string;
/** A quarter, '2026-Q4'. */
export type Period = string;

/** `workday` false: a day off; true: a weekend day that is worked to make up for one. */
export type Holiday = { day: IsoDate; workday: boolean };

export type Quarter = { year: number; quarter: number; from: IsoDate; to: IsoDate; months: [IsoMonth, IsoMonth, IsoMonth] };

const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000;
/** No living member, and no plan, has a date outside these years. */
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2100;
const ROMAN_QUARTERS = ['I', 'II', 'III', 'IV'];

/** The day it is at `now` in Asia/Ho_Chi_Minh, which is UTC+7 all year. */
export function todayInVietnam(now: Date): IsoDate {
  return new Date(now.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

export function isIsoDate(text: string): text is IsoDate {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year !== undefined && Number(year) > 0 && isRealDay(Number(year), Number(month), Number(day));
}

export function isPartialDate(text: string): text is PartialDate {
  return /^\d{4}(-\d{2}){0,2}$/.test(text) && isIsoDate(earliest(text));
}

/** '2026-11-03' → '03/11/2026', '2015-06' → '06/2015', '1986' → '1986'. */
export function formatDate(date: PartialDate): string {
  return date.split('-').reverse().join('/');
}

/** First day the partial date can mean. */
export function earliest(date: PartialDate): IsoDate {
  return date + '-01-01'.slice(date.length - 4);
}

/** Last day the partial date can mean. */
export function latest(date: PartialDate): IsoDate {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length > 7) return date;
  const { year, month } = partsOf(date);
  return `${date}-${daysInMonth(year, month)}`;
}

/** Whether `a` is before `b` whatever the missing parts are. */
export function isBeforePartial(a: PartialDate, b: PartialDate): boolean {
  return latest(a) < earliest(b);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  const { year, month, day } = partsOf(date);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** The same day `months` later (earlier when negative), at most the last day of that month. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return isoOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

export function monthOf(date: IsoDate): IsoMonth {
  return `${date.slice(0, 7)}-01`;
}

/** Whole months from one day to the other; negative when `to` is the earlier. */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  if (to < from) return -monthsBetween(to, from);
  const [start, end] = [partsOf(from), partsOf(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return addMonths(from, months) > to ? months - 1 : months;
}

/** Every month from the one of `from` to the one of `to`, both included. */
export function listMonths(from: IsoDate, to: IsoDate): IsoMonth[] {
  const first = monthOf(from);
  const count = Math.max(0, monthsBetween(first, monthOf(to)) + 1);
  return to < first ? [] : Array.from({ length: count }, (_, index) => addMonths(first, index));
}

/** Whole years (age, party age) at `to`; a partial date counts from the first day it can mean. */
export function yearsBetween(from: PartialDate, to: IsoDate): number {
  return Math.trunc(monthsBetween(earliest(from), to) / 12);
}

export function quarterOf(date: IsoDate): Period {
  const { year, month } = partsOf(date);
  return periodOf(year, Math.ceil(month / 3));
}

/** '2026-Q4' taken apart; null for anything else. */
export function parsePeriod(text: string): Quarter | null {
  const [, yearText, quarterText] = /^((?:19|20)\d{2})-Q([1-4])$/.exec(text) ?? [];
  if (yearText === undefined) return null;
  const [year, quarter] = [Number(yearText), Number(quarterText)];
  const from = isoOf(year, quarter * 3 - 2, 1);
  return { year, quarter, from, to: addDays(addMonths(from, 3), -1), months: [from, addMonths(from, 1), addMonths(from, 2)] };
}

/** Throws on a text that is no period. */
export function previousPeriod(period: Period): Period {
  const { year, quarter } = quarterParts(period);
  return quarter === 1 ? periodOf(year - 1, 4) : periodOf(year, quarter - 1);
}

/** Throws on a text that is no period. */
export function samePeriodLastYear(period: Period): Period {
  const { year, quarter } = quarterParts(period);
  return periodOf(year - 1, quarter);
}

/** '2026-Q4' → 'quý IV/2026'. Throws on a text that is no period. */
export function periodLabel(period: Period): string {
  const { year, quarter } = quarterParts(period);
  return `quý ${ROMAN_QUARTERS[quarter - 1]}/${year}`;
}

/** '2026-11-01' → 'tháng 11/2026'. */
export function monthLabel(month: IsoMonth): string {
  const { year, month: number } = partsOf(month);
  return `tháng ${number}/${year}`;
}

const WEEKDAYS = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** '2026-11-22' → 'Chủ Nhật'. */
export function weekdayName(date: IsoDate): string {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

/** The n-th working day after the date (before it when negative): Monday to Friday but days off, and weekend days worked as make-up. */
export function addWorkingDays(date: IsoDate, days: number, holidays: readonly Holiday[]): IsoDate {
  const isWorked = workedDays(holidays);
  const step = days < 0 ? -1 : 1;
  let current = date;
  for (let left = Math.abs(days); left > 0; ) {
    current = addDays(current, step);
    if (isWorked(current)) left -= 1;
  }
  return current;
}

/** Working days after `from` up to and with `to`; negative when `to` is the earlier. */
export function countWorkingDays(from: IsoDate, to: IsoDate, holidays: readonly Holiday[]): number {
  if (to < from) return -countWorkingDays(to, from, holidays) || 0;
  const isWorked = workedDays(holidays);
  let count = 0;
  for (let current = addDays(from, 1); current <= to; current = addDays(current, 1)) if (isWorked(current)) count += 1;
  return count;
}

function workedDays(holidays: readonly Holiday[]): (day: IsoDate) => boolean {
  const exceptions = new Map(holidays.map((holiday) => [holiday.day, holiday.workday]));
  return (day) => exceptions.get(day) ?? !isWeekend(day);
}

/** What a person typed: d/m/yyyy, dd-mm-yyyy, d.m.yyyy, m/yyyy, yyyy or yyyy-mm-dd; `problem` says what is wrong with `what` and what to do. */
export function parseTypedDate(text: string, what = 'ngày'): { date: PartialDate } | { problem: string } {
  const typed = text.trim();
  if (/^\d{4}-\d{1,2}(-\d{1,2})?$/.test(typed)) return realDate(typed.split('-').map(Number), typed, what);
  if (/^(\d{1,2}\s*[/.-]\s*){0,2}\d{4}$/.test(typed))
    return realDate(
      typed
        .split(/\s*[/.-]\s*/)
        .map(Number)
        .reverse(),
      typed,
      what,
    );
  return { problem: `“${typed}” không đọc được thành ngày. Hãy ghi ${what} theo dạng 03/11/2026, 11/2026 hoặc 2026.` };
}

function realDate([year = 0, month, day]: number[], typed: string, what: string): { date: PartialDate } | { problem: string } {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return { problem: `Năm ${year} không hợp lệ. Hãy sửa lại ${what}.` };
  if (!isRealDay(year, month ?? 1, day ?? 1)) {
    const kind = day === undefined ? 'Tháng' : 'Ngày';
    return { problem: `${kind} ${typed} không có thật. Hãy sửa lại ${what}.` };
  }
  return { date: isoOf(year, month ?? 1, day ?? 1).slice(0, precisionOf(month, day)) };
}

function precisionOf(month: number | undefined, day: number | undefined): number {
  if (month === undefined) return 4;
  return day === undefined ? 7 : 10;
}

function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isWeekend(date: IsoDate): boolean {
  return [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}

function quarterParts(period: Period): Quarter {
  const quarter = parsePeriod(period);
  if (!quarter) throw new RangeError(`no period: ${period}`);
  return quarter;
}

function periodOf(year: number, quarter: number): Period {
  return `${year}-Q${quarter}`;
}

function isoOf(year: number, month: number, day: number): IsoDate {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

function partsOf(date: IsoDate): { year: number; month: number; day: number } {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = date.split('-').map(Number);
  return { year, month, day };
}
