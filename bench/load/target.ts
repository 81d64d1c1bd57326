import type pg from 'pg';

/** A server under measurement, on a copy of a province made for it: the lists and minutes stay in its books. `db` is a connection of the database's superuser; `appPid` the process that serves `address`. */
export type LoadTarget = { address: string; appPid: number; db: pg.Client };

/** One line of the table: `aim` as the issue words it, `ok` whether `value` reaches it. */
export type Measured = { name: string; value: number; unit: string; aim: string; ok: boolean };

export const atMost = (name: string, value: number, unit: string, most: number): Measured => ({
  name,
  value,
  unit,
  aim: `≤ ${most} ${unit}`.trim(),
  ok: value <= most,
});

export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const began = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - began) / 1000 };
}

/** The value that `share` of the sorted or unsorted numbers do not exceed; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
