import type { PlannedLearner } from '@/db/queries/trainings';
import { type Need, type NeedRules, needsOf } from '@/domain/trainings/needs';

export type Lacking = { learner: PlannedLearner; needs: Need[] };

/** Those who lack something, in the order given. */
export const lackingOf = (learners: readonly PlannedLearner[], rules: NeedRules): Lacking[] =>
  learners.flatMap((learner) => {
    const needs = needsOf(learner, rules);
    return needs.length ? [{ learner, needs }] : [];
  });

/** The titles someone is planned for, each once. */
export const titlesOf = ({ planned }: PlannedLearner): string => [...new Set(planned.map(({ title }) => title))].join('; ');
