import { and, eq } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { RotationFilters } from '@/domain/rotations/filters';
import { change, type Tx } from '../../client';
import { getPlan, type PlanDetail } from '../../queries/rotations/plans';
import { getRotation, type RotationDetail } from '../../queries/rotations/rotation';
import { readLog } from '../../schema/records';
import { rotationPlans, rotations } from '../../schema/rotations';
import { within } from '../../scope';
import { type AuditEntry, auditRow } from '../../write';

/** Committed before anything is shown, so that a draft that was seen always stands in the log. `find` gives nothing where there is nothing to log. */
const noted = (viewer: Viewer, find: (tx: Tx) => Promise<AuditEntry | null>) =>
  change(
    viewer,
    async (tx) => {
      const entry = await find(tx);
      if (entry) await tx.insert(readLog).values(auditRow(viewer, entry));
    },
    () => true,
  );

/** A plan; while it is a draft its reading is on record. null out of reach. */
export async function openPlan(viewer: Viewer, planId: string): Promise<PlanDetail | null> {
  const plan = await getPlan(viewer, planId);
  if (!plan || plan.approvedAt) return plan;
  await noted(viewer, async (tx) => {
    const [row] = await tx
      .select({ unitId: rotationPlans.unitId })
      .from(rotationPlans)
      .where(and(eq(rotationPlans.id, planId), within(viewer, 'rotation.read', rotationPlans.unitId)));
    return row ? { action: 'rotation.plan_read', subjectType: 'rotation_plan', subjectId: planId, unitId: row.unitId } : null;
  });
  return plan;
}

/** A rotation; while it is a proposal its reading is on record. null out of reach. */
export async function openRotation(viewer: Viewer, rotationId: string): Promise<RotationDetail | null> {
  const rotation = await getRotation(viewer, rotationId);
  if (!rotation || rotation.startedOn) return rotation;
  await noted(viewer, async (tx) => {
    const [row] = await tx
      .select({ unitId: rotations.managingUnitId, cadreId: rotations.cadreId })
      .from(rotations)
      .where(and(eq(rotations.id, rotationId), within(viewer, 'rotation.read', rotations.managingUnitId)));
    if (!row) return null;
    const subject = { subjectType: 'rotation', subjectId: rotationId, unitId: row.unitId };
    return { action: 'rotation.proposal_read', ...subject, detail: { cadreId: row.cadreId } };
  });
  return rotation;
}

/** The list of proposals, or what the planner makes of people, is about to be shown. postId: the title they are compared for. */
export const noteDrafts = (
  viewer: Viewer,
  action: 'rotation.proposal_read' | 'rotation.planner_read',
  unitId: string,
  postId: string | null = null,
): Promise<void> => noted(viewer, async () => ({ action, subjectType: 'unit', subjectId: unitId, unitId, detail: { postId } }));

/** The list is about to leave on paper or as a workbook: what for, by which filters, how many turns. */
export const noteList = (
  viewer: Viewer,
  action: 'rotation.export' | 'rotation.print',
  { unitId, purpose, filters, count }: { unitId: string; purpose?: string; filters: RotationFilters; count: number },
): Promise<void> =>
  noted(viewer, async () => ({
    action,
    subjectType: 'unit',
    subjectId: unitId,
    unitId,
    detail: { ...(purpose && { purpose }), filters, rows: count },
  }));
