import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultRules } from '../rule-sets';
import { Minutes } from './inputs';
import {
  headCount,
  type MinutesContext,
  type MinutesRules,
  minutesProblems,
  type RollMember,
  scoreOf,
  voteBase,
  votesNeeded,
} from './minutes';
import type { AttendanceCode } from './words';

const defaults = defaultRules();
const rules: MinutesRules = {
  ordinary: defaults['vote.ordinary'],
  admission: defaults['vote.admit'],
  official: defaults['vote.official'],
  strike_off: defaults['vote.strikeoff'],
  quorum: defaults['meeting.quorum'],
  absenceWarn: defaults['absence.warn'],
  rubric: defaults['score.rubric'],
};
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const roll = (officials: number, probationers = 0): RollMember[] =>
  Array.from({ length: officials + probationers }, (_, n) => ({
    id: id(n),
    name: `Đảng viên ${n}`,
    official: n < officials,
    usual: 'present' as const,
    absences: 0,
  }));
const context = (people: RollMember[], more: Partial<MinutesContext> = {}): MinutesContext => ({
  kind: 'regular',
  month: '2026-11-01',
  today: '2026-11-22',
  roll: people,
  open: [],
  rules,
  ...more,
});
const full = Object.fromEntries(rules.rubric.value.groups.flatMap(({ criteria }) => criteria.map(({ key, max }) => [key, max])));
const minutes = (part: Record<string, unknown> = {}) =>
  Minutes.parse({
    heldOn: '2026-11-03',
    startsAt: '19:30',
    endsAt: '20:45',
    place: 'Nhà văn hóa thôn',
    chairName: 'Cà Văn Ấn',
    secretaryName: 'Hoàng Thị Dung',
    agenda: [{ title: 'Nhiệm vụ tháng 11' }],
    opinions: [{ speakerName: 'Lò Văn Hải', text: 'Nhất trí.' }],
    conclusion: 'Thống nhất.',
    scores: full,
    ...part,
  });
const paths = (part: Record<string, unknown>, at = context(roll(6))) =>
  minutesProblems(minutes(part), at).errors.map(({ path }) => path);
const warned = (part: Record<string, unknown>, at = context(roll(6))) =>
  minutesProblems(minutes(part), at).warnings.map(({ path }) => path);

test('minutes with everything in place have no problem and no warning', () => {
  assert.deepEqual(minutesProblems(minutes(), context(roll(6, 1))), { errors: [], warnings: [] });
});

test('votes needed: more than half of all voting members, two thirds of all official members', () => {
  const needed = (n: number) => [votesNeeded(rules.ordinary.value, n), votesNeeded(rules.admission.value, n)];
  assert.deepEqual([1, 2, 3, 6, 26, 27, 28].map(needed), [
    [1, 1],
    [2, 2],
    [2, 2],
    [4, 4],
    [14, 18],
    [14, 18],
    [15, 19],
  ]);
});

test('the base of a vote counts the absent and leaves out probationers, the exempt who stayed away and the suspended', () => {
  const people = roll(6, 2);
  const codes: AttendanceCode[] = ['present', 'absent', 'excused', 'exempt', 'suspended', 'away', 'present', 'absent'];
  const heads = headCount(
    people,
    codes.map((code, n) => ({ memberId: id(n), code, reason: '' })),
  );
  assert.deepEqual([heads.voting, heads.officials, heads.due, heads.present, heads.officialsPresent], [3, 6, 5, 2, 1]);
  assert.deepEqual([voteBase('ordinary', heads), voteBase('admission', heads)], [3, 6]);
});

const vote = (inFavour: number, more: Record<string, unknown> = {}) => ({
  resolutions: [{ kind: 'ordinary', text: 'Nghị quyết', base: 6, inFavour, against: 0, other: 0, ...more }],
});
for (const [name, part, expected] of [
  ['one vote short of more than half is not passed, and said', vote(3), 'resolutions.0.inFavour'],
  ['exactly the votes needed pass without a word', vote(4), undefined],
  ['one more than needed', vote(5), undefined],
] as const)
  test(`resolution: ${name}`, () => assert.equal(warned(part)[0], expected));

test('more votes than the base, or than the official members present, can never be right', () => {
  assert.deepEqual(paths(vote(7)), ['resolutions.0.inFavour']);
  const absent = { attendance: [{ memberId: id(0), code: 'absent' }] };
  assert.deepEqual(paths({ ...vote(5), ...absent }), []);
  assert.deepEqual(paths({ ...vote(6), ...absent }), ['resolutions.0.inFavour']);
});

