import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { atTheDoor } from './client';
import { isBusy, problemOf, withoutValues } from './errors';
import { type TestDatabase, testDatabase } from './testing';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
});
after(() => db.drop());

const faultOfStatement = (statement: ReturnType<typeof sql>): Promise<unknown> =>
  atTheDoor((tx) => tx.execute(statement)).then(
    () => assert.fail('the statement should have failed'),
    (error: unknown) => error,
  );

test('a statement that fails says which kind and where, and nothing of what was being written', async () => {
  const add = sql`insert into accounts (id, username, full_name, password_hash) values (gen_random_uuid(), ${'ten.mot.nguoi'}, ${'Quàng Thị Hà'}, ${'x'})`;
  await atTheDoor((tx) => tx.execute(add));
  for (const statement of [add, sql`select ${'Quàng Thị Hà'}::uuid /* by a test */`]) {
    const fault = await faultOfStatement(statement);
    assert.doesNotMatch(inspect(fault, { depth: 9, showHidden: true }), /Quàng|ten\.mot\.nguoi|insert into/);
    assert.match((fault as Error).stack ?? '', /^DatabaseFault: the database answered \w{5}\n\s+at /);
  }
});

test('what a person can mend is still told as a problem', async () => {
  const add = sql`insert into accounts (id, username, full_name, password_hash) values (gen_random_uuid(), 'hai.lan', 'Hai Lần', 'x')`;
  await atTheDoor((tx) => tx.execute(add));
  assert.equal(problemOf(await faultOfStatement(add)).path, 'username');
});

test('a lost connection is still known as one', () => {
  const lost = new Error('Connection terminated unexpectedly');
  const wrapped = Object.assign(new Error('Failed query', { cause: lost }), { query: 'select', params: ['Quàng Thị Hà'] });
  assert.equal(isBusy(withoutValues(wrapped)), true);
});
