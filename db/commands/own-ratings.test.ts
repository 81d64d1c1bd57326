import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { OwnRatingInput } from '@/domain/ratings/inputs';
import { change, read } from '../client';
import { getGroup } from '../queries/ratings/group';
import { listOwnRatings } from '../queries/ratings/own';
import { withoutScope } from '../scope';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { type Written, write } from '../write';
import { enterOwnRating } from './own-ratings';
import { decideGroup } from './rating-decisions';
import { openOwnRatings } from './rating-reads';
import { openGroup, proposeRating, recordSelfRating } from './ratings';

let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let board: Viewer;
let head: Viewer;
let dongSon: Viewer;
let tayHa: Viewer;

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  board = await viewerWith(db, 'board_officer', units.province);
  head = await viewerWith(db, 'board_head', units.province);
  dongSon = await viewerWith(db, 'committee_officer', units.dongSon);
  tayHa = await viewerWith(db, 'committee_officer', units.tayHa);
});
after(() => db.drop());

const said = (written: Written<unknown>) => (written.ok ? '' : written.problems.map(({ message }) => message).join(' '));
const words = {
  selfPoints: 91.5,
  selfLevel: 'outstanding' as const,
  selfReason: 'Xong 12/12 việc, vượt 35% khối lượng',
  selfOn: '2026-01-08',
};
const facts = {
  ...{ points: 86, assigned: 12, done: 12, onTime: 12, above: 35, disciplined: 0, violation: null },
  ...{ selfLevel: null, selfOn: null },
};

async function opened(year: number): Promise<{ groupId: string; rows: () => ReturnType<typeof rowsOf> }> {
  const written = await write(board, openGroup, {
    ...{ unitId: units.province, subject: 'collective', year, quarter: 0, name: 'Đảng ủy các xã', prominent: false },
    picked: [units.dongSon, units.tayHa],
  });
  assert.ok(written.ok, said(written));
  const { groupId } = written.result;
  return { groupId, rows: () => rowsOf(groupId) };
}
const rowsOf = async (groupId: string) => (await getGroup(board, groupId))?.rows ?? [];
const ownOf = async (viewer: Viewer, year: number) => (await listOwnRatings(viewer)).filter((row) => row.year === year);
const rowOf = async (groupId: string, unitId: string) => {
  const row = (await rowsOf(groupId)).find(({ ratedUnitId }) => ratedUnitId === unitId);
  assert.ok(row);
  return row;
};

test('a unit enters its own rating, its level above sees it and cannot write over it, a neighbour sees its own row only', async () => {
  const { groupId } = await opened(2025);
  const [own, ...others] = await ownOf(dongSon, 2025);
  assert.ok(own);
  assert.deepEqual(others, []);
  const enter = (over: object = {}, viewer = dongSon) =>
    write(viewer, enterOwnRating, { ratingId: own.id, version: own.version, ...words, ...over });
  assert.match(said(await enter({}, tayHa)), /Không tìm thấy/);
  assert.match(said(await enter({}, board)), /không có quyền/);
  assert.match(said(await enter({ selfOn: '2999-01-01' })), /sau hôm nay/);
  assert.ok((await enter()).ok);
  assert.match(said(await enter()), /đã được .* sửa/);
  const seen = await rowOf(groupId, units.dongSon);
  assert.deepEqual(
    [seen.selfPoints, seen.selfLevel, seen.selfReason, seen.selfOn, seen.points],
    [91.5, 'outstanding', words.selfReason, '2026-01-08', null],
  );
  const by = { ...facts, ratingId: seen.id, version: seen.version };
  assert.match(said(await write(board, recordSelfRating, { ...by, version: seen.version - 1 })), /đã được .* sửa/);
  assert.ok((await write(board, recordSelfRating, { ...by, selfLevel: 'done', selfOn: '2026-01-09' })).ok);
  const kept = await rowOf(groupId, units.dongSon);
  assert.deepEqual([kept.points, kept.selfLevel, kept.selfOn], [86, 'outstanding', '2026-01-08']);
  assert.equal((await ownOf(tayHa, 2025))[0]?.selfLevel, null);
  const { rows } = await db.owner.query("select account_id, unit_id from audit_log where action = 'rating.own'");
  assert.deepEqual(rows, [{ account_id: dongSon.accountId, unit_id: units.dongSon }]);
});

test('a unit sees no proposal before the decision, and its own form does not grow stale by one; then it sees what was decided and enters no more', async () => {
  const { groupId, rows } = await opened(2024);
  const [own] = await ownOf(dongSon, 2024);
  assert.ok(own);
  for (const { id, version } of await rows()) {
    assert.ok((await write(board, recordSelfRating, { ...facts, ratingId: id, version })).ok);
    const proposed = { ratingId: id, version: version + 1, level: 'done' as const, reason: 'Nội bộ còn ý kiến khác nhau' };
    assert.ok((await write(board, proposeRating, proposed)).ok);
  }
  const [still] = await ownOf(dongSon, 2024);
  assert.deepEqual(still, own);
  assert.ok((await write(dongSon, enterOwnRating, { ratingId: own.id, version: own.version, ...words })).ok);
  const levels = (await rows()).map(({ id }) => ({ id, level: 'done' as const }));
  const decided = await write(head, decideGroup, {
    ...{ groupId, version: 1, levels, overReason: null },
    ...{ decisionNumber: '12-QĐ/TU', decisionDate: '2026-01-20', issuer: 'Ban Thường vụ Tỉnh ủy', signer: 'Nông Văn Hiệp' },
  });
  assert.ok(decided.ok, said(decided));
  const again = { ratingId: own.id, version: own.version + 1, ...words };
  assert.match(said(await write(dongSon, enterOwnRating, again)), /đã có quyết định/);
  const [after] = await ownOf(dongSon, 2024);
  assert.deepEqual([after?.level, after?.selfLevel], ['done', 'outstanding']);
});

