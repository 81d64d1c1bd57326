import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { type Level, type Subject, termEndOf } from '@/domain/ratings/words';
import { read } from '../../client';
import { within } from '../../scope';
import { mainTitleOn } from '../cadres/main-title';

/** levels: of every row, as decided or as proposed so far; null where neither. */
export type GroupLine = {
  id: string;
  name: string;
  subject: Subject;
  prominent: boolean;
  decidedOn: string | null;
  decisionNumber: string | null;
  levels: (Level | null)[];
};

/** Groups that the unit's committee decides on in that term, in one statement; quarter 0: the year. */
export const listGroups = (viewer: Viewer, unitId: string, year: number, quarter: number): Promise<GroupLine[]> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<GroupLine>(sql`
      select g.id, g.name, g.subject, g.prominent, g.decision_date as "decidedOn", g.decision_number as "decisionNumber",
        coalesce((select jsonb_agg(coalesce(r.level, r.proposed_level)) from ratings r where r.group_id = g.id), '[]') as levels
      from rating_groups g
      where g.unit_id = ${unitId} and g.year = ${year} and g.quarter = ${quarter} and ${within(viewer, 'rating.read', sql`g.unit_id`)}
      order by g.subject desc, g.name, g.id limit 200`);
    return rows;
  });

export type Rateable = { id: string; name: string; title: string | null; unitName: string | null };

/** Who may still be taken into a group of that term: cadres whom the unit manages, or units directly under it. At most 400. */
export const listRateable = (
  viewer: Viewer,
  unitId: string,
  { subject, year, quarter, q }: { subject: Subject; year: number; quarter: number; q: string },
): Promise<Rateable[]> =>
  read(viewer, async (tx) => {
    const wanted = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    const end = termEndOf({ year, quarter });
    const people = sql`
      select c.id, c.full_name as name, a.title, u.short_name as "unitName" from cadres c
      left join lateral ${mainTitleOn(end)} a on true left join units u on u.id = a.unit_id
      where c.managing_unit_id = ${unitId} and c.serving and ${within(viewer, 'rating.write', sql`c.managing_unit_id`)}
        and not exists (select from ratings r where r.cadre_id = c.id and r.year = ${year} and r.quarter = ${quarter})
        and (${q} = '' or a.title ilike ${wanted} or u.short_name ilike ${wanted} or c.full_name ilike ${wanted})
      order by a.grade desc nulls last, a.title, c.sort_key, c.id limit 400`;
    const collectives = sql`
      select u.id, u.name, null as title, null as "unitName" from units u
      where u.parent_id = ${unitId} and u.kind not in ('H', 'T') and (u.closed_on is null or u.closed_on > ${end}::date) and ${within(viewer, 'rating.write', sql`u.parent_id`)}
        and not exists (select from ratings r where r.rated_unit_id = u.id and r.year = ${year} and r.quarter = ${quarter})
        and (${q} = '' or u.name ilike ${wanted})
      order by u.sort_key, u.id limit 400`;
    return (await tx.execute<Rateable>(subject === 'person' ? people : collectives)).rows;
  });
