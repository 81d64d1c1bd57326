import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { EditClassInput, OpenClassInput, type Results } from '@/domain/trainings/inputs';
import { countTurnsOf, getClass, listCandidates, listClasses, listPlannedLearners } from '../queries/trainings';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { addCadre, addPost } from '../testing-cadres';
import { type Written, write } from '../write';
import { openCandidates, openClassList, openPlannedLearners } from './training-reads';
import { recordResults } from './training-results';
import { editClass, enrol, openClass, removeTurn } from './trainings';

let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let board: Viewer;
let dongSon: Viewer;
let tayHa: Viewer;
const people: { cadreId: string; memberId: string }[] = [];

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  board = await viewerWith(db, 'board_officer', units.province);
  dongSon = await viewerWith(db, 'committee_officer', units.dongSon);
  tayHa = await viewerWith(db, 'committee_officer', units.tayHa);
  const place = { cellId: units.cellA, committeeId: units.dongSon };
  people.push(
    await addCadre(db, { ...place, fullName: 'Lò Văn An', managingUnitId: units.province, tier: 'province', theory: 'basic' }),
  );
  people.push(await addCadre(db, { ...place, fullName: 'Vì Thị Bình', managingUnitId: units.dongSon, theory: 'advanced' }));
  people.push(
    await addCadre(db, {
      cellId: units.cellC,
      committeeId: units.tayHa,
      fullName: 'Cà Văn Cường',
      managingUnitId: units.tayHa,
      theory: 'basic',
    }),
  );
});
after(() => db.drop());

const said = (written: Written<unknown>) => (written.ok ? '' : written.problems.map(({ message }) => message).join(' '));
const form = (over: object = {}) => ({
  unitId: units.province,
  kind: 'theory',
  name: 'Trung cấp lý luận chính trị khóa 12',
  theory: 'middle',
  fromOn: '05/01/2026',
  toOn: '30/09/2026',
  planned: '60',
  school: 'Trường Chính trị tỉnh',
  ...over,
});
const opened = async (over: object = {}, viewer = board) => {
  const written = await write(viewer, openClass, OpenClassInput.parse(form(over)));
  assert.ok(written.ok, said(written));
  return written.result.classId;
};
const memberIds = () => people.map(({ memberId }) => memberId);
const turnsOf = async (classId: string, viewer = board) => (await getClass(viewer, classId))?.turns ?? [];
const results = async (classId: string, given: [string, Results['results'][number]['result']][], viewer = board) => {
  const version = (await getClass(board, classId))?.head.version ?? 0;
  return write(viewer, recordResults, {
    classId,
    version,
    results: given.map(([id, result]) => ({ id, result, certificate: null })),
  });
};
const theoryOf = async (cadreId: string) =>
  (await db.owner.query('select theory, defence from cadres where id = $1', [cadreId])).rows[0];
const filed = async (classId: string) =>
  (await db.owner.query('select count(*)::int as n from cadre_trainings where class_id = $1', [classId])).rows[0].n;

for (const [situation, over, path] of [
  ['a theory class without its level', { theory: '' }, 'theory'],
  ['a defence class without its object group', { kind: 'defence', theory: '' }, 'defence'],
  ['a class that ends before it begins', { toOn: '04/01/2026' }, 'toOn'],
  ['a class without a planned number', { planned: '' }, 'planned'],
  ['a planned number that is none', { planned: 'sáu mươi' }, 'planned'],
] as const)
  test(`${situation} is said at its field`, () =>
    assert.deepEqual(
      OpenClassInput.safeParse({ ...form(over), unitId: randomUUID() }).error?.issues.map((issue) => issue.path.join('.')),
      [path],
    ));

test('a class of one day ends on the day it begins', () =>
  assert.ok(OpenClassInput.safeParse({ ...form({ toOn: '05/01/2026' }), unitId: randomUUID() }).success));

