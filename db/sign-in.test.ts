import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { claimAttempt, forgiveAttempt } from './sign-in';
import { type TestDatabase, testDatabase } from './testing';

let db: TestDatabase;
before(async () => {
  db = await testDatabase();
});
after(() => db.drop());

/** Failures so far → seconds that the next try must wait. */
const WAITS: Record<string, [failures: number, seconds: number][]> = {
  'account:a': [
    [1, 0],
    [4, 0],
    [5, 15],
    [6, 30],
    [7, 60],
    [8, 120],
    [9, 240],
    [10, 480],
    [11, 900],
    [12, 900],
    [40, 900],
  ],
  'address:10.0.0.1': [
    [1, 0],
    [29, 0],
    [30, 15],
    [31, 30],
    [35, 480],
    [36, 900],
    [80, 900],
  ],
};

async function fail(key: string): Promise<number> {
  await db.owner.query("update sign_in_attempts set blocked_until = now() - interval '1 ms' where blocked_until > now()");
  assert.equal((await claimAttempt([key])).blocked, false);
  const { rows } = await db.owner.query(
    'select coalesce(extract(epoch from blocked_until - last_at), 0)::int as wait from sign_in_attempts where key = $1',
    [key],
  );
  return rows[0].wait;
}

for (const [key, expected] of Object.entries(WAITS))
  test(`the wait of ${key} grows with its failures`, async () => {
    const waits: number[] = [];
    while (waits.length < (expected.at(-1)?.[0] ?? 0)) waits.push(await fail(key));
    assert.deepEqual(
      expected.map(([failures]) => [failures, waits[failures - 1]]),
      expected,
    );
  });

test('a try during the wait is refused, counts no failure and does not lengthen the wait', async () => {
  for (let n = 0; n < 5; n += 1) await fail('account:b');
  const row = async () => (await db.owner.query("select * from sign_in_attempts where key = 'account:b'")).rows[0];
  const before = await row();
  assert.deepEqual(await claimAttempt(['account:b', 'address:10.0.0.2']), { blocked: true });
  assert.deepEqual(await row(), before);
});

test('the count begins again after six hours of quiet, not before', async () => {
  const quietFor = (span: string) =>
    db.owner.query(
      `update sign_in_attempts set last_at = now() - interval '${span}', blocked_until = null where key = 'account:c'`,
    );
  for (let n = 0; n < 4; n += 1) await fail('account:c');
  await quietFor('6 hours 1 minute');
  assert.equal(await fail('account:c'), 0);
  for (let n = 0; n < 3; n += 1) await fail('account:c');
  await quietFor('5 hours 59 minutes');
  assert.equal(await fail('account:c'), 15);
});

test('a right try ends the account’s count and gives the address its one back', async () => {
  const keys = ['account:d', 'address:10.0.0.4'];
  for (let n = 0; n < 3; n += 1) await claimAttempt(keys);
  await forgiveAttempt(keys);
  const { rows } = await db.owner.query('select key, failures from sign_in_attempts where key = any($1)', [keys]);
  assert.deepEqual(rows, [{ key: 'address:10.0.0.4', failures: 2 }]);
});
