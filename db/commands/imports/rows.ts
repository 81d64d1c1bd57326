import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { Mapping } from '@/domain/members/import/fields';
import type { Decision } from '@/domain/members/import/inputs';
import { isReadingProblem, type JudgedProblem, type JudgedRow, type RowState, rowJudge } from '@/domain/members/import/judge';
import type { CellChoice } from '@/domain/members/import/read-cell';
import { type ReadRow, rowReader } from '@/domain/members/import/read-row';
import type { SheetRow } from '@/domain/members/import/sheet';
import type { Tx } from '../../client';
import { within } from '../../scope';
import { takingTurns } from '../../turns';
import { candidatesFor, ListKeys } from './candidates';
import { type ImportRecord, inBatches } from './find';

const BATCH = 1_000;

/** A list in parts, in the order of the file; asked for twice, so that never more than a part is in memory. */
type Source<R extends ReadRow> = () => AsyncGenerator<R[]>;

/** The living cells of the unit whose list is read: the only ones that a row may name. */
export async function cellChoices(tx: Tx, viewer: Viewer, unitId: string): Promise<(CellChoice & { committeeId: string })[]> {
  const { rows } = await tx.execute<CellChoice & { committeeId: string }>(sql`
    select u.id, u.name, u.committee_id as "committeeId" from unit_tree t join units u on u.id = t.unit_id
    where t.ancestor_id = ${unitId} and u.is_cell and u.closed_on is null and ${within(viewer, 'member.import', sql`u.id`)} order by u.sort_key`);
  return rows;
}

/** The list's rows with these columns, some hundred at a time. */
export async function* storedRows<R extends { row: number }>(tx: Tx, importId: string, columns: SQL): AsyncGenerator<R[]> {
  for (let after = 0; ; ) {
    const found = await tx.execute(sql`
      select row_number as row, ${columns} from import_rows where import_id = ${importId} and row_number > ${after} order by row_number limit ${BATCH}`);
    const rows = found.rows as R[];
    if (rows.length) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.row;
  }
}

/** Every row as the mapping reads it from its cells. */
export async function readSource(tx: Tx, viewer: Viewer, found: ImportRecord, mapping: Mapping): Promise<Source<ReadRow>> {
  const cells = await cellChoices(tx, viewer, found.unitId);
  return async function* () {
    const read = rowReader(mapping, { today: viewer.today, cells });
    const turn = takingTurns();
    for await (const stored of storedRows<{ row: number; cells: SheetRow['cells'] }>(tx, found.id, sql`cells`)) {
      const reads: ReadRow[] = [];
      for (const { row, cells: typed } of stored) {
        reads.push(read({ number: row, cells: typed }));
        await turn();
      }
      yield reads;
    }
  };
}

/** A row as it was shown, with the answer given to it. */
export type ShownRow = ReadRow & { state: RowState; decision: Decision | null };

/** The rows as they were shown, with what was found while reading them; what was found against the book is judged anew. */
export async function* shownRows(tx: Tx, importId: string): AsyncGenerator<ShownRow[]> {
  type Kept = Omit<ShownRow, 'problems'> & { problems: JudgedProblem[] };
  for await (const kept of storedRows<Kept>(tx, importId, sql`state, decision, "values", problems`))
    yield kept.map((row) => ({ ...row, problems: row.problems.filter(isReadingProblem) }));
}

/** Compares every row with the book as it is now, in the order of the file; gives them in parts, with turns for others between. */
export async function* judgedRows<R extends ReadRow>(
  tx: Tx,
  viewer: Viewer,
  unitId: string,
  mapping: Mapping,
  source: Source<R>,
): AsyncGenerator<{ read: R; judged: JudgedRow }[]> {
  const turn = takingTurns();
  const heldFor = await candidatesFor(tx, viewer, unitId, await keysOf(source));
  const judge = rowJudge(mapping);
  for await (const reads of source()) {
    const held = await heldFor(reads);
    const part: { read: R; judged: JudgedRow }[] = [];
    for (const read of reads) {
      part.push({ read, judged: judge(read, held(read)) });
      await turn();
    }
    yield part;
  }
}

async function keysOf(source: Source<ReadRow>): Promise<ListKeys> {
  const turn = takingTurns();
  const keys = new ListKeys();
  for await (const reads of source()) {
    for (const read of reads) {
      keys.add(read);
      await turn();
    }
  }
  return keys;
}

export async function insertRows(tx: Tx, found: { id: string; unitId: string }, rows: readonly SheetRow[]): Promise<void> {
  const turn = takingTurns();
  for (const batch of inBatches(rows, BATCH)) {
    await turn();
    await tx.execute(sql`
      insert into import_rows (import_id, unit_id, row_number, cells, state)
      select ${found.id}, ${found.unitId}, n.number, n.cells, 'new' from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as n (number int, cells jsonb)`);
  }
}

/** Keeps each row's verdict; answers given to an earlier verdict are taken away. */
export async function saveVerdicts(tx: Tx, importId: string, judged: readonly JudgedRow[]): Promise<void> {
  const kept = judged.map(({ row, state, problems, values, choices, member }) => ({
    row,
    state,
    problems,
    values: { ...values, choices },
    memberId: member?.id ?? null,
  }));
  await tx.execute(sql`
    update import_rows r set state = ${given} ->> 'state', "values" = ${given} -> 'values', problems = ${given} -> 'problems',
      member_id = (${given} ->> 'memberId')::uuid, decision = null, before = null
    from ${givenByRow(kept)} where ${givenRows(importId, kept)}`);
}

/**
 * What is given for rows of the list, each found in one object by its number: a join would be left to a planner who knows nothing of
 * rows that came a moment ago, and may compare each with all.
 */
export const givenByRow = (rows: readonly { row: number }[]): SQL =>
  sql`(select ${JSON.stringify(Object.fromEntries(rows.map((row) => [row.row, row])))}::jsonb as by_row offset 0) g`;
/** What is given for the row at hand. */
export const given: SQL = sql`(g.by_row -> r.row_number::text)`;
/** The rows that something is given for, in the order of the file, by their place in the primary key. */
export const givenRows = (importId: string, rows: readonly { row: number }[]): SQL =>
  sql`r.import_id = ${importId} and r.row_number between ${rows[0]?.row ?? 0} and ${rows.at(-1)?.row ?? 0} and g.by_row ? r.row_number::text`;
