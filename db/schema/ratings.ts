import { boolean, date, index, integer, numeric, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Level, Subject } from '@/domain/ratings/words';
import { cadres } from './cadres';
import { decision, edited } from './columns';
import { units } from './units';

/** Like units, or like posts, that are rated side by side and share one ceiling. quarter 0: the year as a whole. Decided once, as a whole. */
export const ratingGroups = pgTable(
  'rating_groups',
  {
    id: uuid().primaryKey(),
    /** Whose standing committee decides. */
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    subject: text().$type<Subject>().notNull(),
    year: integer().notNull(),
    quarter: integer().notNull(),
    name: text().notNull(),
    /** Found outstanding as a whole, with a higher ceiling. */
    prominent: boolean().notNull().default(false),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
    decidedBy: uuid('decided_by'),
    ...decision,
    /** Why the ceiling was passed, where it was. */
    overReason: text('over_reason'),
    ...edited,
  },
  (t) => [uniqueIndex('rating_groups_term').on(t.unitId, t.year, t.quarter, t.subject, t.name)],
);

/**
 * The rating of one person or collective in one term. managing_unit_id: of a person the cadre's, which it follows by a foreign key; of a
 * collective the unit that decides. Tasks are counted; above: per cent of work over what was required.
 */
export const ratings = pgTable(
  'ratings',
  {
    id: uuid().primaryKey(),
    groupId: uuid('group_id')
      .notNull()
      .references(() => ratingGroups.id),
    cadreId: uuid('cadre_id').references(() => cadres.id),
    ratedUnitId: uuid('rated_unit_id').references(() => units.id),
    managingUnitId: uuid('managing_unit_id').notNull(),
    year: integer().notNull(),
    quarter: integer().notNull(),
    /** The title held then, as papers write it; null of a collective. */
    title: text(),
    /** The unit that the person heads: its level bounds theirs. */
    leadsUnitId: uuid('leads_unit_id').references(() => units.id),
    points: numeric(),
    assigned: integer(),
    done: integer(),
    onTime: integer('on_time'),
    above: integer(),
    disciplined: integer(),
    violation: text(),
    selfLevel: text('self_level').$type<Level>(),
    selfOn: date('self_on'),
    /** What the rated unit itself wrote, by enter_own_rating() alone; self_by null: taken from its paper by the office that decides. */
    selfPoints: numeric('self_points'),
    selfReason: text('self_reason'),
    selfBy: uuid('self_by'),
    selfAt: timestamp('self_at', { withTimezone: true }),
    selfVersion: integer('self_version').notNull().default(1),
    proposedLevel: text('proposed_level').$type<Level>(),
    proposedReason: text('proposed_reason'),
    proposedBy: uuid('proposed_by'),
    proposedAt: timestamp('proposed_at', { withTimezone: true }),
    /** As decided last; every decision stands in rating_decisions. */
    level: text().$type<Level>(),
    ...edited,
  },
  (t) => [
    index('ratings_group').on(t.groupId),
    index('ratings_managing').on(t.managingUnitId, t.year),
    index('ratings_leads').on(t.leadsUnitId),
  ],
);

/** Every decision on a rating; rows are only added. reason: of a later one, that changes the first. */
export const ratingDecisions = pgTable(
  'rating_decisions',
  {
    id: uuid().primaryKey(),
    ratingId: uuid('rating_id')
      .notNull()
      .references(() => ratings.id),
    level: text().$type<Level>().notNull(),
    ...decision,
    reason: text(),
    enteredBy: uuid('entered_by'),
    enteredAt: timestamp('entered_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('rating_decisions_rating').on(t.ratingId, t.enteredAt)],
);
