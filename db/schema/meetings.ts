import { boolean, date, index, integer, jsonb, numeric, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { units } from './units';

/** One cell meeting and its minutes. State is stamped: draft → submitted → returned | accepted. */
export const meetings = pgTable(
  'meetings',
  {
    id: uuid().primaryKey(),
    cellId: uuid('cell_id')
      .notNull()
      .references(() => units.id),
    committeeId: uuid('committee_id').notNull(),
    /** regular | thematic | extraordinary | year_review | congress | committee */
    kind: text().notNull(),
    /** First day of the month that the meeting is for. */
    month: date().notNull(),
    heldOn: date('held_on'),
    /** The form as typed; the columns below are written from it when it is submitted. */
    draft: jsonb().notNull().default({}),
    draftSavedAt: timestamp('draft_saved_at', { withTimezone: true }),
    draftSavedBy: uuid('draft_saved_by'),
    number: text(),
    startsAt: text('starts_at'),
    endsAt: text('ends_at'),
    place: text(),
    online: boolean().notNull().default(false),
    chairName: text('chair_name'),
    chairTitle: text('chair_title'),
    secretaryName: text('secretary_name'),
    guests: text(),
    agenda: jsonb().notNull().default([]),
    conclusion: text(),
    membersTotal: integer('members_total'),
    officialsTotal: integer('officials_total'),
    due: integer(),
    present: integer(),
    officialsPresent: integer('officials_present'),
    score: numeric({ precision: 5, scale: 1, mode: 'number' }),
    /** good | fair | average | poor by the bands in force, kept as scored. */
    scoreBand: text('score_band'),
    scoreSheet: jsonb('score_sheet'),
    late: boolean().notNull().default(false),
    submittedAt: timestamp('submitted_at', { withTimezone: true }),
    submittedBy: uuid('submitted_by'),
    returnedAt: timestamp('returned_at', { withTimezone: true }),
    returnedBy: uuid('returned_by'),
    returnReason: text('return_reason'),
    acceptedAt: timestamp('accepted_at', { withTimezone: true }),
    acceptedBy: uuid('accepted_by'),
    createdBy: uuid('created_by'),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('meetings_cell').on(t.cellId, t.month),
    index('meetings_committee').on(t.committeeId, t.month),
    index('meetings_month').on(t.month),
  ],
);

/** code: present, late, online, excused, absent, exempt, away, suspended. Partitioned by year of month. */
export const attendance = pgTable(
  'attendance',
  {
    meetingId: uuid('meeting_id').notNull(),
    memberId: uuid('member_id').notNull(),
    month: date().notNull(),
    cellId: uuid('cell_id').notNull(),
    committeeId: uuid('committee_id').notNull(),
    code: text().notNull(),
    reason: text(),
    official: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.month, t.meetingId, t.memberId] }),
    index('attendance_member').on(t.memberId, t.month),
    index('attendance_meeting').on(t.meetingId),
  ],
);

export const opinions = pgTable(
  'opinions',
  {
    id: uuid().primaryKey(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    cellId: uuid('cell_id').notNull(),
    position: integer().notNull(),
    speakerId: uuid('speaker_id'),
    speakerName: text('speaker_name').notNull(),
    text: text().notNull(),
  },
  (t) => [index('opinions_meeting').on(t.meetingId, t.position)],
);

/** kind: ordinary | admission | official | strike_off. Votes are persons; base is what they are counted on. */
export const resolutions = pgTable(
  'resolutions',
  {
    id: uuid().primaryKey(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    cellId: uuid('cell_id').notNull(),
    committeeId: uuid('committee_id').notNull(),
    position: integer().notNull(),
    kind: text().notNull(),
    text: text().notNull(),
    base: integer().notNull(),
    baseReason: text('base_reason'),
    inFavour: integer('in_favour').notNull(),
    against: integer().notNull(),
    other: integer().notNull(),
    passed: boolean().notNull(),
  },
  (t) => [index('resolutions_meeting').on(t.meetingId, t.position), index('resolutions_cell').on(t.cellId)],
);

/** Given in one meeting, closed in a later one. outcome: done | partly | not_done. */
export const assignments = pgTable(
  'assignments',
  {
    id: uuid().primaryKey(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id),
    cellId: uuid('cell_id').notNull(),
    committeeId: uuid('committee_id').notNull(),
    position: integer().notNull(),
    text: text().notNull(),
    memberId: uuid('member_id'),
    memberName: text('member_name').notNull(),
    dueOn: date('due_on'),
    outcome: text(),
    outcomeNote: text('outcome_note'),
    closedOn: date('closed_on'),
    closedInId: uuid('closed_in_id'),
  },
  (t) => [
    index('assignments_meeting').on(t.meetingId, t.position),
    index('assignments_cell_open').on(t.cellId, t.closedOn),
    index('assignments_closed_in').on(t.closedInId),
    index('assignments_member').on(t.memberId),
  ],
);
