import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Level } from '@/domain/posts/kinds';
import { defaultRules } from '@/domain/rule-sets';
import { asksForReason, type CheckKey, listChecks, personChecks, titlesAtLevel } from './checks';
import type { Person, PlanTerm } from './planning';
import { aPerson, aTitle } from './testing';

const rules = defaultRules();
const NEXT: PlanTerm = { from: '2030-06-01', day: '2026-11-22' };
const CURRENT: PlanTerm = { from: '2025-06-01', day: '2026-11-22' };

const verdict = (key: CheckKey, person: Partial<Person>, term = NEXT, given = rules) =>
  personChecks(aPerson(person), aTitle(), term, given).find((check) => check.key === key)?.verdict;

test('a person without fault meets every rule, and each answer names its rule', () => {
  const checks = personChecks(aPerson(), aTitle(), NEXT, rules);
  assert.deepEqual(new Set(checks.map((check) => check.verdict)), new Set(['met']));
  for (const check of checks) assert.match(check.basis, /^theo .*hiệu lực từ \d\d\/\d\d\/\d{4}$/);
  assert.equal(asksForReason(checks), false);
});

test('only a title above the present post is planned', () => {
  assert.deepEqual(
    [29, 30, 31].map((grade) => verdict('higher', { grade })),
    ['met', 'against', 'against'],
  );
  assert.equal(verdict('higher', { grade: null }), 'unknown');
});

test('a seat in a committee is not compared with the post held beside it', () => {
  const [higher] = personChecks(aPerson({ grade: 90 }), aTitle({ body: true }), NEXT, rules);
  assert.deepEqual([higher?.key, higher?.verdict], ['higher', 'met']);
});

test('an appointment under way stands against planning for that title, and for no other', () => {
  assert.equal(verdict('appointing', { appointing: ['deputy'] }), 'against');
  assert.equal(verdict('appointing', { appointing: ['chair'] }), 'met');
});

test('for the next term: two terms are enough, one is for the competent level to decide, less is too little', () => {
  const cases: [string, string][] = [
    ['2035-05-01', 'against'], // 59 months
    ['2035-06-01', 'decide'], // 60
    ['2035-07-01', 'decide'], // 61
    ['2040-05-01', 'decide'], // 119
    ['2040-06-01', 'met'], // 120
    ['2040-07-01', 'met'], // 121
  ];
  for (const [reaches, expected] of cases) assert.equal(verdict('age', { reaches }), expected, reaches);
  assert.equal(verdict('age', { reaches: null }), 'unknown');
});

test('for the term that runs: one full term from the day of the list', () => {
  assert.deepEqual(
    ['2031-10-01', '2031-11-01', '2031-12-01'].map((reaches) => verdict('age', { reaches }, CURRENT)),
    ['against', 'met', 'met'],
  );
});

test('a discipline counts until the day it has expired', () => {
  const warned = (endsOn: string | null) => verdict('discipline', { discipline: [{ form: 'warning', endsOn }] });
  assert.deepEqual(
    [warned('2026-11-21'), warned('2026-11-22'), warned('2026-11-23'), warned(null)],
    ['met', 'met', 'against', 'against'],
  );
});

test('an expired removal is left to the competent level, and a running reprimand beside it still counts', () => {
  const removed = { form: 'removal', endsOn: '2020-01-01' } as const;
  assert.equal(verdict('discipline', { discipline: [removed] }), 'decide');
  assert.equal(verdict('discipline', { discipline: [removed, { form: 'reprimand', endsOn: null }] }), 'against');
});

test('the latest finished year decides the rating; the running year does not count', () => {
  const rated = (...ratings: Person['ratings']) => verdict('rating', { ratings });
  assert.equal(rated({ year: 2025, level: 'done' }), 'met');
  assert.equal(rated({ year: 2025, level: 'failed' }), 'against');
  assert.equal(rated({ year: 2025, level: 'good' }, { year: 2026, level: 'failed' }), 'met');
  assert.equal(rated({ year: 2025, level: 'failed' }, { year: 2024, level: 'outstanding' }), 'against');
  assert.equal(rated(), 'unknown');
});

