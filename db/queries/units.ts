import { sql } from 'drizzle-orm';
import type { Permission } from '@/domain/access/offices';
import type { Viewer } from '@/domain/access/viewer';
import { prepared, readAsPlanned, type Tx } from '../client';
import { within } from '../scope';

/** The unit whose books a page shows. counts: living cells below and members in them this month. */
export type ShownUnit = {
  id: string;
  parentId: string | null;
  committeeId: string | null;
  depth: number;
  isCell: boolean;
  kind: string;
  name: string;
  shortName: string;
  closedOn: string | null;
  /** From the province down to the parent; only units in reach are links. */
  ancestors: { id: string; shortName: string; inReach: boolean }[];
};

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `?unit=` or the viewer's own highest unit for that right; null when it is out of reach or does not exist. */
export async function chooseUnit(viewer: Viewer, permission: Permission, wanted?: string | string[]): Promise<ShownUnit | null> {
  const own = viewer.grants.get(permission) ?? [];
  const id = typeof wanted === 'string' && wanted ? wanted : (own.find((grant) => grant.root) ?? own[0])?.unitId;
  if (!id || !ID.test(id)) return null;
  return readAsPlanned(viewer, (tx) => shownUnit(tx, viewer, permission, id));
}

/** The same for an id inside an open transaction: null out of reach. */
export async function shownUnit(tx: Tx, viewer: Viewer, permission: Permission, id: string): Promise<ShownUnit | null> {
  const [unit] = await prepared<ShownUnit>(
    tx,
    sql`
      select u.id, u.parent_id as "parentId", u.committee_id as "committeeId", u.depth, u.is_cell as "isCell", u.kind, u.name, u.short_name as "shortName", u.closed_on as "closedOn",
        coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'shortName', a.short_name, 'inReach', ${within(viewer, permission, sql`a.id`)}) order by a.depth)
          from unit_tree t join units a on a.id = t.ancestor_id where t.unit_id = u.id and t.depth > 0), '[]') as ancestors
      from units u where u.id = ${id} and ${within(viewer, permission, sql`u.id`)}`,
  );
  return unit ?? null;
}
