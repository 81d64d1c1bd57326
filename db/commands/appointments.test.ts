import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { type BeginAppointment, BeginAppointmentInput } from '@/domain/appointments/inputs';
import { checkBooks } from '../check-books';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { addCadre, addPost } from '../testing-cadres';
import { type Written, write } from '../write';
import { beginAppointment, endAppointment, extendAppointment, reverseAppointmentEvent } from './appointments';

let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let head: Viewer;
let leader: Viewer;
let secretary: string;
let deputy: string;
let person: { cadreId: string; memberId: string };
let other: { cadreId: string; memberId: string };

const commune = () => ({ unitId: units.dongSon, managingUnitId: units.dongSon });
const decision = { decisionNumber: '15-QĐ/ĐU', decisionDate: '01/11/2026', issuer: 'Ban Thường vụ', signer: 'Lò Văn A' };
const draft = (typed: Record<string, unknown>): BeginAppointment =>
  BeginAppointmentInput.parse({ ...decision, kind: 'appointed', fromOn: '01/11/2026', ...typed });
const begin = (viewer: Viewer, typed: Record<string, unknown>) => write(viewer, beginAppointment, draft(typed));
const entered = { ...decision, decisionDate: '2026-11-20', reason: null };
const seat = async (postId: string, at = 1) =>
  (
    await db.owner.query(
      'select appointment_id, held_since::text, free_from::text, free_before::text, term_ends_on::text from post_seats where post_id = $1 and seat = $2',
      [postId, at],
    )
  ).rows[0];
const faults = (written: Written<unknown>) =>
  written.ok ? [] : written.problems.map(({ path, message }) => `${path}: ${message}`);
const idOf = (written: Written<{ appointmentId: string }>) => {
  assert.deepEqual(faults(written), []);
  return written.ok ? written.result.appointmentId : '';
};
const events = async (appointmentId: string) =>
  (
    await db.owner.query('select id, kind, end_kind from appointment_events where appointment_id = $1 order by entered_at', [
      appointmentId,
    ])
  ).rows;

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  head = await viewerWith(db, 'board_head', units.province);
  leader = await viewerWith(db, 'committee_leader', units.dongSon);
  secretary = await addPost(db, {
    ...commune(),
    managingUnitId: units.province,
    tier: 'province',
    title: 'Bí thư Đảng ủy xã Đông Sơn',
    grade: 70,
  });
  deputy = await addPost(db, { ...commune(), title: 'Phó Trưởng Ban Xây dựng Đảng' });
  const home = { cellId: units.cellA, committeeId: units.dongSon, managingUnitId: units.dongSon };
  person = await addCadre(db, { ...home, fullName: 'Lò Văn Ánh' });
  other = await addCadre(db, { ...home, fullName: 'Cà Thị Bình' });
});
after(() => db.drop());

const managed = async (cadreId: string) =>
  (await db.owner.query('select managing_unit_id as unit, tier from cadres where id = $1', [cadreId])).rows[0];

test('a new title stands empty since it exists', async () => {
  assert.deepEqual(await seat(deputy), {
    appointment_id: null,
    held_since: null,
    free_from: '2020-01-01',
    free_before: '2020-01-01',
    term_ends_on: null,
  });
});

test('a decision gives a title for the term of the rule, fills the seat and leaves its audit row', async () => {
  const id = idOf(await begin(leader, { cadreId: person.cadreId, postId: deputy }));
  assert.deepEqual(await seat(deputy), {
    appointment_id: id,
    held_since: '2026-11-01',
    free_from: null,
    free_before: '2020-01-01',
    term_ends_on: '2031-10-31',
  });
  const { rows } = await db.owner.query(
    "select unit_id, detail->>'kind' as kind from audit_log where action = 'appointment.begun' and subject_id = $1",
    [id],
  );
  assert.deepEqual(rows, [{ unit_id: units.dongSon, kind: 'appointed' }]);
});

test('a seat has one holder: another is refused, on the same day and from any later one, and in a race only one comes in', async () => {
  assert.match(faults(await begin(leader, { cadreId: other.cadreId, postId: deputy })).join(), /^postId: .*đã đủ người/);
  const post = await addPost(db, { ...commune(), title: 'Chánh Văn phòng Đảng ủy' });
  const third = await addCadre(db, {
    cellId: units.cellA,
    committeeId: units.dongSon,
    managingUnitId: units.dongSon,
    fullName: 'Vì Văn Cương',
  });
  const both = await Promise.all([other, third].map(({ cadreId }) => begin(leader, { cadreId, postId: post })));
  assert.equal(both.filter(({ ok }) => ok).length, 1);
  const taken = await db.owner.query('select count(*)::int as n from appointments where post_id = $1', [post]);
  assert.equal(taken.rows[0].n, 1);
});

test('the database itself refuses a second holder of the same days', async () => {
  await assert.rejects(
    db.owner.query(
      `insert into appointments (id, cadre_id, managing_unit_id, post_id, seat, unit_id, title, kind, from_on)
       select gen_random_uuid(), cadre_id, managing_unit_id, post_id, seat, unit_id, title, kind, '2027-01-01' from appointments where post_id = $1`,
      [deputy],
    ),
    /appointments_one_holder/,
  );
});

