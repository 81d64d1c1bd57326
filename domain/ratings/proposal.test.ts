import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultRules, type Rules } from '@/domain/rule-sets';
import { levelByPoints, proposalOf, type RatingFacts } from './proposal';
import type { Level } from './words';

const rules = defaultRules();
const BEST: RatingFacts = {
  subject: 'person',
  leads: false,
  points: 95,
  assigned: 10,
  done: 10,
  onTime: 10,
  above: 30,
  disciplined: null,
  ledLevel: null,
  violation: null,
};
const propose = (over: Partial<RatingFacts>, by: Rules = rules) => proposalOf({ ...BEST, ...over }, by).level;

for (const [points, level] of [
  [100, 'outstanding'],
  [91, 'outstanding'],
  [90, 'outstanding'],
  [89.5, 'good'],
  [89, 'good'],
  [71, 'good'],
  [70, 'good'],
  [69, 'done'],
  [51, 'done'],
  [50, 'done'],
  [49, 'failed'],
  [0, 'failed'],
] as const)
  test(`${points} points lie in the band “${level}”`, () => assert.equal(levelByPoints(points, rules), level));

const CASES: [string, Partial<RatingFacts>, Level | null][] = [
  ['29 % above requirement is not enough for the top', { above: 29 }, 'good'],
  ['30 % above requirement is enough', { above: 30 }, 'outstanding'],
  ['31 % above requirement is enough', { above: 31 }, 'outstanding'],
  ['work above requirement that nobody counted is not taken as met', { above: null }, 'good'],
  ['one of ten tasks late is neither the top nor good', { onTime: 9 }, 'done'],
  ['19 % of the tasks late still completes', { assigned: 100, done: 100, onTime: 81 }, 'done'],
  ['20 % of the tasks late still completes', { assigned: 100, done: 100, onTime: 80 }, 'done'],
  ['21 % of the tasks late does not complete', { assigned: 100, done: 100, onTime: 79 }, 'failed'],
  ['a task left undone does not complete, whatever the points', { assigned: 100, done: 99, onTime: 99 }, 'failed'],
  ['89 points with every condition met are good', { points: 89 }, 'good'],
  ['69 points with every condition met are done', { points: 69 }, 'done'],
  ['49 points are not done though every task is', { points: 49 }, 'failed'],
  ['without points nothing is proposed', { points: null }, null],
  ['without counted tasks no level above the last can be shown', { assigned: null, done: null, onTime: null }, 'failed'],
  ['a listed violation decides alone', { violation: 'Bị kỷ luật cách chức' }, 'failed'],
  ['a head of a unit rated at the top may be at the top', { leads: true, ledLevel: 'outstanding' }, 'outstanding'],
  ['a head of a unit rated good is at most good', { leads: true, ledLevel: 'good' }, 'good'],
  ['a head of a unit rated done is at most done', { leads: true, ledLevel: 'done' }, 'done'],
  ['a head of a unit not rated yet waits for it', { leads: true, ledLevel: null }, 'done'],
  ['a collective without discipline may be at the top', { subject: 'collective', disciplined: 0 }, 'outstanding'],
  ['a collective with one disciplined unit is at most good', { subject: 'collective', disciplined: 1 }, 'good'],
  ['a collective whose discipline is not known is at most good', { subject: 'collective', disciplined: null }, 'good'],
];
for (const [situation, facts, level] of CASES) test(situation, () => assert.equal(propose(facts), level));

test('every condition tells the regulation it stands in and whether it is met', () => {
  const { conditions, byPoints } = proposalOf({ ...BEST, above: 12, leads: true }, rules);
  assert.equal(byPoints, 'outstanding');
  assert.ok(conditions.every(({ basis }) => basis === 'theo Quy định 366-QĐ/TW ngày 30/8/2025, hiệu lực từ 30/08/2025'));
  assert.deepEqual(
    conditions.filter(({ met }) => met !== true).map(({ level, met, text }) => [level, met, text]),
    [
      ['outstanding', null, 'Lĩnh vực, đơn vị phụ trách đạt “Hoàn thành xuất sắc nhiệm vụ” trở lên'],
      ['outstanding', false, 'Khối lượng vượt yêu cầu từ 30%'],
      ['good', null, 'Lĩnh vực, đơn vị phụ trách đạt “Hoàn thành tốt nhiệm vụ” trở lên'],
    ],
  );
});

test('other values of the rules move the lines', () => {
  const stricter: Rules = {
    ...rules,
    'class.bands': { ...rules['class.bands'], value: { outstanding: 96, good: 80, done: 60 } },
    'class.late': { ...rules['class.late'], value: 5 },
  };
  assert.equal(propose({}, stricter), 'good');
  assert.equal(propose({ points: 65, assigned: 100, done: 100, onTime: 94 }, stricter), 'failed');
});
