import { and, eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Permission } from '@/domain/access/offices';
import type { Viewer } from '@/domain/access/viewer';
import type { RotationEntry } from '@/domain/rotations/entries';
import type { Tx } from '../../client';
import { rotationEvents, rotationPlans, rotations } from '../../schema/rotations';
import { within } from '../../scope';
import { type AuditEntry, notFound, type Refused, stale } from '../../write';

export type Rotation = typeof rotations.$inferSelect;
export type Plan = typeof rotationPlans.$inferSelect;
type Event = Omit<typeof rotationEvents.$inferInsert, 'id' | 'rotationId' | 'enteredBy' | 'enteredAt'>;

export const stamp = (viewer: Viewer, { version }: { version: number }) => ({
  version: version + 1,
  updatedBy: viewer.accountId,
  updatedAt: new Date(),
});

/** The rotation in reach, locked, in the version that the form was opened with. */
export async function lockRotation(
  tx: Tx,
  viewer: Viewer,
  { rotationId, version }: { rotationId: string; version: number },
  permission: Permission,
): Promise<Rotation | Refused> {
  const [row] = await tx
    .select()
    .from(rotations)
    .where(and(eq(rotations.id, rotationId), within(viewer, permission, rotations.managingUnitId)))
    .for('update');
  if (!row) return notFound();
  return row.version === version ? row : stale(tx, row.updatedBy, row.updatedAt);
}

/** The plan in reach, locked, in the version that the form was opened with. */
export async function lockPlan(
  tx: Tx,
  viewer: Viewer,
  { planId, version }: { planId: string; version: number },
  permission: Permission,
): Promise<Plan | Refused> {
  const [row] = await tx
    .select()
    .from(rotationPlans)
    .where(and(eq(rotationPlans.id, planId), within(viewer, permission, rotationPlans.unitId)))
    .for('update');
  if (!row) return notFound();
  return row.version === version ? row : stale(tx, row.updatedBy, row.updatedAt);
}

/** The history of a rotation in reach, in the order in which it was entered. */
export const entriesOf = async (tx: Tx, viewer: Viewer, rotationId: string): Promise<RotationEntry[]> =>
  (
    await tx.execute<RotationEntry>(sql`
      select e.id, e.kind, e.effective_on as "effectiveOn", e.reverses_id as "reversesId"
      from rotation_events e join rotations r on r.id = e.rotation_id
      where r.id = ${rotationId} and ${within(viewer, 'rotation.read', sql`r.managing_unit_id`)} order by e.entered_at, e.id`)
  ).rows;

export const recordEvent = (tx: Tx, viewer: Viewer, rotationId: string, event: Event) =>
  tx.insert(rotationEvents).values({ ...event, id: uuidv7(), rotationId, enteredBy: viewer.accountId });

/** Names nobody: the cadre stands in the log by id. */
export const entryOf = (
  action: string,
  row: Pick<Rotation, 'id' | 'managingUnitId' | 'cadreId'>,
  detail: AuditEntry['detail'] = {},
): AuditEntry => ({
  action,
  subjectType: 'rotation',
  subjectId: row.id,
  unitId: row.managingUnitId,
  detail: { cadreId: row.cadreId, ...detail },
});

/** The place where the person is rotated to at present; null when nowhere. */
export async function runningPlace(tx: Tx, viewer: Viewer, cadreId: string): Promise<string | null> {
  const { rows } = await tx.execute<{ place: string }>(sql`
    select to_unit_name as place from rotations where cadre_id = ${cadreId} and started_on is not null and ended_on is null
      and ${within(viewer, 'rotation.read', rotations.managingUnitId)} limit 1`);
  return rows[0]?.place ?? null;
}
