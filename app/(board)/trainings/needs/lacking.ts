import type { PlannedLearner } from '@/db/queries/trainings';
import { type Need, type NeedRules, needsOf } from '@/domain/trainings/needs';

export type Lacking = { learner: PlannedLearner; needs: Need[] };

/** Those who lack something, in the order given. */
export const lackingOf = (learners: readonly PlannedLearner[], rules: NeedRules): Lacking[] =>
  learners.flatMap((learner) => {
    const needs = needsOf(learner, rules);
    return needs.length ? [{ learner, needs }] : [];
  });

export type Wanted = { key: string; text: string; basis: string; count: number };

/** How many lack each course, most wanted first. */
export function wantedOf(lacking: readonly Lacking[]): Wanted[] {
  const counts = new Map<string, Wanted>();
  for (const { text, basis } of lacking.flatMap(({ needs }) => needs)) {
    const key = `${text}|${basis}`;
    counts.set(key, { key, text, basis, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** The titles someone is planned for, each once. */
export const titlesOf = ({ planned }: PlannedLearner): string => [...new Set(planned.map(({ title }) => title))].join('; ');
