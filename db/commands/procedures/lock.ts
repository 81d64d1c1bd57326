import { and, eq, sql } from 'drizzle-orm';
import type { Permission } from '@/domain/access/offices';
import type { Viewer } from '@/domain/access/viewer';
import type { Detail } from '@/domain/audit/details';
import { type Progress, progressOf } from '@/domain/procedures/progress';
import type { Tx } from '../../client';
import { procedureCandidates, procedureSteps, procedures } from '../../schema/procedures';
import { within } from '../../scope';
import { type AuditEntry, notFound, type Refused, refused, stale } from '../../write';

export type Procedure = typeof procedures.$inferSelect;
export type Candidate = typeof procedureCandidates.$inferSelect;
export type StepRow = typeof procedureSteps.$inferSelect;

/** The procedure in reach, locked, still open, in the version that the form was opened with. */
export async function lockProcedure(
  tx: Tx,
  viewer: Viewer,
  { procedureId, version }: { procedureId: string; version: number },
  permission: Permission = 'procedure.write',
): Promise<Procedure | Refused> {
  const [row] = await tx
    .select()
    .from(procedures)
    .where(and(eq(procedures.id, procedureId), within(viewer, permission, procedures.managingUnitId)))
    .for('update');
  if (!row) return notFound();
  if (row.version !== version) return stale(tx, row.updatedBy, row.updatedAt);
  return row.concludedOn ? refused('', 'Quy trình này đã kết thúc. Hãy mở lại trang để xem.') : row;
}

/** Writes the change under the next version, with whose hand it was. */
export async function touch(tx: Tx, viewer: Viewer, { id, version }: Procedure, set: Partial<Procedure> = {}): Promise<void> {
  await tx
    .update(procedures)
    .set({ ...set, version: version + 1, updatedBy: viewer.accountId, updatedAt: sql`now()` as unknown as Date })
    .where(eq(procedures.id, id));
}

export type Course = { candidates: Candidate[]; steps: StepRow[]; progress: Progress };

/** Who is in the procedure and how far it has come. */
export async function courseOf(tx: Tx, viewer: Viewer, { id, source }: Pick<Procedure, 'id' | 'source'>): Promise<Course> {
  const all = await tx
    .select()
    .from(procedureCandidates)
    .where(and(eq(procedureCandidates.procedureId, id), within(viewer, 'procedure.read', procedureCandidates.managingUnitId)));
  const candidates = all.filter(({ removedAt }) => !removedAt);
  const steps = await tx
    .select()
    .from(procedureSteps)
    .where(and(eq(procedureSteps.procedureId, id), within(viewer, 'procedure.read', procedureSteps.managingUnitId)));
  const everyone = candidates.map((candidate) => candidate.id);
  return { candidates, steps, progress: progressOf(source, everyone, steps) };
}

export const entry = (
  action: string,
  { id, managingUnitId, postId }: Pick<Procedure, 'id' | 'managingUnitId' | 'postId'>,
  detail: Detail = {},
): AuditEntry => ({
  action: `procedure.${action}`,
  subjectType: 'procedure',
  subjectId: id,
  unitId: managingUnitId,
  detail: { postId, ...detail },
});
