import Link from 'next/link';
import { rowsAddress } from '@/domain/briefings/address';
import type { Briefing, BriefingRow } from '@/domain/briefings/briefing';
import { type FigureKey, figureOf } from '@/domain/briefings/figures';
import { formatCount } from '@/domain/numbers';

type Props = {
  briefing: Briefing;
  figure: FigureKey;
  row?: BriefingRow;
  live?: boolean;
  children?: string;
  className?: string;
};

/** A number that opens to its rows. */
export function OpenNumber({ briefing, figure, row = briefing.total, live, children, className }: Props) {
  const value = live ? (briefing.live?.get(row.unitId)?.[figure] ?? 0) : row.now[figure];
  const shown = children ?? formatCount(value);
  return (
    <Link
      href={rowsAddress(briefing.period, briefing.unit.id, figure, { rowId: row.unitId, live })}
      prefetch={false}
      className={className ?? 'no-underline hover:underline'}
      aria-label={`${shown} – ${figureOf(figure)?.label}, ${row.name}: mở danh sách`}
      data-figure={figure}
    >
      {shown}
    </Link>
  );
}
