import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { Tx } from '../../client';
import { imports } from '../../schema/members';
import { within } from '../../scope';
import { notFound, type Refused, refused, stale } from '../../write';

export const STOPPED = 'Việc nhập đã được dừng theo yêu cầu; chưa có dòng nào được ghi vào sổ.';

export type ImportRecord = typeof imports.$inferSelect;

const inReach = (viewer: Viewer, importId: string): SQL | undefined =>
  and(eq(imports.id, importId), within(viewer, 'member.import', imports.unitId));

/** The import in the viewer's reach; without a lock, so that its progress can be written meanwhile. */
export async function findImport(tx: Tx, viewer: Viewer, importId: string): Promise<ImportRecord | undefined> {
  const [found] = await tx.select().from(imports).where(inReach(viewer, importId));
  return found;
}

/** The import locked for a change of the version that the form was opened with. */
export async function openImport(
  tx: Tx,
  viewer: Viewer,
  importId: string,
  version: number,
): Promise<{ found: ImportRecord } | Refused> {
  const [found] = await tx.select().from(imports).where(inReach(viewer, importId)).for('update');
  if (!found) return notFound();
  if (found.version !== version) return stale(tx, null, null);
  return { found };
}

/** Only an import that is neither running nor in the book can still be changed. */
export function settled(found: ImportRecord): Refused | null {
  if (found.committedAt) return refused('', 'Danh sách này đã được nhập vào sổ. Hãy mở lại trang để xem kết quả.');
  if (found.startedAt) return refused('', 'Danh sách này đang được nhập. Hãy đợi nhập xong, hoặc dừng lại rồi sửa.');
  return null;
}

/** Seconds between pressing the button and the work taking its lock. */
const GRACE = 15;

/** Is somebody's process at work on this import? The lock ends with the process, so a killed server shows at once. */
export async function isRunning(tx: Tx, found: Pick<ImportRecord, 'id' | 'startedAt' | 'committedAt'>): Promise<boolean> {
  if (!found.startedAt || found.committedAt) return false;
  if (Date.now() - found.startedAt.getTime() < GRACE * 1000) return true;
  const { rows } = await tx.execute<{ free: boolean }>(sql`select pg_try_advisory_xact_lock(${lockKey(found.id)}) as free`);
  return !rows[0]?.free;
}

export const lockKey = (id: string): SQL => sql`hashtextextended(${`import:${id}`}, 0)`;

export function inBatches<T>(rows: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));
}
