import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { Minutes } from '@/domain/meetings/inputs';
import { checkBooks } from '../check-books';
import { change } from '../client';
import { getMinutesForm } from '../queries/minutes-form';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { type Written, write } from '../write';
import { recordEvents } from './ledger';
import { acceptMinutes, returnMinutes, saveDraft, startMeeting, submitMinutes } from './meetings';

const MONTH = '2026-11-01';
let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let secretary: Viewer;
let neighbour: Viewer;
let officer: Viewer;
const people: string[] = [];

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  secretary = await viewerWith(db, 'cell_secretary', units.cellA);
  neighbour = await viewerWith(db, 'cell_secretary', units.cellB);
  officer = await viewerWith(db, 'committee_officer', units.dongSon);
  for (let n = 0; n < 6; n += 1) {
    const id = randomUUID();
    people.push(id);
    await db.owner.query(
      "insert into members (id, cell_id, committee_id, status, full_name, sort_key, female, born, joined) values ($1, $2, $3, 'left', $4, $4, false, '1970', '2000')",
      [id, units.cellA, units.dongSon, `Người ${n}`],
    );
  }
  await change(
    officer,
    (tx) =>
      recordEvents(
        tx,
        officer,
        people.map((memberId, n) => ({
          memberId,
          kind: 'registered' as const,
          effectiveOn: '2026-01-05',
          cellId: units.cellA,
          committeeId: units.dongSon,
          detail: { status: n < 5 ? 'official' : 'probationary' },
        })),
      ),
    () => true,
  );
});
after(() => db.drop());

const ok = <R>(written: Written<R>): R => {
  assert.ok(written.ok, JSON.stringify(written));
  return written.result;
};
const problems = (written: Written<unknown>) => {
  assert.ok(!written.ok, 'should have been refused');
  return written.problems;
};
const typed = (part: Record<string, unknown> = {}) =>
  Minutes.parse({
    heldOn: '2026-11-03',
    startsAt: '19:30',
    endsAt: '20:45',
    place: 'Nhà văn hóa thôn',
    chairName: 'Người 0',
    secretaryName: 'Người 1',
    agenda: [{ title: 'Nhiệm vụ tháng 11' }],
    opinions: [{ speakerId: people[1], speakerName: 'Người 1', text: 'Nhất trí.' }],
    conclusion: 'Thống nhất.',
    attendance: [{ memberId: people[2], code: 'excused', reason: 'Ốm đau' }],
    resolutions: [{ kind: 'ordinary', text: 'Nghị quyết tháng 11', base: 5, inFavour: 4, against: 0, other: 0 }],
    assignments: [{ text: 'Thăm hộ nghèo', memberId: people[3], memberName: 'Người 3', dueOn: '2026-11-20' }],
    ...part,
  });
const started = async (kind = 'regular', month = MONTH) =>
  ok(await write(secretary, startMeeting, { cellId: units.cellA, month, kind: kind as 'regular' })).meetingId;
const version = async (id: string): Promise<number> =>
  (await db.owner.query('select version from meetings where id = $1', [id])).rows[0].version;
const month = async (day = MONTH) =>
  (await db.owner.query('select * from unit_months where cell_id = $1 and month = $2', [units.cellA, day])).rows[0];
const audited = async (id: string): Promise<string[]> =>
  (await db.owner.query('select action from audit_log where subject_id = $1 order by at', [id])).rows.map(({ action }) => action);
const submitted = async (id: string, key?: string, part = {}) =>
  write(secretary, submitMinutes, { meetingId: id, version: await version(id), minutes: typed(part), accepted: true }, key);

test('opening the regular meeting of a month twice gives the same minutes', async () => {
  assert.equal(await started(), await started());
});

