import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules } from '@/domain/rule-sets';
import { type VoteStep, voteResult } from './votes';

const rules = defaultRules();
const outcome = (step: VoteStep, votes: number, summoned: number, given = rules) =>
  voteResult({ step, votes, summoned }, given).outcome;

test('a deciding step asks for more than half of those summoned, and exactly half is left to the head', () => {
  assert.deepEqual(
    [9, 10, 11].map((votes) => outcome('standing', votes, 20)),
    ['failed', 'tied', 'passed'],
  );
  assert.deepEqual(
    [7, 8].map((votes) => outcome('committee', votes, 15)),
    ['failed', 'passed'],
  );
});

test('where exactly half is refused, it fails', () => {
  const refusing = { ...rules, 'cadre.tie': { ...rules['cadre.tie'], value: 'refused' as const } };
  assert.equal(outcome('committee', 10, 20, refusing), 'failed');
});

test('where the province asks for two thirds, two thirds are the line and half is short of it', () => {
  const value = { numerator: 2, denominator: 3, over: true, base: 'summoned' as const };
  const strict = { ...rules, 'cadre.pass': { ...rules['cadre.pass'], value } };
  assert.deepEqual(
    [9, 12, 13].map((votes) => outcome('standing', votes, 18, strict)),
    ['failed', 'tied', 'passed'],
  );
});

test('an introducing step asks for the share the province has set', () => {
  assert.deepEqual(
    [29, 30, 31].map((votes) => outcome('key', votes, 100)),
    ['failed', 'passed', 'passed'],
  );
});

test('the words tell votes, base and share', () => {
  assert.equal(voteResult({ step: 'expanded', votes: 41, summoned: 52 }, rules).words, '41/52 phiếu (78,8%)');
});
