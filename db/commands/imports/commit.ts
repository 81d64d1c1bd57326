import { eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/domain/access/viewer';
import type { Mapping } from '@/domain/members/import/fields';
import { type Candidate, type JudgedRow, type KeptValues, keptOf, merged, registeredStatus } from '@/domain/members/import/judge';
import type { RowValues } from '@/domain/members/import/read-row';
import { change, type Tx } from '../../client';
import { imports } from '../../schema/members';
import { auditMany, command, type Refused, refused } from '../../write';
import { recordEvents } from '../ledger';
import { findImport, type ImportRecord, inBatches, lockKey, STOPPED } from './find';
import { insertMembers, updateMembers } from './members';
import { cellChoices, judgeAll, type StoredRow, storedRows } from './rows';

const BATCH = 1_000;

type Update = { row: number; values: RowValues; member: Candidate };
type Work = { add: JudgedRow[]; update: Update[] };
/** Writes how many rows are done, beside the transaction; false when somebody asked to stop. */
type Progress = (rows: number) => Promise<boolean>;

/** The whole list in one transaction, without a lock on the import until its end: the progress is written beside it. */
export const commitImport = command('commitImport', 'member.import', async (tx, viewer, { importId }: { importId: string }) => {
  await tx.execute(sql`select pg_advisory_xact_lock(${lockKey(importId)})`);
  const found = await findImport(tx, viewer, importId);
  if (!found?.startedAt || found.committedAt) return refused('', 'Danh sách này không chờ được nhập. Hãy mở lại trang để xem.');
  // Two lists of one committee go one after the other: the second then sees whom the first brought.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('imports of ' || coalesce(committee_id, id), 0)) from units where id = ${found.unitId}`,
  );
  const stored = await storedRows(tx, importId);
  const judged = await judgeAll(tx, viewer, found, found.mapping as Mapping, stored);
  const moved = changedVerdicts(stored, judged);
  if (moved)
    return refused(
      '',
      `Sổ đã thay đổi từ lúc xem trước: ${moved} dòng có kết quả khác. Chưa có dòng nào được ghi; hãy xem trước lại.`,
    );
  const work = chosenRows(stored, judged);
  const failed = await carryOut(tx, viewer, found, work);
  if (failed) return failed;
  const counts = {
    added: work.add.length,
    updated: work.update.length,
    left: stored.length - work.add.length - work.update.length,
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

/** Rows whose verdict is another than the one that was shown: nobody's list goes in otherwise than they saw it. */
function changedVerdicts(stored: readonly StoredRow[], judged: readonly JudgedRow[]): number {
  const shown = new Map(stored.map((row) => [row.row, row.state]));
  return judged.filter((row) => shown.get(row.row) !== row.state).length;
}

function chosenRows(stored: readonly StoredRow[], judged: readonly JudgedRow[]): Work {
  const decisions = new Map(stored.map((row) => [row.row, row.decision]));
  const decided = (row: JudgedRow, decision: string) => row.state === 'decide' && decisions.get(row.row) === decision;
  return {
    add: judged.filter((row) => row.state === 'new' || decided(row, 'add')),
    update: judged.flatMap(({ row, values, member, ...rest }) =>
      member && (rest.state === 'changed' || decided({ row, values, member, ...rest }, 'update'))
        ? [{ row, values, member }]
        : [],
    ),
  };
}

async function carryOut(tx: Tx, viewer: Viewer, found: ImportRecord, work: Work): Promise<Refused | null> {
  let done = 0;
  const report: Progress = (rows) => {
    done += rows;
    return writeProgress(viewer, found.id, done);
  };
  return (await addMembers(tx, viewer, found, work.add, report)) ?? (await changeMembers(tx, viewer, found, work.update, report));
}

/** Members first, the ledger last: the cells' months are locked only at the end, when little is left to do. */
async function addMembers(
  tx: Tx,
  viewer: Viewer,
  found: ImportRecord,
  rows: JudgedRow[],
  report: Progress,
): Promise<Refused | null> {
  const committees = new Map((await cellChoices(tx, viewer, found.unitId)).map((cell) => [cell.id, cell.committeeId]));
  const people = rows.map(({ row, values }) => ({
    row,
    values,
    id: uuidv7(),
    cellId: values.cellId ?? '',
    committeeId: committees.get(values.cellId ?? '') ?? '',
  }));
  for (const batch of inBatches(people, BATCH)) {
    await insertMembers(
      tx,
      viewer,
      found.id,
      batch.map(({ values, id, cellId, committeeId }) => ({ ...keptOf(values), id, cellId, committeeId })),
    );
    await noteMembers(
      tx,
      found.id,
      batch.map(({ row, id }) => ({ row, id, before: null })),
    );
    if (!(await report(batch.length))) return refused('', STOPPED);
  }
  const events = people.map(({ values, id: memberId, cellId, committeeId }) => ({
    memberId,
    cellId,
    committeeId,
    kind: 'registered' as const,
    effectiveOn: viewer.today,
    importId: found.id,
    detail: { status: registeredStatus(values) },
  }));
  await recordEvents(tx, viewer, events);
  return null;
}

async function changeMembers(
  tx: Tx,
  viewer: Viewer,
  found: ImportRecord,
  rows: Update[],
  report: Progress,
): Promise<Refused | null> {
  const changes = rows.map(({ row, values, member }) => ({ row, member, ...merged(values, member) }));
  for (const batch of inBatches(changes, BATCH)) {
    const records = batch.map(({ member, after }) => ({ ...after, id: member.id, version: member.version }));
    if (!(await updateMembers(tx, viewer, records)))
      return refused('', 'Có đảng viên vừa được người khác sửa trong lúc nhập. Chưa có dòng nào được ghi; hãy xem trước lại.');
    await noteMembers(
      tx,
      found.id,
      batch.map(({ row, member, before }) => ({ row, id: member.id, before: { version: member.version, values: before } })),
    );
    if (!(await report(batch.length))) return refused('', STOPPED);
  }
  for (const batch of inBatches(changes, BATCH)) {
    await auditMany(
      tx,
      viewer,
      batch.map(({ member, before, after }) => ({
        action: 'member.updated',
        subjectType: 'member',
        subjectId: member.id,
        unitId: member.cellId,
        detail: { importId: found.id, fields: changedFields(before, after) },
      })),
    );
  }
  return null;
}

const changedFields = (before: KeptValues, after: KeptValues) =>
  (Object.keys(after) as (keyof KeptValues)[]).filter((field) => before[field] !== after[field]);

type Note = { row: number; id: string; before: { version: number; values: KeptValues } | null };

async function noteMembers(tx: Tx, importId: string, notes: Note[]): Promise<void> {
  await tx.execute(sql`
    update import_rows r set member_id = n.id, before = n.before from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) as n (row int, id uuid, before jsonb)
    where r.import_id = ${importId} and r.row_number = n.row`);
}

async function writeProgress(viewer: Viewer, importId: string, done: number): Promise<boolean> {
  const written = await change(
    viewer,
    (tx) =>
      tx.execute(sql`update imports set done_count = ${done} where id = ${importId} and started_at is not null returning id`),
    () => true,
  ).catch(() => null);
  return written === null || written.rows.length > 0;
}
