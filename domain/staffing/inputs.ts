import { z } from 'zod';
import { countUpTo, line, lineText, neededDay } from '@/domain/inputs';
import { wholeDay } from '@/domain/members/member';
import { ChangeReasonInput, QuotaKindInput } from './words';

const LIMIT = 100_000;
const FIELD = /^(assigned|inPost)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export type Figures = { assigned: number | null; inPost: number | null };
/** before: as the form showed them. */
export type QuotaInput = { unitId: string; before: Figures; now: Figures };

const NO_FIGURE = 'Biên chế là số nguyên từ 0, ví dụ 24. Để trống nếu chưa có.';
const figureTyped = countUpTo(LIMIT, NO_FIGURE);
const EMPTY: Figures = { assigned: null, inPost: null };
const year = z.coerce.number('Hãy ghi năm.').int().min(2000).max(2100);

/** For each unit of the form: assigned-<id> and inPost-<id> as typed, was-assigned-<id> and was-inPost-<id> as shown; '' means not entered. */
export const AssignQuotasInput = z
  .looseObject({
    parentId: z.uuid('Không rõ tổ chức nào. Hãy mở lại trang.'),
    year,
    kind: QuotaKindInput,
    asOf: wholeDay('ngày chốt số có mặt'),
    source: line(300),
  })
  .transform(({ parentId, year: of, kind, asOf, source, ...fields }, context) => {
    const lines = new Map<string, QuotaInput>();
    for (const [name, typed] of Object.entries(fields)) {
      const [, figure, unitId] = FIELD.exec(name) ?? [];
      if (!unitId || typeof typed !== 'string') continue;
      const quota = lines.get(unitId) ?? { unitId, before: { ...EMPTY }, now: { ...EMPTY } };
      lines.set(unitId, quota);
      const key = figure === 'inPost' ? 'inPost' : 'assigned';
      const was = fields[`was-${name}`];
      quota.before[key] = typeof was === 'string' && was !== '' ? Number(was) : null;
      const read = figureTyped.safeParse(typed);
      if (read.success) quota.now[key] = read.data;
      else context.addIssue({ code: 'custom', path: [name], message: NO_FIGURE });
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
  persons: countUpTo(10_000, 'Số người là số nguyên từ 1 đến 10.000.').pipe(
    z.number('Hãy ghi số người.').min(1, 'Số người từ 1.'),
  ),
  effectiveOn: neededDay('ngày có hiệu lực'),
  decisionNumber: line(60),
  decisionDate: wholeDay('ngày quyết định'),
  note: line(300),
});
export type RecordChange = z.output<typeof RecordChangeInput>;

export const ReverseChangeInput = z.object({
  changeId: z.uuid('Không rõ bút toán nào. Hãy mở lại trang.'),
  note: lineText(300).pipe(z.string().min(5, 'Hãy ghi lý do hủy.')),
});
export type ReverseChange = z.output<typeof ReverseChangeInput>;
