import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { AddLineInput, EditCadreInput, OpenCadreInput, RemoveLineInput } from '@/domain/cadres/inputs';
import { nameSortKey } from '@/domain/names';
import { getCadreFile } from '../queries/cadres/file';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { addCadre } from '../testing-cadres';
import { type Written, write } from '../write';
import { addCadreLine, editCadre, openCadre, removeCadreLine } from './cadres';

let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let board: Viewer;
let commune: Viewer;
let elsewhere: Viewer;
let high: string;

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  board = await viewerWith(db, 'board_officer', units.province);
  commune = await viewerWith(db, 'committee_officer', units.dongSon);
  elsewhere = await viewerWith(db, 'committee_officer', units.tayHa);
  const place = { cellId: units.cellA, committeeId: units.dongSon };
  high = (await addCadre(db, { ...place, managingUnitId: units.province, tier: 'province', fullName: 'Lò Văn Cao' })).cadreId;
});
after(() => db.drop());

async function member(status = 'official'): Promise<string> {
  const id = randomUUID();
  await db.owner.query(
    `insert into members (id, cell_id, committee_id, status, full_name, sort_key, female, born, joined, home_place, political_theory, professional_level)
     values ($1, $2, $3, $4, 'Cầm Thị Mới', $5, true, '1988-03', '2010', 'xã Đông Sơn', 'Trung cấp', 'Thạc sĩ')`,
    [id, units.cellA, units.dongSon, status, nameSortKey('Cầm Thị Mới')],
  );
  return id;
}
const open = (viewer: Viewer, memberId: string) => write(viewer, openCadre, OpenCadreInput.parse({ memberId }));
async function opened(viewer: Viewer): Promise<string> {
  const written = await open(viewer, await member());
  assert.ok(written.ok, JSON.stringify(written));
  return written.result.cadreId;
}
const edit = (viewer: Viewer, cadreId: string, version: number, over: Record<string, string> = {}) =>
  write(
    viewer,
    editCadre,
    EditCadreInput.parse({
      ...{ cadreId, version, theory: 'middle', professional: 'master', administration: 'none', retirementRule: 'normal' },
      ...over,
    }),
  );
const line = (viewer: Viewer, cadreId: string, over: Record<string, string | undefined>) =>
  write(viewer, addCadreLine, AddLineInput.parse({ cadreId, ...over }));
const paths = (written: Written<unknown>) => (written.ok ? [] : written.problems.map(({ path }) => path));
const audits = async (subject: string) =>
  (await db.owner.query('select action, detail from audit_log where subject_id = $1 order by at, seq', [subject])).rows;

test('a member gets a file that their committee keeps, with what their record says', async () => {
  const memberId = await member();
  await db.owner.query('insert into member_sensitive (member_id, cell_id, committee_id, ethnicity) values ($1, $2, $3, $4)', [
    memberId,
    units.cellA,
    units.dongSon,
    'Thái',
  ]);
  const written = await open(commune, memberId);
  assert.ok(written.ok);
  const { cadreId } = written.result;
  const file = await getCadreFile(commune, cadreId);
  assert.deepEqual(
    [
      file?.fullName,
      file?.born,
      file?.female,
      file?.homePlace,
      file?.theory,
      file?.professional,
      file?.managingUnitId,
      file?.tier,
    ],
    ['Cầm Thị Mới', '1988-03', true, 'xã Đông Sơn', 'middle', 'master', units.dongSon, 'committee'],
  );
  assert.equal((await db.owner.query('select minority from cadres where id = $1', [cadreId])).rows[0].minority, true);
  assert.deepEqual(await audits(cadreId), [{ action: 'cadre.opened', detail: {} }]);
  assert.deepEqual(paths(await open(board, memberId)), ['memberId']);
});

test('a file is not opened out of reach, for who left, or by who only reads', async () => {
  assert.deepEqual(paths(await open(elsewhere, await member())), ['']);
  assert.deepEqual(paths(await open(commune, await member('left'))), ['memberId']);
  assert.deepEqual(paths(await open(commune, randomUUID())), ['']);
  const leader = await viewerWith(db, 'committee_leader', units.dongSon);
  assert.equal((await open(leader, await member())).ok, false);
});

