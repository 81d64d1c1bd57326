import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { BeginAppointmentInput } from '@/domain/appointments/inputs';
import { readPostFilters } from '@/domain/posts/filters';
import { AddPauseInput, AddPostInput, ChangePostInput, EndPauseInput, EndPostInput } from '@/domain/posts/inputs';
import { checkBooks } from '../check-books';
import { read, change as transaction } from '../client';
import { countPosts, listPosts } from '../queries/posts/catalogue';
import { listPauses, listPausesOver } from '../queries/posts/pauses';
import { getPost } from '../queries/posts/post';
import { shownUnit } from '../queries/units';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { addCadre, addHolding, addPost as addTitle } from '../testing-cadres';
import { type Written, write } from '../write';
import { beginAppointment, reverseAppointmentEvent } from './appointments';
import { addPause, addPost, changePost, endPause, endPost } from './posts';

let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let board: Viewer;
let commune: Viewer;
let elsewhere: Viewer;

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  board = await viewerWith(db, 'board_officer', units.province);
  commune = await viewerWith(db, 'committee_officer', units.dongSon);
  elsewhere = await viewerWith(db, 'committee_officer', units.tayHa);
});
after(() => db.drop());

const document = { decisionNumber: '105-QĐ/TU', decisionDate: '01/11/2026', issuer: 'Ban Thường vụ Tỉnh ủy' };
const title = (over: Record<string, string> = {}) => ({
  ...document,
  ...{
    code: randomUUID().slice(0, 8),
    title: 'Trưởng phòng Kinh tế',
    system: 'state',
    level: 'commune',
    tier: 'committee',
    rank: 'head',
  },
  ...{ elected: 'no', grade: '50', seats: '1', theory: 'middle', validFrom: '01/11/2026' },
  ...over,
});
const add = (viewer: Viewer, over: Record<string, string> = {}) =>
  write(viewer, addPost, AddPostInput.parse({ ...title(), unitId: units.dongSon, ...over }));
const change = (viewer: Viewer, postId: string, version: number, over: Record<string, string> = {}) =>
  write(viewer, changePost, ChangePostInput.parse({ ...title(), postId, version, ...over }));
const end = (viewer: Viewer, postId: string, version: number, endsOn: string) =>
  write(viewer, endPost, EndPostInput.parse({ ...document, postId, version, endsOn }));

const paths = (written: Written<unknown>) => (written.ok ? [] : written.problems.map(({ path }) => path));
async function added(viewer: Viewer, over: Record<string, string> = {}): Promise<string> {
  const written = await add(viewer, over);
  assert.ok(written.ok, JSON.stringify(written));
  return written.result.postId;
}
const audits = async (subject: string) =>
  (await db.owner.query('select action, detail from audit_log where subject_id = $1 order by at, seq', [subject])).rows;

test('a title is added with its seats empty, its first version and its trace', async () => {
  const id = await added(commune, { seats: '3', allowance: '0,35' });
  const post = await getPost(commune, id);
  assert.deepEqual(
    [post?.seats, post?.seatList.map(({ freeFrom }) => freeFrom), post?.allowance],
    [3, ['2026-11-01', '2026-11-01', '2026-11-01'], '0.35'],
  );
  assert.deepEqual(
    [post?.managingUnitName, post?.versions.length, post?.versions[0]?.snapshot.standards.theory],
    ['Đảng bộ xã Đông Sơn', 1, 'middle'],
  );
  assert.deepEqual(await audits(id), [{ action: 'post.added', detail: { validFrom: '2026-11-01' } }]);
});

test('who manages a title adds it: the province for its own tiers, a commune only for its own', async () => {
  assert.deepEqual(paths(await add(commune, { tier: 'province' })), ['tier']);
  assert.deepEqual(paths(await add(elsewhere)), ['unitId']);
  assert.deepEqual(paths(await add(board, { unitId: units.province })), ['tier']);
  assert.equal((await getPost(board, await added(board, { tier: 'province' })))?.managingUnitName, 'Đảng bộ tỉnh Thử');
  assert.equal((await getPost(board, await added(board, { unitId: units.cellA })))?.managingUnitName, 'Đảng bộ xã Đông Sơn');
  const leader = await viewerWith(db, 'committee_leader', units.dongSon);
  assert.equal((await add(leader)).ok, false);
});

