import { eq, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { TakeBackInput } from '@/domain/members/import/inputs';
import type { KeptValues } from '@/domain/members/import/judge';
import type { Tx } from '../../client';
import { imports } from '../../schema/members';
import { auditMany, command, refused } from '../../write';
import { recordEvents } from '../ledger';
import { type ImportRecord, inBatches, openImport } from './find';
import { hideMembers, updateMembers } from './members';

const BATCH = 1_000;

type Applied = { row: number; memberId: string; before: { version: number; values: KeptValues } | null };
type Registered = { id: string; memberId: string; cellId: string; committeeId: string };

/** Takes a whole list out of the book again, as long as nothing has happened to any of its members since. */
export const takeBackImport = command('takeBackImport', 'member.import', async (tx, viewer, input: TakeBackInput) => {
  const open = await openImport(tx, viewer, input.importId, input.version);
  if ('problems' in open) return open;
  const { found } = open;
  if (!found.committedAt) return refused('', 'Danh sách này chưa được nhập vào sổ nên không có gì để thu hồi.');
  if (found.takenBackAt) return refused('', 'Lần nhập này đã được thu hồi trước đó. Hãy mở lại trang để xem.');
  const applied = await lockApplied(tx, found.id);
  const touched = await touchedSince(tx, found.id);
  if (touched.length) return refused('', refusal(touched));
  await reverseRegistrations(tx, viewer, found, input.reason);
  const added = applied.filter((row) => row.before === null).map((row) => row.memberId);
  for (const batch of inBatches(added, BATCH)) await hideMembers(tx, viewer, batch);
  const restored = await restore(tx, viewer, found, applied);
  if (!restored) return refused('', 'Có đảng viên vừa được người khác sửa. Hãy tải lại trang rồi thử lại.');
  const detail = { removed: added.length, restored: applied.length - added.length };
  await tx
    .update(imports)
    .set({ takenBackAt: new Date(), takenBackBy: viewer.accountId, version: found.version + 1 })
    .where(eq(imports.id, found.id));
  return {
    result: detail,
    audit: [{ action: 'import.taken_back', subjectType: 'import', subjectId: found.id, unitId: found.unitId, detail }],
  };
});

function refusal(rows: number[]): string {
  const some = rows.slice(0, 5).join(', ');
  const more = rows.length > 5 ? ', …' : '';
  return `Không thể thu hồi: ${rows.length} đảng viên của danh sách đã có thay đổi sau khi nhập (dòng ${some}${more}). Hãy sửa từng người ở trang đảng viên.`;
}

/** The rows that the import brought into the book, their members locked. */
async function lockApplied(tx: Tx, importId: string): Promise<Applied[]> {
  const { rows } = await tx.execute<Applied>(sql`
    select r.row_number as row, r.member_id as "memberId", r.before from import_rows r join members m on m.id = r.member_id
    where r.import_id = ${importId} and (r.before is not null or m.import_id = ${importId}) order by m.id for update of m`);
  return rows;
}

/** Rows whose member was edited, moved, or noted in a meeting, a task or an office since. */
async function touchedSince(tx: Tx, importId: string): Promise<number[]> {
  const { rows } = await tx.execute<{ row: number }>(sql`
    select r.row_number as row from import_rows r join imports i on i.id = r.import_id join members m on m.id = r.member_id
    where r.import_id = ${importId} and (r.before is not null or m.import_id = ${importId}) and (
      m.version <> coalesce((r.before ->> 'version')::int, 0) + 1
      or exists (select 1 from member_events e where e.member_id = m.id and e.import_id is distinct from ${importId} and (r.before is null or e.entered_at > i.started_at))
      or (r.before is null and (
        exists (select 1 from attendance a where a.member_id = m.id)
        or exists (select 1 from assignments a where a.member_id = m.id)
        or exists (select 1 from unit_officers o where o.member_id = m.id))))
    order by r.row_number`);
  return rows.map(({ row }) => row);
}

async function reverseRegistrations(tx: Tx, viewer: Viewer, found: ImportRecord, reason: string): Promise<void> {
  const { rows } = await tx.execute<Registered>(sql`
    select id, member_id as "memberId", cell_id as "cellId", committee_id as "committeeId" from member_events where import_id = ${found.id} and kind = 'registered'`);
  const shared = { kind: 'reversal' as const, effectiveOn: viewer.today, importId: found.id, reason };
  await recordEvents(
    tx,
    viewer,
    rows.map(({ id, ...place }) => ({ ...place, ...shared, reversesId: id })),
  );
}

async function restore(tx: Tx, viewer: Viewer, found: ImportRecord, applied: readonly Applied[]): Promise<boolean> {
  const changed = applied.flatMap(({ memberId, before }) =>
    before ? [{ ...before.values, id: memberId, version: before.version + 1 }] : [],
  );
  for (const batch of inBatches(changed, BATCH)) {
    if (!(await updateMembers(tx, viewer, batch))) return false;
    await auditMany(
      tx,
      viewer,
      batch.map(({ id }) => ({
        action: 'member.restored',
        subjectType: 'member',
        subjectId: id,
        unitId: found.unitId,
        detail: { importId: found.id },
      })),
    );
  }
  return true;
}
