import { and, eq } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { FilterValues } from '@/domain/members/filters';
import { change } from '../client';
import { getSensitive, type SensitiveRecord } from '../queries/members';
import { members } from '../schema/members';
import { readLog } from '../schema/records';
import { within } from '../scope';
import { type AuditEntry, auditRow } from '../write';

/** Committed before the data is read, so that a reading that was shown always stands in the log. */
const note = (viewer: Viewer, entry: AuditEntry) =>
  change(
    viewer,
    async (tx) => void (await tx.insert(readLog).values(auditRow(viewer, entry))),
    () => true,
  );

/** The sensitive record with its reading on record; null, and nothing written, out of reach. */
export async function openSensitive(viewer: Viewer, memberId: string): Promise<SensitiveRecord | null> {
  const noted = await change(
    viewer,
    async (tx) => {
      const [row] = await tx
        .select({ cellId: members.cellId })
        .from(members)
        .where(and(eq(members.id, memberId), within(viewer, 'member.sensitive', members.cellId)));
      if (!row) return false;
      await tx
        .insert(readLog)
        .values(auditRow(viewer, { action: 'member.sensitive', subjectType: 'member', subjectId: memberId, unitId: row.cellId }));
      return true;
    },
    Boolean,
  );
  return noted ? getSensitive(viewer, memberId) : null;
}

/** An export of the list is about to leave: who, of which unit, by which filters, how many persons, for what. The words searched for are not kept. */
export const noteExport = (
  viewer: Viewer,
  { unitId, purpose, values, count }: { unitId: string; purpose: string; values: FilterValues; count: number },
): Promise<void> => {
  const { q, ...filters } = values;
  return note(viewer, {
    action: 'member.export',
    subjectType: 'unit',
    subjectId: unitId,
    unitId,
    detail: { purpose, filters, searched: Boolean(q), count },
  });
};
