import type { Rules } from '@/domain/rule-sets';
import type { Placed } from './planning';

/** Titles by how many are planned for each. The four numbers add up to `titles`. */
export type Coverage = { titles: number; without: number; one: number; enough: number; over: number };

/** The edges of "enough": from plan.persons.min (two) to plan.persons (three). */
export function coverageOf(counts: readonly number[], rules: Rules): Coverage {
  const most = rules['plan.persons'].value;
  const number = (holds: (count: number) => boolean) => counts.filter(holds).length;
  return {
    titles: counts.length,
    without: number((count) => count === 0),
    one: number((count) => count === 1),
    enough: number((count) => count > 1 && count <= most),
    over: number((count) => count > 1 && count > most),
  };
}

/** Persons planned for each of the titles, each person once; a title that nobody is planned for counts 0. */
export function countsByTitle(titleIds: readonly string[], placed: readonly Placed[]): Map<string, number> {
  const persons = new Map(titleIds.map((id) => [id, new Set<string>()]));
  for (const { titleId, personId } of placed) persons.get(titleId)?.add(personId);
  return new Map([...persons].map(([id, set]) => [id, set.size]));
}
