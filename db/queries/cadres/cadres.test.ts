import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { cadreFilterValues, readCadreFilters } from '@/domain/cadres/filters';
import { foldName } from '@/domain/names';
import { change, read } from '../../client';
import { noteCadreList, openCadreFile, openCadrePaper } from '../../commands/cadre-reads';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { addCadre, addHolding, addPost } from '../../testing-cadres';
import { getMember } from '../members';
import { type ShownUnit, shownUnit } from '../units';
import { searchMembers } from './candidates';
import { getEligibilityFacts } from './eligibility';
import { getCadreFile, getCadreHead, getCadreSensitive } from './file';
import { countCadres, countInParts, listCadres } from './list';

let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let board: Viewer;
let commune: Viewer;
let high: { cadreId: string; memberId: string };
let low: { cadreId: string; memberId: string };
let idle: { cadreId: string; memberId: string };

const unitOf = (viewer: Viewer, id: string): Promise<ShownUnit> =>
  read(viewer, async (tx) => {
    const unit = await shownUnit(tx, viewer, 'cadre.read', id);
    assert.ok(unit);
    return unit;
  });
const names = async (viewer: Viewer, unitId: string, params: Record<string, string> = {}) => {
  const unit = await unitOf(viewer, unitId);
  const filters = readCadreFilters(cadreFilterValues(params), viewer.today);
  const { rows } = await listCadres(viewer, unit, filters);
  assert.equal(await countCadres(viewer, unit, filters), rows.length);
  return rows.map(({ fullName }) => fullName);
};
const readings = async (action: string) =>
  (await db.owner.query('select account_id, subject_id, detail from read_log where action = $1 order by seq', [action])).rows;

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  board = await viewerWith(db, 'board_officer', units.province);
  commune = await viewerWith(db, 'committee_officer', units.dongSon);
  const { province, dongSon, cellA } = units;
  const place = { cellId: cellA, committeeId: dongSon };
  const head = await addPost(db, {
    unitId: dongSon,
    managingUnitId: province,
    title: 'Bí thư Đảng ủy',
    tier: 'province',
    grade: 70,
  });
  const body = await addPost(db, {
    unitId: dongSon,
    managingUnitId: province,
    title: 'Ủy viên Ban Thường vụ',
    tier: 'province',
    rank: 'member',
    body: true,
    grade: 90,
  });
  const office = await addPost(db, { unitId: dongSon, managingUnitId: dongSon, title: 'Phó Chánh Văn phòng', rank: 'deputy' });
  high = await addCadre(db, { ...place, managingUnitId: province, tier: 'province', fullName: 'Lò Văn Cao' });
  await addHolding(db, high.cadreId, body, { fromOn: '2025-08-01' });
  await addHolding(db, high.cadreId, head, { fromOn: '2025-07-01', termEndsOn: '2030-06-30' });
  low = await addCadre(db, {
    ...place,
    managingUnitId: dongSon,
    fullName: 'Vì Thị Xã',
    female: true,
    born: '1990',
    theory: 'advanced',
  });
  await addHolding(db, low.cadreId, office, { fromOn: '2025-07-01' });
  idle = await addCadre(db, { ...place, managingUnitId: dongSon, fullName: 'Cà Văn Đi' });
  await addHolding(db, idle.cadreId, office, { fromOn: '2022-01-01', endedOn: '2025-06-30' });
  for (const { memberId, name } of [
    { ...high, name: 'Lò Văn Cao' },
    { ...low, name: 'Vì Thị Xã' },
  ])
    await db.owner.query('insert into member_name_parts (member_id, part, cell_id, committee_id) values ($1, $2, $3, $4)', [
      memberId,
      foldName(name),
      cellA,
      dongSon,
    ]);
  await db.owner.query(
    'insert into member_sensitive (member_id, cell_id, committee_id, ethnicity, religion) values ($1, $2, $3, $4, $5)',
    [low.memberId, cellA, dongSon, 'Thái', 'Không'],
  );
});
after(() => db.drop());

