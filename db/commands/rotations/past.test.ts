import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { matrixOf } from '@/domain/rotations/matrix';
import { RecordPastInput, TakeBackRecordInput } from '@/domain/rotations/past';
import { checkRotations } from '../../books/rotations';
import type { Difference } from '../../check-books';
import { countByLevels, countRotations, listForPaper, listRotations } from '../../queries/rotations/ledger';
import { getRotation, listProposals } from '../../queries/rotations/rotation';
import { type TestDatabase, testDatabase } from '../../testing';
import { faults, resultOf, rotationProvince, words } from '../../testing-rotations';
import { write } from '../../write';
import { recordPast, takeBackRecord } from './past';
import { takeBackDecision } from './taking-back';

let db: TestDatabase;
let province: Awaited<ReturnType<typeof rotationProvince>>;
let whole: { id: string; depth: number };

before(async () => {
  db = await testDatabase();
  province = await rotationProvince(db);
  whole = { id: province.units.province, depth: 0 };
});
after(() => db.drop());

const TYPED = {
  ...{ basis: 'a', placement: 'higher', placementTitle: 'Phó Bí thư Huyện ủy Tân Bình', resultNote: 'Hoàn thành tốt' },
  ...{ fromTitle: 'Trưởng phòng Nội vụ', fromUnitName: 'Đảng bộ huyện Tân Bình', fromLevel: 'district' },
  ...{ toTitle: 'Bí thư Đảng ủy xã Tân Lập', toUnitName: 'Đảng bộ xã Tân Lập', toLevel: 'commune' },
  ...{ startedOn: '03/2014', endedOn: '12/05/2017', decisionNumber: '12-QĐ/HU', decisionDate: '20/02/2014' },
};
const record = (cadreId: string, over: object = {}, viewer: Viewer = province.officer) =>
  write(viewer, recordPast, RecordPastInput.parse({ ...TYPED, cadreId, ...over }));
const recorded = async (cadreId: string, over: object = {}) => resultOf(await record(cadreId, over)).rotationId;
const takeBack = async (rotationId: string, over: object = {}, viewer: Viewer = province.officer) =>
  write(
    viewer,
    takeBackRecord,
    TakeBackRecordInput.parse({
      ...{ rotationId, version: await province.version(rotationId), reason: 'Ghi nhầm người' },
      ...over,
    }),
  );
const matrix = async () => matrixOf(await countByLevels(province.officer, whole));
async function booksAgree(): Promise<void> {
  const differences: Difference[] = [];
  await checkRotations(db.owner, (difference) => differences.push(difference));
  assert.deepEqual(differences, []);
}

test('a past rotation is counted in the ledger and its matrix, persons and turns, and stands on the paper as its papers say', async () => {
  const cadreId = await province.person('Hoàng Thị Mai');
  const rotationId = await recorded(cadreId);
  await recorded(cadreId, { startedOn: '06/2018', endedOn: '07/2021', decisionNumber: '30-QĐ/HU' });
  const { rows, years, total } = await matrix();
  const row = rows.find(({ from, to }) => from === 'district' && to === 'commune');
  assert.deepEqual(
    [row?.total, total],
    [
      { turns: 2, persons: 1 },
      { turns: 2, persons: 1 },
    ],
  );
  assert.deepEqual(row?.years[years.indexOf(2014)], { turns: 1, persons: 1 });
  const down = await countRotations(province.officer, whole, { direction: 'down', year: 2014, state: 'ended' });
  assert.deepEqual(down, { turns: 1, persons: 1 });
  const [line] = (await listRotations(province.officer, whole, { year: 2014 })).rows;
  assert.deepEqual(
    [line?.id, line?.startedOn, line?.startedSaid, line?.endedOn, line?.endedSaid],
    [rotationId, '2014-03-01', '2014-03', '2017-05-12', null],
  );
  const [paper] = await listForPaper(province.officer, whole, { year: 2014 });
  assert.deepEqual(
    [paper?.fromTitle, paper?.toTitle, paper?.decisionNumber, paper?.startedSaid, paper?.placementTitle],
    [TYPED.fromTitle, TYPED.toTitle, '12-QĐ/HU', '2014-03', TYPED.placementTitle],
  );
  await booksAgree();
});

