import { z } from 'zod';
import { keysOf, line, neededDay } from '@/domain/inputs';
import { decisionFields, wholeDay } from '@/domain/members/member';
import { Version } from '@/domain/version';
import { APPOINTMENT_KINDS, END_KINDS } from './kinds';

/** Every decision on personnel: number, day, who issued and signed it. */
export const personnelDecision = {
  ...decisionFields,
  decisionNumber: decisionFields.decisionNumber.pipe(z.string('Hãy ghi số, ký hiệu quyết định.')),
  decisionDate: neededDay('ngày quyết định'),
  reason: line(500),
};
/** Kinds that a person enters; `member_left` is written by the ledger of members. */
const endKinds = keysOf(END_KINDS).filter((kind) => kind !== 'member_left') as [
  keyof typeof END_KINDS,
  ...(keyof typeof END_KINDS)[],
];

export const BeginAppointmentInput = z.object({
  cadreId: z.uuid('Hãy chọn cán bộ.'),
  postId: z.uuid('Hãy chọn chức danh.'),
  kind: z.enum(keysOf(APPOINTMENT_KINDS), 'Hãy chọn hình thức.'),
  title: line(200),
  fromOn: neededDay('ngày bắt đầu giữ chức vụ'),
  termEndsOn: wholeDay('ngày hết thời hạn'),
  concurrent: z.literal('yes').optional(),
  /** Holdings that this decision ends on the same day. */
  ends: z.union([z.array(z.uuid()), z.uuid().transform((id) => [id])]).default([]),
  ...personnelDecision,
  /** Why it is decided all the same where the rules doubt; asked for only then. */
  exceptionReason: line(500),
});
export type BeginAppointment = z.output<typeof BeginAppointmentInput>;

const existing = { appointmentId: z.uuid('Không rõ chức vụ nào. Hãy mở lại trang.'), version: Version };

export const ExtendAppointmentInput = z.object({
  ...existing,
  kind: z.enum(['reappointed', 'extended'], 'Hãy chọn bổ nhiệm lại hoặc kéo dài.'),
  effectiveOn: neededDay('ngày có hiệu lực'),
  termEndsOn: neededDay('ngày hết thời hạn mới'),
  /** When the end of the term was told, where known. */
  noticedOn: wholeDay('ngày thông báo hết thời hạn'),
  ...personnelDecision,
  /** Why it is decided all the same where the rules doubt; asked for only then. */
  exceptionReason: line(500),
});
export type ExtendAppointment = z.output<typeof ExtendAppointmentInput>;

export const EndAppointmentInput = z.object({
  ...existing,
  endKind: z.enum(endKinds, 'Hãy chọn lý do thôi giữ chức vụ.'),
  effectiveOn: neededDay('ngày thôi giữ chức vụ'),
  ...personnelDecision,
});
export type EndAppointment = z.output<typeof EndAppointmentInput>;

export const ReverseAppointmentInput = z.object({
  ...existing,
  eventId: z.uuid('Không rõ bút toán nào. Hãy mở lại trang.'),
  reason: line(500).pipe(z.string('Hãy ghi lý do hủy bút toán.')),
});
export type ReverseAppointment = z.output<typeof ReverseAppointmentInput>;
