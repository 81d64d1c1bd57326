import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cadreFilterValues, cadreFilterWords, cadresAddress, readCadreFilters } from './filters';

const TODAY = '2026-11-22';

test('what stands in the address narrows the list; what cannot be read asks for nothing', () => {
  const cases: [Record<string, string | string[]>, object][] = [
    [{}, { state: 'serving' }],
    [
      { state: 'idle', tier: 'province', rank: 'head' },
      { state: 'idle', tier: 'province', rank: 'head' },
    ],
    [{ state: 'gone', tier: 'king', rank: '', sex: 'x', theory: 'toString', age: '1' }, { state: 'serving' }],
    [
      { sex: 'female', theory: 'advanced' },
      { state: 'serving', sex: 'female', theory: 'advanced' },
    ],
    [{ age: '61' }, { state: 'serving', born: { after: null, upTo: '1965-11-22' } }],
    [{ q: ' ĐẶNG  văn ' }, { state: 'serving', name: 'dang van' }],
    [{ q: ['a', 'b'] }, { state: 'serving' }],
  ];
  for (const [params, filters] of cases) assert.deepEqual(readCadreFilters(cadreFilterValues(params), TODAY), filters);
});

test('an address keeps the filters and the unit; the words say them', () => {
  const values = cadreFilterValues({ sex: 'female', theory: 'middle', age: '41-50', other: 'x' });
  assert.equal(cadresAddress(values, { unit: 'u', after: undefined }), '/cadres?unit=u&sex=female&age=41-50&theory=middle');
  assert.deepEqual(cadreFilterWords(values, TODAY), ['Nữ', 'tuổi đời 41–50', 'lý luận chính trị trung cấp']);
  assert.equal(cadresAddress({}), '/cadres');
});
