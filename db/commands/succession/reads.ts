import type { Viewer } from '@/domain/access/viewer';
import type { IsoDate } from '@/domain/calendar';
import { change } from '../../client';
import { getList, headIn, type PlanList } from '../../queries/succession/list';
import { readLog } from '../../schema/records';
import { auditRow } from '../../write';

type How = {
  extra?: readonly string[];
  asOf?: IsoDate;
  as?: 'succession.read' | 'succession.print' | 'succession.export';
  purpose?: string;
};

/** A list of names with its reading on record; null, and nothing written, out of reach. */
export async function openList(
  viewer: Viewer,
  listId: string,
  { as = 'succession.read', purpose, ...how }: How = {},
): Promise<PlanList | null> {
  const noted = await change(
    viewer,
    async (tx) => {
      const head = await headIn(tx, viewer, listId);
      if (!head) return false;
      const detail = { ...(purpose ? { purpose } : {}), ...(how.asOf ? { asOf: how.asOf } : {}) };
      await tx.insert(readLog).values(
        auditRow(viewer, {
          action: as,
          subjectType: 'succession_list',
          subjectId: listId,
          unitId: head.managingUnitId,
          detail,
        }),
      );
      return true;
    },
    Boolean,
  );
  return noted ? getList(viewer, listId, how) : null;
}
