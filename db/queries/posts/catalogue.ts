import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { PostFilters } from '@/domain/posts/filters';
import type { Level, Rank, System, Tier } from '@/domain/posts/kinds';
import type { SeatFacts } from '@/domain/posts/seats';
import { isUuid } from '@/domain/text';
import { read } from '../../client';
import { type ChosenUnit, within } from '../../scope';
import { heldOn } from '../cadres/list';
import { emptySinceSql, inCatalogue, postInReach, postsBelow } from './reach';

export const PAGE_SIZE = 50;

/** A seat with its holder of today where the viewer may know them: null stands for nobody, and for a cadre whom a higher level manages. */
export type Seat = SeatFacts & {
  seat: number;
  holder: { id: string; fullName: string; fromOn: string; termEndsOn: string | null } | null;
};
export type PostRow = {
  id: string;
  code: string;
  title: string;
  unitId: string;
  unitName: string;
  system: System;
  level: Level;
  tier: Tier;
  rank: Rank;
  elected: boolean;
  body: boolean;
  seats: number;
  validFrom: string;
  validTo: string | null;
  seatList: Seat[];
};
export type Cursor = { after?: string; before?: string };
export type PostPage = { rows: PostRow[]; hasPrevious: boolean; hasNext: boolean };

const standing = ({ ended, ahead }: PostFilters, today: string): SQL => {
  if (ended) return sql`p.valid_to < ${today}`;
  return ahead ? sql`(p.valid_from > ${today} or p.valid_to >= ${today})` : inCatalogue(today);
};

function conditions(viewer: Viewer, unit: ChosenUnit, filters: PostFilters): SQL {
  const { system, level, tier, rank, grade, title, vacant } = filters;
  const { today } = viewer;
  const all = [postInReach(viewer), postsBelow(unit), standing(filters, today)];
  if (system) all.push(sql`p.system = ${system}`);
  if (level) all.push(sql`p.level = ${level}`);
  if (tier) all.push(sql`p.tier = ${tier}`);
  if (rank) all.push(sql`p.rank = ${rank}`);
  if (grade !== undefined) all.push(sql`p.grade = ${grade}`);
  if (title) all.push(sql`position(${title} in p.sort_key) > 0`);
  if (vacant) all.push(sql`exists (select from post_seats s where s.post_id = p.id and ${emptySinceSql(today)} is not null)`);
  return sql.join(all, sql` and `);
}

/** By unit, the province first, and in a unit from the highest title down. */
function beyond({ after, before }: Cursor): SQL {
  const id = after ?? before;
  if (!id || !isUuid(id)) return sql`true`;
  const place = sql`(select c.depth from units c join posts o on o.unit_id = c.id where o.id = ${id}), (select c.sort_key from units c join posts o on o.unit_id = c.id where o.id = ${id}), (select o.unit_id from posts o where o.id = ${id}),
    (select o.sort_key from posts o where o.id = ${id}), ${id}::uuid`;
  const here = sql`(u.depth, u.sort_key, p.unit_id, p.sort_key, p.id)`;
  return after ? sql`${here} > (${place})` : sql`${here} < (${place})`;
}

/** Who holds the seat of the table named s today, where the viewer may know; ordered as the index by seats is, which the planner then takes. */
export const holderOf = (viewer: Viewer): SQL => sql`lateral (select a.cadre_id, a.from_on, a.term_ends_on from appointments a
    where a.post_id = s.post_id and a.seat = s.seat and ${heldOn(viewer.today)} and ${within(viewer, 'cadre.read', sql`a.managing_unit_id`)}
    order by a.post_id, a.seat, a.from_on limit 1) h on true left join cadres c on c.id = h.cadre_id and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)}`;

/** The seats of the title p as JSON, with the holder of today where the viewer reaches the file. */
export const seatsOf = (
  viewer: Viewer,
): SQL => sql`coalesce((select jsonb_agg(jsonb_build_object('seat', s.seat, 'appointmentId', s.appointment_id, 'heldSince', s.held_since,
    'termEndsOn', s.term_ends_on, 'freeFrom', s.free_from, 'freeBefore', s.free_before,
    'holder', case when c.id is not null then jsonb_build_object('id', c.id, 'fullName', c.full_name, 'fromOn', h.from_on, 'termEndsOn', h.term_ends_on) end) order by s.seat)
  from post_seats s left join ${holderOf(viewer)} where s.post_id = p.id), '[]')`;

/** One page of the catalogue with its seats. */
export function listPosts(viewer: Viewer, unit: ChosenUnit, filters: PostFilters, cursor: Cursor = {}): Promise<PostPage> {
  const backwards = !cursor.after && Boolean(cursor.before);
  const way = backwards ? sql`desc` : sql`asc`;
  const order = (depth: SQL, unitKey: SQL) =>
    sql`order by ${depth} ${way}, ${unitKey} ${way}, p.unit_id ${way}, p.sort_key ${way}, p.id ${way}`;
  return read(viewer, async (tx) => {
    const { rows } = await tx.execute<PostRow>(sql`
      with page as (select p.*, u.short_name as unit_name, u.sort_key as unit_key, u.depth from posts p join units u on u.id = p.unit_id
        where ${conditions(viewer, unit, filters)} and ${beyond(cursor)} ${order(sql`u.depth`, sql`u.sort_key`)} limit ${PAGE_SIZE + 1})
      select p.id, p.code, p.title, p.unit_id as "unitId", p.unit_name as "unitName", p.system, p.level, p.tier, p.rank, p.elected, p.body, p.seats, p.valid_from as "validFrom", p.valid_to as "validTo",
        ${seatsOf(viewer)} as "seatList"
      from page p ${order(sql`p.depth`, sql`p.unit_key`)}`);
    const more = rows.length > PAGE_SIZE;
    const shown = rows.slice(0, PAGE_SIZE);
    if (backwards) return { rows: shown.reverse(), hasPrevious: more, hasNext: true };
    return { rows: shown, hasPrevious: Boolean(cursor.after), hasNext: more };
  });
}

/** Titles that the filters mean, their seats, and how many of these stand empty today. */
export type PostCount = { posts: number; seats: number; vacant: number; expired: number };
export const countPosts = (viewer: Viewer, unit: ChosenUnit, filters: PostFilters): Promise<PostCount> =>
  read(viewer, async (tx) => {
    const empty = emptySinceSql(viewer.today);
    const { rows } = await tx.execute<PostCount>(sql`
      select count(distinct p.id) as posts, count(s.seat) as seats, count(*) filter (where ${empty} is not null and ${inCatalogue(viewer.today)}) as vacant,
        count(*) filter (where ${empty} is null and s.held_since <= ${viewer.today}::date and s.term_ends_on < ${viewer.today}::date) as expired
      from posts p left join post_seats s on s.post_id = p.id where ${conditions(viewer, unit, filters)}`);
    return rows[0] ?? { posts: 0, seats: 0, vacant: 0, expired: 0 };
  });
