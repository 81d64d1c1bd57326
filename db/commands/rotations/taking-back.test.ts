import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { BeginAppointmentInput, EndAppointmentInput } from '@/domain/appointments/inputs';
import type { Decision } from '@/domain/rotations/entries';
import { ExtendStayInput, RateStayInput, TakeBackInput } from '@/domain/rotations/inputs';
import { checkAppointments } from '../../books/appointments';
import { checkRotations } from '../../books/rotations';
import type { Difference } from '../../check-books';
import { getBriefing } from '../../queries/briefings/briefing';
import { countRotations, listForPaper } from '../../queries/rotations/ledger';
import { getRotation, listProposals } from '../../queries/rotations/rotation';
import { chooseUnit } from '../../queries/units';
import { type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { addPost } from '../../testing-cadres';
import { DECISION, faults, resultOf, rotationProvince, words } from '../../testing-rotations';
import { write } from '../../write';
import { beginAppointment, endAppointment, reverseAppointmentEvent } from '../appointments';
import { extendStay, rateStay } from './stays';
import { takeBackDecision } from './taking-back';

let db: TestDatabase;
let province: Awaited<ReturnType<typeof rotationProvince>>;

before(async () => {
  db = await testDatabase();
  province = await rotationProvince(db);
});
after(() => db.drop());

const back = async (rotationId: string, entry: Decision, over: object = {}, viewer: Viewer = province.head) =>
  write(
    viewer,
    takeBackDecision,
    TakeBackInput.parse({
      ...{ rotationId, version: await province.version(rotationId), entry, reason: 'Ghi nhầm người' },
      ...over,
    }),
  );
const one = async (text: string, values: unknown[]) => (await db.owner.query(text, values)).rows[0];
const holdings = async (cadreId: string) =>
  (
    await db.owner.query(
      'select post_id as post, ended_on::text as ended, end_kind as kind, reversed from appointments where cadre_id = $1 order by from_on',
      [cadreId],
    )
  ).rows;
const seat = (postId: string) =>
  one('select appointment_id as held, free_from::text as free from post_seats where post_id = $1', [postId]);
async function booksAgree(): Promise<void> {
  const differences: Difference[] = [];
  const keep = (difference: Difference) => differences.push(difference);
  await checkAppointments(db.owner, keep);
  await checkRotations(db.owner, keep);
  assert.deepEqual(differences, []);
}

test('a start entered by mistake is taken back as one act: titles, seats, ledger, proposal, log', async () => {
  const who = await province.mover();
  const tally = () => countRotations(province.officer, { id: province.units.province, depth: 0 }, {});
  const before = await tally();
  const rotationId = await province.begun(who);
  assert.equal((await tally()).turns, before.turns + 1);
  await province.said(rotationId, 'announced');
  resultOf(await back(rotationId, 'begun'));
  assert.deepEqual(await holdings(who.cadreId), [
    { post: who.division, ended: null, kind: null, reversed: false },
    { post: who.secretary, ended: null, kind: null, reversed: true },
  ]);
  assert.deepEqual(await seat(who.division), { held: who.former, free: null });
  assert.equal((await seat(who.secretary)).held, null);
  assert.deepEqual(await tally(), before);
  const row = await getRotation(province.officer, rotationId);
  assert.deepEqual([row?.startedOn, row?.dueOn, row?.decisionNumber, row?.withdrawnAt], [null, null, null, null]);
  const standing = row?.events.filter(({ reversed, kind }) => !reversed && kind !== 'reversal').map(({ kind }) => kind);
  assert.deepEqual(standing, ['proposed', 'consulted', 'appraised', 'submitted']);
  assert.equal((await listProposals(province.officer)).find(({ id }) => id === rotationId)?.lastStep, 'submitted');
  assert.deepEqual(await province.audits('rotation.reversed', rotationId), [
    { unit_id: province.units.province, detail: { cadreId: who.cadreId, step: 'begun', effectiveOn: '2023-11-01' } },
  ]);
  assert.equal((await province.audits('appointment.reversed', who.former)).length, 1);
  await booksAgree();
});

test('after that the right start is decided on the steps that stand', async () => {
  const who = await province.mover();
  const rotationId = await province.begun(who);
  resultOf(await back(rotationId, 'begun'));
  resultOf(await province.start(rotationId, '05/11/2023'));
  const row = await one('select started_on::text as started from rotations where id = $1', [rotationId]);
  assert.equal(row.started, '2023-11-05');
  await booksAgree();
});

test('a year that was rated before the start was taken back is on paper only if it is a year of the stay', async () => {
  const who = await province.mover();
  const rotationId = await province.begun(who);
  const yearsOnPaper = async () => {
    const rows = await listForPaper(province.officer, { id: province.units.province, depth: 0 }, {});
    return rows.find(({ id }) => id === rotationId)?.ratings.map(({ year }) => year);
  };
  for (const year of ['2024', '2025']) {
    const rated = { rotationId, version: await province.version(rotationId), year, level: 'good' };
    resultOf(await write(province.officer, rateStay, RateStayInput.parse(rated)));
  }
  assert.deepEqual(await yearsOnPaper(), [2024, 2025]);
  resultOf(await back(rotationId, 'begun'));
  resultOf(await province.start(rotationId, '05/11/2025'));
  assert.deepEqual(await yearsOnPaper(), [2025]);
});

test('the quarter’s personnel figures follow: the rotation is in them, and gone once it is taken back', async () => {
  const who = await province.mover();
  const unit = await chooseUnit(province.officer, 'briefing.read', province.units.dongSon);
  assert.ok(unit);
  const rotated = async () => (await getBriefing(province.officer, unit, '2026-Q4'))?.total.now.cadresRotated;
  const before = await rotated();
  const rotationId = await province.begun(who, '01/11/2026');
  assert.equal(await rotated(), (before ?? 0) + 1);
  resultOf(await back(rotationId, 'begun'));
  assert.equal(await rotated(), before);
});

test('a wrong end is taken back: the stay runs on, the title after it is gone, the one here is held again', async () => {
  const who = await province.mover();
  const rotationId = await province.begun(who);
  resultOf(await province.end(rotationId, { placement: 'higher', postId: who.deputyHead, resultNote: 'Tốt' }));
  assert.match(words(await back(rotationId, 'begun')), /“Kết thúc, bố trí sau luân chuyển” ngày 10\/11\/2026/);
  resultOf(await back(rotationId, 'ended'));
  assert.deepEqual(await holdings(who.cadreId), [
    { post: who.division, ended: '2023-11-01', kind: 'rotated', reversed: false },
    { post: who.secretary, ended: null, kind: null, reversed: false },
    { post: who.deputyHead, ended: null, kind: null, reversed: true },
  ]);
  const row = await one('select ended_on, placement, placement_title, result_note from rotations where id = $1', [rotationId]);
  assert.deepEqual(row, { ended_on: null, placement: null, placement_title: null, result_note: null });
  await booksAgree();
  resultOf(await back(rotationId, 'begun'));
  await booksAgree();
});

test('an end with retirement, or with staying on, is taken back as well', async () => {
  for (const placement of ['retired', 'stayed']) {
    const who = await province.mover();
    const rotationId = await province.begun(who);
    resultOf(await province.end(rotationId, { placement }));
    resultOf(await back(rotationId, 'ended'));
    assert.equal((await holdings(who.cadreId)).at(-1)?.ended, null);
  }
  await booksAgree();
});

test('an extension is taken back before the start is: both reminders return', async () => {
  const who = await province.mover();
  const rotationId = await province.begun(who);
  const extension = { ...DECISION, rotationId, version: await province.version(rotationId), until: '01/11/2028' };
  resultOf(await write(province.head, extendStay, ExtendStayInput.parse(extension)));
  assert.match(words(await back(rotationId, 'begun')), /“Gia hạn thời gian luân chuyển”/);
  resultOf(await back(rotationId, 'extended'));
  const row = await one('select until, due_on::text as due, prepare_on::text as prepare from rotations where id = $1', [
    rotationId,
  ]);
  assert.deepEqual(row, { until: null, due: '2026-11-01', prepare: '2026-05-01' });
});

test('nothing is taken back from under a later decision on the titles', async () => {
  const who = await province.mover();
  const rotationId = await province.begun(who);
  const held = await one('select id, version from appointments where cadre_id = $1 and post_id = $2', [
    who.cadreId,
    who.secretary,
  ]);
  const removal = {
    ...DECISION,
    appointmentId: held.id,
    version: String(held.version),
    endKind: 'removed',
    effectiveOn: '01/03/2026',
  };
  resultOf(await write(province.head, endAppointment, EndAppointmentInput.parse(removal)));
  assert.match(words(await back(rotationId, 'begun')), /“Bí thư Đảng ủy xã Đông Sơn” đã có bút toán khác.*01\/03\/2026/);
  assert.equal(
    (await one('select started_on::text as started from rotations where id = $1', [rotationId])).started,
    '2023-11-01',
  );
});

test('an entry that a rotation wrote is not taken back alone in the file of the cadre', async () => {
  const who = await province.mover();
  await province.begun(who);
  const held = await one(
    'select a.id, a.version, e.id as event from appointments a join appointment_events e on e.appointment_id = a.id where a.cadre_id = $1 and a.post_id = $2',
    [who.cadreId, who.secretary],
  );
  const alone = { appointmentId: held.id, version: held.version, eventId: held.event, reason: 'Ghi nhầm' };
  assert.match(words(await write(province.head, reverseAppointmentEvent, alone)), /do quyết định luân chuyển ghi/);
  assert.equal((await holdings(who.cadreId)).at(-1)?.reversed, false);
});

test('the seat that was left is not given back when somebody else holds it', async () => {
  const who = await province.mover();
  const rotationId = await province.begun(who);
  const next = {
    ...{
      ...DECISION,
      kind: 'appointed',
      cadreId: await province.person('Vì Văn Hai'),
      postId: who.division,
      decisionDate: '20/11/2023',
      fromOn: '01/12/2023',
    },
  };
  resultOf(await write(province.head, beginAppointment, BeginAppointmentInput.parse(next)));
  assert.match(words(await back(rotationId, 'begun')), /đã có người khác giữ từ ngày 01\/12\/2023/);
  assert.equal((await holdings(who.cadreId)).at(-1)?.reversed, false);
});

test('the end is not taken back once the person went out again', async () => {
  const who = await province.mover();
  const first = await province.begun(who);
  resultOf(await province.end(first, { placement: 'higher', postId: who.deputyHead }));
  const post = await addPost(db, {
    ...province.managed,
    unitId: province.units.tayHa,
    title: 'Bí thư Đảng ủy xã Tây Hà',
    grade: 70,
  });
  await province.begun({ ...who, secretary: post }, '12/11/2026');
  assert.match(words(await back(first, 'ended')), /lượt khác từ ngày 12\/11\/2026/);
});

test('taking back asks for a reason, the version that was opened and the right to decide', async () => {
  const who = await province.mover();
  const rotationId = await province.begun(who);
  const typed = { rotationId, version: '1', entry: 'begun', reason: ' ' };
  assert.deepEqual(
    TakeBackInput.safeParse(typed).error?.issues.map(({ path }) => path.join('.')),
    ['reason'],
  );
  assert.match(words(await back(rotationId, 'begun', { version: '1' })), /đã được .+ sửa/);
  assert.match(words(await back(rotationId, 'begun', {}, province.officer)), /không có quyền/);
  const elsewhere = await viewerWith(db, 'board_head', province.units.dongSon);
  assert.match(words(await back(rotationId, 'begun', {}, elsewhere)), /Không tìm thấy/);
  const proposal = await province.prepared(await province.mover(), '01/11/2026');
  assert.match(words(await back(proposal, 'begun')), /chưa có quyết định nào/);
  assert.deepEqual(faults(await back(rotationId, 'begun')), []);
  assert.match(words(await back(rotationId, 'begun')), /chưa có quyết định nào/);
});
