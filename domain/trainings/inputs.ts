import { z } from 'zod';
import { THEORY, type Theory } from '@/domain/cadres/codes';
import { countUpTo, line, lineText, neededDay } from '@/domain/inputs';
import { Version } from '@/domain/version';
import { ClassKindInput, ResultInput } from './words';

const NO_NUMBER = 'Số người là số nguyên từ 0 đến 5.000.';
const MOST_LEARNERS = 5_000;
const theories = Object.keys(THEORY).filter((key) => key !== 'none') as [Theory, ...Theory[]];
const theory = z
  .union([z.literal('').transform(() => null), z.enum(theories)], 'Hãy chọn trình độ lý luận chính trị.')
  .default(null);
const defence = z
  .union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(4)], 'Hãy chọn đối tượng từ 1 đến 4.')
  .default(null);

const fields = {
  kind: ClassKindInput,
  name: lineText(200).pipe(z.string().min(5, 'Hãy ghi tên lớp, ví dụ “Trung cấp lý luận chính trị khóa 12”.')),
  theory,
  defence,
  school: line(200),
  place: line(200),
  fromOn: neededDay('ngày khai giảng'),
  toOn: neededDay('ngày bế giảng'),
  planned: countUpTo(MOST_LEARNERS, NO_NUMBER).pipe(z.number('Hãy ghi số người theo kế hoạch, từ 0 đến 5.000.')),
  others: countUpTo(MOST_LEARNERS, NO_NUMBER).transform((others) => others ?? 0),
  decisionNumber: line(60),
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
    const number = `certificate-${id}`;
    const certificate = line(60).safeParse(fieldsOf[number] ?? '');
    if (!result.success) context.addIssue({ code: 'custom', path: [field], message: 'Hãy chọn kết quả có trong danh sách.' });
    if (!certificate.success)
      context.addIssue({ code: 'custom', path: [number], message: 'Số chứng chỉ dài quá 60 ký tự. Hãy viết gọn lại.' });
    return result.success && certificate.success ? [{ id, result: result.data, certificate: certificate.data }] : [];
  });
  return { classId, version, results };
});
export type Results = z.output<typeof ResultsInput>;

export const RemoveTurnInput = z.object({ turnId: z.uuid('Không rõ lượt học nào. Hãy mở lại trang.') });
export type RemoveTurn = z.output<typeof RemoveTurnInput>;