test('a province that asks for "good" gets it', () => {
  const strict = { ...rules, 'plan.rating': { ...rules['plan.rating'], value: 'good' as const } };
  const rated = (level: 'outstanding' | 'good' | 'done') => verdict('rating', { ratings: [{ year: 2025, level }] }, NEXT, strict);
  assert.deepEqual([rated('outstanding'), rated('good'), rated('done')], ['met', 'met', 'against']);
});

const names = (count: number, titleId = 'deputy') =>
  Array.from({ length: count }, (_, index) => ({ personId: `p${index}`, titleId }));

test('persons a title: none and one are a reminder, two and three are right, four are too many', () => {
  const found = (count: number) => listChecks(names(count), [aTitle()], rules).map(({ key, verdict }) => `${key} ${verdict}`);
  assert.deepEqual([0, 1, 2, 3, 4].map(found), [['fewest remind'], ['fewest remind'], [], [], ['persons against']]);
});

test('the same person twice on a title is one person', () => {
  assert.deepEqual(listChecks([...names(3), ...names(3)], [aTitle()], rules), []);
});

test('a committee has no limit of three: its coefficient judges it', () => {
  assert.deepEqual(listChecks(names(20), [aTitle({ body: true, seats: 15 })], rules), []);
});

const titles = (count: number, level: Level) =>
  Array.from({ length: count }, (_, index) => aTitle({ id: `${level}${index}`, level, body: true }));

test('titles a person at one level: three are right, four are not; two levels count apart', () => {
  const found = (communes: number, provinces: number) => {
    const all = [...titles(communes, 'commune'), ...titles(provinces, 'province')];
    return listChecks(
      all.map(({ id }) => ({ personId: 'lan', titleId: id })),
      all,
      rules,
    ).map(({ key }) => key);
  };
  assert.deepEqual([found(2, 0), found(3, 0), found(4, 0), found(3, 3)], [[], [], ['titles'], []]);
});

const list = fc.array(
  fc.record({
    personId: fc.constantFrom('a', 'b', 'c'),
    titleId: fc.constantFrom(...Array.from({ length: 12 }, (_, i) => `t${i}`)),
  }),
  { maxLength: 30 },
);

test('nobody stands above three titles at a level unnoticed, and nobody below is accused', () => {
  const all = Array.from({ length: 12 }, (_, index) =>
    aTitle({ id: `t${index}`, level: index % 2 ? 'commune' : 'province', body: true }),
  );
  fc.assert(
    fc.property(list, (placed) => {
      const accused = listChecks(placed, all, rules).flatMap(({ key, personId }) => (key === 'titles' ? (personId ?? '') : []));
      for (const person of ['a', 'b', 'c']) {
        const held = all.filter(({ id }) => placed.some(({ personId, titleId }) => personId === person && titleId === id));
        const levels = ['commune', 'province'].filter((level) => held.filter((title) => title.level === level).length > 3);
        assert.equal(accused.filter((id) => id === person).length, levels.length);
      }
      const total = [...titlesAtLevel(placed, all).values()]
        .flatMap((levels) => [...levels.values()])
        .reduce((sum, n) => sum + n, 0);
      assert.equal(total, new Set(placed.map(({ personId, titleId }) => `${personId} ${titleId}`)).size);
    }),
  );
});

test('an age short of one term names the rule of one term, one short of two names that of two', () => {
  const cited = (key: 'plan.terms' | 'plan.terms.least') => ({ ...rules[key], citation: key });
  const own = { ...rules, 'plan.terms': cited('plan.terms'), 'plan.terms.least': cited('plan.terms.least') };
  const basis = (reaches: string) =>
    personChecks(aPerson({ reaches }), aTitle(), { from: '2030-06-01', day: '2026-11-22' }, own).find(({ key }) => key === 'age')
      ?.basis ?? '';
  assert.match(basis('2035-05-01'), /theo plan\.terms\.least,/);
  assert.match(basis('2035-06-01'), /theo plan\.terms,/);
});
