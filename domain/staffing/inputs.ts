import { z } from 'zod';
import type { IsoDate } from '@/domain/calendar';
import { wholeDay } from '@/domain/members/member';
import { oneLine } from '@/domain/text';
import { ChangeReasonInput, QuotaKindInput } from './words';

const LIMIT = 100_000;
const FIELD = /^(assigned|inPost)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

const text = (max: number) =>
  z
    .string()
    .default('')
    .transform(oneLine)
    .pipe(z.string().max(max, `Nội dung dài quá ${max} ký tự. Hãy viết gọn lại.`));
const optional = (max: number) => text(max).transform((line) => line || null);

export type Figures = { assigned: number | null; inPost: number | null };
/** before: as the form showed them. */
export type QuotaInput = { unitId: string; before: Figures; now: Figures };

const EMPTY: Figures = { assigned: null, inPost: null };
const year = z.coerce.number('Hãy ghi năm.').int().min(2000).max(2100);

/** For each unit of the form: assigned-<id> and inPost-<id> as typed, was-assigned-<id> and was-inPost-<id> as shown; '' means not entered. */
export const AssignQuotasInput = z
  .looseObject({
    parentId: z.uuid('Không rõ tổ chức nào. Hãy mở lại trang.'),
    year,
    kind: QuotaKindInput,
    asOf: wholeDay('ngày chốt số có mặt'),
    source: optional(300),
  })
  .transform(({ parentId, year: of, kind, asOf, source, ...fields }, context) => {
    const lines = new Map<string, QuotaInput>();
    for (const [name, typed] of Object.entries(fields)) {
      const [, figure, unitId] = FIELD.exec(name) ?? [];
      if (!unitId || typeof typed !== 'string') continue;
      const line = lines.get(unitId) ?? { unitId, before: { ...EMPTY }, now: { ...EMPTY } };
      lines.set(unitId, line);
      const key = figure === 'inPost' ? 'inPost' : 'assigned';
      const was = fields[`was-${name}`];
      line.before[key] = typeof was === 'string' && was !== '' ? Number(was) : null;
      line.now[key] = typed.trim() === '' ? null : Number(typed.replace(/\./g, ''));
      const value = line.now[key];
      if (value !== null && !(Number.isInteger(value) && value >= 0 && value <= LIMIT))
        context.addIssue({
          code: 'custom',
          path: [name],
          message: 'Biên chế là số nguyên từ 0, ví dụ 24. Để trống nếu chưa có.',
        });
    }
    return { parentId, year: of, kind, asOf, source, lines: [...lines.values()] };
  });
export type AssignQuotas = z.output<typeof AssignQuotasInput>;

const same = (a: Figures, b: Figures) => a.assigned === b.assigned && a.inPost === b.inPost;
export const changedQuotas = (lines: readonly QuotaInput[]): QuotaInput[] =>
  lines.filter(({ before, now }) => !same(before, now));
/** Whether someone else wrote since the form was opened. */
export const isOvertaken = ({ before }: QuotaInput, stored: Figures | undefined): boolean => !same(before, stored ?? EMPTY);

export const RecordChangeInput = z.object({
  unitId: z.uuid('Hãy chọn tổ chức.'),
  kind: QuotaKindInput,
  reason: ChangeReasonInput,
  persons: z.coerce
    .number('Hãy ghi số người.')
    .int('Số người là số nguyên.')
    .min(1, 'Số người từ 1.')
    .max(10_000, 'Số người quá lớn.'),
  effectiveOn: wholeDay('ngày có hiệu lực').transform((day, context): IsoDate => {
    if (day) return day;
    context.addIssue({ code: 'custom', message: 'Hãy ghi ngày có hiệu lực.' });
    return z.NEVER;
  }),
  decisionNumber: optional(60),
  decisionDate: wholeDay('ngày quyết định'),
  note: optional(300),
});
export type RecordChange = z.output<typeof RecordChangeInput>;

export const ReverseChangeInput = z.object({
  changeId: z.uuid('Không rõ bút toán nào. Hãy mở lại trang.'),
  note: text(300).pipe(z.string().min(5, 'Hãy ghi lý do hủy.')),
});
export type ReverseChange = z.output<typeof ReverseChangeInput>;
