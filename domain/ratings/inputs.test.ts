import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DecideGroupInput, OpenGroupInput, SelfRatingInput } from './inputs';

const id = '00000000-0000-4000-8000-000000000001';
const self = (fields: Record<string, string>) => SelfRatingInput.safeParse({ ratingId: id, version: '1', ...fields });
const paths = (parsed: ReturnType<typeof self>) => parsed.error?.issues.map(({ path }) => path.join('.')) ?? [];

for (const [typed, points] of [
  ['0', 0],
  ['87,5', 87.5],
  ['87.5', 87.5],
  ['70,01', 70.01],
  ['81,79', 81.79],
  ['100', 100],
  ['', null],
] as const)
  test(`points typed as “${typed}” are ${points}`, () => assert.equal(self({ points: typed }).data?.points, points));

for (const typed of ['-0,5', '100,01', '101', 'chín mươi', '87,555', '1e1', '0x10'])
  test(`“${typed}” is no number of points and is said at its field`, () =>
    assert.deepEqual(paths(self({ points: typed })), ['points']));

test('half a task or half a per cent is not read as ten times as much', () => {
  assert.deepEqual(paths(self({ assigned: '1.5' })), ['assigned']);
  assert.deepEqual(paths(self({ above: '30.5' })), ['above']);
  assert.equal(self({ assigned: '1.200' }).data?.assigned, 1_200);
});

for (const [situation, assigned, done, onTime, expected] of [
  ['all done on time', '10', '10', '10', []],
  ['one done more than assigned', '10', '11', '10', ['done']],
  ['one more on time than done', '10', '9', '10', ['onTime']],
  ['done without knowing what was assigned', '', '1', '', ['done']],
  ['nothing known', '', '', '', []],
] as const)
  test(`${situation}: ${expected.length ? 'said at its field' : 'taken'}`, () =>
    assert.deepEqual(paths(self({ assigned, done, onTime })), [...expected]));

test('a group has its name and at least one row; what is no id of a row is left aside', () => {
  const group = (more: object) =>
    OpenGroupInput.safeParse({ unitId: id, subject: 'person', year: '2025', quarter: '0', name: 'Cấp trưởng', ...more });
  assert.equal(group({}).success, false);
  assert.deepEqual(group({ [`pick-${id}`]: 'yes', 'pick-khong': 'yes' }).data?.picked, [id]);
  assert.equal(group({ [`pick-${id}`]: 'yes', name: 'Ab' }).success, false);
  assert.equal(group({ [`pick-${id}`]: 'yes', quarter: '5' }).success, false);
  assert.equal(group({ [`pick-${id}`]: 'yes', quarter: '4' }).data?.quarter, 4);
});

test('a row left without level is said at that row', () => {
  const decided = (level: string) =>
    DecideGroupInput.safeParse({
      ...{ groupId: id, version: '1', decisionNumber: '1-QĐ/TU', decisionDate: '01/02/2026', signer: ' Nông  Văn Hiệp ' },
      [`level-${id}`]: level,
    });
  assert.deepEqual(
    decided('').error?.issues.map(({ path }) => path[0]),
    [`level-${id}`],
  );
  assert.equal(decided('good').data?.signer, 'Nông Văn Hiệp');
  assert.deepEqual(decided('good').data?.levels, [{ id, level: 'good' }]);
});
