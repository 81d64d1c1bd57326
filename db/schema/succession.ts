import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { CampaignKind, LeavingReason, TermKind } from '@/domain/succession/kinds';
import type { Source, Standing } from '@/domain/succession/planning';
import type { VoteStep } from '@/domain/succession/votes';
import { cadres, posts } from './cadres';
import { decision, edited } from './columns';
import { units } from './units';

/** A round of planning, opened by a unit for itself and everything below it. counted_on: the day on which ages, disciplines and ratings count. */
export const successionCampaigns = pgTable(
  'succession_campaigns',
  {
    id: uuid().primaryKey(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    name: text().notNull(),
    kind: text().$type<CampaignKind>().notNull(),
    termKind: text('term_kind').$type<TermKind>().notNull(),
    termFrom: date('term_from').notNull(),
    termTo: date('term_to').notNull(),
    countedOn: date('counted_on').notNull(),
    /** The plan or guide it stands on. */
    document: text(),
    openedBy: uuid('opened_by'),
    openedAt: timestamp('opened_at', { withTimezone: true }).notNull().defaultNow(),
    closedBy: uuid('closed_by'),
    closedAt: timestamp('closed_at', { withTimezone: true }),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('succession_campaigns_unit').on(t.unitId, t.openedAt),
    uniqueIndex('succession_campaigns_one_open').on(t.unitId, t.termKind, t.termFrom).where(sql`closed_at is null`),
  ],
);

/**
 * What one office makes of the titles of one unit in a campaign. unit_id: where the titles stand; managing_unit_id: whose standing committee
 * manages them, so who drafts and approves. How far it is follows from the stamps.
 */
export const successionLists = pgTable(
  'succession_lists',
  {
    id: uuid().primaryKey(),
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => successionCampaigns.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    managingUnitId: uuid('managing_unit_id')
      .notNull()
      .references(() => units.id),
    dueOn: date('due_on').notNull(),
    submittedBy: uuid('submitted_by'),
    submittedAt: timestamp('submitted_at', { withTimezone: true }),
    returnedBy: uuid('returned_by'),
    returnedAt: timestamp('returned_at', { withTimezone: true }),
    returnNote: text('return_note'),
    approvedBy: uuid('approved_by'),
    approvedAt: timestamp('approved_at', { withTimezone: true }),
    ...decision,
    ...edited,
  },
  (t) => [
    uniqueIndex('succession_lists_once').on(t.campaignId, t.unitId, t.managingUnitId),
    index('succession_lists_managing').on(t.managingUnitId, t.campaignId),
  ],
);

/**
 * A person planned for a title in a term. Rows are never deleted: who leaves has left_on, with reason and decision. approved_on: the day of the
 * decision; the list as at a day is what was approved by then and not yet left. managing_unit_id follows the title's.
 */
export const successionEntries = pgTable(
  'succession_entries',
  {
    id: uuid().primaryKey(),
    listId: uuid('list_id')
      .notNull()
      .references(() => successionLists.id),
    postId: uuid('post_id')
      .notNull()
      .references(() => posts.id),
    unitId: uuid('unit_id').notNull(),
    managingUnitId: uuid('managing_unit_id').notNull(),
    cadreId: uuid('cadre_id')
      .notNull()
      .references(() => cadres.id),
    termKind: text('term_kind').$type<TermKind>().notNull(),
    termFrom: date('term_from').notNull(),
    termTo: date('term_to').notNull(),
    source: text().$type<Source>().notNull(),
    standing: text().$type<Standing>().notNull(),
    /** Why in spite of what the rules say against it. */
    reason: text(),
    note: text(),
    proposedBy: uuid('proposed_by'),
    proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull().defaultNow(),
    approvedOn: date('approved_on'),
    decisionNumber: text('decision_number'),
    leftOn: date('left_on'),
    leftReason: text('left_reason').$type<LeavingReason>(),
    leftNote: text('left_note'),
    leftDecisionNumber: text('left_decision_number'),
    leftDecisionDate: date('left_decision_date'),
    leftIssuer: text('left_issuer'),
    leftSigner: text('left_signer'),
    leftBy: uuid('left_by'),
    leftAt: timestamp('left_at', { withTimezone: true }),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('succession_entries_once').on(t.postId, t.cadreId, t.termKind, t.termFrom).where(sql`left_on is null`),
    index('succession_entries_list').on(t.listId),
    index('succession_entries_post').on(t.postId, t.termKind, t.termFrom),
    index('succession_entries_cadre').on(t.cadreId, t.approvedOn),
    index('succession_entries_term').on(t.termKind, t.termFrom, t.postId, t.managingUnitId).where(sql`left_on is null`),
    index('succession_entries_unit').on(t.unitId, t.termKind, t.termFrom),
  ],
);

/** How many names stand for a title in a term, derived from the entries by the database itself. Names nobody. */
export const successionCounts = pgTable(
  'succession_counts',
  {
    termKind: text('term_kind').$type<TermKind>().notNull(),
    termFrom: date('term_from').notNull(),
    postId: uuid('post_id').notNull(),
    managingUnitId: uuid('managing_unit_id').notNull(),
    persons: integer().notNull(),
  },
  (t) => [primaryKey({ name: 'succession_counts_pk', columns: [t.termKind, t.termFrom, t.postId] })],
);

/** Votes for a name at one step; summoned: persons called to that meeting, never those present. */
export const successionVotes = pgTable(
  'succession_votes',
  {
    entryId: uuid('entry_id')
      .notNull()
      .references(() => successionEntries.id),
    step: text().$type<VoteStep>().notNull(),
    managingUnitId: uuid('managing_unit_id').notNull(),
    heldOn: date('held_on').notNull(),
    summoned: integer().notNull(),
    votes: integer().notNull(),
    enteredBy: uuid('entered_by'),
    enteredAt: timestamp('entered_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.step] })],
);
