import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { lastRatedYear, type StripYear, stripOf, type YearRating } from '@/domain/ratings/strip';
import type { Rules } from '@/domain/rule-sets';
import { prepared, read, type Tx } from '../../client';
import { uuids, within } from '../../scope';

/**
 * The decided yearly ratings of those cadres, oldest first, by cadre id; who is out of reach or was never rated is missing. For a page of a list:
 * `stripOf(strips.get(id) ?? [], lastRatedYear(today), rules)` makes the strip.
 */
export const stripsOf = (viewer: Viewer, cadreIds: readonly string[]): Promise<Map<string, YearRating[]>> =>
  read(viewer, (tx) => stripsIn(tx, viewer, cadreIds));

/** The strips as a list shows them today, by cadre id: the last years up to the one that is over, empty ones too. Every id asked has one. */
export const shownStrips = (
  viewer: Viewer,
  cadreIds: readonly string[],
  rules: Pick<Rules, 'class.strip'>,
): Promise<Map<string, StripYear[]>> =>
  read(viewer, async (tx) => {
    const known = await stripsIn(tx, viewer, cadreIds);
    return new Map(cadreIds.map((id) => [id, stripOf(known.get(id) ?? [], lastRatedYear(viewer.today), rules)]));
  });

/** The same inside a transaction that is already open. */
export async function stripsIn(tx: Tx, viewer: Viewer, cadreIds: readonly string[]): Promise<Map<string, YearRating[]>> {
  if (!cadreIds.length) return new Map();
  return gathered(
    await prepared<YearRating & { id: string }>(
      tx,
      sql`
    select r.cadre_id as id, r.year, r.level from ratings r
    where r.cadre_id = any(${uuids(cadreIds)}) and r.quarter = 0 and r.level is not null and ${within(viewer, 'rating.read', sql`r.managing_unit_id`)}
    order by r.year`,
    ),
  );
}

/** The same of units, by unit id: a unit sees what was decided on itself, the office that decides sees it too. */
export async function unitStripsIn(tx: Tx, viewer: Viewer, unitIds: readonly string[]): Promise<Map<string, YearRating[]>> {
  if (!unitIds.length) return new Map();
  const { rows } = await tx.execute<YearRating & { id: string }>(sql`
    select r.rated_unit_id as id, r.year, r.level from ratings r
    where r.rated_unit_id = any(${uuids(unitIds)}) and r.quarter = 0 and r.level is not null
      and (${within(viewer, 'rating.read', sql`r.managing_unit_id`)} or ${within(viewer, 'rating.read', sql`r.rated_unit_id`)})
    order by r.year`);
  return gathered(rows);
}

export const unitStripsOf = (viewer: Viewer, unitIds: readonly string[]): Promise<Map<string, YearRating[]>> =>
  read(viewer, (tx) => unitStripsIn(tx, viewer, unitIds));

export type FailedCadre = { id: string; name: string; title: string | null; years: YearRating[] };

/** Cadres rated "không hoàn thành" in that year with all their years: who of them is due for consideration says domain/ratings/strip. */
export const listFailed = (viewer: Viewer, unitId: string, year: number): Promise<FailedCadre[]> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<Omit<FailedCadre, 'years'>>(sql`
      select c.id, c.full_name as name, r.title from ratings r join cadres c on c.id = r.cadre_id
      where r.managing_unit_id = ${unitId} and r.year = ${year} and r.quarter = 0 and r.level = 'failed' and ${within(viewer, 'rating.read', sql`r.managing_unit_id`)}
      order by c.sort_key, c.id limit 100`);
    const strips = await stripsIn(
      tx,
      viewer,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({ ...row, years: strips.get(row.id) ?? [] }));
  });

function gathered(rows: readonly (YearRating & { id: string })[]): Map<string, YearRating[]> {
  const strips = new Map<string, YearRating[]>();
  for (const { id, year, level } of rows) {
    const known = strips.get(id);
    if (known) known.push({ year, level });
    else strips.set(id, [{ year, level }]);
  }
  return strips;
}
