/** Lý luận chính trị, from the lowest (Quy định 57-QĐ/TW). */
export const THEORY = {
  none: 'Chưa qua',
  basic: 'Sơ cấp',
  middle: 'Trung cấp',
  advanced: 'Cao cấp',
  bachelor: 'Cử nhân',
} as const;
export type Theory = keyof typeof THEORY;

/** Trình độ chuyên môn, from the lowest. */
export const PROFESSIONAL = {
  none: 'Chưa qua đào tạo',
  elementary: 'Sơ cấp',
  intermediate: 'Trung cấp',
  college: 'Cao đẳng',
  university: 'Đại học',
  master: 'Thạc sĩ',
  doctor: 'Tiến sĩ',
} as const;
export type Professional = keyof typeof PROFESSIONAL;

/** Quản lý nhà nước, by rank, from the lowest. */
export const ADMINISTRATION = {
  none: 'Chưa qua',
  staff: 'Cán sự',
  specialist: 'Chuyên viên',
  principal: 'Chuyên viên chính',
  senior: 'Chuyên viên cao cấp',
} as const;
export type Administration = keyof typeof ADMINISTRATION;

/** What a line of training is about. */
export const TRAINING_KINDS = {
  professional: 'Chuyên môn',
  theory: 'Lý luận chính trị',
  administration: 'Quản lý nhà nước',
  defence: 'Quốc phòng và an ninh',
  language: 'Ngoại ngữ',
  informatics: 'Tin học',
  skills: 'Kỹ năng, chức danh',
  update: 'Cập nhật kiến thức',
} as const;
export type TrainingKind = keyof typeof TRAINING_KINDS;

/** Forms of discipline of cadres; Party and State side use the same waits (Quy định 377-QĐ/TW). */
export const DISCIPLINES = { reprimand: 'Khiển trách', warning: 'Cảnh cáo', removal: 'Cách chức' } as const;
export type Discipline = keyof typeof DISCIPLINES;

/** How the retirement day of a person is found. */
export const RETIREMENT_RULES = {
  normal: 'Theo lộ trình chung (Nghị định 135/2020/NĐ-CP)',
  women_60: 'Nữ giữ chức vụ nghỉ hưu ở tuổi cao hơn (đủ 60 tuổi)',
  armed: 'Lực lượng vũ trang, theo luật riêng (ghi ngày)',
  extended: 'Kéo dài thời gian công tác (ghi ngày)',
  early: 'Nghỉ sớm theo quy định (ghi ngày)',
} as const;
export type RetirementRule = keyof typeof RETIREMENT_RULES;

/** True where the first is as high as the second, or higher, in the order of the list. */
export const atLeast = <T extends string>(words: Record<T, string>, held: T, wanted: T): boolean => {
  const keys = Object.keys(words) as T[];
  return keys.indexOf(held) >= keys.indexOf(wanted);
};
