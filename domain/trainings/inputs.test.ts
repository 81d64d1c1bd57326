import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OpenClassInput, ResultsInput } from './inputs';

const id = '00000000-0000-4000-8000-000000000001';
const open = (more: object) =>
  OpenClassInput.safeParse({
    ...{
      unitId: id,
      kind: 'update',
      name: 'Cập nhật kiến thức năm 2026',
      fromOn: '01/03/2026',
      toOn: '05/03/2026',
      planned: '40',
    },
    ...more,
  });

for (const [typed, planned] of [
  ['40', 40],
  ['0', 0],
  ['1.000', 1_000],
  ['5.000', 5_000],
] as const)
  test(`a class planned for “${typed}” people is for ${planned}`, () =>
    assert.equal(open({ planned: typed }).data?.planned, planned));

for (const typed of ['', '5.001', '1.5', '-1', '1e3'])
  test(`“${typed}” is no number of learners and is said at its field`, () =>
    assert.deepEqual(
      open({ planned: typed }).error?.issues.map(({ path }) => path[0]),
      ['planned'],
    ));

test('learners who stand in no book may be left out: none', () => {
  assert.equal(open({}).data?.others, 0);
  assert.equal(open({ others: '' }).data?.others, 0);
  assert.equal(open({ others: '12' }).data?.others, 12);
});

test('a result that is none, and a certificate too long for its column, are each said at their own field', () => {
  const results = (result: string, certificate: string) =>
    ResultsInput.safeParse({ classId: id, version: '1', [`result-${id}`]: result, [`certificate-${id}`]: certificate });
  assert.deepEqual(results('passed', ' 12/CC ').data?.results, [{ id, result: 'passed', certificate: '12/CC' }]);
  for (const [result, certificate, field] of [
    ['great', '12/CC', `result-${id}`],
    ['passed', 'x'.repeat(61), `certificate-${id}`],
  ] as const)
    assert.deepEqual(
      results(result, certificate).error?.issues.map(({ path }) => path[0]),
      [field],
    );
});
