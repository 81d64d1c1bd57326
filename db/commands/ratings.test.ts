import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { ceilingOf } from '@/domain/ratings/ceiling';
import type { Level } from '@/domain/ratings/words';
import { defaultRules } from '@/domain/rule-sets';
import { getGroup, getRating } from '../queries/ratings/group';
import { listGroups, listRateable } from '../queries/ratings/groups';
import { listFailed, unitStripsOf } from '../queries/ratings/strips';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { addCadre, addHolding, addPost } from '../testing-cadres';
import { type Written, write } from '../write';
import { decideGroup, reviseRating } from './rating-decisions';
import { openGroupTable, openRating } from './rating-reads';
import { addToGroup, openGroup, proposeRating, recordSelfRating, removeRating } from './ratings';

let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let board: Viewer;
let head: Viewer;
let commune: Viewer;
let people: string[];

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  board = await viewerWith(db, 'board_officer', units.province);
  head = await viewerWith(db, 'board_head', units.province);
  commune = await viewerWith(db, 'committee_officer', units.dongSon);
  people = [];
  for (const name of ['Lò Văn An', 'Vì Thị Bình', 'Cà Văn Cường', 'Hà Thị Dung', 'Quàng Văn Én', 'Bạc Thị Giang'])
    people.push(
      (
        await addCadre(db, {
          fullName: name,
          cellId: units.cellA,
          committeeId: units.dongSon,
          managingUnitId: units.province,
          tier: 'province',
        })
      ).cadreId,
    );
});
after(() => db.drop());

const said = (written: Written<unknown>) => (written.ok ? '' : written.problems.map(({ message }) => message).join(' '));
const opened = (name: string, picked: string[], more: Partial<Parameters<typeof openGroup.run>[2]> = {}) => ({
  unitId: units.province,
  subject: 'person' as const,
  year: 2025,
  quarter: 0,
  name,
  prominent: false,
  picked,
  ...more,
});
const facts = {
  points: 95,
  assigned: 10,
  done: 10,
  onTime: 10,
  above: 40,
  disciplined: null,
  violation: null,
  selfLevel: null,
  selfOn: null,
};
const paper = {
  ...{ decisionNumber: '12-QĐ/TU', decisionDate: '2026-01-20' },
  ...{ issuer: 'Ban Thường vụ Tỉnh ủy', signer: 'Nông Văn Hiệp' },
};
const decision = { ...paper, overReason: null };
const rowsOf = async (groupId: string) => (await getGroup(board, groupId))?.rows ?? [];

async function group(name: string, picked: string[], more = {}) {
  const written = await write(board, openGroup, opened(name, picked, more));
  assert.ok(written.ok, said(written));
  return written.result.groupId;
}

async function proposeAll(groupId: string, level: Level) {
  for (const { id, version } of await rowsOf(groupId)) {
    assert.ok((await write(board, recordSelfRating, { ...facts, ratingId: id, version })).ok);
    const written = await write(board, proposeRating, { ratingId: id, version: version + 1, level, reason: null });
    assert.ok(written.ok, said(written));
  }
}

const decide = async (groupId: string, levels: readonly Level[], over: object = {}, viewer = head) => {
  const rows = await rowsOf(groupId);
  const version = (await getGroup(board, groupId))?.group.version ?? 0;
  const given = rows.map(({ id }, at) => ({ id, level: levels[at] ?? 'good' }));
  return write(viewer, decideGroup, { ...decision, groupId, version, levels: given, ...over });
};

