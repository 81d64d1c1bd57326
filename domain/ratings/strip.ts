import type { IsoDate } from '@/domain/calendar';
import type { Rules } from '@/domain/rule-sets';
import { LEVEL_WORDS, type Level } from './words';

export type YearRating = { year: number; level: Level };
export type StripYear = { year: number; level: Level | null };

/** The last so many years up to `lastYear`, oldest first; a year without a decided rating is empty. */
export function stripOf(ratings: readonly YearRating[], lastYear: number, rules: Pick<Rules, 'class.strip'>): StripYear[] {
  const byYear = new Map(ratings.map(({ year, level }) => [year, level]));
  const length = rules['class.strip'].value;
  return Array.from({ length }, (_, index) => {
    const year = lastYear - length + 1 + index;
    return { year, level: byYear.get(year) ?? null };
  });
}

/** '2024: Hoàn thành tốt nhiệm vụ; 2025: chưa xếp loại'. */
export const stripTitle = (strip: readonly StripYear[]): string =>
  strip.map(({ year, level }) => `${year}: ${level ? LEVEL_WORDS[level].label : 'chưa xếp loại'}`).join('; ');

/** 'XS · T · –': for papers and spreadsheets. */
export const stripLetters = (strip: readonly StripYear[]): string =>
  strip.map(({ level }) => (level ? LEVEL_WORDS[level].letter : '–')).join(' · ');

/** How many years in a row end with the last rated one and are all "không hoàn thành"; a year without rating breaks the row. */
export function failedRun(ratings: readonly YearRating[]): number {
  const latest = [...ratings].sort((a, b) => b.year - a.year);
  const first = latest[0]?.year ?? 0;
  const end = latest.findIndex(({ year, level }, index) => level !== 'failed' || year !== first - index);
  return end === -1 ? latest.length : end;
}

/** Whether that row is long enough to ask whether the person stays in the post. */
export const isFailing = (ratings: readonly YearRating[], rules: Pick<Rules, 'class.failed.years'>): boolean =>
  failedRun(ratings) >= rules['class.failed.years'].value;

/** The last year that is over: ratings of a year are decided after its end. */
export const lastRatedYear = (today: IsoDate): number => Number(today.slice(0, 4)) - 1;
