import { type SQL, sql } from 'drizzle-orm';
import type { IsoDate } from '@/domain/calendar';

/** Every holding of the cadre of the table named c, as domain/cadres/holdings counts them. */
export const HOLDINGS: SQL = sql`(select coalesce(jsonb_agg(jsonb_build_object('postId', a.post_id, 'title', a.title, 'unitId', a.unit_id, 'grade', h.grade,
    'level', h.level, 'body', h.body, 'from', a.from_on, 'to', a.ended_on)), '[]')
  from appointments a join title_facts h on h.id = a.post_id where a.cadre_id = c.id and not a.reversed)`;

const monthIndex = (text: SQL): SQL => sql`(left(${text}, 4)::int * 12 + substr(${text}, 6, 2)::int)`;
const monthText = (day: SQL): SQL => sql`to_char(${day}, 'YYYY-MM')`;

/**
 * Months of the cadre of the table named c at commune level and below up to that day, each once, as grassrootsMonths in domain/cadres/holdings counts
 * them; null where no line says at which level.
 */
export const grassrootsOf = (today: IsoDate): SQL => sql`(
  select case when count(w.level) = 0 then null else
    coalesce((select sum(upper(m) - lower(m))::int from unnest(range_agg(int4range(w.since, w.upto, '[]')) filter (where w.level in ('commune', 'grassroots') and w.upto >= w.since)) m), 0) end
  from (
    select h.level, ${monthIndex(sql`h.from_month`)} as since, least(${monthIndex(sql`coalesce(h.to_month, ${today.slice(0, 7)})`)}, ${monthIndex(sql`${today.slice(0, 7)}::text`)}) as upto
    from cadre_history h where h.cadre_id = c.id and h.from_month <= ${today.slice(0, 7)}
    union all
    select p.level, ${monthIndex(monthText(sql`a.from_on`))}, ${monthIndex(monthText(sql`least(coalesce(a.ended_on - 1, ${today}::date), ${today}::date)`))}
    from appointments a join title_facts p on p.id = a.post_id where a.cadre_id = c.id and not a.reversed and a.from_on <= ${today}::date) w)`;
