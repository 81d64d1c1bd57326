import { asc, eq, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { Mapping } from '@/domain/members/import/fields';
import type { Decision } from '@/domain/members/import/inputs';
import { type JudgedRow, rowJudge } from '@/domain/members/import/judge';
import type { CellChoice } from '@/domain/members/import/read-cell';
import { readTable } from '@/domain/members/import/read-row';
import type { SheetRow } from '@/domain/members/import/sheet';
import type { Tx } from '../../client';
import { importRows } from '../../schema/members';
import { within } from '../../scope';
import { candidatesFor } from './candidates';
import { type ImportRecord, inBatches } from './find';

const BATCH = 1_000;

export type StoredRow = { row: number; cells: SheetRow['cells']; state: string; decision: Decision | null };

/** The living cells of the unit whose list is read: the only ones that a row may name. */
export async function cellChoices(tx: Tx, viewer: Viewer, unitId: string): Promise<(CellChoice & { committeeId: string })[]> {
  const { rows } = await tx.execute<CellChoice & { committeeId: string }>(sql`
    select u.id, u.name, u.committee_id as "committeeId" from unit_tree t join units u on u.id = t.unit_id
    where t.ancestor_id = ${unitId} and u.is_cell and u.closed_on is null and ${within(viewer, 'member.import', sql`u.id`)} order by u.sort_key`);
  return rows;
}

export async function storedRows(tx: Tx, importId: string): Promise<StoredRow[]> {
  const columns = { row: importRows.rowNumber, cells: importRows.cells, state: importRows.state, decision: importRows.decision };
  return (await tx
    .select(columns)
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .orderBy(asc(importRows.rowNumber))) as StoredRow[];
}

/** Reads every row by the mapping and compares it with the book as it is now. */
export async function judgeAll(
  tx: Tx,
  viewer: Viewer,
  found: ImportRecord,
  mapping: Mapping,
  stored: readonly StoredRow[],
): Promise<JudgedRow[]> {
  const cells = await cellChoices(tx, viewer, found.unitId);
  const reads = readTable({ rows: stored.map(({ row, cells: typed }) => ({ number: row, cells: typed })) }, mapping, {
    today: viewer.today,
    cells,
  });
  const heldFor = await candidatesFor(tx, viewer, found.unitId, reads);
  const judge = rowJudge(mapping);
  return reads.map((read) => judge(read, heldFor(read)));
}

export async function insertRows(tx: Tx, found: { id: string; unitId: string }, rows: readonly SheetRow[]): Promise<void> {
  for (const batch of inBatches(rows, BATCH)) {
    await tx.execute(sql`
      insert into import_rows (import_id, unit_id, row_number, cells, state)
      select ${found.id}, ${found.unitId}, n.number, n.cells, 'new' from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as n (number int, cells jsonb)`);
  }
}

/** Keeps each row's verdict; answers given to an earlier verdict are taken away. */
export async function saveVerdicts(tx: Tx, importId: string, judged: readonly JudgedRow[]): Promise<void> {
  for (const batch of inBatches(judged, BATCH)) {
    const body = JSON.stringify(
      batch.map(({ row, state, problems, values, choices, member }) => ({
        row,
        state,
        problems,
        values: { ...values, choices },
        memberId: member?.id ?? null,
      })),
    );
    await tx.execute(sql`
      update import_rows r set state = n.state, "values" = n."values", problems = n.problems, member_id = n."memberId", decision = null, before = null
      from jsonb_to_recordset(${body}::jsonb) as n (row int, state text, "values" jsonb, problems jsonb, "memberId" uuid)
      where r.import_id = ${importId} and r.row_number = n.row`);
  }
}
