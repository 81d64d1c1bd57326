import type { Outcome } from './ballots';
import { asksPolicy, type ProcedureSource, STEPS, type Step } from './steps';

/** One sitting as kept; ids of candidates. */
export type Held = { number: number; sitting: number; outcome: Outcome['kind']; onward: readonly string[]; heldOn: string };
export type Progress = {
  /** The step to be held next; null once all are held. */
  next: Step | null;
  /** Why the next step is one that was held already; null where it has not been held. */
  again: Outcome['kind'] | null;
  /** Who is looked at in the next step, or is proposed for the decision. */
  candidates: readonly string[];
  /** The last sitting that counts of each step, in order. */
  counting: readonly Held[];
};

/** The last sitting of a step, which is the one that counts. */
export const lastSitting = <H extends Pick<Held, 'number' | 'sitting'>>(held: readonly H[], number: number): H | undefined =>
  held.filter((each) => each.number === number).toSorted((a, b) => b.sitting - a.sitting)[0];

/**
 * How far a procedure has come: its steps in their order, each by its last sitting, as far as somebody goes on.
 */
export function progressOf(source: ProcedureSource, everyone: readonly string[], held: readonly Held[]): Progress {
  let candidates = everyone;
  const counting: Held[] = [];
  for (const step of STEPS[source]) {
    const last = lastSitting(held, step.number);
    if (!last) return { next: step, again: null, candidates, counting };
    if (!last.onward.length) return { next: step, again: last.outcome, candidates, counting: [...counting, last] };
    counting.push(last);
    candidates = last.onward;
  }
  return { next: null, again: null, candidates, counting };
}

export type ProcedureState = 'asking' | 'running' | 'ready' | 'appointed' | 'stopped' | 'refused';
export const STATE_WORDS: Record<ProcedureState, string> = {
  asking: 'Chờ trả lời chủ trương',
  running: 'Đang thực hiện các bước',
  ready: 'Đủ các bước, chờ quyết định',
  refused: 'Chủ trương không được đồng ý',
  appointed: 'Đã có quyết định',
  stopped: 'Dừng',
};

type Course = {
  source: ProcedureSource;
  appointmentId: string | null;
  stopReason: string | null;
  /** null: not answered yet. */
  policyApproved: boolean | null;
};

export function stateOf(
  { source, appointmentId, stopReason, policyApproved }: Course,
  progress: Pick<Progress, 'next'>,
): ProcedureState {
  if (appointmentId) return 'appointed';
  if (stopReason) return 'stopped';
  if (asksPolicy(source) && policyApproved === null) return 'asking';
  if (asksPolicy(source) && !policyApproved) return 'refused';
  return progress.next ? 'running' : 'ready';
}

/** Whether a sitting of that step may be written now: the step to come, or the last one once more, with a reason. */
export function sittingProblem(progress: Progress, number: number, reason: string | null): string | null {
  if (progress.next?.number === number && progress.again === null) return null;
  if (progress.counting.at(-1)?.number !== number) return 'Chưa đến bước này, hoặc đã có bước sau. Hãy mở lại trang quy trình.';
  return reason ? null : 'Bước này đã ghi một lần. Hãy ghi lý do họp lại hoặc ghi lại.';
}

/** open: not concluded; overdue: of those, whose clock ran out; ended: decided or stopped. */
export const PROCEDURE_VIEWS = { open: 'Đang làm', overdue: 'Quá hạn', ended: 'Đã kết thúc' } as const;
export type ProcedureView = keyof typeof PROCEDURE_VIEWS;
export const isProcedureView = (text: unknown): text is ProcedureView =>
  typeof text === 'string' && Object.hasOwn(PROCEDURE_VIEWS, text);