test('a decision of tomorrow is refused, so is a code that stands there already', async () => {
  assert.deepEqual(paths(await add(commune, { validFrom: '23/11/2026', decisionDate: '23/11/2026' })), ['decisionDate']);
  assert.ok(await added(commune, { validFrom: '22/11/2026', code: 'x1-a' }));
  assert.deepEqual(paths(await add(board, { code: 'X1-A' })), ['code']);
  assert.deepEqual(paths(await add(commune, { body: 'yes' })), ['rank']);
});

test('a change keeps what was said before, moves the seats, and is refused when stale, too early, or out of reach', async () => {
  const id = await added(commune);
  const wider = { seats: '2', title: 'Trưởng phòng Kinh tế – Hạ tầng', validFrom: '10/11/2026' };
  assert.ok((await change(commune, id, 1, wider)).ok);
  const post = await getPost(commune, id);
  assert.deepEqual([post?.title, post?.seatList.length, post?.version], ['Trưởng phòng Kinh tế – Hạ tầng', 2, 2]);
  assert.deepEqual(
    post?.versions.map(({ validFrom, snapshot }) => [validFrom, snapshot.seats]),
    [
      ['2026-11-10', 2],
      ['2026-11-01', 1],
    ],
  );
  assert.deepEqual(
    (await audits(id)).map(({ action }) => action),
    ['post.added', 'post.changed'],
  );
  const late = await change(commune, id, 1);
  assert.ok(!late.ok && late.problems[0]?.stale);
  assert.deepEqual(paths(await change(commune, id, 2, { validFrom: '09/11/2026' })), ['validFrom']);
  assert.deepEqual(paths(await change(elsewhere, id, 2)), ['']);
  assert.deepEqual(paths(await change(commune, id, 2, { tier: 'province', validFrom: '11/11/2026' })), ['tier']);
});

const listed = async (viewer: Viewer, today: string, state?: string) => {
  const on = { ...viewer, today };
  const unit = await read(on, (tx) => shownUnit(tx, on, 'post.read', units.dongSon));
  assert.ok(unit);
  const filters = readPostFilters(state ? { state } : {});
  const [page, count] = await Promise.all([listPosts(on, unit, filters), countPosts(on, unit, filters)]);
  return { ids: page.rows.map(({ id }) => id), vacant: count.vacant, posts: count.posts };
};

test('a title entered ahead comes by itself on its day: neither in the catalogue nor vacant before, and told as coming', async () => {
  const before = { today: await listed(commune, '2026-11-22'), later: await listed(commune, '2027-01-01') };
  const id = await added(commune, { validFrom: '01/01/2027', seats: '2' });
  assert.deepEqual(await listed(commune, '2026-11-22'), before.today);
  assert.ok(!(await listed(commune, '2026-12-31')).ids.includes(id));
  const later = await listed(commune, '2027-01-01');
  assert.ok(later.ids.includes(id));
  assert.deepEqual([later.posts, later.vacant], [before.later.posts + 1, before.later.vacant + 2]);
  assert.ok((await listed(commune, '2026-11-22', 'ahead')).ids.includes(id));
  assert.ok(!(await listed(commune, '2027-01-01', 'ahead')).ids.includes(id));
  assert.deepEqual(paths(await change(commune, id, 1, { validFrom: '22/11/2026' })), ['validFrom']);
  assert.deepEqual(paths(await change(commune, id, 1, { validFrom: '02/01/2027' })), ['validFrom']);
  assert.deepEqual(paths(await change(elsewhere, id, 1, { validFrom: '01/01/2027' })), ['']);
  assert.ok((await change(commune, id, 1, { validFrom: '01/01/2027', seats: '1' })).ok);
  const late = await change(commune, id, 1, { validFrom: '01/01/2027' });
  assert.ok(!late.ok && late.problems[0]?.stale);
  assert.deepEqual((await audits(id))[0], { action: 'post.added', detail: { validFrom: '2027-01-01' } });
});

