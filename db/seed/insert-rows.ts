import type { ClientBase } from 'pg';

const BATCH = 4_000;

/** Writes plain rows (column name → value, the same columns in each) in a few statements. Give it table names of the house only. */
export async function insertRows(client: ClientBase, table: string, rows: readonly Record<string, unknown>[]): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const columns = Object.keys(first)
    .map((name) => `"${name}"`)
    .join(', ');
  for (let at = 0; at < rows.length; at += BATCH) {
    await client.query(
      `insert into "${table}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
      [JSON.stringify(rows.slice(at, at + BATCH))],
    );
  }
  return rows.length;
}
