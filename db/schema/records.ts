import { bigint, boolean, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A rule's value from a date on, with the document it stands in. Open-ended until a later value of the same key begins. */
export const ruleSets = pgTable(
  'rule_sets',
  {
    id: uuid().primaryKey(),
    key: text().notNull(),
    /** null: the whole province; otherwise a value of that unit's own. */
    unitId: uuid('unit_id'),
    value: jsonb().notNull(),
    validFrom: date('valid_from').notNull(),
    citation: text().notNull(),
    /** Not confirmed from the signed text: shown as "cần đối chiếu". */
    unsure: boolean().notNull().default(false),
    enteredBy: uuid('entered_by'),
    enteredAt: timestamp('entered_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('rule_sets_key').on(t.key, t.validFrom)],
);

export const holidays = pgTable('holidays', {
  day: date().primaryKey(),
  name: text().notNull(),
  workday: boolean().notNull().default(false),
});

/** A form sent twice is answered once: key made when the form was opened. */
export const idempotencyKeys = pgTable('idempotency_keys', {
  key: uuid().primaryKey(),
  accountId: uuid('account_id').notNull(),
  command: text().notNull(),
  bodyHash: text('body_hash').notNull(),
  result: jsonb().notNull(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

const chained = {
  chain: integer().notNull(),
  seq: bigint({ mode: 'number' }).notNull(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  accountId: uuid('account_id'),
  action: text().notNull(),
  subjectType: text('subject_type').notNull(),
  subjectId: text('subject_id').notNull(),
  unitId: uuid('unit_id'),
  detail: jsonb().notNull().default({}),
  prevHash: text('prev_hash').notNull(),
  hash: text().notNull(),
};

/** Append-only, chained by trigger: chain, seq, prev_hash and hash are the database's to fill. */
export const auditLog = pgTable('audit_log', chained, (t) => [
  primaryKey({ columns: [t.chain, t.seq] }),
  index('audit_log_at').on(t.at),
  index('audit_log_subject').on(t.subjectType, t.subjectId),
]);

/** Who saw sensitive data or took an export, written before it was shown. */
export const readLog = pgTable('read_log', chained, (t) => [
  primaryKey({ columns: [t.chain, t.seq] }),
  index('read_log_at').on(t.at),
]);

export const chainHeads = pgTable(
  'chain_heads',
  {
    log: text().notNull(),
    chain: integer().notNull(),
    seq: bigint({ mode: 'number' }).notNull().default(0),
    hash: text().notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.log, t.chain] })],
);
