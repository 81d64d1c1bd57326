import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { CHAIN_LOGS, type ChainLog } from '@/domain/audit/anchors';
import { anchorNow, checkAnchors, faultsInOrder } from './audit-anchors';
import { chainFaults } from './audit-chains';
import { smallProvince, type TestDatabase, testDatabase } from './testing';
import { dice } from './testing-province';

const TAMPERINGS = 1_000;
const SEED = 2026;
const folder = mkdtempSync(join(tmpdir(), 'so-to-chuc-tampering-'));
const file = join(folder, 'anchors.jsonl');

type Row = { log: ChainLog; chain: number; seq: number };
type Die = ReturnType<typeof dice>;
/** What a tampering did: the first row that is no longer what it was. */
type Tampering = (client: pg.PoolClient, die: Die) => Promise<Row>;

let db: TestDatabase;
let rows: Row[];

before(async () => {
  db = await testDatabase();
  const units = Object.values(await smallProvince(db));
  for (const share of [24, 36, 12]) {
    for (const log of CHAIN_LOGS) await write(log, units, share);
    await anchorNow(file);
  }
  rows = await rowsNow();
});
after(async () => {
  await db.drop();
  rmSync(folder, { recursive: true });
});

const write = (log: ChainLog, units: string[], count: number) =>
  db.owner.query(
    `insert into ${log} (chain, seq, prev_hash, hash, account_id, action, subject_type, subject_id, unit_id, detail)
     select 0, 0, '', '', gen_random_uuid(), 'member.edit', 'member', n::text, ($2::uuid[])[1 + n % cardinality($2::uuid[])], jsonb_build_object('fields', n)
     from generate_series(1, $1::int) n`,
    [count, units],
  );

const rowsNow = async (): Promise<Row[]> =>
  (
    await db.owner.query(
      "select 'audit_log' as log, chain, seq::int from audit_log union all select 'read_log', chain, seq::int from read_log order by 1, 2, 3",
    )
  ).rows;

async function findings(client: pg.PoolClient) {
  const asked = drizzle(client);
  const anchors = await checkAnchors(asked, file);
  return { file: anchors.fileFaults, rows: faultsInOrder(await chainFaults(asked), anchors.faults) };
}

const at = ({ log }: Row) => `${log} l`;
const only = 'l.chain = $1 and l.seq = $2';
const place = ({ chain, seq }: Row) => [chain, seq];
const last = ({ log, chain }: Row) =>
  Math.max(...rows.filter((row) => row.log === log && row.chain === chain).map(({ seq }) => seq));

/** Flips one bit of a byte in the text of any column, as far as the column's type takes what comes of it. */
const FLIPS = [
  'action = overlay(action placing chr(ascii(substr(action, 3, 1)) # 1) from 3 for 1)',
  'subject_type = overlay(subject_type placing chr(ascii(substr(subject_type, 2, 1)) # 2) from 2 for 1)',
  'subject_id = chr(ascii(subject_id) # 1) || substr(subject_id, 2)',
  "at = at + interval '1 microsecond'",
  "account_id = overlay(account_id::text placing case substr(account_id::text, 5, 1) when '0' then '1' else '0' end from 5 for 1)::uuid",
  'account_id = null',
  "unit_id = overlay(unit_id::text placing case substr(unit_id::text, 30, 1) when 'a' then 'b' else 'a' end from 30 for 1)::uuid",
  "detail = jsonb_set(detail, '{fields}', to_jsonb((detail->>'fields')::int # 1))",
  "detail = detail - 'fields'",
  "hash = overlay(hash placing case substr(hash, 64, 1) when '0' then '1' else '0' end from 64 for 1)",
  "prev_hash = coalesce(nullif(overlay(prev_hash placing case substr(prev_hash, 9, 1) when '0' then '1' else '0' end from 9 for 1), ''), '0')",
  'seq = seq # (1 << 20)',
  'chain = chain # 64',
];

