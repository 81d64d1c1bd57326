import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { chainFaults } from '@/db/audit-chains';
import { checkBooks } from '@/db/check-books';

/** Tables that are kept without an audit row: who is here, what was read, counts that the books give at any time. */
const UNAUDITED = [
  'sessions',
  'sign_in_attempts',
  'read_log',
  'chain_heads',
  'unit_months',
  'committee_months',
  'recovery_codes',
];

/** The transaction from which on changes are looked at. */
export const marker = async (db: pg.Client): Promise<string> =>
  (await db.query('select pg_current_xact_id()::text as id')).rows[0].id;

const tables = async (db: pg.Client): Promise<string[]> =>
  (
    await db.query("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname")
  ).rows.map(({ relname }) => relname);

/** Tables with rows that a transaction wrote which left no audit row; and how many transactions did leave one. */
export async function unaudited(db: pg.Client, since: string): Promise<{ tables: string[]; audited: number }> {
  const wrote = (table: string) =>
    `select distinct xmin::text::bigint as id from "${table}" where xmin::text::bigint >= ${since}`;
  const found: string[] = [];
  for (const table of await tables(db)) {
    if (UNAUDITED.some((name) => table.startsWith(name))) continue;
    const { rows } = await db.query(`${wrote(table)} except (${wrote('audit_log')})`);
    if (rows.length) found.push(`${table}: ${rows.length}`);
  }
  return { tables: found, audited: (await db.query(wrote('audit_log'))).rowCount ?? 0 };
}

/** Columns that hold control signs, signs that turn the direction of writing, or halves of letters. */
export async function unclean(db: pg.Client): Promise<string[]> {
  const { rows: columns } = await db.query(
    "select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type in ('text', 'jsonb', 'ARRAY')",
  );
  const signs =
    '[\\u0001-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufffe\\uffff]';
  const written = '\\\\\\\\u(00[01]|d[89a-f])';
  const found: string[] = [];
  for (const { table_name: table, column_name: column } of columns) {
    const { rows } = await db.query(
      `select count(*)::int as n from "${table}" where "${column}"::text ~ $1 or "${column}"::text ~ $2`,
      [signs, written.replaceAll('\\\\', '\\')],
    );
    if (rows[0].n) found.push(`${table}.${column}: ${rows[0].n}`);
  }
  return found;
}

/** What the checks of the books and of the logs find. */
export async function faultsOf(db: pg.Client): Promise<unknown[]> {
  const { differences } = await checkBooks(db);
  return [...differences, ...(await chainFaults(drizzle(db)))];
}
