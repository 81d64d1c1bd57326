import { z } from 'zod';
import { type Share, VOTE_BASES } from './shares';

/** One parameter of the rules: what its value looks like, how it is shown, what it is unless the province says otherwise, and by which document. */
export type Rule<V> = {
  label: string;
  schema: z.ZodType<V>;
  show: (value: V) => string;
  value: V;
  /** YYYY-MM-DD */
  validFrom: string;
  citation: string;
  /** Not confirmed from the signed text: shown as "cần đối chiếu". */
  unsure?: true;
};

/** The document a value stands in, and the day from which it holds. */
export type Basis = { citation: string; validFrom: string; unsure?: true };

const whole = (max: number) =>
  z
    .number('Giá trị phải là một số.')
    .int('Giá trị phải là số nguyên.')
    .min(0, 'Giá trị không được âm.')
    .max(max, `Giá trị không được quá ${max}.`);

const counted = (unit: string, max: number) => {
  const schema = whole(max);
  return (label: string, value: number, basis: Basis): Rule<number> => ({
    label,
    schema,
    show: (shown) => `${shown} ${unit}`.trim(),
    value,
    ...basis,
  });
};

export const days = counted('ngày', 3650);
export const workingDays = counted('ngày làm việc', 3650);
export const months = counted('tháng', 600);
export const years = counted('năm', 120);
export const persons = counted('đảng viên', 10_000);
export const people = counted('người', 10_000);
export const percent = counted('%', 100);
export const times = counted('lần', 100);
export const points = counted('điểm', 100);

/** Several whole numbers or dates in their order. */
export const list = <T extends string | number>(
  label: string,
  value: T[],
  of: z.ZodType<T>,
  unit: string,
  basis: Basis,
): Rule<T[]> => ({
  label,
  schema: z.array(of).min(1, 'Danh sách phải có ít nhất một giá trị.'),
  show: (shown) => `${shown.join(', ')} ${unit}`.trim(),
  value,
  ...basis,
});

/** From one number to another, both included. */
export const range = (
  label: string,
  value: { from: number; to: number },
  unit: string,
  basis: Basis,
): Rule<{ from: number; to: number }> => ({
  label,
  schema: z
    .object({ from: z.number('Giá trị phải là một số.').min(0), to: z.number('Giá trị phải là một số.').min(0) })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'Mức cao không được nhỏ hơn mức thấp.' }),
  show: (shown) => `${decimal(shown.from)}–${decimal(shown.to)} ${unit}`.trim(),
  value,
  ...basis,
});

const ShareValue = z
  .object({
    numerator: whole(1000).min(1, 'Tử số phải từ 1 trở lên.'),
    denominator: whole(1000).min(1, 'Mẫu số phải từ 1 trở lên.'),
    over: z.boolean(),
    base: z.enum(['voting', 'official', 'expected', 'summoned']),
  })
  .refine(({ numerator, denominator }) => numerator <= denominator, {
    path: ['denominator'],
    message: 'Mẫu số không được nhỏ hơn tử số.',
  });

export const share = (label: string, value: Share, basis: Basis): Rule<Share> => ({
  label,
  schema: ShareValue,
  show: ({ numerator, denominator, over, base }) =>
    `${over ? 'trên' : 'ít nhất'} ${numerator}/${denominator} số ${VOTE_BASES[base]}`,
  value,
  ...basis,
});

export const choice = <T extends string>(label: string, value: NoInfer<T>, words: Record<T, string>, basis: Basis): Rule<T> => ({
  label,
  schema: z.enum(Object.keys(words) as [T, ...T[]], 'Hãy chọn một giá trị trong danh sách.'),
  show: (shown) => words[shown],
  value,
  ...basis,
});

/** A value of its own shape. */
export const shaped = <V>(label: string, schema: z.ZodType<V>, show: (value: V) => string, value: V, basis: Basis): Rule<V> => ({
  label,
  schema,
  show,
  value,
  ...basis,
});

export const decimal = (value: number): string => String(value).replace('.', ',');
export { whole };
