import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/domain/access/viewer';
import { defaultRules } from '@/domain/rule-sets';
import * as groupReads from './queries/ratings/group';
import * as groupLists from './queries/ratings/groups';
import * as ownReads from './queries/ratings/own';
import * as stripReads from './queries/ratings/strips';
import * as staffingReads from './queries/staffing';
import * as trainingReads from './queries/trainings';
import type { TestDatabase } from './testing';

type Known = { unit: { id: string }; cadreId: string; memberId: string; postId: string };
type Case = { run: (viewer: Viewer, known: Known) => Promise<unknown>; nothing?: unknown; marked?: false };

const [GROUP, RATING, CLASS] = [randomUUID(), randomUUID(), randomUUID()];
const YEAR = 2025;
const staffing = ({ unit }: Known) => ({ unitId: unit.id, year: YEAR, kind: 'officials' as const });
const rateable = { subject: 'person', year: YEAR, quarter: 1, q: '' } as const;

/** Ratings, classes and staffing with their scope taken away: for db/second-lock.test.ts, after hideRatings. */
export const RATING_CASES: Record<string, Case> = {
  'ratings/groups:listGroups': { run: (viewer, { unit }) => groupLists.listGroups(viewer, unit.id, YEAR, 0) },
  'ratings/groups:listRateable': { run: (viewer, { unit }) => groupLists.listRateable(viewer, unit.id, rateable) },
  'ratings/group:getGroup': { run: (viewer) => groupReads.getGroup(viewer, GROUP) },
  'ratings/group:getGroupHead': { run: (viewer) => groupReads.getGroupHead(viewer, GROUP) },
  'ratings/group:getRating': { run: (viewer) => groupReads.getRating(viewer, RATING) },
  'ratings/own:listOwnRatings': { run: (viewer) => ownReads.listOwnRatings(viewer), nothing: [], marked: false },
  'ratings/strips:stripsOf': {
    run: async (viewer, { cadreId }) => [...(await stripReads.stripsOf(viewer, [cadreId]))],
    nothing: [],
    marked: false,
  },
  'ratings/strips:shownStrips': {
    run: async (viewer, { cadreId }) =>
      [...(await stripReads.shownStrips(viewer, [cadreId], defaultRules())).values()].flat().filter(({ level }) => level),
    nothing: [],
    marked: false,
  },
  'ratings/strips:unitStripsOf': {
    run: async (viewer, { unit }) => [...(await stripReads.unitStripsOf(viewer, [unit.id]))],
    nothing: [],
    marked: false,
  },
  'ratings/strips:listFailed': { run: (viewer, { unit }) => stripReads.listFailed(viewer, unit.id, YEAR) },
  'trainings:listClasses': { run: async (viewer, { unit }) => (await trainingReads.listClasses(viewer, unit.id, YEAR)).rows },
  'trainings:countTurnsOf': {
    run: (viewer, { unit }) => trainingReads.countTurnsOf(viewer, unit.id, YEAR),
    nothing: [],
    marked: false,
  },
  'trainings:getClass': { run: (viewer) => trainingReads.getClass(viewer, CLASS) },
  'trainings:listCandidates': {
    run: (viewer, { unit }) =>
      trainingReads.listCandidates(viewer, { id: randomUUID(), unitId: unit.id, theory: null, defence: null }, ''),
  },
  'trainings:listPlannedLearners': {
    run: async (viewer, { unit }) => (await trainingReads.listPlannedLearners(viewer, unit.id)).learners,
  },
  'staffing:getStaffing': {
    run: async (viewer, known) => (await staffingReads.getStaffing(viewer, staffing(known))).rows.map(({ assigned }) => assigned),
    marked: false,
  },
  'staffing:listChanges': {
    run: (viewer, known) => staffingReads.listChanges(viewer, staffing(known)),
    nothing: { rows: [], hasNext: false },
  },
};

/** A decided rating, a class, a planned title and a line of staffing of the hidden commune, marked wherever there is text. */
export async function hideRatings(
  db: TestDatabase,
  commune: string,
  cadreId: string,
  memberId: string,
  postId: string,
  mark: string,
): Promise<void> {
  await db.owner.query(
    `insert into rating_groups (id, unit_id, subject, year, quarter, name) values ($1, $2, 'person', ${YEAR}, 0, '${mark}')`,
    [GROUP, commune],
  );
  await db.owner.query(
    `insert into ratings (id, group_id, cadre_id, managing_unit_id, year, quarter, title, level) values ($1, $2, $3, $4, ${YEAR}, 0, '${mark}', 'failed')`,
    [RATING, GROUP, cadreId, commune],
  );
  await db.owner.query(`insert into rating_decisions (id, rating_id, level, reason) values ($1, $2, 'failed', '${mark}')`, [
    randomUUID(),
    RATING,
  ]);
  await db.owner.query(
    `insert into training_classes (id, unit_id, kind, name, from_on, to_on, planned) values ($1, $2, 'update', '${mark}', '${YEAR}-03-01', '${YEAR}-03-09', 5)`,
    [CLASS, commune],
  );
  await db.owner.query(
    'insert into training_turns (id, class_id, unit_id, committee_id, member_id) values ($1, $2, $3, $3, $4)',
    [randomUUID(), CLASS, commune, memberId],
  );
  await db.owner.query(
    `insert into staffing_changes (id, unit_id, kind, reason, persons, effective_on, note) values ($1, $2, 'officials', 'retired', 1, '${YEAR}-06-01', '${mark}')`,
    [randomUUID(), commune],
  );
  await db.owner.query(
    `insert into staffing_quotas (id, unit_id, year, kind, assigned) values ($1, $2, ${YEAR}, 'officials', 7)`,
    [randomUUID(), commune],
  );
  await planned(db, commune, cadreId, postId);
}

async function planned(db: TestDatabase, commune: string, cadreId: string, postId: string): Promise<void> {
  const [campaign, list] = [randomUUID(), randomUUID()];
  await db.owner.query(
    "insert into succession_campaigns (id, unit_id, name, kind, term_kind, term_from, term_to, counted_on) values ($1, $2, 'Đợt thử khóa', 'new', 'party', '2025-07-01', '2030-07-01', '2025-07-01')",
    [campaign, commune],
  );
  await db.owner.query(
    "insert into succession_lists (id, campaign_id, unit_id, managing_unit_id, due_on) values ($1, $2, $3, $3, '2026-01-01')",
    [list, campaign, commune],
  );
  await db.owner.query(
    "insert into succession_entries (id, list_id, post_id, unit_id, managing_unit_id, cadre_id, term_kind, term_from, term_to, source, standing, approved_on) values ($1, $2, $3, $4, $4, $5, 'party', '2025-07-01', '2030-07-01', 'local', 'first', '2026-02-01')",
    [randomUUID(), list, postId, commune, cadreId],
  );
}
