/** How somebody came to a post. */
export const APPOINTMENT_KINDS = {
  appointed: 'Bổ nhiệm',
  elected: 'Bầu cử',
  designated: 'Chỉ định',
  transferred: 'Điều động',
  rotated: 'Luân chuyển',
  seconded: 'Biệt phái',
} as const;
export type AppointmentKind = keyof typeof APPOINTMENT_KINDS;

/** How a post ended for its holder. `member_left` stands for the ledger of members: died, expelled, struck off, transferred out. */
export const END_KINDS = {
  term_ended: 'Hết thời hạn',
  moved: 'Nhận nhiệm vụ khác',
  rotated: 'Đi luân chuyển',
  returned: 'Hết thời hạn luân chuyển, biệt phái',
  resigned: 'Từ chức',
  removed: 'Cho thôi giữ chức vụ',
  dismissed: 'Miễn nhiệm',
  stripped: 'Cách chức',
  retired: 'Nghỉ hưu',
  left_service: 'Thôi việc, nghỉ theo chính sách',
  post_ended: 'Chức danh kết thúc',
  member_left: 'Ra khỏi sổ đảng viên',
} as const;
export type EndKind = keyof typeof END_KINDS;

/** What the ledger of appointments says of one post of one person. */
export const APPOINTMENT_EVENTS = {
  begun: 'Giữ chức vụ',
  reappointed: 'Bổ nhiệm lại',
  extended: 'Kéo dài thời gian giữ chức vụ',
  ended: 'Thôi giữ chức vụ',
  reversal: 'Hủy bút toán ghi sai',
} as const;
export type AppointmentEventKind = keyof typeof APPOINTMENT_EVENTS;
