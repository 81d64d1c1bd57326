/** Whom Quy định 65-QĐ/TW rotates, and why. */
export const BASES = {
  a: 'Người được quy hoạch, cần rèn luyện qua thực tiễn',
  b: 'Không là người địa phương; không giữ chức vụ quá hai nhiệm kỳ liên tiếp ở một nơi',
  c: 'Đối tượng khác do cấp có thẩm quyền quyết định',
} as const;
export type RotationBasis = keyof typeof BASES;

/** What becomes of the person when the stay ends (Nghị định 170/2025/NĐ-CP, Điều 50). */
export const PLACEMENTS = {
  returned: 'Về nơi cũ',
  stayed: 'Ở lại nơi luân chuyển đến',
  higher: 'Giữ chức vụ cao hơn',
  elsewhere: 'Đến nơi khác',
  retired: 'Nghỉ',
} as const;
export type Placement = keyof typeof PLACEMENTS;

/** Kept at the receiving place, the person is no longer counted as rotated (Nghị định 170/2025/NĐ-CP, Điều 50). */
export const countsAsRotated = (placement: Placement | null): boolean => placement !== 'stayed';

/** In which way the post is given. */
export const PLACEMENT_FORMS = {
  designated: 'Điều động, chỉ định vào cấp ủy',
  appointed: 'Điều động, bổ nhiệm',
  elected: 'Giới thiệu để bầu',
} as const;
export type PlacementForm = keyof typeof PLACEMENT_FORMS;

/** What happens to a rotation; the middle ones are the steps between names and decision (Quy định 65-QĐ/TW; Quyết định 727 của Bộ Nội vụ). */
export const ROTATION_EVENTS = {
  proposed: 'Đề xuất nhân sự',
  consulted: 'Trao đổi với nơi đi, nơi đến',
  appraised: 'Thẩm tra tiêu chuẩn, lịch sử chính trị',
  submitted: 'Trình cấp có thẩm quyền',
  withdrawn: 'Rút đề xuất',
  begun: 'Quyết định luân chuyển',
  announced: 'Công bố quyết định, bàn giao nhiệm vụ',
  extended: 'Gia hạn thời gian luân chuyển',
  ended: 'Kết thúc, bố trí sau luân chuyển',
  recorded: 'Ghi lượt luân chuyển đã qua',
  reversal: 'Hủy bút toán ghi sai',
} as const;
export type RotationEventKind = keyof typeof ROTATION_EVENTS;

/** Steps that must come before the decision, in their order. */
export const STEPS = ['consulted', 'appraised', 'submitted'] as const satisfies readonly RotationEventKind[];
export type Step = (typeof STEPS)[number] | 'announced';

/** Whether a title says by itself where it stands: "Bí thư Đảng ủy xã Đông Sơn" and "Đảng bộ xã Đông Sơn". */
export const namesPlace = (title: string, unit: string): boolean =>
  title.toLocaleLowerCase('vi').includes(unit.replace(/^Đảng bộ /, '').toLocaleLowerCase('vi'));
