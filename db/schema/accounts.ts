import { boolean, date, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { units } from './units';

export const accounts = pgTable(
  'accounts',
  {
    id: uuid().primaryKey(),
    username: text().notNull(),
    fullName: text('full_name').notNull(),
    passwordHash: text('password_hash').notNull(),
    passwordChangedAt: timestamp('password_changed_at', { withTimezone: true }),
    mustChangePassword: boolean('must_change_password').notNull().default(true),
    disabledAt: timestamp('disabled_at', { withTimezone: true }),
    totpSecret: text('totp_secret'),
    totpConfirmedAt: timestamp('totp_confirmed_at', { withTimezone: true }),
    totpLastStep: integer('totp_last_step'),
    demo: boolean().notNull().default(false),
    version: integer().notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('accounts_username').on(t.username)],
);

export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    codeHash: text('code_hash').notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
  },
  (t) => [index('recovery_codes_account').on(t.accountId)],
);

export const officesHeld = pgTable(
  'offices_held',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    office: text().notNull(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    heldFrom: date('held_from').notNull(),
    heldTo: date('held_to'),
    grantedBy: uuid('granted_by'),
    version: integer().notNull().default(1),
  },
  (t) => [index('offices_held_account').on(t.accountId), index('offices_held_unit').on(t.unitId)],
);

/** domain/access/offices.ts as rows, written by the migration step, so that the second lock stands on the same statement. */
export const officePermissions = pgTable('office_permissions', {
  id: text().primaryKey(),
  office: text().notNull(),
  permission: text().notNull(),
  reach: text().notNull(),
});

/** Whether an office demands a one-time code: set by the administrator. */
export const officeSettings = pgTable('office_settings', {
  office: text().primaryKey(),
  requireTotp: boolean('require_totp').notNull().default(false),
  version: integer().notNull().default(1),
});

export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    lastSeenAt: timestamp('last_seen_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    endedWhy: text('ended_why'),
    address: text(),
    agent: text(),
  },
  (t) => [index('sessions_account').on(t.accountId)],
);

/** Failures per key: 'account:<folded name>' or 'address:<ip>'. */
export const signInAttempts = pgTable('sign_in_attempts', {
  key: text().primaryKey(),
  failures: integer().notNull().default(0),
  lastAt: timestamp('last_at', { withTimezone: true }).notNull().defaultNow(),
  blockedUntil: timestamp('blocked_until', { withTimezone: true }),
});
