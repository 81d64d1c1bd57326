import { eq, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { ImportVersionInput } from '@/domain/members/import/inputs';
import { change } from '../../client';
import { imports } from '../../schema/members';
import { auditMany, command, refused, write } from '../../write';
import { commitImport } from './commit';
import { isRunning, openImport, STOPPED } from './find';

/** Marks the import as begun; the work itself is runImport's, after the answer. */
export const startImport = command('startImport', 'member.import', async (tx, viewer, input: ImportVersionInput) => {
  const open = await openImport(tx, viewer, input.importId, input.version);
  if ('problems' in open) return open;
  const { found } = open;
  if (found.committedAt) return refused('', 'Danh sách này đã được nhập vào sổ. Hãy mở lại trang để xem kết quả.');
  if (await isRunning(tx, found)) return refused('', 'Danh sách này đang được nhập. Hãy đợi nhập xong.');
  if (!('new' in (found.counts as object)))
    return refused('', 'Danh sách này chưa được xem trước. Hãy chọn cột rồi xem trước kết quả.');
  await tx
    .update(imports)
    .set({ startedAt: new Date(), doneCount: 0, failure: null, version: found.version + 1 })
    .where(eq(imports.id, found.id));
  return {
    result: { importId: found.id },
    audit: [{ action: 'import.started', subjectType: 'import', subjectId: found.id, unitId: found.unitId }],
  };
});

/** Asks a running import to stop: it notices at its next step and nothing of it stays. */
export const stopImport = command('stopImport', 'member.import', async (tx, viewer, input: ImportVersionInput) => {
  const open = await openImport(tx, viewer, input.importId, input.version);
  if ('problems' in open) return open;
  const { found } = open;
  if (found.committedAt || !found.startedAt)
    return refused('', 'Danh sách này không đang được nhập. Hãy mở lại trang để xem kết quả.');
  await tx
    .update(imports)
    .set({ startedAt: null, failure: STOPPED, version: found.version + 1 })
    .where(eq(imports.id, found.id));
  return {
    result: { importId: found.id },
    audit: [{ action: 'import.stopped', subjectType: 'import', subjectId: found.id, unitId: found.unitId }],
  };
});

const BROKEN =
  'Việc nhập gặp lỗi và chưa có dòng nào được ghi vào sổ. Hãy thử lại; nếu vẫn lỗi, hãy báo người quản trị hệ thống.';

/** Does a started import in one transaction, by `write` or a writer like it; what keeps it from the book is written beside it for the page. */
export async function runImport(viewer: Viewer, importId: string, writing = write): Promise<void> {
  try {
    const written = await writing(viewer, commitImport, { importId });
    if (!written.ok) await fail(viewer, importId, written.problems[0]?.message ?? BROKEN);
  } catch (error) {
    await fail(viewer, importId, BROKEN);
    throw error;
  }
}

const fail = (viewer: Viewer, importId: string, message: string) =>
  change(
    viewer,
    async (tx) => {
      const { rows } = await tx.execute<{ unitId: string }>(
        sql`update imports set failure = ${message}, started_at = null, version = version + 1
          where id = ${importId} and committed_at is null and started_at is not null returning unit_id as "unitId"`,
      );
      const failed = rows.map(({ unitId }) => ({ action: 'import.failed', subjectType: 'import', subjectId: importId, unitId }));
      await auditMany(tx, viewer, failed);
    },
    () => true,
  );
