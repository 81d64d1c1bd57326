import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atExpiry } from '../cadres/terms';
import { addDays, addMonths } from '../calendar';
import { defaultRules } from '../rule-sets';
import { outcomeOf } from './ballots';
import { decisionProblems } from './decision-problems';
import { PAPERS } from './dossier';
import { type DoubtContext, decisionDoubts, dossierDoubts, weighDecision } from './doubts';
import type { Pause } from './pauses';
import { progressOf, stateOf } from './progress';
import {
  openingProblems,
  type RenewalKind,
  renewalClock,
  renewalClockWords,
  renewalDoubts,
  renewalOf,
  renewedUntil,
} from './renewals';
import { noticeDoubts, stepProblems } from './step-problems';
import { STEPS } from './steps';

const rules = defaultRules();
const ENDS = '2026-11-30';
/** Somebody with that many months left at the end of the term; a month is reached on its last day. */
const left = (months: number) => {
  const reaches = addMonths('2026-11-01', months);
  return { reaches, leaves: addDays(addMonths(reaches, 1), -1) };
};
const appointed = { elected: false, front: false };

for (const [months, proposed] of [
  [23, 'extension'],
  [24, 'reappointment'],
  [25, 'reappointment'],
  [59, 'reappointment'],
  [60, 'reappointment'],
  [61, 'reappointment'],
  [1, 'extension'],
  [0, null],
] as const)
  test(`${months} months left at the end of the term: ${proposed ?? 'nothing to keep the person for'}`, () => {
    const { proposal } = atExpiry(appointed, ENDS, left(months), rules);
    assert.equal(renewalOf(proposal), proposed);
    for (const kind of ['reappointment', 'extension'] as RenewalKind[]) {
      const doubts = renewalDoubts({ kind, termEndsOn: ENDS, until: null, post: appointed }, left(months), rules);
      assert.equal(doubts.length, kind === proposed ? 0 : 1, kind);
      if (kind !== proposed) assert.match(doubts[0] ?? '', new RegExp(`còn ${months} tháng.*theo Nghị định 170`));
    }
  });

for (const [months, until] of [
  [23, '2028-10-31'],
  [59, '2031-10-31'],
  [60, '2031-11-30'],
  [61, '2031-11-30'],
] as const)
  test(`reappointed with ${months} months left, the last day is ${until} unless written`, () =>
    assert.equal(renewedUntil('reappointment', '2026-12-01', left(months), rules), until));

test('an extension lasts to the last day of work; of a person whose age is not known it has no day of its own', () => {
  assert.equal(renewedUntil('extension', '2026-12-01', left(23), rules), '2028-10-31');
  assert.equal(renewedUntil('extension', '2026-12-01', null, rules), null);
  assert.equal(renewedUntil('reappointment', '2026-12-01', null, rules), '2031-11-30');
});

test('a last day after the person retires is doubted, on that day it is not', () => {
  const until = (day: string) =>
    renewalDoubts({ kind: 'extension', termEndsOn: ENDS, until: day, post: appointed }, left(10), rules).length;
  assert.deepEqual(['2027-09-29', '2027-09-30', '2027-10-01'].map(until), [0, 0, 1]);
});

test('a title that is elected anew is not reappointed', () => {
  const elected = { elected: true, front: false };
  const [doubt] = renewalDoubts({ kind: 'reappointment', termEndsOn: ENDS, until: null, post: elected }, left(70), rules);
  assert.match(doubt ?? '', /bầu cử/);
});

for (const [days, late] of [
  [91, false],
  [90, false],
  [89, true],
] as const)
  test(`notice ${days} days before the term ends is ${late ? 'late' : 'in time'}`, () => {
    const noticedOn = addDays(ENDS, -days);
    assert.equal(noticeDoubts(noticedOn, ENDS, rules).length, late ? 1 : 0);
    const [notice] = STEPS.incumbent;
    assert.ok(notice);
    const base = { summoned: 0, present: 0, members: null, issued: 0, collected: 0, valid: 0, headChoice: null };
    const texts = { explanation: null, committeeOpinion: null };
    const judged = stepProblems(
      notice,
      { ...base, ...texts, votes: [], heldOn: noticedOn },
      { ...CONTEXT, openedOn: '2026-11-20' },
    );
    assert.deepEqual(
      [judged.errors, judged.warnings.map(({ path }) => path)],
      [[], late ? ['heldOn'] : []],
      'before the procedure was opened too',
    );
    if (late) assert.match(judged.warnings[0]?.message ?? '', /ít nhất 90 ngày.*theo Nghị định 170/);
  });

