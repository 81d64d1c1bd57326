import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, beforeEach, test } from 'node:test';
import { promisify } from 'node:util';
import { drizzle } from 'drizzle-orm/node-postgres';
import { chainFaults } from './audit-chains';
import { checkChains, countLog, cursorOf, listLog } from './queries/audit';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from './testing';

let db: TestDatabase;
let ids: Awaited<ReturnType<typeof smallProvince>>;
const run = promisify(execFile);

before(async () => {
  db = await testDatabase();
  ids = await smallProvince(db);
});
after(() => db.drop());

const untouched = async (work: string, params: unknown[] = []) => {
  await db.owner.query('alter table audit_log disable trigger all');
  await db.owner.query(work, params);
  await db.owner.query('alter table audit_log enable trigger all');
};

const add = (action = 'unit.rename', unit = ids.cellA, log = 'audit_log') =>
  db.owner.query(
    `insert into ${log} (chain, seq, prev_hash, hash, action, subject_type, subject_id, unit_id, detail) values (0, 0, '', '', $1, 'unit', $2::text, $2::uuid, '{"n": 1}') returning chain, seq`,
    [action, unit],
  );

beforeEach(async () => {
  await untouched('truncate audit_log');
  await db.owner.query("update chain_heads set seq = 0, hash = '' where log = 'audit_log'");
  for (let n = 0; n < 4; n += 1) await add();
});

const faults = () => chainFaults(drizzle(db.owner));
const kinds = async () => (await faults()).map(({ seq, kind }) => `${seq} ${kind}`);

test('logs that nobody touched are sound', async () => {
  await add('member.sensitive', ids.cellB, 'read_log');
  assert.deepEqual(await faults(), []);
});

test('a changed row is found, whichever column it is', async () => {
  for (const [column, value] of [
    ['action', "'member.edit'"],
    ['detail', `'{"n": 2}'`],
    ['at', "at + interval '1 microsecond'"],
    ['account_id', 'gen_random_uuid()'],
  ]) {
    await untouched(`update audit_log set ${column} = ${value} where seq = 2`);
    assert.equal((await kinds())[0], '2 changed', column);
    await untouched('truncate audit_log');
    await db.owner.query("update chain_heads set seq = 0, hash = '' where log = 'audit_log'");
    for (let n = 0; n < 4; n += 1) await add();
  }
});

test('a changed row whose hash was made to fit breaks the row after it', async () => {
  await untouched(
    `update audit_log set detail = '{"n": 9}', hash = chain_hash(prev_hash, chain, seq, at, account_id, action, subject_type, subject_id, unit_id, '{"n": 9}') where seq = 2`,
  );
  assert.deepEqual(await kinds(), ['3 inserted']);
});

test('a removed row is found', async () => {
  await untouched('delete from audit_log where seq = 2');
  assert.deepEqual(await kinds(), ['2 removed']);
});

test('a cut tail is found against the recorded ends', async () => {
  await untouched('delete from audit_log where seq >= 3');
  assert.deepEqual(await kinds(), ['3 removed']);
  await untouched('truncate audit_log');
  assert.deepEqual(await kinds(), ['1 removed']);
});

test('a row that someone wrote behind the end is found, however well its hash fits', async () => {
  await untouched(`insert into audit_log (chain, seq, at, action, subject_type, subject_id, unit_id, detail, prev_hash, hash)
    select chain, 5, now(), action, subject_type, subject_id, unit_id, detail, hash,
      chain_hash(hash, chain, 5, now(), null, action, subject_type, subject_id, unit_id, detail) from audit_log where seq = 4`);
  assert.deepEqual(await kinds(), ['5 inserted']);
});

test('a row in a chain that has no recorded end is found, however well its hash fits', async () => {
  await untouched(`insert into audit_log (chain, seq, at, action, subject_type, subject_id, unit_id, detail, prev_hash, hash)
    select 64, 1, at, action, subject_type, subject_id, unit_id, detail, '', chain_hash('', 64, 1, at, null, action, subject_type, subject_id, unit_id, detail)
    from audit_log where seq = 1`);
  assert.deepEqual(await kinds(), ['1 inserted']);
});

/** The chain goes on by so many sound rows, and its recorded end with it. */
const lengthen = (chain: number, rows: number) =>
  untouched(
    `with recursive more as (
      select chain, seq, hash, at, ''::text as prev from audit_log where chain = $1 and seq = 4
      union all
      select chain, seq + 1, chain_hash(hash, chain, seq + 1, at, null, 'unit.rename', 'unit', 'x', null, '{}'), at, hash from more where seq < $2 + 4
    ), written as (
      insert into audit_log (chain, seq, at, action, subject_type, subject_id, detail, prev_hash, hash)
      select chain, seq, at, 'unit.rename', 'unit', 'x', '{}', prev, hash from more where seq > 4
    )
    update chain_heads h set seq = m.seq, hash = m.hash from (select * from more order by seq desc limit 1) m where h.log = 'audit_log' and h.chain = m.chain`,
    [chain, rows],
  );

