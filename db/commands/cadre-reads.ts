import { and, eq } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { CadreFilterValues } from '@/domain/cadres/filters';
import type { CadrePaper } from '@/domain/cadres/papers';
import { isUuid } from '@/domain/text';
import { change } from '../client';
import { type CadreFile, type CadreSensitive, getCadreFile, getCadreSensitive } from '../queries/cadres/file';
import { cadres } from '../schema/cadres';
import { readLog } from '../schema/records';
import { within } from '../scope';
import { type AuditEntry, auditRow } from '../write';

type Reading = Pick<AuditEntry, 'action' | 'detail'>;

/** Committed before the file is read, so that a reading that was shown always stands in the log; false, and nothing written, out of reach. */
const noted = (viewer: Viewer, cadreId: string, { action, detail }: Reading): Promise<boolean> =>
  change(
    viewer,
    async (tx) => {
      const [row] = await tx
        .select({ unitId: cadres.managingUnitId })
        .from(cadres)
        .where(and(eq(cadres.id, cadreId), within(viewer, 'cadre.read', cadres.managingUnitId)));
      if (!row) return false;
      const entry = { action, detail, subjectType: 'cadre', subjectId: cadreId, unitId: row.unitId };
      await tx.insert(readLog).values(auditRow(viewer, entry));
      return true;
    },
    Boolean,
  );

/** The file with its reading on record; null, and nothing written, out of reach. */
export async function openCadreFile(viewer: Viewer, cadreId: string): Promise<CadreFile | null> {
  if (!isUuid(cadreId)) return null;
  return (await noted(viewer, cadreId, { action: 'cadre.read' })) ? getCadreFile(viewer, cadreId) : null;
}

/** The file for a paper, with the sensitive fields for who may see them; the read log says which paper. */
export async function openCadrePaper(
  viewer: Viewer,
  cadreId: string,
  paper: CadrePaper,
): Promise<{ file: CadreFile; sensitive: CadreSensitive | null } | null> {
  if (!isUuid(cadreId) || !(await noted(viewer, cadreId, { action: 'cadre.print', detail: { kind: paper } }))) return null;
  const [file, sensitive] = await Promise.all([getCadreFile(viewer, cadreId), getCadreSensitive(viewer, cadreId)]);
  return file && { file, sensitive };
}

/** count: of the whole list; part: '2/3' when only that part of it leaves. */
type ListReading = {
  unitId: string;
  values: CadreFilterValues;
  columns: readonly string[];
  count: number;
  purpose?: string;
  part?: string;
};

/** A list of cadres is about to leave, on paper or as a workbook (with its purpose). The words searched for are not kept. */
export const noteCadreList = (viewer: Viewer, { unitId, values, columns, count, purpose, part }: ListReading): Promise<void> =>
  change(
    viewer,
    async (tx) => {
      const { q, ...filters } = values;
      const detail = {
        ...(purpose ? { purpose } : { kind: 'list' }),
        filters,
        searched: Boolean(q),
        count,
        columns: [...columns],
        ...(part ? { part } : {}),
      };
      const action = purpose ? 'cadre.export' : 'cadre.print';
      await tx.insert(readLog).values(auditRow(viewer, { action, subjectType: 'unit', subjectId: unitId, unitId, detail }));
    },
    () => true,
  );
