import { z } from 'zod';
import { personnelDecision } from '@/domain/appointments/inputs';
import { countUpTo, line, lineText, neededDay } from '@/domain/inputs';
import { wholeDay } from '@/domain/members/member';
import { cleanText } from '@/domain/text';
import { Version } from '@/domain/version';
import { LEVELS, SUBJECTS } from './words';

export const LevelInput = z.enum(LEVELS, 'Hãy chọn một mức xếp loại.');

/** '87,5' and '87.5' are the same points. */
const points = lineText(10).transform((typed, context): number | null => {
  if (typed === '') return null;
  const value = /^\d{1,3}([.,]\d{1,2})?$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN;
  if (value <= 100) return value;
  context.addIssue({ code: 'custom', message: 'Điểm là số từ 0 đến 100, ví dụ 87,5.' });
  return z.NEVER;
});

const level = z.union([z.literal('').transform(() => null), LevelInput], 'Hãy chọn một mức xếp loại.').default(null);
const TASKS = 'Số việc là số nguyên từ 0 đến 10.000.';

/** Units or cadres picked stand as fields pick-<id>. */
const PICK = /^pick-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** The most rows of one group. */
export const MOST_ROWS = 400;

const pickedOf = (fields: Record<string, unknown>, context: z.RefinementCtx, path: string[]): string[] => {
  const picked = Object.keys(fields).flatMap((field) => PICK.exec(field)?.[1] ?? []);
  const say = (message: string) => context.addIssue({ code: 'custom', path, message });
  if (!picked.length) say('Hãy chọn ít nhất một người hoặc tổ chức vào nhóm.');
  if (picked.length > MOST_ROWS) say(`Một nhóm có nhiều nhất ${MOST_ROWS} dòng. Hãy chia nhóm.`);
  return picked;
};

export const OpenGroupInput = z
  .looseObject({
    unitId: z.uuid('Không rõ cấp quyết định. Hãy mở lại trang.'),
    subject: z.enum(SUBJECTS, 'Hãy chọn cá nhân hay tập thể.'),
    year: z.coerce.number('Hãy ghi năm.').int().min(2000, 'Năm từ 2000.').max(2100, 'Năm đến 2100.'),
    quarter: z.coerce.number().int().min(0).max(4, 'Hãy chọn cả năm hoặc một quý.').default(0),
    name: lineText(120).pipe(z.string().min(3, 'Hãy đặt tên nhóm, ví dụ “Đảng ủy các xã”.')),
    prominent: z.literal('yes').optional(),
  })
  .transform(({ unitId, subject, year, quarter, name, prominent, ...fields }, context) => {
    const picked = pickedOf(fields, context, ['name']);
    return { unitId, subject, year, quarter, name, prominent: prominent === 'yes', picked };
  });
export type OpenGroup = z.output<typeof OpenGroupInput>;

const existingGroup = { groupId: z.uuid('Không rõ nhóm nào. Hãy mở lại trang.'), version: Version };

/** More rows for a group that is still open. */
export const AddToGroupInput = z
  .looseObject(existingGroup)
  .transform(({ groupId, version, ...fields }, context) => ({ groupId, version, picked: pickedOf(fields, context, []) }));
export type AddToGroup = z.output<typeof AddToGroupInput>;

const existing = { ratingId: z.uuid('Không rõ dòng xếp loại nào. Hãy mở lại trang.'), version: Version };

export const SelfRatingInput = z
  .object({
    ...existing,
    points,
    assigned: countUpTo(10_000, TASKS),
    done: countUpTo(10_000, TASKS),
    onTime: countUpTo(10_000, TASKS),
    above: countUpTo(1_000, 'Mức vượt là số phần trăm nguyên, ví dụ 30.'),
    disciplined: countUpTo(1_000, 'Hãy ghi số đơn vị, thành viên bị kỷ luật, 0 nếu không có.'),
    violation: line(300),
    selfLevel: level,
    selfOn: wholeDay('ngày tự xếp loại'),
  })
  .superRefine(({ assigned, done, onTime }, context) => {
    const more = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if ((done ?? 0) > (assigned ?? 0)) more('done', 'Số việc đã xong không thể nhiều hơn số việc được giao.');
    else if ((onTime ?? 0) > (done ?? 0)) more('onTime', 'Số việc đúng hạn không thể nhiều hơn số việc đã xong.');
  });
export type SelfRating = z.output<typeof SelfRatingInput>;

/** What a unit says of itself: every part of it. */
export const OwnRatingInput = z.object({
  ...existing,
  selfPoints: points.transform((value, context): number => {
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: 'Hãy ghi điểm tự chấm, từ 0 đến 100.' });
    return z.NEVER;
  }),
  selfLevel: LevelInput,
  selfReason: z
    .string()
    .default('')
    .transform((typed) => cleanText(typed).trim())
    .pipe(
      z
        .string()
        .min(10, 'Hãy nêu lý do tự nhận mức này: việc đã làm được, việc còn thiếu.')
        .max(2000, 'Lý do dài quá 2.000 ký tự. Hãy viết gọn lại.'),
    ),
  selfOn: neededDay('ngày họp tự xếp loại'),
});
export type OwnRating = z.output<typeof OwnRatingInput>;

export const ProposeRatingInput = z.object({ ...existing, level: LevelInput, reason: line(500) });
export type ProposeRating = z.output<typeof ProposeRatingInput>;

export const RemoveRatingInput = z.object(existing);
export type RemoveRating = z.output<typeof RemoveRatingInput>;

const LEVEL = /^level-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** One field a row: level-<id>. */
export const DecideGroupInput = z
  .looseObject({
    ...personnelDecision,
    ...existingGroup,
    overReason: line(500),
  })
  .transform(({ groupId, version, overReason, decisionNumber, decisionDate, issuer, signer, ...fields }, context) => {
    const levels = Object.entries(fields).flatMap(([field, typed]) => {
      const id = LEVEL.exec(field)?.[1];
      if (!id) return [];
      const read = LevelInput.safeParse(typed);
      if (read.success) return [{ id, level: read.data }];
      context.addIssue({ code: 'custom', path: [field], message: 'Hãy chọn mức xếp loại cho từng dòng trước khi quyết định.' });
      return [];
    });
    return { groupId, version, overReason, decisionNumber, decisionDate, issuer, signer, levels };
  });
export type DecideGroup = z.output<typeof DecideGroupInput>;

export const ReviseRatingInput = z.object({
  ...existing,
  ...personnelDecision,
  level: LevelInput,
  reason: lineText(500).pipe(z.string().min(5, 'Hãy ghi lý do xếp loại lại.')),
});
export type ReviseRating = z.output<typeof ReviseRatingInput>;
