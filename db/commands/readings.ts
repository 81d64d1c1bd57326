import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { change, prepared } from '../client';
import type { AuditEntry } from '../write';

/** Committed before what was read is shown, so that a reading always stands in the log. Chain, seq and hashes are the database's to fill. */
export const noteReading = (
  viewer: Viewer,
  { action, subjectType, subjectId, unitId = null, detail = {} }: AuditEntry,
): Promise<void> =>
  change(
    viewer,
    async (tx) =>
      void (await prepared(
        tx,
        sql`insert into read_log (chain, seq, prev_hash, hash, account_id, action, subject_type, subject_id, unit_id, detail)
          values (0, 0, '', '', ${viewer.accountId}, ${action}, ${subjectType}, ${subjectId}, ${unitId}, ${JSON.stringify(detail)}::jsonb)`,
      )),
    () => true,
  );
