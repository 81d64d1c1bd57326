import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartAddress, chartColumns, chartValues, valuesIn } from './charts';

const point = (period: string, admitted: number, held: number, expected: number) => ({ period, admitted, held, expected });
const series = [point('2025-Q4', 1054, 0, 0), point('2026-Q1', 0, 199, 200), point('2026-Q2', 7, 3, 3)];

test('a chart is drawn from what stands in its address', () => {
  for (const chart of ['admitted', 'held'] as const) {
    const values = chartValues(chart, series);
    const address = new URL(chartAddress(chart, '2026-Q2', values), 'http://x');
    assert.equal(address.pathname, '/briefings/2026-Q2/chart');
    assert.deepEqual(valuesIn(address.searchParams.get('values') ?? ''), values);
  }
});

test('columns are named by quarter, the year that is read stands out, what nobody owed has no share', () => {
  const columns = chartColumns('held', '2026-Q2', chartValues('held', series));
  assert.deepEqual(
    columns.map(({ label, group, text, strong }) => [label, group, text, strong]),
    [
      ['quý 4/2025', '2025', '—', false],
      ['quý 1/2026', '2026', '99%', true],
      ['quý 2/2026', '2026', '100%', true],
    ],
  );
  assert.deepEqual(
    columns.map(({ value }) => value),
    [0, 99.5, 100],
  );
  assert.equal(chartColumns('admitted', '2026-Q2', chartValues('admitted', series))[0]?.text, '1.054');
});

test('an address holds twenty numbers and nothing else', () => {
  const numbers = (count: number) => Array.from({ length: count }, () => '1').join('_');
  assert.equal(valuesIn(numbers(20))?.length, 20);
  assert.equal(valuesIn(numbers(21)), null);
  assert.deepEqual(valuesIn('_12.5_'), [null, 12.5, null]);
  for (const text of ['a', '1__x', '-1', '1e5', '12345678', '1.25', '<svg>', '1,2']) assert.equal(valuesIn(text), null, text);
});
