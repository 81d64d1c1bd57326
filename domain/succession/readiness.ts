import { ADMINISTRATION, type Administration, PROFESSIONAL, type Professional, THEORY, type Theory } from '@/domain/cadres/codes';
import type { Standards } from '@/domain/posts/standards';

/** What a cadre's file says of the conditions that can be checked. Months: null where the file does not say. defence: best object group, 1 the highest. */
export type StandardFile = {
  theory: Theory;
  professional: Professional;
  administration: Administration;
  defence: number | null;
  presentPostMonths: number | null;
  grassrootsMonths: number | null;
};
export type StandardKey = keyof StandardFile;

/** One condition of a title's standard and what the file says of it. met null: the file does not say. */
export type StandardAnswer = { key: StandardKey; label: string; asked: string; has: string; met: boolean | null };

/** Ready: every condition met. missing: something lacks. unclear: nothing lacks, but the file does not say all. unstated: no conditions. */
export type Readiness = 'ready' | 'missing' | 'unclear' | 'unstated';

export const READINESS_WORDS: Record<Readiness, string> = {
  ready: 'Đủ tiêu chuẩn',
  missing: 'Chưa đủ tiêu chuẩn',
  unclear: 'Chưa đủ hồ sơ',
  unstated: 'Chưa nhập tiêu chuẩn',
};

export type ReadinessReport = {
  readiness: Readiness;
  met: number;
  asked: number;
  missing: StandardAnswer[];
  unclear: StandardAnswer[];
  answers: StandardAnswer[];
};

/** The conditions of a title asked of a person's file; a condition that is not set is not asked. */
export function readinessFor(standards: Standards, file: StandardFile): ReadinessReport {
  return readinessOf(
    [
      onLadder('theory', 'Lý luận chính trị', THEORY, standards.theory, file.theory),
      onLadder('professional', 'Chuyên môn', PROFESSIONAL, standards.professional, file.professional),
      onLadder('administration', 'Quản lý nhà nước', ADMINISTRATION, standards.administration, file.administration),
      onDefence(standards.defence, file.defence),
      onMonths('presentPostMonths', 'Giữ chức vụ hiện nay', standards.presentPostMonths, file.presentPostMonths),
      onMonths('grassrootsMonths', 'Công tác ở cấp xã', standards.grassrootsMonths, file.grassrootsMonths),
    ].filter((answer) => answer !== null),
  );
}

export function readinessOf(answers: StandardAnswer[]): ReadinessReport {
  const missing = answers.filter(({ met }) => met === false);
  const unclear = answers.filter(({ met }) => met === null);
  const readiness = answers.length === 0 ? 'unstated' : missing.length ? 'missing' : unclear.length ? 'unclear' : 'ready';
  return { readiness, met: answers.length - missing.length - unclear.length, asked: answers.length, missing, unclear, answers };
}

function onLadder<T extends string>(
  key: StandardKey,
  label: string,
  words: Readonly<Record<T, string>>,
  asked: T | null,
  has: T,
): StandardAnswer | null {
  if (asked === null) return null;
  const steps = Object.keys(words);
  return {
    key,
    label,
    asked: `từ ${words[asked].toLowerCase()}`,
    has: words[has],
    met: steps.indexOf(has) >= steps.indexOf(asked),
  };
}

/** Object group 1 is the highest: a course for a higher group stands for the lower ones. */
function onDefence(asked: number | null, has: number | null): StandardAnswer | null {
  if (asked === null) return null;
  return {
    key: 'defence',
    label: 'Quốc phòng và an ninh',
    asked: `đối tượng ${asked}`,
    has: has === null ? 'Chưa qua' : `Đối tượng ${has}`,
    met: has !== null && has <= asked,
  };
}

function onMonths(key: StandardKey, label: string, asked: number | null, has: number | null): StandardAnswer | null {
  if (asked === null || asked === 0) return null;
  return {
    key,
    label,
    asked: `từ ${asked} tháng`,
    has: has === null ? 'Chưa ghi' : `${has} tháng`,
    met: has === null ? null : has >= asked,
  };
}

/** Conditions that a class mends: who lacks one of them is planned but not trained. */
const TRAINED: readonly StandardKey[] = ['theory', 'professional', 'administration', 'defence'];
export const lackingTraining = ({ missing }: ReadinessReport): StandardAnswer[] =>
  missing.filter(({ key }) => TRAINED.includes(key));