test('the database alone keeps it: no scope, and still only the own row, only its own columns, only while open', async () => {
  const { rows } = await opened(2023);
  const mine = (await rows()).find(({ ratedUnitId }) => ratedUnitId === units.dongSon);
  const theirs = (await rows()).find(({ ratedUnitId }) => ratedUnitId === units.tayHa);
  assert.ok(mine && theirs);
  const ids = await withoutScope(async () => (await listOwnRatings(dongSon)).map(({ unitId }) => unitId));
  assert.deepEqual([...new Set(ids)], [units.dongSon]);
  assert.deepEqual(await withoutScope(() => listOwnRatings(board)), []);
  const asked = <T extends Record<string, unknown>>(viewer: Viewer, query: ReturnType<typeof sql>) =>
    read(viewer, async (tx) => (await tx.execute<T>(query)).rows);
  assert.deepEqual(await asked(dongSon, sql`select id from ratings where year = 2023`), []);
  const columns = await asked<{ name: string }>(
    dongSon,
    sql`select column_name as name from information_schema.columns where table_name = 'own_ratings' and column_name ~ 'propos|points|level' order by 1`,
  );
  assert.deepEqual(
    columns.map(({ name }) => name),
    ['level', 'self_level', 'self_points'],
  );
  const enter = (id: string, version = 1) =>
    sql`select enter_own_rating(${id}, ${version}, 90, 'good', 'Thử thẳng vào cơ sở dữ liệu', '2024-01-05') as entered`;
  const tried = (viewer: Viewer, query: ReturnType<typeof sql>) =>
    change(
      viewer,
      async (tx) => (await tx.execute<{ entered: boolean }>(query)).rows[0]?.entered,
      () => true,
    );
  await assert.rejects(
    tried(dongSon, sql`update own_ratings set self_points = 100 where id = ${mine.id} /* by a test */`),
    /42501/,
  );
  await db.owner.query('update ratings set level = $1 where id = $2', ['good', theirs.id]);
  const results = await withoutScope(async () => [
    said(await write(dongSon, enterOwnRating, { ratingId: theirs.id, version: 1, ...words })),
    said(await write(tayHa, enterOwnRating, { ratingId: mine.id, version: 1, ...words })),
  ]);
  assert.ok(results.every((message) => /Không tìm thấy/.test(message)));
  for (const [whose, viewer, row, version, entered] of [
    ['the own, as of another version', dongSon, mine.id, 2, false],
    ['the own, decided', tayHa, theirs.id, 1, false],
    ['a neighbour’s', tayHa, mine.id, 1, false],
    ['of a unit below', board, mine.id, 1, false],
    ['the own', dongSon, mine.id, 1, true],
  ] as const)
    assert.equal(await tried(viewer, enter(row, version)), entered, whose);
  assert.equal((await rows()).find(({ id }) => id === theirs.id)?.selfPoints, null);
});

test('every look at the own rating stands in the read log of that unit', async () => {
  await openOwnRatings(tayHa);
  const { rows } = await db.owner.query(
    "select account_id, subject_id from read_log where action = 'rating.read' and account_id = $1",
    [tayHa.accountId],
  );
  assert.deepEqual(rows, [{ account_id: tayHa.accountId, subject_id: units.tayHa }]);
});

const id = '00000000-0000-4000-8000-000000000001';
const typed = (over: object) =>
  OwnRatingInput.safeParse({
    ...{ ratingId: id, version: '1', selfPoints: '91,5', selfLevel: 'good' },
    ...{ selfReason: 'Xong 12/12 việc', selfOn: '08/01/2026' },
    ...over,
  }).error?.issues.map(({ path }) => path.join('.')) ?? [];

for (const [situation, over, expected] of [
  ['everything written', {}, []],
  ['no points', { selfPoints: '' }, ['selfPoints']],
  ['points beyond the scale', { selfPoints: '100,5' }, ['selfPoints']],
  ['no level', { selfLevel: '' }, ['selfLevel']],
  ['a reason of nine letters', { selfReason: '123456789' }, ['selfReason']],
  ['a reason of ten letters', { selfReason: '1234567890' }, []],
  ['no day', { selfOn: '' }, ['selfOn']],
] as const)
  test(`own rating with ${situation}: ${expected.length ? 'said at its field' : 'taken'}`, () =>
    assert.deepEqual(typed(over), [...expected]));
