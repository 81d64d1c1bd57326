import { addDays, addMonths, type IsoDate } from '@/domain/calendar';

/** A band of whole years, both ends in it; to null: and above. */
export type Band = { key: string; label: string; from: number; to: number | null };

/** The age bands of the Party's member statistics. */
export const AGE_BANDS: readonly Band[] = [
  { key: '18-30', label: '18–30', from: 18, to: 30 },
  { key: '31-40', label: '31–40', from: 31, to: 40 },
  { key: '41-50', label: '41–50', from: 41, to: 50 },
  { key: '51-55', label: '51–55', from: 51, to: 55 },
  { key: '56-60', label: '56–60', from: 56, to: 60 },
  { key: '61', label: '61 trở lên', from: 61, to: null },
];

export const PARTY_AGE_BANDS: readonly Band[] = [
  { key: '0-9', label: 'dưới 10 năm', from: 0, to: 9 },
  { key: '10-19', label: '10–19 năm', from: 10, to: 19 },
  { key: '20-29', label: '20–29 năm', from: 20, to: 29 },
  { key: '30-39', label: '30–39 năm', from: 30, to: 39 },
  { key: '40-49', label: '40–49 năm', from: 40, to: 49 },
  { key: '50', label: '50 năm trở lên', from: 50, to: null },
];

/** The last day a person of that many full years at `today` can have been born on; the leap day counts as yearsBetween counts it. */
export function bornBy(years: number, today: IsoDate): IsoDate {
  return addDays(addMonths(addDays(today, 1), -12 * years), -1);
}

/**
 * The days that a band means at `today`: after `after`, up to `upTo`. Stored partial dates compare with them as plain text in C
 * collation, because a missing part sorts before any day of it.
 */
export function daysOf(band: Band, today: IsoDate): { after: IsoDate | null; upTo: IsoDate } {
  return { after: band.to === null ? null : bornBy(band.to + 1, today), upTo: bornBy(band.from, today) };
}
