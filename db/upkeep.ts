import { sql } from 'drizzle-orm';
import { atTheDoor } from './client';

const EVERY_MS = 20_000;

/** Writes the months of committees anew whose cells changed since the last time; how many. Reads are right before it too, only slower. */
export const refreshSummaries = (): Promise<number> =>
  atTheDoor(async (tx) => {
    const { rows } = await tx.execute<{ written: number }>(
      sql`select case when exists (select from committee_months_stale) then refresh_committee_months() else 0 end as written`,
    );
    return rows[0]?.written ?? 0;
  });

/** Keeps summaries fresh while the server runs; several servers may do it side by side. `failed` hears what went wrong. */
export function startUpkeep(failed: (error: unknown) => void): void {
  const refresh = () => refreshSummaries().catch(failed);
  void refresh();
  setInterval(refresh, EVERY_MS).unref();
}
