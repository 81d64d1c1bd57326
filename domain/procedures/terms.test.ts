import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { noticeBy } from '../cadres/terms';
import { addDays, addWorkingDays, countWorkingDays } from '../calendar';
import { defaultRules, HOLIDAYS } from '../rule-sets';
import { clocksOf, clockWords, overdueSince } from './clocks';
import { type DecisionKind, EFFECTS } from './decision-kinds';
import { type DecisionContext, decisionProblems, isDecisionNumber } from './decision-problems';
import { dossierOn, dossierWords, PAPERS } from './dossier';
import { type Pause, pausesFor, pauseWords } from './pauses';

const rules = defaultRules();
const answerFrom = (requestedOn: string, today: string) =>
  clocksOf({ requestedOn, answeredOn: null, concludedOn: null }, today, rules, HOLIDAYS).answer;
const finishFrom = (answeredOn: string, today: string, concludedOn: string | null = null) =>
  clocksOf({ requestedOn: '2026-01-05', answeredOn, concludedOn }, today, rules, HOLIDAYS).finish;

const ANSWERS: [asked: string, due: string, why: string][] = [
  ['2026-11-02', '2026-11-23', 'three plain weeks'],
  ['2026-11-06', '2026-11-27', 'asked on a Friday'],
  ['2026-11-07', '2026-11-27', 'asked on a Saturday'],
  ['2026-11-08', '2026-11-27', 'asked on a Sunday'],
  ['2026-02-09', '2026-03-09', 'the week of Tết Bính Ngọ is not counted'],
  ['2026-02-13', '2026-03-13', 'asked on the last day before Tết'],
  ['2026-02-18', '2026-03-13', 'asked inside Tết'],
  ['2026-08-14', '2026-09-08', 'a Saturday worked for the Monday off'],
  ['2026-04-20', '2026-05-14', 'Hùng Kings with its day in lieu, 30 April and 1 May'],
];
for (const [asked, due, why] of ANSWERS)
  test(`policy asked on ${asked} is answered by ${due}: ${why}`, () => assert.equal(answerFrom(asked, asked)?.dueOn, due));

test('thirty working days over Tết Bính Ngọ end a week later than over plain weeks', () => {
  assert.equal(finishFrom('2026-01-26', '2026-02-02')?.dueOn, '2026-03-16');
  assert.equal(finishFrom('2026-09-07', '2026-09-08')?.dueOn, '2026-10-19');
});

test('a clock runs to its last day and is over on the next, and stands where its event stopped it', () => {
  const [before, on, after] = ['2026-10-16', '2026-10-19', '2026-10-20'].map((day) => finishFrom('2026-09-07', day));
  assert.deepEqual([before?.left, on?.left, after?.left], [1, 0, -1]);
  assert.deepEqual([before?.overdue, on?.overdue, after?.overdue], [false, false, true]);
  assert.equal(finishFrom('2026-09-07', '2026-12-01', '2026-10-10')?.overdue, false);
  assert.equal(finishFrom('2026-09-07', '2026-12-01', '2026-10-20')?.overdue, true);
  assert.deepEqual(clocksOf({ requestedOn: null, answeredOn: null, concludedOn: null }, '2026-11-22', rules, HOLIDAYS), {
    answer: null,
    finish: null,
  });
});

test('a clock says what is left in working days, also on the weekend after its last day', () => {
  const words = (today: string) => {
    const clock = answerFrom('2026-11-06', today);
    assert.ok(clock);
    return clockWords(clock);
  };
  assert.equal(words('2026-11-24'), 'còn 3 ngày làm việc (hạn 27/11/2026)');
  assert.equal(words('2026-11-27'), 'đến hạn hôm nay (27/11/2026)');
  assert.equal(words('2026-11-28'), 'quá hạn (hạn 27/11/2026)');
  assert.equal(words('2026-12-01'), 'quá hạn 2 ngày làm việc (hạn 27/11/2026)');
});

