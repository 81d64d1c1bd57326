import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { changedLines, type SetTargets, type TargetLine } from '@/domain/targets/inputs';
import type { Tx } from '../client';
import { targets, units } from '../schema/units';
import { within } from '../scope';
import { type AuditEntry, command, notFound, refused } from '../write';

/** Gives a unit and its children their yearly admission targets; only lines that were changed are written, and each leaves its own trace. */
export const setTargets = command('setTargets', 'target.set', async (tx, viewer, input: SetTargets) => {
  const changed = changedLines(input.lines);
  if (!changed.length) return refused('', 'Chưa có chỉ tiêu nào thay đổi. Hãy sửa số rồi lưu.');
  const known = await lockedUnits(tx, viewer, input.parentId, changed);
  if (known !== changed.length) return notFound();
  const now = await currentValues(tx, input.year, changed);
  const overtaken = changed.find(({ unitId, before }) => (now.get(unitId) ?? null) !== before);
  if (overtaken)
    return {
      problems: [
        {
          path: `value-${overtaken.unitId}`,
          stale: true,
          message: `Chỉ tiêu này vừa được người khác sửa thành ${now.get(overtaken.unitId) ?? 'trống'}. Hãy tải lại trang để đối chiếu rồi lưu lại.`,
        },
      ],
    };
  await writeValues(tx, input, changed);
  const [first, ...others] = changed.map((line) => entryOf(line, input.year));
  if (!first) return notFound();
  return { result: { count: changed.length }, audit: [first, ...others] };
});

const entryOf = ({ unitId, before, value }: TargetLine, year: number): AuditEntry => ({
  action: 'target.set',
  subjectType: 'unit',
  subjectId: unitId,
  unitId,
  detail: { year, before, value },
});

/** How many of the units are the parent or its children, and in reach; locked against a second editor. */
async function lockedUnits(tx: Tx, viewer: Viewer, parentId: string, lines: TargetLine[]): Promise<number> {
  const rows = await tx
    .select({ id: units.id })
    .from(units)
    .where(
      and(
        inArray(
          units.id,
          lines.map(({ unitId }) => unitId),
        ),
        sql`(${units.id} = ${parentId} or ${units.parentId} = ${parentId})`,
        within(viewer, 'target.set', units.id),
      ),
    )
    .orderBy(units.id)
    .for('update');
  return rows.length;
}

async function currentValues(tx: Tx, year: number, lines: TargetLine[]): Promise<Map<string, number>> {
  const rows = await tx
    .select()
    .from(targets)
    .where(
      and(
        inArray(
          targets.unitId,
          lines.map(({ unitId }) => unitId),
        ),
        eq(targets.year, year),
        eq(targets.kind, 'admission'),
      ),
    );
  return new Map(rows.map(({ unitId, value }) => [unitId, value]));
}

async function writeValues(tx: Tx, { year, source }: SetTargets, lines: TargetLine[]): Promise<void> {
  const gone = lines.filter(({ value }) => value === null).map(({ unitId }) => unitId);
  if (gone.length)
    await tx.delete(targets).where(and(inArray(targets.unitId, gone), eq(targets.year, year), eq(targets.kind, 'admission')));
  const kept = lines.flatMap(({ unitId, value }) =>
    value === null ? [] : [{ unitId, year, kind: 'admission', value, source: source || null }],
  );
  if (kept.length)
    await tx
      .insert(targets)
      .values(kept)
      .onConflictDoUpdate({
        target: [targets.unitId, targets.year, targets.kind],
        set: { value: sql`excluded.value`, source: sql`coalesce(excluded.source, ${targets.source})` },
      });
}
