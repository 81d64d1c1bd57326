import { and, eq, inArray, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/domain/access/viewer';
import {
  type AssignQuotas,
  changedQuotas,
  isOvertaken,
  type QuotaInput,
  type RecordChange,
  type ReverseChange,
} from '@/domain/staffing/inputs';
import type { Tx } from '../client';
import { staffingChanges, staffingQuotas } from '../schema/staffing';
import { units } from '../schema/units';
import { within } from '../scope';
import { type AuditEntry, command, notFound, refused } from '../write';

/** Writes the quotas of a unit and its children for a year and a kind; only lines that were changed, each with its own trace. */
export const assignQuotas = command<AssignQuotas, { count: number }>(
  'assignQuotas',
  'staffing.write',
  async (tx, viewer, input) => {
    const changed = changedQuotas(input.lines);
    if (!changed.length) return refused('', 'Chưa có số nào thay đổi. Hãy sửa số rồi lưu.');
    if ((await lockedUnits(tx, viewer, input.parentId, changed)) !== changed.length) return notFound();
    const stored = await storedFigures(tx, input, changed);
    const overtaken = changed.find((line) => isOvertaken(line, stored.get(line.unitId)));
    if (overtaken)
      return {
        problems: [
          {
            path: `assigned-${overtaken.unitId}`,
            stale: true,
            message: 'Dòng này vừa được người khác sửa. Hãy tải lại trang để đối chiếu rồi lưu lại.',
          },
        ],
      };
    await writeQuotas(tx, viewer, input, changed);
    const [first, ...others] = changed.map((line) => quotaEntry(line, input.year));
    return first ? { result: { count: changed.length }, audit: [first, ...others] } : notFound();
  },
);

const quotaEntry = ({ unitId, before, now }: QuotaInput, year: number): AuditEntry => ({
  ...{ action: 'staffing.assign', subjectType: 'unit', subjectId: unitId, unitId },
  detail: { year, before, value: now },
});

/** How many of the units are the parent or its children, and in reach; locked against a second editor. */
async function lockedUnits(tx: Tx, viewer: Viewer, parentId: string, lines: readonly QuotaInput[]): Promise<number> {
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
        within(viewer, 'staffing.write', units.id),
      ),
    )
    .orderBy(units.id)
    .for('update');
  return rows.length;
}

async function storedFigures(tx: Tx, { year, kind }: AssignQuotas, lines: readonly QuotaInput[]) {
  const rows = await tx
    .select({ unitId: staffingQuotas.unitId, assigned: staffingQuotas.assigned, inPost: staffingQuotas.inPost })
    .from(staffingQuotas)
    .where(
      and(
        inArray(
          staffingQuotas.unitId,
          lines.map(({ unitId }) => unitId),
        ),
        eq(staffingQuotas.year, year),
        eq(staffingQuotas.kind, kind),
      ),
    );
  return new Map(rows.map((row) => [row.unitId, row]));
}

async function writeQuotas(
  tx: Tx,
  viewer: Viewer,
  { year, kind, asOf, source }: AssignQuotas,
  lines: readonly QuotaInput[],
): Promise<void> {
  await tx
    .insert(staffingQuotas)
    .values(
      lines.map(({ unitId, now }) => ({ id: uuidv7(), unitId, year, kind, ...now, asOf, source, updatedBy: viewer.accountId })),
    )
    .onConflictDoUpdate({
      target: [staffingQuotas.unitId, staffingQuotas.kind, staffingQuotas.year],
      set: {
        assigned: sql`excluded.assigned`,
        inPost: sql`excluded.in_post`,
        asOf: sql`coalesce(excluded.as_of, ${staffingQuotas.asOf})`,
        source: sql`coalesce(excluded.source, ${staffingQuotas.source})`,
        version: sql`${staffingQuotas.version} + 1`,
        updatedBy: viewer.accountId,
        updatedAt: sql`now()`,
      },
    });
}

/** Enters persons who came or went, by reason. */
export const recordStaffingChange = command<RecordChange, { changeId: string }>(
  'recordStaffingChange',
  'staffing.write',
  async (tx, viewer, input) => {
    const [unit] = await tx
      .select({ id: units.id })
      .from(units)
      .where(and(eq(units.id, input.unitId), within(viewer, 'staffing.write', units.id)));
    if (!unit) return notFound();
    if (input.effectiveOn > viewer.today) return refused('effectiveOn', 'Ngày có hiệu lực sau hôm nay. Hãy ghi khi đã đến ngày.');
    const changeId = uuidv7();
    await tx.insert(staffingChanges).values({ ...input, id: changeId, enteredBy: viewer.accountId });
    return {
      result: { changeId },
      audit: [
        {
          ...{ action: 'staffing.change', subjectType: 'staffing_change', subjectId: changeId, unitId: unit.id },
          detail: { effectiveOn: input.effectiveOn, count: input.persons },
        },
      ],
    };
  },
);

/** Takes a wrong line back by another that names it; both stay in the ledger. */
export const reverseStaffingChange = command<ReverseChange, { changeId: string }>(
  'reverseStaffingChange',
  'staffing.write',
  async (tx, viewer, { changeId, note }) => {
    const [row] = await tx
      .select()
      .from(staffingChanges)
      .where(and(eq(staffingChanges.id, changeId), within(viewer, 'staffing.write', staffingChanges.unitId)));
    if (!row) return notFound();
    if (row.reversesId) return refused('', 'Đây là bút toán hủy. Muốn ghi lại, hãy thêm bút toán mới.');
    const { enteredAt: _when, ...copied } = row;
    await tx.insert(staffingChanges).values({ ...copied, id: uuidv7(), note, reversesId: row.id, enteredBy: viewer.accountId });
    return {
      result: { changeId },
      audit: [
        {
          action: 'staffing.reverse',
          subjectType: 'staffing_change',
          subjectId: row.id,
          unitId: row.unitId,
          detail: { count: row.persons },
        },
      ],
    };
  },
);
