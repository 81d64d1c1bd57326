import { and, eq } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { change } from '../client';
import { meetings } from '../schema/meetings';
import { readLog } from '../schema/records';
import { within } from '../scope';
import { auditRow } from '../write';

/** Committed before the document leaves: who took which minutes. False, and nothing written, out of reach. */
export const noteMinutesExport = (viewer: Viewer, meetingId: string): Promise<boolean> =>
  change(
    viewer,
    async (tx) => {
      const [meeting] = await tx
        .select({ cellId: meetings.cellId })
        .from(meetings)
        .where(and(eq(meetings.id, meetingId), within(viewer, 'minutes.read', meetings.cellId)));
      if (!meeting) return false;
      await tx
        .insert(readLog)
        .values(
          auditRow(viewer, { action: 'minutes.export', subjectType: 'meeting', subjectId: meetingId, unitId: meeting.cellId }),
        );
      return true;
    },
    Boolean,
  );
