import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { PostFilters } from '@/domain/posts/filters';
import type { Rank, Tier } from '@/domain/posts/kinds';
import { isUuid } from '@/domain/text';
import { read } from '../../client';
import type { ChosenUnit } from '../../scope';
import { holderOf } from './catalogue';
import { emptySinceSql, expiredSql, inCatalogue, postInReach, postsBelow } from './reach';

/** `vacant`: nobody holds the seat; `expired`: held beyond its term without a new decision. */
export type OpenKind = 'vacant' | 'expired';
/** since: the day from which it stands empty, or the last day of the term. holder: only of a seat whose term is over, where the viewer may know them. */
export type OpenSeat = {
  postId: string;
  seat: number;
  title: string;
  unitName: string;
  tier: Tier;
  rank: Rank;
  seats: number;
  since: string;
  days: number;
  /** Decided already: somebody begins on that day. */
  nextFrom: string | null;
  holder: { id: string; fullName: string } | null;
};
/** Longest open first, then the highest titles; `next`: where the following page begins. */
export type OpenPage = { rows: OpenSeat[]; next: string | null };
export const PAGE_SIZE = 50;

const sinceOf = (kind: OpenKind, day: string) => (kind === 'vacant' ? emptySinceSql(day) : sql`s.term_ends_on`);

function wanted(viewer: Viewer, unit: ChosenUnit, kind: OpenKind, { tier, rank, level, system }: PostFilters): SQL {
  const day = viewer.today;
  const all = [postInReach(viewer), postsBelow(unit), inCatalogue(day)];
  all.push(kind === 'vacant' ? sql`${emptySinceSql(day)} is not null` : expiredSql(day));
  if (tier) all.push(sql`p.tier = ${tier}`);
  if (rank) all.push(sql`p.rank = ${rank}`);
  if (level) all.push(sql`p.level = ${level}`);
  if (system) all.push(sql`p.system = ${system}`);
  return sql.join(all, sql` and `);
}

/** '2025-07-01_<post>_<seat>' → the place after which a page begins. */
function beyond(after: string | undefined, since: SQL): SQL {
  const [day, post, seat] = after?.split('_') ?? [];
  if (!day || !/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)) || !isUuid(post) || !/^\d{1,3}$/.test(seat ?? ''))
    return sql`true`;
  return sql`(${since}, p.sort_key, p.id, s.seat) > (${day}::date, (select o.sort_key from posts o where o.id = ${post}), ${post}::uuid, ${Number(seat)}::int)`;
}

export const listOpenSeats = (
  viewer: Viewer,
  unit: ChosenUnit,
  kind: OpenKind,
  filters: PostFilters,
  after?: string,
): Promise<OpenPage> =>
  read(viewer, async (tx) => {
    const since = sinceOf(kind, viewer.today);
    const { rows } = await tx.execute<OpenSeat>(sql`
      with page as (select p.id, p.title, p.unit_id, p.tier, p.rank, p.seats, p.sort_key, s.seat, ${since} as since, case when s.held_since > ${viewer.today}::date then s.held_since end as next_from
        from posts p join post_seats s on s.post_id = p.id where ${wanted(viewer, unit, kind, filters)} and ${beyond(after, since)}
        order by ${since}, p.sort_key, p.id, s.seat limit ${PAGE_SIZE + 1})
      select v.id as "postId", v.seat, v.title, u.short_name as "unitName", v.tier, v.rank, v.seats, v.since, ${viewer.today}::date - v.since as days, v.next_from as "nextFrom",
        case when c.id is not null then jsonb_build_object('id', c.id, 'fullName', c.full_name) end as holder
      from page v join units u on u.id = v.unit_id join post_seats s on s.post_id = v.id and s.seat = v.seat left join ${holderOf(viewer)}
      order by v.since, v.sort_key, v.id, v.seat`);
    const shown = rows.slice(0, PAGE_SIZE);
    const last = shown.at(-1);
    return { rows: shown, next: rows.length > PAGE_SIZE && last ? `${last.since}_${last.postId}_${last.seat}` : null };
  });

/** How many seats stand empty, and how many are held beyond their term. */
export const countOpenSeats = (viewer: Viewer, unit: ChosenUnit, filters: PostFilters): Promise<Record<OpenKind, number>> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<Record<OpenKind, number>>(sql`
      select count(*) filter (where ${wanted(viewer, unit, 'vacant', filters)}) as vacant, count(*) filter (where ${wanted(viewer, unit, 'expired', filters)}) as expired
      from posts p join post_seats s on s.post_id = p.id where ${postInReach(viewer)} and ${postsBelow(unit)}`);
    return rows[0] ?? { vacant: 0, expired: 0 };
  });
