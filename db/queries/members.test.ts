import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { RecordEventInput } from '@/domain/members/event';
import { filterValues, readFilters } from '@/domain/members/filters';
import { AddMemberInput } from '@/domain/members/member';
import { recordMemberEvent } from '../commands/member-events';
import { noteExport, openSensitive } from '../commands/member-reads';
import { addMember } from '../commands/members';
import { withoutScope } from '../scope';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { write } from '../write';
import { countMembers, getMeetingsAttended, getMember, getSensitive, listCells, listMemberEvents, listMembers } from './members';
import { chooseUnit, type ShownUnit } from './units';

let db: TestDatabase;
let unit: Awaited<ReturnType<typeof smallProvince>>;
let board: Viewer;
let officer: Viewer;
let secretary: Viewer;
const ids: Record<string, string> = {};

const PEOPLE = [
  ['Quàng Thị Hà', 'cellA', { sex: 'female', born: '1971', joined: '3/2/1999', official: '3/2/2000', cardNumber: '23051774' }],
  ['Đặng Thị Thuý Hà', 'cellB', { sex: 'female', born: '14/6/1988', joined: '19/5/2012', official: '2013' }],
  ['Nguyễn Thủy Hạ', 'cellA', { sex: 'female', born: '2/9/2001', joined: '7/11/2025' }],
  [
    'Lò Văn Hải',
    'cellA',
    { born: '30/1/1958', joined: '12/1985', official: '12/1986', ethnicity: 'Thái', citizenId: '014058000111' },
  ],
  ['Vừ A Hờ', 'cellB', { born: '11/11/1990', joined: '26/3/2016', official: '26/3/2017' }],
  ['Trần Văn An', 'cellC', { born: '1980', joined: '2005', official: '2006' }],
] as const;

before(async () => {
  db = await testDatabase();
  unit = await smallProvince(db);
  board = await viewerWith(db, 'board_officer', unit.province);
  officer = await viewerWith(db, 'committee_officer', unit.dongSon);
  secretary = await viewerWith(db, 'cell_secretary', unit.cellB);
  for (const [fullName, cell, over] of PEOPLE) {
    const written = await write(
      board,
      addMember,
      AddMemberInput.parse({ fullName, sex: 'male', entry: 'registered', entryOn: '1/3/2026', cellId: unit[cell], ...over }),
    );
    assert.ok(written.ok, JSON.stringify(written));
    ids[fullName] = written.result.id;
  }
});
after(() => db.drop());

const shown = async (viewer: Viewer, id?: string): Promise<ShownUnit> => {
  const found = await chooseUnit(viewer, 'member.read', id);
  assert.ok(found);
  return found;
};
const filters = (params: Record<string, string> = {}) => readFilters(filterValues(params), '2026-11-22').filters;
const names = async (viewer: Viewer, params: Record<string, string> = {}, id?: string) =>
  (await listMembers(viewer, await shown(viewer, id), filters(params))).rows.map((row) => row.fullName);

test('a committee sees its own people by given name in Vietnamese order', async () => {
  assert.deepEqual(await names(officer), ['Đặng Thị Thuý Hà', 'Quàng Thị Hà', 'Nguyễn Thủy Hạ', 'Lò Văn Hải', 'Vừ A Hờ']);
  assert.deepEqual(await names(board), [
    'Trần Văn An',
    'Đặng Thị Thuý Hà',
    'Quàng Thị Hà',
    'Nguyễn Thủy Hạ',
    'Lò Văn Hải',
    'Vừ A Hờ',
  ]);
  assert.deepEqual(await names(secretary), ['Đặng Thị Thuý Hà', 'Vừ A Hờ']);
  assert.deepEqual(await names(board, {}, unit.cellA), ['Quàng Thị Hà', 'Nguyễn Thủy Hạ', 'Lò Văn Hải']);
});

for (const [params, expected] of [
  [{ q: 'ha' }, ['Đặng Thị Thuý Hà', 'Quàng Thị Hà', 'Nguyễn Thủy Hạ', 'Lò Văn Hải']],
  [{ q: 'DANG THI' }, ['Đặng Thị Thuý Hà']],
  [{ q: 'thuy' }, ['Đặng Thị Thuý Hà', 'Nguyễn Thủy Hạ']],
  [{ q: '23.051.774' }, ['Quàng Thị Hà']],
  [{ q: '2305' }, []],
  [{ q: 'xyz' }, []],
  [{ status: 'probationary' }, ['Nguyễn Thủy Hạ']],
  [{ sex: 'male' }, ['Lò Văn Hải', 'Vừ A Hờ']],
  [{ age: '61' }, ['Lò Văn Hải']],
  [{ age: '51-55' }, ['Quàng Thị Hà']],
  [{ partyAge: '40-49' }, ['Lò Văn Hải']],
  [{ joinedFrom: '1/1/2016', joinedTo: '2020' }, ['Vừ A Hờ']],
  [{ sex: 'female', age: '18-30' }, ['Nguyễn Thủy Hạ']],
] as const) {
  test(`the filters ${JSON.stringify(params)} give ${expected.length} and the count says the same`, async () => {
    assert.deepEqual(await names(officer, params), expected);
    assert.deepEqual(await countMembers(officer, await shown(officer), filters(params)), { count: expected.length, exact: true });
  });
}