test('property: working days counted to the n-th working day are n, both ways', () => {
  const day = fc.integer({ min: 0, max: 1000 }).map((days) => addDays('2025-01-01', days));
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 60 }), (from, days) => {
      const to = addWorkingDays(from, days, HOLIDAYS);
      assert.equal(countWorkingDays(from, to, HOLIDAYS), days);
      if (days) assert.equal(countWorkingDays(to, from, HOLIDAYS), -days);
    }),
  );
});

test('property: a term is over exactly when it began by the day that lists compare with', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-02-01', days));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 30 }), fc.integer({ min: -5, max: 5 }), (today, days, off) => {
      const since = overdueSince(days, today, HOLIDAYS);
      const began = addDays(since, off);
      assert.equal(addWorkingDays(began, days, HOLIDAYS) < today, began <= since);
    }),
  );
});

const PAPER_DAYS: [issued: string, on: string, state: string][] = [
  ['2026-05-22', '2026-11-21', 'valid'],
  ['2026-05-22', '2026-11-22', 'valid'],
  ['2026-05-22', '2026-11-23', 'expired'],
  ['2026-08-31', '2027-02-28', 'valid'],
  ['2026-08-31', '2027-03-01', 'expired'],
];
for (const [issued, on, state] of PAPER_DAYS)
  test(`a health certificate of ${issued} is ${state} on ${on}; a diploma stays`, () => {
    const papers = dossierOn(
      new Map([
        ['health', issued],
        ['diplomas', '1999-06-30'],
      ]),
      on,
      rules,
    );
    const of = (key: string) => papers.find((paper) => paper.key === key)?.state;
    assert.deepEqual([of('health'), of('diplomas'), of('biography')], [state, 'valid', 'missing']);
  });

