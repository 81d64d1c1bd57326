import Link from 'next/link';
import { Tag, type TagKind } from '@/components/data/page';
import { RatingStrip } from '@/components/data/rating-strip';
import { DataTable } from '@/components/data/table';
import type { RotationRow } from '@/db/queries/rotations/ledger';
import { formatDate, type IsoDate } from '@/domain/calendar';
import type { StripYear } from '@/domain/ratings/strip';
import { DIRECTIONS, directionOf } from '@/domain/rotations/levels';
import { monthsServed, STAY_STATES, type StayState, stateOn } from '@/domain/rotations/stay';
import { namesPlace, PLACEMENTS } from '@/domain/rotations/words';

const COLUMNS = [
  { key: 'name', label: 'Họ và tên, xếp loại' },
  { key: 'from', label: 'Chức vụ trước luân chuyển' },
  { key: 'to', label: 'Chức vụ luân chuyển đến' },
  { key: 'time', label: 'Thời gian' },
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
    <span key="name" className="block whitespace-nowrap">
      <Link href={`/rotations/${row.id}`} prefetch={false} className="inline-block py-1 font-semibold">
        {row.fullName}
      </Link>
      <span className="block">
        <RatingStrip strip={strip} />
      </span>
    </span>,
    <Post key="from" title={row.fromTitle} unit={row.fromUnitName} />,
    <Post key="to" title={row.toTitle} unit={row.toUnitName} note={DIRECTIONS[directionOf(row.fromLevel, row.toLevel)]} />,
    <span key="time" className="whitespace-nowrap">
      {formatDate(row.startedSaid ?? row.startedOn)} – {formatDate(row.endedSaid ?? row.endedOn ?? row.dueOn)}
      <small className="block text-ink-soft">
        {monthsServed({ startedOn: row.startedOn, until: null, endedOn: row.endedOn }, today)} tháng
        {row.endedOn === null && ' đã qua'}
      </small>
    </span>,
    <Tag key="state" kind={STATE_TAGS[state]}>
      {state === 'ended' && row.placement ? PLACEMENTS[row.placement] : STAY_STATES[state]}
    </Tag>,
  ];
}

/** A title with where it stands, unless the title says so itself. */
export const Post = ({ title, unit, note }: { title: string; unit: string; note?: string }) => {
  const place = namesPlace(title, unit) ? [] : [unit];
  const below = [...place, ...(note ? [note] : [])].join(' · ');
  return (
    <span className="block min-w-40">
      {title}
      {below && <small className="block text-ink-soft">{below}</small>}
    </span>
  );
};
