import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { Mapping } from '@/domain/members/import/fields';
import { change } from '../../client';
import { writeSheet } from '../../spreadsheets';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { type Command, write } from '../../write';
import { decideRows, mapColumns } from './columns';
import { lockKey } from './find';
import { runImport, startImport, stopImport } from './run';
import { takeBackImport } from './take-back';
import { addCell, fileOf, imported, importRow, importRows, type Listed, listOf, previewed, uploaded } from './testing';
import { uploadList } from './upload';

let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let officer: Viewer;
let neighbour: Viewer;
let secretary: Viewer;

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  officer = await viewerWith(db, 'committee_officer', units.dongSon);
  neighbour = await viewerWith(db, 'committee_officer', units.tayHa);
  secretary = await viewerWith(db, 'cell_secretary', units.cellA);
});
after(() => db.drop());

const upload = async (members: Listed[]) => ({
  unitId: units.dongSon,
  noSecrets: 'yes' as const,
  upload: { fileName: 'a.xlsx', bytes: await fileOf(listOf(members)) },
});
const said = async <I, R>(viewer: Viewer, cmd: Command<I, R>, input: I): Promise<string> => {
  const written = await write(viewer, cmd, input);
  return written.ok ? 'done' : written.problems.map((problem) => problem.message).join(' ');
};
const audited = async (id: string) =>
  (await db.owner.query('select action from audit_log where subject_id = $1 order by at', [id])).rows.map((row) => row.action);
const versioned = async (importId: string) => ({ importId, version: (await importRow(db, importId)).version });
const memberNamed = async (name: string) =>
  (await db.owner.query('select * from members where full_name = $1 order by id', [name])).rows;
const months = async () => (await db.owner.query('select * from unit_months order by cell_id, month')).rows;
let cards = 20_000_000;
const card = () => String(cards++);

test('a list is uploaded by who may, for a unit in reach, with an audit row', async () => {
  const id = await uploaded(officer, units.dongSon, listOf([{ name: 'Lò Văn Một', card: card() }]));
  assert.deepEqual(await audited(id), ['import.uploaded']);
  assert.match(await said(secretary, uploadList, await upload([{ name: 'Lò Văn Một' }])), /không có quyền/);
  assert.match(await said(neighbour, uploadList, await upload([{ name: 'Lò Văn Một' }])), /Không tìm thấy/);
});

test('a file sent twice with its form is one list, another file with the same form none; what is no list says so at its field', async () => {
  const [input, key] = [await upload([{ name: 'Lò Văn Đôi', card: card() }]), randomUUID()];
  const first = await write(officer, uploadList, input, key);
  assert.ok(first.ok);
  assert.deepEqual(await write(officer, uploadList, input, key), first);
  const other = await write(officer, uploadList, await upload([{ name: 'Lò Văn Khác' }]), key);
  assert.match(other.ok ? '' : (other.problems[0]?.message ?? ''), /đã được gửi một lần với nội dung khác/);
  const refused = async (bytes: Uint8Array) => {
    const written = await write(officer, uploadList, { ...input, upload: { fileName: 'a.xlsx', bytes } });
    return written.ok ? '' : `${written.problems[0]?.path}: ${written.problems[0]?.message}`;
  };
  assert.match(await refused(Buffer.from('không')), /^file: Tệp không phải là bảng tính/);
  assert.match(await refused(await fileOf([])), /^file: Danh sách trong tệp chưa có dòng nào/);
  assert.match(await refused(await writeSheet('S', ['Ghi chú'], [['x']])), /^file: Không tìm thấy danh sách/);
});

test('what ends the thread of an import in the middle is told on its page, and the import can begin again', async () => {
  const importId = await previewed(db, officer, units.dongSon, listOf([{ name: 'Lò Văn Dở', card: card() }]));
  assert.equal(await said(officer, startImport, await versioned(importId)), 'done');
  const gone = () => Promise.reject(new Error('the thread beside the pages ended with 1'));
  await assert.rejects(runImport(officer, importId, gone), /ended with 1/);
  assert.match((await importRow(db, importId)).failure ?? '', /chưa có dòng nào được ghi vào sổ/);
  assert.equal(await said(officer, startImport, await versioned(importId)), 'done');
  await runImport(officer, importId);
  assert.equal((await importRow(db, importId)).counts.added, 1);
});

test('columns without a needed one are refused; a stale form and a neighbour are turned away', async () => {
  const importId = await uploaded(officer, units.dongSon, listOf([{ name: 'Lò Văn Hai', card: card() }]));
  const { version, mapping } = await importRow(db, importId);
  const nameless = mapping.map((field) => (field === 'fullName' ? null : field)) as Mapping;
  assert.match(await said(officer, mapColumns, { importId, version, mapping: nameless }), /Chưa có cột “Họ và tên”/);
  assert.match(await said(officer, mapColumns, { importId, version: version + 1, mapping: mapping as Mapping }), /đã được/);
  assert.match(await said(neighbour, mapColumns, { importId, version, mapping: mapping as Mapping }), /Không tìm thấy/);
  assert.equal(await said(officer, mapColumns, { importId, version, mapping: mapping as Mapping }), 'done');
  assert.deepEqual(await audited(importId), ['import.uploaded', 'import.mapped']);
});

