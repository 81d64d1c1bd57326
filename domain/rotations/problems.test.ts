import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules } from '@/domain/rule-sets';
import { askReason, type Move, moveWarnings, rotationProblems } from './problems';

const RULES = defaultRules();
const MOVE: Move = {
  basis: 'a',
  fromPostId: 'p1',
  toPostId: 'p2',
  from: 'province',
  to: 'commune',
  startedOn: '2026-11-01',
  until: null,
  monthsLeft: 150,
  planned: true,
  higher: false,
  local: false,
  freeSeats: 1,
};
const rulesOf = (move: Partial<Move>) => moveWarnings({ ...MOVE, ...move }, RULES).map(({ rule }) => rule);
const paths = (move: Partial<Move>, running: string | null = null) =>
  rotationProblems({ ...MOVE, ...move }, running, RULES).map(({ path }) => path);

test('a case that meets every rule has nothing to say', () => {
  assert.deepEqual(rulesOf({}), []);
  assert.deepEqual(paths({}), []);
});

test('conditions that are no months name the rule in force, and are not asked where the province does not ask', () => {
  const unmet: Move = { ...MOVE, planned: false, higher: true, freeSeats: 0 };
  const rule = { ...RULES['rotate.conditions'], citation: 'Quy định mới về luân chuyển', validFrom: '2026-01-01' };
  const told = moveWarnings(unmet, { ...RULES, 'rotate.conditions': rule });
  assert.deepEqual(
    told.map((warning) => warning.rule),
    ['planned', 'higher', 'seats'],
  );
  for (const { message } of told) assert.match(message, /theo Quy định mới về luân chuyển, hiệu lực từ 01\/01\/2026/);
  assert.deepEqual(moveWarnings(unmet, { ...RULES, 'rotate.conditions': { ...rule, value: 'free' } }), []);
});

for (const [basis, monthsLeft, warned] of [
  ['a', 119, true],
  ['a', 120, false],
  ['a', 121, false],
  ['c', 119, true],
  ['c', 120, false],
  ['b', 59, true],
  ['b', 60, false],
  ['b', 61, false],
  ['a', null, true],
] as const)
  test(`basis ${basis} with ${monthsLeft} months of work left: ${warned ? 'the rule is named' : 'enough'}`, () => {
    assert.deepEqual(rulesOf({ basis, monthsLeft }), warned ? ['months.rotate'] : []);
  });

test('the warning of age cites the rule in force with its number', () => {
  const [warning] = moveWarnings({ ...MOVE, monthsLeft: 119 }, RULES);
  assert.match(warning?.message ?? '', /Còn 119 tháng .+ 120 tháng \(theo Quy định 65-QĐ\/TW .+, hiệu lực từ 28\/04\/2022\)/);
});

for (const [until, expected] of [
  ['2029-10-31', ['rotate.min']],
  ['2029-11-01', []],
  ['2029-11-02', []],
  [null, []],
] as const)
  test(`a stay from 01/11/2026 until ${until}: ${expected.join() || 'long enough'}`, () =>
    assert.deepEqual(rulesOf({ until }), expected));

test('each further condition is told by itself', () => {
  assert.deepEqual(rulesOf({ planned: false }), ['planned']);
  assert.deepEqual(rulesOf({ basis: 'c', planned: false }), []);
  assert.deepEqual(rulesOf({ higher: true }), ['higher']);
  assert.deepEqual(rulesOf({ basis: 'b', local: true }), ['local']);
  assert.deepEqual(rulesOf({ basis: 'b', local: null }), ['local']);
  assert.deepEqual(rulesOf({ basis: 'a', local: true }), []);
  assert.deepEqual(rulesOf({ freeSeats: 0 }), ['seats']);
  assert.deepEqual(rulesOf({ freeSeats: 2 }), []);
});

for (const [startedOn, from, to, refused] of [
  ['2025-06-30', 'province', 'district', false],
  ['2025-07-01', 'province', 'district', true],
  ['2025-07-02', 'province', 'district', true],
  ['2025-06-30', 'district', 'commune', false],
  ['2025-07-01', 'district', 'commune', true],
  ['2025-07-01', 'province', 'commune', false],
] as const)
  test(`${from} to ${to} from ${startedOn} on is ${refused ? 'refused' : 'taken'}`, () =>
    assert.deepEqual(paths({ startedOn, from, to }), refused ? ['startedOn'] : []));

test('nobody is rotated to the post they hold, to two places at once, or for no time', () => {
  assert.deepEqual(paths({ toPostId: 'p1' }), ['postId']);
  assert.deepEqual(paths({}, 'xã Đông Sơn'), ['']);
  assert.deepEqual(paths({ until: '2026-11-01' }), ['until']);
  assert.deepEqual(paths({ until: '2026-11-02' }), []);
});

test('a warning asks for a reason and lets pass with one', () => {
  const warnings = moveWarnings({ ...MOVE, monthsLeft: 90, freeSeats: 0 }, RULES);
  assert.deepEqual(
    askReason(warnings, null).map(({ path }) => path),
    ['exceptionReason', 'exceptionReason'],
  );
  assert.deepEqual(askReason(warnings, 'Theo kết luận của Ban Thường vụ'), []);
});