test('a person sent twice has one place; results go into the file and raise the level, never lower it', async () => {
  const classId = await opened();
  assert.equal(said(await write(board, enrol, { classId, memberIds: memberIds() })), '');
  assert.match(said(await write(board, enrol, { classId, memberIds: memberIds() })), /đều có tên trong lớp/);
  const turns = await turnsOf(classId);
  assert.deepEqual(
    turns.map(({ name }) => name),
    ['Lò Văn An', 'Vì Thị Bình', 'Cà Văn Cường'],
  );
  assert.ok(
    (
      await results(
        classId,
        turns.map(({ id }) => [id, 'passed']),
      )
    ).ok,
  );
  assert.deepEqual(
    (await Promise.all(people.map(({ cadreId }) => theoryOf(cadreId)))).map(({ theory }) => theory),
    ['middle', 'advanced', 'middle'],
  );
  assert.equal(await filed(classId), 3);
  assert.match(
    said(
      await results(
        classId,
        turns.map(({ id }) => [id, 'passed']),
      ),
    ),
    /Chưa có kết quả nào thay đổi/,
  );
  assert.ok((await results(classId, [[turns[0]?.id ?? '', 'failed']])).ok);
  assert.equal(await filed(classId), 2);
  assert.match(said(await write(board, removeTurn, { turnId: turns[1]?.id ?? '' })), /đã có kết quả/);
});

test('a class that somebody finished keeps what it gives; its name, school and days are mended in the files too', async () => {
  const classId = await opened();
  await write(board, enrol, { classId, memberIds: memberIds() });
  const [turn] = await turnsOf(classId);
  assert.ok((await results(classId, [[turn?.id ?? '', 'passed']])).ok);
  const edit = async (over: object) => {
    const version = (await getClass(board, classId))?.head.version ?? 0;
    return said(await write(board, editClass, EditClassInput.parse({ ...form(over), classId, version })));
  };
  assert.match(await edit({ theory: 'advanced' }), /đã có người hoàn thành/);
  assert.match(await edit({ kind: 'skills', theory: '' }), /đã có người hoàn thành/);
  assert.equal(await edit({ name: 'Trung cấp lý luận chính trị khóa 13', toOn: '31/10/2026' }), '');
  const { rows } = await db.owner.query('select name, school, to_month from cadre_trainings where class_id = $1', [classId]);
  assert.deepEqual(rows, [{ name: 'Trung cấp lý luận chính trị khóa 13', school: 'Trường Chính trị tỉnh', to_month: '2026-10' }]);
  assert.ok((await results(classId, [[turn?.id ?? '', 'failed']])).ok);
  assert.equal(await edit({ kind: 'skills', theory: '' }), '');
});

test('a defence course leaves the higher object group standing', async () => {
  await db.owner.query('update cadres set defence = 2 where id = $1', [people[1]?.cadreId]);
  const classId = await opened({
    kind: 'defence',
    theory: '',
    defence: '3',
    name: 'Bồi dưỡng kiến thức quốc phòng, an ninh đối tượng 3',
  });
  await write(board, enrol, { classId, memberIds: memberIds().slice(0, 2) });
  assert.ok(
    (
      await results(
        classId,
        (await turnsOf(classId)).map(({ id }) => [id, 'distinction']),
      )
    ).ok,
  );
  assert.deepEqual(
    (await Promise.all(people.map(({ cadreId }) => theoryOf(cadreId)))).map(({ defence }) => defence),
    [3, 2, null],
  );
});

