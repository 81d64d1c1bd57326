import { eq, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { THEORY } from '@/domain/cadres/codes';
import type { Results } from '@/domain/trainings/inputs';
import { FILE_KINDS, isPassed } from '@/domain/trainings/words';
import type { Tx } from '../client';
import { trainingClasses, type trainingTurns } from '../schema/trainings';
import { uuids, within } from '../scope';
import { command, notFound, refused, stale } from '../write';
import { entryOf, lockClass } from './trainings';

type Class = typeof trainingClasses.$inferSelect;
type Turn = Pick<typeof trainingTurns.$inferSelect, 'id' | 'memberId' | 'result' | 'certificate'>;

/** Writes the results of a class; what a cadre finished stands in the file from then on, and leaves it when the result is taken back. */
export const recordResults = command<Results, { count: number }>('recordResults', 'training.write', async (tx, viewer, input) => {
  const row = await lockClass(tx, viewer, input.classId);
  if ('problems' in row) return row;
  if (row.version !== input.version) return stale(tx, row.updatedBy, row.updatedAt);
  const now = new Map((await turnsOf(tx, row.id)).map((turn) => [turn.id, turn]));
  if (input.results.some(({ id }) => !now.has(id))) return notFound();
  const changed = input.results.filter(({ id, result, certificate }) => {
    const turn = now.get(id);
    return turn?.result !== result || turn.certificate !== certificate;
  });
  if (!changed.length) return refused('', 'Chưa có kết quả nào thay đổi. Hãy chọn kết quả rồi lưu.');
  if (row.fromOn > viewer.today && changed.some(({ result }) => isPassed(result)))
    return refused('', 'Lớp chưa khai giảng nên chưa có người hoàn thành. Hãy kiểm tra lại ngày khai giảng.');
  await tx.execute(sql`
    update training_turns t set result = x.result, certificate = x.certificate, version = t.version + 1, updated_by = ${viewer.accountId}, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as x (id uuid, result text, certificate text) where t.id = x.id and t.class_id = ${row.id}`);
  const members = (passed: boolean) =>
    changed.flatMap(({ id, result }) => (isPassed(result) === passed ? (now.get(id)?.memberId ?? []) : []));
  await intoFiles(tx, viewer, row, members(true));
  await outOfFiles(tx, viewer, row, members(false));
  await tx
    .update(trainingClasses)
    .set({ version: row.version + 1, updatedBy: viewer.accountId, updatedAt: sql`now()` })
    .where(eq(trainingClasses.id, row.id));
  return { result: { count: changed.length }, audit: [entryOf('training.results', row, { count: changed.length })] };
});

const turnsOf = async (tx: Tx, classId: string): Promise<Turn[]> =>
  (
    await tx.execute<Turn>(
      sql`select id, member_id as "memberId", result, certificate from training_turns where class_id = ${classId} order by id for update`,
    )
  ).rows;

/** Cadres whom the viewer's offices manage; the file of others is kept by whoever manages them. */
const files = (viewer: Viewer, memberIds: readonly string[]) =>
  sql`c.member_id = any(${uuids(memberIds)}) and ${within(viewer, 'training.write', sql`c.managing_unit_id`)}`;

async function intoFiles(tx: Tx, viewer: Viewer, row: Class, memberIds: readonly string[]): Promise<void> {
  const kind = FILE_KINDS[row.kind];
  if (!kind || !memberIds.length) return;
  await tx.execute(sql`
    delete from cadre_trainings x using cadres c where x.cadre_id = c.id and x.class_id = ${row.id} and ${files(viewer, memberIds)}`);
  await tx.execute(sql`
    insert into cadre_trainings (id, cadre_id, managing_unit_id, kind, name, school, from_month, to_month, certificate, class_id, entered_by)
    select uuidv7(), c.id, c.managing_unit_id, ${kind}, ${row.name}, ${row.school}, ${row.fromOn.slice(0, 7)}, ${row.toOn.slice(0, 7)}, t.certificate, ${row.id}, ${viewer.accountId}
    from cadres c join training_turns t on t.member_id = c.member_id and t.class_id = ${row.id} where ${files(viewer, memberIds)}`);
  const order = Object.keys(THEORY);
  await tx.execute(sql`
    update cadres c set theory = case when array_position(${sql.param(order)}::text[], ${row.theory}) > array_position(${sql.param(order)}::text[], c.theory) then ${row.theory} else c.theory end,
      defence = least(c.defence, ${row.defence}::int), version = c.version + 1, updated_by = ${viewer.accountId}, updated_at = now()
    where ${files(viewer, memberIds)} and (${row.theory}::text is not null or ${row.defence}::int is not null)`);
}

/** The line goes; the level in the file stays what it is, since an earlier course may have given it. */
async function outOfFiles(tx: Tx, viewer: Viewer, row: Class, memberIds: readonly string[]): Promise<void> {
  if (memberIds.length)
    await tx.execute(sql`
      delete from cadre_trainings x using cadres c where x.cadre_id = c.id and x.class_id = ${row.id} and ${files(viewer, memberIds)}`);
}
