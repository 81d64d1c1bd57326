import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  pgView,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Discipline, RetirementRule, TrainingKind } from '@/domain/cadres/codes';
import type { FileLine } from '@/domain/cadres/inputs';
import type { Level, Rank, System, Tier } from '@/domain/posts/kinds';
import type { Standards } from '@/domain/posts/standards';
import { edited } from './columns';
import { members } from './members';
import { units } from './units';

/**
 * The catalogue of titles (danh mục chức danh): one row a title of one unit, as it stands today; what it said before is in post_versions.
 * managing_unit_id: the unit whose standing committee manages the title; for the tiers `central` and `province` it is the province.
 */
export const posts = pgTable(
  'posts',
  {
    id: uuid().primaryKey(),
    code: text().notNull(),
    title: text().notNull(),
    sortKey: text('sort_key').notNull(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    managingUnitId: uuid('managing_unit_id')
      .notNull()
      .references(() => units.id),
    system: text().$type<System>().notNull(),
    level: text().$type<Level>().notNull(),
    tier: text().$type<Tier>().notNull(),
    rank: text().$type<Rank>().notNull(),
    elected: boolean().notNull(),
    /** A seat in a committee (ban chấp hành, ban thường vụ): planned by a coefficient of the seats, held beside another title. */
    body: boolean().notNull().default(false),
    /** What makes titles comparable: a larger number is a higher title, the same number an equivalent one. */
    grade: integer().notNull(),
    seats: integer().notNull(),
    allowance: numeric(),
    /** Not to be held by a local person, nor for more than two terms running in one place (Quy định 65-QĐ/TW). */
    outsider: boolean().notNull().default(false),
    standards: jsonb().$type<Standards>().notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
    ...edited,
  },
  (t) => [
    index('posts_unit').on(t.unitId, t.sortKey),
    index('posts_managing').on(t.managingUnitId, t.sortKey, t.id),
    index('posts_grade').on(t.grade),
  ],
);

/** What a title is, in whatever unit: read where a holding is in reach, which the title itself need not be. */
export const titleFacts = pgView('title_facts', {
  id: uuid().notNull(),
  unitId: uuid('unit_id').notNull(),
  system: text().$type<System>().notNull(),
  level: text().$type<Level>().notNull(),
  rank: text().$type<Rank>().notNull(),
  grade: integer().notNull(),
  body: boolean().notNull(),
  elected: boolean().notNull(),
}).existing();

/** What the catalogue said of a title from a day on, with its document. Rows are only added. */
export const postVersions = pgTable(
  'post_versions',
  {
    id: uuid().primaryKey(),
    postId: uuid('post_id')
      .notNull()
      .references(() => posts.id),
    validFrom: date('valid_from').notNull(),
    snapshot: jsonb().notNull(),
    decisionNumber: text('decision_number'),
    decisionDate: date('decision_date'),
    issuer: text(),
    reason: text(),
    enteredBy: uuid('entered_by'),
    enteredAt: timestamp('entered_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('post_versions_post').on(t.postId, t.validFrom)],
);

/** One seat of a title, derived from the ledger of appointments by the database itself. Names nobody. */
export const postSeats = pgTable(
  'post_seats',
  {
    postId: uuid('post_id')
      .notNull()
      .references(() => posts.id),
    seat: integer().notNull(),
    unitId: uuid('unit_id').notNull(),
    managingUnitId: uuid('managing_unit_id').notNull(),
    appointmentId: uuid('appointment_id'),
    /** Of the last holding that was decided, it may lie ahead. */
    heldSince: date('held_since'),
    termEndsOn: date('term_ends_on'),
    /** The day from which nobody holds it any more; null: no end is decided. */
    freeFrom: date('free_from'),
    /** Since when it stood empty before held_since. */
    freeBefore: date('free_before'),
  },
  (t) => [primaryKey({ columns: [t.postId, t.seat] })],
);

/**
 * A cadre: a member who holds, held or is planned for a title. managing_unit_id and tier follow from the titles held, the highest decides.
 * Name, sex and birth follow the member's record. Partial dates are text.
 */
export const cadres = pgTable(
  'cadres',
  {
    id: uuid().primaryKey(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id),
    managingUnitId: uuid('managing_unit_id')
      .notNull()
      .references(() => units.id),
    tier: text().$type<Tier>().notNull(),
    fullName: text('full_name').notNull(),
    sortKey: text('sort_key').notNull(),
    female: boolean().notNull(),
    born: text().notNull(),
    homePlace: text('home_place'),
    /** Of an ethnic minority: for the shares of planning only; the ethnicity itself is sensitive. */
    minority: boolean().notNull().default(false),
    /** False once the person left the book of members. */
    serving: boolean().notNull().default(true),
    fileNumber: text('file_number'),
    otherName: text('other_name'),
    theory: text().notNull().default('none'),
    professional: text().notNull().default('none'),
    specialty: text(),
    administration: text().notNull().default('none'),
    defence: integer(),
    academicTitle: text('academic_title'),
    language: text(),
    informatics: text(),
    recruitedOn: text('recruited_on'),
    recruitedBy: text('recruited_by'),
    formerOccupation: text('former_occupation'),
    joinedAgencyOn: text('joined_agency_on'),
    unionJoinedOn: text('union_joined_on'),
    enlistedOn: text('enlisted_on'),
    dischargedOn: text('discharged_on'),
    militaryRank: text('military_rank'),
    mainWork: text('main_work'),
    longestWork: text('longest_work'),
    strengths: text(),
    honours: text(),
    civilRank: text('civil_rank'),
    civilStep: text('civil_step'),
    civilCoefficient: text('civil_coefficient'),
    civilSince: text('civil_since'),
    healthCheckedOn: date('health_checked_on'),
    resumeCertifiedOn: date('resume_certified_on'),
    retirementRule: text('retirement_rule').$type<RetirementRule>().notNull().default('normal'),
    retirementDate: date('retirement_date'),
    retirementBasis: text('retirement_basis'),
    ...edited,
  },
  (t) => [index('cadres_managing_sort').on(t.managingUnitId, t.sortKey, t.id), index('cadres_sort').on(t.sortKey, t.id)],
);

const cadreRow = {
  id: uuid().primaryKey(),
  cadreId: uuid('cadre_id')
    .notNull()
    .references(() => cadres.id),
  /** Follows the cadre's by a foreign key. */
  managingUnitId: uuid('managing_unit_id').notNull(),
  enteredBy: uuid('entered_by'),
  enteredAt: timestamp('entered_at', { withTimezone: true }).notNull().defaultNow(),
};

/** Quá trình công tác, by months: YYYY-MM; to null: until now. grassroots: worked at commune level. */
export const cadreHistory = pgTable(
  'cadre_history',
  {
    ...cadreRow,
    fromMonth: text('from_month').notNull(),
    toMonth: text('to_month'),
    words: text().notNull(),
    level: text().$type<Level>(),
  },
  (t) => [index('cadre_history_cadre').on(t.cadreId, t.fromMonth)],
);

/** Đào tạo, bồi dưỡng and certificates; valid_to: the day after which the certificate says nothing more. */
export const cadreTrainings = pgTable(
  'cadre_trainings',
  {
    ...cadreRow,
    kind: text().$type<TrainingKind>().notNull(),
    name: text().notNull(),
    school: text(),
    fromMonth: text('from_month'),
    toMonth: text('to_month'),
    form: text(),
    certificate: text(),
    validTo: date('valid_to'),
    classId: uuid('class_id'),
  },
  (t) => [index('cadre_trainings_cadre').on(t.cadreId), index('cadre_trainings_valid').on(t.validTo)],
);

export const cadreAwards = pgTable(
  'cadre_awards',
  { ...cadreRow, year: integer().notNull(), form: text().notNull(), issuer: text(), decisionNumber: text('decision_number') },
  (t) => [index('cadre_awards_cadre').on(t.cadreId, t.year)],
);

/** A discipline of a cadre; ends_on: the day on which it no longer stands. Sensitive: read with the file, which is logged. */
export const cadreDisciplines = pgTable(
  'cadre_disciplines',
  {
    ...cadreRow,
    form: text().$type<Discipline>().notNull(),
    decidedOn: date('decided_on').notNull(),
    endsOn: date('ends_on'),
    issuer: text(),
    decisionNumber: text('decision_number'),
    reason: text(),
  },
  (t) => [index('cadre_disciplines_cadre').on(t.cadreId, t.decidedOn)],
);

/** A line taken out of a file: what it said, in words; who entered it and who took it out, and why. Its own id; rows are only added. */
export const cadreRemovedLines = pgTable(
  'cadre_removed_lines',
  {
    id: uuid().primaryKey(),
    cadreId: uuid('cadre_id')
      .notNull()
      .references(() => cadres.id),
    line: text().$type<FileLine>().notNull(),
    words: text().notNull(),
    enteredBy: uuid('entered_by'),
    enteredAt: timestamp('entered_at', { withTimezone: true }).notNull(),
    reason: text().notNull(),
    removedBy: uuid('removed_by'),
    removedAt: timestamp('removed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('cadre_removed_lines_cadre').on(t.cadreId, t.removedAt)],
);

/** "Tạm dừng công tác cán bộ": from–to, in a unit and below it; warns, never blocks. */
export const personnelPauses = pgTable(
  'personnel_pauses',
  {
    id: uuid().primaryKey(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on'),
    reason: text().notNull(),
    exceptions: text(),
    decisionNumber: text('decision_number'),
    version: integer().notNull().default(1),
    enteredBy: uuid('entered_by'),
    enteredAt: timestamp('entered_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('personnel_pauses_unit').on(t.unitId, t.fromOn)],
);
