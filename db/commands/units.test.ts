import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { CloseUnitInput, FoundUnitInput, RenameUnitInput } from '@/domain/units/inputs';
import { checkBooks } from '../check-books';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { type Written, write } from '../write';
import { closeUnit, foundUnit, renameUnit } from './units';

let db: TestDatabase;
let ids: Awaited<ReturnType<typeof smallProvince>>;
let officer: Viewer;
let neighbour: Viewer;
let board: Viewer;

before(async () => {
  db = await testDatabase();
  ids = await smallProvince(db);
  officer = await viewerWith(db, 'committee_officer', ids.dongSon);
  neighbour = await viewerWith(db, 'committee_officer', ids.tayHa);
  board = await viewerWith(db, 'board_officer', ids.province);
});
after(() => db.drop());

const decision = {
  decisionNumber: '15-QĐ/ĐU',
  decisionDate: '10/11/2026',
  issuer: 'Ban Thường vụ Đảng ủy xã Đông Sơn',
  signer: 'Cà Văn Ánh',
  effectiveOn: '12/11/2026',
};
const founding = (name: string, more: object = {}) =>
  FoundUnitInput.parse({ ...decision, name, kind: 'G2', parentId: ids.dongSon, ...more });
const one = async (text: string, values: unknown[] = []) => (await db.owner.query(text, values)).rows[0];
const unitOf = (id: string) => one('select *, founded_on::text, closed_on::text from units where id = $1', [id]);
const audits = async (action: string, id: string) =>
  (await db.owner.query('select unit_id, detail from audit_log where action = $1 and subject_id = $2', [action, id])).rows;
const messages = <R>(written: Written<R>) => (written.ok ? [] : written.problems.map(({ message }) => message).join(' '));

async function found(name: string, more: object = {}): Promise<string> {
  const written = await write(officer, foundUnit, founding(name, more));
  assert.ok(written.ok, String(messages(written)));
  return written.result.unitId;
}

test('a founded cell stands in the tree with its placement, its decision, its months and an audit row', async () => {
  const id = await found('Chi bộ thôn Bắc Sơn', { effectiveOn: '12/11/2026', meetingDay: '5' });
  const unit = await unitOf(id);
  assert.deepEqual(
    [unit.parent_id, unit.committee_id, unit.depth, unit.is_cell, unit.short_name, unit.founded_on],
    [ids.dongSon, ids.dongSon, 2, true, 'Thôn Bắc Sơn', '2026-11-12'],
  );
  assert.match(unit.code, /\.01$/);
  assert.equal((await db.owner.query('select 1 from unit_tree where unit_id = $1', [id])).rowCount, 3);
  assert.deepEqual(await one('select name, valid_from::text, valid_to from unit_placements where unit_id = $1', [id]), {
    name: 'Chi bộ thôn Bắc Sơn',
    valid_from: '2026-11-12',
    valid_to: null,
  });
  assert.deepEqual(
    await one(
      'select c.kind, c.decision_number, l.predecessor_id from unit_changes c join unit_change_links l on l.change_id = c.id where l.successor_id = $1',
      [id],
    ),
    { kind: 'found', decision_number: '15-QĐ/ĐU', predecessor_id: null },
  );
  assert.deepEqual(await one('select month::text, expected, stock from unit_months where cell_id = $1', [id]), {
    month: '2026-11-01',
    expected: 1,
    stock: 0,
  });
  const rows = await audits('unit.found', id);
  assert.equal(rows.length, 1);
  assert.equal(rows[0].unit_id, ids.dongSon);
  assert.ok(!JSON.stringify(rows[0].detail).includes('Bắc Sơn'));
});

test('a unit founded directly under the province is its own committee', async () => {
  const written = await write(board, foundUnit, founding('Đảng bộ phường Mới', { parentId: ids.province, kind: 'U' }));
  assert.ok(written.ok);
  const unit = await unitOf(written.result.unitId);
  assert.deepEqual([unit.committee_id, unit.depth, unit.is_cell], [unit.id, 1, false]);
});

test('founding the same form twice makes one unit', async () => {
  const key = randomUUID();
  const first = await write(officer, foundUnit, founding('Chi bộ thôn Một Lần'), key);
  const again = await write(officer, foundUnit, founding('Chi bộ thôn Một Lần'), key);
  assert.deepEqual(first, again);
  assert.equal((await db.owner.query("select 1 from units where name = 'Chi bộ thôn Một Lần'")).rowCount, 1);
});

test('a kind that may not stand there and a sibling’s name are refused, and nothing is written', async () => {
  const before = (await one('select count(*) as n from units')).n;
  assert.match(String(messages(await write(officer, foundUnit, founding('Chi bộ X', { kind: 'C' })))), /chỉ lập được/);
  assert.match(String(messages(await write(officer, foundUnit, founding('chi bộ thôn đông hà')))), /đã có/);
  assert.equal((await one('select count(*) as n from units')).n, before);
});

test('founding out of reach is not found, and an office without the right is refused', async () => {
  assert.match(String(messages(await write(neighbour, foundUnit, founding('Chi bộ thôn Lạ')))), /Không tìm thấy/);
  const secretary = await viewerWith(db, 'cell_secretary', ids.cellA);
  assert.match(String(messages(await write(secretary, foundUnit, founding('Chi bộ thôn Lạ')))), /không có quyền/);
});

