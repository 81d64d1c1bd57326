import { z } from 'zod';
import { personnelDecision } from '@/domain/appointments/inputs';
import { keysOf, line, neededDay, neededLine } from '@/domain/inputs';
import { Version } from '@/domain/version';
import { CAMPAIGN_KINDS, LEAVING_REASONS, type LeavingReason, TERM_KINDS } from './kinds';
import { SOURCES, STANDINGS } from './planning';
import { VOTE_STEPS } from './votes';

const campaignId = z.uuid('Không rõ đợt quy hoạch nào. Hãy mở lại trang.');
const existingList = { listId: z.uuid('Không rõ danh sách nào. Hãy mở lại trang.'), version: Version };
const existingEntry = { entryId: z.uuid('Không rõ người nào trong danh sách. Hãy mở lại trang.'), version: Version };

/** dueOn: for the lists of units below; dueOwnOn: for the lists of the unit that opens. */
export const OpenCampaignInput = z
  .object({
    unitId: z.uuid('Hãy chọn tổ chức mở đợt quy hoạch.'),
    name: neededLine(160, 'Hãy ghi tên đợt quy hoạch, ví dụ “Rà soát, bổ sung quy hoạch năm 2026”.'),
    kind: z.enum(keysOf(CAMPAIGN_KINDS), 'Hãy chọn loại đợt.'),
    termKind: z.enum(keysOf(TERM_KINDS), 'Hãy chọn nhiệm kỳ Đảng hay nhiệm kỳ chính quyền.'),
    termFrom: neededDay('ngày bắt đầu nhiệm kỳ'),
    termTo: neededDay('ngày kết thúc nhiệm kỳ'),
    countedOn: neededDay('mốc tính tuổi, kỷ luật, xếp loại'),
    document: line(200),
    dueOn: neededDay('hạn trình của các tổ chức trực thuộc'),
    dueOwnOn: neededDay('hạn trình của tổ chức mở đợt'),
  })
  .superRefine(({ termFrom, termTo }, context) => {
    if (termFrom >= termTo)
      context.addIssue({ code: 'custom', path: ['termTo'], message: 'Nhiệm kỳ phải kết thúc sau ngày bắt đầu. Hãy sửa lại.' });
  });
export type OpenCampaign = z.output<typeof OpenCampaignInput>;

export const CloseCampaignInput = z.object({ campaignId, version: Version });
export type CloseCampaign = z.output<typeof CloseCampaignInput>;

export const SetDueInput = z.object({ ...existingList, dueOn: neededDay('hạn trình') });
export type SetDue = z.output<typeof SetDueInput>;

export const ProposeEntryInput = z.object({
  listId: existingList.listId,
  postId: z.uuid('Hãy chọn chức danh.'),
  cadreId: z.uuid('Hãy chọn cán bộ.'),
  source: z.enum(keysOf(SOURCES), 'Hãy chọn nguồn tại chỗ hay nơi khác.'),
  standing: z.enum(keysOf(STANDINGS), 'Hãy chọn quy hoạch lần đầu hay tiếp tục.'),
  reason: line(500),
  note: line(300),
});
export type ProposeEntry = z.output<typeof ProposeEntryInput>;

export const WithdrawEntryInput = z.object({ ...existingEntry, note: neededLine(300, 'Hãy ghi vì sao rút khỏi đề xuất.') });
export type WithdrawEntry = z.output<typeof WithdrawEntryInput>;

export type VoteLine = { entryId: string; votes: number };
const VOTES = /^votes-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const MOST_SUMMONED = 5000;
const counted = (typed: unknown): number | null =>
  typeof typed === 'string' && /^\d{1,4}$/.test(typed.trim()) ? Number(typed.trim()) : null;

/** votes-<entry id> as typed, '' where a name was not voted on at that step; summoned: persons called to the meeting. */
export const RecordVotesInput = z
  .looseObject({
    ...existingList,
    step: z.enum(keysOf(VOTE_STEPS), 'Hãy chọn bước lấy phiếu.'),
    heldOn: neededDay('ngày họp'),
    summoned: z.string().default(''),
  })
  .transform(({ listId, version, step, heldOn, summoned: typed, ...fields }, context) => {
    const summoned = counted(typed);
    if (!summoned || summoned > MOST_SUMMONED)
      context.addIssue({ code: 'custom', path: ['summoned'], message: 'Hãy ghi số người được triệu tập, ví dụ 45.' });
    const lines = Object.entries(fields).flatMap(([name, value]): VoteLine[] => {
      const entryId = VOTES.exec(name)?.[1];
      if (!entryId || value === '') return [];
      const votes = counted(value);
      if (votes !== null && summoned && votes <= summoned) return [{ entryId, votes }];
      context.addIssue({ code: 'custom', path: [name], message: 'Số phiếu là số nguyên, không quá số người được triệu tập.' });
      return [];
    });
    return { listId, version, step, heldOn, summoned: summoned ?? 0, lines };
  });
export type RecordVotes = z.output<typeof RecordVotesInput>;

export const SubmitListInput = z.object(existingList);
export type SubmitList = z.output<typeof SubmitListInput>;

export const ReturnListInput = z.object({ ...existingList, note: neededLine(1000, 'Hãy ghi vì sao trả lại, cần sửa gì.') });
export type ReturnList = z.output<typeof ReturnListInput>;

/** approved: the entries that the decision names; the others of the list are out of it. */
export const ApproveListInput = z.object({
  ...existingList,
  ...personnelDecision,
  approved: z.union([z.array(z.uuid()).max(2000), z.uuid().transform((id) => [id])]).default([]),
});
export type ApproveList = z.output<typeof ApproveListInput>;

/** Reasons for which somebody who was approved is taken out. */
export const DECIDED_REASONS = keysOf(LEAVING_REASONS).filter(
  (reason) => reason !== 'withdrawn' && reason !== 'refused' && reason !== 'lapsed',
) as [LeavingReason, ...LeavingReason[]];
export const LeavePlanningInput = z.object({
  ...existingEntry,
  ...personnelDecision,
  leftReason: z.enum(DECIDED_REASONS, 'Hãy chọn lý do đưa ra khỏi quy hoạch.'),
  leftOn: neededDay('ngày đưa ra khỏi quy hoạch'),
});
export type LeavePlanning = z.output<typeof LeavePlanningInput>;
