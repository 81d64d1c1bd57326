import { z } from 'zod';

/** Kinds of payroll quota (biên chế). */
export const QUOTA_KINDS = {
  officials: 'Cán bộ, công chức',
  employees: 'Viên chức hưởng lương từ ngân sách',
  contracts: 'Hợp đồng theo Nghị định 111/2022/NĐ-CP',
  commune: 'Cán bộ, công chức cấp xã',
} as const;
export type QuotaKind = keyof typeof QUOTA_KINDS;
export const QUOTA_KEYS = Object.keys(QUOTA_KINDS) as [QuotaKind, ...QuotaKind[]];
export const QuotaKindInput = z.enum(QUOTA_KEYS, 'Hãy chọn loại biên chế.');

export const DECREASES = {
  retired: 'Nghỉ hưu đúng tuổi',
  nd154: 'Tinh giản theo Nghị định 154/2025/NĐ-CP',
  nd178: 'Nghỉ theo Nghị định 178/2024, 67/2025/NĐ-CP',
  nd177: 'Nghỉ theo Nghị định 177/2024/NĐ-CP',
  resigned: 'Thôi việc',
  'moved-out': 'Chuyển công tác đi',
  dismissed: 'Buộc thôi việc do kỷ luật',
  died: 'Từ trần',
} as const;
export type Decrease = keyof typeof DECREASES;

export const INCREASES = {
  recruited: 'Tuyển dụng',
  'moved-in': 'Tiếp nhận, điều động đến',
} as const;
export type Increase = keyof typeof INCREASES;

export const CHANGE_WORDS = { ...DECREASES, ...INCREASES };
export type ChangeReason = keyof typeof CHANGE_WORDS;
export const CHANGE_REASONS = Object.keys(CHANGE_WORDS) as [ChangeReason, ...ChangeReason[]];
export const ChangeReasonInput = z.enum(CHANGE_REASONS, 'Hãy chọn lý do tăng, giảm.');
export const isDecrease = (reason: ChangeReason): reason is Decrease => Object.hasOwn(DECREASES, reason);

/** What the ledger may be narrowed to: one reason, or every decrease, whose sum is that of the board. */
export type LedgerReason = ChangeReason | 'decrease';
export const isLedgerReason = (text: unknown): text is LedgerReason =>
  text === 'decrease' || (typeof text === 'string' && Object.hasOwn(CHANGE_WORDS, text));
export const reasonsOf = (reason: LedgerReason): readonly ChangeReason[] =>
  reason === 'decrease' ? (Object.keys(DECREASES) as Decrease[]) : [reason];
export const ledgerWords = (reason: LedgerReason): string => (reason === 'decrease' ? 'mọi lý do giảm' : CHANGE_WORDS[reason]);

export const STANDING_WORDS = { excess: 'Thừa', short: 'Thiếu', full: 'Đủ', unknown: 'Chưa đủ số liệu' } as const;
