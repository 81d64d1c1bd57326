import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { Level } from '@/domain/ratings/words';
import { read, type Tx } from '../../client';
import { within } from '../../scope';

/** A unit's own row: what it says of itself and what was decided; nothing that the level above drafts. version: of its own part. */
export type OwnRating = {
  id: string;
  unitId: string;
  unitName: string;
  deciderName: string;
  year: number;
  quarter: number;
  selfPoints: number | null;
  selfLevel: Level | null;
  selfReason: string | null;
  selfOn: string | null;
  selfBy: string | null;
  selfByName: string | null;
  selfAt: string | null;
  level: Level | null;
  version: number;
};

const ROW = sql`
  select o.id, o.rated_unit_id as "unitId", u.name as "unitName", d.name as "deciderName", o.year, o.quarter, o.self_points::float8 as "selfPoints", o.self_level as "selfLevel",
    o.self_reason as "selfReason", o.self_on as "selfOn", o.self_by as "selfBy", account_name(o.self_by) as "selfByName", o.self_at as "selfAt", o.level, o.self_version as version
  from own_ratings o join units u on u.id = o.rated_unit_id join units d on d.id = o.managing_unit_id`;

/** Rows of the units whose own rating the viewer enters: those still open first, then the last terms. At most 20. */
export const listOwnRatings = (viewer: Viewer): Promise<OwnRating[]> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<OwnRating>(sql`
      ${ROW} where ${within(viewer, 'rating.self', sql`o.rated_unit_id`)}
      order by (o.level is null) desc, o.year desc, o.quarter desc, u.sort_key, o.id limit 20`);
    return rows;
  });

/** One of them for its command; undefined out of reach. */
export async function ownRatingIn(tx: Tx, viewer: Viewer, ratingId: string): Promise<OwnRating | undefined> {
  const { rows } = await tx.execute<OwnRating>(
    sql`${ROW} where o.id = ${ratingId} and ${within(viewer, 'rating.self', sql`o.rated_unit_id`)}`,
  );
  return rows[0];
}
