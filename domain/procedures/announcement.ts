import type { Votes } from './ballots';
import type { Held } from './progress';
import { type ProcedureSource, type Step, stepOf } from './steps';

/** What paper may show of a sitting's votes: all of them, or only that they were taken. */
export type Announced = { shown: true; votes: readonly Votes[] } | { shown: false; note: string };

/** Votes of a step whose result the meeting is not told are left out of every print, also of the summary of the procedure. */
export const announcedVotes = (step: Pick<Step, 'announced'>, votes: readonly Votes[]): Announced =>
  step.announced ? { shown: true, votes } : { shown: false, note: 'Kết quả kiểm phiếu không công bố tại hội nghị.' };

/** Whom paper may name: those who came out of the last vote that was announced, before it everyone; a list cut by a hidden count would tell it. */
export function namesForPaper(
  source: ProcedureSource,
  everyone: readonly string[],
  counting: readonly Held[],
): readonly string[] {
  const told = counting.findLast(({ number, onward }) => {
    const step = stepOf(source, number);
    return step?.announced && step.ballot !== 'none' && onward.length > 0;
  });
  return told?.onward ?? everyone;
}
