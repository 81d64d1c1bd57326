import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Difference } from '../check-books';
import { seedDemo } from '../seed/demo';
import { type TestDatabase, testDatabase } from '../testing';
import { checkRotations } from './rotations';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  await seedDemo(db.ownerUrl, '2026-11-22');
});
after(() => db.drop());

async function found(): Promise<string[]> {
  const differences: Difference[] = [];
  await checkRotations(db.owner, (difference) => differences.push(difference));
  return differences.map(({ check }) => check);
}

/** Changes something behind the app's back, looks, and puts it back. */
async function tampered(change: string, back: string): Promise<string[]> {
  await db.owner.query(change);
  const checks = await found();
  await db.owner.query(back);
  return checks;
}

const RUNNING = '(select id from rotations where ended_on is null and appointment_id is not null order by id limit 1)';

test('the rotations of the demo province replay from their entries', async () => assert.deepEqual(await found(), []));

test('a rotation that ended, or was withdrawn, without an entry is found', async () => {
  const ended = await tampered(
    `update rotations set ended_on = '2026-11-20', placement = 'stayed' where id = ${RUNNING}`,
    "update rotations set ended_on = null, placement = null where ended_on = '2026-11-20'",
  );
  assert.deepEqual(ended, ['luân chuyển = bút toán: endedOn']);
  const proposed = 'id = (select id from rotations where started_on is null order by id limit 1)';
  const withdrawn = await tampered(
    `update rotations set withdrawn_at = now() where ${proposed}`,
    `update rotations set withdrawn_at = null where ${proposed}`,
  );
  assert.deepEqual(withdrawn, ['luân chuyển = bút toán: withdrawn']);
});

test('a title of a rotation that was taken back by itself is found', async () => {
  const held = `id = (select appointment_id from rotations where id = ${RUNNING})`;
  const checks = await tampered(
    `update appointments set reversed = true where ${held}`,
    `update appointments set reversed = false where ${held}`,
  );
  assert.deepEqual(checks, ['chức vụ luân chuyển đến = lượt luân chuyển']);
});

test('a title of a rotation whose beginning names no rotation, and so could be taken back by itself, is found', async () => {
  const began = `appointment_id = (select appointment_id from rotations where id = ${RUNNING}) and kind = 'begun'`;
  const { rows } = await db.owner.query(`select rotation_id from appointment_events where ${began}`);
  await db.owner.query('alter table appointment_events disable trigger appointment_events_keep');
  const checks = await tampered(
    `update appointment_events set rotation_id = null where ${began}`,
    `update appointment_events set rotation_id = '${rows[0].rotation_id}' where ${began}`,
  );
  await db.owner.query('alter table appointment_events enable trigger appointment_events_keep');
  assert.deepEqual(checks, ['chức vụ luân chuyển đến do chính lượt luân chuyển ghi']);
});

test('an entry that a rotation wrote and that outlived it is found', async () => {
  await db.owner.query(
    `insert into appointment_events (id, appointment_id, kind, effective_on, rotation_id)
     select gen_random_uuid(), a.id, 'extended', a.from_on, r.id from appointments a, rotations r where r.started_on is null order by a.id limit 1`,
  );
  assert.deepEqual(await found(), ['bút toán chức vụ do luân chuyển ghi = lượt luân chuyển']);
});
