import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules } from '@/domain/rule-sets';
import { type OtherStay, pastProblems, RecordPastInput } from './past';

const RULES = defaultRules();
const TODAY = '2026-11-22';
const TYPED = {
  ...{ cadreId: '01890000-0000-7000-8000-000000000001', basis: 'a', placement: 'returned' },
  ...{ fromTitle: 'Trưởng phòng Nội vụ', fromUnitName: 'Đảng bộ huyện Tân Bình', fromLevel: 'district' },
  ...{ toTitle: 'Bí thư Đảng ủy xã Tân Lập', toUnitName: 'Đảng bộ xã Tân Lập', toLevel: 'commune' },
  ...{ startedOn: '03/2014', endedOn: '12/05/2017', decisionNumber: '12-QĐ/HU' },
};
const typedFaults = (over: object) =>
  RecordPastInput.safeParse({ ...TYPED, ...over }).error?.issues.map(({ path }) => path.join('.')) ?? [];
const faults = (over: object = {}, others: OtherStay[] = [], born = '1975-04') =>
  pastProblems(RecordPastInput.parse({ ...TYPED, ...over }), { born, others, today: TODAY }, RULES).map(({ path }) => path);

test('days are kept as far as the papers say them', () => {
  const { startedOn, endedOn } = RecordPastInput.parse(TYPED);
  assert.deepEqual([startedOn, endedOn], ['2014-03', '2017-05-12']);
});

const TYPED_WRONG: readonly [string, object, string[]][] = [
  ['only a year', { startedOn: '2014' }, ['startedOn']],
  ['no day at all', { startedOn: '', endedOn: '' }, ['startedOn', 'endedOn']],
  ['a month that is none', { endedOn: '13/2017' }, ['endedOn']],
  [
    'no titles, no places',
    { fromTitle: ' ', toTitle: '', fromUnitName: '', toUnitName: '' },
    ['fromTitle', 'fromUnitName', 'toTitle', 'toUnitName'],
  ],
  ['a level that is none', { fromLevel: '', toLevel: 'thôn' }, ['fromLevel', 'toLevel']],
  ['no word on what came after', { placement: '' }, ['placement']],
  ['nobody', { cadreId: '' }, ['cadreId']],
];
for (const [situation, over, paths] of TYPED_WRONG)
  test(`typed wrong, told at its field: ${situation}`, () => assert.deepEqual(typedFaults(over), paths));

const CASES: readonly [string, object, string[]][] = [
  ['as on paper', {}, []],
  ['no decision left, but a source', { decisionNumber: '', source: 'Lý lịch kê khai năm 2019' }, []],
  ['neither decision nor source', { decisionNumber: '' }, ['decisionNumber']],
  ['ended in the month in which it began', { startedOn: '03/2014', endedOn: '03/2014' }, ['endedOn']],
  ['ended a month later', { startedOn: '03/2014', endedOn: '04/2014' }, []],
  ['ended today', { endedOn: '22/11/2026', toLevel: 'commune', fromLevel: 'agency' }, []],
  ['ends tomorrow', { endedOn: '23/11/2026', fromLevel: 'agency' }, ['endedOn']],
  ['decided tomorrow', { decisionDate: '23/11/2026' }, ['decisionDate']],
  ['from one post to the same', { toTitle: TYPED.fromTitle, toUnitName: TYPED.fromUnitName }, ['toTitle']],
  ['to another unit with the same title', { toTitle: TYPED.fromTitle }, []],
  ['from a district in its last month', { startedOn: '06/2025', endedOn: '08/2026' }, []],
  ['from a district that had ended', { startedOn: '07/2025', endedOn: '08/2026' }, ['startedOn']],
];
for (const [situation, over, paths] of CASES) test(`a past rotation: ${situation}`, () => assert.deepEqual(faults(over), paths));

test('nobody went out before they were born', () => {
  assert.deepEqual(faults({ startedOn: '05/1975' }), []);
  assert.deepEqual(faults({ startedOn: '04/1975' }), ['startedOn']);
});

const stay = (startedOn: string, endedOn: string | null): OtherStay => ({ startedOn, endedOn, place: 'Đảng bộ xã Hòa An' });
const OTHERS: readonly [string, OtherStay, string[]][] = [
  ['ended on the day on which this one began', stay('2011-01-01', '2014-03-01'), []],
  ['ended a day later', stay('2011-01-01', '2014-03-02'), ['startedOn']],
  ['began on the day on which this one ended', stay('2017-05-12', null), []],
  ['began a day before, and runs', stay('2017-05-11', null), ['startedOn']],
  ['lies within', stay('2015-01-01', '2016-01-01'), ['startedOn']],
];
for (const [situation, other, paths] of OTHERS)
  test(`another rotation of the person ${situation}`, () => assert.deepEqual(faults({}, [other]), paths));
