import type { IsoDate, PartialDate } from '@/domain/calendar';

/** Classes of the yearly rating, best first. */
export const RATING_CLASSES = {
  outstanding: 'Hoàn thành xuất sắc nhiệm vụ',
  good: 'Hoàn thành tốt nhiệm vụ',
  done: 'Hoàn thành nhiệm vụ',
  failed: 'Không hoàn thành nhiệm vụ',
} as const;
export type RatingClass = keyof typeof RATING_CLASSES;

export const DISCIPLINE_FORMS = { reprimand: 'khiển trách', warning: 'cảnh cáo', removal: 'cách chức' } as const;
export type DisciplineForm = keyof typeof DISCIPLINE_FORMS;

/** Where a name comes from (nguồn). */
export const SOURCES = { local: 'Tại chỗ', outside: 'Nơi khác' } as const;
export type Source = keyof typeof SOURCES;

/** Planned for the title for the first time, or again. */
export const STANDINGS = { first: 'Lần đầu', continued: 'Tiếp tục' } as const;
export type Standing = keyof typeof STANDINGS;

/** expired null: still in force. */
export type Discipline = { form: DisciplineForm; expired: IsoDate | null };
export type YearRating = { year: number; result: RatingClass };

/** What the rules ask of a person who is planned. */
export type Person = {
  id: string;
  name: string;
  born: PartialDate;
  female: boolean;
  minority: boolean;
  /** The highest post held now, on the same scale as a title's; null: none. */
  rank: number | null;
  /** Last day of the month in which the retirement age is reached; null: not known. */
  retires: IsoDate | null;
  discipline: readonly Discipline[];
  ratings: readonly YearRating[];
  /** Titles for which an appointment is under way. */
  appointing: readonly string[];
};

/** A post that is planned for. rank: the higher the post, the greater. committee: a body with seats, counted by its coefficient. */
export type Title = { id: string; name: string; unitId: string; level: string; rank: number; seats: number; committee: boolean };

/** A person on the list of a title. */
export type Placed = { personId: string; titleId: string };

/** from: first day of the term that is planned for. day: the day on which ages are counted for a term already running, and disciplines, and ratings. */
export type PlanTerm = { from: IsoDate; day: IsoDate };

export const isNextTerm = ({ from, day }: PlanTerm): boolean => from > day;

/** Each person once, however many titles they are planned for. */
export function personsOf(placed: readonly Placed[], persons: ReadonlyMap<string, Person>): Person[] {
  return [...new Set(placed.map(({ personId }) => personId))].flatMap((id) => persons.get(id) ?? []);
}