test('the columns chosen for a header are remembered for the unit, and for that unit alone', async () => {
  const list = listOf([{ name: 'Lò Văn Ba', card: card(), home: 'xã Đông Sơn' }]);
  const first = await uploaded(officer, units.dongSon, list);
  const { version, mapping } = await importRow(db, first);
  const changed = mapping.map((field) => (field === 'homePlace' ? 'note' : field)) as Mapping;
  assert.equal(await said(officer, mapColumns, { importId: first, version, mapping: changed }), 'done');
  assert.deepEqual((await importRow(db, await uploaded(officer, units.dongSon, list))).mapping, changed);
  assert.deepEqual((await importRow(db, await uploaded(neighbour, units.tayHa, list))).mapping, mapping);
  const again = { importId: first, version: version + 1, mapping: mapping as Mapping };
  assert.equal(await said(officer, mapColumns, again), 'done');
});

test('committing twice is the same as once, and the second editor is told', async () => {
  const importId = await previewed(db, officer, units.dongSon, listOf([{ name: 'Lò Văn Bốn', card: card() }]));
  const input = await versioned(importId);
  assert.match(await said(neighbour, startImport, input), /Không tìm thấy/);
  assert.equal(await said(officer, startImport, input), 'done');
  assert.match(await said(officer, startImport, input), /đã được/);
  assert.match(await said(officer, startImport, await versioned(importId)), /đang được nhập/);
  await Promise.all([runImport(officer, importId), runImport(officer, importId)]);
  await runImport(officer, importId);
  assert.equal((await memberNamed('Lò Văn Bốn')).length, 1);
  assert.equal((await importRow(db, importId)).failure, null);
  assert.match(await said(officer, startImport, await versioned(importId)), /đã được nhập vào sổ/);
  assert.deepEqual(await audited(importId), ['import.uploaded', 'import.mapped', 'import.started', 'import.committed']);
});

test('a member found by card changes only where the list says something, with an audit row, and comes back when taken back', async () => {
  const number = card();
  await imported(
    db,
    officer,
    units.dongSon,
    listOf([{ name: 'Lò Văn Năm', card: number, home: 'xã Đông Sơn', citizen: '031000000005' }]),
  );
  const [original] = await memberNamed('Lò Văn Năm');
  const list = listOf([{ name: 'LÒ VĂN NĂM', card: number, born: '1980', joined: '04/02/2005' }]);
  const importId = await imported(db, officer, units.dongSon, list);
  const { counts, version } = await importRow(db, importId);
  assert.deepEqual([counts.changed, counts.updated, counts.added], [1, 1, 0]);
  const [changed] = await memberNamed('Lò Văn Năm');
  assert.deepEqual(
    [changed.joined, changed.born, changed.home_place, changed.version],
    ['2005-02-04', '1980-02-01', 'xã Đông Sơn', original.version + 1],
  );
  assert.deepEqual(await audited(original.id), ['member.updated']);
  assert.equal(await said(officer, takeBackImport, { importId, version, reason: 'Nhầm' }), 'done');
  const [restored] = await memberNamed('Lò Văn Năm');
  assert.deepEqual([restored.joined, restored.status, restored.home_place], ['2005-02-03', 'official', 'xã Đông Sơn']);
  assert.deepEqual(await audited(original.id), ['member.updated', 'member.restored']);
});

test('the same name and birth with another card needs a decision, and each answer is carried out', async () => {
  await imported(db, officer, units.dongSon, listOf([1, 2, 3].map((n) => ({ name: `Lò Thị Sáu ${n}`, card: card() }))));
  const list = listOf(['1', '2', '3'].map((n) => ({ name: `Lò Thị Sáu ${n}`, card: card() })));
  const importId = await previewed(db, officer, units.dongSon, list);
  assert.equal((await importRow(db, importId)).counts.decide, 3);
  const answers = [
    { row: 2, decision: 'add' as const },
    { row: 3, decision: 'update' as const },
  ];
  assert.match(await said(neighbour, decideRows, { ...(await versioned(importId)), answers }), /Không tìm thấy/);
  assert.match(await said(officer, decideRows, { importId, version: 1, answers }), /đã được/);
  const foreign = [{ row: 1, decision: 'add' as const }];
  assert.match(await said(officer, decideRows, { ...(await versioned(importId)), answers: foreign }), /tải lại trang/);
  assert.equal(await said(officer, decideRows, { ...(await versioned(importId)), answers }), 'done');
  assert.ok((await audited(importId)).includes('import.decided'));
  await said(officer, startImport, await versioned(importId));
  await runImport(officer, importId);
  const { counts } = await importRow(db, importId);
  assert.deepEqual([counts.added, counts.updated, counts.left], [1, 1, 1]);
  assert.deepEqual([(await memberNamed('Lò Thị Sáu 1')).length, (await memberNamed('Lò Thị Sáu 2')).length], [2, 1]);
});

