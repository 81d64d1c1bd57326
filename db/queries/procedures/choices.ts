import { type SQL, sql } from 'drizzle-orm';
import type { Permission } from '@/domain/access/offices';
import type { Viewer } from '@/domain/access/viewer';
import { foldName } from '@/domain/names';
import { isUuid } from '@/domain/text';
import { read } from '../../client';
import { uuids, within } from '../../scope';

/** free: seats that nobody holds, or that somebody leaves. */
export type PostChoice = { id: string; title: string; unitName: string; seats: number; free: number };
/** A list to choose from shows no more; words narrow it. */
export const MOST_CHOICES = 30;

const FREE = sql`(select count(*)::int from post_seats s where s.post_id = p.id and s.free_from is not null)`;

/** Titles that the office decides on, those with a free seat first; words of the title or its unit, without marks, narrow the list. */
export const listPostChoices = (viewer: Viewer, permission: Permission, search: string): Promise<PostChoice[]> =>
  read(viewer, async (tx) => {
    const words = foldName(search).split(' ').filter(Boolean).slice(0, 8);
    const named = words.map((word): SQL => sql`and position(${word} in p.sort_key || ' ' || u.folded_name) > 0`);
    const { rows } = await tx.execute<PostChoice>(sql`
      select p.id, p.title, u.short_name as "unitName", p.seats, ${FREE} as free
      from posts p join units u on u.id = p.unit_id
      where p.valid_to is null and ${within(viewer, permission, sql`p.managing_unit_id`)} ${sql.join(named, sql` `)}
      order by ${FREE} = 0, p.sort_key, p.id limit ${MOST_CHOICES}`);
    return rows;
  });

/** One title, where the office decides on it. */
export async function getPostChoice(viewer: Viewer, permission: Permission, postId: unknown): Promise<PostChoice | null> {
  if (!isUuid(postId)) return null;
  return read(viewer, async (tx) => {
    const { rows } = await tx.execute<PostChoice>(sql`
      select p.id, p.title, u.name as "unitName", p.seats, ${FREE} as free
      from posts p join units u on u.id = p.unit_id where p.id = ${postId} and ${within(viewer, permission, sql`p.managing_unit_id`)}`);
    return rows[0] ?? null;
  });
}

export type CadreChoice = { id: string; fullName: string; born: string; title: string | null };

/** Serving cadres whose file the viewer may read, by a part of the name; at most thirty. */
export const listCadreChoices = (viewer: Viewer, search: string, without: readonly string[]): Promise<CadreChoice[]> =>
  read(viewer, async (tx) => {
    const name = foldName(search);
    if (!name) return [];
    const { rows } = await tx.execute<CadreChoice>(sql`
      select c.id, c.full_name as "fullName", c.born, h.title from cadres c
      left join lateral (select a.title from appointments a join title_facts p on p.id = a.post_id
        where a.cadre_id = c.id and not a.reversed and a.ended_on is null and not p.body order by a.concurrent, a.from_on limit 1) h on true
      where c.serving and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)} and c.id <> all(${uuids(without)})
        and c.member_id in (select n.member_id from member_name_parts n where n.part >= ${name} and n.part < ${`${name}\uffff`})
      order by c.sort_key, c.id limit ${MOST_CHOICES}`);
    return rows;
  });

export type HeldPost = {
  id: string;
  version: number;
  cadreId: string;
  fullName: string;
  title: string;
  fromOn: string;
  termEndsOn: string | null;
  concurrent: boolean;
  body: boolean;
};

const HELD = sql`
  select a.id, a.version, a.cadre_id as "cadreId", c.full_name as "fullName", a.title, a.from_on as "fromOn", a.term_ends_on as "termEndsOn",
    a.concurrent, p.body from appointments a join cadres c on c.id = a.cadre_id join title_facts p on p.id = a.post_id`;

/** What those cadres hold, main titles first; for the form of a decision. */
export const listHeldPosts = (viewer: Viewer, cadreIds: readonly string[]): Promise<HeldPost[]> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<HeldPost>(sql`
      ${HELD} where a.cadre_id = any(${uuids(cadreIds)}) and not a.reversed and a.ended_on is null
        and ${within(viewer, 'cadre.read', sql`a.managing_unit_id`)} order by p.body, a.concurrent, a.from_on limit 200`);
    return rows;
  });

/** One holding on which the viewer may decide; null where they may not, or where it is over. */
export async function getHeldPost(viewer: Viewer, appointmentId: unknown): Promise<HeldPost | null> {
  if (!isUuid(appointmentId)) return null;
  return read(viewer, async (tx) => {
    const { rows } = await tx.execute<HeldPost>(sql`
      ${HELD} where a.id = ${appointmentId} and not a.reversed and a.ended_on is null
        and ${within(viewer, 'appointment.decide', sql`a.managing_unit_id`)}`);
    return rows[0] ?? null;
  });
}
