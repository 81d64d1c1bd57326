import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postFilterValues, postsAddress, readPostFilters } from './filters';
import { AddPostInput } from './inputs';
import { changePostProblems, endPostProblems, pauseProblems, postProblems } from './post-problems';
import { changedWords, type PostSnapshot } from './snapshot';
import { Standards } from './standards';

const TODAY = '2026-11-22';
const FORM = {
  ...{
    code: 'x1-bt',
    title: 'Bí thư Đảng ủy',
    system: 'party',
    level: 'commune',
    tier: 'province',
    rank: 'head',
    elected: 'yes',
  },
  ...{ grade: '70', seats: '1', unitId: '0193a000-0000-7000-8000-000000000001', validFrom: '01/11/2026' },
  ...{ decisionNumber: '105-QĐ/TU', decisionDate: '01/11/2026', issuer: 'Ban Thường vụ Tỉnh ủy' },
};
const read = (over: Record<string, string> = {}) => AddPostInput.safeParse({ ...FORM, ...over });
const wrong = (over: Record<string, string>) => read(over).error?.issues.map(({ path }) => path.join('.')) ?? [];

test('numbers of a title are taken up to their ends and not beyond', () => {
  for (const [name, low, high] of [
    ['grade', 1, 100],
    ['seats', 1, 200],
  ] as const) {
    for (const value of [low, low + 1, high - 1, high])
      assert.deepEqual(wrong({ [name]: String(value) }), [], `${name} ${value}`);
    for (const value of [low - 1, high + 1]) assert.deepEqual(wrong({ [name]: String(value) }), [name], `${name} ${value}`);
  }
  for (const [name, value, fits] of [
    ['defence', '0', false],
    ['defence', '1', true],
    ['defence', '4', true],
    ['defence', '5', false],
    ['defence', '', true],
    ['presentPostMonths', '600', true],
    ['presentPostMonths', '601', false],
    ['grassrootsMonths', '-1', false],
    ['grassrootsMonths', '0', true],
    ['allowance', '0,65', true],
    ['allowance', '1.3', true],
    ['allowance', 'nhiều', false],
    ['theory', 'middle', true],
    ['theory', 'high', false],
  ] as const)
    assert.deepEqual(wrong({ [name]: value }), fits ? [] : [name], `${name} ${value}`);
});

test('what is typed is kept as the catalogue keeps it', () => {
  const { data } = read({ allowance: '0,65', body: 'yes', presentPostMonths: '24', theory: '' });
  assert.deepEqual(
    [
      data?.code,
      data?.allowance,
      data?.elected,
      data?.body,
      data?.outsider,
      data?.presentPostMonths,
      data?.theory,
      data?.validFrom,
    ],
    ['X1-BT', '0.65', true, true, false, 24, null, '2026-11-01'],
  );
});

const draft = {
  validFrom: '2026-11-10',
  decisionDate: '2026-11-01',
  body: false,
  elected: false,
  rank: 'head' as const,
  tier: 'committee' as const,
};
const paths = (problems: { path: string }[]) => problems.map(({ path }) => path);

test('a title may be entered ahead of its first day, a change only on the day from which it holds, or later', () => {
  const known = { validFrom: '2026-11-10', validTo: null, held: [] };
  for (const [day, faults] of [
    ['2026-11-21', []],
    ['2026-11-22', []],
    ['2026-11-23', ['validFrom']],
  ] as const) {
    assert.deepEqual(paths(postProblems({ ...draft, validFrom: day }, TODAY)), []);
    assert.deepEqual(paths(changePostProblems({ ...draft, seats: 1, validFrom: day }, known, TODAY)), faults, day);
  }
});

test('what comes later is changed from its first day, neither before nor after', () => {
  const known = { validFrom: '2027-01-01', validTo: null, held: [] };
  for (const [day, faults] of [
    ['2026-12-31', ['validFrom']],
    ['2027-01-01', []],
    ['2027-01-02', ['validFrom']],
  ] as const)
    assert.deepEqual(paths(changePostProblems({ ...draft, seats: 1, validFrom: day }, known, TODAY)), faults, day);
});

