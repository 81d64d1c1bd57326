import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { readPostFilters } from '@/domain/posts/filters';
import { emptySince } from '@/domain/posts/seats';
import { read } from '../../client';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { addCadre, addHolding, addPost } from '../../testing-cadres';
import { type ShownUnit, shownUnit } from '../units';
import { countPosts, listPosts } from './catalogue';
import { getPost, searchPosts } from './post';
import { countOpenSeats, listOpenSeats } from './vacancies';

const ALL = readPostFilters({});
let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let board: Viewer;
let commune: Viewer;
let head: string;
let wardHead: string;
let office: string;
let highName: string;

const unitOf = (viewer: Viewer, id: string): Promise<ShownUnit> =>
  read(viewer, async (tx) => {
    const unit = await shownUnit(tx, viewer, 'post.read', id);
    assert.ok(unit);
    return unit;
  });

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  board = await viewerWith(db, 'board_officer', units.province);
  commune = await viewerWith(db, 'committee_officer', units.dongSon);
  const { province, dongSon, tayHa, cellA } = units;
  head = await addPost(db, {
    unitId: dongSon,
    managingUnitId: province,
    title: 'Bí thư Đảng ủy xã Đông Sơn',
    tier: 'province',
    grade: 70,
  });
  wardHead = await addPost(db, {
    unitId: dongSon,
    managingUnitId: dongSon,
    title: 'Trưởng phòng Kinh tế',
    seats: 4,
    rank: 'deputy',
  });
  office = await addPost(db, { unitId: tayHa, managingUnitId: tayHa, title: 'Chánh Văn phòng Đảng ủy' });
  highName = 'Lò Văn Cao';
  const place = { cellId: cellA, committeeId: dongSon };
  const high = await addCadre(db, { ...place, managingUnitId: province, tier: 'province', fullName: highName });
  await addHolding(db, high.cadreId, head, { fromOn: '2025-07-01', termEndsOn: '2026-11-21' });
  const low = await addCadre(db, { ...place, managingUnitId: dongSon, fullName: 'Vì Thị Xã' });
  await addHolding(db, low.cadreId, wardHead, { seat: 1, fromOn: '2025-07-01', termEndsOn: '2026-11-22' });
  const gone = await addCadre(db, { ...place, managingUnitId: dongSon, fullName: 'Cà Văn Đi' });
  await addHolding(db, gone.cadreId, wardHead, { seat: 2, fromOn: '2025-07-01', endedOn: '2026-11-12' });
  const coming = await addCadre(db, { ...place, managingUnitId: dongSon, fullName: 'Quàng Thị Đến' });
  await addHolding(db, coming.cadreId, wardHead, { seat: 3, fromOn: '2026-12-01' });
});
after(() => db.drop());

test('the catalogue of a commune shows its titles and those above it decides on, and names only whom it manages', async () => {
  const unit = await unitOf(commune, units.dongSon);
  const { rows } = await listPosts(commune, unit, ALL);
  assert.deepEqual(
    rows.map(({ title, seatList }) => [title, seatList.map(({ holder }) => holder?.fullName ?? null)]),
    [
      ['Bí thư Đảng ủy xã Đông Sơn', [null]],
      ['Trưởng phòng Kinh tế', ['Vì Thị Xã', null, null, null]],
    ],
  );
  assert.ok(!JSON.stringify(rows).includes(highName));
  const all = await listPosts(board, await unitOf(board, units.province), ALL);
  assert.equal(all.rows.length, 3);
  assert.ok(JSON.stringify(all.rows).includes(highName));
});

test('seats stand empty when nobody held them, when their holder ended and before the next one begins, with the days since', async () => {
  const unit = await unitOf(board, units.province);
  const { rows } = await listOpenSeats(board, unit, 'vacant', ALL);
  assert.deepEqual(
    rows
      .map(({ postId, seat, since, days, nextFrom }) => [postId === wardHead ? 'ward' : 'office', seat, since, days, nextFrom])
      .sort(),
    [
      ['office', 1, '2020-01-01', 2517, null],
      ['ward', 2, '2026-11-12', 10, null],
      ['ward', 3, '2020-01-01', 2517, '2026-12-01'],
      ['ward', 4, '2020-01-01', 2517, null],
    ].sort(),
  );
  assert.deepEqual(await countOpenSeats(board, unit, ALL), { vacant: 4, expired: 1 });
  assert.deepEqual(await countPosts(board, unit, ALL), { posts: 3, seats: 6, vacant: 4, expired: 1 });
});

test('the rule of the database and the rule of the house say the same of every seat', async () => {
  const { rows } = await listPosts(board, await unitOf(board, units.province), ALL);
  const empty = rows.flatMap(({ id, seatList }) =>
    seatList.flatMap((seat) => {
      const since = emptySince(seat, board.today);
      return since ? [`${since}_${id}_${seat.seat}`] : [];
    }),
  );
  const open = await listOpenSeats(board, await unitOf(board, units.province), 'vacant', ALL);
  assert.deepEqual(open.rows.map(({ since, postId, seat }) => `${since}_${postId}_${seat}`).sort(), empty.sort());
});

test('a term that is over without a new decision is told, and its holder only to who manages them', async () => {
  const [over] = (await listOpenSeats(board, await unitOf(board, units.province), 'expired', ALL)).rows;
  assert.deepEqual([over?.since, over?.days, over?.holder?.fullName], ['2026-11-21', 1, highName]);
  const [hidden] = (await listOpenSeats(commune, await unitOf(commune, units.dongSon), 'expired', ALL)).rows;
  assert.deepEqual([hidden?.postId, hidden?.holder], [head, null]);
  const tomorrow = { ...board, today: '2026-11-23' };
  assert.equal((await countOpenSeats(tomorrow, await unitOf(board, units.province), ALL)).expired, 2);
});

