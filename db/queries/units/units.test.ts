import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { FoundUnitInput } from '@/domain/units/inputs';
import { closeUnit, foundUnit } from '../../commands/units';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { write } from '../../write';
import { listTree, searchUnits } from './tree';
import { countMembers, getUnit, listChildKinds } from './unit';

let db: TestDatabase;
let ids: Awaited<ReturnType<typeof smallProvince>>;

before(async () => {
  db = await testDatabase();
  ids = await smallProvince(db);
  await db.owner.query("update unit_months set stock = 7 where cell_id = $1 and month = '2026-11-01'", [ids.cellA]);
  await db.owner.query("update unit_months set stock = 5 where cell_id = $1 and month = '2026-11-01'", [ids.cellC]);
});
after(() => db.drop());

test('the tree gives the children of opened units only, with their cells and members', async () => {
  const board = await viewerWith(db, 'board_officer', ids.province);
  const shut = await listTree(board, { rootId: ids.province, open: [], closed: false });
  assert.deepEqual(
    shut.map(({ name, opens, cells, members }) => [name, opens, cells, members]),
    [
      ['Đảng bộ tỉnh Thử', true, 4, 12],
      ['Đảng bộ xã Đông Sơn', true, 2, 7],
      ['Đảng bộ xã Tây Hà', true, 2, 5],
    ],
  );
  const open = await listTree(board, { rootId: ids.province, open: [ids.tayHa], closed: false });
  assert.deepEqual(
    open
      .slice(3)
      .map(({ id }) => id)
      .sort(),
    [ids.cellC, ids.cellD].sort(),
  );
});

test('search finds by any part, without marks, in reach only', async () => {
  const board = await viewerWith(db, 'board_officer', ids.province);
  const secretary = await viewerWith(db, 'cell_secretary', ids.cellC);
  const names = async (q: string) =>
    (await searchUnits(board, { rootId: ids.province, closed: false, q })).rows.map(({ name }) => name);
  assert.deepEqual(await names('DONG HA'), ['Chi bộ thôn Đông Hà']);
  assert.deepEqual(await names('đông hà'), ['Chi bộ thôn Đông Hà']);
  assert.deepEqual(await names('%'), []);
  assert.equal((await searchUnits(secretary, { rootId: ids.province, closed: false, q: 'thon' })).total, 1);
});

test('an ended unit is left out until asked for', async () => {
  const board = await viewerWith(db, 'board_officer', ids.province);
  const decision = {
    decisionNumber: '1-QĐ/TU',
    decisionDate: '2026-11-01',
    issuer: 'Tỉnh ủy',
    signer: null,
    effectiveOn: '2026-11-10',
  };
  const founded = await write(
    board,
    foundUnit,
    FoundUnitInput.parse({
      ...decision,
      name: 'Chi bộ thôn Tạm',
      kind: 'G2',
      parentId: ids.tayHa,
      effectiveOn: '05/11/2026',
      decisionDate: '01/11/2026',
      signer: '',
    }),
  );
  assert.ok(founded.ok);
  assert.ok((await write(board, closeUnit, { ...decision, unitId: founded.result.unitId, version: 1, note: null })).ok);
  const shown = async (closed: boolean) =>
    (await listTree(board, { rootId: ids.tayHa, open: [], closed })).some(({ id }) => id === founded.result.unitId);
  assert.deepEqual([await shown(false), await shown(true)], [false, true]);
});

test('a unit shows to those it is in reach of, with what they may do to it', async () => {
  const officer = await viewerWith(db, 'committee_officer', ids.dongSon);
  const own = await getUnit(officer, ids.dongSon);
  assert.deepEqual([own?.unit.mayFound, own?.unit.mayChange, own?.unit.members], [true, false, 7]);
  const cell = await getUnit(officer, ids.cellA);
  assert.deepEqual([cell?.unit.mayChange, cell?.unit.isCell, cell?.placements.length], [true, true, 1]);
  const leader = await viewerWith(db, 'committee_leader', ids.dongSon);
  assert.deepEqual(
    [(await getUnit(leader, ids.cellA))?.unit.mayFound, (await getUnit(leader, ids.cellA))?.unit.mayChange],
    [false, false],
  );
  assert.equal(await getUnit(officer, ids.cellC), null);
  assert.equal(await getUnit(officer, randomUUID()), null);
});

test('members are counted in reach only, and child kinds come from the data', async () => {
  await db.owner.query(
    "insert into members (id, cell_id, committee_id, status, full_name, sort_key, female, born, joined) values ($1, $2, $3, 'probationary', 'Lò Văn Hải', 'hai', false, '1970', '2026')",
    [randomUUID(), ids.cellA, ids.dongSon],
  );
  const officer = await viewerWith(db, 'committee_officer', ids.dongSon);
  const neighbour = await viewerWith(db, 'committee_officer', ids.tayHa);
  assert.deepEqual(await countMembers(officer, ids.cellA), { members: 1, officials: 0 });
  assert.deepEqual(await countMembers(neighbour, ids.cellA), { members: 0, officials: 0 });
  assert.deepEqual(await listChildKinds(officer, 'U'), ['G1', 'G2']);
});
