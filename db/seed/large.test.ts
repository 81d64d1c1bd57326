import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { nameParts, nameSortKey } from '@/domain/names';
import { checkBooks } from '../check-books';
import { verifyPassword } from '../passwords';
import { findAccount } from '../sign-in';
import { type TestDatabase, testDatabase } from '../testing';
import { DEMO_ACCOUNTS } from './demo-accounts';
import { seedLarge } from './large';

const SIZE = { members: 1_500, months: 4, today: '2026-11-22' };
let db: TestDatabase;
let second: TestDatabase;
let asMigrated: string[];

const STRUCTURE = `
  select pg_get_indexdef(indexrelid) as line from pg_index join pg_class c on c.oid = indexrelid where relnamespace = 'public'::regnamespace
  union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated from pg_constraint where connamespace = 'public'::regnamespace order by 1`;
const lines = async ({ owner }: TestDatabase, query: string): Promise<string[]> =>
  (await owner.query(query)).rows.map(({ line }) => line);
const number = async (query: string): Promise<number> => Number((await db.owner.query(`select (${query}) as n`)).rows[0].n);

before(async () => {
  second = await testDatabase();
  db = await testDatabase();
  asMigrated = await lines(db, STRUCTURE);
  await seedLarge(db.ownerUrl, SIZE);
});
after(async () => {
  await db.drop();
  await second.drop();
});

test('the books of the large province balance', async () => {
  const { differences, months, members } = await checkBooks(db.owner);
  assert.deepEqual(differences, []);
  assert.equal(months, 60 * 4);
  assert.ok(members > 1_500);
  const living = await number("select count(*) from members where status <> 'left'");
  assert.ok(Math.abs(living - 1_500) < 40, `${living} members`);
});

test('indexes, keys and references are as the migrations made them, and checked', async () => {
  assert.deepEqual(await lines(db, STRUCTURE), asMigrated);
});

test('names are sorted and found as typed ones are', async () => {
  const { rows } = await db.owner.query<{ name: string; key: string; parts: string[] }>(
    'select full_name as name, sort_key as key, array(select part from member_name_parts p where p.member_id = m.id order by part collate "C") as parts from members m',
  );
  for (const { name, key, parts } of rows)
    assert.deepEqual([key, parts], [nameSortKey(name), [...new Set(nameParts(name))].sort()], name);
});

test('the accounts of the demo sign in, and every cell has its secretary and every committee its officer', async () => {
  const found = await Promise.all(DEMO_ACCOUNTS.map(({ username }) => findAccount(username)));
  assert.ok(found.every((account) => account && !account.disabled));
  const [first] = found;
  assert.equal(await verifyPassword(first?.passwordHash ?? null, DEMO_ACCOUNTS[0]?.password ?? ''), true);
  assert.equal(await number('select count(distinct password_hash) from accounts'), 1);
  assert.equal(await number("select count(distinct unit_id) from offices_held where office = 'cell_secretary'"), 60);
  assert.equal(await number("select count(distinct unit_id) from offices_held where office = 'committee_officer'"), 2);
  const places = await db.owner.query(
    'select a.username, h.office, a.full_name, u.name from accounts a join offices_held h on h.account_id = a.id join units u on u.id = h.unit_id where a.username = any ($1)',
    [DEMO_ACCOUNTS.map(({ username }) => username)],
  );
  assert.deepEqual(
    places.rows.map(({ username, office, full_name, name }) => [username, office, full_name, name].join('|')).sort(),
    DEMO_ACCOUNTS.map(({ username, office, fullName, unitName }) => [username, office, fullName, unitName].join('|')).sort(),
  );
});

test('this month the secretaries of the stories and other cells have not met yet', async () => {
  const met = "select cell_id from meetings where kind = 'regular' and month = '2026-11-01'";
  assert.ok((await number(`select count(*) from units where is_cell and id not in (${met})`)) > 10);
  assert.equal(
    await number(
      `select count(*) from offices_held h join accounts a on a.id = h.account_id and a.username in ('bithu', 'bithu.dongha') where h.unit_id in (${met})`,
    ),
    0,
  );
});

test('broken off it leaves nothing; the same size and day give the same rows; a province that stands is not loaded over', async () => {
  const stopping = new AbortController();
  const said: string[] = [];
  const stopped = seedLarge(second.ownerUrl, {
    ...SIZE,
    signal: stopping.signal,
    say: (line) => said.push(line) && said.length === 5 && stopping.abort(),
  });
  await assert.rejects(stopped);
  assert.equal((await second.owner.query('select count(*)::int as n from units')).rows[0].n, 0);
  assert.deepEqual(await lines(second, STRUCTURE), asMigrated);
  await seedLarge(second.ownerUrl, SIZE);
  assert.deepEqual(await digests(second.owner), await digests(db.owner));
  await assert.rejects(seedLarge(second.ownerUrl, SIZE), RangeError);
});

/** One line a table: its rows in their order of value. The password's salt is new each time. */
async function digests(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    "select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1",
  );
  const kept = rows.filter(({ name }) => !['rule_sets', 'chain_heads'].includes(name));
  const row = (name: string) => (name === 'accounts' ? "(to_jsonb(x) - 'password_hash')" : 'to_jsonb(x)');
  return Promise.all(
    kept.map(async ({ name }) => {
      const { rows: found } = await owner.query(
        `select count(*) || ' ' || coalesce(md5(string_agg(${row(name)}::text, ',' order by ${row(name)}::text collate "C")), '') as line from ${name} x`,
      );
      return `${name} ${found[0].line}`;
    }),
  );
}