test('a file is edited in its version; the trace names the fields and not what stood in them', async () => {
  const id = await opened(commune);
  assert.ok((await edit(commune, id, 1, { fileNumber: 'ĐS-012', recruitedOn: '09/2011' })).ok);
  const file = await getCadreFile(commune, id);
  assert.deepEqual([file?.fileNumber, file?.recruitedOn, file?.version], ['ĐS-012', '2011-09', 2]);
  assert.deepEqual((await audits(id)).at(-1), { action: 'cadre.edited', detail: { fields: ['fileNumber', 'recruitedOn'] } });
  const late = await edit(commune, id, 1);
  assert.ok(!late.ok && late.problems[0]?.stale);
  assert.deepEqual(paths(await edit(commune, id, 2, { recruitedOn: '1980' })), ['recruitedOn']);
  assert.deepEqual(paths(await edit(elsewhere, id, 2)), ['']);
  assert.deepEqual(paths(await edit(commune, high, 1)), ['']);
});

test('lines are added to each part of a file and taken out again, each with its trace', async () => {
  const id = await opened(commune);
  for (const fields of [
    { line: 'history', fromMonth: '09/2011', toMonth: '06/2020', words: 'Công chức Văn phòng – Thống kê', level: 'commune' },
    { line: 'training', kind: 'theory', name: 'Trung cấp lý luận chính trị', school: 'Trường Chính trị tỉnh', validTo: '' },
    { line: 'award', year: '2024', form: 'Giấy khen' },
    { line: 'discipline', form: 'reprimand', decidedOn: '02/03/2024', endsOn: '02/03/2025' },
  ])
    assert.ok((await line(commune, id, fields)).ok, fields.line);
  const file = await getCadreFile(commune, id);
  assert.deepEqual(
    [file?.history[0]?.words, file?.trainings[0]?.name, file?.awards[0]?.year, file?.disciplines[0]?.form],
    ['Công chức Văn phòng – Thống kê', 'Trung cấp lý luận chính trị', 2024, 'reprimand'],
  );
  const remove = (viewer: Viewer, part: string, lineId?: string) =>
    write(viewer, removeCadreLine, RemoveLineInput.parse({ cadreId: id, line: part, lineId, reason: 'Ghi nhầm người' }));
  const awardId = file?.awards[0]?.id;
  assert.equal((await remove(elsewhere, 'award', awardId)).ok, false);
  assert.equal((await remove(commune, 'history', awardId)).ok, false);
  assert.ok((await remove(commune, 'award', awardId)).ok);
  assert.equal((await remove(commune, 'award', awardId)).ok, false);
  const after = await getCadreFile(commune, id);
  assert.deepEqual(after?.awards, []);
  assert.deepEqual(
    after?.removed.map(({ line: part, words, reason, who }) => [part, words, reason, who]),
    [['award', 'năm 2024 · Giấy khen', 'Ghi nhầm người', commune.name]],
  );
  assert.ok((await remove(commune, 'discipline', file?.disciplines[0]?.id)).ok);
  assert.equal((await getCadreFile(commune, id))?.removed[0]?.words, 'Khiển trách · ngày 02/03/2024 · hết thời hạn 02/03/2025');
  assert.doesNotMatch(JSON.stringify(await audits(id)), /Khiển trách|Giấy khen|Ghi nhầm/);
  await assert.rejects(db.owner.query("update cadre_removed_lines set words = ''"), /append-only/);
  const traces = (await audits(id)).map(({ action, detail }) => [action, detail.kind]);
  assert.deepEqual(traces.slice(1), [
    ['cadre.lineAdded', 'history'],
    ['cadre.lineAdded', 'training'],
    ['cadre.lineAdded', 'award'],
    ['cadre.lineAdded', 'discipline'],
    ['cadre.lineRemoved', 'award'],
    ['cadre.lineRemoved', 'discipline'],
  ]);
});

test('nothing is added to the file of a cadre of a higher tier, nor what can never be right', async () => {
  assert.deepEqual(paths(await line(commune, high, { line: 'award', year: '2024', form: 'Giấy khen' })), ['']);
  const id = await opened(commune);
  assert.deepEqual(paths(await line(commune, id, { line: 'award', year: '2027', form: 'Giấy khen' })), ['year']);
  assert.deepEqual((await getCadreFile(commune, id))?.awards, []);
});