const renaming = (unitId: string, version: number, name: string, more: object = {}) =>
  RenameUnitInput.parse({ ...decision, unitId, version, name, ...more });

test('a rename ends the placement of the old name the day before and keeps it in the history', async () => {
  const written = await write(officer, renameUnit, renaming(ids.cellB, 1, 'Chi bộ thôn Tây Sơn Thượng'));
  assert.ok(written.ok, String(messages(written)));
  const unit = await unitOf(ids.cellB);
  assert.deepEqual([unit.name, unit.folded_name, unit.version], ['Chi bộ thôn Tây Sơn Thượng', 'chi bo thon tay son thuong', 2]);
  const { rows } = await db.owner.query(
    'select name, valid_from::text as since, valid_to::text as until from unit_placements where unit_id = $1 order by valid_from',
    [ids.cellB],
  );
  assert.deepEqual(rows, [
    { name: 'Chi bộ thôn Tây Sơn', since: '2026-01-01', until: '2026-11-11' },
    { name: 'Chi bộ thôn Tây Sơn Thượng', since: '2026-11-12', until: null },
  ]);
  assert.equal((await audits('unit.rename', ids.cellB)).length, 1);
});

test('a rename from an old form is refused and says who changed it', async () => {
  const id = await found('Chi bộ thôn Hai Lần');
  const first = await write(
    officer,
    renameUnit,
    renaming(id, 1, 'Chi bộ thôn Ba Lần', { decisionDate: '13/11/2026', effectiveOn: '14/11/2026' }),
  );
  assert.ok(first.ok, String(messages(first)));
  const second = await write(board, renameUnit, renaming(id, 1, 'Chi bộ thôn Bốn Lần', { effectiveOn: '15/11/2026' }));
  assert.ok(!second.ok && second.problems[0]?.stale);
  assert.match(String(messages(second)), /Người thử committee_officer/);
});

test('a committee does not rename or close itself; the one above it does', async () => {
  assert.match(
    String(messages(await write(officer, renameUnit, renaming(ids.dongSon, 1, 'Đảng bộ xã Đông Sơn Mới')))),
    /cấp trên trực tiếp quyết định/,
  );
  assert.match(String(messages(await write(neighbour, renameUnit, renaming(ids.cellA, 1, 'Chi bộ X')))), /Không tìm thấy/);
  assert.ok((await write(board, renameUnit, renaming(ids.dongSon, 1, 'Đảng bộ xã Đông Sơn Mới'))).ok);
});

const closing = (unitId: string, version: number, more: object = {}) =>
  CloseUnitInput.parse({ ...decision, unitId, version, ...more });

test('a unit with members or living children is not closed, and is told what to do', async () => {
  await db.owner.query(
    "insert into members (id, cell_id, committee_id, status, full_name, sort_key, female, born, joined) values ($1, $2, $3, 'official', 'Lò Văn Hải', 'hai', false, '1970', '2000')",
    [randomUUID(), ids.cellC, ids.tayHa],
  );
  assert.match(String(messages(await write(neighbour, closeUnit, closing(ids.cellC, 1)))), /Còn 1 đảng viên.+chuyển sinh hoạt/);
  assert.match(String(messages(await write(board, closeUnit, closing(ids.tayHa, 1)))), /Còn 2 tổ chức trực thuộc/);
  assert.equal((await unitOf(ids.cellC)).closed_on, null);
  await db.owner.query('delete from members where cell_id = $1', [ids.cellC]);
});

test('a closed cell keeps its history, its leaders’ terms end, and it owes no meeting from that month on', async () => {
  await db.owner.query(
    "insert into unit_officers (id, unit_id, full_name, role, held_from) values ($1, $2, 'Vừ A Hờ', 'secretary', '2026-01-01')",
    [randomUUID(), ids.cellD],
  );
  const written = await write(neighbour, closeUnit, closing(ids.cellD, 1, { note: 'Không đủ đảng viên' }));
  assert.ok(written.ok, String(messages(written)));
  assert.equal((await unitOf(ids.cellD)).closed_on, '2026-11-12');
  assert.equal((await one('select valid_to::text as d from unit_placements where unit_id = $1', [ids.cellD])).d, '2026-11-12');
  assert.equal((await one('select held_to::text as d from unit_officers where unit_id = $1', [ids.cellD])).d, '2026-11-12');
  const { rows } = await db.owner.query(
    "select expected from unit_months where cell_id = $1 and month >= '2026-10-01' order by month",
    [ids.cellD],
  );
  assert.deepEqual(
    rows.map(({ expected }) => expected),
    [1, 0],
  );
  assert.equal((await audits('unit.close', ids.cellD)).length, 1);
});

test('closing again, from an old form, or out of reach is refused', async () => {
  assert.match(String(messages(await write(neighbour, closeUnit, closing(ids.cellD, 2)))), /đã kết thúc/);
  const stale = await write(neighbour, closeUnit, closing(ids.cellD, 1));
  assert.ok(!stale.ok && stale.problems[0]?.stale);
  assert.match(String(messages(await write(officer, closeUnit, closing(ids.cellD, 2)))), /Không tìm thấy/);
});

test('after all of it the books still say what the entries say', async () => {
  const { differences } = await checkBooks(db.owner);
  assert.deepEqual(differences, []);
});