test('a person who holds a title is asked: end it with the decision, or hold both', async () => {
  const [held] = (await db.owner.query('select id from appointments where post_id = $1', [deputy])).rows;
  assert.match(
    faults(await begin(head, { cadreId: person.cadreId, postId: secretary })).join(),
    /^ends: .*Phó Trưởng Ban Xây dựng Đảng/,
  );
  const id = idOf(
    await begin(head, { cadreId: person.cadreId, postId: secretary, kind: 'elected', fromOn: '15/11/2026', ends: held.id }),
  );
  assert.deepEqual(await seat(deputy), {
    appointment_id: held.id,
    held_since: '2026-11-01',
    free_from: '2026-11-15',
    free_before: '2020-01-01',
    term_ends_on: '2031-10-31',
  });
  assert.equal((await seat(secretary)).appointment_id, id);
});

test('the highest of the titles held decides who manages the person, and the whole file follows', async () => {
  assert.deepEqual(await managed(person.cadreId), { unit: units.province, tier: 'province' });
  const { rows } = await db.owner.query('select distinct managing_unit_id as unit from appointments where cadre_id = $1', [
    person.cadreId,
  ]);
  assert.deepEqual(rows, [{ unit: units.province }]);
});

test('what the province manages is not found by the commune', async () => {
  const [held] = (await db.owner.query('select id, version from appointments where post_id = $1', [secretary])).rows;
  const end = {
    ...entered,
    appointmentId: held.id,
    version: held.version,
    endKind: 'resigned' as const,
    effectiveOn: '2026-11-21',
  };
  assert.match(faults(await write(leader, endAppointment, end)).join(), /Không tìm thấy/);
  assert.match(faults(await begin(leader, { cadreId: other.cadreId, postId: secretary })).join(), /Không tìm thấy/);
});

test('an office that drafts does not decide', async () => {
  const officer = await viewerWith(db, 'board_officer', units.province);
  assert.match(
    faults(await begin(officer, { cadreId: other.cadreId, postId: deputy, fromOn: '20/11/2026' })).join(),
    /không có quyền/,
  );
});

test('a term is lengthened once, a second editor is told', async () => {
  const [held] = (await db.owner.query('select id, version from appointments where post_id = $1', [secretary])).rows;
  const input = {
    ...entered,
    appointmentId: held.id,
    version: held.version,
    kind: 'reappointed' as const,
    effectiveOn: '2026-11-20',
    termEndsOn: '2031-11-20',
    noticedOn: null,
    exceptionReason: null,
  };
  const doubted = { ...input, kind: 'extended' as const };
  const asked = await write(head, extendAppointment, doubted);
  assert.match(faults(asked).join(), /exceptionReason: .*đề xuất bổ nhiệm lại/, 'many months left speak against an extension');
  idOf(await write(head, extendAppointment, input));
  assert.equal((await seat(secretary)).term_ends_on, '2031-11-20');
  const late = await write(head, extendAppointment, input);
  assert.ok(!late.ok && late.problems[0]?.stale);
  const shorter = await write(head, extendAppointment, { ...input, version: held.version + 1, termEndsOn: '2031-11-20' });
  assert.match(faults(shorter).join(), /^termEndsOn: .*phải sau/);
});

test('only the last entry is taken back; the book keeps it, the holding is as before', async () => {
  const [held] = (await db.owner.query('select id, version from appointments where post_id = $1', [secretary])).rows;
  const [begun, longer] = await events(held.id);
  const take = (eventId: string, version: number) =>
    write(head, reverseAppointmentEvent, { appointmentId: held.id, version, eventId, reason: 'Ghi nhầm người' });
  assert.match(faults(await take(begun.id, held.version)).join(), /Chỉ hủy được bút toán cuối cùng/);
  idOf(await take(longer.id, held.version));
  assert.equal((await seat(secretary)).term_ends_on, '2031-11-14');
  idOf(await take(begun.id, held.version + 1));
  assert.deepEqual(await seat(secretary), {
    appointment_id: null,
    held_since: null,
    free_from: '2020-01-01',
    free_before: '2020-01-01',
    term_ends_on: null,
  });
  assert.deepEqual(
    (await events(held.id)).map(({ kind }) => kind),
    ['begun', 'reappointed', 'reversal', 'reversal'],
  );
  assert.deepEqual(await managed(person.cadreId), { unit: units.dongSon, tier: 'committee' });
});

test('who leaves the book of members leaves the title the same day, and gets it back when the entry is taken back', async () => {
  const post = await addPost(db, { ...commune(), title: 'Trưởng phòng Kinh tế' });
  const fourth = await addCadre(db, {
    cellId: units.cellA,
    committeeId: units.dongSon,
    managingUnitId: units.dongSon,
    fullName: 'Quàng Văn Đức',
  });
  const id = idOf(await begin(leader, { cadreId: fourth.cadreId, postId: post }));
  await db.owner.query("update members set status = 'left', left_on = '2026-11-18' where id = $1", [fourth.memberId]);
  assert.equal((await seat(post)).free_from, '2026-11-18');
  assert.deepEqual((await events(id)).at(-1)?.end_kind, 'member_left');
  assert.match(
    faults(await begin(leader, { cadreId: fourth.cadreId, postId: deputy, fromOn: '20/11/2026' })).join(),
    /^cadreId: .*không còn trong sổ/,
  );
  await db.owner.query("update members set status = 'official', left_on = null where id = $1", [fourth.memberId]);
  assert.equal((await seat(post)).free_from, null);
  assert.deepEqual(
    (await events(id)).map(({ kind }) => kind),
    ['begun', 'ended', 'reversal'],
  );
});

