import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules } from '@/domain/rule-sets';
import { endingProblems, endingWarnings, extensionProblems, ratingProblems } from './endings';

const RULES = defaultRules();
const STAY = { startedOn: '2024-05-15', until: null, endedOn: null };
for (const [endedOn, expected] of [
  ['2027-05-14', ['rotate.min']],
  ['2027-05-15', []],
  ['2027-05-16', []],
] as const)
  test(`ending a stay since 15/05/2024 on ${endedOn}: ${expected.join() || 'long enough'}`, () =>
    assert.deepEqual(
      endingWarnings({ endedOn }, STAY, RULES).map(({ rule }) => rule),
      expected,
    ));

for (const [placement, postId, expected] of [
  ['returned', 'p1', []],
  ['returned', null, ['postId']],
  ['higher', null, ['postId']],
  ['elsewhere', 'p9', []],
  ['stayed', null, []],
  ['stayed', 'p9', ['postId']],
  ['retired', null, []],
  ['retired', 'p9', ['postId']],
] as const)
  test(`after-placement "${placement}" ${postId ? 'with' : 'without'} a post: ${expected.join() || 'taken'}`, () =>
    assert.deepEqual(
      endingProblems({ endedOn: '2027-06-01', placement, postId, decisionDate: '2027-05-20' }, STAY, '2027-06-01').map(
        ({ path }) => path,
      ),
      expected,
    ));

test('the decision that ends a stay was made by today, also where the person stays on', () => {
  for (const [decisionDate, expected] of [
    ['2027-06-01', []],
    ['2027-06-02', ['decisionDate']],
  ] as const)
    assert.deepEqual(
      endingProblems({ endedOn: '2027-06-01', placement: 'stayed', postId: null, decisionDate }, STAY, '2027-06-01').map(
        ({ path }) => path,
      ),
      expected,
    );
});

test('a stay ends once, and after it began', () => {
  const end = (endedOn: string, over = {}) =>
    endingProblems(
      { endedOn, placement: 'stayed', postId: null, decisionDate: '2024-05-01' },
      { ...STAY, ...over },
      '2027-06-01',
    ).map(({ path }) => path);
  assert.deepEqual(end('2024-05-15'), ['endedOn']);
  assert.deepEqual(end('2024-05-16'), []);
  assert.deepEqual(end('2027-06-01', { endedOn: '2027-05-20' }), ['']);
});

for (const [year, taken] of [
  [2023, false],
  [2024, true],
  [2026, true],
  [2027, false],
] as const)
  test(`rating the year ${year} of a stay since 15/05/2024 on 22/11/2026 is ${taken ? 'taken' : 'refused'}`, () =>
    assert.equal(ratingProblems(year, STAY, '2026-11-22').length, taken ? 0 : 1));

for (const [until, expected] of [
  ['2027-05-14', ['until']],
  ['2027-05-15', ['until']],
  ['2027-05-16', []],
] as const)
  test(`lengthening a stay that is due on 15/05/2027 to ${until}: ${expected.join() || 'taken'}`, () =>
    assert.deepEqual(
      extensionProblems({ until, decisionDate: '2026-11-01' }, STAY, '2027-05-15', '2026-11-22').map(({ path }) => path),
      expected,
    ));

test('a decision of tomorrow and an ended stay lengthen nothing', () => {
  const paths = (decisionDate: string, endedOn: string | null) =>
    extensionProblems({ until: '2028-05-15', decisionDate }, { ...STAY, endedOn }, '2027-05-15', '2026-11-22').map(
      ({ path }) => path,
    );
  assert.deepEqual(paths('2026-11-22', null), []);
  assert.deepEqual(paths('2026-11-23', null), ['decisionDate']);
  assert.deepEqual(paths('2026-11-22', '2026-10-01'), ['']);
});
