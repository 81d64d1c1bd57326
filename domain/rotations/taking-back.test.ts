import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision, RotationEntry } from './entries';
import { type Since, type Touched, takeBackProblems } from './taking-back';

const BEGUN: RotationEntry[] = [
  { id: 'p', kind: 'proposed', effectiveOn: '2026-08-01', reversesId: null },
  { id: 'b', kind: 'begun', effectiveOn: '2026-09-01', reversesId: null },
];
const EXTENDED: RotationEntry[] = [...BEGUN, { id: 'x', kind: 'extended', effectiveOn: '2029-09-01', reversesId: null }];
const ENDED: RotationEntry[] = [...BEGUN, { id: 'e', kind: 'ended', effectiveOn: '2030-09-01', reversesId: null }];
const title = (over: Partial<Touched> = {}): Touched => ({
  ...{ title: 'Trưởng phòng', kind: 'ended', laterOn: null, takenFrom: null, closedOn: null },
  ...over,
});
const given = (over: Partial<Touched> = {}) => title({ title: 'Bí thư', kind: 'begun', ...over });
const since = (over: Partial<Since> = {}): Since => ({ touched: [given(), title()], serving: true, nextStart: null, ...over });

type Case = readonly [situation: string, wanted: Decision, entries: RotationEntry[], since: Since, says: RegExp | null];
const CASES: readonly Case[] = [
  ['nothing came after the start', 'begun', BEGUN, since(), null],
  ['nothing came after the end', 'ended', ENDED, since(), null],
  ['nothing came after the extension', 'extended', EXTENDED, since({ touched: [] }), null],
  ['it is only proposed', 'begun', BEGUN.slice(0, 1), since({ touched: [] }), /chưa có quyết định nào/],
  ['it was extended', 'begun', EXTENDED, since(), /“Gia hạn thời gian luân chuyển” ngày 01\/09\/2029/],
  ['it ended', 'begun', ENDED, since(), /“Kết thúc, bố trí sau luân chuyển” ngày 01\/09\/2030/],
  ['it has no end', 'ended', BEGUN, since(), /“Quyết định luân chuyển” ngày 01\/09\/2026/],
  [
    'the person was moved on',
    'begun',
    BEGUN,
    since({ touched: [given({ laterOn: '2027-02-01' })] }),
    /“Bí thư” đã có bút toán khác.*01\/02\/2027/,
  ],
  [
    'the seat left is held by another',
    'begun',
    BEGUN,
    since({ touched: [given(), title({ takenFrom: '2026-10-01' })] }),
    /“Trưởng phòng” đã có người khác giữ từ ngày 01\/10\/2026/,
  ],
  ['the seat given was held by another before', 'begun', BEGUN, since({ touched: [given({ takenFrom: '2026-10-01' })] }), null],
  [
    'the title left was closed',
    'begun',
    BEGUN,
    since({ touched: [title({ closedOn: '2026-12-31' })] }),
    /đã kết thúc ngày 31\/12\/2026/,
  ],
  ['the person left the book', 'begun', BEGUN, since({ serving: false }), /không còn trong sổ đảng viên/],
  ['only a title given, and the person left the book', 'begun', BEGUN, since({ touched: [given()], serving: false }), null],
  ['another rotation began after the end', 'ended', ENDED, since({ nextStart: '2031-01-01' }), /lượt khác từ ngày 01\/01\/2031/],
];

for (const [situation, wanted, entries, facts, says] of CASES)
  test(`taking “${wanted}” back when ${situation}`, () => {
    const problems = takeBackProblems(wanted, entries, facts);
    if (!says) return assert.deepEqual(problems, []);
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? '', says);
  });