test('it changes nobody’s titles, and the log names nobody', async () => {
  const cadreId = await province.person('Vì Thị Lan');
  const rotationId = await recorded(cadreId);
  const { rows } = await db.owner.query('select 1 from appointments where cadre_id = $1', [cadreId]);
  assert.deepEqual(rows, []);
  assert.deepEqual(await province.audits('rotation.recorded', rotationId), [
    { unit_id: province.units.province, detail: { cadreId, effectiveOn: '2014-03-01', placement: 'higher' } },
  ]);
});

test('what cannot be right is told at its field, and nothing is written', async () => {
  const cadreId = await province.person('Lò Thị Hoa');
  assert.deepEqual(faults(await record(cadreId, { endedOn: '02/2014' })), ['endedOn']);
  assert.deepEqual(faults(await record(cadreId, { startedOn: '08/2025', endedOn: '06/2026' })), ['startedOn']);
  assert.deepEqual(faults(await record(cadreId, { decisionNumber: '' })), ['decisionNumber']);
  const { rows } = await db.owner.query('select 1 from rotations where cadre_id = $1', [cadreId]);
  assert.deepEqual(rows, []);
});

test('a rotation that runs, or another record, in the same time is told', async () => {
  const who = await province.mover();
  await province.begun(who, '01/11/2023');
  assert.match(
    words(await record(who.cadreId, { startedOn: '02/2020', endedOn: '12/2023', fromLevel: 'agency' })),
    /Đông Sơn.*01\/11\/2023 đến nay/,
  );
  await recorded(who.cadreId, { startedOn: '02/2020', endedOn: '11/2023', fromLevel: 'agency' });
});

test('two who enter the same papers at once: one is written, the other told', async () => {
  const cadreId = await province.person('Tòng Văn Bun');
  const both = await Promise.all([record(cadreId), record(cadreId)]);
  assert.deepEqual(both.map(({ ok }) => ok).sort(), [false, true]);
  assert.deepEqual(both.flatMap(faults), ['startedOn']);
});

test('who may not write, or does not reach the person, records and takes back nothing', async () => {
  const cadreId = await province.person('Quàng Văn Tân');
  assert.match(words(await record(cadreId, {}, province.head)), /không có quyền/);
  assert.match(words(await record(cadreId, {}, province.commune)), /không có quyền/);
  const elsewhere = await province.elsewhere();
  assert.match(words(await record(cadreId, {}, elsewhere)), /Không tìm thấy/);
  const rotationId = await recorded(cadreId);
  assert.match(words(await takeBack(rotationId, {}, elsewhere)), /Không tìm thấy/);
  assert.match(words(await takeBack(rotationId, {}, province.head)), /không có quyền/);
});

test('a wrong record is taken back with its reason: out of every count, struck through in its history, and once only', async () => {
  const before = (await matrix()).total;
  const cadreId = await province.person('Cà Văn Pánh');
  const rotationId = await recorded(cadreId);
  assert.match(words(await takeBack(rotationId, { version: '9' })), /đã được .+ sửa/);
  assert.deepEqual(TakeBackRecordInput.safeParse({ rotationId, version: '1', reason: '' }).error?.issues[0]?.path, ['reason']);
  resultOf(await takeBack(rotationId));
  assert.deepEqual((await matrix()).total, before);
  assert.ok(!(await listProposals(province.officer)).some(({ id }) => id === rotationId));
  const row = await getRotation(province.officer, rotationId);
  assert.deepEqual(
    row?.events.map(({ kind, reversed }) => [kind, reversed]),
    [
      ['recorded', true],
      ['ended', true],
      ['reversal', false],
      ['reversal', false],
    ],
  );
  assert.equal(row?.events.at(-1)?.note, 'Ghi nhầm người');
  assert.match(words(await takeBack(rotationId)), /đã được hủy/);
  assert.equal((await province.audits('rotation.reversed', rotationId)).length, 1);
  await recorded(cadreId);
  await booksAgree();
});

test('a record is no decision, and a decision no record', async () => {
  const past = await recorded(await province.person('Lường Văn Thành'));
  const version = Number(await province.version(past));
  const asDecision = await write(province.head, takeBackDecision, { rotationId: past, version, entry: 'ended', reason: 'Nhầm' });
  assert.match(words(asDecision), /ghi từ hồ sơ/);
  assert.match(words(await takeBack(await province.begun(await province.mover()))), /không phải ghi từ hồ sơ/);
});
