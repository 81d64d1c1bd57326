import { type SQL, sql } from 'drizzle-orm';
import type { IsoDate } from '@/domain/calendar';

/** Planned on that day: the entry of the table named e was approved by then, had not left, and its term was not over. */
export const plannedOn = (day: IsoDate): SQL =>
  sql`e.approved_on <= ${day}::date and (e.left_on is null or e.left_on > ${day}::date) and e.term_to >= ${day}::date`;
