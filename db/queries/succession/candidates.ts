import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { foldName } from '@/domain/names';
import { read } from '../../client';
import { within } from '../../scope';

export type Candidate = { id: string; name: string; born: string; post: string | null; grade: number | null };

const MOST = 20;

/**
 * Cadres in reach who may be put on a title: by name where something was typed, otherwise those who hold the next lower titles in the same
 * unit. At most twenty, the highest post first.
 */
export const listCandidates = (viewer: Viewer, titleId: string, typed: string): Promise<Candidate[]> =>
  read(viewer, async (tx) => {
    const name = foldName(typed);
    const found = name
      ? sql`c.member_id in (select p.member_id from member_name_parts p where p.part >= ${name} and p.part < ${`${name}\uffff`} limit 500)`
      : sql`c.id in (select a.cadre_id from posts p join posts near on near.unit_id = p.unit_id and near.grade < p.grade and not near.body
          join appointments a on a.post_id = near.id and not a.reversed and (a.ended_on is null or a.ended_on > ${viewer.today}::date)
          where p.id = ${titleId}::uuid and a.from_on <= ${viewer.today}::date)`;
    const { rows } = await tx.execute<Candidate>(sql`
      select c.id, c.full_name as name, c.born, held.title as post, held.grade from cadres c
      left join lateral (select a.title, p.grade from appointments a join title_facts p on p.id = a.post_id
        where a.cadre_id = c.id and not a.reversed and not p.body and a.from_on <= ${viewer.today}::date and (a.ended_on is null or a.ended_on > ${viewer.today}::date)
        order by p.grade desc limit 1) held on true
      where ${found} and c.serving and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)}
      order by held.grade desc nulls last, c.sort_key, c.id limit ${MOST}`);
    return rows;
  });
