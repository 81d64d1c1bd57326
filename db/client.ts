import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import type { SQL } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';
import type { Viewer } from '@/domain/access/viewer';
import { withoutValues } from './errors';

// A date is a day on the calendar, not a moment; counts fit a number.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type Tx = NodePgDatabase & { $client: pg.ClientBase };

const kept = globalThis as { soToChucPool?: pg.Pool };

/** The app's pool. A query that finds no connection in 1.5 s fails, and the caller answers 503 (within 2.5 s, see proof/faults-pool.test.ts). */
export function pool(): pg.Pool {
  kept.soToChucPool ??= new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    // What opens a transaction travels with its first statement: one journey less for each read.
    pipeline: true,
    max: Number(process.env.DATABASE_POOL ?? 10),
    connectionTimeoutMillis: 1_500,
    statement_timeout: 20_000,
    lock_timeout: 8_000,
    idle_in_transaction_session_timeout: 30_000,
  })
    .on('error', () => undefined) // a dropped idle connection; the next query opens another
    // One that breaks in use, between two statements: nobody else listens then, and the event would end the process. The next statement fails.
    .on('connect', (client) => client.on('error', () => undefined));
  return kept.soToChucPool;
}

/** For tests and scripts that change the database under the app's feet. */
export async function closePool(): Promise<void> {
  const open = kept.soToChucPool;
  kept.soToChucPool = undefined;
  await open?.end();
}

const setting = (name: string, value: string) => `select set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`;

const quietly = () => undefined;

/** What is asked before the process turns to something else goes out at once: each write of its own costs a tenth of a millisecond of a page. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** `keep` says what the transaction ends with; without it nothing was changed, and nobody waits for the end. */
async function inTransaction<T>(opening: string, work: (tx: Tx) => Promise<T>, keep?: (result: T) => boolean): Promise<T> {
  const client = await pool().connect();
  let broken = false;
  sendTogether(client);
  try {
    const opened = client.query(opening);
    opened.catch(quietly); // awaited below, after the statements that went with it
    const result = await work(drizzle(client));
    await opened;
    if (keep) await client.query(keep(result) ? 'commit' : 'rollback');
    else client.query('commit').catch(quietly);
    return result;
  } catch (error) {
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw withoutValues(error);
  } finally {
    client.release(broken);
  }
}

/** A read-only transaction that names the viewer to the database: row-level security answers for them. */
export const read = <T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(`begin read only; ${setting('app.account', viewer.accountId)}`, work);

/**
 * The same for `prepared` statements whose plan shall stay as it is whatever the values: PostgreSQL else plans those again each time that look
 * cheaper with the values known, which on a desk took longer than running them.
 */
export const readAsPlanned = <T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(
    `begin read only; ${setting('app.account', viewer.accountId)}; ${setting('plan_cache_mode', 'force_generic_plan')}`,
    work,
  );

/** A transaction for one change, named to the viewer; rolled back when `keep` says so. Use db/write. */
export const change = <T>(viewer: Viewer, work: (tx: Tx) => Promise<T>, keep: (result: T) => boolean): Promise<T> =>
  inTransaction(`begin; ${setting('app.account', viewer.accountId)}`, work, keep);

/** For the door alone, before there is a viewer: sign-in and session rows. */
export const atTheDoor = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(`begin; ${setting('app.door', 'on')}`, work, () => true);

const dialect = new PgDialect();
const names = new Map<string, string>();
/** By the text itself: Next bundles pages and routes apart, each with a map of its own, over connections that they share. */
const nameOf = (text: string) => `kept_${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;

/**
 * Runs a statement that the connection plans once and keeps: for what every page asks, where planning costs more than running. Not for
 * statements whose best plan hangs on the values (a name that many bear, or few). Moments come back as Date.
 */
export async function prepared<R extends Record<string, unknown>>(tx: Tx, statement: SQL): Promise<R[]> {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  const name = names.get(text) ?? nameOf(text);
  names.set(text, name);
  return (await tx.$client.query<R>({ name, text, values: params })).rows;
}
