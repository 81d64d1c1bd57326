import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { closePool } from '../../client';
import { type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { type BusyProvince, busyProvince } from '../../testing-province';
import { chooseUnit } from '../units';
import { getBriefing } from './briefing';
import { getQuarterGlance } from './glance';

let db: TestDatabase;
let province: BusyProvince;

before(async () => {
  db = await testDatabase();
  province = await busyProvince(db, (unit) => viewerWith(db, 'board_officer', unit));
  for (const [unit, value] of [
    [province.province, 40],
    [province.tayHa, 12],
  ])
    await db.owner.query("insert into targets (unit_id, year, kind, value) values ($1, 2026, 'admission', $2)", [unit, value]);
});
after(async () => {
  await closePool();
  await db.drop();
});

const places = (): [what: string, office: string, unit: string][] => [
  ['the province', 'board_officer', province.province],
  ['a committee', 'committee_officer', province.tayHa],
  ['a party committee below it', 'committee_officer', province.grass],
  ['a cell', 'cell_secretary', province.cellA],
];

for (const today of ['2026-11-22', '2026-01-15', '2025-05-02'])
  test(`the desk shows the numbers of the briefing, on ${today}`, async () => {
    for (const [what, office, id] of places()) {
      const viewer = await viewerWith(db, office, id, today);
      const unit = await chooseUnit(viewer, 'briefing.read');
      assert.ok(unit);
      const { total, rows } =
        (await getBriefing(viewer, unit, `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`)) ?? {};
      assert.ok(total && rows);
      const { now, planned, ...glance } = await getQuarterGlance(viewer, unit, true);
      for (const key of [
        'stockStart',
        'increases',
        'decreases',
        'stockEnd',
        'admitted',
        'held',
        'expected',
        'missing',
        'attendanceDue',
        'attendancePresent',
      ] as const)
        assert.equal(now[key], total.now[key], `${what}: ${key}`);
      assert.deepEqual(
        glance,
        { admittedLastYear: total.lastYear?.admitted ?? null, admittedThisYear: total.admittedThisYear, plan: total.plan },
        what,
      );
      assert.deepEqual(
        planned,
        rows
          .filter(({ plan }) => plan !== null)
          .map(({ unitId, name, plan, admittedThisYear }) => ({ unitId, name, plan, admittedThisYear })),
        what,
      );
    }
  });

test('children with a target are sent only when asked for', async () => {
  const viewer = await viewerWith(db, 'board_officer', province.province);
  const unit = await chooseUnit(viewer, 'briefing.read');
  assert.ok(unit);
  const planned = async (asked: boolean) => (await getQuarterGlance(viewer, unit, asked)).planned.map(({ unitId }) => unitId);
  assert.deepEqual([await planned(true), await planned(false)], [[province.tayHa], []]);
});
