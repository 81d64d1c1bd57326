import type { Votes } from './ballots';
import type { Step } from './steps';

/** What paper may show of a sitting's votes: all of them, or only that they were taken. */
export type Announced = { shown: true; votes: readonly Votes[] } | { shown: false; note: string };

/** Votes of a step whose result the meeting is not told are left out of every print, also of the summary of the procedure. */
export const announcedVotes = (step: Pick<Step, 'announced'>, votes: readonly Votes[]): Announced =>
  step.announced ? { shown: true, votes } : { shown: false, note: 'Kết quả kiểm phiếu không công bố tại hội nghị.' };
