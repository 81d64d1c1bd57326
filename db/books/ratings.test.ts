import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seedDemo } from '../seed/demo';
import { type TestDatabase, testDatabase } from '../testing';
import { RATING_CHECKS } from './ratings';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
  await seedDemo(db.ownerUrl, '2026-11-22');
});
after(() => db.drop());

const faults = async () => {
  const found: Record<string, number> = {};
  for (const { name, sql } of RATING_CHECKS) found[name] = (await db.owner.query(sql)).rows.length;
  return found;
};

test('the demo province’s ratings and files agree with their decisions and classes, and each thing told otherwise is found', async () => {
  const [level, group, file] = RATING_CHECKS.map(({ name }) => name) as [string, string, string];
  assert.deepEqual(await faults(), { [level]: 0, [group]: 0, [file]: 0 });
  await db.owner.query(
    "update ratings set level = 'failed' where id = (select id from ratings where level = 'good' order by id limit 1)",
  );
  assert.deepEqual(await faults(), { [level]: 1, [group]: 0, [file]: 0 });
  await db.owner.query(
    'update rating_groups set decided_at = now() where id = (select id from rating_groups where decided_at is null order by id limit 1)',
  );
  assert.deepEqual(await faults(), { [level]: 1, [group]: 1, [file]: 0 });
  await db.owner.query(
    "update training_turns set result = 'dropped' where id = (select t.id from training_turns t join cadres c on c.member_id = t.member_id join cadre_trainings x on x.class_id = t.class_id and x.cadre_id = c.id order by t.id limit 1)",
  );
  assert.deepEqual(await faults(), { [level]: 1, [group]: 1, [file]: 1 });
});
