import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { monthOf } from '@/domain/calendar';
import type { Officer } from '@/domain/units/tree';
import { prepared, read } from '../../client';
import { within } from '../../scope';

export type UnitFacts = {
  id: string;
  version: number;
  code: string;
  kind: string;
  sector: string | null;
  name: string;
  shortName: string;
  address: string | null;
  meetingDay: number | null;
  meetingPlace: string | null;
  foundedOn: string;
  closedOn: string | null;
  isCell: boolean;
  parentId: string | null;
  parentName: string | null;
  /** May the viewer found something below it; rename or close it (which the unit above decides)? */
  mayFound: boolean;
  mayChange: boolean;
  cells: number;
  members: number;
};
export type Placement = {
  id: string;
  name: string;
  kind: string;
  parentName: string | null;
  validFrom: string;
  validTo: string | null;
};
export type Change = {
  id: string;
  kind: string;
  effectiveOn: string;
  decisionNumber: string;
  decisionDate: string;
  issuer: string;
  signer: string | null;
  note: string | null;
  from: Linked[];
  to: Linked[];
};
export type Linked = { id: string; name: string; inReach: boolean };
export type UnitDetail = { unit: UnitFacts; officers: Officer[]; placements: Placement[]; changes: Change[] };

const list = (rows: SQL, order: SQL) =>
  sql`(select coalesce(jsonb_agg(to_jsonb(r) - 'at' order by ${order}), '[]') from (${rows}) r)`;

/** One unit in reach with who leads it and its history, in one statement; null when it is not there or out of reach. */
export const getUnit = (viewer: Viewer, id: string): Promise<UnitDetail | null> =>
  read(viewer, async (tx) => {
    const [found] = await prepared<UnitFacts & Omit<UnitDetail, 'unit'>>(
      tx,
      sql`
      select u.id, u.version, u.code, u.kind, u.sector, u.name, u.short_name as "shortName", u.address, u.meeting_day as "meetingDay", u.meeting_place as "meetingPlace",
        u.founded_on as "foundedOn", u.closed_on as "closedOn", u.is_cell as "isCell", u.parent_id as "parentId", p.name as "parentName", n.cells, n.members,
        u.closed_on is null and ${within(viewer, 'unit.change', sql`u.id`)} and exists (select 1 from unit_kind_children k where k.parent_kind = u.kind) as "mayFound",
        u.closed_on is null and u.parent_id is not null and ${within(viewer, 'unit.change', sql`u.parent_id`)} as "mayChange",
        ${list(OFFICERS, sql`r."heldFrom", r.at`)} as officers, ${list(PLACEMENTS, sql`r."validFrom" desc, r.id desc`)} as placements,
        ${list(changesOf(viewer), sql`r."effectiveOn" desc, r.id desc`)} as changes
      from units u left join units p on p.id = u.parent_id
      left join lateral (select count(*)::int as cells, coalesce(sum(m.stock), 0)::int as members from unit_tree t join units c on c.id = t.unit_id and c.is_cell and c.closed_on is null
        left join unit_months m on m.cell_id = c.id and m.month = ${monthOf(viewer.today)} where t.ancestor_id = u.id) n on true
      where u.id = ${id} and ${within(viewer, 'unit.read', sql`u.id`)}`,
    );
    if (!found) return null;
    const { officers, placements, changes, ...unit } = found;
    return { unit, officers, placements, changes };
  });

const OFFICERS = sql`
  select o.id as at, o.role, o.full_name as "fullName", m.id as "memberId", o.held_from as "heldFrom", o.held_to as "heldTo", o.elected
  from unit_officers o left join members m on m.id = o.member_id where o.unit_id = u.id`;

const PLACEMENTS = sql`
  select p.id, p.name, p.kind, w.name as "parentName", p.valid_from as "validFrom", p.valid_to as "validTo"
  from unit_placements p left join units w on w.id = p.parent_id where p.unit_id = u.id`;

function changesOf(viewer: Viewer): SQL {
  const linked = (side: SQL) => sql`coalesce((
    select jsonb_agg(jsonb_build_object('id', w.id, 'name', w.name, 'inReach', ${within(viewer, 'unit.read', sql`w.id`)}) order by w.sort_key)
    from units w where w.id in (select ${side} from unit_change_links k where k.change_id = c.id)), '[]')`;
  return sql`
    select c.id, c.kind, c.effective_on as "effectiveOn", c.decision_number as "decisionNumber", c.decision_date as "decisionDate", c.issuer, c.signer, c.note,
      ${linked(sql`k.predecessor_id`)} as "from", ${linked(sql`k.successor_id`)} as "to"
    from unit_changes c
    where c.id in (select change_id from unit_change_links where u.id in (predecessor_id, successor_id) union select change_id from unit_placements where unit_id = u.id)`;
}

/** Persons with and without voting right in a unit's books; for cells and small units, not for whole committees. */
export const countMembers = (viewer: Viewer, id: string): Promise<{ members: number; officials: number }> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<{ members: number; officials: number }>(sql`
      select count(*)::int as members, (count(*) filter (where status = 'official'))::int as officials from members
      where status <> 'left' and cell_id in (select unit_id from unit_tree where ancestor_id = ${id}) and ${within(viewer, 'member.read', sql`cell_id`)}`);
    return rows[0] ?? { members: 0, officials: 0 };
  });

/** Kinds that may stand directly under a kind. */
export const listChildKinds = (viewer: Viewer, kind: string): Promise<string[]> =>
  read(viewer, async (tx) =>
    (
      await tx.execute<{ kind: string }>(
        sql`select child_kind as kind from unit_kind_children where parent_kind = ${kind} order by 1`,
      )
    ).rows.map((row) => row.kind),
  );
