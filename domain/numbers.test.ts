import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCount, formatDelta, formatShare, percentOf } from '@/domain/numbers';

test('counts are grouped by points', () => {
  const cases: [number, string][] = [
    [0, '0'],
    [999, '999'],
    [1000, '1.000'],
    [1234, '1.234'],
    [1234567, '1.234.567'],
    [-1234, '−1.234'],
  ];
  for (const [count, shown] of cases) assert.equal(formatCount(count), shown);
});

test('shares are rounded half up to one decimal', () => {
  const cases: [number, number, string][] = [
    [816, 1000, '81,6%'],
    [1, 3, '33,3%'],
    [2, 3, '66,7%'],
    [1, 8, '12,5%'],
    [1, 16, '6,3%'],
    [3, 2000, '0,2%'],
    [0, 5, '0,0%'],
    [5, 5, '100,0%'],
    [0, 0, '—'],
  ];
  for (const [part, whole, shown] of cases) assert.equal(formatShare(part, whole), shown);
  assert.equal(percentOf(1, 2000), 0.1);
  assert.equal(percentOf(0, 0), null);
});

test('differences carry their sign, with a real minus', () => {
  const cases: [number, string][] = [
    [4, '+4'],
    [-5, '−5'],
    [0, '0'],
    [1200, '+1.200'],
  ];
  for (const [difference, shown] of cases) assert.equal(formatDelta(difference), shown);
});