test('persons and turns: two in one class and one of them in another are two persons and three turns, and a committee counts its own', async () => {
  const at = { fromOn: '05/02/2024', toOn: '10/02/2024' };
  const [first, second] = [
    await opened({ ...at, kind: 'update', name: 'Cập nhật kiến thức đợt 1' }),
    await opened({ ...at, kind: 'skills', name: 'Kỹ năng lãnh đạo' }),
  ];
  await write(board, enrol, { classId: first, memberIds: memberIds().slice(1) });
  await write(board, enrol, { classId: second, memberIds: memberIds().slice(1, 2) });
  const counted = (rows: Awaited<ReturnType<typeof countTurnsOf>>) =>
    rows.map(({ kind, persons, turns }) => [kind, persons, turns]);
  assert.deepEqual(counted(await countTurnsOf(board, units.province, 2024)), [
    ['skills', 1, 1],
    ['update', 2, 2],
    ['', 2, 3],
  ]);
  assert.deepEqual(counted(await countTurnsOf(dongSon, units.dongSon, 2024)).at(-1), ['', 1, 2]);
  assert.deepEqual(
    (await turnsOf(first, dongSon)).map(({ name }) => name),
    ['Vì Thị Bình'],
  );
  assert.deepEqual(
    (await listClasses(dongSon, units.dongSon, 2024)).rows.map(({ turns }) => turns),
    [1, 1],
  );
  assert.deepEqual(
    (await listClasses(tayHa, units.tayHa, 2024)).rows.map(({ name, turns }) => [name, turns]),
    [['Cập nhật kiến thức đợt 1', 1]],
  );
  assert.equal(await getClass(tayHa, second), null);
});

test('a commune’s class: its own people only, the file of a cadre of a higher tier stays with whoever manages it', async () => {
  const classId = await opened({ unitId: units.dongSon, name: 'Bồi dưỡng lý luận tại xã' }, dongSon);
  assert.equal(said(await write(dongSon, enrol, { classId, memberIds: memberIds() })), '');
  const turns = await turnsOf(classId, dongSon);
  assert.deepEqual(
    turns.map(({ name }) => name),
    ['Lò Văn An', 'Vì Thị Bình'],
  );
  assert.ok(
    (
      await results(
        classId,
        turns.map(({ id }) => [id, 'passed']),
        dongSon,
      )
    ).ok,
  );
  assert.equal(await filed(classId), 1);
});

test('stale, out of reach and without the right are refused, and each change leaves its trace', async () => {
  const classId = await opened({ name: 'Lớp để thử quyền' });
  const edit = (viewer: Viewer, version: number) =>
    write(viewer, editClass, { ...OpenClassInput.parse(form({ name: 'Lớp đã đổi tên' })), classId, version });
  assert.match(said(await edit(dongSon, 1)), /Không tìm thấy/);
  assert.match(said(await write(dongSon, enrol, { classId, memberIds: memberIds() })), /Không tìm thấy/);
  assert.match(said(await edit(await viewerWith(db, 'provincial_leader', units.province), 1)), /không có quyền/);
  assert.equal(said(await edit(board, 1)), '');
  assert.match(said(await edit(board, 1)), /đã được .* sửa/);
  assert.ok((await write(board, enrol, { classId, memberIds: memberIds().slice(0, 1) })).ok);
  assert.match(said(await results(classId, [[randomUUID(), 'passed']])), /Không tìm thấy/);
  assert.ok((await write(board, removeTurn, { turnId: (await turnsOf(classId))[0]?.id ?? '' })).ok);
  const { rows } = await db.owner.query('select action from audit_log where subject_id = $1 order by seq', [classId]);
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['training.open', 'training.edit', 'training.enrol', 'training.remove'],
  );
});

test('a look at who is planned stands in the read log; a search by name is none', async () => {
  const course = { id: randomUUID(), unitId: units.dongSon, theory: null, defence: null };
  await openPlannedLearners(dongSon, units.dongSon);
  await openCandidates(dongSon, course, '');
  await openCandidates(dongSon, course, 'an');
  const { rows } = await db.owner.query("select subject_type from read_log where action = 'training.needs' order by at");
  assert.deepEqual(
    rows.map(({ subject_type }) => subject_type),
    ['unit', 'training_class'],
  );
});

