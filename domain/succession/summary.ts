import { type IsoDate, yearsBetween } from '@/domain/calendar';
import { percentOf } from '@/domain/numbers';
import type { Rules } from '@/domain/rule-sets';
import type { Standing } from './planning';
import { coefficientWords } from './shares';

/** A planned person as the summary counts them. religious null: not shown to this viewer. */
export type SummaryPerson = {
  id: string;
  unitId: string;
  female: boolean;
  minority: boolean | null;
  religious: boolean | null;
  born: string;
  education: string | null;
  theory: string | null;
  standing: Standing;
  /** On the list of a committee: only they stand against its seats. */
  body: boolean;
};

export type Count = { count: number; percent: number | null };

/** A line of "Tổng hợp chất lượng quy hoạch". Counts are persons, each once; hidden counts are null. */
export type SummaryLine = {
  unitId: string | null;
  name: string;
  total: number;
  women: Count;
  minority: Count | null;
  religious: Count | null;
  under: Count;
  middle: Count;
  over: Count;
  education: number[];
  theory: number[];
  continued: number;
  first: number;
  /** Persons on the lists of committees, and the seats of these. */
  bodies: number;
  seats: number;
  coefficient: string;
};

/** What may stand in the columns of training, least first. */
export type Ladders = { education: Readonly<Record<string, string>>; theory: Readonly<Record<string, string>> };
export type SummaryUnit = { id: string; name: string; seats: number };

/** One line a unit and one for all of them; a person planned in two units counts in both and once in the total. */
export function summaryOf(
  units: readonly SummaryUnit[],
  persons: readonly SummaryPerson[],
  ladders: Ladders,
  rules: Rules,
  at: IsoDate,
): { lines: SummaryLine[]; total: SummaryLine } {
  const line = (unit: SummaryUnit | null, counted: readonly SummaryPerson[], seats: number) =>
    lineOf(unit, onePerPerson(counted), seats, ladders, rules, at);
  const byUnit = new Map<string, SummaryPerson[]>(units.map(({ id }) => [id, []]));
  for (const person of persons) byUnit.get(person.unitId)?.push(person);
  const lines = units.map((unit) => line(unit, byUnit.get(unit.id) ?? [], unit.seats));
  const seats = units.reduce((sum, unit) => sum + unit.seats, 0);
  return { lines, total: line(null, [...byUnit.values()].flat(), seats) };
}

/** Planned again for any title is planned again. */
function onePerPerson(persons: readonly SummaryPerson[]): SummaryPerson[] {
  const seen = new Map<string, SummaryPerson>();
  for (const person of persons) {
    const known = seen.get(person.id);
    const standing = known?.standing === 'continued' ? known.standing : person.standing;
    seen.set(person.id, { ...person, standing, body: person.body || known?.body === true });
  }
  return [...seen.values()];
}

function lineOf(
  unit: SummaryUnit | null,
  persons: readonly SummaryPerson[],
  seats: number,
  ladders: Ladders,
  rules: Rules,
  at: IsoDate,
): SummaryLine {
  const [low = 0, high = low] = rules['age.brackets'].value;
  const number = (holds: (person: SummaryPerson) => boolean) => persons.filter(holds).length;
  const count = (holds: (person: SummaryPerson) => boolean): Count => {
    const found = number(holds);
    return { count: found, percent: percentOf(found, persons.length) };
  };
  const shown = (key: 'minority' | 'religious'): Count | null =>
    persons.some((person) => person[key] === null) ? null : count((person) => person[key] === true);
  const age = ({ born }: SummaryPerson) => yearsBetween(born, at);
  const steps = (key: 'education' | 'theory') =>
    Object.keys(ladders[key]).map((step) => number((person) => person[key] === step));
  return {
    unitId: unit?.id ?? null,
    name: unit?.name ?? 'Tổng cộng',
    total: persons.length,
    women: count(({ female }) => female),
    minority: shown('minority'),
    religious: shown('religious'),
    under: count((person) => age(person) < low),
    middle: count((person) => age(person) >= low && age(person) <= high),
    over: count((person) => age(person) > high),
    education: steps('education'),
    theory: steps('theory'),
    continued: number(({ standing }) => standing === 'continued'),
    first: number(({ standing }) => standing === 'first'),
    bodies: number(({ body }) => body),
    seats,
    coefficient: coefficientWords(
      number(({ body }) => body),
      seats,
    ),
  };
}
