import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { ImportField, Mapping } from '@/domain/members/import/fields';
import type { Decision } from '@/domain/members/import/inputs';
import { isReadingProblem, type JudgedProblem, type JudgedRow, type RowState, rowJudge } from '@/domain/members/import/judge';
import type { CellChoice } from '@/domain/members/import/read-cell';
import { type ReadRow, rowReader } from '@/domain/members/import/read-row';
import type { SheetRow } from '@/domain/members/import/sheet';
import type { Tx } from '../../client';
import { within } from '../../scope';
import { candidatesFor, KNOWN_BY, type Known, ListKeys } from './candidates';
import type { ImportRecord } from './find';
import { storedRows } from './stored-rows';

/** Columns from which a row is known to the book. */
const KEY_FIELDS: readonly ImportField[] = ['fullName', 'givenName', 'born', 'bornMale', 'bornFemale', 'cardNumber', 'citizenId'];

/** A list in parts, in the order of the file; gone through twice, so that never more than a part is in memory. */
export type Source<R extends ReadRow> = { keys: () => AsyncIterable<Known[]>; rows: () => AsyncIterable<R[]> };

/** The living cells of the unit whose list is read: the only ones that a row may name. */
export async function cellChoices(tx: Tx, viewer: Viewer, unitId: string): Promise<(CellChoice & { committeeId: string })[]> {
  const { rows } = await tx.execute<CellChoice & { committeeId: string }>(sql`
    select u.id, u.name, u.committee_id as "committeeId" from unit_tree t join units u on u.id = t.unit_id
    where t.ancestor_id = ${unitId} and u.is_cell and u.closed_on is null and ${within(viewer, 'member.import', sql`u.id`)} order by u.sort_key`);
  return rows;
}

/** Every row as the mapping reads it from its cells, and before that what it may be known by. */
export async function readSource(tx: Tx, viewer: Viewer, found: ImportRecord, mapping: Mapping): Promise<Source<ReadRow>> {
  const cells = await cellChoices(tx, viewer, found.unitId);
  const reading = (columns: Mapping, taken: SQL) =>
    readRows(tx, found.id, rowReader(columns, { today: viewer.today, cells }), taken);
  const known = mapping.flatMap((field, column) => (field && KEY_FIELDS.includes(field) ? [{ field, column }] : []));
  const alone = sql.join(
    known.map(({ column }) => sql`cells -> ${column}::int`),
    sql`, `,
  );
  return {
    keys: () =>
      reading(
        known.map(({ field }) => field),
        sql`jsonb_build_array(${alone})`,
      ),
    rows: () => reading(mapping, sql`cells`),
  };
}

async function* readRows(tx: Tx, importId: string, read: (row: SheetRow) => ReadRow, taken: SQL): AsyncGenerator<ReadRow[]> {
  for await (const stored of storedRows<{ row: number; cells: SheetRow['cells'] }>(tx, importId, sql`${taken} as cells`))
    yield stored.map(({ row, cells }) => read({ number: row, cells }));
}

/** A row as it was shown, with the answer given to it. */
export type ShownRow = ReadRow & { state: RowState; decision: Decision | null };

/** The rows as they were shown, with what was found while reading them; what was found against the book is judged anew. */
export async function* shownRows(tx: Tx, importId: string): AsyncGenerator<ShownRow[]> {
  type Kept = Omit<ShownRow, 'problems'> & { problems: JudgedProblem[] };
  for await (const kept of storedRows<Kept>(tx, importId, sql`state, decision, "values", problems`))
    yield kept.map((row) => ({ ...row, problems: row.problems.filter(isReadingProblem) }));
}

/** The same rows, and before that what each may be known by. */
export const shownSource = (tx: Tx, importId: string): Source<ShownRow> => ({
  keys: () =>
    storedRows<Known & { row: number }>(
      tx,
      importId,
      sql`jsonb_build_object(${sql.join(
        KNOWN_BY.map((field) => sql`${field}::text, "values" -> ${field}::text`),
        sql`, `,
      )}) as "values"`,
    ),
  rows: () => shownRows(tx, importId),
});

/** Compares every row with the book as it is now, in the order of the file; gives them in parts. */
export async function* judgedRows<R extends ReadRow>(
  tx: Tx,
  viewer: Viewer,
  unitId: string,
  mapping: Mapping,
  source: Source<R>,
): AsyncGenerator<{ read: R; judged: JudgedRow }[]> {
  const heldFor = await candidatesFor(tx, viewer, unitId, await keysOf(source.keys()));
  const judge = rowJudge(mapping);
  for await (const reads of source.rows()) {
    const held = await heldFor(reads);
    yield reads.map((read) => ({ read, judged: judge(read, held(read)) }));
  }
}

async function keysOf(parts: AsyncIterable<Known[]>): Promise<ListKeys> {
  const keys = new ListKeys();
  for await (const part of parts) for (const row of part) keys.add(row);
  return keys;
}