test('the planned are offered first, and what their titles ask is read from the catalogue', async () => {
  const postId = await addPost(db, {
    unitId: units.dongSon,
    managingUnitId: units.dongSon,
    title: 'Bí thư Đảng ủy xã',
    standards: { theory: 'advanced' },
  });
  const [campaign, list] = [randomUUID(), randomUUID()];
  await db.owner.query(
    "insert into succession_campaigns (id, unit_id, name, kind, term_kind, term_from, term_to, counted_on) values ($1, $2, 'Đợt 1', 'new', 'party', '2025-07-01', '2030-07-01', '2025-07-01')",
    [campaign, units.province],
  );
  await db.owner.query(
    "insert into succession_lists (id, campaign_id, unit_id, managing_unit_id, due_on) values ($1, $2, $3, $3, '2026-01-01')",
    [list, campaign, units.dongSon],
  );
  await db.owner.query(
    "insert into succession_entries (id, list_id, post_id, unit_id, managing_unit_id, cadre_id, term_kind, term_from, term_to, source, standing, approved_on) values ($1, $2, $3, $4, $4, $5, 'party', '2025-07-01', '2030-07-01', 'local', 'first', '2026-02-01')",
    [randomUUID(), list, postId, units.dongSon, people[1]?.cadreId],
  );
  const [learner, ...others] = (await listPlannedLearners(dongSon, units.dongSon)).learners;
  assert.deepEqual(
    [learner?.name, learner?.planned.map(({ title, standards }) => [title, standards.theory]), others],
    ['Vì Thị Bình', [['Bí thư Đảng ủy xã', 'advanced']], []],
  );
  assert.deepEqual((await listPlannedLearners(tayHa, units.dongSon)).learners, []);
  const classId = await opened({ unitId: units.dongSon, name: 'Lớp của xã' }, dongSon);
  await db.owner.query("update cadres set theory = 'advanced', defence = 3 where id = $1", [people[1]?.cadreId]);
  for (const [gives, offered] of [
    [{}, true],
    [{ theory: 'middle' }, false],
    [{ theory: 'advanced' }, false],
    [{ theory: 'bachelor' }, true],
    [{ defence: 4 }, false],
    [{ defence: 3 }, false],
    [{ defence: 2 }, true],
  ] as const) {
    const course = { id: classId, unitId: units.dongSon, theory: null, defence: null, ...gives };
    const found = (await listCandidates(dongSon, course, '')).map(({ name, planned }) => [name, planned]);
    assert.deepEqual(found, offered ? [['Vì Thị Bình', true]] : [], JSON.stringify(gives));
  }
  await db.owner.query('update cadres set defence = null where id = $1', [people[1]?.cadreId]);
  const course = { id: classId, unitId: units.dongSon, theory: null, defence: 4 };
  assert.equal((await listCandidates(dongSon, course, '')).length, 1);
  await db.owner.query("insert into member_name_parts (member_id, part, cell_id, committee_id) values ($1, 'binh', $2, $3)", [
    ...[people[1]?.memberId, units.cellA, units.dongSon],
  ]);
  assert.equal((await listCandidates(dongSon, { ...course, theory: 'middle', defence: null }, 'binh')).length, 1);
  await db.owner.query("update succession_entries set term_from = '2020-07-01', term_to = '2026-11-21' where cadre_id = $1", [
    people[1]?.cadreId,
  ]);
  assert.deepEqual((await listPlannedLearners(dongSon, units.dongSon)).learners, []);
  assert.deepEqual(await listCandidates(dongSon, { id: classId, unitId: units.dongSon, theory: null, defence: null }, ''), []);
});

test('the list of a class on paper is in the log of what was read, and out of reach nothing is', async () => {
  const classId = await opened({ name: 'Lớp in danh sách' });
  assert.ok((await write(board, enrol, { classId, memberIds: memberIds() })).ok);
  assert.equal((await openClassList(board, classId))?.turns.length, memberIds().length);
  assert.equal((await openClassList(tayHa, classId))?.turns.length, 1);
  const own = await opened({ unitId: units.dongSon, name: 'Lớp riêng của xã' }, dongSon);
  assert.equal(await openClassList(tayHa, own), null);
  const { rows } = await db.owner.query(
    "select account_id, subject_id from read_log where action = 'training.print' order by at",
  );
  assert.deepEqual(
    rows.map(({ account_id, subject_id }) => [account_id, subject_id]),
    [board, tayHa].map(({ accountId }) => [accountId, classId]),
  );
});

