import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addFigures, balance, changedFigures, DECREASES, FIGURES, figureOf, figuresFrom, INCREASES, meanScore } from './figures';

const step = fc.nat({ max: 5_000 });
const book = fc
  .record({ stockStart: step, ...Object.fromEntries([...INCREASES, ...DECREASES].map((key) => [key, step])) })
  .map((summed: Record<string, number>) => {
    const sum = (keys: readonly string[]) => keys.reduce((total, key) => total + (summed[key] ?? 0), 0);
    return figuresFrom({ ...summed, stockEnd: (summed.stockStart ?? 0) + sum(INCREASES) - sum(DECREASES) });
  });

test('start plus increases minus decreases is the end, for every unit and for any sum of units', () => {
  fc.assert(
    fc.property(fc.array(book, { maxLength: 12 }), (units) => {
      assert.ok(units.every((unit) => balance(unit).holds));
      assert.ok(balance(addFigures(units)).holds);
    }),
  );
});

test('the parent is the sum of its children in every figure', () => {
  fc.assert(
    fc.property(fc.array(book, { maxLength: 12 }), (units) => {
      const parent = addFigures(units);
      for (const { key } of FIGURES)
        assert.equal(
          parent[key],
          units.reduce((sum, unit) => sum + unit[key], 0),
        );
    }),
  );
});

test('a book with one person too many does not balance', () => {
  const { holds, end } = balance(figuresFrom({ stockStart: 10, admitted: 2, died: 1, stockEnd: 12 }));
  assert.equal(holds, false);
  assert.equal(end, 12);
});

test('every figure that people see opens to rows', () => {
  for (const figure of FIGURES) if (figure.key !== 'scoreSum') assert.ok(figure.opens, figure.key);
});

test('keys are found by name and nothing else is', () => {
  assert.equal(figureOf('admitted')?.label, 'Kết nạp');
  assert.equal(figureOf('constructor'), undefined);
});

test('the mean score rounds half up at the first decimal', () => {
  assert.equal(meanScore({ scoreSum: 0, scored: 0 }), null);
  assert.equal(meanScore({ scoreSum: 1709, scored: 2 }), 85.5);
  assert.equal(meanScore({ scoreSum: 1708, scored: 2 }), 85.4);
});

test('changed figures are named in the order of the report', () => {
  const before = figuresFrom({ stockStart: 3, stockEnd: 3 });
  const after = figuresFrom({ stockStart: 3, admitted: 1, stockEnd: 4 });
  assert.deepEqual(
    changedFigures(before, after).map(({ key }) => key),
    ['admitted', 'increases', 'stockEnd'],
  );
});
