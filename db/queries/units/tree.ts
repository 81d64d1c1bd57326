import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { monthOf } from '@/domain/calendar';
import { foldName } from '@/domain/names';
import { prepared, read, readAsPlanned } from '../../client';
import { uuids, within } from '../../scope';

/** cells: living cells at or below the unit; members: persons in their books this month. */
export type TreeRow = {
  id: string;
  parentId: string | null;
  depth: number;
  kind: string;
  name: string;
  closedOn: string | null;
  /** Has children to be shown. */
  opens: boolean;
  cells: number;
  members: number;
};
export type FoundRow = Omit<TreeRow, 'opens'> & { path: string };

type Asked = { rootId: string; open: readonly string[]; closed: boolean };

/** Living cells and persons of each shown unit: of the province and its committees from their own months, of the smaller ones through the tree. */
const counted = (viewer: Viewer) => sql`stock as (
  select committee_id as id, stock from committee_months_now where month = ${monthOf(viewer.today)}
), living as (
  select committee_id as id, count(*)::int as cells from units
  where is_cell and closed_on is null and committee_id = any(array(select id from shown where depth = 1)) group by 1
), counted as (
  select s.id, coalesce(l.cells, 0) as cells, coalesce(m.stock, 0) as members
  from shown s left join living l on l.id = s.id left join stock m on m.id = s.id where s.depth = 1
  union all
  select s.id, (select sum(cells)::int from living), (select sum(stock)::int from stock) from shown s where s.depth = 0
  union all
  select t.ancestor_id, count(*)::int, coalesce(sum((select m.stock from unit_months m where m.cell_id = c.id and m.month = ${monthOf(viewer.today)})), 0)::int
  from shown s join unit_tree t on t.ancestor_id = s.id join units c on c.id = t.unit_id and c.is_cell and c.closed_on is null where s.depth > 1 group by 1)`;

/** The root and the children of it and of every opened unit, siblings in order; ended units only when asked for. One statement. */
export const listTree = (viewer: Viewer, { rootId, open, closed }: Asked): Promise<TreeRow[]> =>
  readAsPlanned(viewer, async (tx) => {
    const rows = await prepared<TreeRow>(
      tx,
      sql`
      with shown as (
        select u.* from units u
        where (u.id = ${rootId} or (u.parent_id = any(${uuids([rootId, ...open])}) ${closed ? sql`` : sql`and u.closed_on is null`})) and ${within(viewer, 'unit.read', sql`u.id`)}
      ), ${counted(viewer)}
      select s.id, s.parent_id as "parentId", s.depth, s.kind, s.name, s.closed_on as "closedOn",
        coalesce((select true from units k where k.parent_id = s.id ${closed ? sql`` : sql`and k.closed_on is null`} limit 1), false) as opens,
        coalesce(c.cells, 0) as cells, coalesce(c.members, 0) as members
      from shown s left join counted c on c.id = s.id order by s.depth, s.closed_on is not null, s.sort_key, s.id`,
    );
    return rows;
  });

const SHOWN = 50;

/** Units below the root whose name holds the words, typed with or without marks; at most 50, and how many there are. */
export const searchUnits = (
  viewer: Viewer,
  { rootId, closed, q }: { rootId: string; closed: boolean; q: string },
): Promise<{ rows: FoundRow[]; total: number }> =>
  read(viewer, async (tx) => {
    const pattern = `%${foldName(q).replace(/[\\%_]/g, '\\$&')}%`;
    const { rows } = await tx.execute<FoundRow & { total: number }>(sql`
      with matched as (
        select u.*, count(*) over () as total from units u join unit_tree b on b.unit_id = u.id and b.ancestor_id = ${rootId}
        where u.folded_name like ${pattern} ${closed ? sql`` : sql`and u.closed_on is null`} and ${within(viewer, 'unit.read', sql`u.id`)}
      ), shown as (select * from matched order by depth, sort_key, id limit ${SHOWN}), ${counted(viewer)}
      select s.id, s.parent_id as "parentId", s.depth, s.kind, s.name, s.closed_on as "closedOn", coalesce(c.cells, 0) as cells, coalesce(c.members, 0) as members, s.total,
        coalesce((select string_agg(a.short_name, ' › ' order by a.depth) from unit_tree t join units a on a.id = t.ancestor_id where t.unit_id = s.id and t.depth > 0 and a.depth > 0), '') as path
      from shown s left join counted c on c.id = s.id order by s.depth, s.sort_key, s.id`);
    return { rows, total: rows[0]?.total ?? 0 };
  });
