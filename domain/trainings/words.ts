import { z } from 'zod';

/** Levels of political theory, lowest first; `none`: not yet. Their words are those of the member record. */
export const THEORY_LEVELS = ['none', 'basic', 'intermediate', 'advanced', 'bachelor'] as const;
export type TheoryLevel = (typeof THEORY_LEVELS)[number];
export const THEORY_WORDS: Record<TheoryLevel, string> = {
  none: 'Chưa qua',
  basic: 'Sơ cấp',
  intermediate: 'Trung cấp',
  advanced: 'Cao cấp',
  bachelor: 'Cử nhân',
};

/** The level that a member record's words mean; whatever it does not know counts as none. */
export const theoryOf = (words: string | null): TheoryLevel =>
  THEORY_LEVELS.find((level) => THEORY_WORDS[level].toLowerCase() === words?.trim().toLowerCase()) ?? 'none';

export const theoryRank = (level: TheoryLevel): number => THEORY_LEVELS.indexOf(level);

export const CLASS_KINDS = {
  theory: 'Lý luận chính trị',
  defence: 'Kiến thức quốc phòng, an ninh',
  state: 'Quản lý nhà nước',
  skills: 'Kỹ năng theo chức danh',
  update: 'Cập nhật kiến thức',
  cell: 'Bí thư, cấp ủy viên chi bộ',
  candidate: 'Đối tượng kết nạp Đảng',
  'new-member': 'Đảng viên mới',
} as const;
export type ClassKind = keyof typeof CLASS_KINDS;
export const ClassKindInput = z.enum(Object.keys(CLASS_KINDS) as [ClassKind, ...ClassKind[]], 'Hãy chọn loại lớp.');

export const RESULTS = {
  enrolled: 'Đang học',
  passed: 'Hoàn thành',
  distinction: 'Hoàn thành, loại giỏi',
  failed: 'Không đạt',
  dropped: 'Bỏ học',
} as const;
export type Result = keyof typeof RESULTS;
export const ResultInput = z.enum(Object.keys(RESULTS) as [Result, ...Result[]], 'Hãy chọn kết quả.');

/** Finished with what the class gives. */
export const isPassed = (result: Result): boolean => result === 'passed' || result === 'distinction';
