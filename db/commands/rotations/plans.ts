import { and, eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { AddPlanLine, ApprovePlan, DraftPlan, DropPlanLine } from '@/domain/rotations/inputs';
import { planProblems } from '@/domain/rotations/plan';
import { rotationPlanLines, rotationPlans } from '../../schema/rotations';
import { units } from '../../schema/units';
import { within } from '../../scope';
import { type AuditEntry, command, notFound, refused } from '../../write';
import { targetOn } from './facts';
import { lockPlan, type Plan, stamp } from './rows';

type Drafted = { planId: string };

const APPROVED = 'Kế hoạch này đã được phê duyệt nên không sửa nữa. Hãy lập kế hoạch bổ sung.';

const planEntry = (action: string, plan: Pick<Plan, 'id' | 'unitId'>, detail: AuditEntry['detail'] = {}): AuditEntry => ({
  action,
  subjectType: 'rotation_plan',
  subjectId: plan.id,
  unitId: plan.unitId,
  detail,
});

/** Opens the draft of a plan. Gives its id. */
export const draftPlan = command<DraftPlan, Drafted>('draftPlan', 'rotation.write', async (tx, viewer, input) => {
  const [unit] = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.id, input.unitId), within(viewer, 'rotation.write', units.id)));
  if (!unit) return notFound();
  const plan = { id: uuidv7(), ...input };
  await tx.insert(rotationPlans).values({ ...plan, draftedBy: viewer.accountId, updatedBy: viewer.accountId });
  return { result: { planId: plan.id }, audit: [planEntry('rotation.plan_drafted', plan, { year: input.year })] };
});

/** Adds a need to the draft. */
export const addPlanLine = command<AddPlanLine, Drafted>('addPlanLine', 'rotation.write', async (tx, viewer, input) => {
  const plan = await lockPlan(tx, viewer, input, 'rotation.write');
  if ('problems' in plan) return plan;
  if (plan.approvedAt) return refused('', APPROVED);
  const target = await targetOn(tx, viewer, input.postId, `${input.startsMonth}-01`);
  if (!target) return refused('postId', 'Không tìm thấy chức danh này. Hãy chọn lại trong danh sách.');
  const { planId, version: _version, ...line } = input;
  const lineId = uuidv7();
  await tx.insert(rotationPlanLines).values({ id: lineId, planId, unitId: plan.unitId, ...line, enteredBy: viewer.accountId });
  await tx.update(rotationPlans).set(stamp(viewer, plan)).where(eq(rotationPlans.id, plan.id));
  return { result: { planId }, audit: [planEntry('rotation.line_added', plan, { lineId, postId: input.postId })] };
});

/** Takes a need out of the draft. */
export const dropPlanLine = command<DropPlanLine, Drafted>('dropPlanLine', 'rotation.write', async (tx, viewer, input) => {
  const plan = await lockPlan(tx, viewer, input, 'rotation.write');
  if ('problems' in plan) return plan;
  if (plan.approvedAt) return refused('', APPROVED);
  const gone = await tx
    .delete(rotationPlanLines)
    .where(and(eq(rotationPlanLines.id, input.lineId), eq(rotationPlanLines.planId, plan.id)))
    .returning({ postId: rotationPlanLines.postId });
  if (!gone.length) return notFound();
  await tx.update(rotationPlans).set(stamp(viewer, plan)).where(eq(rotationPlans.id, plan.id));
  return {
    result: { planId: plan.id },
    audit: [planEntry('rotation.line_dropped', plan, { lineId: input.lineId, postId: gone[0]?.postId })],
  };
});

/** Approves the plan by decision; whoever drafted it does not. From then on names are proposed for its needs. */
export const approvePlan = command<ApprovePlan, Drafted>('approvePlan', 'rotation.approve', async (tx, viewer, input) => {
  const plan = await lockPlan(tx, viewer, input, 'rotation.approve');
  if ('problems' in plan) return plan;
  if (plan.approvedAt) return refused('', APPROVED);
  const { rows } = await tx.execute<{ lines: number }>(
    sql`select count(*) as lines from rotation_plan_lines where plan_id = ${plan.id}`,
  );
  const own = plan.draftedBy === viewer.accountId;
  const problems = planProblems({ lines: rows[0]?.lines ?? 0, own, decisionDate: input.decisionDate }, viewer.today);
  if (problems.length) return { problems };
  const { decisionNumber, decisionDate, issuer, signer } = input;
  await tx
    .update(rotationPlans)
    .set({
      decisionNumber,
      decisionDate,
      issuer,
      signer,
      approvedBy: viewer.accountId,
      approvedAt: new Date(),
      ...stamp(viewer, plan),
    })
    .where(eq(rotationPlans.id, plan.id));
  return { result: { planId: plan.id }, audit: [planEntry('rotation.plan_approved', plan)] };
});
