import type { Discipline as DisciplineForm } from '@/domain/cadres/codes';
import type { IsoDate, IsoMonth, PartialDate } from '@/domain/calendar';
import type { Level } from '@/domain/posts/kinds';
import type { YearRating } from '@/domain/ratings/strip';

/** Where a name comes from (nguồn). */
export const SOURCES = { local: 'Tại chỗ', outside: 'Nơi khác' } as const;
export type Source = keyof typeof SOURCES;

/** Planned for the title for the first time, or again. */
export const STANDINGS = { first: 'Lần đầu', continued: 'Tiếp tục' } as const;
export type Standing = keyof typeof STANDINGS;

/** endsOn: the day on which it no longer stands; null: not known, so still in force. */
export type Discipline = { form: DisciplineForm; endsOn: IsoDate | null };

/** What the rules ask of a person who is planned. */
export type Person = {
  id: string;
  name: string;
  born: PartialDate;
  female: boolean;
  minority: boolean;
  /** Grade of the highest post held now, larger is higher; null: none. */
  grade: number | null;
  /** The month in which the retirement age is reached; null: not known. */
  reaches: IsoMonth | null;
  discipline: readonly Discipline[];
  ratings: readonly YearRating[];
  /** Titles for which an appointment is under way. */
  appointing: readonly string[];
};

/** A post that is planned for. grade: the higher the post, the larger. body: a seat in a committee, planned by a coefficient of the seats. */
export type Title = { id: string; name: string; unitId: string; level: Level; grade: number; seats: number; body: boolean };

/** A person on the list of a title. */
export type Placed = { personId: string; titleId: string };

/** from: first day of the term that is planned for. day: the day on which ages are counted for a term already running, and disciplines, and ratings. */
export type PlanTerm = { from: IsoDate; day: IsoDate };

export const isNextTerm = ({ from, day }: PlanTerm): boolean => from > day;

/** Each person once, however many titles they are planned for. */
export function personsOf(placed: readonly Placed[], persons: ReadonlyMap<string, Person>): Person[] {
  return [...new Set(placed.map(({ personId }) => personId))].flatMap((id) => persons.get(id) ?? []);
}
