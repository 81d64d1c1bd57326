import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { AddMemberInput, EditMemberInput, EditSensitiveInput } from '@/domain/members/member';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { write } from '../write';
import { addMember, editMember, editSensitive } from './members';

let db: TestDatabase;
let unit: Awaited<ReturnType<typeof smallProvince>>;
let officer: Viewer;
let neighbour: Viewer;

before(async () => {
  db = await testDatabase();
  unit = await smallProvince(db);
  officer = await viewerWith(db, 'committee_officer', unit.dongSon);
  neighbour = await viewerWith(db, 'committee_officer', unit.tayHa);
});
after(() => db.drop());

const FORM = {
  fullName: 'ĐẶNG THỊ THUÝ HÀ',
  sex: 'female',
  born: '14/6/1988',
  joined: '19/5/2012',
  official: '19/5/2013',
  entry: 'registered',
  entryOn: '1/10/2026',
  ethnicity: 'Kinh',
  citizenId: '034188001234',
};
const add = (over: object = {}, viewer = officer) =>
  write(viewer, addMember, AddMemberInput.parse({ ...FORM, cellId: unit.cellA, ...over }));
const added = async (over: object = {}): Promise<string> => {
  const written = await add(over);
  assert.ok(written.ok, JSON.stringify(written));
  return written.result.id;
};
const one = async (query: string, ...values: unknown[]) => (await db.owner.query(query, values)).rows[0];
const paths = (written: Awaited<ReturnType<typeof add>>) => (written.ok ? [] : written.problems.map((problem) => problem.path));
const edit = (memberId: string, over: object = {}, version = 1, viewer = officer) =>
  write(viewer, editMember, EditMemberInput.parse({ ...FORM, memberId, version, ...over }));

test('adding writes the record, the sensitive record, the words for search, the event, the month and the audit row', async () => {
  const id = await added();
  const row = await one('select * from members where id = $1', id);
  assert.deepEqual(
    [row.full_name, row.status, row.cell_id, row.committee_id, row.version, row.born],
    ['Đặng Thị Thuý Hà', 'official', unit.cellA, unit.dongSon, 1, '1988-06-14'],
  );
  assert.deepEqual(await one('select ethnicity, citizen_id from member_sensitive where member_id = $1', id), {
    ethnicity: 'Kinh',
    citizen_id: '034188001234',
  });
  assert.equal((await one('select count(*)::int as n from member_name_parts where member_id = $1', id)).n, 4);
  assert.deepEqual(await one('select kind, effective_on::text as on, entered_by from member_events where member_id = $1', id), {
    kind: 'registered',
    on: '2026-10-01',
    entered_by: officer.accountId,
  });
  assert.deepEqual(
    await one("select stock, inc_registered from unit_months where cell_id = $1 and month = '2026-10-01'", unit.cellA),
    { stock: 1, inc_registered: 1 },
  );
  const audit = await one('select action, unit_id, detail from audit_log where subject_id = $1', id);
  assert.equal(audit.action, 'member.add');
  assert.ok(!JSON.stringify(audit.detail).includes('Hà'));
});

test('a new admission is probationary from the ceremony and keeps its decision', async () => {
  const id = await added({
    entry: 'admission',
    joined: '7/11/2026',
    official: '',
    born: '2001',
    decisionNumber: '15-QĐ/ĐU',
    decisionDate: '2/11/2026',
    issuer: 'Ban Thường vụ Đảng ủy',
  });
  assert.equal((await one('select status from members where id = $1', id)).status, 'probationary');
  assert.deepEqual(
    await one('select kind, effective_on::text as on, decision_number from member_events where member_id = $1', id),
    { kind: 'admission', on: '2026-11-07', decision_number: '15-QĐ/ĐU' },
  );
});

test('joining under age is refused until a reason is given, which stands in the ledger', async () => {
  assert.deepEqual(paths(await add({ born: '1996', joined: '1/1/2012', official: '2013' })), ['exceptionReason']);
  const id = await added({ born: '1996', joined: '1/1/2012', official: '2013', exceptionReason: 'Có văn bản đồng ý' });
  assert.equal(
    (await one('select detail from member_events where member_id = $1', id)).detail.exceptionReason,
    'Có văn bản đồng ý',
  );
});

