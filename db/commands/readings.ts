import type { Viewer } from '@/domain/access/viewer';
import { change } from '../client';
import { readLog } from '../schema/records';
import { type AuditEntry, auditRow } from '../write';

/** Committed before what was read is shown, so that a reading always stands in the log. */
export const noteReading = (viewer: Viewer, entry: AuditEntry): Promise<void> =>
  change(
    viewer,
    async (tx) => void (await tx.insert(readLog).values(auditRow(viewer, entry))),
    () => true,
  );
