import { date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Theory } from '@/domain/cadres/codes';
import type { ClassKind, Result } from '@/domain/trainings/words';
import { edited } from './columns';
import { members } from './members';
import { units } from './units';

/** A class (lớp đào tạo, bồi dưỡng). theory: what it gives; defence: its object group. planned and others in persons. */
export const trainingClasses = pgTable(
  'training_classes',
  {
    id: uuid().primaryKey(),
    /** Who holds it. */
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    kind: text().$type<ClassKind>().notNull(),
    name: text().notNull(),
    theory: text().$type<Theory>(),
    defence: integer(),
    school: text(),
    place: text(),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on').notNull(),
    planned: integer().notNull(),
    /** Learners who stand in no book of members yet. */
    others: integer().notNull().default(0),
    decisionNumber: text('decision_number'),
    ...edited,
  },
  (t) => [index('training_classes_unit').on(t.unitId, t.fromOn), index('training_classes_from').on(t.fromOn)],
);

/** A turn (lượt): one place in one class. committee_id: the learner's when enrolled. */
export const trainingTurns = pgTable(
  'training_turns',
  {
    id: uuid().primaryKey(),
    classId: uuid('class_id')
      .notNull()
      .references(() => trainingClasses.id),
    /** The class's. */
    unitId: uuid('unit_id').notNull(),
    committeeId: uuid('committee_id').notNull(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id),
    result: text().$type<Result>().notNull().default('enrolled'),
    certificate: text(),
    enteredBy: uuid('entered_by'),
    ...edited,
  },
  (t) => [
    uniqueIndex('training_turns_once').on(t.classId, t.memberId),
    index('training_turns_member').on(t.memberId),
    index('training_turns_committee').on(t.committeeId),
  ],
);
