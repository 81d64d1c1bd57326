import { eq, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { Mapping } from '@/domain/members/import/fields';
import type { JudgedRow } from '@/domain/members/import/judge';
import type { Tx } from '../../client';
import { imports } from '../../schema/members';
import { command, type Refused, refused } from '../../write';
import { carryOut, type Work } from './carry-out';
import { findImport, type ImportRecord, lockKey } from './find';
import { cellChoices, judgedRows, type ShownRow, shownSource } from './rows';

/** The whole list in one transaction, without a lock on the import until its end: the progress is written beside it. */
export const commitImport = command('commitImport', 'member.import', async (tx, viewer, { importId }: { importId: string }) => {
  await tx.execute(sql`select pg_advisory_xact_lock(${lockKey(importId)})`);
  const found = await findImport(tx, viewer, importId);
  if (!found?.startedAt || found.committedAt) return refused('', 'Danh sách này không chờ được nhập. Hãy mở lại trang để xem.');
  // Two lists of one committee go one after the other: the second then sees whom the first brought.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('imports of ' || coalesce(committee_id, id), 0)) from units where id = ${found.unitId}`,
  );
  const work = await chosenRows(tx, viewer, found);
  if ('problems' in work) return work;
  const failed = await carryOut(tx, viewer, found, work);
  if (failed) return failed;
  const counts = {
    added: work.add.size,
    updated: work.update.size,
    left: work.rows - work.add.size - work.update.size,
  };
  await tx
    .update(imports)
    .set({
      committedAt: new Date(),
      doneCount: found.rowCount,
      failure: null,
      counts: { ...(found.counts as object), ...counts },
      version: sql`${imports.version} + 1`,
    })
    .where(eq(imports.id, importId));
  return {
    result: counts,
    audit: [{ action: 'import.committed', subjectType: 'import', subjectId: importId, unitId: found.unitId, detail: counts }],
  };
});

/** What is to be done; refused when a verdict is another than the one that was shown: nobody's list goes in otherwise than they saw it. */
async function chosenRows(tx: Tx, viewer: Viewer, found: ImportRecord): Promise<Work | Refused> {
  const work: Work = { add: new Set(), update: new Map(), rows: 0 };
  const cells = new Set((await cellChoices(tx, viewer, found.unitId)).map(({ id }) => id));
  let moved = 0;
  const parts = judgedRows(tx, viewer, found.unitId, found.mapping as Mapping, shownSource(tx, found.id));
  for await (const part of parts) {
    for (const { read, judged } of part) {
      work.rows += 1;
      const placed = judged.state === 'wrong' || cells.has(read.values.cellId ?? '');
      if (!placed || read.state !== judged.state) moved += 1;
      else choose(work, read, judged);
    }
  }
  if (!moved) return work;
  return refused(
    '',
    `Sổ đã thay đổi từ lúc xem trước: ${moved} dòng có kết quả khác. Chưa có dòng nào được ghi; hãy xem trước lại.`,
  );
}

function choose(work: Work, { row, decision }: ShownRow, { state, member }: JudgedRow): void {
  const decided = state === 'decide' ? decision : null;
  if (state === 'new' || decided === 'add') work.add.add(row);
  else if (member && (state === 'changed' || decided === 'update'))
    work.update.set(row, { id: member.id, version: member.version });
}
