import { z } from 'zod';
import { personnelDecision } from '@/domain/appointments/inputs';
import { APPOINTMENT_KINDS } from '@/domain/appointments/kinds';
import type { IsoDate } from '@/domain/calendar';
import { countUpTo, keysOf, line, neededDay, neededLine } from '@/domain/inputs';
import { wholeDay } from '@/domain/members/member';
import { cleanText } from '@/domain/text';
import { Version } from '@/domain/version';
import type { Votes } from './ballots';
import { EFFECTS } from './decision-kinds';
import { isPaperKey, type PaperKey } from './dossier';
import { RENEWAL_KINDS } from './renewals';
import { votesField } from './step-problems';

const words = (max: number) =>
  z
    .string()
    .default('')
    .transform((text) => cleanText(text).trim())
    .pipe(z.string().max(max, `Nội dung dài quá ${max} ký tự. Hãy viết gọn lại.`))
    .transform((text) => text || null);
const MOST = 10_000;
const NO_COUNT = 'Hãy ghi bằng số nguyên từ 0, ví dụ 12.';
const maybeCount = countUpTo(MOST, NO_COUNT);
const count = maybeCount.transform((value) => value ?? 0);

const existing = { procedureId: z.uuid('Không rõ quy trình nào. Hãy mở lại trang.'), version: Version };

export const OpenProcedureInput = z.object({
  postId: z.uuid('Hãy chọn chức danh.'),
  source: z.enum(['local', 'outside'], 'Hãy chọn nguồn nhân sự.'),
  reason: neededLine(500, 'Hãy ghi lý do: số lượng, nguồn nhân sự, dự kiến phân công.'),
  openedOn: neededDay('ngày mở quy trình'),
  policyAskedOn: neededDay('ngày gửi văn bản xin chủ trương'),
  policyAskedNumber: line(60),
});
export type OpenProcedure = z.output<typeof OpenProcedureInput>;

/** For whoever holds the title now and may be kept in it; version: the holding's. */
export const OpenRenewalInput = z.object({
  appointmentId: z.uuid('Không rõ chức vụ nào. Hãy mở lại trang.'),
  version: Version,
  reason: neededLine(500, 'Hãy ghi lý do, yêu cầu nhiệm vụ của đơn vị.'),
  openedOn: neededDay('ngày mở quy trình'),
});
export type OpenRenewal = z.output<typeof OpenRenewalInput>;

export const PolicyAnswerInput = z.object({
  ...existing,
  policyAnsweredOn: neededDay('ngày trả lời'),
  policyNumber: neededLine(60, 'Hãy ghi số, ký hiệu văn bản trả lời.'),
  policyApproved: z.enum(['yes', 'no'], 'Hãy chọn đồng ý hay không đồng ý.'),
});
export type PolicyAnswer = z.output<typeof PolicyAnswerInput>;

export const AddCandidateInput = z.object({ ...existing, cadreId: z.uuid('Hãy chọn cán bộ.') });
export type AddCandidate = z.output<typeof AddCandidateInput>;
export const RemoveCandidateInput = z.object({ ...existing, candidateId: z.uuid('Không rõ nhân sự nào. Hãy mở lại trang.') });
export type RemoveCandidate = z.output<typeof RemoveCandidateInput>;

const VOTES = new RegExp(`^${votesField('([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})')}$`);

/** One sitting as typed; a field `votes-<candidate>` for each name on the slip. headChoice: '' where the head was not asked. */
export const RecordStepInput = z
  .looseObject({
    ...existing,
    number: z.coerce.number().int().min(1).max(5),
    heldOn: neededDay('ngày họp'),
    place: line(200),
    chairName: line(100),
    secretaryName: line(100),
    minutesNumber: line(60),
    summoned: count,
    present: count,
    members: maybeCount,
    issued: count,
    collected: count,
    valid: count,
    headChoice: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
    explanation: words(3000),
    committeeOpinion: words(3000),
    note: words(3000),
    againReason: line(300),
  })
  .transform((input, context) => {
    const votes: Votes[] = [];
    for (const [name, typed] of Object.entries(input)) {
      const candidateId = VOTES.exec(name)?.[1];
      if (!candidateId) continue;
      const read = count.safeParse(typed);
      if (read.success) votes.push({ candidateId, votes: read.data });
      else context.addIssue({ code: 'custom', path: [name], message: NO_COUNT });
    }
    const { procedureId, version, number, heldOn, place, chairName, secretaryName, minutesNumber, summoned, present } = input;
    const { members, issued, collected, valid, headChoice, explanation, committeeOpinion, note, againReason } = input;
    return {
      ...{ procedureId, version, number, heldOn, place, chairName, secretaryName, minutesNumber, summoned, present },
      ...{ members, issued, collected, valid, headChoice, explanation, committeeOpinion, note, againReason, votes },
    };
  });
