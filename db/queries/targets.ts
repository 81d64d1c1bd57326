import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { read } from '../client';
import { within } from '../scope';

export type UnitTarget = { unitId: string; name: string; value: number | null; source: string | null; own: boolean };

/** The admission target of a unit (own: true) and of its living direct children for a year, in one statement. Persons; null: none given. */
export const listTargets = (viewer: Viewer, unitId: string, year: number): Promise<UnitTarget[]> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<UnitTarget>(sql`
      select u.id as "unitId", u.name, g.value, g.source, u.id = ${unitId} as own
      from units u left join targets g on g.unit_id = u.id and g.year = ${year} and g.kind = 'admission'
      where (u.id = ${unitId} or (u.parent_id = ${unitId} and u.kind not in ('H', 'T') and (u.closed_on is null or u.closed_on >= make_date(${year}, 1, 1))))
        and ${within(viewer, 'briefing.read', sql`u.id`)}
      order by own desc, u.sort_key, u.id limit 500`);
    return rows;
  });