test('a cadre of a higher tier is in no list, count, search, file or head of a lower officer, and no reading is noted', async () => {
  assert.deepEqual(await names(board, units.province), ['Lò Văn Cao', 'Cà Văn Đi', 'Vì Thị Xã']);
  assert.deepEqual(await names(commune, units.dongSon), ['Cà Văn Đi', 'Vì Thị Xã']);
  assert.deepEqual(await names(commune, units.dongSon, { q: 'cao' }), []);
  assert.deepEqual(await names(commune, units.dongSon, { q: 'lo van' }), []);
  assert.deepEqual(await names(commune, units.dongSon, { rank: 'head' }), []);
  assert.equal(await getCadreFile(commune, high.cadreId), null);
  assert.equal(await getCadreHead(commune, high.cadreId), null);
  assert.equal(await getCadreSensitive(commune, high.cadreId), null);
  assert.equal(await openCadreFile(commune, high.cadreId), null);
  assert.equal(await openCadrePaper(commune, high.cadreId, 'resume'), null);
  assert.deepEqual(await readings('cadre.read'), []);
  assert.deepEqual(await readings('cadre.print'), []);
  assert.equal((await getMember(commune, high.memberId))?.cadreId, null);
  assert.equal((await getMember(commune, low.memberId))?.cadreId, low.cadreId);
  assert.equal((await getMember(board, high.memberId))?.cadreId, high.cadreId);
  const found = await searchMembers(commune, 'lo van cao');
  assert.deepEqual(
    found.map(({ cadreId }) => cadreId),
    [null],
  );
});

test('an officer of another commune sees nobody; neither does who has no office for cadres', async () => {
  const other = await viewerWith(db, 'committee_officer', units.tayHa);
  assert.deepEqual(await names(other, units.tayHa), []);
  assert.equal(await openCadreFile(other, low.cadreId), null);
  const secretary = await viewerWith(db, 'cell_secretary', units.cellA);
  assert.equal(await openCadreFile(secretary, low.cadreId), null);
});

test('a file is shown only after its reading stands in the log', async () => {
  const file = await openCadreFile(commune, low.cadreId);
  assert.deepEqual(
    [file?.fullName, file?.titles.map(({ title }) => title), file?.mayEdit, file?.mayDecide],
    ['Vì Thị Xã', ['Phó Chánh Văn phòng'], true, false],
  );
  const [noted] = await readings('cadre.read');
  assert.deepEqual([noted.account_id, noted.subject_id], [commune.accountId, low.cadreId]);
  const paper = await openCadrePaper(commune, low.cadreId, 'biography');
  assert.equal(paper?.sensitive?.ethnicity, 'Thái');
  assert.deepEqual(
    (await readings('cadre.print')).map(({ detail }) => detail),
    [{ kind: 'biography' }],
  );
  const leader = await viewerWith(db, 'provincial_leader', units.province);
  const plain = await openCadrePaper(leader, low.cadreId, 'resume');
  assert.deepEqual([plain?.file.fullName, plain?.sensitive], ['Vì Thị Xã', null]);
});

test('rows name the titles of today, the highest first and seats in committees last, with the term of the first', async () => {
  const { rows } = await listCadres(board, await unitOf(board, units.dongSon), { state: 'serving' });
  const row = rows.find(({ id }) => id === high.cadreId);
  assert.deepEqual(
    [row?.titles, row?.heldSince, row?.termEndsOn],
    [['Bí thư Đảng ủy', 'Ủy viên Ban Thường vụ'], '2025-07-01', '2030-06-30'],
  );
});

test('filters: tier, rank of a title held today, sex, age, theory, who holds nothing, part of a name', async () => {
  const cases: [Record<string, string>, string[]][] = [
    [{ tier: 'province' }, ['Lò Văn Cao']],
    [{ rank: 'deputy' }, ['Vì Thị Xã']],
    [{ rank: 'member' }, ['Lò Văn Cao']],
    [{ sex: 'female' }, ['Vì Thị Xã']],
    [{ age: '31-40' }, ['Vì Thị Xã']],
    [{ age: '41-50' }, ['Lò Văn Cao', 'Cà Văn Đi']],
    [{ theory: 'advanced' }, ['Vì Thị Xã']],
    [{ state: 'idle' }, ['Cà Văn Đi']],
    [{ state: 'left' }, []],
    [{ q: 'VI THI' }, ['Vì Thị Xã']],
  ];
  for (const [params, wanted] of cases)
    assert.deepEqual(await names(board, units.province, params), wanted, JSON.stringify(params));
  assert.deepEqual(await names(board, units.tayHa), []);
});