test('a card held by somebody out of reach is refused without a name; one held in another unit in reach names whom to move', async () => {
  const number = card();
  await imported(db, neighbour, units.tayHa, listOf([{ name: 'Vàng Văn Kín', card: number, cell: 'Chi bộ thôn Một' }]));
  const hidden = await previewed(db, officer, units.dongSon, listOf([{ name: 'Lò Văn Bảy', card: number }]));
  const [row] = await importRows(db, hidden);
  assert.equal(row.state, 'wrong');
  assert.match(row.problems[0].message, /ngoài phạm vi/);
  assert.doesNotMatch(JSON.stringify(row), /Kín/);
  const board = await viewerWith(db, 'board_officer', units.province);
  const [seen] = await importRows(db, await previewed(db, board, units.dongSon, listOf([{ name: 'Lò Văn Bảy', card: number }])));
  assert.match(seen.problems[0].message, /Vàng Văn Kín.*chuyển sinh hoạt/);
});

test('a list whose rows mean another thing by now is not brought in', async () => {
  const number = card();
  const first = await previewed(db, officer, units.dongSon, listOf([{ name: 'Lò Văn Tám', card: number }]));
  await imported(db, officer, units.dongSon, listOf([{ name: 'Lò Văn Tám', card: number }]));
  await said(officer, startImport, await versioned(first));
  await runImport(officer, first);
  const { failure, started_at, committed_at } = await importRow(db, first);
  assert.match(failure ?? '', /1 dòng có kết quả khác/);
  assert.deepEqual([started_at, committed_at], [null, null]);
  assert.equal((await memberNamed('Lò Văn Tám')).length, 1);
});

test('a list that names a cell closed since it was shown is not brought in', async () => {
  const name = 'Chi bộ thôn Sắp Giải Thể';
  const cell = await addCell(db, units.dongSon, name);
  const importId = await previewed(db, officer, units.dongSon, listOf([{ name: 'Lò Văn Chín', cell: name }]));
  await db.owner.query("update units set closed_on = '2026-06-30' where id = $1", [cell]);
  await said(officer, startImport, await versioned(importId));
  await runImport(officer, importId);
  assert.match((await importRow(db, importId)).failure ?? '', /1 dòng có kết quả khác/);
  assert.deepEqual(await memberNamed('Lò Văn Chín'), []);
});

test('an import left behind by a killed server can be started again; one at work cannot, but can be stopped', async () => {
  const importId = await previewed(db, officer, units.dongSon, listOf([{ name: 'Lò Văn Chín', card: card() }]));
  await said(officer, startImport, await versioned(importId));
  await db.owner.query("update imports set started_at = now() - interval '5 minutes' where id = $1", [importId]);
  await change(
    officer,
    async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${lockKey(importId)})`);
      assert.match(await said(officer, startImport, await versioned(importId)), /đang được nhập/);
    },
    () => false,
  );
  assert.equal(await said(officer, startImport, await versioned(importId)), 'done', 'nobody holds its lock any more');
  assert.match(await said(neighbour, stopImport, await versioned(importId)), /Không tìm thấy/);
  assert.equal(await said(officer, stopImport, await versioned(importId)), 'done');
  await runImport(officer, importId);
  assert.deepEqual([(await memberNamed('Lò Văn Chín')).length, (await importRow(db, importId)).committed_at], [0, null]);
  assert.ok((await audited(importId)).includes('import.stopped'));
});

test('an import whose members have moved on since is not taken back, and the answer counts them', async () => {
  const monthsBefore = await months();
  const list = listOf([
    { name: 'Lò Văn Mười', card: card() },
    { name: 'Lò Thị Mười', card: card(), cell: 'Chi bộ thôn Tây Sơn' },
  ]);
  const importId = await imported(db, officer, units.dongSon, list);
  const back = async () => ({ ...(await versioned(importId)), reason: 'Nhầm tệp' });
  assert.match(await said(neighbour, takeBackImport, await back()), /Không tìm thấy/);
  assert.match(await said(officer, takeBackImport, { importId, version: 1, reason: 'Nhầm' }), /đã được/);
  await db.owner.query("update members set version = version + 1 where full_name = 'Lò Thị Mười'");
  assert.match(await said(officer, takeBackImport, await back()), /1 đảng viên .* \(dòng 3\)/);
  await db.owner.query("update members set version = version - 1 where full_name = 'Lò Thị Mười'");
  assert.equal(await said(officer, takeBackImport, await back()), 'done');
  assert.match(await said(officer, takeBackImport, await back()), /đã được thu hồi/);
  assert.deepEqual(await months(), monthsBefore);
  assert.ok((await audited(importId)).includes('import.taken_back'));
});

test('the same person twice in one list goes in once', async () => {
  const twice = { name: 'Lò Văn Đôi', citizen: '031000000077' };
  const importId = await previewed(
    db,
    officer,
    units.dongSon,
    listOf([twice, twice, { name: 'Lò Văn Ba Lần' }, { name: 'Lò Văn Ba Lần' }]),
  );
  const states = (await importRows(db, importId)).map((row) => row.state);
  assert.deepEqual(states, ['new', 'wrong', 'new', 'decide']);
});
