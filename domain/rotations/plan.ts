import type { IsoDate } from '@/domain/calendar';
import type { Problem } from '@/domain/problems';

/** Why a plan cannot be approved: `own`: by whoever drafted it. */
export function planProblems(plan: { lines: number; own: boolean; decisionDate: IsoDate }, today: IsoDate): Problem[] {
  const problems: Problem[] = [];
  if (plan.own) problems.push({ path: '', message: 'Người lập kế hoạch không tự phê duyệt. Hãy chuyển người có thẩm quyền.' });
  if (!plan.lines)
    problems.push({ path: '', message: 'Kế hoạch chưa có vị trí nào. Hãy ghi ít nhất một nhu cầu trước khi duyệt.' });
  if (plan.decisionDate > today) problems.push({ path: 'decisionDate', message: 'Ngày quyết định ở sau hôm nay. Hãy sửa lại.' });
  return problems;
}

/** draft: while it is composed; running: approved, with needs for which nobody was decided; filled: each need has its rotation. */
export const PLAN_STATES = { draft: 'Dự thảo', running: 'Đang thực hiện', filled: 'Đã đủ người' } as const;
export type PlanState = keyof typeof PLAN_STATES;

export function planState(plan: { approvedAt: Date | string | null; lines: number; started: number }): PlanState {
  if (!plan.approvedAt) return 'draft';
  return plan.started >= plan.lines ? 'filled' : 'running';
}
