import { z } from 'zod';
import type { IsoDate } from './calendar';
import { wholeDay } from './members/member';
import { oneLine } from './text';

/** The keys of a table, as z.enum takes them. */
export const keysOf = <T extends string>(words: Record<T, unknown>) => Object.keys(words) as [T, ...T[]];

/** One line of at most so many signs, '' when empty. */
export const lineText = (max: number) =>
  z
    .string()
    .default('')
    .transform(oneLine)
    .pipe(z.string().max(max, `Nội dung dài quá ${max} ký tự. Hãy viết gọn lại.`));

/** The same, null when empty. */
export const line = (max: number) => lineText(max).transform((text) => text || null);

export const neededLine = (max: number, missing: string) => line(max).pipe(z.string(missing));

/** A whole day typed dd/mm/yyyy that may not be left out. */
export const neededDay = (what: string) =>
  wholeDay(what).transform((day, context): IsoDate => {
    if (day) return day;
    context.addIssue({ code: 'custom', message: `Hãy ghi ${what}.` });
    return z.NEVER;
  });

/** A whole number as people type it, '1.200' and '1200'; null for anything else: '30.5' is no number of things, and not 305. */
export function wholeNumberOf(typed: string): number | null {
  const text = typed.replace(/\s/g, '');
  return /^(\d+|\d{1,3}(\.\d{3})+)$/.test(text) ? Number(text.replaceAll('.', '')) : null;
}

/** A count typed in a field that may stay empty. */
export const countUpTo = (max: number, message: string) =>
  z
    .string()
    .default('')
    .transform((typed, context): number | null => {
      if (typed.trim() === '') return null;
      const count = wholeNumberOf(typed);
      if (count !== null && count <= max) return count;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });
