/** What a campaign does: builds the list of a term anew, or looks through it once a year. */
export const CAMPAIGN_KINDS = { new: 'Xây dựng quy hoạch mới', review: 'Rà soát, bổ sung quy hoạch' } as const;
export type CampaignKind = keyof typeof CAMPAIGN_KINDS;

/** Which term a list is for: a congress's or that of the elected State bodies. */
export const TERM_KINDS = { party: 'Nhiệm kỳ Đảng', state: 'Nhiệm kỳ chính quyền' } as const;
export type TermKind = keyof typeof TERM_KINDS;

/** Why somebody is taken out of planning. The first group follows from a rule, the second from a decision, the third ends the matter. */
export const LEAVING_REASONS = {
  over_age: 'Quá tuổi theo quy định',
  disciplined: 'Bị kỷ luật từ khiển trách trở lên',
  standards: 'Không bảo đảm tiêu chuẩn, điều kiện',
  not_done: 'Không hoàn thành nhiệm vụ',
  confidence: 'Quá nửa số phiếu tín nhiệm thấp',
  moved: 'Chuyển công tác sang đơn vị khác',
  wish: 'Theo nguyện vọng cá nhân',
  appointed: 'Đã được bổ nhiệm, bầu vào chức danh quy hoạch',
  term_ended: 'Hết nhiệm kỳ',
  withdrawn: 'Rút khỏi đề xuất, chưa phê duyệt',
  refused: 'Không được phê duyệt',
  lapsed: 'Đợt kết thúc khi chưa phê duyệt',
} as const;
export type LeavingReason = keyof typeof LEAVING_REASONS;

export type ListStamps = {
  submittedAt: Date | string | null;
  returnedAt: Date | string | null;
  approvedAt: Date | string | null;
  dueOn: string;
};
export type ListState = 'approved' | 'submitted' | 'returned' | 'late' | 'drafting';

export const LIST_STATE_WORDS: Record<ListState, string> = {
  approved: 'Đã phê duyệt',
  submitted: 'Đã trình, chờ phê duyệt',
  returned: 'Bị trả lại',
  late: 'Quá hạn trình',
  drafting: 'Đang lập',
};

/** Where a unit's list stands, from its stamps; a list sent back and submitted again has no returned stamp. */
export function listStateOf({ submittedAt, returnedAt, approvedAt, dueOn }: ListStamps, today: string): ListState {
  if (approvedAt) return 'approved';
  if (submittedAt) return 'submitted';
  if (returnedAt) return 'returned';
  return dueOn < today ? 'late' : 'drafting';
}

/** "nhiệm kỳ Đảng 2030–2035". */
export const termWords = (kind: TermKind, from: string, to: string): string =>
  `${TERM_KINDS[kind].charAt(0).toLowerCase()}${TERM_KINDS[kind].slice(1)} ${from.slice(0, 4)}–${to.slice(0, 4)}`;
