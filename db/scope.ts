import { AsyncLocalStorage } from 'node:async_hooks';
import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Permission } from '@/domain/access/offices';
import type { Viewer } from '@/domain/access/viewer';

const lifted = new AsyncLocalStorage<true>();

/** For the test that shows row-level security holding alone: runs queries with their scope taken away. Throws outside tests. */
export function withoutScope<T>(run: () => Promise<T>): Promise<T> {
  if (process.env.NODE_ENV !== 'test') throw new Error('withoutScope is for tests');
  return lifted.run(true, run);
}

/**
 * The only translation of rights into SQL: true for rows whose unit column lies in the viewer's reach for that permission.
 * With no grant it is false, never "no condition".
 */
export const within = (viewer: Viewer, permission: Permission, unit: AnyPgColumn | SQL): SQL =>
  reach(viewer, permission, (units) => sql`${unit} in (${units})`);

/** The same for a small part of a big table that an index has by unit: looked up there for each unit of the viewer, whatever the plan expects. */
export const withinByIndex = (viewer: Viewer, permission: Permission, unit: AnyPgColumn | SQL): SQL =>
  reach(viewer, permission, (units) => sql`${unit} = any(array(${units}))`);

function reach(viewer: Viewer, permission: Permission, among: (units: SQL) => SQL): SQL {
  if (lifted.getStore()) return sql`true /* by a test */`;
  const grants = viewer.grants.get(permission) ?? [];
  if (!grants.length) return sql`false`;
  if (reachesAll(viewer, permission)) return sql`true`;
  const subtree = grants.filter((grant) => grant.reach === 'subtree').map((grant) => grant.unitId);
  const single = grants.filter((grant) => grant.reach === 'unit').map((grant) => grant.unitId);
  return among(
    sql`select unit_id from unit_tree where (ancestor_id = any(${uuids(subtree)})) or (depth = 0 and ancestor_id = any(${uuids(single)}))`,
  );
}

/** Whether that right reaches the whole province: then sums of committees answer for their cells. */
export const reachesAll = (viewer: Viewer, permission: Permission): boolean =>
  (viewer.grants.get(permission) ?? []).some((grant) => grant.root && grant.reach === 'subtree');

/** A list of ids as one array parameter. */
export const uuids = (ids: readonly string[]): SQL => sql`${`{${ids.join(',')}}`}::uuid[]`;

export type ChosenUnit = { id: string; parentId: string | null; depth: number; isCell: boolean };

/** Rows of the chosen unit and everything below it, by the cheapest column there is. No access check: pair it with within(). */
export function below(unit: ChosenUnit, columns: { cell: AnyPgColumn | SQL; committee: AnyPgColumn | SQL }): SQL {
  if (unit.depth === 0) return sql`true`;
  if (unit.depth === 1) return sql`${columns.committee} = ${unit.id}`;
  if (unit.isCell) return sql`${columns.cell} = ${unit.id}`;
  return sql`${columns.cell} in (select unit_id from unit_tree where ancestor_id = ${unit.id})`;
}
