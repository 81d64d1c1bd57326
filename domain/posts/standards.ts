import { z } from 'zod';
import { ADMINISTRATION, PROFESSIONAL, THEORY } from '@/domain/cadres/codes';

const keys = <T extends string>(words: Record<T, string>) => Object.keys(words) as [T, ...T[]];

/**
 * The checkable conditions of a title (tiêu chuẩn chức danh, Quy định 365-QĐ/TW): least theory, profession and administration, the class of
 * defence training (đối tượng 1–4), months in the present post and months worked at commune level. What cannot be checked stands in `text`.
 */
export const Standards = z.object({
  theory: z.enum(keys(THEORY)).nullable().default(null),
  professional: z.enum(keys(PROFESSIONAL)).nullable().default(null),
  administration: z.enum(keys(ADMINISTRATION)).nullable().default(null),
  defence: z.number().int().min(1).max(4).nullable().default(null),
  presentPostMonths: z.number().int().min(0).max(600).nullable().default(null),
  grassrootsMonths: z.number().int().min(0).max(600).nullable().default(null),
  text: z.string().max(4000).default(''),
});
export type Standards = z.output<typeof Standards>;
