import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AssignQuotasInput, changedQuotas, isOvertaken, RecordChangeInput } from './inputs';

const id = '00000000-0000-4000-8000-000000000001';
const parse = (assigned: string, inPost = '', was: [string, string] = ['', '']) =>
  AssignQuotasInput.safeParse({
    parentId: id,
    year: '2026',
    kind: 'officials',
    [`assigned-${id}`]: assigned,
    [`inPost-${id}`]: inPost,
    [`was-assigned-${id}`]: was[0],
    [`was-inPost-${id}`]: was[1],
  });

for (const [typed, value] of [
  ['12', 12],
  ['0', 0],
  ['1.200', 1200],
  ['100000', 100_000],
  ['', null],
] as const)
  test(`a quota typed as “${typed}” is ${value}`, () => assert.equal(parse(typed).data?.lines[0]?.now.assigned, value));

for (const typed of ['-1', '2,5', '2.5', '1e3', 'mười', '100001'])
  test(`“${typed}” is no number of posts and is said at its field`, () =>
    assert.deepEqual(
      parse('5', typed).error?.issues.map(({ path }) => path[0]),
      [`inPost-${id}`],
    ));

for (const [typed, persons] of [
  ['1', 1],
  ['1.000', 1_000],
  ['10.000', 10_000],
  ['10.001', undefined],
  ['0', undefined],
  ['', undefined],
  ['1.5', undefined],
] as const)
  test(`“${typed}” persons who came or went are ${persons ?? 'no number'}`, () => {
    const change = { unitId: id, kind: 'officials', reason: 'retired', effectiveOn: '01/03/2026' };
    assert.equal(RecordChangeInput.safeParse({ ...change, persons: typed }).data?.persons, persons);
  });

test('only lines that differ from what the form showed are changes', () => {
  const lines = [parse('5', '4', ['5', '4']), parse('5', '3', ['5', '4']), parse('', '', ['5', '']), parse('', '')];
  assert.deepEqual(
    lines.map(({ data }) => changedQuotas(data?.lines ?? []).length),
    [0, 1, 1, 0],
  );
});

test('a line that someone else wrote since is overtaken, one still empty is not', () => {
  const [line] = parse('5', '4', ['3', '']).data?.lines ?? [];
  assert.ok(line);
  assert.deepEqual(
    [
      isOvertaken(line, { assigned: 3, inPost: null }),
      isOvertaken(line, { assigned: 4, inPost: null }),
      isOvertaken(line, undefined),
    ],
    [false, true, true],
  );
});
