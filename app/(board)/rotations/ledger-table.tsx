import Link from 'next/link';
import { Tag, type TagKind } from '@/components/data/page';
import { RatingStrip } from '@/components/data/rating-strip';
import { DataTable } from '@/components/data/table';
import type { RotationRow } from '@/db/queries/rotations/ledger';
import { formatDate, type IsoDate } from '@/domain/calendar';
import type { StripYear } from '@/domain/ratings/strip';
import { DIRECTIONS, directionOf } from '@/domain/rotations/levels';
import { monthsServed, STAY_STATES, type StayState, stateOn } from '@/domain/rotations/stay';
import { PLACEMENTS } from '@/domain/rotations/words';

const COLUMNS = [
  { key: 'name', label: 'Họ và tên' },
  { key: 'strip', label: 'Xếp loại' },
  { key: 'from', label: 'Chức vụ trước luân chuyển' },
  { key: 'to', label: 'Chức vụ luân chuyển đến' },
  { key: 'way', label: 'Hướng' },
  { key: 'from-on', label: 'Bắt đầu' },
  { key: 'due', label: 'Đủ thời hạn' },
  { key: 'months', label: 'Số tháng', num: true },
  { key: 'state', label: 'Tình trạng' },
];
export const STATE_TAGS: Record<StayState, TagKind> = {
  ahead: 'plain',
  running: 'ok',
  prepare: 'due',
  due: 'late',
  ended: 'plain',
};

type Props = { rows: readonly RotationRow[]; strips: ReadonlyMap<string, readonly StripYear[]>; today: IsoDate };

export const LedgerTable = ({ rows, strips, today }: Props) => (
  <DataTable
    caption="Các lượt luân chuyển, mới nhất trước"
    columns={COLUMNS}
    rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row, strips.get(row.cadreId) ?? [], today) }))}
  />
);

function cellsOf(row: RotationRow, strip: readonly StripYear[], today: IsoDate) {
  const state = stateOn(row, today);
  return [
    <Link key="name" href={`/rotations/${row.id}`} prefetch={false} className="inline-block whitespace-nowrap py-1 font-semibold">
      {row.fullName}
    </Link>,
    <RatingStrip key="strip" strip={strip} />,
    <Post key="from" title={row.fromTitle} unit={row.fromUnitName} />,
    <Post key="to" title={row.toTitle} unit={row.toUnitName} />,
    DIRECTIONS[directionOf(row.fromLevel, row.toLevel)],
    formatDate(row.startedOn),
    formatDate(row.dueOn),
    monthsServed({ startedOn: row.startedOn, until: null, endedOn: row.endedOn }, today),
    <Tag key="state" kind={STATE_TAGS[state]}>
      {state === 'ended' && row.placement ? PLACEMENTS[row.placement] : STAY_STATES[state]}
    </Tag>,
  ];
}

export const Post = ({ title, unit }: { title: string; unit: string }) => (
  <span className="block min-w-44">
    {title}
    {!title.includes(unit.replace(/^Đảng bộ /, '')) && <small className="block text-ink-soft">{unit}</small>}
  </span>
);