test('a group is proposed by one and decided by another, over the ceiling only with a reason, and each step leaves its trace', async () => {
  const groupId = await group('Trưởng phòng các ban Đảng', people.slice(0, 5));
  assert.match(said(await decide(groupId, [])), /Còn dòng chưa được đề xuất/);
  await proposeAll(groupId, 'outstanding');
  assert.match(said(await decide(groupId, [], {}, board)), /không có quyền/);
  const two: Level[] = ['outstanding', 'outstanding', 'good', 'good', 'good'];
  assert.match(said(await decide(groupId, two)), /Vượt trần “xuất sắc” 1 \(được 1\), theo Quy định 366/);
  assert.ok((await decide(groupId, two, { overReason: 'Kết luận của Ban Thường vụ ngày 18/01/2026' })).ok);
  assert.deepEqual(
    (await rowsOf(groupId)).map(({ level }) => level),
    two,
  );
  assert.match(said(await decide(groupId, two)), /đã có quyết định/);
  const { rows } = await db.owner.query(
    "select action, count(*)::int as n from audit_log where action like 'rating.%' group by 1 order by 1",
  );
  assert.deepEqual(
    rows.map(({ action, n }) => [action, n]),
    [
      ['rating.decide', 1],
      ['rating.group', 1],
      ['rating.propose', 5],
      ['rating.self', 5],
    ],
  );
});

test('whoever proposed does not decide, even with both offices', async () => {
  const groupId = await group('Quý I', people.slice(0, 1), { quarter: 1 });
  await proposeAll(groupId, 'outstanding');
  await db.owner.query('update ratings set proposed_by = $1 where group_id = $2', [head.accountId, groupId]);
  assert.match(said(await decide(groupId, ['good'])), /Người đề xuất không quyết định/);
});

test('a level that points and conditions do not give needs its reason; without points nothing is proposed', async () => {
  const groupId = await group('Quý II', people.slice(0, 1), { quarter: 2 });
  const [row] = await rowsOf(groupId);
  assert.ok(row);
  const propose = (over: object) =>
    write(board, proposeRating, { ratingId: row.id, version: 1, level: 'good', reason: null, ...over });
  assert.match(said(await propose({})), /Chưa có điểm/);
  assert.ok((await write(board, recordSelfRating, { ...facts, points: 72.5, ratingId: row.id, version: 1 })).ok);
  assert.match(said(await propose({})), /đã được .* sửa/);
  assert.match(said(await propose({ version: 2, level: 'done' })), /là “Hoàn thành tốt nhiệm vụ”/);
  assert.ok((await propose({ version: 2, level: 'done', reason: 'Nội bộ đơn vị còn ý kiến khác nhau' })).ok);
});

test('a decided row is changed by another decision only, and both stand in the book', async () => {
  const groupId = await group('Quý III', people.slice(0, 1), { quarter: 3 });
  await proposeAll(groupId, 'outstanding');
  const [open] = await rowsOf(groupId);
  assert.ok(open);
  const revise = (version: number, level: Level, viewer = head) =>
    write(viewer, reviseRating, {
      ...decision,
      ratingId: open.id,
      version,
      level,
      signer: 'Lường Văn Ánh',
      reason: 'Có kết luận kiểm tra',
    });
  assert.match(said(await revise(open.version, 'done')), /chưa được quyết định/);
  assert.ok((await decide(groupId, ['good'])).ok);
  assert.match(
    said(await write(board, recordSelfRating, { ...facts, ratingId: open.id, version: open.version + 1 })),
    /đã có quyết định/,
  );
  assert.match(said(await write(board, removeRating, { ratingId: open.id, version: open.version + 1 })), /đã có quyết định/);
  assert.match(said(await revise(open.version + 1, 'good')), /đang có hiệu lực/);
  assert.match(said(await revise(open.version, 'done')), /đã được .* sửa/);
  assert.ok((await revise(open.version + 1, 'done')).ok);
  const rating = await getRating(board, open.id);
  assert.deepEqual([rating?.row.level, rating?.decisions.map(({ level }) => level)], ['done', ['done', 'good']]);
  const papers = (rating?.decisions ?? []).map(({ decisionNumber, decisionDate, issuer, signer }) => ({
    ...{ decisionNumber, decisionDate, issuer, signer },
  }));
  assert.deepEqual(papers, [{ ...paper, signer: 'Lường Văn Ánh' }, paper]);
  const { decisionNumber, decisionDate, issuer, signer } = rating?.group ?? {};
  assert.deepEqual({ decisionNumber, decisionDate, issuer, signer }, paper);
  await assert.rejects(db.owner.query("update rating_decisions set level = 'good'"), /append-only/);
});