test('a card number a second time is told at its field with its holder, and as plainly when the holder is out of sight', async () => {
  await added({ fullName: 'Lò Văn Hải', cardNumber: '11.870.003' });
  const twice = await add({ cardNumber: '11870003' });
  assert.ok(!twice.ok && twice.problems[0]?.path === 'cardNumber' && twice.problems[0].message.includes('Lò Văn Hải'));
  const elsewhere = await add({ cellId: unit.cellC, cardNumber: '11870003' }, neighbour);
  assert.ok(!elsewhere.ok && elsewhere.problems[0]?.path === 'cardNumber' && !elsewhere.problems[0].message.includes('Hải'));
});

test('a cell out of reach takes nobody, and an office without the right adds nobody', async () => {
  assert.deepEqual(paths(await add({ cellId: unit.cellC })), ['cellId']);
  const secretary = await viewerWith(db, 'cell_secretary', unit.cellA);
  assert.deepEqual(paths(await add({}, secretary)), ['']);
});

test('editing rewrites the name with its sort key and words, counts the version and names the fields in the audit row only', async () => {
  const id = await added();
  const written = await edit(id, { fullName: 'Đặng Thị Hạ', address: 'Thôn Đông Hà' });
  assert.ok(written.ok);
  const row = await one('select full_name, version, updated_by from members where id = $1', id);
  assert.deepEqual(row, { full_name: 'Đặng Thị Hạ', version: 2, updated_by: officer.accountId });
  const parts = await db.owner.query('select part from member_name_parts where member_id = $1 order by part', [id]);
  assert.deepEqual(
    parts.rows.map((one) => one.part),
    ['dang thi ha', 'ha', 'thi ha'],
  );
  assert.deepEqual(
    (await one("select detail from audit_log where subject_id = $1 and action = 'member.edit'", id)).detail.fields,
    ['fullName', 'address'],
  );
});

test('the second of two editors is told who was first, and nothing is written', async () => {
  const id = await added();
  assert.ok((await edit(id, { phone: '0912345678' })).ok);
  const second = await edit(id, { phone: '0987654321' }, 1);
  assert.ok(!second.ok && second.problems[0]?.stale && second.problems[0].message.includes(officer.name));
  assert.equal((await one('select phone from members where id = $1', id)).phone, '0912345678');
});

test('a person out of reach is not found', async () => {
  const id = await added();
  const written = await edit(id, {}, 1, neighbour);
  assert.ok(!written.ok && /Không tìm thấy/.test(written.problems[0]?.message ?? ''));
});

test('a number of the wrong shape is refused at its field, but what an old list brought along does not stop other corrections', async () => {
  assert.deepEqual(paths(await add({ biographyNumber: '172416', phone: '123' })), ['biographyNumber', 'phone']);
  const id = await added();
  await db.owner.query("update members set biography_number = '172416' where id = $1", [id]);
  assert.ok((await edit(id, { biographyNumber: '172416', address: 'Thôn Đông Hà' })).ok);
  assert.deepEqual(paths(await edit(id, { biographyNumber: '172417' }, 2)), ['biographyNumber']);
});

test('dates that the ledger tells are not edited past it', async () => {
  const probationer = {
    entry: 'admission',
    joined: '7/11/2026',
    official: '',
    born: '2001',
    decisionNumber: '1',
    decisionDate: '2/11/2026',
    issuer: 'ĐU',
  };
  const id = await added(probationer);
  assert.deepEqual(paths(await edit(id, { born: '2001', joined: '8/11/2026', official: '' })), ['joined']);
  assert.deepEqual(paths(await edit(id, { born: '2001', joined: '7/11/2026', official: '7/11/2026' })), ['official']);
  const registered = await added();
  assert.deepEqual(paths(await edit(registered, { official: '' })), ['official']);
  assert.ok((await edit(registered, { joined: '20/5/2012', official: '20/5/2013' })).ok);
});

test('the sensitive record is corrected with both rights, with version and audit row', async () => {
  const id = await added();
  const change = (version: number, viewer = officer) =>
    write(
      viewer,
      editSensitive,
      EditSensitiveInput.parse({ memberId: id, version, religion: 'Không', citizenId: '034188001234' }),
    );
  assert.ok((await change(1)).ok);
  assert.deepEqual(await one('select religion, ethnicity from member_sensitive where member_id = $1', id), {
    religion: 'Không',
    ethnicity: null,
  });
  assert.deepEqual(
    (await one("select detail from audit_log where subject_id = $1 and action = 'member.editSensitive'", id)).detail.fields,
    ['ethnicity', 'religion'],
  );
  const again = await change(1);
  assert.ok(!again.ok && again.problems[0]?.stale);
  const other = await change(2, neighbour);
  assert.ok(!other.ok);
});