test('an end entered ahead comes by itself after its last day; until then the title stands and takes nobody new', async () => {
  const id = await added(commune);
  assert.ok((await end(commune, id, 1, '31/12/2026')).ok);
  assert.ok((await listed(commune, '2026-12-31')).ids.includes(id));
  assert.ok(!(await listed(commune, '2027-01-01')).ids.includes(id));
  assert.ok((await listed(commune, '2026-11-22', 'ahead')).ids.includes(id));
  assert.ok((await listed(commune, '2027-01-01', 'ended')).ids.includes(id));
  assert.deepEqual(paths(await change(commune, id, 2)), ['', 'validFrom']);
  const leader = await viewerWith(db, 'committee_leader', units.dongSon);
  const draft = { ...document, cadreId: await cadre('Lường Thị Mới'), postId: id, kind: 'appointed', fromOn: '22/11/2026' };
  const written = await write(leader, beginAppointment, BeginAppointmentInput.parse({ ...draft, signer: 'Lò Văn A' }));
  assert.deepEqual(paths(written), ['postId']);
  assert.deepEqual((await audits(id)).at(-1), { action: 'post.ended', detail: { to: '2026-12-31' } });
});

const cadre = async (fullName: string, managingUnitId = units.dongSon) =>
  (await addCadre(db, { cellId: units.cellA, committeeId: units.dongSon, managingUnitId, fullName })).cadreId;

test('a title is ended only once nobody holds it', async () => {
  const id = await added(commune);
  const holding = await addHolding(db, await cadre('Vì Thị Xã'), id, { fromOn: '2026-11-01' });
  assert.deepEqual(paths(await end(commune, id, 1, '21/11/2026')), ['endsOn']);
  await db.owner.query("update appointments set ended_on = '2026-11-22', end_kind = 'moved' where id = $1", [holding]);
  await db.owner.query(
    "insert into appointment_events (id, appointment_id, kind, end_kind, effective_on) values (gen_random_uuid(), $1, 'ended', 'moved', '2026-11-22')",
    [holding],
  );
  assert.deepEqual(paths(await end(commune, id, 1, '20/11/2026')), ['endsOn']);
  assert.deepEqual(paths(await end(elsewhere, id, 1, '22/11/2026')), ['']);
  assert.ok((await end(commune, id, 1, '22/11/2026')).ok);
  const post = await getPost(commune, id);
  assert.deepEqual([post?.validTo, post?.versions[0]?.snapshot.validTo], ['2026-11-22', '2026-11-22']);
  assert.deepEqual(paths(await end(commune, id, 2, '22/11/2026')), ['', 'endsOn']);
  assert.deepEqual((await audits(id)).at(-1), { action: 'post.ended', detail: { to: '2026-11-22' } });
});

/** Three seats since 2020: the first held, the second left on 10 November, the third held by somebody whose file the province keeps. */
async function threeSeats() {
  const id = await addTitle(db, { unitId: units.dongSon, managingUnitId: units.dongSon, title: 'Phó Trưởng phòng', seats: 3 });
  const first = await addHolding(db, await cadre('Lò Thị Nhất'), id, { seat: 1, fromOn: '2021-01-01' });
  const former = await addHolding(db, await cadre('Cà Văn Nhì'), id, { seat: 2, fromOn: '2021-06-01', endedOn: '2026-11-10' });
  const above = await addTitle(db, {
    ...{ unitId: units.province, managingUnitId: units.province, tier: 'province' as const, title: `Ủy viên ${id}` },
  });
  const both = await cadre('Quàng Văn Ba', units.province);
  await addHolding(db, both, above, { fromOn: '2022-01-01' });
  const third = await addHolding(db, both, id, { seat: 3, fromOn: '2022-01-01' });
  return { id, first, former, third };
}
const holdings = async (id: string) =>
  (await db.owner.query('select id, seat, from_on::text, ended_on::text, reversed from appointments where post_id = $1', [id]))
    .rows;
const change3 = (viewer: Viewer, postId: string, version: number, seats: string) =>
  change(viewer, postId, version, { seats, title: 'Phó Trưởng phòng', code: postId.slice(0, 8), validFrom: '20/11/2026' });

