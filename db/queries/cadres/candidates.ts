import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { foldName } from '@/domain/names';
import { read } from '../../client';
import { within } from '../../scope';

/** A member for whom a file can be opened. cadreId: has one that the viewer reaches. */
export type MemberChoice = {
  id: string;
  fullName: string;
  born: string;
  cellName: string;
  position: string | null;
  cadreId: string | null;
};
const MOST = 30;

/** Members in reach whose name has a word that begins so, at most 30; nobody for an empty search. */
export async function searchMembers(viewer: Viewer, typed: string): Promise<MemberChoice[]> {
  const name = foldName(typed);
  if (!name) return [];
  return read(viewer, async (tx) => {
    const { rows } = await tx.execute<MemberChoice>(sql`
      select m.id, m.full_name as "fullName", m.born, case when cm.id <> u.id then u.short_name || ', ' || cm.short_name else u.short_name end as "cellName", m.position, c.id as "cadreId"
      from members m join units u on u.id = m.cell_id join units cm on cm.id = m.committee_id left join cadres c on c.member_id = m.id and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)}
      where m.status <> 'left' and ${within(viewer, 'member.read', sql`m.cell_id`)}
        and m.id in (select p.member_id from member_name_parts p where p.part >= ${name} and p.part < ${`${name}\uffff`})
      order by m.sort_key, m.id limit ${MOST}`);
    return rows;
  });
}
