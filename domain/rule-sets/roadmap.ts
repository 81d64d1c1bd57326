import { z } from 'zod';
import { whole } from './kinds';

const ages = z
  .array(whole(1200))
  .min(1, 'Hãy ghi ít nhất một tuổi.')
  .refine((list) => list.every((age, at) => at === 0 || (age >= (list[at - 1] ?? 0) && age - (list[at - 1] ?? 0) < 12)), {
    message: 'Tuổi nghỉ hưu không được giảm, và mỗi năm chỉ tăng dưới 12 tháng.',
  });

/** Retirement ages in months: what they were before, then one for each year from `firstYear` on; the last one stays. */
export const Roadmap = z
  .object({ firstYear: whole(2200), menBefore: whole(1200), womenBefore: whole(1200), men: ages, women: ages })
  .refine(({ menBefore, men }) => (men[0] ?? 0) >= menBefore, {
    path: ['men'],
    message: 'Lộ trình không được thấp hơn tuổi trước đó.',
  })
  .refine(({ womenBefore, women }) => (women[0] ?? 0) >= womenBefore, {
    path: ['women'],
    message: 'Lộ trình không được thấp hơn tuổi trước đó.',
  });
export type Roadmap = z.output<typeof Roadmap>;

const steps = (first: number, step: number, last: number) =>
  Array.from({ length: (last - first) / step + 1 }, (_, at) => first + at * step);

/** Nghị định 135/2020/NĐ-CP, Điều 4: men from 60 years 3 months in 2021 by 3 months a year to 62 in 2028, women from 55 years 4 months by 4 months to 60 in 2035. */
export const ROADMAP: Roadmap = {
  firstYear: 2021,
  menBefore: 60 * 12,
  womenBefore: 55 * 12,
  men: steps(60 * 12 + 3, 3, 62 * 12),
  women: steps(55 * 12 + 4, 4, 60 * 12),
};

/** 741 → '61 tuổi 9 tháng'. */
export const ageWords = (months: number): string =>
  `${Math.floor(months / 12)} tuổi${months % 12 ? ` ${months % 12} tháng` : ''}`;

const sexWords = (word: string, list: readonly number[], firstYear: number) =>
  `${word} từ ${ageWords(list[0] ?? 0)} (${firstYear}) đến ${ageWords(list.at(-1) ?? 0)} (${firstYear + list.length - 1})`;

export const roadmapWords = ({ firstYear, men, women }: Roadmap): string =>
  `${sexWords('nam', men, firstYear)}; ${sexWords('nữ', women, firstYear)}`;
