import { z } from 'zod';

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