test('the dossier counts what is there, missing and out of date', () => {
  const all = new Map(PAPERS.map(({ key }) => [key as string, '2026-11-01']));
  assert.equal(dossierWords(dossierOn(all, '2026-11-22', rules), rules), 'Đủ 11/11');
  all.set('biography', '2026-01-05');
  all.delete('assets');
  assert.match(dossierWords(dossierOn(all, '2026-11-22', rules), rules), /^Đủ 9\/11, thiếu 1, hết hạn 1 \(theo Nghị định 170/);
});

test('a decision number carries its symbol', () => {
  for (const number of ['125-QĐ/TU', '125/QĐ-UBND', '07-QĐ/BTCTU', '1204a-QĐ/ĐU', '15-QĐ/ĐUK.CQ'])
    assert.ok(isDecisionNumber(number), number);
  for (const number of ['', '125', 'QĐ/TU', '125 ngày 3/4', '-QĐ/TU', 'số 125-QĐ/TU'])
    assert.ok(!isDecisionNumber(number), number);
});

const context: DecisionContext = { today: '2026-11-22', startedOn: '2021-12-01', termEndsOn: '2026-11-30', rules };
const decide = (kind: DecisionKind, more: object = {}, ctx: Partial<DecisionContext> = {}) =>
  decisionProblems(
    { kind, number: '125-QĐ/TU', decidedOn: '2026-11-20', effectiveOn: '2026-12-01', until: null, ...more },
    { ...context, ...ctx },
  );
const paths = (problems: { path: string }[]) => problems.map(({ path }) => path);

test('every kind of decision that needs no last day goes through with its paper alone', () => {
  for (const [kind, { until }] of Object.entries(EFFECTS))
    assert.deepEqual(paths(decide(kind as DecisionKind).errors), until === 'required' ? ['until'] : [], kind);
});

const SECONDED: [until: string, warned: boolean][] = [
  ['2029-11-30', false],
  ['2029-12-01', false],
  ['2029-12-02', true],
];
for (const [until, warned] of SECONDED)
  test(`a secondment from 01/12/2026 to ${until} is ${warned ? 'longer than' : 'within'} 36 months`, () => {
    const { errors, warnings } = decide('secondment', { until });
    assert.deepEqual([errors, paths(warnings)], [[], warned ? ['until'] : []]);
    if (warned) assert.match(warnings[0]?.message ?? '', /36 tháng \(theo Nghị định 170/);
  });

test('a term is sixty months, and one longer warns', () => {
  assert.deepEqual(paths(decide('appointment', { until: '2031-12-01' }).warnings), []);
  assert.deepEqual(paths(decide('appointment', { until: '2031-12-02' }).warnings), ['until']);
  assert.deepEqual(paths(decide('extension', { until: '2028-12-01' }).warnings), []);
  assert.deepEqual(paths(decide('extension', { until: '2028-12-02' }).warnings), ['until']);
});

test('papers for going on begin ninety days before the term ends, and the decision comes at least a day before', () => {
  assert.equal(noticeBy('2026-11-30', rules), '2026-09-01');
  const on = (day: string) =>
    paths(decide('reappointment', { decidedOn: day, effectiveOn: '2026-12-01' }, { today: '2026-12-31' }).warnings);
  assert.deepEqual(on('2026-11-29'), []);
  assert.deepEqual(on('2026-11-30'), ['decisionDate']);
  assert.deepEqual(paths(decide('transfer', { decidedOn: '2026-11-30' }, { today: '2026-12-31' }).warnings), []);
});

test('days of a decision that cannot be are told at their field', () => {
  assert.deepEqual(paths(decide('resignation', { decidedOn: '2026-11-23' }).errors), ['decisionDate']);
  assert.deepEqual(paths(decide('resignation', { effectiveOn: '2021-12-01', decidedOn: '2021-11-30' }).errors), ['effectiveOn']);
  assert.deepEqual(paths(decide('resignation', { effectiveOn: '2021-12-02', decidedOn: '2021-11-30' }).errors), []);
  assert.deepEqual(paths(decide('appointment', { until: '2026-12-01' }).errors), ['until']);
  assert.deepEqual(paths(decide('appointment', { number: '125' }).errors), ['decisionNumber']);
  assert.deepEqual(paths(decide('removal', { effectiveOn: '2026-11-19' }).warnings), ['effectiveOn']);
});

const pause: Pause = {
  id: 'p',
  unitId: 'tinh',
  unitName: 'Đảng bộ tỉnh',
  fromOn: '2026-03-01',
  toOn: '2026-06-30',
  exceptions: null,
  reason: 'Sắp xếp đơn vị hành chính',
  decisionNumber: '2415-CV/TU',
};
const PAUSED: [on: string, kind: DecisionKind, units: string[], reached: boolean][] = [
  ['2026-02-28', 'appointment', ['tinh', 'xa'], false],
  ['2026-03-01', 'appointment', ['tinh', 'xa'], true],
  ['2026-06-30', 'transfer', ['tinh'], true],
  ['2026-07-01', 'appointment', ['tinh', 'xa'], false],
  ['2026-04-01', 'retirement', ['tinh', 'xa'], false],
  ['2026-04-01', 'appointment', ['xa'], false],
];
for (const [on, kind, units, reached] of PAUSED)
  test(`a pause of the province ${reached ? 'reaches' : 'does not reach'} ${kind} in ${units.join('/')} on ${on}`, () =>
    assert.equal(pausesFor([pause], { unitIds: new Set(units), on, kind }).length, reached ? 1 : 0));

test('a pause without an end goes on, and says what is excepted', () => {
  const open = { ...pause, toOn: null, exceptions: 'nhân sự chuẩn bị đại hội' };
  assert.equal(pausesFor([open], { unitIds: new Set(['tinh']), on: '2030-01-01', kind: 'appointment' }).length, 1);
  assert.match(pauseWords(open), /cho đến khi có thông báo mới.*Ngoại lệ: nhân sự chuẩn bị đại hội/);
});