const TOOLS: Record<string, Tampering> = {
  'a byte flipped': async (client, die) => {
    const row = die.of(rows);
    const done = await client.query(`update ${at(row)} set ${die.of(FLIPS)} where ${only}`, place(row));
    assert.equal(done.rowCount, 1);
    return row;
  },
  'a row removed': async (client, die) => {
    const row = die.of(rows);
    await client.query(`delete from ${at(row)} where ${only}`, place(row));
    return row;
  },
  'two rows swapped': async (client, die) => {
    const row = die.of(rows);
    const inLog = rows.filter(({ log, chain, seq }) => log === row.log && !(chain === row.chain && seq === row.seq));
    const other = die.of(inLog);
    const content = 'at, account_id, action, subject_type, subject_id, unit_id, detail, prev_hash, hash';
    await client.query(
      `update ${at(row)} set (${content}) = (select ${content} from ${row.log} o where (o.chain, o.seq) in (($1, $2), ($3, $4)) and (o.chain, o.seq) <> (l.chain, l.seq))
       where (l.chain, l.seq) in (($1, $2), ($3, $4))`,
      [...place(row), ...place(other)],
    );
    return stands(row, other) ? row : other;
  },
  'a tail cut and the recorded end with it': async (client, die) => {
    const row = die.of(rows);
    await client.query(`delete from ${row.log} where chain = $1 and seq >= $2`, place(row));
    await endAt(client, row, row.seq - 1);
    return row;
  },
  'a row taken out and the chain rewritten from there on': async (client, die) => {
    const row = die.of(rows.filter((each) => each.seq < last(each)));
    await client.query(`delete from ${at(row)} where ${only}`, place(row));
    await client.query(`update ${row.log} set seq = -seq where chain = $1 and seq > $2`, place(row));
    await client.query(`update ${row.log} set seq = -seq - 1 where chain = $1 and seq < 0`, [row.chain]);
    await rewrite(client, row, last(row) - 1);
    return row;
  },
  'a row changed and the chain rewritten from there on': async (client, die) => {
    const row = die.of(rows);
    const column = die.of(FLIPS.slice(0, 9));
    await client.query(`update ${at(row)} set ${column} where ${only}`, place(row));
    await rewrite(client, row, last(row));
    return row;
  },
  'a row put in and the chain rewritten from there on': async (client, die) => {
    const row = die.of(rows);
    await client.query(`update ${row.log} set seq = -seq where chain = $1 and seq >= $2`, place(row));
    await client.query(`update ${row.log} set seq = -seq + 1 where chain = $1 and seq < 0`, [row.chain]);
    await client.query(
      `insert into ${row.log} (chain, seq, at, action, subject_type, subject_id, unit_id, prev_hash, hash) select chain, $2, at, 'member.event', subject_type, subject_id, unit_id, '', ''
       from ${row.log} where chain = $1 and seq = $2::bigint + 1`,
      place(row),
    );
    await rewrite(client, row, last(row) + 1);
    return row;
  },
};

/** Whether a stands before b in the order of the log. */
const stands = (a: Row, b: Row) => a.chain < b.chain || (a.chain === b.chain && a.seq < b.seq);

const endAt = (client: pg.PoolClient, { log, chain }: Row, seq: number) =>
  client.query(
    `update chain_heads set seq = $3, hash = coalesce((select hash from ${log} l where l.chain = $2 and l.seq = $3), '') where log = $1 and chain = $2`,
    [log, chain, seq],
  );

/** As one who knows how: every hash from the row to the end of its chain made right, and the recorded end with them. */
async function rewrite(client: pg.PoolClient, { log, chain, seq }: Row, end: number) {
  await client.query(
    `do $$ declare r ${log}; before text := coalesce((select hash from ${log} where chain = ${chain} and seq = ${seq - 1}), ''); begin
       for r in select * from ${log} where chain = ${chain} and seq >= ${seq} order by seq loop
         r.hash := chain_hash(before, r.chain, r.seq, r.at, r.account_id, r.action, r.subject_type, r.subject_id, r.unit_id, r.detail);
         update ${log} set prev_hash = before, hash = r.hash where chain = r.chain and seq = r.seq;
         before := r.hash;
       end loop; end $$`,
  );
  await endAt(client, { log, chain, seq }, end);
}

test('logs that nobody touched, and more rows written after the last anchor, give no finding', async () => {
  const client = await db.owner.connect();
  try {
    assert.deepEqual(await findings(client), { file: [], rows: [] });
    await client.query('begin');
    await client.query(
      "insert into audit_log (chain, seq, prev_hash, hash, action, subject_type, subject_id) values (0, 0, '', '', 'member.edit', 'member', 'x')",
    );
    assert.deepEqual(await findings(client), { file: [], rows: [] });
    await client.query('rollback');
  } finally {
    client.release();
  }
});

test(`${TAMPERINGS} random tamperings by the owner of the tables are all found, and the first bad row is named`, async () => {
  const die = dice(SEED);
  const names = Object.keys(TOOLS);
  const client = await db.owner.connect();
  try {
    await client.query('begin; alter table audit_log disable trigger user; alter table read_log disable trigger user');
    for (let nth = 0; nth < TAMPERINGS; nth += 1) {
      const name = names[nth % names.length] as string;
      await client.query('savepoint clean');
      const spoilt = await (TOOLS[name] as Tampering)(client, die);
      const { rows: found } = await findings(client);
      assert.ok(found[0], `${nth}: ${name} at ${JSON.stringify(spoilt)} was not found`);
      const { log, chain, seq } = found[0];
      assert.deepEqual({ log, chain, seq }, { ...spoilt }, `${nth}: ${name}`);
      await client.query('rollback to savepoint clean');
    }
    assert.deepEqual((await findings(client)).rows, []);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
