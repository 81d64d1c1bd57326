import { date, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ChangeReason, QuotaKind } from '@/domain/staffing/words';
import { edited } from './columns';
import { units } from './units';

/** Biên chế of a unit, a year and a kind, in persons. in_post: reported, on as_of; null: not entered. */
export const staffingQuotas = pgTable(
  'staffing_quotas',
  {
    id: uuid().primaryKey(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    year: integer().notNull(),
    kind: text().$type<QuotaKind>().notNull(),
    assigned: integer(),
    inPost: integer('in_post'),
    asOf: date('as_of'),
    source: text(),
    ...edited,
  },
  (t) => [uniqueIndex('staffing_quotas_once').on(t.unitId, t.kind, t.year)],
);

/** Persons who came or went, by reason. Rows are never changed; a mistake is taken back by a row that names it. */
export const staffingChanges = pgTable(
  'staffing_changes',
  {
    id: uuid().primaryKey(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    kind: text().$type<QuotaKind>().notNull(),
    reason: text().$type<ChangeReason>().notNull(),
    persons: integer().notNull(),
    effectiveOn: date('effective_on').notNull(),
    decisionNumber: text('decision_number'),
    decisionDate: date('decision_date'),
    note: text(),
    reversesId: uuid('reverses_id'),
    enteredBy: uuid('entered_by'),
    enteredAt: timestamp('entered_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('staffing_changes_unit').on(t.unitId, t.effectiveOn),
    index('staffing_changes_year').on(t.kind, t.effectiveOn),
    index('staffing_changes_reverses').on(t.reversesId),
  ],
);
