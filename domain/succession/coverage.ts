import type { Rules } from '@/domain/rule-sets';

/** Titles by how many are planned for each. The four numbers add up to `titles`. */
export type Coverage = { titles: number; without: number; one: number; enough: number; over: number };

/** So many titles with so many persons each. */
export type TitleCount = { persons: number; titles: number };

/** The edges of "enough": from two to plan.persons (three). */
export function coverageOf(counts: readonly TitleCount[], rules: Pick<Rules, 'plan.persons'>): Coverage {
  const most = rules['plan.persons'].value;
  const sum = (holds: (persons: number) => boolean) =>
    counts.reduce((total, { persons, titles }) => (holds(persons) ? total + titles : total), 0);
  return {
    titles: sum(() => true),
    without: sum((persons) => persons === 0),
    one: sum((persons) => persons === 1),
    enough: sum((persons) => persons > 1 && persons <= most),
    over: sum((persons) => persons > 1 && persons > most),
  };
}
