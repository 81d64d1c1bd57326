import { z } from 'zod';
import type { TrainingKind } from '@/domain/cadres/codes';
import type { IsoDate } from '@/domain/calendar';

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

/** What a finished class is in a cadre's file; null: it does not stand there. */
export const FILE_KINDS: Record<ClassKind, TrainingKind | null> = {
  theory: 'theory',
  defence: 'defence',
  state: 'administration',
  skills: 'skills',
  update: 'update',
  cell: 'skills',
  candidate: null,
  'new-member': null,
};

/** Where a class stands on a day. */
export const classState = ({ fromOn, toOn }: { fromOn: IsoDate; toOn: IsoDate }, today: IsoDate): string => {
  if (today < fromOn) return 'Sắp khai giảng';
  return today <= toOn ? 'Đang học' : 'Đã bế giảng';
};
