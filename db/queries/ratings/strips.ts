import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { YearRating } from '@/domain/ratings/strip';
import { read, type Tx } from '../../client';
import { uuids, within } from '../../scope';

type Row = YearRating & { cadreId: string };

/**
 * The decided yearly ratings of those cadres, oldest first, by cadre id; who is out of reach or was never rated is missing. For a page of a list:
 * `stripOf(strips.get(id) ?? [], lastRatedYear(today), rules)` makes the strip.
 */
export const stripsOf = (viewer: Viewer, cadreIds: readonly string[]): Promise<Map<string, YearRating[]>> =>
  read(viewer, (tx) => stripsIn(tx, viewer, cadreIds));

/** The same inside a transaction that is already open. */
export async function stripsIn(tx: Tx, viewer: Viewer, cadreIds: readonly string[]): Promise<Map<string, YearRating[]>> {
  const strips = new Map<string, YearRating[]>();
  if (!cadreIds.length) return strips;
  const { rows } = await tx.execute<Row>(sql`
    select r.cadre_id as "cadreId", r.year, r.level from ratings r
    where r.cadre_id = any(${uuids(cadreIds)}) and r.quarter = 0 and r.level is not null and ${within(viewer, 'rating.read', sql`r.managing_unit_id`)}
    order by r.year`);
  for (const { cadreId, year, level } of rows) {
    const known = strips.get(cadreId);
    if (known) known.push({ year, level });
    else strips.set(cadreId, [{ year, level }]);
  }
  return strips;
}
