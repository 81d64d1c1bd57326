import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { Level } from '@/domain/posts/kinds';
import { isUuid } from '@/domain/text';
import { read } from '../../client';
import { within } from '../../scope';

export type PlaceChoice = { id: string; name: string };
export type PostChoice = { id: string; title: string; unitName: string; unitKind: string; level: Level; free: number };

/** Where titles stand: the province and the living units directly under it. */
export const listPlaces = (viewer: Viewer): Promise<PlaceChoice[]> =>
  read(
    viewer,
    async (tx) =>
      (
        await tx.execute<PlaceChoice>(sql`
          select u.id, u.name from units u where u.depth <= 1 and u.closed_on is null and ${within(viewer, 'post.read', sql`u.id`)}
          order by u.depth, u.sort_key, u.id limit 500`)
      ).rows,
  );

/** Titles of one place that one can be rotated to, the highest first, with seats that nobody holds today. */
export const listPostsAt = (viewer: Viewer, unitId: string): Promise<PostChoice[]> =>
  read(
    viewer,
    async (tx) =>
      (
        await tx.execute<PostChoice>(sql`
          select p.id, p.title, u.short_name as "unitName", u.kind as "unitKind", p.level,
            (select count(*)::int from post_seats s where s.post_id = p.id and (s.appointment_id is null or s.free_from <= ${viewer.today}::date)) as free
          from posts p join units u on u.id = p.unit_id
          where p.unit_id = ${unitId} and not p.body and (p.valid_to is null or p.valid_to >= ${viewer.today}::date) and ${within(viewer, 'post.read', sql`p.managing_unit_id`)}
          order by p.sort_key, p.id limit 300`)
      ).rows,
  );

export async function getPost(viewer: Viewer, id: string): Promise<(PostChoice & { unitId: string }) | null> {
  if (!isUuid(id)) return null;
  return read(
    viewer,
    async (tx) =>
      (
        await tx.execute<PostChoice & { unitId: string }>(sql`
          select p.id, p.title, p.unit_id as "unitId", u.short_name as "unitName", u.kind as "unitKind", p.level,
            (select count(*)::int from post_seats s where s.post_id = p.id and (s.appointment_id is null or s.free_from <= ${viewer.today}::date)) as free
          from posts p join units u on u.id = p.unit_id where p.id = ${id} and ${within(viewer, 'post.read', sql`p.managing_unit_id`)}`)
      ).rows[0] ?? null,
  );
}

export type CadreChoice = { id: string; fullName: string; born: string; position: string | null };

const position = sql`(select a.title from appointments a join title_facts p on p.id = a.post_id where a.cadre_id = c.id and not a.reversed and not a.concurrent and not p.body
  and a.from_on <= today_vn() and (a.ended_on is null or a.ended_on > today_vn()) order by p.grade desc limit 1)`;

/** Serving cadres in reach for proposing whose name has those words somewhere; at most twenty. folded: without marks. */
export const findCadres = (viewer: Viewer, folded: string): Promise<CadreChoice[]> =>
  read(
    viewer,
    async (tx) =>
      (
        await tx.execute<CadreChoice>(sql`
          select c.id, c.full_name as "fullName", c.born, ${position} as position from cadres c
          where c.serving and c.member_id in (select p.member_id from member_name_parts p where p.part >= ${folded} and p.part < ${`${folded}\uffff`})
            and ${within(viewer, 'rotation.write', sql`c.managing_unit_id`)}
          order by c.sort_key, c.id limit 20`)
      ).rows,
  );

export async function getCadreChoice(viewer: Viewer, id: string): Promise<CadreChoice | null> {
  if (!isUuid(id)) return null;
  return read(
    viewer,
    async (tx) =>
      (
        await tx.execute<CadreChoice>(sql`
          select c.id, c.full_name as "fullName", c.born, ${position} as position from cadres c
          where c.id = ${id} and ${within(viewer, 'rotation.write', sql`c.managing_unit_id`)}`)
      ).rows[0] ?? null,
  );
}
