import Link from 'next/link';
import { briefingAddress, rowsBase } from '@/domain/briefings/address';
import { type Briefing, type BriefingRow, compared, planShare, worstFirst } from '@/domain/briefings/briefing';
import type { FigureKey } from '@/domain/briefings/figures';
import { formatCount, formatDelta, formatShare } from '@/domain/numbers';
import { type OpenCell, type OpenColumn, type OpenRow, OpenTable } from './open-table';

const COLUMNS: OpenColumn[] = [
  ['Đơn vị', 'words'],
  ['Đầu quý'],
  ['Tăng'],
  ['Giảm'],
  ['Cuối quý'],
  ['Kết nạp'],
  ['Quý trước'],
  ['Cùng kỳ'],
  ['Từ đầu năm'],
  ['Kế hoạch'],
  ['% kế hoạch', 'words'],
];

const MEETING_COLUMNS: OpenColumn[] = [
  ['Đơn vị', 'words'],
  ['Đã họp'],
  ['Phải họp'],
  ['Tỷ lệ'],
  ['Nộp muộn'],
  ['Chưa họp'],
  ['Tỷ lệ dự'],
];

/** More lines than this are shown only when asked for: those that need attention first. */
export const SHOWN_CHILDREN = 12;

/** A row for each direct child, with the totals that they add up to. all: however many there are. */
export function ChildTable({ briefing, dangerLine, all }: { briefing: Briefing; dangerLine: number; all: boolean }) {
  const { rows, total, period, unit } = briefing;
  const shown = all || rows.length <= SHOWN_CHILDREN ? rows : worstFirst(rows).slice(0, SHOWN_CHILDREN);
  const base = rowsBase(period, unit.id);
  const lines = (cellsOf: (row: BriefingRow) => OpenCell[]) => ({
    rows: shown.map((row): OpenRow => [row.unitId, row.name, cellsOf(row)]),
    foot: ['', 'Tổng cộng', cellsOf(total)] as const,
    base,
    child: `${briefingAddress(period)}unit=`,
  });
  return (
    <>
      <OpenTable caption="Đảng viên theo đơn vị trực thuộc" columns={COLUMNS} {...lines((row) => cells(row, dangerLine))} />
      <h3 className="px-4 pt-6 pb-1 font-semibold">Sinh hoạt chi bộ</h3>
      <OpenTable caption="Sinh hoạt chi bộ theo đơn vị trực thuộc" columns={MEETING_COLUMNS} {...lines(meetingCells)} />
      {shown.length < rows.length && (
        <p className="px-4 py-3">
          {shown.length} đơn vị đạt thấp nhất so với kế hoạch kết nạp đứng trước; dòng tổng cộng gồm tất cả.{' '}
          <Link href={`${briefingAddress(period, unit.id)}&all=1`} prefetch={false}>
            Xem cả {formatCount(rows.length)} đơn vị
          </Link>
        </p>
      )}
    </>
  );
}

const opened = (row: BriefingRow, figure: FigureKey): OpenCell => [formatCount(row.now[figure]), figure];

function cells(row: BriefingRow, dangerLine: number): OpenCell[] {
  const share = planShare(row);
  return [
    ...(['stockStart', 'increases', 'decreases', 'stockEnd', 'admitted'] as const).map((figure) => opened(row, figure)),
    against(row, 'previous'),
    against(row, 'lastYear'),
    formatCount(row.admittedThisYear),
    row.plan === null ? '—' : formatCount(row.plan),
    share === null ? 'chưa giao' : { share, low: share < dangerLine },
  ];
}

const meetingCells = (row: BriefingRow): OpenCell[] => [
  opened(row, 'held'),
  opened(row, 'expected'),
  formatShare(row.now.held, row.now.expected),
  opened(row, 'late'),
  opened(row, 'missing'),
  [formatShare(row.now.attendancePresent, row.now.attendanceDue), 'attendancePresent'],
];

function against(row: BriefingRow, quarter: 'previous' | 'lastYear'): string {
  const found = compared(row.now.admitted, row[quarter]?.admitted);
  return found ? `${formatCount(found.before)} (${formatDelta(found.difference)})` : '—';
}