test('logs that one statement does not take are sound as a whole, and of a chain with all rows changed some hundred are told', async () => {
  await add('unit.rename', ids.cellB);
  const { rows } = await db.owner.query('select chain from audit_log where seq = 4');
  await lengthen(rows[0].chain, 50_000);
  assert.deepEqual(await faults(), []);
  await untouched('update audit_log set at = at - $1::interval', ['1 day']);
  const found = await faults();
  assert.equal(found.length, 201, 'two hundred of the long chain, and the only row of the short one');
  assert.deepEqual(
    found.filter(({ chain }) => chain === rows[0].chain).map(({ seq }) => seq),
    Array.from({ length: 200 }, (_, n) => n + 1),
  );
});

test('the command names the first bad row and ends with 1; with sound logs it ends with 0', async () => {
  const check = () => run('npx', ['tsx', 'scripts/check-audit.ts'], { env: { ...process.env, DATABASE_OWNER_URL: db.ownerUrl } });
  assert.match((await check()).stdout, /Các chuỗi đều khớp/);
  await untouched('delete from audit_log where seq = 2');
  await assert.rejects(
    check(),
    (error: { code: number; stderr: string }) => error.code === 1 && /dòng 2: bị xóa/.test(error.stderr),
  );
});

test('the inspector pages through the log by day and book; an office without the right sees no row', async () => {
  for (let n = 0; n < 120; n += 1) await add(n % 2 ? 'member.edit' : 'unit.rename', n % 3 ? ids.cellA : ids.cellB);
  const inspector = await viewerWith(db, 'log_inspector', ids.province);
  const seen: string[] = [];
  for (let page = await listLog(inspector, 'audit_log', { book: 'member' }); page.length; ) {
    seen.push(...page.map(({ chain, seq }) => `${chain}:${seq}`));
    const last = page.at(-1);
    page = last ? await listLog(inspector, 'audit_log', { book: 'member', after: cursorOf(last) }) : [];
  }
  assert.equal(seen.length, 60);
  assert.equal(new Set(seen).size, 60);
  assert.equal(await countLog(inspector, 'audit_log', { from: '2020-01-01', to: '2020-01-02' }), 0);
  assert.deepEqual((await checkChains(inspector))?.faults, []);
  const officer = await viewerWith(db, 'board_officer', ids.province);
  assert.deepEqual(await listLog(officer, 'audit_log', {}), []);
  assert.equal(await checkChains(officer), null);
});

test('the app role can neither change nor remove a row of the logs', async () => {
  const { pool } = await import('./client');
  for (const table of ['audit_log', 'read_log', 'chain_heads'])
    for (const work of [
      `update ${table} set chain = chain`,
      `delete from ${table}`,
      `truncate ${table}`,
      `alter table ${table} disable trigger all`,
      `alter table ${table} add column more int`,
      `drop table ${table}`,
      'set session_replication_role = replica',
      "insert into chain_heads values ('audit_log', 64, 0, '')",
    ])
      await assert.rejects(pool().query(work), { code: '42501' }, work);
});

test('the app role cannot move the ends of the chains by a table of its own, nor put one before ours', async (t) => {
  const { pool } = await import('./client');
  const client = await pool().connect();
  t.after(() => client.release(true));
  const ends = async () => (await db.owner.query('select * from chain_heads order by log, chain')).rows;
  const before = await ends();
  const mine = 'create temp table audit_log (like public.audit_log)';
  const trigger = 'create trigger mine before insert on pg_temp.audit_log for each row execute function append_chained()';
  await client.query(mine);
  await assert.rejects(client.query(trigger), { code: '42501' });
  await client.query('drop table pg_temp.audit_log');
  await client.query(
    "create temp table chain_heads as select log, chain, 900::bigint as seq, 'x' as hash from public.chain_heads",
  );
  await client.query(
    "insert into public.audit_log (chain, seq, prev_hash, hash, action, subject_type, subject_id, unit_id) values (0, 0, '', '', 'unit.rename', 'unit', 'x', $1)",
    [ids.cellA],
  );
  const { rows } = await db.owner.query("select seq::int from audit_log where subject_id = 'x'");
  assert.deepEqual(rows, [{ seq: 5 }]);
  assert.equal((await ends()).filter(({ hash }, at) => hash !== before[at]?.hash).length, 1);
  assert.deepEqual(await faults(), []);
  const { rows: open } = await db.owner.query(
    "select oid::regprocedure::text as name from pg_proc where prosecdef and pronamespace = 'public'::regnamespace and not coalesce('search_path=public, pg_temp' = any (proconfig), false)",
  );
  assert.deepEqual(open, [], 'functions with the rights of the owner that would take a temporary table for ours');
});

test('even a table of the owner that bears the name of a log does not move the ends', async (t) => {
  const client = await db.owner.connect();
  t.after(() => client.release(true));
  await client.query('create temp table read_log (like public.read_log including defaults)');
  await client.query('create trigger mine before insert on pg_temp.read_log for each row execute function append_chained()');
  await assert.rejects(
    client.query(
      "insert into pg_temp.read_log (chain, seq, prev_hash, hash, action, subject_type, subject_id, detail) values (0, 0, '', '', 'a', 'b', 'c', '{}')",
    ),
    { code: '42501' },
  );
});
