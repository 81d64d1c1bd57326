/** One condition of a title's standard, and what the file of the person says. met null: the file does not say. */
export type StandardAnswer = { key: string; label: string; asked: string; has: string | null; met: boolean | null };

/** Ready: every condition met. Nearly: something is missing. Unclear: nothing is missing, but the file does not say everything. */
export type Readiness = 'ready' | 'missing' | 'unclear' | 'unstated';

export const READINESS_WORDS: Record<Readiness, string> = {
  ready: 'Đủ tiêu chuẩn',
  missing: 'Còn thiếu',
  unclear: 'Chưa đủ hồ sơ',
  unstated: 'Chưa có tiêu chuẩn',
};

export type ReadinessReport = {
  readiness: Readiness;
  met: number;
  asked: number;
  missing: StandardAnswer[];
  unclear: StandardAnswer[];
};

/** Adds up the answers to a title's conditions; a title without conditions makes nobody ready. */
export function readinessOf(answers: readonly StandardAnswer[]): ReadinessReport {
  const missing = answers.filter(({ met }) => met === false);
  const unclear = answers.filter(({ met }) => met === null);
  const readiness = answers.length === 0 ? 'unstated' : missing.length ? 'missing' : unclear.length ? 'unclear' : 'ready';
  return { readiness, met: answers.length - missing.length - unclear.length, asked: answers.length, missing, unclear };
}

/** A condition on a ladder, such as levels of education: the least step that will do. `has` null: not stated in the file. */
export function onLadder(
  condition: { key: string; label: string; atLeast: string },
  has: string | null,
  ladder: Readonly<Record<string, string>>,
): StandardAnswer {
  const steps = Object.keys(ladder);
  const [asked, reached] = [steps.indexOf(condition.atLeast), has === null ? -1 : steps.indexOf(has)];
  return {
    key: condition.key,
    label: condition.label,
    asked: `từ ${ladder[condition.atLeast]?.toLowerCase() ?? condition.atLeast}`,
    has: has === null ? null : (ladder[has] ?? has),
    met: reached < 0 ? null : reached >= asked,
  };
}

/** A condition on months served. */
export function onMonths(condition: { key: string; label: string; atLeast: number }, has: number | null): StandardAnswer {
  return {
    key: condition.key,
    label: condition.label,
    asked: `từ ${condition.atLeast} tháng`,
    has: has === null ? null : `${has} tháng`,
    met: has === null ? null : has >= condition.atLeast,
  };
}
