import { z } from 'zod';
import type { EventKind } from '@/domain/members/ledger';
import { decisionFields, wholeDay } from '@/domain/members/member';
import { oneLine } from '@/domain/text';
import { Version } from '@/domain/version';

type Need = 'decision' | 'place' | 'reason' | 'until' | 'toCell' | 'form';
type Shape = { title: string; day: string; needs: readonly Need[]; asks?: readonly Need[] };

/** What is asked for each kind that is recorded by hand: `needs` must be filled in, `asks` may be. */
export const EVENT_FORMS = {
  official: { title: 'Công nhận đảng viên chính thức', day: 'Ngày chính thức', needs: ['decision'] },
  exempt: { title: 'Miễn công tác và sinh hoạt', day: 'Được miễn từ ngày', needs: ['reason'], asks: ['decision'] },
  exempt_end: { title: 'Trở lại sinh hoạt', day: 'Trở lại từ ngày', needs: [], asks: ['reason'] },
  temporary_out: {
    title: 'Sinh hoạt tạm thời nơi khác',
    day: 'Đi từ ngày',
    needs: ['place', 'until'],
    asks: ['decision', 'reason'],
  },
  temporary_return: { title: 'Về sau sinh hoạt tạm thời', day: 'Ngày trở về', needs: [] },
  introduced: { title: 'Giới thiệu chuyển sinh hoạt', day: 'Ngày giới thiệu', needs: ['place'], asks: ['decision', 'reason'] },
  moved: { title: 'Tiếp nhận vào chi bộ khác', day: 'Ngày tiếp nhận', needs: ['toCell'], asks: ['decision', 'reason'] },
  transferred_out: { title: 'Chuyển ra ngoài tỉnh', day: 'Ngày chuyển đi', needs: ['place'], asks: ['decision', 'reason'] },
  died: { title: 'Từ trần', day: 'Ngày từ trần', needs: [], asks: ['reason'] },
  struck_off: { title: 'Xóa tên', day: 'Ngày có hiệu lực', needs: ['decision', 'reason'] },
  resigned: { title: 'Xin ra khỏi Đảng', day: 'Ngày có hiệu lực', needs: ['decision'], asks: ['reason'] },
  expelled: { title: 'Khai trừ', day: 'Ngày có hiệu lực', needs: ['decision'] },
  suspension: { title: 'Đình chỉ sinh hoạt', day: 'Đình chỉ từ ngày', needs: ['decision', 'until'] },
  suspension_end: { title: 'Hết đình chỉ sinh hoạt', day: 'Sinh hoạt lại từ ngày', needs: [], asks: ['decision'] },
  discipline: { title: 'Kỷ luật', day: 'Ngày công bố quyết định', needs: ['decision', 'form'] },
  restored: { title: 'Phục hồi đảng tịch', day: 'Được phục hồi từ ngày', needs: ['decision'], asks: ['reason'] },
} as const satisfies Partial<Record<EventKind, Shape>>;

export type RecordedKind = keyof typeof EVENT_FORMS;
export const RECORDED_KINDS = Object.keys(EVENT_FORMS) as RecordedKind[];
export const isRecordedKind = (kind: unknown): kind is RecordedKind =>
  typeof kind === 'string' && Object.hasOwn(EVENT_FORMS, kind);
export const shapeOf = (kind: RecordedKind): Shape => EVENT_FORMS[kind];
export const asksFor = (kind: RecordedKind, need: Need): boolean =>
  shapeOf(kind).needs.includes(need) || (shapeOf(kind).asks?.includes(need) ?? false);

/** Shown only on the page of sensitive information. */
export const SENSITIVE_KINDS = ['discipline', 'suspension', 'suspension_end'] as const satisfies readonly EventKind[];

/** Forms of discipline of a person (Quy định 69-QĐ/TW); expulsion is an event of its own. Removal is for official members who hold an office. */
export const DISCIPLINE_FORMS = [
  { value: 'reprimand', label: 'Khiển trách' },
  { value: 'warning', label: 'Cảnh cáo' },
  { value: 'removal', label: 'Cách chức' },
] as const;

export const disciplineLabel = (form: unknown): string | null =>
  DISCIPLINE_FORMS.find((one) => one.value === form)?.label ?? null;

type Now = { status: string; leftKind: string | null; exempt: boolean; away: boolean; leavingFor: string | null };

const OFFERED: Partial<Record<RecordedKind, (now: Now) => boolean>> = {
  official: (now) => now.status === 'probationary',
  exempt: (now) => !now.exempt,
  exempt_end: (now) => now.exempt,
  temporary_out: (now) => !now.away,
  temporary_return: (now) => now.away,
  introduced: (now) => now.leavingFor === null,
};

/** The kinds worth offering for where a person stands; the rules decide when one is recorded. */
export function offeredKinds(now: Now): RecordedKind[] {
  const left = now.status === 'left';
  if (left) return now.leftKind === 'expelled' || now.leftKind === 'struck_off' ? ['restored'] : [];
  return RECORDED_KINDS.filter((kind) => kind !== 'restored' && (OFFERED[kind]?.(now) ?? true));
}

const text = (max: number) =>
  z
    .string()
    .default('')
    .transform(oneLine)
    .pipe(z.string().max(max, `Nội dung dài quá ${max} ký tự. Hãy viết gọn lại.`))
    .transform((typed) => typed || null);

const existing = { memberId: z.uuid('Không rõ đảng viên nào. Hãy mở lại trang.'), version: Version };

export const RecordEventInput = z.object({
  ...existing,
  ...decisionFields,
  kind: z.enum(RECORDED_KINDS as [RecordedKind, ...RecordedKind[]], 'Hãy chọn loại biến động.'),
  effectiveOn: wholeDay('ngày có hiệu lực'),
  place: text(200),
  reason: text(500),
  until: wholeDay('ngày đến hạn'),
  toCellId: z
    .union([z.uuid(), z.literal('')], 'Hãy chọn chi bộ tiếp nhận.')
    .default('')
    .transform((id) => id || null),
  form: z
    .union([z.enum(['reprimand', 'warning', 'removal']), z.literal('')], 'Hãy chọn hình thức kỷ luật.')
    .default('')
    .transform((form) => form || null),
  exceptionReason: text(300),
});
export type RecordEvent = z.output<typeof RecordEventInput>;

export const ReverseEventInput = z.object({
  ...existing,
  eventId: z.uuid('Không rõ bút toán nào. Hãy mở lại trang.'),
  reason: text(500).transform((reason, context) => {
    if (reason && reason.length >= 5) return reason;
    context.addIssue({ code: 'custom', message: 'Hãy ghi rõ vì sao hủy bút toán này, ví dụ: ghi nhầm người.' });
    return z.NEVER;
  }),
});
export type ReverseEvent = z.output<typeof ReverseEventInput>;