test('pages forward and back show everyone once, in one order', async () => {
  const all = await shown(board);
  const first = await listMembers(board, all, filters(), {}, 4);
  assert.deepEqual([first.rows.length, first.hasPrevious, first.hasNext], [4, false, true]);
  const second = await listMembers(board, all, filters(), { after: first.rows.at(-1)?.id }, 4);
  assert.deepEqual(
    [second.rows.map((row) => row.fullName), second.hasPrevious, second.hasNext],
    [['Lò Văn Hải', 'Vừ A Hờ'], true, false],
  );
  const back = await listMembers(board, all, filters(), { before: second.rows[0]?.id }, 4);
  assert.deepEqual([back.rows, back.hasPrevious, back.hasNext], [first.rows, false, true]);
  assert.equal((await listMembers(board, all, filters(), { after: 'not-an-id' }, 4)).rows.length, 4);
});

test('cells offered are those in reach', async () => {
  assert.deepEqual(
    (await listCells(officer, await shown(officer), 'member.edit')).map((cell) => cell.name),
    ['Chi bộ thôn Đông Hà', 'Chi bộ thôn Tây Sơn'],
  );
  assert.deepEqual(await listCells(secretary, await shown(secretary), 'member.edit'), []);
});

test('a person out of reach is not there, one in reach says what the viewer may do', async () => {
  const mine = await getMember(officer, ids['Lò Văn Hải'] as string);
  assert.deepEqual([mine?.fullName, mine?.mayEdit, mine?.mayRecord, mine?.maySeeSensitive], ['Lò Văn Hải', true, true, true]);
  const own = await getMember(secretary, ids['Vừ A Hờ'] as string);
  assert.deepEqual([own?.mayEdit, own?.mayRecord, own?.maySeeSensitive], [false, false, false]);
  assert.equal(await getMember(officer, ids['Trần Văn An'] as string), null);
  assert.equal(await getMember(secretary, ids['Lò Văn Hải'] as string), null);
  assert.equal(await getMember(officer, 'not-an-id'), null);
});

test('row-level security alone keeps every list and detail within reach', async () => {
  await withoutScope(async () => {
    const province = { id: unit.province, parentId: null, depth: 0, isCell: false };
    assert.deepEqual(
      (await listMembers(secretary, province, filters())).rows.map((row) => row.fullName),
      ['Đặng Thị Thuý Hà', 'Vừ A Hờ'],
    );
    assert.deepEqual(await countMembers(secretary, province, filters()), { count: 2, exact: true });
    assert.equal(await getMember(secretary, ids['Trần Văn An'] as string), null);
    assert.deepEqual(await listMemberEvents(secretary, ids['Trần Văn An'] as string), []);
    assert.equal(await getSensitive(secretary, ids['Trần Văn An'] as string), null);
    assert.deepEqual(await getMeetingsAttended(secretary, ids['Trần Văn An'] as string), { due: 0, present: 0 });
  });
});

test('the sensitive record is read only after the reading stands in the log, and only in reach', async () => {
  const id = ids['Lò Văn Hải'] as string;
  assert.equal((await openSensitive(officer, id))?.ethnicity, 'Thái');
  assert.equal(await openSensitive(secretary, ids['Vừ A Hờ'] as string), null);
  const log = await db.owner.query("select account_id, subject_id from read_log where action = 'member.sensitive'");
  assert.deepEqual(log.rows, [{ account_id: officer.accountId, subject_id: id }]);
});

test('discipline stands in the sensitive record and in no general history', async () => {
  const id = ids['Quàng Thị Hà'] as string;
  const form = {
    kind: 'discipline',
    form: 'reprimand',
    effectiveOn: '1/10/2026',
    decisionNumber: '3-QĐ/UBKT',
    decisionDate: '25/9/2026',
    issuer: 'Ủy ban Kiểm tra',
  };
  assert.ok((await write(officer, recordMemberEvent, RecordEventInput.parse({ memberId: id, version: 1, ...form }))).ok);
  assert.deepEqual(
    (await listMemberEvents(officer, id)).map((event) => event.kind),
    ['registered'],
  );
  const record = await openSensitive(officer, id);
  assert.deepEqual(
    record?.events.map((event) => [event.kind, event.detail.form, event.enteredBy]),
    [['discipline', 'reprimand', officer.name]],
  );
});

test('an export is noted with unit, purpose and filters, without the words searched for', async () => {
  await noteExport(officer, { unitId: unit.dongSon, purpose: 'Đối khớp quý IV', values: { q: 'Hà', sex: 'female' }, count: 2 });
  const { rows } = await db.owner.query("select unit_id, detail from read_log where action = 'member.export'");
  assert.deepEqual(rows, [
    { unit_id: unit.dongSon, detail: { purpose: 'Đối khớp quý IV', filters: { sex: 'female' }, searched: true, count: 2 } },
  ]);
});