const CONTEXT = {
  today: '2026-11-22',
  openedOn: '2026-08-20',
  earlierOn: null,
  names: new Map([['A', 'Lò Văn Hải']]),
  nominated: [],
  termEndsOn: ENDS,
  rules,
};
const renew = STEPS.incumbent[2];
assert.ok(renew);
const ballot = (yes: number, more: object = {}) => ({
  summoned: 12,
  present: 12,
  members: 12,
  issued: 12,
  collected: 12,
  valid: 12,
  votes: [{ candidateId: 'A', votes: yes }],
  headChoice: null as string | null,
  ...more,
});

for (const [yes, kind] of [
  [5, 'refused'],
  [6, 'tie'],
  [7, 'passed'],
] as const)
  test(`${yes} of 12 members for keeping the person: ${kind}`, () =>
    assert.equal(outcomeOf(renew, ballot(yes), rules).kind, kind));

test('the share is of all members, whoever was absent', () => {
  const absent = { summoned: 12, present: 9, issued: 9, collected: 9, valid: 9 };
  assert.deepEqual(
    [5, 6, 7].map((yes) => outcomeOf(renew, ballot(yes, absent), rules).kind),
    ['refused', 'tie', 'passed'],
  );
});

for (const [present, kind] of [
  [7, 'no_quorum'],
  [8, 'passed'],
  [9, 'passed'],
] as const)
  test(`${present} of 12 summoned: ${kind}`, () => {
    const there = { present, issued: present, collected: present, valid: present };
    assert.equal(outcomeOf(renew, ballot(7, there), rules).kind, kind);
  });

test('exactly half and the head agrees: it goes on, and other views are asked for until they are written', () => {
  const said = (explanation: string | null, headChoice: string | null) =>
    stepProblems(
      renew,
      { ...ballot(6), headChoice, heldOn: '2026-10-20', explanation, committeeOpinion: null },
      CONTEXT,
    ).warnings.map(({ path }) => path);
  assert.equal(outcomeOf(renew, ballot(6, { headChoice: 'A' }), rules).kind, 'head');
  assert.deepEqual(said(null, null), ['headChoice']);
  assert.deepEqual(said(null, 'A'), ['explanation']);
  assert.deepEqual(said('Hai ý kiến đề nghị xem xét thêm.', 'A'), []);
});

test('who holds the title is kept in it without a policy asked for, by three steps', () => {
  const facts = { source: 'incumbent' as const, appointmentId: null, stopReason: null, policyApproved: null };
  const held = [1, 2, 3].map((number) => ({
    number,
    sitting: 1,
    outcome: 'held' as const,
    onward: ['A'],
    heldOn: '2026-10-01',
  }));
  assert.equal(stateOf(facts, progressOf('incumbent', ['A'], held.slice(0, 2))), 'running');
  assert.equal(stateOf(facts, progressOf('incumbent', ['A'], held)), 'ready');
});

for (const [today, words] of [
  ['2026-11-28', 'còn 1 ngày để quyết định (hạn 29/11/2026)'],
  ['2026-11-29', 'đến hạn quyết định hôm nay (29/11/2026)'],
  ['2026-11-30', 'quá hạn quyết định 1 ngày (hạn 29/11/2026)'],
] as const)
  test(`on ${today} a term that ends on ${ENDS}: ${words}`, () => {
    assert.equal(renewalClockWords(renewalClock(ENDS, today, rules)), words);
    const decision = {
      kind: 'reappointment',
      number: '1-QĐ/TU',
      decidedOn: today,
      effectiveOn: '2026-12-01',
      until: null,
    } as const;
    const { warnings } = decisionProblems(decision, { today: '2026-12-31', startedOn: '2021-12-01', termEndsOn: ENDS, rules });
    assert.deepEqual(
      warnings.map(({ path }) => path),
      today > '2026-11-29' ? ['decisionDate'] : [],
    );
  });

