import { and, eq } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { Votes } from '@/domain/procedures/ballots';
import { change } from '../../client';
import { listVotes } from '../../queries/procedures/procedure';
import { procedures } from '../../schema/procedures';
import { readLog } from '../../schema/records';
import { within } from '../../scope';
import { auditRow } from '../../write';

/**
 * The votes of a procedure by their sitting, with the reading on record before they are read; null, and nothing written, out of reach.
 * print: what is shown goes to paper.
 */
export async function readVotes(viewer: Viewer, procedureId: string, print = false): Promise<Map<string, Votes[]> | null> {
  const noted = await change(
    viewer,
    async (tx) => {
      const [row] = await tx
        .select({ managingUnitId: procedures.managingUnitId })
        .from(procedures)
        .where(and(eq(procedures.id, procedureId), within(viewer, 'procedure.read', procedures.managingUnitId)));
      if (!row) return false;
      const action = print ? 'procedure.print' : 'procedure.votes';
      await tx
        .insert(readLog)
        .values(auditRow(viewer, { action, subjectType: 'procedure', subjectId: procedureId, unitId: row.managingUnitId }));
      return true;
    },
    Boolean,
  );
  return noted ? listVotes(viewer, procedureId) : null;
}
