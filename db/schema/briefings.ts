import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { units } from './units';

/** A unit's quarter: live until frozen. */
export const briefings = pgTable(
  'briefings',
  {
    id: uuid().primaryKey(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    period: text().notNull(),
    frozenAt: timestamp('frozen_at', { withTimezone: true }),
    frozenBy: uuid('frozen_by'),
    reopenedAt: timestamp('reopened_at', { withTimezone: true }),
    reopenedBy: uuid('reopened_by'),
    reopenReason: text('reopen_reason'),
    /** Everything the page needs that is not a figure: labels, targets, rules shown, as they were. */
    context: jsonb().notNull().default({}),
    version: integer().notNull().default(1),
  },
  (t) => [uniqueIndex('briefings_unit_period').on(t.unitId, t.period)],
);

/** The snapshot: one figure of one row (the unit itself or a child) as it stood when frozen. */
export const briefingFigures = pgTable(
  'briefing_figures',
  {
    briefingId: uuid('briefing_id')
      .notNull()
      .references(() => briefings.id),
    rowUnitId: uuid('row_unit_id').notNull(),
    figure: text().notNull(),
    value: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.briefingId, t.rowUnitId, t.figure] }), index('briefing_figures_briefing').on(t.briefingId)],
);
