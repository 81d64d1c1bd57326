import { placeAndDate, placeOf } from '@/domain/briefings/report';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { formatMoment } from '@/domain/moments';
import { LIST_COLUMNS, type ListedPerson, listRow, RATING_KEY } from './list';
import type { Count, SummaryLine } from './summary';

/** A column of a paper; columns side by side with the same group stand under one head. width: share of the page, any unit. */
export type PaperColumn = { key: string; group: string | null; label: string; width: number; num?: true };

/** A table on landscape A4 by the Party's format, the same for the printer, Word and Excel. marks: above the table of a draft. */
export type TablePaper = {
  superior: string;
  issuer: string;
  placeAndDate: string;
  name: string;
  about: string;
  marks: string[];
  columns: readonly PaperColumn[];
  rows: readonly (readonly (string | number)[])[];
  total: readonly (string | number)[] | null;
  notes: string[];
  authority: string | null;
  signer: string;
};

/** Who issues a paper: the board for the titles that the province manages, the unit's own committee for its own. */
export type Issuing = { unitName: string; superiorName: string | null; province: boolean };
/** Who takes the paper, and when. */
export type Taking = { name: string; at: Date | string; today: IsoDate };

function issued({ unitName, superiorName, province }: Issuing, { today }: Taking) {
  const place = placeOf(unitName);
  return province
    ? {
        superior: `Tỉnh ủy ${place}`,
        issuer: 'Ban Tổ chức',
        authority: null,
        signer: 'Trưởng ban',
        placeAndDate: placeAndDate(place, today),
      }
    : {
        ...{ superior: superiorName ?? '', issuer: unitName, placeAndDate: placeAndDate(place, today) },
        ...{ authority: 'T/M Ban Thường vụ', signer: 'Bí thư' },
      };
}

/** "Dự thảo, lưu hành nội bộ" with who and when, or without "dự thảo" once it is decided. */
export const marksOf = (draft: boolean, { name, at }: Pick<Taking, 'name' | 'at'>, purpose?: string): string[] => [
  draft ? 'DỰ THẢO, LƯU HÀNH NỘI BỘ' : 'LƯU HÀNH NỘI BỘ',
  `Người lấy bản này: ${name}, ${formatMoment(at)}${purpose ? `; mục đích: ${purpose}` : ''}`,
];

export type ListFacts = {
  issuing: Issuing;
  taking: Taking;
  about: string;
  /** Null: as it stands, proposals included; otherwise as it was approved on that day. */
  asOf: IsoDate | null;
  draft: boolean;
  decision: string | null;
  /** Somebody's ethnicity and religion are left out, because this viewer may not see them. */
  hidden: boolean;
  purpose?: string;
};

/** "Danh sách quy hoạch": a person a row, in the order given. */
export function listPaper(persons: readonly ListedPerson[], facts: ListFacts): TablePaper {
  const { issuing, taking, about, asOf, draft, decision, hidden, purpose } = facts;
  return {
    ...issued(issuing, taking),
    name: 'Danh sách',
    about: `${about}${asOf ? `, có đến ngày ${formatDate(asOf)}` : ''}`,
    marks: marksOf(draft, taking, purpose),
    columns: LIST_COLUMNS,
    rows: persons.map((person, at) => LIST_COLUMNS.map(({ key }) => listRow(person, at + 1)[key])),
    total: null,
    notes: [
      ...(decision ? [`Phê duyệt: ${decision}.`] : []),
      `Xếp loại: ${RATING_KEY}. Phiếu: số phiếu trên số người được triệu tập, theo thứ tự các bước.`,
      ...(hidden
        ? ['Dân tộc, tôn giáo không hiển thị: chức trách của người lấy bản này không xem được thông tin nhạy cảm.']
        : []),
    ],
  };
}

const counted = (group: string): PaperColumn[] => [
  { key: `${group}-n`, group, label: 'SL', width: 5, num: true },
  { key: `${group}-p`, group, label: '%', width: 6, num: true },
];
const single = (label: string, width: number, group: string | null = null): PaperColumn => ({
  ...{ key: `${group}-${label}`, group, label, width },
  ...{ num: true as const },
});

const summaryColumns = (brackets: readonly [string, string, string]): PaperColumn[] => [
  { key: 'ordinal', group: null, label: 'TT', width: 4 },
  { key: 'unit', group: null, label: 'Đơn vị', width: 30 },
  single('Tổng số', 6),
  ...['Nữ', 'Dân tộc thiểu số', 'Tôn giáo', ...brackets].flatMap(counted),
  ...['Dưới đại học', 'Đại học', 'Thạc sĩ', 'Tiến sĩ'].map((label) => single(label, 6, 'Chuyên môn')),
  ...['Sơ cấp, chưa qua', 'Trung cấp', 'Cao cấp, cử nhân'].map((label) => single(label, 7, 'Lý luận chính trị')),
  single('Tiếp tục', 6),
  single('Lần đầu', 6),
  { key: 'coefficient', group: null, label: 'Hệ số cấp ủy', width: 8, num: true },
];

const pair = (count: Count | null): (string | number)[] =>
  count ? [count.count, count.percent === null ? '—' : count.percent.toFixed(1).replace('.', ',')] : ['', ''];
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** The ladders have their steps least first: what is below a degree together, then degrees; theory below middle, middle, above. */
const summaryCells = (line: SummaryLine, ordinal: string): (string | number)[] => [
  ...[ordinal, line.name, line.total],
  ...[line.women, line.minority, line.religious, line.under, line.middle, line.over].flatMap(pair),
  ...[sum(line.education.slice(0, 4)), ...line.education.slice(4, 7)],
  ...[sum(line.theory.slice(0, 2)), line.theory[2] ?? 0, sum(line.theory.slice(3))],
  ...[line.continued, line.first, line.seats ? `${line.coefficient} (${line.bodies}/${line.seats})` : '—'],
];

export type SummaryFacts = {
  issuing: Issuing;
  taking: Taking;
  about: string;
  draft: boolean;
  hidden: boolean;
  ages: readonly number[];
  countedOn: IsoDate;
  purpose?: string;
};

/** "Tổng hợp chất lượng quy hoạch": a unit a row and all together below. */
export function summaryPaper(
  { lines, total }: { lines: readonly SummaryLine[]; total: SummaryLine },
  facts: SummaryFacts,
): TablePaper {
  const { issuing, taking, about, draft, hidden, countedOn, purpose } = facts;
  const [low = 0, high = low] = facts.ages;
  return {
    ...issued(issuing, taking),
    name: 'Tổng hợp chất lượng quy hoạch',
    about,
    marks: marksOf(draft, taking, purpose),
    columns: summaryColumns([`Dưới ${low} tuổi`, `${low}–${high} tuổi`, `Trên ${high} tuổi`]),
    rows: lines.map((line, at) => summaryCells(line, String(at + 1))),
    total: summaryCells(total, ''),
    notes: [
      `Mỗi người tính một lần ở mỗi đơn vị và một lần ở dòng tổng cộng; tuổi tính đến ngày ${formatDate(countedOn)}. Hệ số cấp ủy: số người quy hoạch vào cấp ủy trên số ghế.`,
      ...(hidden ? ['Tôn giáo không hiển thị: chức trách của người lấy bản này không xem được thông tin nhạy cảm.'] : []),
    ],
  };
}
