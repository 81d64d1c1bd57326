import { sql } from 'drizzle-orm';
import type { Tx } from './client';

/** Whoever changes a title, or decides on a seat of it, stands in one queue until the end of the transaction. Asks for no right; take it before any row. */
export const queueOnPost = (tx: Tx, postId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${postId}, 0))`);
