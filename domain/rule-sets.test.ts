import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOLIDAYS, isRuleKey, RUBRICS, RULE_GROUPS, RULE_SEED, Rubric, reaches, ruleOf } from './rule-sets';

test('every default fits its own rule, can be shown and names its document', () => {
  for (const { key, value, citation, validFrom } of RULE_SEED) {
    assert.ok(ruleOf(key).schema.safeParse(value).success, key);
    assert.ok(ruleOf(key).show(value).length > 0, key);
    assert.match(validFrom, /^\d{4}-\d\d-\d\d$/);
    assert.ok(citation.length > 10, key);
  }
});

test('every rule stands in exactly one group', () => {
  assert.deepEqual(RULE_GROUPS.flatMap(({ keys }) => keys).sort(), RULE_SEED.map(({ key }) => key).sort());
  assert.ok(isRuleKey('vote.admit') && !isRuleKey('toString'));
});

test('a share is met at the exact fraction when "at least", one above it when "more than"', () => {
  const atLeast = { numerator: 2, denominator: 3, over: false, base: 'official' } as const;
  assert.deepEqual(
    [7, 8, 9].map((votes) => reaches(atLeast, votes, 12)),
    [false, true, true],
  );
  const over = { numerator: 1, denominator: 2, over: true, base: 'voting' } as const;
  assert.deepEqual(
    [5, 6, 7].map((votes) => reaches(over, votes, 12)),
    [false, false, true],
  );
});

test('both known rubrics add up to 100, and one that does not is refused', () => {
  for (const rubric of Object.values(RUBRICS)) assert.ok(Rubric.safeParse(rubric).success, rubric.name);
  const broken = { ...RUBRICS.phuTho, groups: RUBRICS.phuTho.groups.slice(1) };
  assert.equal(Rubric.safeParse(broken).success, false);
});

test('no holiday stands twice, and a made-up working day is a weekend day', () => {
  assert.equal(new Set(HOLIDAYS.map(({ day }) => day)).size, HOLIDAYS.length);
  for (const { day, workday } of HOLIDAYS) if (workday) assert.ok([0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()), day);
});
