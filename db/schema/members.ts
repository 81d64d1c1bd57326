import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { decision, edited } from './columns';
import { units } from './units';

/** A person and where they stand now, derived from member_events. Partial dates are text: YYYY, YYYY-MM or YYYY-MM-DD. */
export const members = pgTable(
  'members',
  {
    id: uuid().primaryKey(),
    cellId: uuid('cell_id')
      .notNull()
      .references(() => units.id),
    committeeId: uuid('committee_id').notNull(),
    /** probationary | official | left: derived from the ledger. left keeps the last cell. */
    status: text().notNull(),
    /** Side states, derived from the ledger; the person stays in the count. */
    exempt: boolean().notNull().default(false),
    away: boolean().notNull().default(false),
    suspended: boolean().notNull().default(false),
    /** Introduced to another cell and not yet received: where to, as written. */
    leavingFor: text('leaving_for'),
    leavingOn: date('leaving_on'),
    leftOn: date('left_on'),
    leftKind: text('left_kind'),
    fullName: text('full_name').notNull(),
    birthName: text('birth_name'),
    sortKey: text('sort_key').notNull(),
    female: boolean().notNull(),
    born: text().notNull(),
    homePlace: text('home_place'),
    birthPlace: text('birth_place'),
    address: text(),
    phone: text(),
    email: text(),
    joined: text().notNull(),
    official: text(),
    cardNumber: text('card_number'),
    biographyNumber: text('biography_number'),
    occupation: text(),
    workplace: text(),
    position: text(),
    generalEducation: text('general_education'),
    professionalLevel: text('professional_level'),
    politicalTheory: text('political_theory'),
    stateManagement: text('state_management'),
    foreignLanguage: text('foreign_language'),
    note: text(),
    importId: uuid('import_id'),
    ...edited,
  },
  (t) => [
    index('members_committee_sort').on(t.committeeId, t.sortKey, t.id),
    index('members_cell_sort').on(t.cellId, t.sortKey, t.id),
    index('members_sort').on(t.sortKey, t.id),
  ],
);

/** Kept apart: shown only through the query that writes the read log first. */
export const memberSensitive = pgTable(
  'member_sensitive',
  {
    memberId: uuid('member_id')
      .primaryKey()
      .references(() => members.id),
    cellId: uuid('cell_id').notNull(),
    committeeId: uuid('committee_id').notNull(),
    ethnicity: text(),
    religion: text(),
    citizenId: text('citizen_id'),
    health: text(),
  },
  (t) => [index('member_sensitive_citizen').on(t.citizenId)],
);

/** Each word suffix of the folded name, for search by any part. */
export const memberNameParts = pgTable(
  'member_name_parts',
  {
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    part: text().notNull(),
    cellId: uuid('cell_id').notNull(),
    committeeId: uuid('committee_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.part] }), index('member_name_parts_part').on(t.part)],
);

/** The ledger. Rows are never changed; a mistake is reversed by a row of kind 'reversal' that names it. */
export const memberEvents = pgTable(
  'member_events',
  {
    id: uuid().primaryKey(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id),
    /** The cell whose books the event moves: for moved, the cell the person comes to. */
    cellId: uuid('cell_id').notNull(),
    committeeId: uuid('committee_id').notNull(),
    fromCellId: uuid('from_cell_id'),
    kind: text().notNull(),
    effectiveOn: date('effective_on').notNull(),
    ...decision,
    place: text(),
    reason: text(),
    detail: jsonb().notNull().default({}),
    reversesId: uuid('reverses_id'),
    importId: uuid('import_id'),
    enteredBy: uuid('entered_by'),
    enteredAt: timestamp('entered_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('member_events_member').on(t.memberId, t.effectiveOn),
    index('member_events_cell').on(t.cellId, t.effectiveOn),
    index('member_events_from').on(t.fromCellId, t.effectiveOn),
    index('member_events_committee').on(t.committeeId, t.effectiveOn),
    index('member_events_reverses').on(t.reversesId),
    index('member_events_import').on(t.importId),
    index('member_events_kind').on(t.kind, t.effectiveOn),
  ],
);

/** One spreadsheet on its way into the book. */
export const imports = pgTable('imports', {
  id: uuid().primaryKey(),
  unitId: uuid('unit_id')
    .notNull()
    .references(() => units.id),
  fileName: text('file_name').notNull(),
  sheetName: text('sheet_name').notNull(),
  headerRows: integer('header_rows').array().notNull(),
  headers: text().array().notNull(),
  mapping: jsonb().notNull(),
  rowCount: integer('row_count').notNull(),
  doneCount: integer('done_count').notNull().default(0),
  uploadedBy: uuid('uploaded_by').notNull(),
  uploadedAt: timestamp('uploaded_at', { withTimezone: true }).notNull().defaultNow(),
  startedAt: timestamp('started_at', { withTimezone: true }),
  committedAt: timestamp('committed_at', { withTimezone: true }),
  takenBackAt: timestamp('taken_back_at', { withTimezone: true }),
  takenBackBy: uuid('taken_back_by'),
  failure: text(),
  counts: jsonb().notNull().default({}),
  version: integer().notNull().default(1),
});

export const importRows = pgTable(
  'import_rows',
  {
    importId: uuid('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    rowNumber: integer('row_number').notNull(),
    unitId: uuid('unit_id').notNull(),
    cells: jsonb().notNull(),
    /** new | changed | same | decide | wrong */
    state: text().notNull(),
    /** add | update | skip: the answer given to a row that needs a decision. */
    decision: text(),
    values: jsonb().notNull().default({}),
    problems: jsonb().notNull().default([]),
    memberId: uuid('member_id'),
    /** What the member held before, so that the import can be taken back. */
    before: jsonb(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.rowNumber] }), index('import_rows_state').on(t.importId, t.state, t.rowNumber)],
);

/** The columns that a unit's files mapped to last time, by their header signature. */
export const importMappings = pgTable(
  'import_mappings',
  {
    unitId: uuid('unit_id').notNull(),
    signature: text().notNull(),
    mapping: jsonb().notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.signature] })],
);
