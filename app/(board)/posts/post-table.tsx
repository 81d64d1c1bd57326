import Link from 'next/link';
import { Tag } from '@/components/data/page';
import { TableBox } from '@/components/data/table-box';
import type { PostRow, Seat } from '@/db/queries/posts/catalogue';
import type { IsoDate } from '@/domain/calendar';
import { formatCount } from '@/domain/numbers';
import { RANKS, SYSTEMS, TIER_SHORT } from '@/domain/posts/kinds';
import { seatState } from '@/domain/posts/seats';
import { type Standing, standingOf } from '@/domain/posts/standing';
import { StandingTag } from './standing-tag';

const MOST_NAMES = 3;

/** The catalogue by unit: each title with its seats, who holds them where the viewer may know, and for how long others stand empty. */
export function PostTable({ rows, today }: { rows: readonly PostRow[]; today: IsoDate }) {
  return (
    <TableBox label="Danh mục chức danh" box="min-[1340px]:overflow-visible" table="min-w-[820px]">
      <caption className="sr-only">Danh mục chức danh, theo tổ chức</caption>
      <thead>
        <tr>
          {['Chức danh', 'Hệ thống', 'Diện quản lý', 'Đang giữ', 'Khuyết'].map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {byUnit(rows).map(([first, ...others]) => (
        <tbody key={first.unitId + first.id}>
          <tr>
            <th scope="rowgroup" colSpan={5} className="static! bg-ground! text-ink!">
              {first.unitName}
            </th>
          </tr>
          {[first, ...others].map((row) => (
            <Row key={row.id} row={row} today={today} />
          ))}
        </tbody>
      ))}
    </TableBox>
  );
}

/** Rows stand in the order of their units. */
function byUnit(rows: readonly PostRow[]): [PostRow, ...PostRow[]][] {
  const groups: [PostRow, ...PostRow[]][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0].unitId === row.unitId) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

const OPEN = new Set<Standing>(['standing', 'ending']);

const Row = ({ row, today }: { row: PostRow; today: IsoDate }) => (
  <tr>
    <td className="min-w-64">
      <Link href={`/posts/${row.id}`} className="inline-block py-1" prefetch={false}>
        {row.title}
      </Link>{' '}
      <StandingTag title={row} today={today} />
      <span className="block text-ink-soft text-sm">
        {row.code} · {RANKS[row.rank].toLocaleLowerCase('vi')} · {row.elected ? 'bầu cử' : 'bổ nhiệm'}
      </span>
    </td>
    <td>{SYSTEMS[row.system]}</td>
    <td>{TIER_SHORT[row.tier]}</td>
    <td className="min-w-48">
      <Holders row={row} today={today} />
    </td>
    <td>{OPEN.has(standingOf(row, today)) ? <Vacant seats={row.seatList} today={today} /> : '—'}</td>
  </tr>
);

function Holders({ row, today }: { row: PostRow; today: IsoDate }) {
  if (standingOf(row, today) === 'coming') return '—';
  const held = row.seatList.filter((seat) => seatState(seat, today).kind !== 'vacant');
  const known = held.filter(({ holder }) => holder);
  const hidden = held.length - known.length;
  return (
    <>
      <span className="tabular-nums">
        {held.length}/{row.seats}
      </span>{' '}
      {known.slice(0, MOST_NAMES).map(({ seat, holder }) => (
        <span key={seat} className="block">
          <Link href={`/cadres/${holder?.id}`} prefetch={false}>
            {holder?.fullName}
          </Link>
        </span>
      ))}
      {known.length > MOST_NAMES && (
        <span className="block text-ink-soft text-sm">và {known.length - MOST_NAMES} người khác</span>
      )}
      {hidden > 0 && (
        <span className="block text-ink-soft text-sm">thuộc diện cấp trên quản lý{hidden > 1 ? `: ${hidden}` : ''}</span>
      )}
      {held.some((seat) => seatState(seat, today).kind === 'expired') && <Tag kind="late">có người hết thời hạn</Tag>}
    </>
  );
}

function Vacant({ seats, today }: { seats: readonly Seat[]; today: IsoDate }) {
  const days = seats.flatMap((seat) => {
    const state = seatState(seat, today);
    return state.kind === 'vacant' ? [state.days] : [];
  });
  if (!days.length) return '—';
  return (
    <Tag kind="due">
      {days.length} · {formatCount(Math.max(...days))} ngày
    </Tag>
  );
}
