import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/domain/access/viewer';
import { defaultRules } from '@/domain/rule-sets';
import * as choices from './queries/rotations/choices';
import * as ledger from './queries/rotations/ledger';
import * as planner from './queries/rotations/planner';
import * as plans from './queries/rotations/plans';
import * as reports from './queries/rotations/reports';
import * as rotationReads from './queries/rotations/rotation';
import type { TestDatabase } from './testing';

type Known = { unit: { id: string; depth: number }; cadreId: string; postId: string };
type Case = { run: (viewer: Viewer, known: Known) => Promise<unknown>; nothing?: unknown; marked?: false };

const [PLAN, LINE, ENDED, PROPOSED] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const RULES = defaultRules();

/** Rotations, plans and the planner with their scope taken away: for db/second-lock.test.ts, after hideRotations. */
export const ROTATION_CASES: Record<string, Case> = {
  'rotations/ledger:listRotations': { run: (viewer, { unit }) => ledger.listRotations(viewer, unit, {}) },
  'rotations/ledger:countRotations': {
    run: (viewer, { unit }) => ledger.countRotations(viewer, unit, {}),
    nothing: { turns: 0, persons: 0 },
  },
  'rotations/ledger:countByLevels': {
    run: (viewer, { unit }) => ledger.countByLevels(viewer, unit),
    nothing: [{ from: null, to: null, year: null, turns: 0, persons: 0 }],
  },
  'rotations/ledger:countByUnits': { run: (viewer, { unit }) => ledger.countByUnits(viewer, unit, {}), nothing: [] },
  'rotations/ledger:listForPaper': { run: (viewer, { unit }) => ledger.listForPaper(viewer, unit, {}) },
  'rotations/rotation:getRotation': { run: (viewer) => rotationReads.getRotation(viewer, ENDED) },
  'rotations/rotation:listProposals': { run: (viewer) => rotationReads.listProposals(viewer) },
  'rotations/plans:listPlans': { run: (viewer) => plans.listPlans(viewer) },
  'rotations/plans:getPlan': { run: (viewer) => plans.getPlan(viewer, PLAN) },
  'rotations/plans:getOpenLine': { run: (viewer) => plans.getOpenLine(viewer, LINE) },
  'rotations/reports:listReports': { run: (viewer, { unit }) => reports.listReports(viewer, unit.id) },
  'rotations/choices:listPostsAt': { run: (viewer, { unit }) => choices.listPostsAt(viewer, unit.id) },
  'rotations/choices:getPost': { run: (viewer, { postId }) => choices.getPost(viewer, postId) },
  'rotations/choices:findCadres': { run: (viewer) => choices.findCadres(viewer, 'a'), marked: false },
  'rotations/choices:getCadreChoice': { run: (viewer, { cadreId }) => choices.getCadreChoice(viewer, cadreId) },
  'rotations/planner:listPlannerPosts': { run: (viewer) => planner.listPlannerPosts(viewer) },
  'rotations/planner:getPlannerPost': { run: (viewer, { postId }) => planner.getPlannerPost(viewer, postId) },
  'rotations/planner:listCandidates': { run: (viewer, { postId }) => planner.listCandidates(viewer, postId, RULES) },
  'rotations/planner:listLackingGrassroots': {
    run: (viewer) => planner.listLackingGrassroots(viewer, RULES),
    marked: false,
  },
};

/** An ended rotation, a name on its way, an approved plan and a report of the hidden commune, marked wherever there is text. */
export async function hideRotations(
  db: TestDatabase,
  commune: string,
  { cadreId, postId }: { cadreId: string; postId: string },
  mark: string,
): Promise<void> {
  await db.owner.query(
    `insert into rotation_plans (id, unit_id, title, year, purpose, decision_number, approved_at) values ($1, $2, '${mark}', 2026, '${mark}', '${mark}', now())`,
    [PLAN, commune],
  );
  await db.owner.query(
    `insert into rotation_plan_lines (id, plan_id, unit_id, post_id, need, form, starts_month, months, expected)
     values ($1, $2, $3, $4, '${mark}', 'designated', '2026-12', 36, 'returned')`,
    [LINE, PLAN, commune, postId],
  );
  const text = `insert into rotations (id, cadre_id, managing_unit_id, line_id, basis, from_title, from_unit_name, from_level, to_post_id, to_unit_id, to_title, to_unit_name,
      to_level, expected, started_on, prepare_on, due_on, ended_on, placement, result_note)
    values ($1, $2, $3, $4, 'a', '${mark}', '${mark}', 'agency', $5, $3, '${mark}', '${mark}', 'commune', 'returned', $6, $7, $8, $9, $10, '${mark}')`;
  const days = ['2020-01-01', '2022-07-01', '2023-01-01', '2023-02-01', 'returned'];
  await db.owner.query(text, [ENDED, cadreId, commune, null, postId, ...days]);
  await db.owner.query(text, [PROPOSED, cadreId, commune, LINE, postId, null, null, null, null, null]);
  for (const id of [ENDED, PROPOSED])
    await db.owner.query(
      `insert into rotation_events (id, rotation_id, kind, effective_on, note) values ($1, $2, 'proposed', '2019-12-01', '${mark}')`,
      [randomUUID(), id],
    );
  await db.owner.query(
    `insert into rotation_reports (id, unit_id, title, source, from_month, to_month, total, lines) values ($1, $2, '${mark}', '${mark}', '2010-01', '2018-10', 164, '[]')`,
    [randomUUID(), commune],
  );
}