test('nobody is rated twice in a term, and only whom the unit manages', async () => {
  assert.match(said(await write(board, openGroup, opened('Lần hai', people.slice(0, 2)))), /đã ở nhóm khác/);
  const low = await addCadre(db, {
    fullName: 'Tòng Văn Hạ',
    cellId: units.cellA,
    committeeId: units.dongSon,
    managingUnitId: units.dongSon,
  });
  assert.match(said(await write(board, openGroup, opened('Nhầm cấp', [low.cadreId]))), /không còn thuộc cấp này/);
  assert.match(said(await write(board, openGroup, opened('Chưa tới', people, { year: 2027 }))), /Chưa đến năm 2027/);
  const listed = await listRateable(board, units.province, { subject: 'person', year: 2025, quarter: 0, q: '' });
  assert.deepEqual(
    listed.map(({ name }) => name),
    ['Bạc Thị Giang'],
  );
});

test('a row leaves its group while it is open', async () => {
  const groupId = await group('Quý IV', people.slice(0, 2), { quarter: 4 });
  const [row] = await rowsOf(groupId);
  assert.ok((await write(board, removeRating, { ratingId: row?.id ?? '', version: 1 })).ok);
  assert.equal((await rowsOf(groupId)).length, 1);
});

test('rows are added to an open group by the checks of its opening, the ceiling follows, and a decision closes it', async () => {
  const groupId = await group('Thêm dần', people.slice(0, 4), { year: 2019, quarter: 2 });
  const add = (version: number, picked: string[], viewer = board) => write(viewer, addToGroup, { groupId, version, picked });
  const ceiling = async () =>
    ceilingOf(
      (await rowsOf(groupId)).map(({ proposedLevel }) => ({ level: proposedLevel })),
      defaultRules(),
    ).allowed;
  await proposeAll(groupId, 'outstanding');
  assert.equal(await ceiling(), 0);
  assert.match(said(await add(1, people.slice(3, 5))), /đã ở nhóm khác/);
  assert.match(said(await add(1, [units.dongSon])), /không còn thuộc cấp này/);
  assert.match(said(await add(1, people.slice(4), commune)), /Không tìm thấy/);
  assert.match(said(await add(1, people.slice(4), head)), /không có quyền/);
  assert.equal((await rowsOf(groupId)).length, 4);
  const before = (await getGroup(head, groupId))?.group.version ?? 0;
  assert.ok((await add(1, people.slice(4))).ok);
  assert.match(said(await add(1, people.slice(4))), /đã được .* sửa/);
  assert.match(said(await decide(groupId, [], { version: before })), /đã được .* sửa/);
  assert.match(said(await decide(groupId, [])), /Còn dòng chưa được đề xuất/);
  const late = (await rowsOf(groupId)).filter(({ proposedLevel }) => !proposedLevel);
  for (const { id, version } of late) {
    assert.ok((await write(board, recordSelfRating, { ...facts, ratingId: id, version })).ok);
    assert.ok((await write(board, proposeRating, { ratingId: id, version: version + 1, level: 'outstanding', reason: null })).ok);
  }
  assert.equal(await ceiling(), 1);
  assert.ok((await decide(groupId, ['outstanding'])).ok);
  const later = await addCadre(db, {
    ...{ fullName: 'Lường Văn Hậu', cellId: units.cellA, committeeId: units.dongSon },
    ...{ managingUnitId: units.province, tier: 'province' },
  });
  assert.match(said(await add(3, [later.cadreId])), /đã có quyết định/);
  const { rows } = await db.owner.query("select detail from audit_log where action = 'rating.add'");
  assert.deepEqual(
    rows.map(({ detail }) => detail),
    [{ year: 2019, kind: 'person', rows: 2 }],
  );
});