test('a name corrected in the book of members stands in the file too', async () => {
  await db.owner.query("update members set full_name = 'Cà Thị Bính' where id = $1", [other.memberId]);
  assert.equal(
    (await db.owner.query('select full_name from cadres where id = $1', [other.cadreId])).rows[0].full_name,
    'Cà Thị Bính',
  );
});

test('the app can neither change nor take away an entry of the ledger, nor write a seat', async () => {
  const app = await db.owner.query(
    "select has_table_privilege($1, t, 'update') as u, has_table_privilege($1, t, 'delete') as d from unnest(array['appointment_events', 'post_versions', 'post_seats']) t",
    [new URL(process.env.DATABASE_URL ?? '').username],
  );
  assert.ok(app.rows.every(({ u, d }) => !u && !d));
});

test('seats and holdings are what the ledger says, and a tampered one is found', async () => {
  assert.deepEqual(
    (await checkBooks(db.owner)).differences.filter(({ check }) => /chức/.test(check)),
    [],
  );
  await db.owner.query("update post_seats set free_from = '2021-01-01' where post_id = $1", [secretary]);
  await db.owner.query('alter table appointments disable trigger user');
  await db.owner.query("update appointments set term_ends_on = '2040-01-01' where post_id = $1", [deputy]);
  await db.owner.query('alter table appointments enable trigger user');
  const { differences } = await checkBooks(db.owner);
  assert.deepEqual(
    differences
      .map(({ check }) => check)
      .filter((check) => /chức/.test(check))
      .sort(),
    ['chức vụ = bút toán: termEndsOn', 'vị trí chức danh = chức vụ', 'vị trí chức danh = chức vụ'],
  );
});

test('a pause of personnel work and an age near retirement ask for a reason, which stays beside the title given with them', async () => {
  const post = await addPost(db, { ...commune(), title: 'Chủ nhiệm Ủy ban kiểm tra Đảng ủy' });
  const home = { cellId: units.cellA, committeeId: units.dongSon, managingUnitId: units.dongSon };
  const elder = await addCadre(db, { ...home, fullName: 'Hoàng Văn Kỳ', born: '1968-03-02' });
  const pause = await db.owner.query(
    `insert into personnel_pauses (id, unit_id, from_on, to_on, reason) values (gen_random_uuid(), $1, '2026-10-20', '2026-11-01', 'Sắp xếp') returning id`,
    [units.dongSon],
  );
  const given = { cadreId: elder.cadreId, postId: post, fromOn: '02/11/2026' };
  const asked = faults(await begin(leader, given));
  assert.equal(asked.length, 2, asked.join('\n'));
  assert.match(
    asked.join('\n'),
    /^exceptionReason: .*tháng đến tuổi nghỉ hưu[\s\S]*exceptionReason: .*đang tạm dừng công tác cán bộ/,
  );
  const reason = 'Thường trực Tỉnh ủy cho phép';
  const id = idOf(await begin(leader, { ...given, exceptionReason: reason }));
  const kept = await db.owner.query('select warnings, exception_reason from appointment_events where appointment_id = $1', [id]);
  assert.deepEqual([kept.rows[0].warnings.length, kept.rows[0].exception_reason], [2, reason]);
  const trace = await db.owner.query("select detail from audit_log where action = 'appointment.begun' and subject_id = $1", [id]);
  assert.deepEqual([trace.rows[0].detail.warnings, trace.rows[0].detail.exception], [2, true]);
  await db.owner.query('delete from personnel_pauses where id = $1', [pause.rows[0].id]);
});

test('the day after a pause nothing is asked; a number that no decision has is refused', async () => {
  const post = await addPost(db, { ...commune(), title: 'Phó Chủ nhiệm Ủy ban kiểm tra Đảng ủy' });
  const home = { cellId: units.cellA, committeeId: units.dongSon, managingUnitId: units.dongSon };
  const { cadreId } = await addCadre(db, { ...home, fullName: 'Tòng Văn Lả' });
  const pause = await db.owner.query(
    `insert into personnel_pauses (id, unit_id, from_on, to_on, reason) values (gen_random_uuid(), $1, '2026-10-20', '2026-10-31', 'Sắp xếp') returning id`,
    [units.dongSon],
  );
  assert.match(faults(await begin(leader, { cadreId, postId: post, decisionNumber: '15' })).join(), /^decisionNumber: /);
  idOf(await begin(leader, { cadreId, postId: post }));
  await db.owner.query('delete from personnel_pauses where id = $1', [pause.rows[0].id]);
});
