import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retirementChartAddress, retirementChartIn, retirementColumns } from './retirement-chart';

test('a picture shows exactly the months that stand in its address', () => {
  const address = new URL(
    retirementChartAddress([
      { month: '2026-11-01', count: 0 },
      { month: '2026-12-01', count: 12 },
    ]),
    'http://x',
  );
  const drawn = retirementChartIn(address.searchParams.get('from'), address.searchParams.get('values'));
  assert.deepEqual(drawn, { first: '2026-11-01', counts: [0, 12] });
  assert.deepEqual(retirementColumns('2026-11-01', [0, 12, 1200]), [
    { label: 'tháng 11/2026', group: '2026', value: 0, text: '', strong: false, said: true },
    { label: 'tháng 12/2026', group: '2026', value: 12, text: '12', strong: true, said: true },
    { label: 'tháng 1/2027', group: '2027', value: 1200, text: '1.200', strong: true, said: true },
  ]);
});

test('the year ahead stands out, the thirteenth month does not', () => {
  const columns = retirementColumns('2026-11-01', Array<number>(14).fill(1));
  assert.deepEqual(
    columns.map(({ strong }) => strong),
    [...Array(12).fill(true), false, false],
  );
});

test('anything else in an address is no picture', () => {
  const long = (months: number) => Array(months).fill('1').join('_');
  assert.ok(retirementChartIn('2026-11', long(240)));
  for (const [from, values] of [
    ['2026-11', long(241)],
    ['2026-13', '1'],
    ['2026-11', ''],
    ['2026-11', '1__2'],
    ['2026-11', '-1'],
    ['2026-11', '1234567'],
    [null, '1'],
    ['2026-11', null],
  ] as const)
    assert.equal(retirementChartIn(from, values), null, `${from} ${values?.slice(0, 20)}`);
});