test('pages follow one another without a gap', async () => {
  const place = { cellId: units.cellC, committeeId: units.tayHa, managingUnitId: units.tayHa };
  for (let number = 0; number < 52; number += 1)
    await addCadre(db, { ...place, fullName: `Hoàng Văn ${String.fromCharCode(65 + (number % 26))}${number}` });
  const unit = await unitOf(board, units.tayHa);
  const first = await listCadres(board, unit, { state: 'serving' });
  const second = await listCadres(board, unit, { state: 'serving' }, { after: first.rows.at(-1)?.id });
  assert.deepEqual(
    [first.rows.length, first.hasPrevious, first.hasNext, second.rows.length, second.hasNext],
    [50, false, true, 2, false],
  );
  const back = await listCadres(board, unit, { state: 'serving' }, { before: second.rows[0]?.id });
  assert.deepEqual(back.rows, first.rows);
});

test('parts of a printed list follow one another: each begins after the last person of the one before, and none is left out', async () => {
  const unit = await unitOf(board, units.tayHa);
  const whole = await listCadres(board, unit, { state: 'serving' }, {}, 100);
  const size = 20;
  const { count, ends } = await countInParts(board, unit, { state: 'serving' }, size);
  assert.deepEqual([count, ends.length], [52, 2]);
  const parts = [undefined, ...ends].map((after) => listCadres(board, unit, { state: 'serving' }, { after }, size));
  assert.deepEqual(
    (await Promise.all(parts)).flatMap(({ rows }) => rows.map(({ id }) => id)),
    whole.rows.map(({ id }) => id),
  );
  assert.deepEqual((await countInParts(board, unit, { state: 'serving' }, count)).ends, [whole.rows.at(-1)?.id]);
  assert.deepEqual(await countInParts(commune, await unitOf(board, units.tayHa), { state: 'serving' }, size), {
    count: 0,
    ends: [],
  });
});

test('the printing of a part says in the log which part of how many it is', async () => {
  await noteCadreList(board, { unitId: units.tayHa, values: {}, columns: ['born'], count: 52, part: '2/3' });
  const noted = (await readings('cadre.print')).find(({ detail }) => detail.part);
  assert.deepEqual(noted?.detail, { kind: 'list', filters: {}, searched: false, count: 52, columns: ['born'], part: '2/3' });
});

test('titles held before in another commune, or under the province, stand in the file and count for whoever manages the person now', async () => {
  const abroad = await addPost(db, {
    unitId: units.tayHa,
    managingUnitId: units.province,
    tier: 'province',
    title: 'Bí thư Đảng ủy',
    grade: 70,
  });
  await addHolding(db, low.cadreId, abroad, { fromOn: '2020-07-01', endedOn: '2025-07-01' });
  const file = await openCadreFile(commune, low.cadreId);
  assert.deepEqual(
    file?.titles.map(({ title, unitName, grade }) => [title, unitName, grade]),
    [
      ['Phó Chánh Văn phòng', 'Đảng bộ xã Đông Sơn', 50],
      ['Bí thư Đảng ủy', 'Đảng bộ xã Tây Hà', 70],
    ],
  );
  assert.equal((await getCadreHead(commune, low.cadreId))?.titles.length, 2);
  const office = file?.titles[0]?.postId;
  const facts = await getEligibilityFacts(commune, low.cadreId, office, commune.today);
  assert.deepEqual(facts?.person.holdings.map(({ grade }) => grade).toSorted(), [50, 70]);
});

test('what titles are is read by everyone and changed through the catalogue alone', async () => {
  const attempt = change(
    board,
    (tx) => tx.execute(sql`update title_facts set grade = 99 /* by a test */`),
    () => true,
  );
  await assert.rejects(attempt, ({ cause }: Error) => (cause as { code?: string }).code === '42501');
});