test('fewer seats, down to those that are held: the highest holder moves into a free lower one, and no day of the book changes', async () => {
  const { id, first, former, third } = await threeSeats();
  const before = await holdings(id);
  const few = await change3(commune, id, 1, '1');
  assert.deepEqual(paths(few), ['seats']);
  assert.match(few.ok ? '' : (few.problems[0]?.message ?? ''), /^Có 2 người đang giữ/);
  assert.deepEqual(await holdings(id), before);
  assert.deepEqual(paths(await change3(elsewhere, id, 1, '2')), ['']);
  const officer = await viewerWith(db, 'committee_leader', units.dongSon);
  assert.equal((await change3(officer, id, 1, '2')).ok, false);
  assert.ok((await change3(commune, id, 1, '2')).ok);
  const late = await change3(commune, id, 1, '2');
  assert.ok(!late.ok && late.problems[0]?.stale);
  const after = await holdings(id);
  const seatOf = (holding: string) => after.find((row) => row.id === holding)?.seat;
  assert.deepEqual([seatOf(first), seatOf(third), seatOf(former)], [1, 2, 3]);
  const days = (rows: Awaited<ReturnType<typeof holdings>>) =>
    rows.map((row) => [row.id, row.from_on, row.ended_on, row.reversed]).sort();
  assert.deepEqual(days(after), days(before));
  const post = await getPost(board, id);
  assert.deepEqual(
    post?.seatList.map(({ holder }) => holder?.fullName),
    ['Lò Thị Nhất', 'Quàng Văn Ba'],
  );
  assert.equal(post?.holdings.length, 3);
  assert.deepEqual(
    (await checkBooks(db.owner)).differences.filter(({ check }) => /chức/.test(check)),
    [],
  );
  assert.deepEqual((await audits(id)).at(-1), { action: 'post.changed', detail: { validFrom: '2026-11-20', moved: 1 } });
});

test('a seat given while the title is cut to fewer: one of the two is refused, and nobody sits beyond the number', async () => {
  const leader = await viewerWith(db, 'committee_leader', units.dongSon);
  for (let round = 0; round < 4; round += 1) {
    const id = await added(commune, { seats: '2' });
    await addHolding(db, await cadre('Bạc Thị Một'), id, { seat: 1, fromOn: '2026-11-01' });
    const draft = { ...document, signer: 'Lò Văn A', cadreId: await cadre('Bạc Văn Hai'), postId: id, kind: 'appointed' };
    const both = await Promise.all([
      change(commune, id, 1, { seats: '1', validFrom: '22/11/2026' }),
      write(leader, beginAppointment, BeginAppointmentInput.parse({ ...draft, fromOn: '22/11/2026' })),
    ]);
    assert.equal(both.filter(({ ok }) => ok).length, 1, JSON.stringify(both));
    const seats = (await getPost(commune, id))?.seats ?? 0;
    assert.ok((await holdings(id)).every(({ seat }) => seat >= 1 && seat <= seats));
  }
});

test('the database moves no seats of a title for somebody who may not change it', async () => {
  const { id } = await threeSeats();
  const moving = (viewer: Viewer) =>
    transaction(
      viewer,
      (tx) => tx.execute(sql`select exchange_seats(${id}, '{3}', '{2}')`),
      () => true,
    );
  await assert.rejects(moving(elsewhere), /42501/);
  const before = await holdings(id);
  await moving(commune);
  assert.notDeepEqual(await holdings(id), before);
});

