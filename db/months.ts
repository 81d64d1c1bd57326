import { sql } from 'drizzle-orm';
import { type IsoDate, monthOf } from '@/domain/calendar';
import { atTheDoor } from './client';

let opened = '';

/** Opens this month's rows of every living cell, once a process and month; the database's function does nothing the second time. */
export async function ensureMonths(today: IsoDate): Promise<void> {
  const month = monthOf(today);
  if (opened >= month) return;
  await atTheDoor((tx) => tx.execute(sql`select open_months(${month}::date)`));
  opened = month;
}
