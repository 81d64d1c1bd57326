import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultRules } from '@/domain/rule-sets';
import type { PlannerPost } from './needs';
import { lackingGrassroots, mostPoints, type PlannerPerson, rankFor } from './proposals';

const RULES = defaultRules();
const POST: PlannerPost = {
  id: 'p1',
  title: 'Bí thư Đảng ủy',
  unitId: 'u1',
  unitName: 'Đảng bộ xã Đông Sơn',
  level: 'commune',
  head: true,
  outsider: true,
  holder: null,
};
const PERSON: PlannerPerson = {
  id: 'c1',
  name: 'Lê Thị Hòa',
  sortKey: 'hoa le thi',
  position: 'Phó Trưởng phòng, Ban Tổ chức Tỉnh ủy',
  unitId: 'u9',
  homePlace: 'xã Tân Lập, tỉnh Bình Sơn',
  plannedPostIds: ['p1'],
  grassrootsMonths: 0,
  monthsLeft: 150,
  goodYears: [true, true, true],
};
const pointsOf = (over: Partial<PlannerPerson>) =>
  Object.fromEntries(
    rankFor(POST, [{ ...PERSON, ...over }], RULES)[0]?.criteria.map(({ label, points }) => [label, points]) ?? [],
  );

test('who meets every criterion has the most points, and each point has its words', () => {
  const [proposal] = rankFor(POST, [PERSON], RULES);
  assert.equal(proposal?.points, mostPoints(RULES));
  assert.equal(proposal?.points, 100);
  for (const { words, label } of proposal?.criteria ?? []) assert.ok(words.length > 10 && label.length > 3);
});

for (const [months, points] of [
  [35, 20],
  [36, 0],
  [37, 0],
  [null, 0],
] as const)
  test(`${months ?? 'unknown'} months at the grass roots give ${points} points of need`, () =>
    assert.equal(pointsOf({ grassrootsMonths: months })['Rèn luyện ở cơ sở'], points));

for (const [monthsLeft, points] of [
  [119, 0],
  [120, 20],
  [121, 20],
  [null, 0],
] as const)
  test(`${monthsLeft} months of work left give ${points} points`, () =>
    assert.equal(pointsOf({ monthsLeft })['Thời gian công tác còn lại'], points));

for (const [plannedPostIds, points] of [
  [[], 0],
  [['p7'], 15],
  [['p7', 'p1'], 30],
] as const)
  test(`planned for ${plannedPostIds.join(', ') || 'nothing'}: ${points} points`, () =>
    assert.equal(pointsOf({ plannedPostIds })['Quy hoạch'], points));

for (const [goodYears, points] of [
  [[], 0],
  [[true, false], 5],
  [[true, true, true], 15],
  [[false, true, true, true, true], 10],
] as const)
  test(`ratings ${goodYears.map((good) => (good ? 'good' : 'less')).join(', ') || 'none'} give ${points} points`, () =>
    assert.equal(pointsOf({ goodYears })['Kết quả xếp loại'], points));

test('a local has no points for being from elsewhere, nor has somebody of unknown origin', () => {
  assert.equal(pointsOf({ homePlace: 'xã Đông Sơn' })['Không là người địa phương'], 0);
  assert.equal(pointsOf({ homePlace: null })['Không là người địa phương'], 0);
  assert.equal(pointsOf({})['Không là người địa phương'], 15);
});

test('equal points stand in the order of names, and people of the same unit are left out', () => {
  const ranked = rankFor(
    POST,
    [
      { ...PERSON, id: 'c2', sortKey: 'minh tran' },
      { ...PERSON, id: 'c3', sortKey: 'an ho' },
      { ...PERSON, id: 'c4', unitId: 'u1' },
      { ...PERSON, id: 'c5', plannedPostIds: [] },
    ],
    RULES,
  );
  assert.deepEqual(
    ranked.map(({ person }) => person.id),
    ['c3', 'c2', 'c5'],
  );
});

test('other points in the rules give another order', () => {
  const rules = { ...RULES, 'rotate.points.grassroots': { ...RULES['rotate.points.grassroots'], value: 90 } };
  const known = { ...PERSON, id: 'c2', grassrootsMonths: 60 };
  const raw = { ...PERSON, id: 'c3', plannedPostIds: [] };
  const first = (given: typeof rules) => rankFor(POST, [known, raw], given)[0]?.person.id;
  assert.deepEqual([first(RULES), first(rules)], ['c2', 'c3']);
});

test('planned people who lack grass-roots time are listed, who lacks most first', () => {
  const people = [
    { ...PERSON, id: 'c2', grassrootsMonths: 35 },
    { ...PERSON, id: 'c3', grassrootsMonths: 36 },
    { ...PERSON, id: 'c4', grassrootsMonths: 10 },
    { ...PERSON, id: 'c5', grassrootsMonths: 0, plannedPostIds: [] },
  ];
  assert.deepEqual(
    lackingGrassroots(people, RULES).map(({ person, missing }) => [person.id, missing]),
    [
      ['c4', 26],
      ['c2', 1],
    ],
  );
});

test('points are the sum of their criteria, none above its most, and nobody is lost', () => {
  const person = fc.record({
    plannedPostIds: fc.subarray(['p1', 'p2', 'p3']),
    grassrootsMonths: fc.option(fc.nat(90)),
    monthsLeft: fc.option(fc.integer({ min: -5, max: 300 })),
    goodYears: fc.array(fc.boolean(), { maxLength: 6 }),
    homePlace: fc.option(fc.constantFrom('xã Đông Sơn', 'xã Tân Lập')),
  });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 12 }), (people) => {
      const ranked = rankFor(
        POST,
        people.map((over, index) => ({ ...PERSON, ...over, id: `c${index}` })),
        RULES,
      );
      assert.equal(ranked.length, people.length);
      for (const [at, { points, criteria }] of ranked.entries()) {
        assert.equal(
          points,
          criteria.reduce((sum, criterion) => sum + criterion.points, 0),
        );
        for (const criterion of criteria) assert.ok(criterion.points >= 0 && criterion.points <= criterion.most);
        assert.ok(points <= (ranked[at - 1]?.points ?? points));
      }
    }),
  );
});