test('classes of a year stand on pages of fifty, each of them once, and one kind can be asked for alone', async () => {
  await db.owner.query(
    `insert into training_classes (id, unit_id, kind, name, from_on, to_on, planned)
     select gen_random_uuid(), $1, case when n <= 51 then 'update' else 'skills' end, 'Lớp ' || n, '2021-03-01'::date + n / 2, '2021-12-01', 30 from generate_series(1, 101) n`,
    [units.province],
  );
  const first = await listClasses(board, units.province, 2021);
  const second = await listClasses(board, units.province, 2021, { after: first.next });
  const third = await listClasses(board, units.province, 2021, { after: second.next });
  const pages = [first, second, third];
  assert.deepEqual(
    pages.map(({ rows, total }) => [rows.length, total]),
    [
      [50, 101],
      [50, 101],
      [1, 101],
    ],
  );
  assert.equal(third.next, undefined);
  assert.equal(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size, 101);
  const updates = await listClasses(board, units.province, 2021, { kind: 'update' });
  assert.deepEqual([updates.rows.length, updates.total, updates.rows[0]?.kind], [50, 51, 'update']);
});

test('learners of a class stand on pages, each of them once, and are counted whole; a part that is not there is not printed', async () => {
  const classId = await opened({ name: 'Lớp đông', fromOn: '05/01/2021', toOn: '30/09/2021' });
  assert.ok((await write(board, enrol, { classId, memberIds: memberIds() })).ok);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await getClass(board, classId, { after, size: 2 });
    assert.deepEqual(page?.counts, { turns: 3, passed: 0 });
    seen.push(...(page?.turns ?? []).map(({ name }) => name));
    after = page?.next;
  } while (after);
  assert.deepEqual(seen, ['Lò Văn An', 'Vì Thị Bình', 'Cà Văn Cường']);
  assert.deepEqual((await openClassList(board, classId))?.place, { part: 1, parts: 1, skipped: 0 });
  assert.equal(await openClassList(board, classId, '2'), null);
  const paper = await openClassList(board, classId, '2', 2);
  assert.deepEqual([paper?.turns.map(({ name }) => name), paper?.place], [['Cà Văn Cường'], { part: 2, parts: 2, skipped: 2 }]);
});

test('more planned people than are reckoned at a time: the parts follow each other and miss nobody', async () => {
  await db.owner.query("update succession_entries set term_from = '2025-07-01', term_to = '2030-07-01'");
  const { rows } = await db.owner.query('select list_id, post_id from succession_entries limit 1');
  await db.owner.query(
    "insert into succession_entries (id, list_id, post_id, unit_id, managing_unit_id, cadre_id, term_kind, term_from, term_to, source, standing, approved_on) values ($1, $2, $3, $4, $5, $6, 'party', '2025-07-01', '2030-07-01', 'local', 'first', '2026-02-01'), ($7, $2, $3, $4, $5, $8, 'party', '2025-07-01', '2030-07-01', 'local', 'first', '2026-02-01')",
    [
      ...[randomUUID(), rows[0].list_id, rows[0].post_id, units.dongSon, units.dongSon, people[0]?.cadreId],
      ...[randomUUID(), people[2]?.cadreId],
    ],
  );
  const all = await listPlannedLearners(board, units.dongSon);
  const first = await listPlannedLearners(board, units.dongSon, undefined, 2);
  const second = await listPlannedLearners(board, units.dongSon, first.next, 2);
  const names = ({ learners }: typeof all) => learners.map(({ name }) => name);
  assert.deepEqual([names(first), names(second)], [['Lò Văn An', 'Vì Thị Bình'], ['Cà Văn Cường']]);
  assert.deepEqual([all.next, second.next], [undefined, undefined]);
});
