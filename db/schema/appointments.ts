import { boolean, date, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { AppointmentEventKind, AppointmentKind, EndKind } from '@/domain/appointments/kinds';
import { cadres, posts } from './cadres';
import { decision } from './columns';

/** One holding of one seat by one cadre, as the ledger below says it; the two never differ (npm run check:books). */
export const appointments = pgTable(
  'appointments',
  {
    id: uuid().primaryKey(),
    cadreId: uuid('cadre_id')
      .notNull()
      .references(() => cadres.id),
    /** The cadre's; follows it by a foreign key. */
    managingUnitId: uuid('managing_unit_id').notNull(),
    postId: uuid('post_id')
      .notNull()
      .references(() => posts.id),
    seat: integer().notNull(),
    unitId: uuid('unit_id').notNull(),
    /** As the decision names it: the catalogue may say it otherwise later. */
    title: text().notNull(),
    kind: text().$type<AppointmentKind>().notNull(),
    /** Beside another title (kiêm nhiệm). */
    concurrent: boolean().notNull().default(false),
    fromOn: date('from_on').notNull(),
    termEndsOn: date('term_ends_on'),
    /** The first day on which it is no longer held. */
    endedOn: date('ended_on'),
    endKind: text('end_kind').$type<EndKind>(),
    /** Taken back as wrongly entered. */
    reversed: boolean().notNull().default(false),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('appointments_cadre').on(t.cadreId, t.fromOn),
    index('appointments_post').on(t.postId, t.seat, t.fromOn),
    index('appointments_managing').on(t.managingUnitId, t.termEndsOn),
    index('appointments_term').on(t.termEndsOn),
  ],
);

/** The ledger. Rows are never changed; a mistake is taken back by a row of kind `reversal` that names it. */
export const appointmentEvents = pgTable(
  'appointment_events',
  {
    id: uuid().primaryKey(),
    appointmentId: uuid('appointment_id')
      .notNull()
      .references(() => appointments.id),
    /** The holding's, filled in by the database and held equal by a foreign key: a quarter's turns are counted from the ledger alone. */
    unitId: uuid('unit_id'),
    holdingKind: text('holding_kind').$type<AppointmentKind>(),
    kind: text().$type<AppointmentEventKind>().notNull(),
    endKind: text('end_kind').$type<EndKind>(),
    effectiveOn: date('effective_on').notNull(),
    termEndsOn: date('term_ends_on'),
    ...decision,
    reason: text(),
    procedureId: uuid('procedure_id'),
    rotationId: uuid('rotation_id'),
    /** What the rules doubted when it was decided, and why it was decided all the same. */
    warnings: jsonb().$type<readonly string[]>().notNull().default([]),
    exceptionReason: text('exception_reason'),
    reversesId: uuid('reverses_id'),
    enteredBy: uuid('entered_by'),
    enteredAt: timestamp('entered_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('appointment_events_appointment').on(t.appointmentId, t.effectiveOn),
    index('appointment_events_effective').on(t.effectiveOn),
    index('appointment_events_reverses').on(t.reversesId),
    index('appointment_events_procedure').on(t.procedureId),
    index('appointment_events_rotation').on(t.rotationId),
  ],
);