test('a secretary of another cell finds nothing to start, save, submit or open', async () => {
  const id = await started();
  const starting = await write(neighbour, startMeeting, { cellId: units.cellA, month: MONTH, kind: 'regular' });
  const saving = await write(neighbour, saveDraft, { meetingId: id, version: 1, minutes: typed() });
  const sending = await write(neighbour, submitMinutes, { meetingId: id, version: 1, minutes: typed(), accepted: true });
  for (const written of [starting, saving, sending]) assert.match(problems(written)[0]?.message ?? '', /Không tìm thấy/);
  assert.equal(await getMinutesForm(neighbour, id), null);
  assert.deepEqual(await audited(id).then((actions) => actions.filter((action) => action !== 'minutes.opened')), [
    'minutes.started',
  ]);
});

test('a draft is kept as typed, and a second editor is told and overwrites nothing', async () => {
  const id = await started();
  const first = await version(id);
  ok(await write(secretary, saveDraft, { meetingId: id, version: first, minutes: typed({ place: 'Nhà ông Hải' }) }));
  const second = problems(
    await write(secretary, saveDraft, { meetingId: id, version: first, minutes: typed({ place: 'Nhà bà Dung' }) }),
  );
  assert.equal(second[0]?.stale, true);
  assert.match(second[0]?.message ?? '', /đã được .* sửa lúc/);
  assert.equal((await getMinutesForm(secretary, id))?.minutes.place, 'Nhà ông Hải');
});

test('minutes with a fault or an unseen warning are refused and nothing is written', async () => {
  const id = await started();
  const faulty = problems(await submitted(id, undefined, { conclusion: '' }));
  assert.deepEqual(
    faulty.map(({ path }) => path),
    ['conclusion'],
  );
  const unseen = problems(
    await write(secretary, submitMinutes, { meetingId: id, version: await version(id), minutes: typed(), accepted: false }),
  );
  assert.deepEqual(
    unseen.map(({ path }) => path),
    ['scores', 'accepted'],
  );
  assert.equal((await db.owner.query('select count(*)::int as n from attendance where meeting_id = $1', [id])).rows[0].n, 0);
  assert.equal((await month()).held, 0);
});

test('submitted once even if sent twice; locked; written whole; the month equals a recount', async () => {
  const id = await started();
  const at = await version(id);
  const key = randomUUID();
  const send = () => write(secretary, submitMinutes, { meetingId: id, version: at, minutes: typed(), accepted: true }, key);
  const [one, two] = await Promise.all([send(), send()]);
  assert.deepEqual([ok(one), ok(two)], [{ meetingId: id }, { meetingId: id }]);
  assert.deepEqual((await audited(id)).filter((action) => action === 'minutes.submitted').length, 1);
  assert.match(
    problems(await write(secretary, saveDraft, { meetingId: id, version: at + 1, minutes: typed() }))[0]?.message ?? '',
    /đã nộp/,
  );
  const { held, late, attendance_due, attendance_present, absent_excused, resolutions, assignments_given } = await month();
  assert.deepEqual(
    { held, late, attendance_due, attendance_present, absent_excused, resolutions, assignments_given },
    { held: 1, late: 1, attendance_due: 6, attendance_present: 5, absent_excused: 1, resolutions: 1, assignments_given: 1 },
  );
  const vote = (await db.owner.query('select base, in_favour, passed from resolutions where meeting_id = $1', [id])).rows[0];
  assert.deepEqual(vote, { base: 5, in_favour: 4, passed: true });
  assert.equal((await checkBooks(db.owner)).count, 0);
});

test('the same key with another body is refused', async () => {
  const id = await started('thematic');
  const key = randomUUID();
  ok(await write(secretary, saveDraft, { meetingId: id, version: 1, minutes: typed() }, key));
  assert.match(
    problems(await write(secretary, saveDraft, { meetingId: id, version: 1, minutes: typed({ place: 'Nơi khác' }) }, key))[0]
      ?.message ?? '',
    /nội dung khác/,
  );
});

