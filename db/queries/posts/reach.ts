import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { ChosenUnit } from '../../scope';
import { within } from '../../scope';

/** A title is seen where it stands and by whoever manages it; of the table named p. */
export const postInReach = (viewer: Viewer): SQL =>
  sql`(${within(viewer, 'post.read', sql`p.managing_unit_id`)} or ${within(viewer, 'post.read', sql`p.unit_id`)})`;

/** In the catalogue on that day. */
export const inCatalogue = (day: string): SQL => sql`p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day})`;

/** Titles of the unit and of those below it. No access check: pair it with postInReach(). */
export const postsBelow = (unit: ChosenUnit): SQL =>
  unit.depth === 0 ? sql`true` : sql`p.unit_id in (select t.unit_id from unit_tree t where t.ancestor_id = ${unit.id})`;

/** Since when the seat of the table named s stands empty on that day; null: held. The same as emptySince in domain/posts/seats. */
export const emptySinceSql = (day: string): SQL => sql`(case when s.appointment_id is null then s.free_from
  when s.held_since > ${day}::date then case when s.free_before <= ${day}::date then s.free_before end
  when s.free_from <= ${day}::date then s.free_from end)`;

/** Held beyond its term without a new decision; the seat of the table named s. */
export const expiredSql = (day: string): SQL =>
  sql`(${emptySinceSql(day)} is null and s.held_since <= ${day}::date and s.term_ends_on < ${day}::date)`;
