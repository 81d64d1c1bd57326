import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onLadder, onMonths, readinessOf } from './readiness';

const THEORY = { none: 'Chưa qua', primary: 'Sơ cấp', intermediate: 'Trung cấp', advanced: 'Cao cấp' };
const theory = (has: string | null) =>
  onLadder({ key: 'theory', label: 'Lý luận chính trị', atLeast: 'intermediate' }, has, THEORY);
const months = (has: number | null) => onMonths({ key: 'post', label: 'Giữ chức vụ hiện nay', atLeast: 24 }, has);

test('a step below, at and above what is asked', () => {
  assert.deepEqual(
    ['primary', 'intermediate', 'advanced', null, 'unheard of'].map((has) => theory(has).met),
    [false, true, true, null, null],
  );
  assert.deepEqual([theory('primary').asked, theory('primary').has], ['từ trung cấp', 'Sơ cấp']);
});

test('a month below, at and above what is asked', () => {
  assert.deepEqual(
    [23, 24, 25, null].map((has) => months(has).met),
    [false, true, true, null],
  );
});

test('one condition missing makes a person unready, and says which', () => {
  const report = readinessOf([theory('primary'), months(30)]);
  assert.deepEqual([report.readiness, report.met, report.asked], ['missing', 1, 2]);
  assert.deepEqual(
    report.missing.map(({ key }) => key),
    ['theory'],
  );
});

test('what the file does not say is unclear, not ready; a title without standards makes nobody ready', () => {
  assert.equal(readinessOf([theory(null), months(30)]).readiness, 'unclear');
  assert.equal(readinessOf([theory(null), months(3)]).readiness, 'missing');
  assert.equal(readinessOf([theory('advanced'), months(24)]).readiness, 'ready');
  assert.equal(readinessOf([]).readiness, 'unstated');
});
