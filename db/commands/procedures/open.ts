import { and, eq, isNull } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { formatDate } from '@/domain/calendar';
import type { AddCandidate, OpenProcedure, PolicyAnswer, RemoveCandidate, StopProcedure } from '@/domain/procedures/inputs';
import { asksPolicy } from '@/domain/procedures/steps';
import { appointments } from '../../schema/appointments';
import { cadres, posts, titleFacts } from '../../schema/cadres';
import { procedureCandidates, procedures } from '../../schema/procedures';
import { within } from '../../scope';
import { command, notFound, refused } from '../../write';
import { courseOf, entry, lockProcedure, touch } from './lock';

type Which = { procedureId: string };
const ONE_PERSON = 'Quy trình này chỉ xét người đang giữ chức vụ, không xin chủ trương và không thêm, bớt nhân sự.';

/** Opens a procedure for a title that the viewer's committee decides on: the policy has been asked for. Gives its id. */
export const openProcedure = command<OpenProcedure, Which>('openProcedure', 'procedure.write', async (tx, viewer, input) => {
  const [post] = await tx
    .select()
    .from(posts)
    .where(and(eq(posts.id, input.postId), within(viewer, 'procedure.write', posts.managingUnitId)));
  if (!post) return notFound();
  if (input.openedOn > viewer.today) return refused('openedOn', `Ngày ${formatDate(input.openedOn)} chưa đến. Hãy sửa lại.`);
  if (input.policyAskedOn > viewer.today)
    return refused('policyAskedOn', `Ngày ${formatDate(input.policyAskedOn)} chưa đến. Hãy sửa lại.`);
  if (post.validTo && post.validTo < input.openedOn)
    return refused('postId', 'Chức danh này đã kết thúc. Hãy chọn chức danh khác.');
  const row = {
    id: uuidv7(),
    ...input,
    unitId: post.unitId,
    managingUnitId: post.managingUnitId,
    openedBy: viewer.accountId,
    updatedBy: viewer.accountId,
  };
  await tx.insert(procedures).values(row);
  return { result: { procedureId: row.id }, audit: [entry('opened', row, { kind: input.source })] };
});

/** The authority's answer to the policy asked for; the clock of the procedure runs from its day. */
export const recordPolicyAnswer = command<PolicyAnswer, Which>(
  'recordPolicyAnswer',
  'procedure.write',
  async (tx, viewer, { policyAnsweredOn, policyNumber, policyApproved, ...input }) => {
    const row = await lockProcedure(tx, viewer, input);
    if ('problems' in row) return row;
    if (!asksPolicy(row.source)) return refused('', ONE_PERSON);
    if (policyAnsweredOn > viewer.today)
      return refused('policyAnsweredOn', `Ngày ${formatDate(policyAnsweredOn)} chưa đến. Hãy sửa lại.`);
    if (row.policyAskedOn && policyAnsweredOn < row.policyAskedOn)
      return refused(
        'policyAnsweredOn',
        `Chủ trương được xin ngày ${formatDate(row.policyAskedOn)}; trả lời không thể trước ngày đó.`,
      );
    const { steps } = await courseOf(tx, viewer, row);
    if (steps.length) return refused('', 'Đã ghi các bước theo chủ trương này nên không sửa được nữa.');
    await touch(tx, viewer, row, { policyAnsweredOn, policyNumber, policyApproved: policyApproved === 'yes' });
    return {
      result: { procedureId: row.id },
      audit: [entry('policyAnswered', row, { value: policyApproved === 'yes', effectiveOn: policyAnsweredOn })],
    };
  },
);

/** Puts a cadre among those looked at, with the name and the main title of the day; only until the first meeting. */
export const addCandidate = command<AddCandidate, Which>('addCandidate', 'procedure.write', async (tx, viewer, input) => {
  const row = await lockProcedure(tx, viewer, input);
  if ('problems' in row) return row;
  if (row.holdingId) return refused('', ONE_PERSON);
  const { candidates, steps } = await courseOf(tx, viewer, row);
  if (steps.length) return refused('', 'Đã họp bước đầu, danh sách nhân sự không thêm được nữa.');
  const [cadre] = await tx
    .select()
    .from(cadres)
    .where(and(eq(cadres.id, input.cadreId), within(viewer, 'cadre.read', cadres.managingUnitId)));
  if (!cadre) return notFound();
  if (candidates.some(({ cadreId }) => cadreId === cadre.id))
    return refused('cadreId', 'Người này đã có trong danh sách nhân sự.');
  const [held] = await tx
    .select({ title: appointments.title })
    .from(appointments)
    .innerJoin(titleFacts, eq(titleFacts.id, appointments.postId))
    .where(
      and(
        eq(appointments.cadreId, cadre.id),
        isNull(appointments.endedOn),
        eq(appointments.reversed, false),
        eq(titleFacts.body, false),
      ),
    )
    .orderBy(appointments.concurrent, appointments.fromOn)
    .limit(1);
  await tx.insert(procedureCandidates).values({
    id: uuidv7(),
    procedureId: row.id,
    managingUnitId: row.managingUnitId,
    cadreId: cadre.id,
    fullName: cadre.fullName,
    sortKey: cadre.sortKey,
    presentTitle: held?.title ?? null,
    addedBy: viewer.accountId,
  });
  await touch(tx, viewer, row);
  return { result: { procedureId: row.id }, audit: [entry('candidateAdded', row, { cadreId: cadre.id })] };
});

/** Takes somebody off before the first meeting; the line stays, stamped. */
export const removeCandidate = command<RemoveCandidate, Which>(
  'removeCandidate',
  'procedure.write',
  async (tx, viewer, input) => {
    const row = await lockProcedure(tx, viewer, input);
    if ('problems' in row) return row;
    if (row.holdingId) return refused('', ONE_PERSON);
    const { candidates, steps } = await courseOf(tx, viewer, row);
    const candidate = candidates.find(({ id }) => id === input.candidateId);
    if (!candidate) return notFound();
    if (steps.length) return refused('', 'Đã họp bước đầu, danh sách nhân sự không bớt được nữa.');
    await tx.update(procedureCandidates).set({ removedAt: new Date() }).where(eq(procedureCandidates.id, candidate.id));
    await touch(tx, viewer, row);
    return { result: { procedureId: row.id }, audit: [entry('candidateRemoved', row, { cadreId: candidate.cadreId })] };
  },
);

/** Ends a procedure without a decision, with its reason. */
export const stopProcedure = command<StopProcedure, Which>('stopProcedure', 'procedure.write', async (tx, viewer, input) => {
  const row = await lockProcedure(tx, viewer, input);
  if ('problems' in row) return row;
  await touch(tx, viewer, row, { stopReason: input.stopReason, concludedOn: viewer.today, concludedBy: viewer.accountId });
  return { result: { procedureId: row.id }, audit: [entry('stopped', row)] };
});
