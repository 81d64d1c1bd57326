import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { defaultRules } from '@/domain/rule-sets';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { addCadre } from '../../testing-cadres';
import { shownStrips, stripsOf } from './strips';

let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
});
after(() => db.drop());

async function rated(cadreId: string, managing: string, year: number, quarter: number, level: string | null) {
  const groupId = randomUUID();
  await db.owner.query(
    "insert into rating_groups (id, unit_id, subject, year, quarter, name) values ($1, $2, 'person', $3, $4, $5)",
    [groupId, managing, year, quarter, groupId],
  );
  await db.owner.query(
    'insert into ratings (id, group_id, cadre_id, managing_unit_id, year, quarter, proposed_level, level) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [randomUUID(), groupId, cadreId, managing, year, quarter, 'failed', level],
  );
}

test('a strip holds decided years only, and a cadre of a higher tier shows none to a lower office', async () => {
  const place = { cellId: units.cellA, committeeId: units.dongSon };
  const high = await addCadre(db, { fullName: 'Lò Văn Cao', ...place, managingUnitId: units.province, tier: 'province' });
  const low = await addCadre(db, { fullName: 'Vì Thị Xã', ...place, managingUnitId: units.dongSon, tier: 'committee' });
  await rated(high.cadreId, units.province, 2025, 0, 'outstanding');
  await rated(low.cadreId, units.dongSon, 2025, 0, 'good');
  await rated(low.cadreId, units.dongSon, 2024, 0, 'done');
  await rated(low.cadreId, units.dongSon, 2025, 3, 'outstanding');
  await rated(low.cadreId, units.dongSon, 2026, 0, null);
  const ids = [high.cadreId, low.cadreId];
  const board = await viewerWith(db, 'board_officer', units.province);
  const lower = [
    { year: 2024, level: 'done' },
    { year: 2025, level: 'good' },
  ];
  assert.deepEqual(
    [...(await stripsOf(board, ids))]
      .map(([, strip]) => strip.map(({ year, level }) => ({ year, level })))
      .sort((a, b) => a.length - b.length),
    [[{ year: 2025, level: 'outstanding' }], lower],
  );
  assert.deepEqual(
    (await shownStrips(board, [low.cadreId], defaultRules())).get(low.cadreId),
    [2023, 2024, 2025].map((year, at) => ({ year, level: [null, 'done', 'good'][at] })),
  );
  const commune = await viewerWith(db, 'committee_officer', units.dongSon);
  assert.deepEqual([...(await stripsOf(commune, ids)).keys()], [low.cadreId]);
  const elsewhere = await viewerWith(db, 'committee_officer', units.tayHa);
  assert.deepEqual([...(await stripsOf(elsewhere, ids)).keys()], []);
  assert.deepEqual([...(await stripsOf(board, [])).keys()], []);
});
