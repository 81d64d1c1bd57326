import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { SaveReport } from '@/domain/rotations/inputs';
import { rotationReports } from '../../schema/rotations';
import { units } from '../../schema/units';
import { within } from '../../scope';
import { command, notFound, stale } from '../../write';
import { stamp } from './rows';

/** Keeps totals as a report stated them, the parts as they are: nothing is made to add up. Gives the report's id. */
export const saveReport = command<SaveReport, { reportId: string }>('saveReport', 'rotation.write', async (tx, viewer, input) => {
  const { reportId, version, unitId, ...figures } = input;
  const [unit] = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.id, unitId), within(viewer, 'rotation.write', units.id)));
  if (!unit) return notFound();
  const audit = (id: string) => ({
    action: 'rotation.reported',
    subjectType: 'rotation_report',
    subjectId: id,
    unitId,
    detail: { total: figures.total, vertical: figures.vertical },
  });
  if (!reportId) {
    const id = uuidv7();
    await tx.insert(rotationReports).values({ id, unitId, ...figures, updatedBy: viewer.accountId });
    return { result: { reportId: id }, audit: [audit(id)] };
  }
  const [before] = await tx
    .select()
    .from(rotationReports)
    .where(and(eq(rotationReports.id, reportId), eq(rotationReports.unitId, unitId)))
    .for('update');
  if (!before) return notFound();
  if (before.version !== version) return stale(tx, before.updatedBy, before.updatedAt);
  await tx
    .update(rotationReports)
    .set({ ...figures, ...stamp(viewer, before) })
    .where(eq(rotationReports.id, reportId));
  return { result: { reportId }, audit: [audit(reportId)] };
});
