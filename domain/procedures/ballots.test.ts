import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultRules } from '../rule-sets';
import { reaches } from '../rule-sets/shares';
import { baseOf, type Count, hasQuorum, isExactly, leastFor, outcomeOf } from './ballots';
import { STEPS, type Step, stepOf } from './steps';

const rules = defaultRules();
const share = rules['cadre.pass'].value;
const step = (number: number, source: 'local' | 'outside' = 'local'): Step => {
  const found = stepOf(source, number);
  assert.ok(found);
  return found;
};
const count = (base: number, votes: number[], more: Partial<Count> = {}): Count => ({
  summoned: base,
  present: base,
  members: base,
  issued: base,
  collected: base,
  valid: base,
  votes: votes.map((got, at) => ({ candidateId: 'ABCDE'[at] ?? '', votes: got })),
  headChoice: null,
  ...more,
});

test('local people go through five steps, people from elsewhere through three, numbered without a gap', () => {
  assert.deepEqual(
    STEPS.local.map(({ number, ballot, base, announced }) => [number, ballot, base, announced]),
    [
      [1, 'none', 'summoned', true],
      [2, 'nomination', 'summoned', false],
      [3, 'vote', 'members', true],
      [4, 'opinion', 'summoned', false],
      [5, 'vote', 'members', true],
    ],
  );
  assert.deepEqual(
    STEPS.outside.map(({ number, ballot, base, announced }) => [number, ballot, base, announced]),
    [
      [1, 'none', 'summoned', true],
      [2, 'vote', 'summoned', true],
      [3, 'none', 'summoned', true],
    ],
  );
  assert.equal(step(4).secret, 'optional');
});

const QUORUM: [summoned: number, least: number][] = [
  [1, 1],
  [2, 2],
  [3, 2],
  [9, 6],
  [10, 7],
  [11, 8],
  [12, 8],
  [150, 100],
];
for (const [summoned, least] of QUORUM)
  test(`of ${summoned} summoned ${least} make a quorum, one fewer does not`, () => {
    assert.equal(leastFor(rules['cadre.quorum'].value, summoned), least);
    assert.equal(hasQuorum(rules['cadre.quorum'], least - 1, summoned), false);
    assert.equal(hasQuorum(rules['cadre.quorum'], least, summoned), true);
    assert.equal(hasQuorum(rules['cadre.quorum'], least + 1, summoned), true);
    const short = count(summoned, [summoned], { present: least - 1 });
    assert.equal(outcomeOf(step(3), short, rules).kind, 'no_quorum');
    assert.equal(outcomeOf(step(1), short, rules).kind, 'no_quorum');
    assert.notEqual(outcomeOf(step(3), { ...short, present: least }, rules).kind, 'no_quorum');
  });

test('nobody summoned is no quorum, and the appraisal, which is no meeting, needs none', () => {
  assert.equal(hasQuorum(rules['cadre.quorum'], 0, 0), false);
  assert.equal(outcomeOf(step(3, 'outside'), count(0, [0]), rules).kind, 'held');
});

type Case = [name: string, step: Step, base: number, votes: number[], kind: string, onward: string, head?: string];
const CASES: Case[] = [
  ['vote of 10: 4 is not enough', step(3), 10, [4], 'refused', ''],
  ['vote of 10: exactly half waits for the head', step(3), 10, [5], 'tie', ''],
  ['vote of 10: exactly half, the head is for', step(3), 10, [5], 'head', 'A', 'A'],
  ['vote of 10: exactly half, the head names someone who has less', step(3), 10, [5, 4], 'tie', '', 'B'],
  ['vote of 10: two tied at half, the head takes the second', step(5), 10, [5, 5], 'head', 'B', 'B'],
  ['vote of 10: two tied at half, the head has not spoken', step(5), 10, [5, 5], 'tie', ''],
  ['vote of 10: 6 pass', step(3), 10, [6, 4], 'passed', 'A'],
  ['vote of 11: no exact half, 5 is refused', step(5), 11, [5, 5], 'refused', ''],
  ['vote of 11: 6 pass', step(5), 11, [5, 6], 'passed', 'B'],
  ['vote of 1: the one member is over half', step(5), 1, [1], 'passed', 'A'],
  ['vote of 2: one is exactly half', step(5), 2, [1], 'tie', ''],
  ['vote with nobody in its base passes nobody', step(5), 0, [0], 'no_quorum', ''],
  ['vote at the sending place: 5 of 10 waits for the head', step(2, 'outside'), 10, [5], 'tie', ''],
  ['vote at the sending place: 6 of 10', step(2, 'outside'), 10, [6], 'passed', 'A'],
  ['nomination of 10: over half goes on alone', step(2), 10, [6, 4], 'passed', 'A'],
  ['nomination of 10: exactly half is not over half, the two highest go on', step(2), 10, [5, 3, 2], 'top_two', 'AB'],
  ['nomination of 11: nobody over half, the two highest go on', step(2), 11, [3, 5, 2, 1], 'top_two', 'BA'],
  ['nomination of 10: two tied at half go on together', step(2), 10, [5, 5], 'top_two', 'AB'],
  ['nomination of 10: two tied for the second place', step(2), 10, [4, 3, 3], 'top_two', 'ABC'],
  ['nomination of 9: three tied for both places', step(2), 9, [3, 3, 3], 'top_two', 'ABC'],
  ['nomination: whom nobody named does not go on', step(2), 10, [4, 0, 0], 'top_two', 'A'],
  ['nomination without any vote', step(2), 10, [0, 0], 'refused', ''],
  ['opinions are heard, whatever they are', step(4), 10, [1, 9], 'heard', 'AB'],
  ['the review names everyone', step(1), 10, [0, 0, 0], 'held', 'ABC'],
];
test('as many go on from a nomination without a majority as the rule says', () => {
  for (const [most, onward] of [
    [1, 'B'],
    [2, 'BA'],
    [3, 'BAC'],
  ] as const) {
    const own = { ...rules, 'cadre.runners': { ...rules['cadre.runners'], value: most } };
    assert.equal(outcomeOf(step(2), count(12, [3, 5, 2, 1]), own).onward.join(''), onward);
  }
});

