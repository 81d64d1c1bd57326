/** Whom Quy định 65-QĐ/TW rotates, and why. */
export const BASES = {
  a: 'Người được quy hoạch, cần rèn luyện qua thực tiễn',
  b: 'Không là người địa phương; không giữ chức vụ quá hai nhiệm kỳ liên tiếp ở một nơi',
  c: 'Đối tượng khác do cấp có thẩm quyền quyết định',
} as const;
export type RotationBasis = keyof typeof BASES;
export const isRotationBasis = (text: string): text is RotationBasis => Object.hasOwn(BASES, text);

/** What becomes of the person when the stay ends (Nghị định 170/2025/NĐ-CP, Điều 50). */
export const PLACEMENTS = {
  returned: 'Về nơi cũ',
  stayed: 'Ở lại nơi luân chuyển đến',
  higher: 'Giữ chức vụ cao hơn',
  elsewhere: 'Đến nơi khác',
  retired: 'Nghỉ',
} as const;
export type Placement = keyof typeof PLACEMENTS;
export const isPlacement = (text: string): text is Placement => Object.hasOwn(PLACEMENTS, text);

/** Kept at the receiving place, the person is no longer counted as rotated (Nghị định 170/2025/NĐ-CP, Điều 50). */
export const countsAsRotated = (placement: Placement | null): boolean => placement !== 'stayed';
