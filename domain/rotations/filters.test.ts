import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterWords, ledgerAddress, readFilters } from './filters';

test('filters are read from the address and written back the same', () => {
  const filters = { from: 'province', to: 'commune', year: 2024, state: 'due' } as const;
  assert.equal(ledgerAddress(filters), '/rotations?from=province&to=commune&year=2024&state=due');
  assert.deepEqual(readFilters({ from: 'province', to: 'commune', year: '2024', state: 'due' }), filters);
});

test('what is no filter counts as none', () => {
  assert.deepEqual(
    readFilters({ from: 'nowhere', to: ['commune', 'province'], year: '24', direction: 'sideways', state: '' }),
    {},
  );
  assert.equal(ledgerAddress({}), '/rotations');
});

test('filters are said in words', () => {
  assert.deepEqual(filterWords({ from: 'province', to: 'district', year: 2015, state: 'open' }), [
    'Tỉnh → Huyện',
    'năm 2015',
    'chưa kết thúc',
  ]);
  assert.deepEqual(filterWords({ to: 'commune', direction: 'down' }), ['đến Xã, phường', 'từ trên xuống']);
});
