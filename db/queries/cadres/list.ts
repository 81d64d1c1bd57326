import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { Professional, Theory } from '@/domain/cadres/codes';
import type { CadreFilters, CadreState } from '@/domain/cadres/filters';
import type { Tier } from '@/domain/posts/kinds';
import type { YearRating } from '@/domain/ratings/strip';
import { isUuid } from '@/domain/text';
import { read } from '../../client';
import { cadres } from '../../schema/cadres';
import { type ChosenUnit, within } from '../../scope';
import { stripsIn } from '../ratings/strips';

export const PAGE_SIZE = 50;

/** A row of lists, prints and exports. titles: held today, the highest first; heldSince, termEndsOn: of the first of them. */
export type CadreRow = {
  id: string;
  fullName: string;
  female: boolean;
  born: string;
  homePlace: string | null;
  tier: Tier;
  serving: boolean;
  titles: string[];
  heldSince: string | null;
  termEndsOn: string | null;
  joined: string | null;
  official: string | null;
  theory: Theory;
  professional: Professional;
  specialty: string | null;
  administration: string;
  language: string | null;
  civilRank: string | null;
  ratings: YearRating[];
};

export type Cursor = { after?: string; before?: string };
export type CadrePage = { rows: CadreRow[]; hasPrevious: boolean; hasNext: boolean };

/** A holding of that day, of the table named a. */
export const heldOn = (day: string): SQL =>
  sql`not a.reversed and a.from_on <= ${day} and (a.ended_on is null or a.ended_on > ${day})`;

const STATE: Record<CadreState, (today: string) => SQL> = {
  serving: () => sql`${cadres.serving}`,
  idle: (today) =>
    sql`${cadres.serving} and not exists (select from appointments a where a.cadre_id = ${cadres.id} and ${heldOn(today)})`,
  left: () => sql`not ${cadres.serving}`,
};

/** Who holds a title in the unit or below it today, or is managed there. */
function ofUnit(viewer: Viewer, unit: ChosenUnit): SQL {
  const { today } = viewer;
  const grants = viewer.grants.get('cadre.read') ?? [];
  const whole = grants.length === 1 && grants[0]?.unitId === unit.id && grants[0].reach === 'subtree';
  // Whoever reaches this unit alone reaches nobody else: every cadre in reach is managed here.
  if (unit.depth === 0 || whole) return sql`true`;
  const here = sql`(select t.unit_id from unit_tree t where t.ancestor_id = ${unit.id})`;
  // Ordered as the index by seats is, which the planner then takes.
  return sql`${cadres.id} in (select h.cadre_id from posts p cross join lateral (select a.cadre_id from appointments a where a.post_id = p.id and ${heldOn(today)}
      order by a.post_id, a.seat, a.from_on) h where p.unit_id in ${here}
    union all select m.id from cadres m where m.managing_unit_id in ${here})`;
}

/** Whose files the filters mean, in the viewer's reach: for lists, counts, prints and exports alike. */
function conditions(viewer: Viewer, unit: ChosenUnit, filters: CadreFilters): SQL {
  const { state, tier, rank, sex, born, theory, name } = filters;
  const all = [within(viewer, 'cadre.read', cadres.managingUnitId), ofUnit(viewer, unit), STATE[state](viewer.today)];
  if (tier) all.push(sql`${cadres.tier} = ${tier}`);
  if (rank)
    all.push(sql`exists (select from appointments a join title_facts p on p.id = a.post_id
      where a.cadre_id = ${cadres.id} and p.rank = ${rank} and ${heldOn(viewer.today)})`);
  if (sex) all.push(sql`${cadres.female} = ${sex === 'female'}`);
  if (born?.after) all.push(sql`${cadres.born} > ${born.after}`);
  if (born?.upTo) all.push(sql`${cadres.born} <= ${born.upTo}`);
  if (theory) all.push(sql`${cadres.theory} = ${theory}`);
  if (name)
    all.push(
      sql`${cadres.memberId} in (select p.member_id from member_name_parts p where p.part >= ${name} and p.part < ${`${name}\uffff`})`,
    );
  return sql.join(all, sql` and `);
}

