import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { RULE_SEED } from '@/domain/rule-sets';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { listHolidays, rulesOn } from './rule-sets';

let db: TestDatabase;
let ids: Awaited<ReturnType<typeof smallProvince>>;
let viewer: Viewer;

before(async () => {
  db = await testDatabase();
  ids = await smallProvince(db);
  viewer = await viewerWith(db, 'cell_secretary', ids.cellA);
});
after(() => db.drop());

const own = (value: number, from: string, unitId: string | null) =>
  db.owner.query(
    "insert into rule_sets (id, key, unit_id, value, valid_from, citation) values (gen_random_uuid(), 'meeting.submit.days', $1, $2, $3, 'Quy định 9-QĐ/TU')",
    [unitId, JSON.stringify(value), from],
  );

test('a migrated database answers every rule with its citation', async () => {
  const rules = await rulesOn(viewer, '2026-11-22');
  assert.equal(Object.keys(rules).length, RULE_SEED.length);
  assert.deepEqual(rules['vote.admit'].value, { numerator: 2, denominator: 3, over: false, base: 'official' });
  assert.equal(rules['meeting.submit.days'].unsure, true);
});

test('before the first known value the first one answers, marked unsure', async () => {
  const { 'class.bands': bands } = await rulesOn(viewer, '2024-01-01');
  assert.equal(bands.value.outstanding, 90);
  assert.equal(bands.unsure, true);
});

test('a value holds from its own day on, and a unit value goes before the one of the province', async () => {
  await own(7, '2026-03-01', null);
  await own(3, '2026-06-01', ids.dongSon);
  const value = async (date: string, unit?: string) => (await rulesOn(viewer, date, unit))['meeting.submit.days'].value;
  assert.deepEqual([await value('2026-02-28'), await value('2026-03-01'), await value('2026-07-01')], [5, 7, 7]);
  assert.deepEqual(
    [await value('2026-05-31', ids.cellA), await value('2026-06-01', ids.cellA), await value('2026-06-01', ids.cellC)],
    [7, 3, 7],
  );
});

test('holidays are there for working days', async () => {
  const days = await listHolidays(viewer);
  assert.ok(days.some(({ day, workday }) => day === '2026-02-17' && !workday));
});
