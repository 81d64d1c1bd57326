import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leavesOf, withLeaves } from './leaves';
import { ageWords, ROADMAP, Roadmap, roadmapWords } from './roadmap';

const fits = (change: Partial<Roadmap>) => Roadmap.safeParse({ ...ROADMAP, ...change }).success;

test('the roadmap of the decree: 8 ages of men to 62, 15 of women to 60', () => {
  assert.deepEqual([ROADMAP.men.length, ROADMAP.men.at(-1), ROADMAP.women.length, ROADMAP.women.at(-1)], [8, 744, 15, 720]);
  assert.equal(
    roadmapWords(ROADMAP),
    'nam từ 60 tuổi 3 tháng (2021) đến 62 tuổi (2028); nữ từ 55 tuổi 4 tháng (2021) đến 60 tuổi (2035)',
  );
  assert.deepEqual([744, 741].map(ageWords), ['62 tuổi', '61 tuổi 9 tháng']);
});

test('a roadmap that falls, leaps a year or begins under the age before it is refused', () => {
  assert.ok(fits({ men: [723, 723, 734] }));
  assert.ok(!fits({ men: [723, 722] }));
  assert.ok(fits({ men: [723, 734] }) && !fits({ men: [723, 735] }));
  assert.ok(fits({ women: [660] }) && !fits({ women: [659] }) && !fits({ women: [] }));
});

test('a roadmap can be typed on the form of rules and comes back the same', () => {
  const leaves = leavesOf(ROADMAP);
  assert.ok(leaves.every(({ label, path }) => label !== path));
  assert.deepEqual(withLeaves(ROADMAP, Object.fromEntries(leaves.map(({ path, text }) => [path, text]))), ROADMAP);
});