test('a group holds 400 rows and not one more', async () => {
  const groupId = await group('Nhóm đầy', people.slice(0, 1), { year: 2018 });
  await db.owner.query(
    `with u as (insert into units (id, code, kind, name, short_name, folded_name, sort_key, founded_on, parent_id, depth, committee_id, is_cell)
       select gen_random_uuid(), 'full' || n, 'U', 'Đảng bộ', 'Đảng bộ', 'dang bo', 'dang bo', '2020-01-01', $2::uuid, 1, null, false from generate_series(1, 398) n returning id)
     insert into ratings (id, group_id, rated_unit_id, managing_unit_id, year, quarter) select gen_random_uuid(), $1, id, $2, 2018, 0 from u`,
    [groupId, units.province],
  );
  const add = (version: number, picked: string[]) => write(board, addToGroup, { groupId, version, picked });
  assert.match(said(await add(1, people.slice(1, 3))), /nhiều nhất 400 dòng/);
  assert.ok((await add(1, people.slice(1, 2))).ok);
  assert.match(said(await add(2, people.slice(2, 3))), /nhiều nhất 400 dòng/);
});

test('a unit learns what was decided on it and nothing of the draft; a lower office sees neither the group nor its people', async () => {
  const groupId = await group('Đảng ủy các xã', [units.dongSon, units.tayHa], { subject: 'collective', year: 2024 });
  await db.owner.query(
    "update ratings set points = 80, assigned = 5, done = 5, on_time = 5, proposed_level = 'good', proposed_by = $1 where group_id = $2",
    [board.accountId, groupId],
  );
  assert.equal((await unitStripsOf(commune, [units.dongSon])).size, 0);
  assert.equal(await openGroupTable(commune, groupId), null);
  assert.equal(await getRating(commune, (await rowsOf(groupId))[0]?.id ?? ''), null);
  assert.match(
    said(await decide(groupId, ['good', 'good'], {}, await viewerWith(db, 'committee_leader', units.dongSon))),
    /Không tìm thấy/,
  );
  assert.ok((await decide(groupId, ['good', 'good'])).ok);
  assert.deepEqual(
    [...(await unitStripsOf(commune, [units.dongSon, units.tayHa]))].map(([id, [first]]) => [id, first?.level]),
    [[units.dongSon, 'good']],
  );
  assert.deepEqual(await listGroups(commune, units.province, 2024, 0), []);
});

test('a head is bounded by the unit led', async () => {
  const groupId = await group('Bí thư các xã', people.slice(5), { year: 2024 });
  await db.owner.query('update ratings set leads_unit_id = $1 where group_id = $2', [units.dongSon, groupId]);
  const [row] = await rowsOf(groupId);
  assert.ok(row);
  assert.equal(row.ledLevel, 'good');
  assert.ok((await write(board, recordSelfRating, { ...facts, ratingId: row.id, version: 1 })).ok);
  const top = { ratingId: row.id, version: 2, level: 'outstanding' as const, reason: null };
  assert.match(said(await write(board, proposeRating, top)), /là “Hoàn thành tốt nhiệm vụ”/);
});

test('every look at a draft stands in the read log, and one out of reach leaves nothing there', async () => {
  const groupId = await group('Đọc thử', people.slice(0, 1), { year: 2023 });
  const [row] = await rowsOf(groupId);
  assert.ok(await openGroupTable(head, groupId));
  assert.ok(await openRating(head, row?.id ?? ''));
  assert.equal(await openGroupTable(commune, groupId), null);
  assert.equal(await openRating(commune, row?.id ?? ''), null);
  const { rows } = await db.owner.query(
    "select account_id from read_log where action = 'rating.read' and (subject_id = $1 or subject_id = $2)",
    [groupId, row?.id],
  );
  assert.deepEqual(
    rows.map(({ account_id }) => account_id),
    [head.accountId, head.accountId],
  );
});

