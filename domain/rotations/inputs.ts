import { z } from 'zod';
import { personnelDecision } from '@/domain/appointments/inputs';
import { parseTypedDate } from '@/domain/calendar';
import { keysOf, line, neededDay, neededLine } from '@/domain/inputs';
import { wholeDay } from '@/domain/members/member';
import { LevelInput } from '@/domain/ratings/inputs';
import { Version } from '@/domain/version';
import { DECISIONS } from './entries';
import { isRotationLevel } from './levels';
import type { ReportedLine } from './reported';
import { BASES, PLACEMENT_FORMS, PLACEMENTS, STEPS } from './words';

/** Text of several lines; null when empty. */
export const text = (max: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.trim())
    .pipe(z.string().max(max, `Nội dung dài quá ${max} ký tự. Hãy viết gọn lại.`))
    .transform((typed) => typed || null);
/** A month typed as mm/yyyy, kept as 'YYYY-MM'. */
const month = (what: string) =>
  z.string('Hãy ghi tháng.').transform((typed, context) => {
    const parsed = parseTypedDate(typed, what);
    if ('date' in parsed && parsed.date.length >= 7) return parsed.date.slice(0, 7);
    const unread = typed.trim() ? `“${typed.trim()}” không đọc được thành tháng. ` : '';
    context.addIssue({ code: 'custom', message: `${unread}Hãy ghi ${what} đủ tháng và năm, ví dụ 03/2027.` });
    return z.NEVER;
  });
const whole = (max: number, message: string) => z.coerce.number(message).int(message).min(0, message).max(max, message);
const optionalId = (message: string) =>
  z
    .union([z.literal('').transform(() => null), z.uuid(message)])
    .optional()
    .transform((id) => id ?? null);

export const Basis = z.enum(keysOf(BASES), 'Hãy chọn đối tượng luân chuyển.');
const Expected = z.enum(keysOf(PLACEMENTS), 'Hãy chọn dự kiến bố trí sau luân chuyển.');
const planned = { planId: z.uuid('Không rõ kế hoạch nào. Hãy mở lại trang.'), version: Version };
export const existing = { rotationId: z.uuid('Không rõ lượt luân chuyển nào. Hãy mở lại trang.'), version: Version };

export const DraftPlanInput = z.object({
  unitId: z.uuid('Hãy chọn nơi lập kế hoạch.'),
  title: neededLine(200, 'Hãy ghi tên kế hoạch.'),
  year: z.coerce
    .number('Hãy ghi năm.')
    .int('Hãy ghi năm bằng bốn chữ số.')
    .min(2000, 'Hãy ghi năm bằng bốn chữ số.')
    .max(2100, 'Hãy ghi năm bằng bốn chữ số.'),
  purpose: text(2000).pipe(z.string('Hãy ghi nhu cầu, mục đích luân chuyển.')),
  policies: text(2000),
});
export type DraftPlan = z.output<typeof DraftPlanInput>;

export const AddPlanLineInput = z.object({
  ...planned,
  postId: z.uuid('Hãy chọn chức danh cần luân chuyển đến.'),
  need: neededLine(500, 'Hãy ghi nhu cầu ở vị trí này.'),
  form: z.enum(keysOf(PLACEMENT_FORMS), 'Hãy chọn hình thức.'),
  startsMonth: month('tháng bắt đầu'),
  months: whole(120, 'Thời gian là số tháng, từ 1 đến 120.').min(1, 'Thời gian là số tháng, từ 1 đến 120.'),
  expected: Expected,
});
export type AddPlanLine = z.output<typeof AddPlanLineInput>;

export const DropPlanLineInput = z.object({ ...planned, lineId: z.uuid('Không rõ dòng nào. Hãy mở lại trang.') });
export type DropPlanLine = z.output<typeof DropPlanLineInput>;

export const ApprovePlanInput = z.object({ ...planned, ...personnelDecision });
export type ApprovePlan = z.output<typeof ApprovePlanInput>;

export const ProposeRotationInput = z.object({
  lineId: optionalId('Không rõ dòng kế hoạch nào. Hãy mở lại trang.'),
  cadreId: z.uuid('Hãy chọn cán bộ.'),
  postId: z.uuid('Hãy chọn chức danh nơi đến.'),
  basis: Basis,
  plannedFor: line(300),
  startsOn: neededDay('ngày dự kiến bắt đầu'),
  until: wholeDay('ngày hết thời hạn'),
  expected: Expected,
  exceptionReason: line(500),
});
export type ProposeRotation = z.output<typeof ProposeRotationInput>;