test('filters narrow the catalogue: words without marks, only what is vacant, a tier, what was ended', async () => {
  const unit = await unitOf(board, units.province);
  const found = async (values: Parameters<typeof readPostFilters>[0]) =>
    (await listPosts(board, unit, readPostFilters(values))).rows.map(({ id }) => id).sort();
  assert.deepEqual(await found({ q: 'phòng kinh te' }), [wardHead]);
  assert.deepEqual(await found({ vacant: 'yes' }), [wardHead, office].sort());
  assert.deepEqual(await found({ tier: 'province' }), [head]);
  assert.deepEqual(await found({ rank: 'deputy' }), [wardHead]);
  assert.deepEqual(await found({ grade: '70' }), [head]);
  assert.deepEqual(await found({ grade: '50' }), [wardHead, office].sort());
  assert.deepEqual(await found({ state: 'ended' }), []);
  await db.owner.query("update posts set valid_to = '2026-11-21' where id = $1", [office]);
  assert.deepEqual(await found({ state: 'ended' }), [office]);
  assert.deepEqual(await found({ vacant: 'yes' }), [wardHead]);
  await db.owner.query('update posts set valid_to = null where id = $1', [office]);
});

test('pages follow one another without a gap in both lists', async () => {
  for (let number = 0; number < 55; number += 1)
    await addPost(db, { unitId: units.tayHa, managingUnitId: units.tayHa, title: `Chức danh số ${number}`, seats: 1 });
  const unit = await unitOf(board, units.tayHa);
  const first = await listPosts(board, unit, ALL);
  const second = await listPosts(board, unit, ALL, { after: first.rows.at(-1)?.id });
  assert.deepEqual([first.rows.length, first.hasNext, second.rows.length, second.hasNext], [50, true, 6, false]);
  const back = await listPosts(board, unit, ALL, { before: second.rows[0]?.id });
  assert.deepEqual(back.rows, first.rows);
  const open = await listOpenSeats(board, unit, 'vacant', ALL);
  const more = await listOpenSeats(board, unit, 'vacant', ALL, open.next ?? undefined);
  assert.equal(new Set([...open.rows, ...more.rows].map(({ postId }) => postId)).size, 56);
  assert.equal(more.next, null);
});

test('a title of another commune is not found; the province’s own holder stays unnamed on the page of the title', async () => {
  assert.equal(await getPost(commune, office), null);
  assert.equal(await getPost(commune, 'no-id'), null);
  const post = await getPost(commune, head);
  assert.deepEqual([post?.mayChange, post?.holdings, post?.seatList[0]?.holder], [false, [], null]);
  const known = await getPost(board, head);
  assert.deepEqual(
    known?.holdings.map(({ fullName }) => fullName),
    [highName],
  );
  const leader = await viewerWith(db, 'committee_leader', units.dongSon);
  assert.deepEqual(
    (await searchPosts(leader, 'dang uy')).map(({ id }) => id),
    [],
  );
  assert.deepEqual(
    (await searchPosts(leader, 'kinh te')).map(({ id, free }) => [id, free]),
    [[wardHead, 2]],
  );
});

test('whoever leaves the book of members leaves a vacant seat the same day, and gets it back when that entry is taken back', async () => {
  const unit = await unitOf(board, units.dongSon);
  const seats = async () =>
    (await listOpenSeats(board, unit, 'vacant', ALL)).rows
      .filter(({ postId }) => postId === wardHead)
      .map(({ seat, since }) => [seat, since]);
  const before = await seats();
  const leave = (status: string, leftOn: string | null) =>
    db.owner.query("update members set status = $1, left_on = $2 where full_name = 'Vì Thị Xã'", [status, leftOn]);
  await leave('left', '2026-11-20');
  assert.deepEqual(
    (await seats()).filter(([seat]) => seat === 1),
    [[1, '2026-11-20']],
  );
  await leave('official', null);
  assert.deepEqual(await seats(), before);
});

test('between two holders a seat stands empty from the very day on which the former one ends', async () => {
  const { province, dongSon, cellA } = units;
  const post = await addPost(db, {
    unitId: province,
    managingUnitId: province,
    title: 'Phó Chánh Văn phòng Tỉnh ủy',
    tier: 'province',
    seats: 3,
  });
  for (const [at, endedOn] of ['2026-11-21', '2026-11-22', '2026-11-23'].entries()) {
    const place = { cellId: cellA, committeeId: dongSon, managingUnitId: province, tier: 'province' as const };
    const former = await addCadre(db, { ...place, fullName: `Lường Văn ${'ABC'[at]}` });
    const next = await addCadre(db, { ...place, fullName: `Tòng Thị ${'ABC'[at]}` });
    await addHolding(db, former.cadreId, post, { seat: at + 1, fromOn: '2021-01-01', endedOn });
    await addHolding(db, next.cadreId, post, { seat: at + 1, fromOn: '2026-12-01' });
  }
  const { rows } = await listOpenSeats(board, await unitOf(board, province), 'vacant', { ...ALL, tier: 'province' });
  assert.deepEqual(
    rows.filter(({ postId }) => postId === post).map(({ seat, since, nextFrom }) => [seat, since, nextFrom]),
    [
      [1, '2026-11-21', '2026-12-01'],
      [2, '2026-11-22', '2026-12-01'],
    ],
  );
  const shown = await getPost(board, post);
  assert.deepEqual(
    shown?.seatList.map((seat) => emptySince(seat, board.today)),
    ['2026-11-21', '2026-11-22', null],
  );
  assert.deepEqual(
    shown?.seatList.map(({ holder }) => holder?.fullName ?? null),
    [null, null, 'Lường Văn C'],
  );
});
