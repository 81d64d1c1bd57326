import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { Minutes } from '@/domain/meetings/inputs';
import { AddMemberInput } from '@/domain/members/member';
import { acceptMinutes, returnMinutes, saveDraft, startMeeting, submitMinutes } from '../commands/meetings';
import { addMember } from '../commands/members';
import { noteMinutesExport } from '../commands/minutes-reads';
import { withoutScope } from '../scope';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { type Command, write } from '../write';
import { getMinutes, type MinutesPage } from './minutes';

let db: TestDatabase;
let unit: Awaited<ReturnType<typeof smallProvince>>;
let secretary: Viewer;
let neighbour: Viewer;
let officer: Viewer;
let minutes: Minutes;
let meetingId = '';
const ids: Record<string, string> = {};

async function done<I, R>(viewer: Viewer, cmd: Command<I, R>, input: I): Promise<R> {
  const written = await write(viewer, cmd, input);
  assert.ok(written.ok, JSON.stringify(written));
  return written.result;
}
const seen = async (viewer: Viewer): Promise<MinutesPage> => {
  const found = await getMinutes(viewer, meetingId);
  assert.ok(found);
  return found;
};

before(async () => {
  db = await testDatabase();
  unit = await smallProvince(db);
  secretary = await viewerWith(db, 'cell_secretary', unit.cellA);
  neighbour = await viewerWith(db, 'cell_secretary', unit.cellB);
  officer = await viewerWith(db, 'committee_officer', unit.dongSon);
  for (const [fullName, official] of [
    ['Lò Văn Hải', '12/1986'],
    ['Vừ A Hờ', '26/3/2017'],
    ['Quàng Thị Hà', ''],
  ] as const) {
    const person = { fullName, sex: 'male', born: '1960', joined: official ? '12/1985' : '7/11/2025', official };
    const entry = { entry: 'registered', entryOn: '1/3/2026', cellId: unit.cellA };
    ids[fullName] = (await done(officer, addMember, AddMemberInput.parse({ ...person, ...entry }))).id;
  }
  minutes = Minutes.parse({
    ...{ heldOn: '2026-11-03', startsAt: '19:30', endsAt: '20:45', place: 'Nhà văn hóa thôn', guests: 'Bà Lê Thị B' },
    ...{ chairName: 'Lò Văn Hải', chairTitle: 'Bí thư chi bộ', secretaryName: 'Vừ A Hờ', conclusion: 'Thống nhất.' },
    attendance: [{ memberId: ids['Vừ A Hờ'], code: 'excused', reason: 'Ốm đau' }],
    agenda: [{ title: 'Thông tin thời sự', presenter: 'Lò Văn Hải', document: 'Thông báo số 5' }],
    opinions: [{ speakerName: 'Lò Văn Hải', text: 'Đề nghị họp đúng giờ' }],
    resolutions: [{ kind: 'ordinary', text: 'Nghị quyết tháng 11', base: 2, inFavour: 1, against: 0, other: 0 }],
    assignments: [{ text: 'Vận động hộ dân', memberName: 'Vừ A Hờ', dueOn: '2026-11-20' }],
  });
  meetingId = (await done(secretary, startMeeting, { cellId: unit.cellA, month: '2026-11-01', kind: 'regular' })).meetingId;
});
after(() => db.drop());

test('a draft reads as it was typed, everyone not named counting as usual', async () => {
  await done(secretary, saveDraft, { meetingId, version: 1, minutes });
  const page = await seen(secretary);
  assert.equal(page.draft, true);
  assert.equal(page.superiorName, 'Đảng bộ xã Đông Sơn');
  assert.deepEqual(page.heads && [page.heads.total, page.heads.officials, page.heads.due, page.heads.present], [3, 2, 3, 2]);
  assert.deepEqual(page.people.map(({ name, code }) => [name, code]).sort(), [
    ['Lò Văn Hải', 'present'],
    ['Quàng Thị Hà', 'present'],
    ['Vừ A Hờ', 'excused'],
  ]);
  assert.equal(page.resolutions[0]?.passed, false);
  assert.deepEqual([page.mayWrite, page.mayAccept, page.wrote], [true, false, true]);
});

test('submitted minutes read as the books have them, with who and when', async () => {
  await done(secretary, submitMinutes, { meetingId, version: 2, minutes, accepted: true });
  const page = await seen(officer);
  assert.equal(page.draft, false);
  assert.equal(page.submittedBy, 'Người thử cell_secretary');
  assert.deepEqual(
    page.people.map(({ name, reason }) => [name, reason]),
    [
      ['Quàng Thị Hà', null],
      ['Lò Văn Hải', null],
      ['Vừ A Hờ', 'Ốm đau'],
    ],
  );
  assert.deepEqual(page.agenda, minutes.agenda);
  assert.deepEqual(page.opinions, [{ speakerName: 'Lò Văn Hải', text: 'Đề nghị họp đúng giờ' }]);
  assert.equal(page.resolutions[0]?.text, 'Nghị quyết tháng 11');
  assert.deepEqual(page.assignments, [{ text: 'Vận động hộ dân', memberName: 'Vừ A Hờ', dueOn: '2026-11-20' }]);
  assert.deepEqual([page.mayWrite, page.mayAccept, page.wrote], [false, true, false]);
});

test("another cell's secretary gets nothing, and neither with the scope taken away", async () => {
  assert.equal(await getMinutes(neighbour, meetingId), null);
  assert.equal(await withoutScope(() => getMinutes(neighbour, meetingId)), null);
  assert.equal(await getMinutes(secretary, 'no-id'), null);
});

test('taking the document away stands in the read log; out of reach nothing is written', async () => {
  assert.equal(await noteMinutesExport(neighbour, meetingId), false);
  assert.equal(await noteMinutesExport(officer, meetingId), true);
  const { rows } = await db.owner.query("select account_id, subject_id, unit_id from read_log where action = 'minutes.export'");
  assert.deepEqual(rows, [{ account_id: officer.accountId, subject_id: meetingId, unit_id: unit.cellA }]);
});

test('returned minutes read as typed again and carry the reason', async () => {
  const reason = 'Thiếu điểm số';
  await done(officer, returnMinutes, { meetingId, version: (await seen(officer)).version, reason });
  const page = await seen(secretary);
  assert.deepEqual([page.draft, page.returnReason, page.returnedBy], [true, reason, 'Người thử committee_officer']);
  await done(secretary, submitMinutes, { meetingId, version: page.version, minutes, accepted: true });
  await done(officer, acceptMinutes, { meetingId, version: (await seen(officer)).version });
  assert.equal((await seen(secretary)).acceptedBy, 'Người thử committee_officer');
});

test('people who moved on stay named in the minutes of their time', async () => {
  await db.owner.query('update members set cell_id = $2, committee_id = $3 where id = $1', [
    ids['Vừ A Hờ'],
    unit.cellC,
    unit.tayHa,
  ]);
  const page = await seen(secretary);
  assert.ok(page.people.some(({ name }) => name === 'Vừ A Hờ'));
});
