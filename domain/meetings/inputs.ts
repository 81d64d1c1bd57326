import { z } from 'zod';
import { Version } from '@/domain/version';
import { isIsoDate } from '../calendar';
import { normalizeText } from './text';
import {
  ATTENDANCE_LABELS,
  type AttendanceCode,
  MEETING_KIND_LABELS,
  type MeetingKind,
  OUTCOME_LABELS,
  type Outcome,
  RESOLUTION_LABELS,
  type ResolutionKind,
} from './words';

const text = (max: number) =>
  z.string().max(max, `Nội dung dài quá ${max} chữ. Hãy viết gọn lại.`).transform(normalizeText).default('');
const id = z.guid('Mã không hợp lệ. Hãy tải lại trang.');
const keys = <K extends string>(labels: Record<K, string>) => Object.keys(labels) as [K, ...K[]];
const count = z.coerce
  .number('Hãy ghi số phiếu.')
  .int('Số phiếu là số nguyên.')
  .min(0, 'Số phiếu không được âm.')
  .max(100_000, 'Số phiếu quá lớn.');
const day = z
  .string()
  .refine((value) => value === '' || isIsoDate(value), 'Ngày không có thật. Hãy chọn lại ngày.')
  .default('');
const time = z
  .string()
  .regex(/^(\d\d:\d\d)?$/, 'Giờ viết dạng 19:30.')
  .default('');

/** The minutes as the form holds them: everything may still be empty, because a draft is saved at any moment. */
export const Minutes = z.object({
  heldOn: day,
  startsAt: time,
  endsAt: time,
  place: text(300),
  online: z.boolean().default(false),
  chairName: text(100),
  chairTitle: text(100),
  secretaryName: text(100),
  guests: text(1000),
  attendance: z
    .array(z.object({ memberId: id, code: z.enum(keys<AttendanceCode>(ATTENDANCE_LABELS)), reason: text(200) }))
    .max(2000)
    .default([]),
  closing: z
    .array(z.object({ assignmentId: id, outcome: z.enum(['', ...keys<Outcome>(OUTCOME_LABELS)]).default(''), note: text(500) }))
    .max(500)
    .default([]),
  agenda: z
    .array(z.object({ title: text(500), presenter: text(100), document: text(300) }))
    .max(50)
    .default([]),
  opinions: z
    .array(z.object({ speakerId: z.union([id, z.literal('')]).default(''), speakerName: text(100), text: text(3000) }))
    .max(200)
    .default([]),
  conclusion: text(10_000),
  resolutions: z
    .array(
      z.object({
        kind: z.enum(keys<ResolutionKind>(RESOLUTION_LABELS)),
        text: text(3000),
        base: count,
        baseReason: text(300),
        inFavour: count,
        against: count,
        other: count,
      }),
    )
    .max(50)
    .default([]),
  assignments: z
    .array(z.object({ text: text(1000), memberId: z.union([id, z.literal('')]).default(''), memberName: text(100), dueOn: day }))
    .max(100)
    .default([]),
  /** Points by criterion key of the rubric in force; empty when the meeting was not scored. */
  scores: z.record(z.string(), z.coerce.number().min(0).max(100)).default({}),
});
export type Minutes = z.output<typeof Minutes>;

export const StartMeeting = z.object({
  cellId: id,
  month: z.string().refine((day) => isIsoDate(day) && day.endsWith('-01'), 'Tháng không hợp lệ. Hãy chọn lại tháng.'),
  kind: z.enum(keys<MeetingKind>(MEETING_KIND_LABELS), 'Hãy chọn loại sinh hoạt.').default('regular'),
});

export const SaveDraft = z.object({ meetingId: id, version: Version, minutes: Minutes });
export const SubmitMinutes = z.object({
  meetingId: id,
  version: Version,
  minutes: Minutes,
  accepted: z.boolean().default(false),
});
export const AcceptMinutes = z.object({ meetingId: id, version: Version });
export const ReturnMinutes = z.object({
  meetingId: id,
  version: Version,
  reason: z
    .string()
    .trim()
    .min(5, 'Hãy ghi lý do trả lại để chi bộ biết cần sửa gì.')
    .max(1000, 'Lý do dài quá 1.000 chữ. Hãy viết gọn lại.'),
});
