import { formatMoment } from './moments';

/** A small table that leaves the house as a workbook: lines of its head, columns with their widths, rows of texts and numbers. */
export type InternalSheet = {
  name: string;
  head: readonly string[];
  columns: readonly (readonly [title: string, width: number])[];
  rows: readonly (readonly (string | number)[])[];
};

/** Who took it and when; what is not decided says so. */
export const draftMark = ({ takenBy, at }: { takenBy: string; at: Date }, decided = false): string =>
  `${decided ? 'Lưu hành nội bộ' : 'Dự thảo, lưu hành nội bộ'} · người xuất: ${takenBy}, ${formatMoment(at)}`;
