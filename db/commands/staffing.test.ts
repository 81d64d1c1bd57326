import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { decreasesByReason, unexplainedOf } from '@/domain/staffing/board';
import type { Figures } from '@/domain/staffing/inputs';
import { getStaffing, listChanges } from '../queries/staffing';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { type Written, write } from '../write';
import { assignQuotas, recordStaffingChange, reverseStaffingChange } from './staffing';

let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let board: Viewer;

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  board = await viewerWith(db, 'board_officer', units.province);
});
after(() => db.drop());

const said = (written: Written<unknown>) => (written.ok ? '' : written.problems.map(({ message }) => message).join(' '));
const NONE: Figures = { assigned: null, inPost: null };
const kind = 'officials' as const;
const assign = (parentId: string, year: number, lines: [string, Figures, Figures][], viewer = board) =>
  write(viewer, assignQuotas, {
    ...{ parentId, year, kind, asOf: '2026-10-31', source: 'Quyết định 70-QĐ/TU' },
    lines: lines.map(([unitId, before, now]) => ({ unitId, before, now })),
  });
const change = (over: object = {}, viewer = board) =>
  write(viewer, recordStaffingChange, {
    ...{ unitId: units.dongSon, kind, reason: 'retired' as const, persons: 2, effectiveOn: '2026-06-01' },
    ...{ decisionNumber: null, decisionDate: null, note: null, ...over },
  });
const rowsOf = async (viewer: Viewer, unitId: string, year = 2026) => (await getStaffing(viewer, { unitId, year, kind })).rows;

test('quotas are entered where the staff is, and a unit shows the sum of what lies below it', async () => {
  assert.equal(said(await assign(units.province, 2026, [[units.tayHa, NONE, { assigned: 20, inPost: 21 }]])), '');
  assert.equal(
    said(
      await assign(units.dongSon, 2026, [
        [units.cellA, NONE, { assigned: 6, inPost: 5 }],
        [units.cellB, NONE, { assigned: 4, inPost: null }],
      ]),
    ),
    '',
  );
  assert.deepEqual(
    (await rowsOf(board, units.province)).map(({ name, own, assigned, inPost }) => [name, own, assigned, inPost]),
    [
      ['Đảng bộ tỉnh Thử', true, null, null],
      ['Đảng bộ xã Đông Sơn', false, 10, 5],
      ['Đảng bộ xã Tây Hà', false, 20, 21],
    ],
  );
  const { rows } = await db.owner.query("select detail from audit_log where action = 'staffing.assign' and unit_id = $1", [
    units.tayHa,
  ]);
  assert.deepEqual(rows[0].detail, { year: 2026, before: NONE, value: { assigned: 20, inPost: 21 } });
});

test('a second editor is told and nothing is overwritten; nothing changed and no child are refused', async () => {
  const late = await assign(units.province, 2026, [[units.tayHa, NONE, { assigned: 99, inPost: 99 }]]);
  assert.ok(!late.ok && late.problems[0]?.stale);
  const now = { assigned: 20, inPost: 21 };
  assert.match(said(await assign(units.province, 2026, [[units.tayHa, now, now]])), /Chưa có số nào thay đổi/);
  assert.match(said(await assign(units.province, 2026, [[units.cellC, NONE, now]])), /Không tìm thấy/);
  assert.equal((await rowsOf(board, units.province))[2]?.assigned, 20);
});

test('decreases of the year stand by reason at every level, and what they do not explain is shown', async () => {
  assert.equal(said(await assign(units.province, 2025, [[units.tayHa, NONE, { assigned: 21, inPost: 24 }]])), '');
  assert.equal(said(await change({ unitId: units.tayHa })), '');
  assert.equal(said(await change({ unitId: units.tayHa, reason: 'recruited', persons: 1 })), '');
  assert.equal(said(await change({ unitId: units.tayHa, effectiveOn: '2025-12-31' })), '');
  const row = (await rowsOf(board, units.province))[2];
  assert.ok(row);
  assert.deepEqual(row.changes.map(({ reason, persons }) => [reason, persons]).sort(), [
    ['recruited', 1],
    ['retired', 2],
  ]);
  assert.equal(unexplainedOf(row.before, row.changes, row.inPost), -2);
  assert.deepEqual(
    (await getStaffing(board, { unitId: units.province, year: 2026, kind })).quotas.map(({ year, assigned }) => [year, assigned]),
    [
      [2025, 21],
      [2026, 30],
    ],
  );
});

test('a wrong line is taken back once by another, and no longer counts', async () => {
  const written = await change({ reason: 'nd178', persons: 5, unitId: units.tayHa });
  assert.ok(written.ok);
  const reverse = (viewer = board) =>
    write(viewer, reverseStaffingChange, { changeId: written.result.changeId, note: 'Ghi nhầm đơn vị' });
  assert.match(said(await reverse(await viewerWith(db, 'board_officer', units.dongSon))), /Không tìm thấy/);
  assert.equal(said(await reverse()), '');
  assert.match(said(await reverse()), /đã được hủy trước đó/);
  assert.deepEqual(
    (await rowsOf(board, units.province))[2]?.changes.filter(({ reason }) => reason === 'nd178'),
    [],
  );
  const [first] = (await listChanges(board, { unitId: units.province, year: 2026, kind })).rows;
  assert.deepEqual([first?.reason, first?.takenBack], ['nd178', true]);
  await assert.rejects(db.owner.query('update staffing_changes set persons = 1'), /append-only/);
});

test('the ledger narrowed to decreases adds up to the number that opens it, page after page', async () => {
  const asked = { unitId: units.tayHa, year: 2024, kind };
  for (let n = 1; n <= 52; n += 1)
    assert.equal(said(await change({ unitId: units.tayHa, persons: n, effectiveOn: `2024-0${1 + (n % 9)}-10` })), '');
  assert.equal(said(await change({ unitId: units.tayHa, reason: 'recruited', effectiveOn: '2024-05-01' })), '');
  const first = await listChanges(board, asked, { reason: 'decrease' });
  assert.deepEqual([first.rows.length, first.hasNext], [50, true]);
  const second = await listChanges(board, asked, { reason: 'decrease', after: first.rows.at(-1)?.id });
  assert.deepEqual([second.rows.length, second.hasNext], [2, false]);
  const all = [...first.rows, ...second.rows];
  assert.equal(new Set(all.map(({ id }) => id)).size, 52);
  const [row] = await rowsOf(board, units.tayHa, 2024);
  const { total } = decreasesByReason(row?.changes ?? []);
  assert.equal(
    all.reduce((sum, { persons }) => sum + persons, 0),
    total,
  );
  assert.equal((await listChanges(board, asked, { reason: 'recruited' })).rows.length, 1);
});

test('a day ahead, a unit out of reach and an office without the right are refused', async () => {
  assert.match(said(await change({ effectiveOn: '2026-11-23' })), /sau hôm nay/);
  assert.equal(said(await change({ effectiveOn: '2026-11-22' })), '');
  const elsewhere = await viewerWith(db, 'board_officer', units.tayHa);
  assert.match(said(await change({}, elsewhere)), /Không tìm thấy/);
  assert.deepEqual(await rowsOf(elsewhere, units.dongSon), []);
  assert.deepEqual((await listChanges(elsewhere, { unitId: units.dongSon, year: 2026, kind })).rows, []);
  const officer = await viewerWith(db, 'committee_officer', units.dongSon);
  assert.match(said(await change({}, officer)), /không có quyền/);
  assert.equal((await rowsOf(officer, units.dongSon)).length, 3);
});
