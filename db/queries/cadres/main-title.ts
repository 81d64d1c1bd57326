import { type SQL, sql } from 'drizzle-orm';
import type { IsoDate } from '@/domain/calendar';

/** The title by which the cadre of the table named c was known on that day, for a lateral join: seats in committees and what was held besides come last. */
export const mainTitleOn = (
  day: IsoDate,
): SQL => sql`(select a.title, a.unit_id, p.rank, p.grade from appointments a join title_facts p on p.id = a.post_id
  where a.cadre_id = c.id and not a.reversed and a.from_on <= ${day}::date and (a.ended_on is null or a.ended_on > ${day}::date)
  order by p.body, a.concurrent, p.grade desc, a.from_on limit 1)`;
