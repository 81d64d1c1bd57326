import { type SQL, sql } from 'drizzle-orm';
import type { JudgedRow } from '@/domain/members/import/judge';
import type { SheetRow } from '@/domain/members/import/sheet';
import type { Tx } from '../../client';
import { writtenBehind } from '../../write-behind';

const BATCH = 1_000;

/** Keeps the rows as they come, the next part being read while one is written; gives their number. */
export async function insertRows(tx: Tx, found: { id: string; unitId: string }, rows: AsyncIterable<SheetRow>): Promise<number> {
  let count = 0;
  await writtenBehind(inParts(rows), async (part) => {
    count += part.length;
    await tx.execute(sql`
      insert into import_rows (import_id, unit_id, row_number, cells, state)
      select ${found.id}, ${found.unitId}, n.number, n.cells, 'new' from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as n (number int, cells jsonb)`);
    return true;
  });
  return count;
}

async function* inParts(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow[]> {
  let part: SheetRow[] = [];
  for await (const row of rows) {
    if (part.push(row) < BATCH) continue;
    yield part;
    part = [];
  }
  if (part.length) yield part;
}

/** The list's rows with these columns, some hundred at a time; the next are on their way while these are worked on. */
export async function* storedRows<R extends { row: number }>(tx: Tx, importId: string, columns: SQL): AsyncGenerator<R[]> {
  const ask = async (after: number): Promise<R[]> => {
    const { rows } = await tx.execute(sql`
      select row_number as row, ${columns} from import_rows where import_id = ${importId} and row_number > ${after} order by row_number limit ${BATCH}`);
    return rows as R[];
  };
  let asked = ask(0);
  try {
    for (let full = true; full; ) {
      const rows = await asked;
      const last = rows.at(-1);
      full = rows.length === BATCH;
      if (last && full) {
        asked = ask(last.row);
        asked.catch(() => undefined); // awaited with the next part, or below
      }
      if (last) yield rows;
    }
  } finally {
    await asked; // nothing is sent behind the end of the transaction
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
    update import_rows r set (state, "values", problems, member_id, decision, before) =
      (select given ->> 'state', given -> 'values', given -> 'problems', (given ->> 'memberId')::uuid, null::text, null::jsonb from ${givenTo(kept)})
    where ${rowsOf(importId, kept)}`);
}

/**
 * What is given to the row at hand, out of one object by its number, as `given`: a join would be left to a planner who knows nothing of rows that
 * came a moment ago, and may compare each with all.
 */
export const givenTo = (rows: readonly { row: number }[]): SQL =>
  sql`(select ${JSON.stringify(Object.fromEntries(rows.map((row) => [row.row, row])))}::jsonb -> r.row_number::text as given limit 1) g`;

/** These rows of the list, by its primary key. */
export const rowsOf = (importId: string, rows: readonly { row: number }[]): SQL =>
  sql`r.import_id = ${importId} and r.row_number = any(${`{${rows.map(({ row }) => row).join(',')}}`}::int[])`;