test('cadres rated “không hoàn thành” are listed with their years', async () => {
  const [, , third] = people;
  for (const [year, level] of [
    [2022, 'failed'],
    [2021, 'failed'],
    [2020, 'good'],
  ] as const) {
    const groupId = randomUUID();
    await db.owner.query(
      "insert into rating_groups (id, unit_id, subject, year, quarter, name) values ($1, $2, 'person', $3, 0, 'Cũ')",
      [groupId, units.province, year],
    );
    await db.owner.query(
      'insert into ratings (id, group_id, cadre_id, managing_unit_id, year, quarter, level) values ($1, $2, $3, $4, $5, 0, $6)',
      [randomUUID(), groupId, third, units.province, year, level],
    );
  }
  const failed = await listFailed(board, units.province, 2022);
  assert.deepEqual(
    failed.map(({ name, years }) => [name, years.filter(({ year }) => year < 2023).map(({ level }) => level)]),
    [['Cà Văn Cường', ['good', 'failed', 'failed']]],
  );
  assert.deepEqual(await listFailed(commune, units.province, 2022), []);
});

test('a head is rated as the head, whatever seat in a committee was held longer', async () => {
  const own = { unitId: units.dongSon, managingUnitId: units.province, tier: 'province' as const };
  const seat = await addPost(db, { ...own, title: 'Ủy viên Ban Chấp hành', rank: 'member', body: true, grade: 90 });
  const lead = await addPost(db, { ...own, title: 'Bí thư Đảng ủy', grade: 70 });
  const { cadreId } = await addCadre(db, {
    ...{
      fullName: 'Lường Văn Khánh',
      cellId: units.cellA,
      committeeId: units.dongSon,
      managingUnitId: units.province,
      tier: 'province',
    },
  });
  await addHolding(db, cadreId, seat, { fromOn: '2020-07-01' });
  await addHolding(db, cadreId, lead, { fromOn: '2023-03-01' });
  const [offered] = await listRateable(board, units.province, { subject: 'person', year: 2019, quarter: 4, q: 'Khánh' });
  assert.equal(offered?.title, null);
  const [later] = await listRateable(board, units.province, { subject: 'person', year: 2024, quarter: 0, q: 'Khánh' });
  assert.equal(later?.title, 'Bí thư Đảng ủy');
  const [row] = await rowsOf(await group('Người đứng đầu các xã', [cadreId], { year: 2024 }));
  assert.deepEqual([row?.title, row?.leadsUnitName], ['Bí thư Đảng ủy, Đảng bộ xã Đông Sơn', 'Đảng bộ xã Đông Sơn']);
});

test('a group is opened for a term that has begun, not for one ahead', async () => {
  const { cadreId } = await addCadre(db, {
    ...{
      fullName: 'Lường Văn Quý',
      cellId: units.cellA,
      committeeId: units.dongSon,
      managingUnitId: units.province,
      tier: 'province',
    },
  });
  const inMay = await viewerWith(db, 'board_officer', units.province, '2026-05-31');
  const open = (quarter: number) => write(inMay, openGroup, opened(`Quý ${quarter}`, [cadreId], { year: 2026, quarter }));
  assert.match(said(await open(3)), /Chưa đến quý III\/2026/);
  assert.ok((await open(2)).ok);
});

test('figures that change after the proposal take it back: what was proposed stood on them', async () => {
  const { cadreId } = await addCadre(db, {
    ...{
      fullName: 'Lường Văn Sửa',
      cellId: units.cellA,
      committeeId: units.dongSon,
      managingUnitId: units.province,
      tier: 'province',
    },
  });
  const groupId = await group('Sửa điểm', [cadreId]);
  await proposeAll(groupId, 'outstanding');
  const row = async () => (await rowsOf(groupId))[0];
  const { id = '', version = 0 } = (await row()) ?? {};
  assert.ok((await write(board, recordSelfRating, { ...facts, ratingId: id, version, selfLevel: 'good' })).ok);
  assert.equal((await row())?.proposedLevel, 'outstanding');
  assert.ok((await write(board, recordSelfRating, { ...facts, ratingId: id, version: version + 1, points: 72.5 })).ok);
  assert.deepEqual([(await row())?.proposedLevel, (await row())?.proposedBy, (await row())?.proposedAt], [null, null, null]);
  assert.match(said(await decide(groupId, ['outstanding'], { overReason: 'Có' })), /Còn dòng chưa được đề xuất/);
});
