import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextBadge, probationEnds, type StandingFacts, standingWord } from '@/domain/members/standing-words';
import { defaultRules } from '@/domain/rule-sets';

const TODAY = '2026-11-22';
const rules = defaultRules();
const facts = (over: Partial<StandingFacts>): StandingFacts => ({
  status: 'official',
  exempt: false,
  away: false,
  leaving: false,
  leftKind: null,
  joined: '2010-05-19',
  ...over,
});

for (const [joined, word] of [
  ['2025-11-23', 'Dự bị'],
  ['2025-11-22', 'Đến hạn công nhận'],
  ['2025-11-21', 'Đến hạn công nhận'],
  ['2025', 'Dự bị'],
] as const) {
  test(`a probationer who joined ${joined} is shown as ${word}`, () => {
    assert.equal(standingWord(facts({ status: 'probationary', joined }), TODAY, rules).text, word);
  });
}

for (const [joined, word] of [
  ['1986-11-23', 'Chính thức'],
  ['1986-11-22', 'Huy hiệu 40 năm'],
  ['1985-11-23', 'Huy hiệu 40 năm'],
  ['1985-11-22', 'Chính thức'],
] as const) {
  test(`party age from ${joined} is shown as ${word}`, () =>
    assert.equal(standingWord(facts({ joined }), TODAY, rules).text, word));
}

test('a transfer on the way comes before anything else but having left', () => {
  assert.equal(standingWord(facts({ leaving: true, away: true, exempt: true }), TODAY, rules).tone, 'late');
  assert.equal(standingWord(facts({ status: 'left', leftKind: 'died', leaving: true }), TODAY, rules).text, 'Từ trần');
});

test('the next badge and its day; none after the last tier', () => {
  assert.deepEqual(nextBadge('1990-02-03', TODAY, rules), { tier: 40, on: '2030-02-03' });
  assert.equal(nextBadge('1930', TODAY, rules), null);
  assert.equal(probationEnds('2026-02', rules), null);
});
