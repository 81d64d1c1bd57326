import { and, eq, inArray, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/domain/access/viewer';
import type { EditClass, Enrol, OpenClass, RemoveTurn } from '@/domain/trainings/inputs';
import type { Tx } from '../client';
import { trainingClasses, trainingTurns } from '../schema/trainings';
import { units } from '../schema/units';
import { uuids, within } from '../scope';
import { type AuditEntry, command, notFound, type Refused, refused, stale } from '../write';

/** Opens a class that the unit holds. */
export const openClass = command<OpenClass, { classId: string }>('openClass', 'training.write', async (tx, viewer, input) => {
  const [unit] = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.id, input.unitId), within(viewer, 'training.write', units.id)));
  if (!unit) return notFound();
  const classId = uuidv7();
  await tx.insert(trainingClasses).values({ ...input, ...given(input), id: classId, updatedBy: viewer.accountId });
  return { result: { classId }, audit: [entryOf('training.open', { id: classId, unitId: unit.id }, { kind: input.kind })] };
});

/** Mends what was written of a class, also where it stands in the files of those who finished it; what it gives is no longer changed then. */
export const editClass = command<EditClass, { classId: string }>('editClass', 'training.write', async (tx, viewer, input) => {
  const row = await lockClass(tx, viewer, input.classId);
  if ('problems' in row) return row;
  if (row.version !== input.version) return stale(tx, row.updatedBy, row.updatedAt);
  const { classId, version, ...fields } = input;
  if (givesOtherwise(row, given(fields), fields.kind) && (await isFinishedBySome(tx, classId))) return refused('kind', FINISHED);
  await tx
    .update(trainingClasses)
    .set({ ...fields, ...given(fields), version: version + 1, updatedBy: viewer.accountId, updatedAt: sql`now()` })
    .where(eq(trainingClasses.id, classId));
  await tx.execute(sql`
    update cadre_trainings set name = ${fields.name}, school = ${fields.school}, from_month = ${fields.fromOn.slice(0, 7)}, to_month = ${fields.toOn.slice(0, 7)}
    where class_id = ${classId} and cadre_id in (select c.id from training_turns t join cadres c on c.member_id = t.member_id where t.class_id = ${classId})`);
  return { result: { classId }, audit: [entryOf('training.edit', row, { kind: fields.kind })] };
});

const FINISHED =
  'Lớp đã có người hoàn thành, kết quả đã vào hồ sơ cán bộ: không đổi loại lớp, trình độ hoặc đối tượng được nữa. Hãy sửa lại kết quả trước.';

type Class = typeof trainingClasses.$inferSelect;
const givesOtherwise = (row: Class, { theory, defence }: ReturnType<typeof given>, kind: Class['kind']): boolean =>
  row.kind !== kind || row.theory !== theory || row.defence !== defence;

async function isFinishedBySome(tx: Tx, classId: string): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`select from training_turns where class_id = ${classId} and result in ('passed', 'distinction') limit 1`,
  );
  return rows.length > 0;
}

/** Sends members to a class: a turn each. Whoever has a place already keeps it and is not counted again. */
export const enrol = command<Enrol, { count: number; classId: string }>(
  'enrol',
  'training.write',
  async (tx, viewer, { classId, memberIds }) => {
    const row = await lockClass(tx, viewer, classId);
    if ('problems' in row) return row;
    const { rowCount } = await tx.execute(sql`
    insert into training_turns (id, class_id, unit_id, committee_id, member_id, entered_by, updated_by)
    select uuidv7(), ${row.id}, ${row.unitId}, m.committee_id, m.id, ${viewer.accountId}, ${viewer.accountId}
    from members m where m.id = any(${uuids(memberIds)}) and m.status <> 'left' and ${within(viewer, 'training.write', sql`m.cell_id`)}
    on conflict (class_id, member_id) do nothing`);
    const count = rowCount ?? 0;
    if (!count)
      return refused('', 'Những người đã chọn đều có tên trong lớp, hoặc không còn sinh hoạt ở đây. Hãy tải lại trang.');
    return { result: { count, classId }, audit: [entryOf('training.enrol', row, { count })] };
  },
);

/** Takes out who was put on the list by mistake; who has a result stays. */
export const removeTurn = command<RemoveTurn, { classId: string }>(
  'removeTurn',
  'training.write',
  async (tx, viewer, { turnId }) => {
    const [turn] = await tx
      .select()
      .from(trainingTurns)
      .where(and(eq(trainingTurns.id, turnId), within(viewer, 'training.write', trainingTurns.unitId)))
      .for('update');
    if (!turn) return notFound();
    if (turn.result !== 'enrolled')
      return refused('', 'Người này đã có kết quả học tập. Hãy sửa kết quả thay vì đưa ra khỏi lớp.');
    await tx.delete(trainingTurns).where(inArray(trainingTurns.id, [turn.id]));
    return {
      result: { classId: turn.classId },
      audit: [entryOf('training.remove', { id: turn.classId, unitId: turn.unitId }, { count: 1 })],
    };
  },
);

/** Only a theory class gives a level, only a defence class has an object group. */
const given = ({ kind, theory, defence }: Pick<OpenClass, 'kind' | 'theory' | 'defence'>) => ({
  theory: kind === 'theory' ? theory : null,
  defence: kind === 'defence' ? defence : null,
});

export async function lockClass(tx: Tx, viewer: Viewer, classId: string): Promise<typeof trainingClasses.$inferSelect | Refused> {
  const [row] = await tx
    .select()
    .from(trainingClasses)
    .where(and(eq(trainingClasses.id, classId), within(viewer, 'training.write', trainingClasses.unitId)))
    .for('update');
  return row ?? notFound();
}

export const entryOf = (
  action: string,
  { id, unitId }: { id: string; unitId: string },
  detail: AuditEntry['detail'],
): AuditEntry => ({
  ...{ action, subjectType: 'training_class', subjectId: id, unitId, detail },
});
