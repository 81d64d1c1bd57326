import Link from 'next/link';
import { DataTable } from '@/components/data/table';
import { briefingAddress } from '@/domain/briefings/address';
import { type Briefing, type BriefingRow, compared, planShare } from '@/domain/briefings/briefing';
import { formatCount, formatDelta, formatShare } from '@/domain/numbers';
import { OpenNumber } from './open-number';

const COLUMNS = [
  { key: 'name', label: 'Đơn vị' },
  { key: 'start', label: 'Đầu quý', num: true },
  { key: 'increases', label: 'Tăng', num: true },
  { key: 'decreases', label: 'Giảm', num: true },
  { key: 'end', label: 'Cuối quý', num: true },
  { key: 'admitted', label: 'Kết nạp', num: true },
  { key: 'previous', label: 'Quý trước', num: true },
  { key: 'lastYear', label: 'Cùng kỳ', num: true },
  { key: 'year', label: 'Từ đầu năm', num: true },
  { key: 'plan', label: 'Kế hoạch', num: true },
  { key: 'share', label: '% kế hoạch' },
];

const MEETING_COLUMNS = [
  { key: 'name', label: 'Đơn vị' },
  { key: 'met', label: 'Đã họp / phải họp', num: true },
  { key: 'share', label: 'Tỷ lệ', num: true },
  { key: 'late', label: 'Nộp muộn', num: true },
  { key: 'missing', label: 'Chưa họp', num: true },
  { key: 'attendance', label: 'Tỷ lệ dự', num: true },
];

/** A row for each direct child, with the totals that they add up to. */
export function ChildTable({ briefing, dangerLine }: { briefing: Briefing; dangerLine: number }) {
  const named = (row: BriefingRow) => <Name key="name" briefing={briefing} row={row} />;
  return (
    <>
      <DataTable
        caption="Đảng viên theo đơn vị trực thuộc"
        columns={COLUMNS}
        rows={briefing.rows.map((row) => ({ key: row.unitId, cells: cells(briefing, row, dangerLine, named(row)) }))}
        foot={cells(briefing, briefing.total, dangerLine, 'Tổng cộng')}
      />
      <h3 className="px-4 pt-6 pb-1 font-semibold">Sinh hoạt chi bộ</h3>
      <DataTable
        caption="Sinh hoạt chi bộ theo đơn vị trực thuộc"
        columns={MEETING_COLUMNS}
        rows={briefing.rows.map((row) => ({ key: row.unitId, cells: meetingCells(briefing, row, named(row)) }))}
        foot={meetingCells(briefing, briefing.total, 'Tổng cộng')}
      />
    </>
  );
}

const Name = ({ briefing, row }: { briefing: Briefing; row: BriefingRow }) => (
  <Link
    href={briefingAddress(briefing.period, row.unitId)}
    prefetch={false}
    className="inline-block min-w-40 no-underline hover:underline"
  >
    {row.name}
  </Link>
);

function cells(briefing: Briefing, row: BriefingRow, dangerLine: number, name: React.ReactNode) {
  const figure = (key: Parameters<typeof OpenNumber>[0]['figure']) => (
    <OpenNumber key={key} briefing={briefing} row={row} figure={key} />
  );
  return [
    name,
    figure('stockStart'),
    figure('increases'),
    figure('decreases'),
    figure('stockEnd'),
    figure('admitted'),
    <Against key="previous" row={row} quarter="previous" />,
    <Against key="lastYear" row={row} quarter="lastYear" />,
    formatCount(row.admittedThisYear),
    row.plan === null ? '—' : formatCount(row.plan),
    <PlanBar key="share" row={row} dangerLine={dangerLine} />,
  ];
}

function meetingCells(briefing: Briefing, row: BriefingRow, name: React.ReactNode) {
  const figure = (key: Parameters<typeof OpenNumber>[0]['figure']) => (
    <OpenNumber key={key} briefing={briefing} row={row} figure={key} />
  );
  return [
    name,
    <span key="met">
      {figure('held')}/{figure('expected')}
    </span>,
    formatShare(row.now.held, row.now.expected),
    figure('late'),
    figure('missing'),
    <OpenNumber key="attendance" briefing={briefing} row={row} figure="attendancePresent">
      {formatShare(row.now.attendancePresent, row.now.attendanceDue)}
    </OpenNumber>,
  ];
}

function Against({ row, quarter }: { row: BriefingRow; quarter: 'previous' | 'lastYear' }) {
  const against = compared(row.now.admitted, row[quarter]?.admitted);
  if (!against) return <span title="Không so sánh được: chưa có sổ của quý đó">—</span>;
  return (
    <>
      {formatCount(against.before)} <span className="text-ink-soft">({formatDelta(against.difference)})</span>
    </>
  );
}

function PlanBar({ row, dangerLine }: { row: BriefingRow; dangerLine: number }) {
  const share = planShare(row);
  if (share === null) return <span className="text-ink-soft">chưa giao</span>;
  const text = `${share.toFixed(1).replace('.', ',')}%`;
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden="true" className="inline-block h-2 w-16 overflow-hidden rounded bg-plain">
        <span className="block h-2 bg-ink-soft" style={{ width: `${Math.min(share, 100)}%` }} />
      </span>
      {share < dangerLine ? <span className="tag late">{text}</span> : text}
    </span>
  );
}
