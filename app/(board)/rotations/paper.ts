import type { PaperRow } from '@/db/queries/rotations/ledger';
import { PROFESSIONAL, THEORY } from '@/domain/cadres/codes';
import { formatDate } from '@/domain/calendar';
import { LEVEL_WORDS, levelOf } from '@/domain/ratings/words';
import { namesPlace, PLACEMENTS } from '@/domain/rotations/words';

/** Parts of the paper's width, in the order of the columns. */
export const PAPER_SHARES = '2.4 7 6.2 6.2 3.6 6.2 4.4 4.2 6.5 8.7 8.7 6.3 6.2 6.2 4.4 7.2 5.6'.split(' ');

/** Columns of "Danh sách cán bộ luân chuyển" (domain reference B, 3.5) with their widths in a workbook. */
export const PAPER_COLUMNS: readonly (readonly [title: string, width: number])[] = [
  ['TT', 5],
  ['Họ và tên', 24],
  ['Ngày sinh nam', 12],
  ['Ngày sinh nữ', 12],
  ['Dân tộc', 10],
  ['Quê quán', 28],
  ['Trình độ chuyên môn', 14],
  ['Lý luận chính trị', 12],
  ['Chức danh quy hoạch', 26],
  ['Chức vụ, đơn vị trước luân chuyển', 34],
  ['Chức vụ, đơn vị luân chuyển đến', 34],
  ['Số, ngày quyết định', 20],
  ['Bắt đầu', 12],
  ['Thời hạn', 12],
  ['Xếp loại các năm', 18],
  ['Dự kiến bố trí sau luân chuyển', 24],
  ['Ghi chú', 24],
];

const wordOf = (words: Record<string, string>, key: string) => words[key] ?? key;
const post = (title: string, unit: string) => (namesPlace(title, unit) ? title : `${title}, ${unit}`);

export function paperCells(row: PaperRow, number: number): (string | number)[] {
  return [
    number,
    row.fullName,
    row.female ? '' : formatDate(row.born),
    row.female ? formatDate(row.born) : '',
    row.ethnicity ?? '',
    row.homePlace ?? '',
    wordOf(PROFESSIONAL, row.professional),
    wordOf(THEORY, row.theory),
    row.plannedFor ?? '',
    post(row.fromTitle, row.fromUnitName),
    post(row.toTitle, row.toUnitName),
    [row.decisionNumber, row.decisionDate && formatDate(row.decisionDate)].filter(Boolean).join(', '),
    formatDate(row.startedSaid ?? row.startedOn),
    row.recorded ? '' : formatDate(row.dueOn),
    ratingWords(row.ratings),
    row.placement ? afterWords(row) : PLACEMENTS[row.expected],
    row.resultNote ?? '',
  ];
}

/** '2022–2024: XS, T, T'. */
function ratingWords(ratings: PaperRow['ratings']): string {
  const [first, last] = [ratings[0]?.year, ratings.at(-1)?.year];
  if (first === undefined) return '';
  return `${first === last ? first : `${first}–${last}`}: ${ratings.map(({ level }) => letterOf(level)).join(', ')}`;
}

const letterOf = (stored: string) => {
  const level = levelOf(stored);
  return level ? LEVEL_WORDS[level].letter : stored;
};
function afterWords({ placement, placementTitle, endedOn, endedSaid }: PaperRow): string {
  const ended = endedSaid ?? endedOn;
  if (!placement) return '';
  return `${PLACEMENTS[placement]}${placementTitle ? `: ${placementTitle}` : ''}${ended ? ` (${formatDate(ended)})` : ''}`;
}
