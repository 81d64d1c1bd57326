import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DeskFacts, deskLines, planLines } from './desk';
import { daysWords } from './desk-words';
import { defaultRules } from './rule-sets';

const nothing: DeskFacts = {
  holidays: [],
  own: [],
  waiting: { count: 0, oldest: null, month: null },
  behind: [],
  introduced: [],
  probation: [],
  terms: [],
  accounts: null,
  logged: null,
};
const rules = defaultRules();
const lines = (facts: Partial<DeskFacts>, today = '2026-11-22') => deskLines({ ...nothing, ...facts }, rules, today);
const own = (over: Partial<DeskFacts['own'][number]>): DeskFacts => ({
  ...nothing,
  own: [
    {
      cellId: 'c',
      cell: 'Chi bộ thôn Đông Hà',
      month: '2026-11-01',
      meetingId: null,
      heldOn: null,
      state: 'none',
      reason: null,
      ...over,
    },
  ],
});

test('an empty book makes an empty desk', () => {
  assert.deepEqual(lines({}), []);
});

test('minutes of a meeting that was held are due five days later: on the day not late, the day after late', () => {
  const held = own({ state: 'draft', meetingId: 'm', heldOn: '2026-11-17' });
  assert.deepEqual(
    lines(held, '2026-11-22').map(({ part, days, href }) => [part, days, href]),
    [['soon', 0, '/meetings/m']],
  );
  assert.deepEqual(
    lines(held, '2026-11-23').map(({ part, days }) => [part, days]),
    [['late', -1]],
  );
});

test('without a meeting the days count from the end of its month, and the line opens that month of the cell', () => {
  const [line] = lines(own({ month: '2026-10-01' }));
  assert.deepEqual([line?.part, line?.days, line?.href], ['late', -17, '/meetings?unit=c&month=2026-10']);
  assert.match(line?.rule ?? '', /^Hạn 05\/11\/2026: 5 ngày kể từ ngày họp, theo /);
});

test('submitted minutes are no work, returned ones come back with their reason', () => {
  assert.deepEqual(lines(own({ state: 'submitted', meetingId: 'm' })), []);
  const [line] = lines(own({ state: 'returned', meetingId: 'm', reason: 'Thiếu biểu quyết' }));
  assert.deepEqual([line?.part, line?.rule, line?.href], ['returned', '“Thiếu biểu quyết”', '/meetings/m']);
});

test('an introduced member is late after 30 working days, holidays not counted', () => {
  const introduced = [{ memberId: 'p', name: 'Lò Văn Hùng', cell: 'Chi bộ', to: 'phường Trần Phú', on: '2026-10-01' }];
  const due = (holidays: DeskFacts['holidays'], today: string) =>
    lines({ introduced, holidays }, today).map(({ part, days }) => [part, days]);
  assert.deepEqual(due([], '2026-11-12'), [['soon', 0]]);
  assert.deepEqual(due([], '2026-11-13'), [['late', -1]]);
  assert.deepEqual(due([{ day: '2026-10-20', workday: false }], '2026-11-13'), [['soon', 0]]);
});

test('probation shows from 30 days before its end and is late 30 working days after it', () => {
  const probation = [{ memberId: 'p', name: 'Vừ A Sùng', cell: 'Chi bộ thôn Tây Sơn', on: '2025-12-22' }];
  assert.equal(lines({ probation }, '2026-11-21').length, 0);
  assert.equal(lines({ probation }, '2026-11-22').length, 1);
  assert.equal(lines({ probation }, '2027-02-02')[0]?.part, 'soon');
  assert.equal(lines({ probation }, '2027-02-03')[0]?.part, 'late');
});

test('a term that ends stands on the desk from 30 days before its notice is due, and is late once it is over', () => {
  const at = (on: string) =>
    lines({ terms: [{ appointmentId: 'a', name: 'Lò Văn Ánh', title: 'Chánh Văn phòng', on }] }).map(({ part, days }) => [
      part,
      days,
    ]);
  assert.deepEqual(at('2027-03-23'), []);
  assert.deepEqual(at('2027-03-22'), [['soon', 120]]);
  assert.deepEqual(at('2026-11-22'), [['soon', 0]]);
  assert.deepEqual(at('2026-11-21'), [['late', -1]]);
});

test('a committee officer sees what waits and who has not submitted, the longest late first', () => {
  const found = lines({
    waiting: { count: 3, oldest: '2026-11-02', month: '2026-10-01' },
    behind: [
      { unitId: 'u', name: 'Xã Đông Sơn', count: 4 },
      { unitId: 'w', name: 'Ủy ban nhân dân tỉnh', count: 2 },
    ],
  });
  assert.deepEqual(
    found.map(({ text, part }) => [text, part]),
    [
      ['4 chi bộ thuộc xã Đông Sơn chưa nộp biên bản tháng 10/2026', 'late'],
      ['2 chi bộ thuộc Ủy ban nhân dân tỉnh chưa nộp biên bản tháng 10/2026', 'late'],
      ['3 biên bản chờ duyệt', 'soon'],
    ],
  );
});

test('administrators and inspectors have lines of their own', () => {
  assert.deepEqual(
    lines({ accounts: { mustChange: 2, ending: 0 }, logged: { today: 41 } }).map(({ href }) => href),
    ['/accounts', '/audit'],
  );
});

test('a unit under the danger line of its plan is a line for the board, the others are not', () => {
  const row = (unitId: string, admittedThisYear: number) => ({ unitId, name: unitId, admittedThisYear, plan: 10 });
  const found = planLines([row('A', 7), row('B', 6)], 'P', rules, '2026-11-22');
  assert.deepEqual(
    found.map(({ text, days }) => [text, days]),
    [['B: kết nạp 6/10 chỉ tiêu năm (60,0%)', 39]],
  );
});

test('twelve units behind their plan are named, more than that are one line to all of them', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ unitId: `U${at}`, name: `Xã ${at}`, admittedThisYear: at, plan: 100 }));
  const keys = (count: number) => planLines(rows(count), 'P', rules, '2026-11-22').map(({ key }) => key);
  assert.deepEqual([keys(11).length, keys(12).length, keys(13).length], [11, 12, 13]);
  assert.equal(keys(12).at(-1), 'plan-U11');
  const last = planLines(rows(15), 'P', rules, '2026-11-22').at(-1);
  assert.deepEqual(
    [last?.key, last?.text, last?.href],
    ['plans', '3 đơn vị khác chậm chỉ tiêu kết nạp năm', '/briefings/2026-Q4?unit=P&all=1'],
  );
});

test('days are said in words', () => {
  assert.deepEqual([-16, 0, 4].map(daysWords), ['quá 16 ngày', 'hạn hôm nay', 'còn 4 ngày']);
});
