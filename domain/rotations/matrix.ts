import { LEVEL_ORDER, type RotationLevel } from './levels';

/** Rotations counted in one group. null: of all levels, of all years. One person rotated twice is one person and two turns. */
export type Count = { from: RotationLevel | null; to: RotationLevel | null; year: number | null; turns: number; persons: number };

/** The same as it travels to the browser. */
export type CountTuple = [from: Count['from'], to: Count['to'], year: Count['year'], turns: number, persons: number];

export type Cell = { turns: number; persons: number };
export type MatrixRow = { from: RotationLevel; to: RotationLevel; years: (Cell | null)[]; total: Cell };
export type Matrix = { years: number[]; rows: MatrixRow[]; yearTotals: Cell[]; total: Cell };

const NOBODY: Cell = { turns: 0, persons: 0 };
const keyOf = (from: RotationLevel | null, to: RotationLevel | null, year: number | null) => `${from}|${to}|${year}`;

/**
 * The ledger laid out: a line for each pair of levels that has a move, a column a year from the first to the last.
 * Persons of a total are counted by who they are: they are no sum of the persons of its parts.
 */
export function matrixOf(counts: readonly Count[]): Matrix {
  const known = new Map(counts.map(({ from, to, year, turns, persons }) => [keyOf(from, to, year), { turns, persons }]));
  const at = (from: RotationLevel | null, to: RotationLevel | null, year: number | null) => known.get(keyOf(from, to, year));
  const years = yearSpan(counts);
  const pairs = LEVEL_ORDER.flatMap((from) => LEVEL_ORDER.map((to) => ({ from, to })));
  return {
    years,
    rows: pairs.flatMap(({ from, to }) => {
      const total = at(from, to, null);
      return total ? [{ from, to, total, years: years.map((year) => at(from, to, year) ?? null) }] : [];
    }),
    yearTotals: years.map((year) => at(null, null, year) ?? NOBODY),
    total: at(null, null, null) ?? NOBODY,
  };
}

function yearSpan(counts: readonly Count[]): number[] {
  const years = counts.flatMap(({ year }) => (year === null ? [] : [year]));
  if (!years.length) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
