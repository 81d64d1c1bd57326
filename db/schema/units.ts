import { boolean, date, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

/** A party organization. Parent, depth and committee are derived from the placements and kept for lists. */
export const units = pgTable(
  'units',
  {
    id: uuid().primaryKey(),
    code: text().notNull(),
    kind: text().notNull(),
    sector: text(),
    name: text().notNull(),
    shortName: text('short_name').notNull(),
    foldedName: text('folded_name').notNull(),
    sortKey: text('sort_key').notNull(),
    address: text(),
    meetingDay: integer('meeting_day'),
    meetingPlace: text('meeting_place'),
    foundedOn: date('founded_on').notNull(),
    closedOn: date('closed_on'),
    parentId: uuid('parent_id'),
    depth: integer().notNull(),
    /** The unit directly under the province that this one belongs to (itself at depth 1, null for the province). */
    committeeId: uuid('committee_id'),
    /** True for the kinds that hold monthly meetings and have members of their own. */
    isCell: boolean('is_cell').notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('units_code').on(t.code),
    index('units_parent').on(t.parentId, t.sortKey),
    index('units_committee').on(t.committeeId),
  ],
);

export const unitPlacements = pgTable(
  'unit_placements',
  {
    id: uuid().primaryKey(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    parentId: uuid('parent_id').references(() => units.id),
    kind: text().notNull(),
    name: text().notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
    changeId: uuid('change_id'),
  },
  (t) => [index('unit_placements_unit').on(t.unitId, t.validFrom), index('unit_placements_parent').on(t.parentId)],
);

/** A decision that founded, renamed, closed, merged, split or moved units. */
export const unitChanges = pgTable('unit_changes', {
  id: uuid().primaryKey(),
  kind: text().notNull(),
  effectiveOn: date('effective_on').notNull(),
  decisionNumber: text('decision_number').notNull(),
  decisionDate: date('decision_date').notNull(),
  issuer: text().notNull(),
  signer: text(),
  note: text(),
  enteredBy: uuid('entered_by'),
  enteredAt: timestamp('entered_at', { withTimezone: true }).notNull().defaultNow(),
});

export const unitChangeLinks = pgTable(
  'unit_change_links',
  {
    id: uuid().primaryKey(),
    changeId: uuid('change_id')
      .notNull()
      .references(() => unitChanges.id),
    predecessorId: uuid('predecessor_id').references(() => units.id),
    successorId: uuid('successor_id').references(() => units.id),
  },
  (t) => [index('unit_change_links_predecessor').on(t.predecessorId), index('unit_change_links_successor').on(t.successorId)],
);

export const unitTree = pgTable(
  'unit_tree',
  {
    ancestorId: uuid('ancestor_id')
      .notNull()
      .references(() => units.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    depth: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.ancestorId, t.unitId] }), index('unit_tree_unit').on(t.unitId)],
);

/** Which kinds may stand directly under which: data, because the Statute's guidance changes. */
export const unitKindChildren = pgTable(
  'unit_kind_children',
  { parentKind: text('parent_kind').notNull(), childKind: text('child_kind').notNull() },
  (t) => [primaryKey({ columns: [t.parentKind, t.childKind] })],
);

/** Who leads a unit (cấp ủy), dated. role: secretary, deputy, committee_member. */
export const unitOfficers = pgTable(
  'unit_officers',
  {
    id: uuid().primaryKey(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    memberId: uuid('member_id'),
    fullName: text('full_name').notNull(),
    role: text().notNull(),
    heldFrom: date('held_from').notNull(),
    heldTo: date('held_to'),
    elected: boolean().notNull().default(true),
    decisionNumber: text('decision_number'),
  },
  (t) => [index('unit_officers_unit').on(t.unitId), index('unit_officers_member').on(t.memberId)],
);

/** One narrow row per cell and month, kept by the commands in their own transaction. Counts are persons, meetings or turns. */
export const unitMonths = pgTable(
  'unit_months',
  {
    cellId: uuid('cell_id')
      .notNull()
      .references(() => units.id),
    committeeId: uuid('committee_id').notNull(),
    month: date().notNull(),
    stock: integer().notNull().default(0),
    incRegistered: integer('inc_registered').notNull().default(0),
    incAdmitted: integer('inc_admitted').notNull().default(0),
    incReadmitted: integer('inc_readmitted').notNull().default(0),
    incTransferredIn: integer('inc_transferred_in').notNull().default(0),
    incMovedIn: integer('inc_moved_in').notNull().default(0),
    incRestored: integer('inc_restored').notNull().default(0),
    decTransferredOut: integer('dec_transferred_out').notNull().default(0),
    decMovedOut: integer('dec_moved_out').notNull().default(0),
    decDied: integer('dec_died').notNull().default(0),
    decStruckOff: integer('dec_struck_off').notNull().default(0),
    decResigned: integer('dec_resigned').notNull().default(0),
    decExpelled: integer('dec_expelled').notNull().default(0),
    recognized: integer().notNull().default(0),
    /** 1 when the cell owed a regular meeting this month. */
    expected: integer().notNull().default(0),
    held: integer().notNull().default(0),
    late: integer().notNull().default(0),
    thematic: integer().notNull().default(0),
    attendanceDue: integer('attendance_due').notNull().default(0),
    attendancePresent: integer('attendance_present').notNull().default(0),
    absentExcused: integer('absent_excused').notNull().default(0),
    absentUnexcused: integer('absent_unexcused').notNull().default(0),
    scored: integer().notNull().default(0),
    scoreSum: integer('score_sum').notNull().default(0),
    scoreGood: integer('score_good').notNull().default(0),
    scoreFair: integer('score_fair').notNull().default(0),
    scoreAverage: integer('score_average').notNull().default(0),
    scorePoor: integer('score_poor').notNull().default(0),
    resolutions: integer().notNull().default(0),
    assignmentsGiven: integer('assignments_given').notNull().default(0),
    assignmentsDone: integer('assignments_done').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.cellId, t.month] }),
    index('unit_months_committee').on(t.committeeId, t.month),
    index('unit_months_month').on(t.month),
  ],
);

/** A yearly target of a unit. kind: admission (persons). */
export const targets = pgTable(
  'targets',
  {
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    year: integer().notNull(),
    kind: text().notNull(),
    value: integer().notNull(),
    source: text(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.year, t.kind] })],
);