test('a title keeps at least as many seats as are held on that day, wherever they stand', () => {
  const held = [
    { seat: 2, until: '2026-11-10' },
    { seat: 3, until: null },
    { seat: 5, until: '2026-11-11' },
  ];
  const known = { validFrom: '2026-11-10', validTo: null, held };
  for (const [seats, faults] of [
    [3, []],
    [2, []],
    [1, ['seats']],
  ] as const)
    assert.deepEqual(paths(changePostProblems({ ...draft, seats }, known, TODAY)), faults, `${seats}`);
  const [problem] = changePostProblems({ ...draft, seats: 1 }, known, TODAY);
  assert.match(problem?.message ?? '', /^Có 2 người .* không dưới 2\./);
  assert.deepEqual(paths(changePostProblems({ ...draft, seats: 1, validFrom: '2026-11-11' }, known, TODAY)), []);
  assert.deepEqual(paths(changePostProblems({ ...draft, validFrom: '2026-11-09', seats: 1 }, known, TODAY)), [
    'validFrom',
    'seats',
  ]);
});

test('a title ends on a day after which nobody holds it: whoever holds it to its last day is no longer there on the next', () => {
  const known = (until: string | null) => ({ validFrom: '2026-11-01', validTo: null, held: [{ seat: 1, until }] });
  const end = { endsOn: '2026-11-20', decisionDate: '2026-11-01' };
  for (const [until, faults] of [
    ['2026-11-20', []],
    ['2026-11-21', []],
    ['2026-11-22', ['endsOn']],
    [null, ['endsOn']],
  ] as const)
    assert.deepEqual(paths(endPostProblems(end, known(until), TODAY)), faults, `${until}`);
  assert.deepEqual(paths(endPostProblems({ ...end, endsOn: '2027-06-30' }, known('2026-11-20'), TODAY)), []);
  assert.deepEqual(paths(endPostProblems({ ...end, endsOn: '2026-10-31' }, known('2026-10-01'), TODAY)), ['endsOn']);
});

test('a pause may last one day and not less', () => {
  for (const [toOn, faults] of [
    ['2026-11-09', ['toOn']],
    ['2026-11-10', []],
    [null, []],
  ] as const)
    assert.deepEqual(paths(pauseProblems({ fromOn: '2026-11-10', toOn })), faults);
});

test('what differs between two versions is said in words, whatever order the keys come back in', () => {
  const { unitId: _u, validFrom: _v, decisionNumber: _n, decisionDate: _d, issuer: _i, ...said } = FORM;
  const before = {
    ...said,
    grade: 70,
    seats: 1,
    elected: true,
    body: false,
    outsider: true,
    allowance: null,
    standards: Standards.parse({ theory: 'middle' }),
  } as PostSnapshot;
  const turned = Object.fromEntries(Object.entries(before.standards).reverse()) as PostSnapshot['standards'];
  assert.deepEqual(changedWords(before, { ...before, standards: turned }), []);
  assert.deepEqual(changedWords(before, { ...before, seats: 2, standards: { ...turned, theory: 'advanced' } }), [
    'số lượng',
    'tiêu chuẩn',
  ]);
});

test('filters of the catalogue stand in the address; what cannot be read asks for nothing', () => {
  const nothing = { vacant: false, ended: false, ahead: false };
  for (const [params, filters] of [
    [{}, nothing],
    [
      { system: 'party', tier: 'constructor', grade: '70', vacant: 'yes' },
      { system: 'party', grade: 70, vacant: true, ended: false, ahead: false },
    ],
    [
      { q: ' PHÒNG  Kinh tế ', state: 'ended' },
      { title: 'phong kinh te', vacant: false, ended: true, ahead: false },
    ],
    [{ grade: 'x', level: ['a', 'b'] }, nothing],
  ] as const)
    assert.deepEqual(readPostFilters(postFilterValues(params as Record<string, string>)), filters);
  assert.equal(
    postsAddress({ vacant: 'yes' }, { unit: 'u', after: null }, '/posts/vacancies'),
    '/posts/vacancies?unit=u&vacant=yes',
  );
});
