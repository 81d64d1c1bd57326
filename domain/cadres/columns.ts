import { formatDate, type PartialDate } from '@/domain/calendar';
import { type StripYear, stripLetters } from '@/domain/ratings/strip';
import { ADMINISTRATION, type Administration, PROFESSIONAL, type Professional, THEORY, type Theory } from './codes';

/** What a row of a "danh sách trích ngang" is made from. */
export type ListedCadre = {
  fullName: string;
  female: boolean;
  born: PartialDate;
  homePlace: string | null;
  titles: readonly string[];
  heldSince: string | null;
  termEndsOn: string | null;
  joined: PartialDate | null;
  official: PartialDate | null;
  theory: Theory;
  professional: Professional;
  specialty: string | null;
  administration: string;
  language: string | null;
  civilRank: string | null;
  strip: readonly StripYear[];
};

type Column = { label: string; width: number; centred?: boolean; whole?: boolean; of: (row: ListedCadre) => string };
const day = (date: PartialDate | null) => (date ? formatDate(date) : '');

/** The columns one may choose, in the order of the paper; the number and the name always stand first. width: characters in a workbook; whole: on one line. */
export const LIST_COLUMNS = {
  sex: { label: 'Nam, nữ', width: 8, centred: true, of: ({ female }) => (female ? 'Nữ' : 'Nam') },
  born: { label: 'Ngày sinh', width: 12, centred: true, of: ({ born }) => formatDate(born) },
  homePlace: { label: 'Quê quán', width: 30, of: ({ homePlace }) => homePlace ?? '' },
  titles: { label: 'Chức vụ hiện nay', width: 42, of: ({ titles }) => titles.join('; ') },
  heldSince: { label: 'Giữ chức vụ từ', width: 12, centred: true, of: ({ heldSince }) => day(heldSince) },
  termEndsOn: { label: 'Hết thời hạn', width: 12, centred: true, of: ({ termEndsOn }) => day(termEndsOn) },
  joined: { label: 'Vào Đảng', width: 12, centred: true, of: ({ joined }) => day(joined) },
  official: { label: 'Chính thức', width: 12, centred: true, of: ({ official }) => day(official) },
  professional: {
    label: 'Chuyên môn',
    width: 24,
    of: ({ professional, specialty }) => [PROFESSIONAL[professional], specialty].filter(Boolean).join(', '),
  },
  theory: { label: 'Lý luận chính trị', width: 12, centred: true, of: ({ theory }) => THEORY[theory] },
  administration: {
    label: 'Quản lý nhà nước',
    width: 16,
    centred: true,
    of: ({ administration }) => ADMINISTRATION[administration as Administration] ?? '',
  },
  language: { label: 'Ngoại ngữ, tiếng dân tộc', width: 16, of: ({ language }) => language ?? '' },
  civilRank: { label: 'Ngạch', width: 18, of: ({ civilRank }) => civilRank ?? '' },
  ratings: { label: 'Xếp loại 3 năm', width: 14, centred: true, whole: true, of: ({ strip }) => stripLetters(strip) },
} as const satisfies Record<string, Column>;
export type ListColumn = keyof typeof LIST_COLUMNS;

/** What a list shows when nothing was chosen. */
export const USUAL_COLUMNS: readonly ListColumn[] = ['sex', 'born', 'homePlace', 'titles', 'joined', 'professional', 'theory'];

const ALL = Object.keys(LIST_COLUMNS) as ListColumn[];

/** The chosen columns in the order of the paper, whatever order and repetition the address has. */
export function chosenColumns(asked: string | readonly string[] | undefined): ListColumn[] {
  const wanted = new Set(typeof asked === 'string' ? asked.split(',') : (asked ?? []));
  const chosen = ALL.filter((column) => wanted.has(column));
  return chosen.length ? chosen : [...USUAL_COLUMNS];
}

/** Heads of the list: the number, the name and what was chosen. */
export const columnHeads = (
  columns: readonly ListColumn[],
): { label: string; width: number; centred: boolean; whole: boolean }[] => [
  { label: 'TT', width: 6, centred: true, whole: true },
  { label: 'Họ và tên', width: 26, centred: false, whole: false },
  ...columns.map((column) => {
    const { label, width, centred = false, whole = false }: Column = LIST_COLUMNS[column];
    return { label, width, centred, whole };
  }),
];

/** One line of the list, in the order of the heads. */
export const columnCells = (row: ListedCadre, number: number, columns: readonly ListColumn[]): string[] => [
  String(number),
  row.fullName,
  ...columns.map((column) => LIST_COLUMNS[column].of(row)),
];
