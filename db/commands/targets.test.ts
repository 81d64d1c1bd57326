import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import type { TargetLine } from '@/domain/targets/inputs';
import { listTargets } from '../queries/targets';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { write } from '../write';
import { setTargets } from './targets';

let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let board: Viewer;

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  board = await viewerWith(db, 'board_officer', units.province);
});
after(() => db.drop());

const set = (viewer: Viewer, lines: TargetLine[]) =>
  write(viewer, setTargets, { parentId: units.province, year: 2026, source: 'Kế hoạch 12-KH/TU', lines });
const values = async () => (await listTargets(board, units.province, 2026)).map(({ name, value }) => [name, value]);

test('the province and its committees get their targets, and each change leaves its trace', async () => {
  const written = await set(board, [
    { unitId: units.province, before: null, value: 30 },
    { unitId: units.dongSon, before: null, value: 12 },
    { unitId: units.tayHa, before: null, value: null },
  ]);
  assert.deepEqual(written, { ok: true, result: { count: 2 } });
  assert.deepEqual(await values(), [
    ['Đảng bộ tỉnh Thử', 30],
    ['Đảng bộ xã Đông Sơn', 12],
    ['Đảng bộ xã Tây Hà', null],
  ]);
  const { rows } = await db.owner.query(
    "select subject_id, detail from audit_log where action = 'target.set' order by detail->>'value'",
  );
  assert.deepEqual(
    rows.map(({ detail }) => detail.value),
    [12, 30],
  );
});

test('a second editor is told and nothing is overwritten; an emptied line takes the target away', async () => {
  const late = await set(board, [{ unitId: units.dongSon, before: null, value: 99 }]);
  assert.ok(!late.ok && late.problems[0]?.stale);
  assert.ok((await set(board, [{ unitId: units.dongSon, before: 12, value: null }])).ok);
  assert.deepEqual((await values())[1], ['Đảng bộ xã Đông Sơn', null]);
});

test('nothing changed, a unit that is no child, and an office without the right are refused', async () => {
  const same = await set(board, [{ unitId: units.province, before: 30, value: 30 }]);
  assert.match(!same.ok ? (same.problems[0]?.message ?? '') : '', /Chưa có chỉ tiêu nào thay đổi/);
  const grandchild = await set(board, [{ unitId: units.cellA, before: null, value: 3 }]);
  assert.match(!grandchild.ok ? (grandchild.problems[0]?.message ?? '') : '', /Không tìm thấy/);
  const leader = await viewerWith(db, 'provincial_leader', units.province);
  assert.match(
    await set(leader, [{ unitId: units.dongSon, before: null, value: 3 }]).then((written) =>
      !written.ok ? (written.problems[0]?.message ?? '') : '',
    ),
    /không có quyền/,
  );
});

test('another commune is out of reach', async () => {
  const elsewhere = await viewerWith(db, 'board_officer', units.tayHa);
  const written = await set(elsewhere, [{ unitId: units.dongSon, before: null, value: 3 }]);
  assert.match(!written.ok ? (written.problems[0]?.message ?? '') : '', /Không tìm thấy/);
  assert.deepEqual(await listTargets(elsewhere, units.dongSon, 2026), []);
});