test('another base than the roll gives needs a reason', () => {
  assert.deepEqual(paths(vote(5, { base: 5 })), ['resolutions.0.base']);
  assert.deepEqual(paths(vote(5, { base: 5, baseReason: 'Một đồng chí đang đi chữa bệnh dài ngày' })), []);
});

for (const [absent, expected] of [
  [1, undefined],
  [2, undefined],
  [3, 'attendance'],
] as const)
  test(`quorum two thirds of six: ${absent} away ${expected ? 'warns' : 'is enough'}`, () => {
    const attendance = Array.from({ length: absent }, (_, n) => ({ memberId: id(n), code: 'excused', reason: 'Ốm đau' }));
    assert.equal(warned({ attendance })[0], expected);
  });

for (const [before, expected] of [
  [0, undefined],
  [1, 'attendance.0'],
  [2, 'attendance.0'],
] as const)
  test(`absent without reason after ${before} times this year ${expected ? 'warns with the rule' : 'passes'}`, () => {
    const people = roll(6).map((member) => ({ ...member, absences: before }));
    assert.equal(warned({ attendance: [{ memberId: id(0), code: 'absent' }] }, context(people))[0], expected);
  });

test('each missing or impossible part is named at its field', () => {
  assert.deepEqual(paths({ heldOn: '2026-11-23' }), ['heldOn']);
  assert.deepEqual(paths({ heldOn: '2026-11-22' }), []);
  assert.deepEqual(warned({ heldOn: '2026-10-31' }), ['heldOn']);
  assert.deepEqual(paths({ endsAt: '19:30' }), ['endsAt']);
  assert.deepEqual(paths({ attendance: [{ memberId: id(0), code: 'excused' }] }), ['attendance.0']);
  assert.deepEqual(paths({ attendance: [{ memberId: id(99), code: 'present' }] }), ['attendance.0']);
  assert.deepEqual(paths({ chairName: '', conclusion: '', agenda: [] }), ['chairName', 'agenda', 'conclusion']);
  assert.deepEqual(paths({ assignments: [{ text: 'Đi thăm hộ nghèo' }] }), ['assignments.0.memberName']);
  assert.deepEqual(paths({ opinions: [{ text: 'Nhất trí' }] }), ['opinions.0.speakerName']);
});

test('an assignment of an earlier month must be answered, carrying it on is an answer', () => {
  const at = context(roll(6), { open: [{ id: id(50), text: 'Dọn đường' }] });
  assert.deepEqual(paths({}, at), ['closing.0']);
  assert.deepEqual(paths({ closing: [{ assignmentId: id(50), outcome: 'carried' }] }, at), []);
});

test('score bands of the rubric in force at their edges', () => {
  const first = rules.rubric.value.groups.flatMap(({ criteria }) => criteria);
  const at = (points: number) => {
    let left = points;
    const scores: Record<string, number> = {};
    for (const { key, max } of first) {
      scores[key] = Math.min(max, left);
      left -= Math.min(max, left);
    }
    return scoreOf(scores, rules.rubric.value);
  };
  const { good, fair, average } = rules.rubric.value.bands;
  for (const [points, band] of [
    [100, 'good'],
    [good, 'good'],
    [good - 1, 'fair'],
    [fair, 'fair'],
    [fair - 1, 'average'],
    [average, 'average'],
    [average - 1, 'poor'],
  ] as const) {
    assert.equal(at(points)?.score, points);
    assert.equal(at(points)?.band, band, String(points));
  }
  assert.equal(scoreOf({}, rules.rubric.value), null);
});

test('heads always add up: due = present + excused + absent, and nobody is counted twice', () => {
  const code = fc.constantFrom<AttendanceCode>('present', 'late', 'online', 'excused', 'absent', 'exempt', 'away', 'suspended');
  fc.assert(
    fc.property(fc.array(fc.tuple(code, fc.boolean()), { maxLength: 60 }), (rows) => {
      const people = rows.map(([, official], n) => ({ id: id(n), name: '', official, usual: 'present' as const, absences: 0 }));
      const heads = headCount(
        people,
        rows.map(([taken], n) => ({ memberId: id(n), code: taken, reason: '' })),
      );
      assert.equal(heads.due, heads.present + heads.excused + heads.absent);
      assert.ok(heads.officialsPresent <= heads.officials && heads.voting <= heads.officials && heads.due <= heads.total);
    }),
  );
});