test('an ending is not taken back once its seat is gone, and whoever comes back into the book does not get it back either', async () => {
  const { id, former } = await threeSeats();
  assert.ok((await change3(commune, id, 1, '2')).ok);
  const leader = await viewerWith(db, 'committee_leader', units.dongSon);
  const { rows } = await db.owner.query("select id from appointment_events where appointment_id = $1 and kind = 'ended'", [
    former,
  ]);
  const back = { appointmentId: former, version: 1, eventId: rows[0].id, reason: 'Ghi nhầm người' };
  const written = await write(leader, reverseAppointmentEvent, back);
  assert.ok(!written.ok && /chỉ còn 2 vị trí/.test(written.problems[0]?.message ?? ''), JSON.stringify(written));
  await db.owner.query("update appointments set end_kind = 'member_left' where id = $1", [former]);
  await db.owner.query(
    `insert into appointment_events (id, appointment_id, kind, end_kind, effective_on) values (gen_random_uuid(), $1, 'ended', 'member_left', '2026-11-10')`,
    [former],
  );
  const standing = (status: string) =>
    db.owner.query(
      'update members set status = $2 where id = (select c.member_id from cadres c join appointments a on a.cadre_id = c.id where a.id = $1)',
      [former, status],
    );
  await standing('left');
  await standing('official');
  assert.equal((await holdings(id)).find((row) => row.id === former)?.ended_on, '2026-11-10');
  assert.ok((await change3(commune, id, 2, '3')).ok);
  await standing('left');
  await standing('official');
  assert.equal((await holdings(id)).find((row) => row.id === former)?.ended_on, null);
});

test('a holder follows a title whose tier rises, out of sight of the commune', async () => {
  const id = await added(commune);
  const { cadreId } = await addCadre(db, {
    cellId: units.cellA,
    committeeId: units.dongSon,
    managingUnitId: units.dongSon,
    fullName: 'Lò Văn Lên',
  });
  await addHolding(db, cadreId, id, { fromOn: '2026-11-01' });
  assert.equal((await getPost(commune, id))?.seatList[0]?.holder?.fullName, 'Lò Văn Lên');
  assert.ok((await change(board, id, 1, { tier: 'province' })).ok);
  assert.equal((await getPost(commune, id))?.seatList[0]?.holder, null);
  assert.equal((await getPost(board, id))?.seatList[0]?.holder?.fullName, 'Lò Văn Lên');
});

test('a pause is entered and ended in reach, and read below the unit it was decided for', async () => {
  const pause = (viewer: Viewer, over: Record<string, string> = {}) =>
    write(
      viewer,
      addPause,
      AddPauseInput.parse({ unitId: units.province, fromOn: '01/11/2026', reason: 'Sắp xếp đơn vị hành chính', ...over }),
    );
  assert.deepEqual(paths(await pause(commune)), ['unitId']);
  assert.deepEqual(paths(await pause(board, { toOn: '31/10/2026' })), ['toOn']);
  const written = await pause(board);
  assert.ok(written.ok);
  const { pauseId } = written.result;
  const own = await pause(elsewhere, { unitId: units.tayHa });
  assert.ok(own.ok);
  assert.deepEqual(
    (await listPauses(commune)).map(({ id, mayChange }) => [id, mayChange]),
    [[pauseId, false]],
  );
  assert.deepEqual(
    (await listPauses(board)).map(({ mayChange }) => mayChange),
    [true, true],
  );
  const over = async (unit: string, day: string) => (await listPausesOver(commune, unit, day)).map(({ id }) => id);
  assert.deepEqual(await over(units.cellA, '2026-10-31'), []);
  assert.deepEqual(await over(units.cellA, '2026-11-01'), [pauseId]);
  assert.deepEqual((await over(units.tayHa, '2026-11-22')).length, 2);
  const ending = (viewer: Viewer, version: number, toOn: string) =>
    write(viewer, endPause, EndPauseInput.parse({ pauseId, version, toOn }));
  assert.deepEqual(paths(await ending(commune, 1, '30/11/2026')), ['']);
  assert.deepEqual(paths(await ending(board, 1, '31/10/2026')), ['toOn']);
  assert.ok((await ending(board, 1, '01/11/2026')).ok);
  assert.deepEqual(await over(units.cellA, '2026-11-02'), []);
  const late = await ending(board, 1, '30/11/2026');
  assert.ok(!late.ok && late.problems[0]?.stale);
  assert.deepEqual(await audits(pauseId), [
    { action: 'post.paused', detail: { from: '2026-11-01', to: null } },
    { action: 'post.paused', detail: { from: '2026-11-01', to: '2026-11-01' } },
  ]);
});
