export const MEETING_KIND_LABELS = {
  regular: 'Thường kỳ',
  thematic: 'Chuyên đề',
  extraordinary: 'Bất thường',
  year_review: 'Kiểm điểm cuối năm',
  congress: 'Đại hội',
  committee: 'Họp chi ủy',
} as const;
export type MeetingKind = keyof typeof MEETING_KIND_LABELS;

/** In the order in which the form offers them; the first three are one tap. */
export const ATTENDANCE_LABELS = {
  present: 'Có mặt',
  excused: 'Vắng có lý do',
  absent: 'Vắng',
  late: 'Đến muộn',
  online: 'Trực tuyến',
  exempt: 'Miễn sinh hoạt',
  away: 'Tạm thời đi',
  suspended: 'Đình chỉ',
} as const;
export type AttendanceCode = keyof typeof ATTENDANCE_LABELS;

/** Codes of people who are in the room, or on the line. */
export const PRESENT_CODES: readonly AttendanceCode[] = ['present', 'late', 'online'];
/** Codes of people who owe the meeting their presence. */
export const DUE_CODES: readonly AttendanceCode[] = [...PRESENT_CODES, 'excused', 'absent'];

export const EXCUSES = ['Ốm đau', 'Đi công tác', 'Đi học', 'Việc gia đình', 'Lý do khác'] as const;

export const RESOLUTION_LABELS = {
  ordinary: 'Nghị quyết, kết luận',
  admission: 'Đề nghị kết nạp',
  official: 'Đề nghị công nhận chính thức',
  strike_off: 'Đề nghị xóa tên',
} as const;
export type ResolutionKind = keyof typeof RESOLUTION_LABELS;

export const BAND_LABELS = { good: 'Tốt', fair: 'Khá', average: 'Trung bình', poor: 'Kém' } as const;
export type ScoreBand = keyof typeof BAND_LABELS;

export const OUTCOME_LABELS = {
  done: 'Đã xong',
  partly: 'Xong một phần',
  not_done: 'Chưa làm được',
  carried: 'Chuyển tháng sau',
} as const;
export type Outcome = keyof typeof OUTCOME_LABELS;

export type MeetingStamps = { submittedAt: unknown; returnedAt: unknown; acceptedAt: unknown; late?: boolean };
export type MeetingState = {
  key: 'draft' | 'submitted' | 'returned' | 'accepted';
  label: string;
  tag: 'plain' | 'ok' | 'due' | 'late';
};

/** The one word for where minutes stand, derived from their stamps. */
export function meetingState({ submittedAt, returnedAt, acceptedAt }: MeetingStamps): MeetingState {
  if (acceptedAt) return { key: 'accepted', label: 'Đã duyệt', tag: 'ok' };
  if (submittedAt) return { key: 'submitted', label: 'Đã nộp, chờ duyệt', tag: 'due' };
  if (returnedAt) return { key: 'returned', label: 'Bị trả lại', tag: 'late' };
  return { key: 'draft', label: 'Đang ghi', tag: 'plain' };
}
