import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules } from '@/domain/rule-sets';
import { planProblems, planState } from './plan';
import { stepProblems, stepWarnings } from './steps';

const RULES = defaultRules();
const TODAY = '2026-11-22';
const PROPOSED = { startedOn: null, withdrawnAt: null, endedOn: null };
const BEFORE = [
  { kind: 'proposed', effectiveOn: '2026-10-01' },
  { kind: 'consulted', effectiveOn: '2026-10-20' },
] as const;
const paths = (step: 'consulted' | 'appraised' | 'submitted' | 'announced', heldOn: string, rotation: object = {}) =>
  stepProblems({ step, heldOn }, { ...PROPOSED, ...rotation }, BEFORE, TODAY).map(({ path }) => path);

for (const [heldOn, expected] of [
  ['2026-10-19', ['heldOn']],
  ['2026-10-20', []],
  ['2026-11-22', []],
  ['2026-11-23', ['heldOn']],
] as const)
  test(`an appraisal on ${heldOn} after talks on 20/10/2026: ${expected.join() || 'taken'}`, () =>
    assert.deepEqual(paths('appraised', heldOn), expected));

test('a step is written once, and none is prepared after the decision', () => {
  assert.deepEqual(paths('consulted', '2026-11-01'), ['step']);
  assert.deepEqual(paths('submitted', '2026-11-01', { startedOn: '2026-11-01' }), ['step']);
});

test('only what is decided is announced, and nothing goes on with what was withdrawn', () => {
  assert.deepEqual(paths('announced', '2026-11-10'), ['step']);
  assert.deepEqual(paths('announced', '2026-11-10', { startedOn: '2026-11-10' }), []);
  assert.deepEqual(paths('appraised', '2026-11-10', { withdrawnAt: new Date() }), ['']);
});

test('steps left out before the decision are told by name', () => {
  assert.match(stepWarnings(['proposed', 'consulted'], RULES)[0]?.message ?? '', /“Thẩm tra .+”, “Trình cấp có thẩm quyền”/);
  assert.deepEqual(stepWarnings(['proposed', 'consulted', 'appraised', 'submitted'], RULES), []);
  const free = { 'rotate.conditions': { ...RULES['rotate.conditions'], value: 'free' as const } };
  assert.deepEqual(stepWarnings(['proposed'], free), []);
});

for (const [lines, own, decisionDate, faults] of [
  [1, false, '2026-11-22', 0],
  [0, false, '2026-11-22', 1],
  [1, true, '2026-11-22', 1],
  [1, false, '2026-11-23', 1],
] as const)
  test(`approving a plan of ${lines} lines ${own ? 'by its own drafter ' : ''}on ${decisionDate}: ${faults ? 'refused' : 'taken'}`, () =>
    assert.equal(planProblems({ lines, own, decisionDate }, TODAY).length, faults));

test('a plan is a draft, then runs until each of its needs has a rotation', () => {
  assert.equal(planState({ approvedAt: null, lines: 2, started: 0 }), 'draft');
  assert.equal(planState({ approvedAt: new Date(), lines: 2, started: 1 }), 'running');
  assert.equal(planState({ approvedAt: new Date(), lines: 2, started: 2 }), 'filled');
});