const HOLDING = { fromOn: '2021-12-01', termEndsOn: ENDS, endedOn: null, reversed: false, elected: false, body: false };
for (const [name, more, openedOn, path] of [
  ['a holding whose term ends', {}, '2026-09-01', null],
  ['the day it began', {}, '2021-12-01', null],
  ['a day before it began', {}, '2021-11-30', 'openedOn'],
  ['today', {}, '2026-11-22', null],
  ['a day that has not come', {}, '2026-11-23', 'openedOn'],
  ['one that ended', { endedOn: '2026-10-01' }, '2026-11-01', ''],
  ['one that was taken back', { reversed: true }, '2026-11-01', ''],
  ['one without a term', { termEndsOn: null }, '2026-11-01', ''],
  ['a title that is elected', { elected: true }, '2026-11-01', ''],
  ['a seat in a committee', { body: true }, '2026-11-01', ''],
] as const)
  test(`a procedure on ${name} ${path === null ? 'is opened' : 'is refused'}`, () =>
    assert.deepEqual(
      openingProblems(openedOn, { ...HOLDING, ...more }, '2026-11-22').map((problem) => problem.path),
      path === null ? [] : [path],
    ));

const pause: Pause = {
  id: 'p',
  unitId: 'tinh',
  unitName: 'Đảng bộ tỉnh',
  fromOn: '2026-11-01',
  toOn: '2026-11-30',
  exceptions: null,
  reason: 'Sắp xếp tổ chức bộ máy',
  decisionNumber: null,
};
const doubting = (more: Partial<DoubtContext> = {}): DoubtContext => ({
  post: appointed,
  termEndsOn: ENDS,
  noticedOn: addDays(ENDS, -90),
  ageOn: '2026-11-20',
  situation: null,
  retirement: left(30),
  pauses: [],
  unitIds: new Set(['tinh', 'xa']),
  rules,
  ...more,
});
const DECISION = {
  kind: 'reappointment',
  number: '1-QĐ/TU',
  decidedOn: '2026-11-20',
  effectiveOn: '2026-12-01',
  until: null,
} as const;

test('a decision in order leaves nothing to doubt; late notice, months, and a pause each leave their words', () => {
  assert.deepEqual(decisionDoubts(DECISION, doubting()), []);
  const all = doubting({ noticedOn: addDays(ENDS, -89), retirement: left(23), pauses: [pause] });
  const [notice, months, paused, ...more] = decisionDoubts(DECISION, all);
  assert.match(notice ?? '', /90 ngày/);
  assert.match(months ?? '', /còn 23 tháng/);
  assert.match(paused ?? '', /tạm dừng công tác cán bộ/);
  assert.deepEqual(more, []);
  assert.equal(decisionDoubts({ ...DECISION, decidedOn: '2026-12-01' }, doubting({ pauses: [pause] })).length, 0);
});

for (const [months, doubted] of [
  [59, true],
  [60, false],
  [61, false],
] as const)
  test(`a higher title with ${months} months left is ${doubted ? 'doubted' : 'taken'}; an equal one does not ask`, () => {
    const appointment = { ...DECISION, kind: 'appointment' } as const;
    const of = (situation: 'first' | 'same') =>
      decisionDoubts(appointment, doubting({ situation, retirement: left(months) })).length;
    assert.deepEqual([of('first'), of('same')], [doubted ? 1 : 0, 0]);
  });

test('a file that lacks a paper, or has one out of date, is doubted in words', () => {
  const all = new Map(PAPERS.map(({ key }) => [key as string, '2026-11-01']));
  assert.deepEqual(dossierDoubts(all, '2026-11-22', rules), []);
  assert.match(dossierDoubts(all, '2027-05-02', rules)[0] ?? '', /hết hạn 2/);
  all.delete('assets');
  assert.match(dossierDoubts(all, '2026-11-22', rules)[0] ?? '', /thiếu 1/);
});

test('what stands in doubt is asked about once, and stays when a reason is given; faults come first', () => {
  const context = { today: '2026-11-22', startedOn: '2021-12-01', termEndsOn: ENDS, rules };
  const asked = weighDecision(DECISION, context, ['Thông báo chậm.'], null);
  assert.ok('problems' in asked);
  assert.deepEqual(
    asked.problems.map(({ path }) => path),
    ['exceptionReason'],
  );
  assert.deepEqual(weighDecision(DECISION, context, ['Thông báo chậm.'], 'Theo kết luận'), { warnings: ['Thông báo chậm.'] });
  assert.deepEqual(weighDecision(DECISION, context, [], null), { warnings: [] });
  const wrong = weighDecision({ ...DECISION, number: '125' }, context, ['Thông báo chậm.'], null);
  assert.ok('problems' in wrong && wrong.problems.every(({ path }) => path === 'decisionNumber'));
});