export type RecordStep = z.output<typeof RecordStepInput>;

/** Field of the day on which a paper of the file was made. */
export const paperField = (key: PaperKey): string => `paper-${key}`;

const AGAIN = 'Hãy ghi lại ngày lập giấy tờ.';

/** The file of one candidate: `paper-<key>` is the day the paper was made, '' while it is missing. dossierOn: when the competent body received it. */
export const RecordPapersInput = z
  .looseObject({
    ...existing,
    candidateId: z.uuid('Không rõ nhân sự nào. Hãy mở lại trang.'),
    dossierOn: wholeDay('ngày nhận hồ sơ'),
  })
  .transform((input, context) => {
    const papers: { key: PaperKey; issuedOn: IsoDate | null }[] = [];
    for (const [name, typed] of Object.entries(input)) {
      const key = name.startsWith('paper-') ? name.slice('paper-'.length) : '';
      if (!isPaperKey(key)) continue;
      const read = wholeDay('ngày lập giấy tờ').safeParse(typed, { error: () => AGAIN });
      if (read.success) papers.push({ key, issuedOn: read.data });
      else context.addIssue({ code: 'custom', path: [name], message: read.error.issues[0]?.message ?? AGAIN });
    }
    const { procedureId, version, candidateId, dossierOn } = input;
    return { procedureId, version, candidateId, dossierOn, papers };
  });
export type RecordPapers = z.output<typeof RecordPapersInput>;

const ids = z.union([z.array(z.uuid()), z.uuid().transform((id) => [id])]).default([]);
const begins = {
  kind: z.enum(keysOf(APPOINTMENT_KINDS), 'Hãy chọn hình thức.'),
  fromOn: neededDay('ngày bắt đầu giữ chức vụ'),
  termEndsOn: wholeDay('ngày hết thời hạn'),
  concurrent: z.literal('yes').optional(),
  /** Holdings that the decision ends on the same day. */
  ends: ids,
};

/** Why it is decided all the same where the rules doubt; asked for only then. */
const doubted = { exceptionReason: line(500) };

export const ConcludeProcedureInput = z.object({
  ...existing,
  ...personnelDecision,
  ...doubted,
  ...begins,
  candidateId: z.uuid('Hãy chọn nhân sự.'),
});
export type ConcludeProcedure = z.output<typeof ConcludeProcedureInput>;

/** until: empty for a whole term, or up to retirement where that comes first. */
export const ConcludeRenewalInput = z.object({
  ...existing,
  decision: z.enum(RENEWAL_KINDS, 'Hãy chọn bổ nhiệm lại hoặc kéo dài.'),
  effectiveOn: neededDay('ngày có hiệu lực'),
  until: wholeDay('ngày kết thúc'),
  ...personnelDecision,
  ...doubted,
});
export type ConcludeRenewal = z.output<typeof ConcludeRenewalInput>;

export const StopProcedureInput = z.object({ ...existing, stopReason: neededLine(500, 'Hãy ghi lý do dừng quy trình.') });
export type StopProcedure = z.output<typeof StopProcedureInput>;

/** Any other decision on a post that somebody holds; postId: the other post, where the kind gives one; noticedOn: when the end of the term was told. */
export const PersonnelDecisionInput = z.object({
  ...personnelDecision,
  ...doubted,
  decision: z.enum(keysOf(EFFECTS), 'Hãy chọn loại quyết định.'),
  appointmentId: z.uuid('Không rõ chức vụ nào. Hãy mở lại trang.'),
  version: Version,
  postId: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
  effectiveOn: neededDay('ngày có hiệu lực'),
  until: wholeDay('ngày kết thúc'),
  noticedOn: wholeDay('ngày thông báo hết thời hạn'),
});
export type PersonnelDecision = z.output<typeof PersonnelDecisionInput>;
