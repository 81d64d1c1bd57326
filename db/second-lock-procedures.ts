import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/domain/access/viewer';
import * as choiceReads from './queries/procedures/choices';
import * as listReads from './queries/procedures/list';
import * as procedureReads from './queries/procedures/procedure';
import * as renewalReads from './queries/procedures/renewals';
import type { TestDatabase } from './testing';

type Known = { unit: { id: string; depth: number }; cadreId: string; memberId: string; postId: string };
type Case = { run: (viewer: Viewer, known: Known) => Promise<unknown>; nothing?: unknown; marked?: false };

const [PROCEDURE, CANDIDATE, STEP] = [randomUUID(), randomUUID(), randomUUID()];
const NAME_PART = 'ten kin';
const asked = ({ unit }: Known) => ({
  unit,
  view: 'open' as const,
  answerSince: '2026-01-01',
  finishSince: '2026-01-01',
  termSince: '2026-01-01',
});

/** Procedures with their scope taken away: for db/second-lock.test.ts, after hideProcedure. */
export const PROCEDURE_CASES: Record<string, Case> = {
  'procedures/list:listProcedures': { run: (viewer, known) => listReads.listProcedures(viewer, asked(known)) },
  'procedures/procedure:getProcedure': { run: (viewer) => procedureReads.getProcedure(viewer, PROCEDURE) },
  'procedures/procedure:listVotes': {
    run: async (viewer) => [...(await procedureReads.listVotes(viewer, PROCEDURE))],
    nothing: [],
    marked: false,
  },
  'procedures/renewals:getRenewable': {
    run: async (viewer, { cadreId }) => {
      const [held] = await choiceReads.listHeldPosts(viewer, [cadreId]);
      return renewalReads.getRenewable(viewer, held?.id);
    },
    marked: false,
  },
  'procedures/choices:listPostChoices': { run: (viewer) => choiceReads.listPostChoices(viewer, 'procedure.write', '') },
  'procedures/choices:getPostChoice': {
    run: (viewer, { postId }) => choiceReads.getPostChoice(viewer, 'procedure.write', postId),
  },
  'procedures/choices:listCadreChoices': { run: (viewer) => choiceReads.listCadreChoices(viewer, NAME_PART, []) },
  'procedures/choices:listHeldPosts': { run: (viewer, { cadreId }) => choiceReads.listHeldPosts(viewer, [cadreId]) },
  'procedures/choices:getHeldPost': {
    run: async (viewer, { cadreId }) => {
      const [held] = await choiceReads.listHeldPosts(viewer, [cadreId]);
      return choiceReads.getHeldPost(viewer, held?.id);
    },
    marked: false,
  },
};

/** A procedure of the hidden commune with a name, a sitting and its votes, marked wherever there is text. */
export async function hideProcedure(
  db: TestDatabase,
  { commune, cadreId, memberId, postId }: { commune: string; cadreId: string; memberId: string; postId: string },
  mark: string,
): Promise<void> {
  const put = (text: string, values: unknown[]) => db.owner.query(text, values);
  await put(
    `insert into procedures (id, post_id, unit_id, managing_unit_id, source, reason, opened_on, policy_asked_on, policy_approved)
     values ($1, $2, $3, $3, 'local', $4, '2026-10-01', '2026-10-01', true)`,
    [PROCEDURE, postId, commune, mark],
  );
  await put(
    `insert into procedure_candidates (id, procedure_id, managing_unit_id, cadre_id, full_name, sort_key, present_title)
     values ($1, $2, $3, $4, $5, 'kin', $5)`,
    [CANDIDATE, PROCEDURE, commune, cadreId, mark],
  );
  await put(
    `insert into procedure_steps (id, procedure_id, managing_unit_id, number, sitting, held_on, place, summoned, present, issued, collected, valid, outcome, onward, note)
     values ($1, $2, $3, 2, 1, '2026-10-20', $4, 9, 9, 9, 9, 9, 'passed', array[$5::uuid], $4)`,
    [STEP, PROCEDURE, commune, mark, CANDIDATE],
  );
  await put(
    'insert into procedure_votes (step_id, candidate_id, managing_unit_id, procedure_id, votes) values ($1, $2, $3, $4, 8)',
    [STEP, CANDIDATE, commune, PROCEDURE],
  );
  await put(
    "insert into procedure_papers (candidate_id, procedure_id, managing_unit_id, key, issued_on) values ($1, $2, $3, 'health', '2026-10-02')",
    [CANDIDATE, PROCEDURE, commune],
  );
  await put(
    'insert into member_name_parts (member_id, part, cell_id, committee_id) select id, $2, cell_id, committee_id from members where id = $1',
    [memberId, NAME_PART],
  );
}
