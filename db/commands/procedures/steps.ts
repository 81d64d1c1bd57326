import { inArray, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/domain/access/viewer';
import { formatDate } from '@/domain/calendar';
import { outcomeOf } from '@/domain/procedures/ballots';
import type { RecordPapers, RecordStep } from '@/domain/procedures/inputs';
import { lastSitting, sittingProblem } from '@/domain/procedures/progress';
import { stepProblems } from '@/domain/procedures/step-problems';
import { asksPolicy, type Step, stepOf } from '@/domain/procedures/steps';
import type { Rules } from '@/domain/rule-sets';
import type { Tx } from '../../client';
import { rulesInForce } from '../../queries/rule-sets';
import { procedurePapers, procedureSteps, procedureVotes } from '../../schema/procedures';
import { command, notFound, refused } from '../../write';
import { type Course, courseOf, entry, lockProcedure, type Procedure, touch } from './lock';

type Recorded = { procedureId: string; warnings: string[] };

/** Writes one sitting with its votes; what came of it by the rules of its day decides who goes on. Gives the warnings, which block nothing. */
export const recordStep = command<RecordStep, Recorded>('recordStep', 'procedure.write', async (tx, viewer, input) => {
  const row = await lockProcedure(tx, viewer, input);
  if ('problems' in row) return row;
  const step = stepOf(row.source, input.number);
  if (!step) return notFound();
  if (asksPolicy(row.source) && !row.policyApproved)
    return refused('', 'Chủ trương chưa được đồng ý. Hãy ghi văn bản trả lời chủ trương trước.');
  const course = await courseOf(tx, viewer, row);
  const outOfTurn = sittingProblem(course.progress, step.number, input.againReason);
  if (outOfTurn) return refused(course.steps.some(({ number }) => number === step.number) ? 'againReason' : '', outOfTurn);
  const sitting = { ...input, votes: votesOn(step, course, input) };
  const rules = await rulesInForce(tx, viewer, input.heldOn, row.unitId);
  const { errors, warnings } = stepProblems(step, sitting, contextOf(viewer, row, step, course, rules));
  if (!course.candidates.length)
    errors.push({ path: '', message: 'Chưa có nhân sự nào. Hãy thêm nhân sự trước khi ghi bước này.' });
  if (errors.length) return { problems: errors };
  const { kind, onward } = outcomeOf(step, sitting, rules);
  const doubts = warnings.map(({ message }) => message);
  await insertSitting(tx, viewer, row, step, course, { ...sitting, outcome: kind, onward: [...onward], warnings: doubts });
  await touch(tx, viewer, row);
  return {
    result: { procedureId: row.id, warnings: doubts },
    audit: [entry('stepRecorded', row, { step: step.number, outcome: kind, warnings: doubts.length })],
  };
});

/** Who is voted on at a step: those who came on from the step before, each once; what else the form names is not theirs. */
const standing = (step: Step, { progress, candidates }: Course): readonly string[] => {
  const before = progress.counting.findLast(({ number }) => number < step.number);
  return before ? before.onward : candidates.map(({ id }) => id);
};
const votesOn = (step: Step, course: Course, { votes }: RecordStep) =>
  standing(step, course).map((candidateId) => ({
    candidateId,
    votes: step.ballot === 'none' ? 0 : (votes.find((one) => one.candidateId === candidateId)?.votes ?? 0),
  }));

function contextOf(viewer: Viewer, row: Procedure, step: Step, { candidates, steps, progress }: Course, rules: Rules) {
  return {
    today: viewer.today,
    openedOn: row.openedOn,
    earlierOn: progress.counting.findLast(({ number }) => number < step.number)?.heldOn ?? null,
    names: new Map(candidates.map(({ id, fullName }) => [id, fullName])),
    nominated: step.key === 'select' ? (lastSitting(steps, 2)?.onward ?? []) : [],
    termEndsOn: row.termEndsOn,
    rules,
  };
}

type Sitting = Omit<RecordStep, 'version'> & Pick<typeof procedureSteps.$inferInsert, 'outcome' | 'onward' | 'warnings'>;

async function insertSitting(
  tx: Tx,
  viewer: Viewer,
  row: Procedure,
  step: Step,
  { steps }: Course,
  { votes, number, ...sitting }: Sitting,
): Promise<void> {
  const id = uuidv7();
  const base = { managingUnitId: row.managingUnitId, procedureId: row.id };
  await tx.insert(procedureSteps).values({
    ...sitting,
    ...base,
    id,
    number,
    sitting: (lastSitting(steps, number)?.sitting ?? 0) + 1,
    enteredBy: viewer.accountId,
  });
  if (step.ballot !== 'none' && votes.length)
    await tx.insert(procedureVotes).values(votes.map((vote) => ({ ...vote, ...base, stepId: id })));
}

/** The days of the papers of one candidate's file as they are now; a day taken out means that the paper is missing. */
export const recordPapers = command<RecordPapers, { procedureId: string }>(
  'recordPapers',
  'procedure.write',
  async (tx, viewer, { papers, candidateId, dossierOn, ...input }) => {
    const row = await lockProcedure(tx, viewer, input);
    if ('problems' in row) return row;
    const { candidates } = await courseOf(tx, viewer, row);
    if (!candidates.some(({ id }) => id === candidateId)) return notFound();
    const ahead = papers.find(({ issuedOn }) => issuedOn && issuedOn > viewer.today);
    if (ahead) return refused(`paper-${ahead.key}`, `Ngày ${formatDate(ahead.issuedOn ?? '')} chưa đến. Hãy sửa lại.`);
    if (dossierOn && dossierOn > viewer.today)
      return refused('dossierOn', `Ngày ${formatDate(dossierOn)} chưa đến. Hãy sửa lại.`);
    const gone = papers.filter(({ issuedOn }) => !issuedOn).map(({ key }) => key);
    if (gone.length)
      await tx
        .delete(procedurePapers)
        .where(sql`${procedurePapers.candidateId} = ${candidateId} and ${inArray(procedurePapers.key, gone)}`);
    const received = papers.flatMap(({ key, issuedOn }) => (issuedOn ? [{ key, issuedOn }] : []));
    if (received.length)
      await tx
        .insert(procedurePapers)
        .values(
          received.map((paper) => ({
            ...paper,
            candidateId,
            procedureId: row.id,
            managingUnitId: row.managingUnitId,
            recordedBy: viewer.accountId,
          })),
        )
        .onConflictDoUpdate({
          target: [procedurePapers.candidateId, procedurePapers.key],
          set: { issuedOn: sql`excluded.issued_on`, recordedBy: viewer.accountId, recordedAt: sql`now()` },
        });
    await touch(tx, viewer, row, { dossierOn: dossierOn ?? row.dossierOn });
    return {
      result: { procedureId: row.id },
      audit: [entry('papersRecorded', row, { count: received.length })],
    };
  },
);