export const RecordStepInput = z.object({
  ...existing,
  step: z.enum([...STEPS, 'announced'], 'Hãy chọn bước.'),
  heldOn: neededDay('ngày thực hiện'),
  note: text(1000),
});
export type RecordStep = z.output<typeof RecordStepInput>;

export const WithdrawRotationInput = z.object({ ...existing, reason: neededLine(500, 'Hãy ghi lý do rút đề xuất.') });
export type WithdrawRotation = z.output<typeof WithdrawRotationInput>;

export const StartRotationInput = z.object({
  ...existing,
  ...personnelDecision,
  startedOn: neededDay('ngày bắt đầu luân chuyển'),
  until: wholeDay('ngày hết thời hạn'),
  exceptionReason: line(500),
});
export type StartRotation = z.output<typeof StartRotationInput>;

export const RateStayInput = z.object({
  ...existing,
  year: whole(2100, 'Hãy chọn năm đánh giá.'),
  level: LevelInput,
  note: text(1000),
});
export type RateStay = z.output<typeof RateStayInput>;

export const ExtendStayInput = z.object({ ...existing, ...personnelDecision, until: neededDay('ngày hết thời hạn mới') });
export type ExtendStay = z.output<typeof ExtendStayInput>;

export const EndRotationInput = z.object({
  ...existing,
  placement: z.enum(keysOf(PLACEMENTS), 'Hãy chọn cách bố trí sau luân chuyển.'),
  postId: optionalId('Hãy chọn chức danh trong danh sách.'),
  endedOn: neededDay('ngày kết thúc'),
  ...personnelDecision,
  resultNote: text(1000),
  exceptionReason: line(500),
});
export type EndRotation = z.output<typeof EndRotationInput>;

export const wrong = { reason: neededLine(500, 'Hãy ghi lý do hủy bút toán.') };

export const TakeBackInput = z.object({
  ...existing,
  ...wrong,
  entry: z.enum(DECISIONS, 'Không rõ bút toán nào. Hãy mở lại trang.'),
});
export type TakeBack = z.output<typeof TakeBackInput>;

const LINE = /^turns-([a-z]+)-([a-z]+)$/;
const TURNS = 'Số lượt là số nguyên từ 0 đến 100.000.';
const MOST = 100_000;
const turns = (typed: string): number | null => (/^\d{1,6}$/.test(typed) && Number(typed) <= MOST ? Number(typed) : null);

/** Totals as a report stated them; lines come as turns-<from>-<to>, an empty one is not stated. */
export const SaveReportInput = z
  .looseObject({
    unitId: z.uuid('Không rõ đơn vị nào. Hãy mở lại trang.'),
    reportId: optionalId('Không rõ số liệu nào. Hãy mở lại trang.'),
    version: Version.optional(),
    title: neededLine(200, 'Hãy ghi tên số liệu, ví dụ: Luân chuyển cán bộ 2010–2018.'),
    source: neededLine(300, 'Hãy ghi nguồn: số, ngày, tên báo cáo.'),
    fromMonth: month('tháng đầu'),
    toMonth: month('tháng cuối'),
    total: z
      .string()
      .trim()
      .regex(/^\d{1,6}$/, `Hãy ghi tổng số lượt. ${TURNS}`)
      .transform(Number),
    vertical: z
      .string()
      .trim()
      .regex(/^\d{0,6}$/, TURNS)
      .default('')
      .transform((typed) => (typed ? Number(typed) : null)),
    note: text(1000),
  })
  .transform((typed, context) => {
    const lines: ReportedLine[] = [];
    for (const [name, value] of Object.entries(typed)) {
      const [, from = '', to = ''] = LINE.exec(name) ?? [];
      if (!isRotationLevel(from) || !isRotationLevel(to) || typeof value !== 'string' || value.trim() === '') continue;
      const stated = turns(value.trim());
      if (stated === null) context.addIssue({ code: 'custom', path: [name], message: TURNS });
      else lines.push({ from, to, turns: stated });
    }
    if (typed.toMonth < typed.fromMonth)
      context.addIssue({ code: 'custom', path: ['toMonth'], message: 'Tháng cuối ở trước tháng đầu. Hãy sửa lại.' });
    const { unitId, reportId, version, title, source, fromMonth, toMonth, total, vertical, note } = typed;
    return { unitId, reportId, version, title, source, fromMonth, toMonth, total, vertical, note, lines };
  });
export type SaveReport = z.output<typeof SaveReportInput>;