test('the committee returns with a reason: out of the numbers, open again with its text; resubmitted and accepted, it locks', async () => {
  const id = await started();
  const at = await version(id);
  assert.match(
    problems(await write(secretary, returnMinutes, { meetingId: id, version: at, reason: 'Tự trả lại' }))[0]?.message ?? '',
    /không có quyền/,
  );
  ok(await write(officer, returnMinutes, { meetingId: id, version: at, reason: 'Chưa rõ người thực hiện' }));
  assert.deepEqual([(await month()).held, (await month()).assignments_given], [0, 0]);
  const form = await getMinutesForm(secretary, id);
  assert.deepEqual([form?.returnReason, form?.minutes.conclusion], ['Chưa rõ người thực hiện', 'Thống nhất.']);
  assert.equal(problems(await write(officer, acceptMinutes, { meetingId: id, version: at }))[0]?.stale, true);
  ok(await submitted(id));
  ok(await write(officer, acceptMinutes, { meetingId: id, version: await version(id) }));
  assert.match(
    problems(await write(officer, returnMinutes, { meetingId: id, version: await version(id), reason: 'Muộn rồi' }))[0]
      ?.message ?? '',
    /đã được duyệt/,
  );
  assert.deepEqual((await audited(id)).filter((action) => action !== 'minutes.opened').slice(-4), [
    'minutes.submitted',
    'minutes.returned',
    'minutes.submitted',
    'minutes.accepted',
  ]);
  assert.equal((await checkBooks(db.owner)).count, 0);
});

test('a committee of another commune can neither accept nor return', async () => {
  const id = await started('extraordinary');
  ok(await submitted(id));
  const stranger = await viewerWith(db, 'committee_officer', units.tayHa);
  for (const written of [
    await write(stranger, acceptMinutes, { meetingId: id, version: await version(id) }),
    await write(stranger, returnMinutes, { meetingId: id, version: await version(id), reason: 'Không thuộc' }),
  ])
    assert.match(problems(written)[0]?.message ?? '', /Không tìm thấy/);
});

test('who submitted does not accept', async () => {
  const id = await started('year_review');
  ok(await submitted(id));
  await db.owner.query(
    "insert into offices_held (id, account_id, office, unit_id, held_from) values ($1, $2, 'committee_leader', $3, '2026-01-01')",
    [randomUUID(), secretary.accountId, units.dongSon],
  );
  const both: Viewer = {
    ...secretary,
    grants: new Map([...secretary.grants, ['minutes.accept', [{ unitId: units.dongSon, reach: 'subtree', root: false }]]]),
  };
  assert.match(
    problems(await write(both, acceptMinutes, { meetingId: id, version: await version(id) }))[0]?.message ?? '',
    /không tự duyệt/,
  );
});

test('an assignment closed in a later meeting counts there, and comes back when that meeting is returned', async () => {
  const later = await viewerWith(db, 'cell_secretary', units.cellA, '2026-12-10');
  const { meetingId } = ok(await write(later, startMeeting, { cellId: units.cellA, month: '2026-12-01', kind: 'regular' }));
  const form = await getMinutesForm(later, meetingId);
  assert.ok(form && form.context.open.length > 0);
  assert.deepEqual([form.minutes.place, form.minutes.startsAt, form.minutes.chairName], ['Nhà văn hóa thôn', '19:30', 'Người 0']);
  const closing = form.context.open.map(({ id }) => ({ assignmentId: id, outcome: 'done' }));
  ok(
    await write(later, submitMinutes, {
      meetingId,
      version: form.version,
      minutes: typed({ heldOn: '2026-12-03', closing }),
      accepted: true,
    }),
  );
  assert.equal((await month('2026-12-01')).assignments_done, closing.length);
  ok(await write(officer, returnMinutes, { meetingId, version: await version(meetingId), reason: 'Xem lại kết quả' }));
  assert.equal((await month('2026-12-01')).assignments_done, 0);
  assert.equal((await getMinutesForm(later, meetingId))?.context.open.length, closing.length);
});