/** The place of a row in the order, found by its id, so that no name stands in the address. */
function beyond({ after, before }: Cursor): SQL {
  const id = after ?? before;
  if (!id || !isUuid(id)) return sql`true`;
  const place = sql`(select c.sort_key from cadres c where c.id = ${id}), ${id}::uuid`;
  return after ? sql`(${cadres.sortKey}, ${cadres.id}) > (${place})` : sql`(${cadres.sortKey}, ${cadres.id}) < (${place})`;
}

const row = (today: string) => sql`
  c.id, c.full_name as "fullName", c.female, c.born, c.home_place as "homePlace", c.tier, c.serving, c.theory, c.professional, c.specialty,
  c.administration, c.language, c.civil_rank as "civilRank", m.joined, m.official, coalesce(h.titles, '[]') as titles, h.since as "heldSince", h.ends as "termEndsOn"
  from page c left join members m on m.id = c.member_id
  left join lateral (select jsonb_agg(a.title order by p.body, p.grade desc, a.from_on) as titles,
      (array_agg(a.from_on order by p.body, p.grade desc, a.from_on))[1] as since, (array_agg(a.term_ends_on order by p.body, p.grade desc, a.from_on))[1] as ends
    from appointments a join title_facts p on p.id = a.post_id where a.cadre_id = c.id and ${heldOn(today)}) h on true`;

/** One page in the order of Vietnamese lists: given name, then family and middle names; with the decided ratings of each. */
export function listCadres(
  viewer: Viewer,
  unit: ChosenUnit,
  filters: CadreFilters,
  cursor: Cursor = {},
  limit = PAGE_SIZE,
): Promise<CadrePage> {
  const backwards = !cursor.after && Boolean(cursor.before);
  const way = backwards ? sql`desc` : sql`asc`;
  return read(viewer, async (tx) => {
    const { rows } = await tx.execute<Omit<CadreRow, 'ratings'>>(sql`
      with page as (select ${cadres}.* from ${cadres} where ${conditions(viewer, unit, filters)} and ${beyond(cursor)}
        order by ${cadres.sortKey} ${way}, ${cadres.id} ${way} limit ${limit + 1})
      select ${row(viewer.today)} order by c.sort_key ${way}, c.id ${way}`);
    const more = rows.length > limit;
    const bare = backwards ? rows.slice(0, limit).reverse() : rows.slice(0, limit);
    const strips = await stripsIn(
      tx,
      viewer,
      bare.map(({ id }) => id),
    );
    const shown = bare.map((one) => ({ ...one, ratings: strips.get(one.id) ?? [] }));
    if (backwards) return { rows: shown, hasPrevious: more, hasNext: true };
    return { rows: shown, hasPrevious: Boolean(cursor.after), hasNext: more };
  });
}

/** How many the filters mean. */
export const countCadres = (viewer: Viewer, unit: ChosenUnit, filters: CadreFilters): Promise<number> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<{ count: number }>(
      sql`select count(*) as count from ${cadres} where ${conditions(viewer, unit, filters)}`,
    );
    return rows[0]?.count ?? 0;
  });

/**
 * How many the filters mean, and the last person of every full part of `size`, so that any part is read after the one before it. One pass over the
 * places, as a count is.
 */
export const countInParts = (
  viewer: Viewer,
  unit: ChosenUnit,
  filters: CadreFilters,
  size: number,
): Promise<{ count: number; ends: string[] }> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<{ count: number; ends: string[] }>(sql`
      select count(*)::int as count, coalesce(array_agg(n.id order by n.place) filter (where n.place % ${size} = 0), '{}') as ends
      from (select ${cadres.id}, row_number() over (order by ${cadres.sortKey}, ${cadres.id}) as place from ${cadres} where ${conditions(viewer, unit, filters)}) n`);
    return rows[0] ?? { count: 0, ends: [] };
  });
