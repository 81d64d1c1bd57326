import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules } from '@/domain/rule-sets';
import { FoundUnitInput } from './inputs';
import { unitShortName, unitSortKey } from './names';
import { type Around, closeProblems, renameProblems, sizeWarnings, unitProblems } from './unit-problems';

const today = '2026-11-22';
const decided = { decisionDate: '2026-11-10', effectiveOn: '2026-11-15' };
const around: Around = {
  parent: { kind: 'U', name: 'Đảng bộ xã Đông Sơn', foundedOn: '2025-07-01', closedOn: null },
  allowedKinds: ['G1', 'G2'],
  siblings: ['Chi bộ thôn Đông Hà'],
  today,
};
const unit = { ...decided, kind: 'G2', name: 'Chi bộ thôn Bắc Sơn' };
const paths = (problems: { path: string }[]) => problems.map(({ path }) => path);

test('a new cell under a living commune has no problems', () => assert.deepEqual(unitProblems(unit, around), []));

test('a new unit is refused where its decision, place, kind or name cannot be right', () => {
  const cases: [string, Partial<typeof unit>, Partial<Around>, string[]][] = [
    ['decided tomorrow', { decisionDate: '2026-11-23', effectiveOn: '2026-11-23' }, {}, ['decisionDate']],
    ['decided today', { decisionDate: today, effectiveOn: today }, {}, []],
    ['in force tomorrow', { effectiveOn: '2026-11-23' }, {}, ['effectiveOn']],
    ['in force the day before it was decided', { effectiveOn: '2026-11-09' }, {}, ['effectiveOn']],
    ['in force on the day it was decided', { effectiveOn: '2026-11-10' }, {}, []],
    ['before its parent', { decisionDate: '2025-06-01', effectiveOn: '2025-06-30' }, {}, ['effectiveOn']],
    ['on the day of its parent', { decisionDate: '2025-06-01', effectiveOn: '2025-07-01' }, {}, []],
    ['under a closed parent', {}, { parent: { ...around.parent, closedOn: '2026-01-01' } }, ['']],
    ['of a kind not allowed there', { kind: 'C' }, {}, ['kind']],
    ['where nothing may stand', {}, { allowedKinds: [] }, ['kind']],
    ['with the name of a sibling in other case', { name: 'Chi bộ Thôn Đông Hà' }, {}, ['name']],
    ['with a sibling’s name but for a mark', { name: 'Chi bộ thôn Đồng Hà' }, {}, []],
  ];
  for (const [situation, change, place, expected] of cases)
    assert.deepEqual(paths(unitProblems({ ...unit, ...change }, { ...around, ...place })), expected, situation);
});

test('a rename needs another name, a later day and a living unit', () => {
  const now = { name: 'Chi bộ thôn 1', since: '2026-11-14', closedOn: null, siblings: ['Chi bộ thôn 2'] };
  const rename = { ...decided, name: 'Chi bộ thôn Một' };
  assert.deepEqual(renameProblems(rename, now, today), []);
  assert.deepEqual(paths(renameProblems(rename, { ...now, since: '2026-11-15' }, today)), ['effectiveOn']);
  assert.deepEqual(paths(renameProblems({ ...rename, name: 'Chi bộ thôn 1' }, now, today)), ['name']);
  assert.deepEqual(paths(renameProblems({ ...rename, name: 'Chi bộ thôn 2' }, now, today)), ['name']);
  assert.deepEqual(paths(renameProblems(rename, { ...now, closedOn: '2026-11-20' }, today)), ['']);
});

test('a unit ends only when empty, after its founding and its last meeting', () => {
  const empty = { since: '2020-01-01', closedOn: null, openChildren: 0, members: 0, lastMeeting: null };
  assert.deepEqual(closeProblems(decided, empty, today), []);
  assert.deepEqual(paths(closeProblems(decided, { ...empty, members: 1 }, today)), ['']);
  assert.deepEqual(paths(closeProblems(decided, { ...empty, openChildren: 1 }, today)), ['']);
  assert.deepEqual(paths(closeProblems(decided, { ...empty, since: '2026-11-16' }, today)), ['effectiveOn']);
  assert.deepEqual(paths(closeProblems(decided, { ...empty, since: '2026-11-15' }, today)), []);
  assert.deepEqual(paths(closeProblems(decided, { ...empty, lastMeeting: '2026-11-16' }, today)), ['effectiveOn']);
  assert.deepEqual(paths(closeProblems(decided, { ...empty, lastMeeting: '2026-11-15' }, today)), []);
  assert.deepEqual(paths(closeProblems(decided, { ...empty, closedOn: '2026-01-01' }, today)), ['']);
});

test('sizes warn at 2, 3 and 29, 30 and name their source', () => {
  const rules = defaultRules();
  const warned = (kind: string, members: number, officials: number) => sizeWarnings({ kind, members, officials }, rules).length;
  assert.deepEqual([warned('G2', 5, 2), warned('G2', 5, 3), warned('G2', 5, 4)], [1, 0, 0]);
  assert.deepEqual([warned('G2', 29, 20), warned('C', 30, 20), warned('G2', 31, 20)], [0, 1, 1]);
  assert.deepEqual([warned('G1', 29, 20), warned('G1', 30, 20), warned('U', 5, 1)], [1, 0, 0]);
  assert.match(sizeWarnings({ kind: 'G2', members: 5, officials: 2 }, rules)[0] ?? '', /theo .+ hiệu lực từ/);
});

test('unit names sort in reading order with numbers by value, in Vietnamese order', () => {
  const sorted = [
    'Chi bộ thôn 10',
    'Chi bộ thôn Ân',
    'Chi bộ thôn 2',
    'Chi bộ bản Mường',
    'Chi bộ thôn An',
    'Đảng bộ xã Nà Lâu',
  ].sort((a, b) => (unitSortKey(a) < unitSortKey(b) ? -1 : 1));
  assert.deepEqual(sorted, [
    'Chi bộ bản Mường',
    'Chi bộ thôn 2',
    'Chi bộ thôn 10',
    'Chi bộ thôn An',
    'Chi bộ thôn Ân',
    'Đảng bộ xã Nà Lâu',
  ]);
});

test('the short name drops the kind', () => {
  assert.deepEqual(['Đảng bộ xã Nà Lâu', 'Chi bộ thôn 2', 'Đảng bộ bộ phận Trường Cao đẳng', 'Chi bộ'].map(unitShortName), [
    'Xã Nà Lâu',
    'Thôn 2',
    'Trường Cao đẳng',
    'Chi bộ',
  ]);
});

test('a form with nothing in it says what each field needs', () => {
  const parsed = FoundUnitInput.safeParse({ parentId: 'x' });
  assert.ok(!parsed.success);
  const messages = new Map(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message]));
  assert.deepEqual([...messages.keys()].sort(), [
    'decisionDate',
    'decisionNumber',
    'effectiveOn',
    'issuer',
    'kind',
    'name',
    'parentId',
  ]);
});
