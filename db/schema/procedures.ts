import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Outcome } from '@/domain/procedures/ballots';
import type { PaperKey } from '@/domain/procedures/dossier';
import type { ProcedureSource } from '@/domain/procedures/steps';
import { appointments } from './appointments';
import { cadres, posts } from './cadres';
import { edited } from './columns';

/**
 * One appointment on its way, for one seat of a title. managing_unit_id is the title's and follows it: whoever decides on the title sees the
 * draft, not whoever keeps the persons' files. Concluded by a holding that begins or, for the one who holds
 * the title already, goes on; or stopped with a reason.
 */
export const procedures = pgTable(
  'procedures',
  {
    id: uuid().primaryKey(),
    postId: uuid('post_id')
      .notNull()
      .references(() => posts.id),
    unitId: uuid('unit_id').notNull(),
    managingUnitId: uuid('managing_unit_id').notNull(),
    source: text().$type<ProcedureSource>().notNull(),
    reason: text().notNull(),
    openedOn: date('opened_on').notNull(),
    openedBy: uuid('opened_by'),
    policyAskedOn: date('policy_asked_on'),
    policyAskedNumber: text('policy_asked_number'),
    policyAnsweredOn: date('policy_answered_on'),
    policyNumber: text('policy_number'),
    policyApproved: boolean('policy_approved'),
    /** The day on which the competent body received the report with the file: age and papers are measured on it. */
    dossierOn: date('dossier_on'),
    concludedOn: date('concluded_on'),
    concludedBy: uuid('concluded_by'),
    appointmentId: uuid('appointment_id').references(() => appointments.id),
    /** The holding that the procedure keeps somebody in, and the last day of its term when it was opened; with source 'incumbent' only. */
    holdingId: uuid('holding_id').references(() => appointments.id),
    termEndsOn: date('term_ends_on'),
    stopReason: text('stop_reason'),
    ...edited,
  },
  (t) => [
    index('procedures_managing').on(t.managingUnitId, t.openedOn, t.id),
    index('procedures_opened').on(t.openedOn, t.id),
    index('procedures_post').on(t.postId),
    index('procedures_holding').on(t.holdingId),
  ],
);

const ofProcedure = {
  procedureId: uuid('procedure_id')
    .notNull()
    .references(() => procedures.id),
  /** The procedure's; follows it by a foreign key. */
  managingUnitId: uuid('managing_unit_id').notNull(),
};

/** A person looked at in a procedure, with the name and the title as they were then: the file itself may be another office's. */
export const procedureCandidates = pgTable(
  'procedure_candidates',
  {
    id: uuid().primaryKey(),
    ...ofProcedure,
    cadreId: uuid('cadre_id')
      .notNull()
      .references(() => cadres.id),
    fullName: text('full_name').notNull(),
    sortKey: text('sort_key').notNull(),
    presentTitle: text('present_title'),
    removedAt: timestamp('removed_at', { withTimezone: true }),
    addedBy: uuid('added_by'),
  },
  (t) => [index('procedure_candidates_procedure').on(t.procedureId), index('procedure_candidates_cadre').on(t.cadreId)],
);

/**
 * One sitting of one step. Rows are only added: a step held again, or written wrongly, is another sitting with its reason, and the last one counts.
 * Counts are persons and slips; outcome and onward are what the rules in force on the day made of them.
 */
export const procedureSteps = pgTable(
  'procedure_steps',
  {
    id: uuid().primaryKey(),
    ...ofProcedure,
    number: integer().notNull(),
    sitting: integer().notNull(),
    heldOn: date('held_on').notNull(),
    place: text(),
    chairName: text('chair_name'),
    secretaryName: text('secretary_name'),
    minutesNumber: text('minutes_number'),
    summoned: integer().notNull(),
    present: integer().notNull(),
    members: integer(),
    issued: integer().notNull(),
    collected: integer().notNull(),
    valid: integer().notNull(),
    outcome: text().$type<Outcome['kind']>().notNull(),
    onward: uuid().array().notNull(),
    headChoice: uuid('head_choice'),
    explanation: text(),
    committeeOpinion: text('committee_opinion'),
    note: text(),
    againReason: text('again_reason'),
    /** What the rules doubted when it was written. */
    warnings: jsonb().$type<readonly string[]>().notNull().default([]),
    enteredBy: uuid('entered_by'),
    enteredAt: timestamp('entered_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('procedure_steps_procedure').on(t.procedureId, t.number, t.sitting)],
);

/** Votes of one candidate at one sitting. Every reading is in the read log. */
export const procedureVotes = pgTable(
  'procedure_votes',
  {
    stepId: uuid('step_id')
      .notNull()
      .references(() => procedureSteps.id),
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => procedureCandidates.id),
    managingUnitId: uuid('managing_unit_id').notNull(),
    procedureId: uuid('procedure_id').notNull(),
    votes: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.stepId, t.candidateId] }), index('procedure_votes_procedure').on(t.procedureId)],
);

/** A paper of a candidate's file that was received, by the day it was made. */
export const procedurePapers = pgTable(
  'procedure_papers',
  {
    candidateId: uuid('candidate_id')
      .notNull()
      .references(() => procedureCandidates.id),
    ...ofProcedure,
    key: text().$type<PaperKey>().notNull(),
    issuedOn: date('issued_on').notNull(),
    recordedBy: uuid('recorded_by'),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.candidateId, t.key] }), index('procedure_papers_procedure').on(t.procedureId)],
);
