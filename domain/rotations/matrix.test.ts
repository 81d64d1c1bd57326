import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LEVEL_ORDER, type RotationLevel } from './levels';
import { type Count, matrixOf } from './matrix';

type Turn = { person: number; from: RotationLevel; to: RotationLevel; year: number };

/** What the database counts, group by group, told once more in plain words. */
function countsOf(turns: readonly Turn[]): Count[] {
  const groups = new Map<string, Count & { who: Set<number> }>();
  const add = (turn: Turn, from: RotationLevel | null, to: RotationLevel | null, year: number | null) => {
    const key = `${from} ${to} ${year}`;
    const group = groups.get(key) ?? { from, to, year, turns: 0, persons: 0, who: new Set() };
    group.turns += 1;
    group.persons = group.who.add(turn.person).size;
    groups.set(key, group);
  };
  for (const turn of turns) {
    add(turn, turn.from, turn.to, turn.year);
    add(turn, turn.from, turn.to, null);
    add(turn, null, null, turn.year);
    add(turn, null, null, null);
  }
  return [...groups.values()];
}

const level = fc.constantFrom<RotationLevel>(...LEVEL_ORDER);
const ledger = fc.array(
  fc.record({ person: fc.integer({ min: 1, max: 9 }), from: level, to: level, year: fc.integer({ min: 2015, max: 2026 }) }),
  { maxLength: 60 },
);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test('every sum of the matrix is the ledger, and persons are never more than turns', () => {
  fc.assert(
    fc.property(ledger, (turns) => {
      const matrix = matrixOf(countsOf(turns));
      assert.equal(matrix.total.turns, turns.length);
      assert.equal(matrix.total.persons, new Set(turns.map(({ person }) => person)).size);
      assert.equal(sum(matrix.rows.map(({ total }) => total.turns)), turns.length);
      assert.equal(sum(matrix.yearTotals.map((cell) => cell.turns)), turns.length);
      for (const row of matrix.rows) assert.equal(sum(row.years.map((cell) => cell?.turns ?? 0)), row.total.turns);
      for (const [at] of matrix.years.entries())
        assert.equal(sum(matrix.rows.map((row) => row.years[at]?.turns ?? 0)), matrix.yearTotals[at]?.turns);
      const cells = [matrix.total, ...matrix.yearTotals, ...matrix.rows.flatMap(({ total, years }) => [total, ...years])];
      for (const cell of cells) assert.ok(cell === null || cell.persons <= cell.turns);
    }),
  );
});

test('one person rotated twice is two turns and one person', () => {
  const matrix = matrixOf(
    countsOf([
      { person: 1, from: 'province', to: 'commune', year: 2019 },
      { person: 1, from: 'province', to: 'commune', year: 2023 },
    ]),
  );
  assert.deepEqual(matrix.years, [2019, 2020, 2021, 2022, 2023]);
  assert.deepEqual(matrix.rows[0]?.total, { turns: 2, persons: 1 });
  assert.deepEqual(matrix.rows[0]?.years, [{ turns: 1, persons: 1 }, null, null, null, { turns: 1, persons: 1 }]);
  assert.deepEqual(matrix.yearTotals[1], { turns: 0, persons: 0 });
});

test('an empty ledger has no years and nobody', () => {
  assert.deepEqual(matrixOf([]), { years: [], rows: [], yearTotals: [], total: { turns: 0, persons: 0 } });
});

test('a move between two places of one level has a line of its own', () => {
  const matrix = matrixOf(countsOf([{ person: 1, from: 'commune', to: 'commune', year: 2025 }]));
  assert.deepEqual(
    matrix.rows.map(({ from, to }) => [from, to]),
    [['commune', 'commune']],
  );
});