for (const [name, at, base, votes, kind, onward, headChoice = null] of CASES)
  test(name, () => {
    const got = outcomeOf(at, count(base, votes, { headChoice }), rules);
    assert.deepEqual([got.kind, got.onward.join('')], [kind, onward]);
  });

test('where the province lets nobody decide at exactly half, exactly half is refused', () => {
  const strict = { ...rules, 'cadre.tie': { ...rules['cadre.tie'], value: 'refused' as const } };
  assert.equal(outcomeOf(step(5), count(10, [5], { headChoice: 'A' }), strict).kind, 'refused');
});

test('equals for the last place of a nomination are told apart from who is ahead', () => {
  assert.deepEqual(outcomeOf(step(2), count(10, [4, 3, 3]), rules).tied, ['B', 'C']);
  assert.deepEqual(outcomeOf(step(2), count(10, [4, 3, 2]), rules).tied, []);
});

test('shares are of the summoned or of all members, and being present changes nothing', () => {
  const sitting = count(12, [6], { present: 9, members: 13 });
  assert.equal(baseOf(step(2), sitting), 12);
  assert.equal(baseOf(step(3), sitting), 13);
  assert.equal(outcomeOf(step(3), sitting, rules).kind, 'refused');
  assert.equal(outcomeOf(step(3), { ...sitting, votes: [{ candidateId: 'A', votes: 7 }] }, rules).kind, 'passed');
  assert.equal(outcomeOf(step(2, 'outside'), sitting, rules).kind, 'tie');
});

const whole = (max: number, min = 0) => fc.integer({ min, max });

test('property: the least number reaches the share and one fewer does not; exactly half is neither over nor under', () => {
  fc.assert(
    fc.property(whole(2000, 1), whole(12, 1), whole(12), fc.boolean(), (base, denominator, part, over) => {
      const rule = { numerator: Math.min(part, denominator - (over ? 1 : 0)), denominator, over, base: 'summoned' as const };
      const least = leastFor(rule, base);
      assert.ok(reaches(rule, least, base));
      assert.ok(least === 0 || !reaches(rule, least - 1, base));
    }),
  );
  fc.assert(
    fc.property(whole(1000, 1), whole(1000), (base, votes) => {
      assert.equal(isExactly(share, votes, base), votes * 2 === base);
      assert.ok(!(isExactly(share, votes, base) && reaches(share, votes, base)));
    }),
  );
});

test('property: who was present beyond the quorum, and in which order names stand, never changes who goes on', () => {
  const sitting = fc
    .record({
      base: whole(60, 3),
      raw: fc.array(whole(60), { minLength: 1, maxLength: 4 }),
      number: whole(5, 1),
      away: whole(60),
    })
    .map(({ base, raw, number, away }) => ({ base, number, votes: raw.map((got) => got % (base + 1)), away }));
  fc.assert(
    fc.property(sitting, ({ base, number, votes, away }) => {
      const full = count(base, votes);
      const least = leastFor(rules['cadre.quorum'].value, base);
      const outcome = outcomeOf(step(number), full, rules);
      const fewer = outcomeOf(step(number), { ...full, present: Math.max(least, base - away) }, rules);
      const turned = outcomeOf(step(number), { ...full, votes: [...full.votes].reverse() }, rules);
      assert.deepEqual(fewer, outcome);
      assert.deepEqual([turned.kind, [...turned.onward].sort()], [outcome.kind, [...outcome.onward].sort()]);
    }),
  );
});

test('property: a vote never sends on two people, and nobody with less than half', () => {
  fc.assert(
    fc.property(whole(60, 1), whole(60), whole(60), fc.constantFrom(null, 'A', 'B'), (base, a, b, headChoice) => {
      const votes = [a % (base + 1), b % (base + 1)];
      const { onward } = outcomeOf(step(5), count(base, votes, { headChoice }), rules);
      assert.ok(onward.length <= 1);
      for (const id of onward) assert.ok((votes['AB'.indexOf(id)] ?? 0) * 2 >= base);
    }),
  );
});
