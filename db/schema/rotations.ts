import { boolean, date, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Level } from '@/domain/ratings/words';
import type { RotationLevel } from '@/domain/rotations/levels';
import type { ReportedLine } from '@/domain/rotations/reported';
import type { Placement, PlacementForm, RotationBasis, RotationEventKind } from '@/domain/rotations/words';
import { cadres, posts } from './cadres';
import { decision, edited } from './columns';
import { units } from './units';

/** A plan of rotations of one unit and year (Quy định 65-QĐ/TW, Điều 7): a draft until approved_at. */
export const rotationPlans = pgTable(
  'rotation_plans',
  {
    id: uuid().primaryKey(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    title: text().notNull(),
    year: integer().notNull(),
    purpose: text().notNull(),
    policies: text(),
    draftedBy: uuid('drafted_by'),
    draftedAt: timestamp('drafted_at', { withTimezone: true }).notNull().defaultNow(),
    ...decision,
    approvedBy: uuid('approved_by'),
    approvedAt: timestamp('approved_at', { withTimezone: true }),
    ...edited,
  },
  (t) => [index('rotation_plans_unit').on(t.unitId, t.year, t.id)],
);

/** One need of a plan: for which title, in which form, from which month ('YYYY-MM') and how long, and what is expected afterwards. */
export const rotationPlanLines = pgTable(
  'rotation_plan_lines',
  {
    id: uuid().primaryKey(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => rotationPlans.id),
    unitId: uuid('unit_id').notNull(),
    postId: uuid('post_id')
      .notNull()
      .references(() => posts.id),
    need: text().notNull(),
    form: text().$type<PlacementForm>().notNull(),
    startsMonth: text('starts_month').notNull(),
    months: integer().notNull(),
    expected: text().$type<Placement>().notNull(),
    enteredBy: uuid('entered_by'),
    enteredAt: timestamp('entered_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('rotation_plan_lines_plan').on(t.planId, t.startsMonth)],
);

/**
 * One rotation of one cadre, as its events say. Where both ends stood is kept in words and levels, as they were called then: old places have no
 * post in the catalogue. started_on is null until it is decided; due_on and prepare_on follow from the rules in force on that day.
 * managing_unit_id follows the cadre's.
 */
export const rotations = pgTable(
  'rotations',
  {
    id: uuid().primaryKey(),
    cadreId: uuid('cadre_id')
      .notNull()
      .references(() => cadres.id),
    managingUnitId: uuid('managing_unit_id').notNull(),
    lineId: uuid('line_id').references(() => rotationPlanLines.id),
    basis: text().$type<RotationBasis>().notNull(),
    plannedFor: text('planned_for'),
    fromPostId: uuid('from_post_id').references(() => posts.id),
    fromUnitId: uuid('from_unit_id').references(() => units.id),
    fromTitle: text('from_title').notNull(),
    fromUnitName: text('from_unit_name').notNull(),
    fromLevel: text('from_level').$type<RotationLevel>().notNull(),
    toPostId: uuid('to_post_id').references(() => posts.id),
    toUnitId: uuid('to_unit_id').references(() => units.id),
    toTitle: text('to_title').notNull(),
    toUnitName: text('to_unit_name').notNull(),
    toLevel: text('to_level').$type<RotationLevel>().notNull(),
    expected: text().$type<Placement>().notNull(),
    /** The day meant for the start while it is a proposal. */
    proposedStart: date('proposed_start'),
    until: date(),
    reason: text(),
    proposedBy: uuid('proposed_by'),
    proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull().defaultNow(),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
    startedOn: date('started_on'),
    prepareOn: date('prepare_on'),
    dueOn: date('due_on'),
    appointmentId: uuid('appointment_id'),
    ...decision,
    endedOn: date('ended_on'),
    placement: text().$type<Placement>(),
    placementTitle: text('placement_title'),
    resultNote: text('result_note'),
    /** Entered afterwards from papers: it began and ended before, and wrote no appointment. */
    recorded: boolean().notNull().default(false),
    /** The days as far as the papers say them ('2014-03'), where they say no whole day; started_on and ended_on are the first day they can mean. */
    startedSaid: text('started_said'),
    endedSaid: text('ended_said'),
    ...edited,
  },
  (t) => [
    index('rotations_started').on(t.startedOn, t.id),
    index('rotations_managing').on(t.managingUnitId, t.startedOn, t.id),
    index('rotations_cadre').on(t.cadreId, t.startedOn),
    index('rotations_line').on(t.lineId),
    index('rotations_proposed').on(t.proposedAt),
    index('rotations_due').on(t.dueOn),
    index('rotations_to_unit').on(t.toUnitId),
    index('rotations_from_unit').on(t.fromUnitId),
  ],
);

/** What happened to a rotation, in order. Rows are never changed; a mistake is taken back by a row of kind `reversal` that names it. */
export const rotationEvents = pgTable(
  'rotation_events',
  {
    id: uuid().primaryKey(),
    rotationId: uuid('rotation_id')
      .notNull()
      .references(() => rotations.id),
    kind: text().$type<RotationEventKind>().notNull(),
    effectiveOn: date('effective_on').notNull(),
    ...decision,
    note: text(),
    /** What the rules did not expect, as it was shown to whoever went on. */
    warnings: jsonb().$type<string[]>().notNull().default([]),
    /** Of a reversal: the entry that it takes back. */
    reversesId: uuid('reverses_id'),
    enteredBy: uuid('entered_by'),
    enteredAt: timestamp('entered_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('rotation_events_rotation').on(t.rotationId, t.enteredAt),
    uniqueIndex('rotation_events_reversed_once').on(t.reversesId),
  ],
);

/** The receiving place's yearly word on the stay: one a year. */
export const rotationRatings = pgTable(
  'rotation_ratings',
  {
    id: uuid().primaryKey(),
    rotationId: uuid('rotation_id')
      .notNull()
      .references(() => rotations.id),
    year: integer().notNull(),
    level: text().$type<Level>().notNull(),
    note: text(),
    enteredBy: uuid('entered_by'),
    enteredAt: timestamp('entered_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('rotation_ratings_year').on(t.rotationId, t.year)],
);

/** Totals of a span of months ('YYYY-MM') as a report stated them, in turns; they need not add up. */
export const rotationReports = pgTable(
  'rotation_reports',
  {
    id: uuid().primaryKey(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    title: text().notNull(),
    source: text().notNull(),
    fromMonth: text('from_month').notNull(),
    toMonth: text('to_month').notNull(),
    total: integer().notNull(),
    vertical: integer(),
    lines: jsonb().$type<ReportedLine[]>().notNull(),
    note: text(),
    ...edited,
  },
  (t) => [index('rotation_reports_unit').on(t.unitId, t.fromMonth)],
);
