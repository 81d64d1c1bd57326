import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { balance, FIGURES, type Figure, figureOf } from '@/domain/briefings/figures';
import { closePool } from '../../client';
import { withoutScope } from '../../scope';
import { type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { addCadre, addHolding, addPost } from '../../testing-cadres';
import { type BusyProvince, busyProvince } from '../../testing-province';
import { chooseUnit, type ShownUnit } from '../units';
import { getBriefing } from './briefing';
import { countFigureRows, listFigureRows, type Window } from './rows';
import { quarterSpan } from './sums';

let db: TestDatabase;
let province: BusyProvince;
const TODAY = '2026-11-22';
const QUARTERS = ['2025-Q1', '2025-Q4', '2026-Q2', '2026-Q4'];

before(async () => {
  db = await testDatabase();
  province = await busyProvince(db, (unit) => viewerWith(db, 'board_officer', unit));
  await decisions();
});

/** In Tây Hà: its secretary, managed by the province, and a head of office, managed by itself, who resigned; in the province its own title. */
async function decisions(): Promise<void> {
  const { tayHa, province: top, cellC } = province;
  const person = (fullName: string, managingUnitId: string) =>
    addCadre(db, {
      cellId: cellC,
      committeeId: tayHa,
      managingUnitId,
      tier: managingUnitId === top ? 'province' : 'committee',
      fullName,
    });
  const post = (unitId: string, managingUnitId: string, title: string) =>
    addPost(db, { unitId, managingUnitId, tier: managingUnitId === top ? 'province' : 'committee', title });
  const [high, low, own] = [await person('Lò Văn Cao', top), await person('Vì Thị Xã', tayHa), await person('Cà Văn Tỉnh', top)];
  await addHolding(db, high.cadreId, await post(tayHa, top, 'Bí thư Đảng ủy xã Tây Hà'), {
    fromOn: '2026-05-10',
    kind: 'designated',
  });
  const left = { fromOn: '2025-11-03', endedOn: '2026-10-01', endKind: 'resigned' };
  await addHolding(db, low.cadreId, await post(tayHa, tayHa, 'Chánh Văn phòng Đảng ủy'), left);
  await addHolding(db, own.cadreId, await post(top, top, 'Trưởng Ban Tổ chức Tỉnh ủy'), { fromOn: '2026-06-01' });
}
after(async () => {
  await closePool();
  await db.drop();
});

const unitOf = async (viewer: Viewer, id: string): Promise<ShownUnit> => {
  const unit = await chooseUnit(viewer, 'briefing.read', id);
  assert.ok(unit);
  return unit;
};
const window = (period: string): Window => ({ span: quarterSpan(period, TODAY), asOf: TODAY, knownAt: null });

async function assertEveryNumberOpens(viewer: Viewer, unit: ShownUnit, period: string): Promise<number> {
  const briefing = await getBriefing(viewer, unit, period);
  assert.ok(briefing);
  let opened = 0;
  for (const { key, opens } of FIGURES) {
    if (!opens) continue;
    const count = await countFigureRows(viewer, unit, key, window(period));
    assert.equal(count, briefing.total.now[key], `${unit.name} ${period} ${key}`);
    opened += count;
  }
  return opened;
}

for (const period of QUARTERS)
  test(`every number of ${period} opens to exactly as many rows, at every level`, async () => {
    const places = [
      province.province,
      province.dongSon,
      province.tayHa,
      province.grass,
      province.deepCell,
      province.loneCell,
      province.cellA,
    ];
    for (const place of places)
      assert.ok((await assertEveryNumberOpens(province.officer, await unitOf(province.officer, place), period)) > 0);
  });

test('a committee sees the same rows by its own eyes, with the names of people who moved on', async () => {
  const viewer = await viewerWith(db, 'committee_officer', province.tayHa);
  const unit = await unitOf(viewer, province.tayHa);
  for (const period of QUARTERS) await assertEveryNumberOpens(viewer, unit, period);
  const out = figureOf('stockStart');
  assert.ok(out);
  const { rows } = await listFigureRows(viewer, unit, out, window('2025-Q4'), undefined, 500);
  assert.ok(rows.length > 0 && rows.every((row) => row.person?.startsWith('Đảng viên ')));
});

test('a cell secretary opens every number of the cell', async () => {
  const viewer = await viewerWith(db, 'cell_secretary', province.cellA);
  for (const period of QUARTERS) await assertEveryNumberOpens(viewer, await unitOf(viewer, province.cellA), period);
});

/** Decisions on titles of the unit itself, which stand in no child's row. */
async function ownTitles(place: string, figure: Figure, period: string): Promise<number> {
  if (figure.group !== 'cadres') return 0;
  const { rows } = await listFigureRows(province.officer, await unitOf(province.officer, place), figure, window(period));
  return rows.filter(({ cellId }) => cellId === place).length;
}

test('children, and for titles the unit’s own, add up to their parent and every row balances', async () => {
  for (const period of QUARTERS)
    for (const place of [province.province, province.tayHa]) {
      const briefing = await getBriefing(province.officer, await unitOf(province.officer, place), period);
      assert.ok(briefing && briefing.rows.length > 1);
      for (const row of [briefing.total, ...briefing.rows]) assert.ok(balance(row.now).holds, `${row.name} ${period}`);
      for (const figure of FIGURES)
        assert.equal(
          briefing.total.now[figure.key],
          briefing.rows.reduce((sum, row) => sum + row.now[figure.key], await ownTitles(place, figure, period)),
        );
    }
});

test('for a unit above both cells a move is counted on both sides and both lists open', async () => {
  const unit = await unitOf(province.officer, province.province);
  const briefing = await getBriefing(province.officer, unit, '2026-Q2');
  assert.ok(briefing && briefing.total.now.movedIn > 0);
  assert.equal(briefing.total.now.movedIn, briefing.total.now.movedOut);
  assert.equal(await countFigureRows(province.officer, unit, 'movedOut', window('2026-Q2')), briefing.total.now.movedOut);
});

test('the end of a quarter is the start of the next', async () => {
  const unit = await unitOf(province.officer, province.tayHa);
  const [before, later] = [
    await getBriefing(province.officer, unit, '2026-Q1'),
    await getBriefing(province.officer, unit, '2026-Q2'),
  ];
  assert.equal(before?.total.now.stockEnd, later?.total.now.stockStart);
  assert.equal(later?.total.previous?.stockEnd, later?.total.now.stockStart);
});

test('pages follow each other without a gap or a double', async () => {
  const unit = await unitOf(province.officer, province.province);
  const figure = figureOf('attendanceDue');
  assert.ok(figure);
  const seen = new Set<string>();
  let cursor: string | undefined;
  let count = 0;
  do {
    const page = await listFigureRows(province.officer, unit, figure, window('2026-Q4'), cursor, 37);
    for (const row of page.rows) seen.add(`${row.meetingId}:${row.memberId}`);
    count = page.count;
    cursor = page.next ?? undefined;
  } while (cursor);
  assert.equal(seen.size, count);
});

test('decisions on titles are counted where the title stands, and those of the province itself in the province alone', async () => {
  const figures = async (place: string, period: string) =>
    (await getBriefing(province.officer, await unitOf(province.officer, place), period))?.total.now;
  const commune = await figures(province.tayHa, '2026-Q2');
  assert.deepEqual([commune?.cadresDesignated, commune?.cadresAppointed], [1, 0]);
  const whole = await figures(province.province, '2026-Q2');
  assert.deepEqual([whole?.cadresDesignated, whole?.cadresAppointed], [1, 1]);
  const later = await getBriefing(province.officer, await unitOf(province.officer, province.tayHa), '2026-Q4');
  assert.deepEqual([later?.total.now.cadresResigned, later?.total.lastYear?.cadresAppointed], [1, 1]);
  assert.equal((await figures(province.dongSon, '2026-Q2'))?.cadresDesignated, 0);
});

test('a commune counts the decisions above it like everyone else and is told no name', async () => {
  const viewer = await viewerWith(db, 'committee_officer', province.tayHa);
  const unit = await unitOf(viewer, province.tayHa);
  const rows = async (key: string, period: string) =>
    (await listFigureRows(viewer, unit, figureOf(key) as Figure, window(period))).rows.map(({ person, cadreId }) => [
      person,
      cadreId !== null,
    ]);
  assert.deepEqual(await rows('cadresDesignated', '2026-Q2'), [['Cán bộ thuộc diện cấp trên quản lý', false]]);
  assert.deepEqual(await rows('cadresResigned', '2026-Q4'), [['Vì Thị Xã', true]]);
});

test('a frozen number on personnel opens what was known then', async () => {
  const unit = await unitOf(province.officer, province.tayHa);
  const known = (knownAt: string) => countFigureRows(province.officer, unit, 'cadresResigned', { ...window('2026-Q4'), knownAt });
  assert.deepEqual([await known('2026-09-30T00:00:00Z'), await known('2026-10-02T00:00:00Z')], [0, 1]);
});

test('nobody opens another branch', async () => {
  const viewer = await viewerWith(db, 'committee_officer', province.dongSon);
  assert.equal(await chooseUnit(viewer, 'briefing.read', province.tayHa), null);
  const foreign = await unitOf(province.officer, province.tayHa);
  for (const { key, opens } of FIGURES)
    if (opens) assert.equal(await countFigureRows(viewer, foreign, key, window('2026-Q4')), 0, key);
});

test('with the scope taken away the second lock still shows a committee nothing of another', async () => {
  const viewer = await viewerWith(db, 'committee_officer', province.dongSon);
  const foreign = await unitOf(province.officer, province.tayHa);
  await withoutScope(async () => {
    for (const { key, opens } of FIGURES)
      if (opens && !('parts' in opens)) {
        const { rows } = await listFigureRows(viewer, foreign, figureOf(key) as Figure, window('2026-Q2'), undefined, 500);
        // A move between the two stands in both books; nothing else does.
        assert.ok(
          rows.every(({ what }) => what === 'moved'),
          key,
        );
      }
    const briefing = await getBriefing(viewer, foreign, '2026-Q2');
    assert.deepEqual([briefing?.total.now.stockEnd, briefing?.total.now.held], [0, 0]);
  });
});

test('a quarter that has not begun has no briefing', async () => {
  assert.equal(await getBriefing(province.officer, await unitOf(province.officer, province.province), '2027-Q1'), null);
});
