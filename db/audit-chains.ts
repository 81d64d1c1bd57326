import { type SQL, sql } from 'drizzle-orm';
import { CHAIN_LOGS, type ChainLog } from '@/domain/audit/anchors';
import type { RowFault } from '@/domain/audit/faults';
import type { Tx } from './client';

/** Rows that one statement recomputes at about most: a second's work, far below the limit of a statement. */
const A_STATEMENT = 50_000;
/** Faults told of one chain: whoever changed every row is not told of a million. */
const A_CHAIN = 200;

/** Chains from one to another, both included; of all that there are, the first reaches down and the last up without end. */
type Stretch = { from: number; to: number };

const rowsOf = (log: ChainLog, { from, to }: Stretch): SQL => sql`
  select chain, fault.seq, fault.kind from (
    select *, lag(seq, 1, 0::bigint) over w as seq_before, lag(hash, 1, '') over w as hash_before
    from ${sql.identifier(log)} where chain between ${from} and ${to} window w as (partition by chain order by seq)) as l
  cross join lateral (values
    ('changed', seq, hash <> chain_hash(prev_hash, chain, seq, at, account_id, action, subject_type, subject_id, unit_id, detail)),
    ('removed', seq_before + 1, seq <> seq_before + 1),
    ('inserted', seq, seq = seq_before + 1 and prev_hash <> hash_before or chain not in (select chain from chain_heads where log = ${log}))) as fault (kind, seq, found)
  where fault.found`;

const endsOf = (log: ChainLog, { from, to }: Stretch): SQL => sql`
  select h.chain, case when h.seq > coalesce(l.seq, 0) then coalesce(l.seq, 0) + 1 else coalesce(l.seq, 0) end as seq, case
      when h.seq > coalesce(l.seq, 0) then 'removed'
      when coalesce(l.seq, 0) > h.seq then 'inserted'
      when h.hash <> coalesce(l.hash, '') then 'changed'
    end as kind
  from chain_heads h left join lateral (select seq, hash from ${sql.identifier(log)} x where x.chain = h.chain order by seq desc limit 1) l on true
  where h.log = ${log} and h.chain between ${from} and ${to}`;

const LEAST = -2_147_483_648;
const MOST = 2_147_483_647;

/** Neighbouring chains taken together as long as their recorded rows fit one statement. */
function stretches(heads: readonly { chain: number; seq: number }[]): Stretch[] {
  const found: Stretch[] = [];
  let rows = Number.POSITIVE_INFINITY;
  for (const { chain, seq } of heads) {
    const last = found.at(-1);
    rows += seq;
    if (last && rows <= A_STATEMENT) last.to = chain;
    else {
      found.push({ from: last ? last.to + 1 : LEAST, to: chain });
      rows = seq;
    }
  }
  const last = found.at(-1) ?? { from: LEAST, to: MOST };
  return [...found.slice(0, -1), { ...last, to: MOST }];
}

/**
 * Recomputes every chain of both logs and compares them with their recorded ends; of each chain the first faults in order, none when all is well. Reads
 * every row, some ten thousand a statement: half a minute per million.
 */
export async function chainFaults(tx: Pick<Tx, 'execute'>): Promise<RowFault[]> {
  const faults: RowFault[] = [];
  for (const log of CHAIN_LOGS) {
    const heads = await tx.execute<{ chain: number; seq: number }>(
      sql`select chain, seq::float8 as seq from chain_heads where log = ${log} order by chain`,
    );
    for (const stretch of stretches(heads.rows)) {
      const { rows } = await tx.execute<RowFault>(sql`
        select ${log}::text as log, chain, seq::float8 as seq, kind from (
          select *, row_number() over (partition by chain order by seq, kind) as nth
          from (${rowsOf(log, stretch)} union all ${endsOf(log, stretch)}) as judged where kind is not null) as found
        where nth <= ${A_CHAIN} order by chain, seq, kind`);
      faults.push(...rows);
    }
  }
  return faults;
}

export type ChainEnds = { log: ChainLog; rows: number; digest: string };

/** How many rows each log has and one digest over all its recorded ends, as an anchor has it. */
export async function chainEnds(tx: Pick<Tx, 'execute'>): Promise<ChainEnds[]> {
  const { rows } = await tx.execute<ChainEnds>(sql`
    select log, sum(seq)::bigint as rows, encode(sha256(convert_to(string_agg(chain || ':' || seq || ':' || hash, ',' order by chain), 'UTF8')), 'hex') as digest
    from chain_heads group by log order by log`);
  return rows;
}
