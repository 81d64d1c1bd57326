import { z } from 'zod';
import { THEORY, type Theory } from '@/domain/cadres/codes';
import type { IsoDate } from '@/domain/calendar';
import { wholeDay } from '@/domain/members/member';
import { oneLine } from '@/domain/text';
import { Version } from '@/domain/version';
import { ClassKindInput, ResultInput } from './words';

const text = (max: number) =>
  z
    .string()
    .default('')
    .transform(oneLine)
    .pipe(z.string().max(max, `Nội dung dài quá ${max} ký tự. Hãy viết gọn lại.`));
const optional = (max: number) => text(max).transform((line) => line || null);
const neededDay = (what: string) =>
  wholeDay(what).transform((day, context): IsoDate => {
    if (day) return day;
    context.addIssue({ code: 'custom', message: `Hãy ghi ${what}.` });
    return z.NEVER;
  });
const learners = (needed: string | null) =>
  text(10).transform((typed, context): number => {
    const value = typed === '' && needed === null ? 0 : Number(typed || Number.NaN);
    if (Number.isInteger(value) && value >= 0 && value <= 5_000) return value;
    context.addIssue({ code: 'custom', message: needed ?? 'Số người là số nguyên từ 0 đến 5.000.' });
    return z.NEVER;
  });

const theories = Object.keys(THEORY).filter((key) => key !== 'none') as [Theory, ...Theory[]];
const theory = z
  .union([z.literal('').transform(() => null), z.enum(theories)], 'Hãy chọn trình độ lý luận chính trị.')
  .default(null);
const defence = z
  .union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(4)], 'Hãy chọn đối tượng từ 1 đến 4.')
  .default(null);

const fields = {
  kind: ClassKindInput,
  name: text(200).pipe(z.string().min(5, 'Hãy ghi tên lớp, ví dụ “Trung cấp lý luận chính trị khóa 12”.')),
  theory,
  defence,
  school: optional(200),
  place: optional(200),
  fromOn: neededDay('ngày khai giảng'),
  toOn: neededDay('ngày bế giảng'),
  planned: learners('Hãy ghi số người theo kế hoạch, từ 0 đến 5.000.'),
  others: learners(null),
  decisionNumber: optional(60),
};

/** What a class must say of itself: the level of a theory class, the object group of a defence class, days in their order. */
const complete = (
  { kind, theory: level, defence: group, fromOn, toOn }: z.output<z.ZodObject<typeof fields>>,
  context: z.RefinementCtx,
) => {
  const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (kind === 'theory' && !level) say('theory', 'Hãy chọn trình độ mà lớp lý luận chính trị cấp.');
  if (kind === 'defence' && !group) say('defence', 'Hãy chọn đối tượng của lớp quốc phòng, an ninh.');
  if (toOn < fromOn) say('toOn', 'Ngày bế giảng trước ngày khai giảng. Hãy kiểm tra lại.');
};

export const OpenClassInput = z
  .object({ ...fields, unitId: z.uuid('Không rõ cấp mở lớp. Hãy mở lại trang.') })
  .superRefine(complete);
export type OpenClass = z.output<typeof OpenClassInput>;

const existing = { classId: z.uuid('Không rõ lớp nào. Hãy mở lại trang.'), version: Version };
export const EditClassInput = z.object({ ...fields, ...existing }).superRefine(complete);
export type EditClass = z.output<typeof EditClassInput>;

const PICK = /^pick-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** Members picked stand as fields pick-<member>. */
export const EnrolInput = z.looseObject({ classId: existing.classId }).transform(({ classId, ...picks }, context) => {
  const memberIds = Object.keys(picks).flatMap((field) => PICK.exec(field)?.[1] ?? []);
  if (!memberIds.length) context.addIssue({ code: 'custom', path: [], message: 'Hãy chọn ít nhất một người cử đi học.' });
  return { classId, memberIds };
});
export type Enrol = z.output<typeof EnrolInput>;

const RESULT = /^result-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** One field a turn: result-<turn>, with its certificate number in certificate-<turn>. */
export const ResultsInput = z.looseObject(existing).transform(({ classId, version, ...fieldsOf }, context) => {
  const results = Object.entries(fieldsOf).flatMap(([field, typed]) => {
    const id = RESULT.exec(field)?.[1];
    if (!id) return [];
    const result = ResultInput.safeParse(typed);
    const certificate = optional(60).safeParse(fieldsOf[`certificate-${id}`] ?? '');
    if (result.success && certificate.success) return [{ id, result: result.data, certificate: certificate.data }];
    context.addIssue({ code: 'custom', path: [field], message: 'Hãy chọn kết quả có trong danh sách.' });
    return [];
  });
  return { classId, version, results };
});
export type Results = z.output<typeof ResultsInput>;

export const RemoveTurnInput = z.object({ turnId: z.uuid('Không rõ lượt học nào. Hãy mở lại trang.') });
export type RemoveTurn = z.output<typeof RemoveTurnInput>;
