import { date, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** The decision behind an entry: its number and day, who issued it and who signed. */
export const decision = {
  decisionNumber: text('decision_number'),
  decisionDate: date('decision_date'),
  issuer: text(),
  signer: text(),
};

/** Of what a person edits: the version that a form is compared with, and who wrote it last. */
export const edited = {
  version: integer().notNull().default(1),
  updatedBy: uuid('updated_by'),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
};
