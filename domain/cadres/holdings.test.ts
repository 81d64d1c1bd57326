import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '@/domain/calendar';
import { grassrootsMonths, type Holding, monthsAtGrade, monthsRunning, presentTitle } from './holdings';

const DAY = '2026-11-22';
const held = (from: string, to: string | null, more: Partial<Holding> = {}): Holding => ({
  postId: 'deputy',
  title: 'Phó Trưởng phòng',
  unitId: 'office',
  grade: 30,
  level: 'province',
  body: false,
  from,
  to,
  ...more,
});

test('the present title is the highest held on the day, seats in committees apart', () => {
  const holdings = [
    held('2020-01-01', null),
    held('2022-01-01', null, { title: 'Trưởng phòng', grade: 40 }),
    held('2020-01-01', null, { title: 'Tỉnh ủy viên', grade: 80, body: true }),
    held('2010-01-01', '2020-01-01', { title: 'Giám đốc', grade: 60 }),
  ];
  assert.equal(presentTitle(holdings, DAY, false)?.title, 'Trưởng phòng');
  assert.equal(presentTitle(holdings, DAY, true)?.title, 'Tỉnh ủy viên');
  assert.equal(presentTitle(holdings, '2019-12-31', false)?.title, 'Giám đốc');
  assert.equal(presentTitle(holdings, '2009-12-31', false), null);
});

test('a title is held from its first day until the day before its end', () => {
  const holdings = [held('2024-01-01', '2025-01-01')];
  assert.deepEqual(
    ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01'].map((day) => presentTitle(holdings, day, false) !== null),
    [false, true, true, false],
  );
});

test('time in equivalent and higher titles adds up over breaks, once for what was held at the same time', () => {
  const at = (...holdings: Holding[]) => monthsAtGrade(holdings, 30, false, DAY);
  assert.deepEqual([at(held('2024-11-23', null)), at(held('2024-11-22', null)), at(held('2024-11-21', null))], [23, 24, 24]);
  assert.equal(at(held('2020-01-01', '2021-01-01'), held('2025-11-22', null)), 24);
  assert.equal(at(held('2024-11-22', null), held('2024-11-22', null, { postId: 'other' })), 24);
  assert.equal(at(held('2024-11-22', '2026-01-01'), held('2025-06-01', null, { grade: 40 })), 24);
  assert.equal(at(held('2024-11-22', null, { grade: 29 })), 0);
  assert.equal(at(held('2024-11-22', null, { body: true })), 0);
  assert.equal(at(held('2026-12-01', null)), 0);
  assert.equal(at(), 0);
});

test('months running in one title stop at a break', () => {
  const running = (...holdings: Holding[]) => monthsRunning(holdings, 'deputy', DAY);
  assert.equal(running(held('2016-11-22', '2021-11-22'), held('2021-11-22', null)), 120);
  assert.equal(running(held('2016-11-22', '2021-11-21'), held('2021-11-22', null)), 60);
  assert.equal(running(held('2016-11-22', '2021-11-22')), 0);
  assert.equal(running(held('2016-11-22', null, { postId: 'other' })), 0);
  assert.equal(running(held('2027-01-01', null)), 0);
});

test('months at commune level count once, from the history and from titles; unknown when no level is written anywhere', () => {
  const lines = [
    { from: '2010-01', to: '2010-12', level: 'commune' as const },
    { from: '2010-07', to: '2011-06', level: 'grassroots' as const },
    { from: '2011-07', to: '2020-12', level: 'province' as const },
  ];
  assert.equal(grassrootsMonths(lines, [], DAY), 18);
  assert.equal(grassrootsMonths(lines, [held('2026-10-01', null, { level: 'commune' })], DAY), 20);
  assert.equal(grassrootsMonths([{ from: '2026-09', to: null, level: 'commune' }], [], DAY), 3);
  assert.equal(grassrootsMonths([{ from: '2010-01', to: null, level: null }], [], DAY), null);
  assert.equal(grassrootsMonths([], [], DAY), null);
  assert.equal(grassrootsMonths([], [held('2020-01-01', null)], DAY), 0);
});

test('months at a grade never exceed the time since the first day, and do not depend on the order of the lines', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 2000 })).map(([start, days]) => {
    const from = addDays('2015-01-01', start);
    return held(from, addDays(from, days));
  });
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), (holdings) => {
      const months = monthsAtGrade(holdings, 30, false, DAY);
      assert.equal(months, monthsAtGrade(holdings.toReversed(), 30, false, DAY));
      for (const one of holdings) assert.ok(months >= monthsAtGrade([one], 30, false, DAY));
      assert.ok(months <= 143);
    }),
  );
});
