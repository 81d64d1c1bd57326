import type { BoardRow } from '@/db/queries/staffing';
import { draftMark, type InternalSheet } from '@/domain/internal-sheet';
import { formatCount } from '@/domain/numbers';
import { decreasesByReason, differenceOf, standingOf, sumOf, unexplainedOf } from '@/domain/staffing/board';
import type { Roadmap } from '@/domain/staffing/roadmap';
import { DECREASES, type Decrease, QUOTA_KINDS, type QuotaKind, STANDING_WORDS } from '@/domain/staffing/words';

type Head = { unitName: string; year: number; kind: QuotaKind; takenBy: string; at: Date };
type Given = readonly { reason: Decrease; persons: number }[];

/** Of whom anything is known: figures of this year or the last, or changes. */
export const enteredRows = (rows: readonly BoardRow[]): BoardRow[] =>
  rows.filter(
    ({ assigned, inPost, before, changes }) => assigned !== null || inPost !== null || before !== null || changes.length > 0,
  );

/** The board with its decreases by reason, and the roadmap on a sheet of its own. */
export function staffingSheets(rows: readonly BoardRow[], roadmap: Roadmap | null, head: Head): InternalSheet[] {
  const top = [
    `BIÊN CHẾ NĂM ${head.year}: ${QUOTA_KINDS[head.kind].toLocaleUpperCase('vi')}`,
    head.unitName,
    draftMark({ takenBy: head.takenBy, at: head.at }),
  ];
  const entered = enteredRows(rows);
  const given = decreasesByReason(entered.flatMap(({ changes }) => changes)).rows.filter(({ persons }) => persons > 0);
  const board = {
    name: 'Biên chế',
    head: top,
    columns: columnsOf(given),
    rows: [...entered.map((row, at) => boardRow(row, at, given)), totalRow(entered, head.kind, given)],
  };
  return roadmap ? [board, roadmapSheet(roadmap, top)] : [board];
}

/** Only the reasons that someone left for. */
const columnsOf = (given: Given): InternalSheet['columns'] => [
  ['STT', 6],
  ['Tổ chức', 36],
  ['Được giao', 11],
  ['Có mặt', 10],
  ['Chênh lệch', 11],
  ['Thừa, thiếu', 16],
  ...given.map(({ reason }): readonly [string, number] => [DECREASES[reason], 16]),
  ['Cộng giảm', 11],
  ['Chưa rõ lý do', 14],
];

const boardRow = (row: BoardRow, at: number, given: Given): (string | number)[] => {
  const { rows: reasons, total } = decreasesByReason(row.changes);
  return [
    at + 1,
    row.own ? `${row.name} (cơ quan)` : row.name,
    row.assigned ?? '',
    row.inPost ?? '',
    differenceOf(row) ?? '',
    STANDING_WORDS[standingOf(row)],
    ...given.map(({ reason }) => reasons.find((each) => each.reason === reason)?.persons ?? 0),
    total,
    unexplainedOf(row.before, row.changes, row.inPost) ?? '',
  ];
};

function totalRow(rows: readonly BoardRow[], kind: QuotaKind, given: Given): (string | number)[] {
  const sum = sumOf(rows.map((row) => ({ kind, ...row })));
  const { total } = decreasesByReason(rows.flatMap(({ changes }) => changes));
  const words = `thừa ${sum.excess}, thiếu ${sum.short}`;
  return ['', 'Cộng', sum.assigned, sum.inPost, sum.excess - sum.short, words, ...given.map(({ persons }) => persons), total, ''];
}

const roadmapSheet = ({ baseYear, base, target, years, basis }: Roadmap, top: readonly string[]): InternalSheet => ({
  name: 'Lộ trình',
  head: [...top, `Năm gốc ${baseYear}: ${formatCount(base)} người; phải giảm ${formatCount(target)} người, ${basis}`],
  columns: [
    ['Năm', 8],
    ['Được giao', 12],
    ['Lũy kế giảm', 12],
    ['% so năm gốc', 14],
    ['Lộ trình', 12],
    ['Còn thiếu', 12],
  ],
  rows: years.map(({ year, assigned, cut, percent, due, missing }) => [
    year,
    assigned ?? '',
    cut ?? '',
    percent ?? '',
    due,
    missing ?? '',
  ]),
});
