import { type SQL, sql } from 'drizzle-orm';
import type { ChainLog } from '@/domain/audit/anchors';
import type { RowFault } from '@/domain/audit/faults';
import type { Tx } from './client';

const rowsOf = (log: ChainLog): SQL => sql`
  select ${log}::text as log, chain, fault.seq, fault.kind from (
    select *, lag(seq, 1, 0::bigint) over w as seq_before, lag(hash, 1, '') over w as hash_before
    from ${sql.identifier(log)} window w as (partition by chain order by seq)) as l
  cross join lateral (values
    ('changed', seq, hash <> chain_hash(prev_hash, chain, seq, at, account_id, action, subject_type, subject_id, unit_id, detail)),
    ('removed', seq_before + 1, seq <> seq_before + 1),
    ('inserted', seq, seq = seq_before + 1 and prev_hash <> hash_before)) as fault (kind, seq, found)
  where fault.found`;

const endsOf = (log: ChainLog): SQL => sql`
  select ${log}::text as log, h.chain, case when h.seq > coalesce(l.seq, 0) then coalesce(l.seq, 0) + 1 else coalesce(l.seq, 0) end as seq, case
      when h.seq > coalesce(l.seq, 0) then 'removed'
      when coalesce(l.seq, 0) > h.seq then 'inserted'
      when h.hash <> coalesce(l.hash, '') then 'changed'
    end as kind
  from chain_heads h left join lateral (select seq, hash from ${sql.identifier(log)} x where x.chain = h.chain order by seq desc limit 1) l on true
  where h.log = ${log}`;

/** Recomputes every chain of both logs and compares them with their recorded ends; the faults in order, none when all is well. Reads every row: seconds per million. */
export async function chainFaults(tx: Pick<Tx, 'execute'>): Promise<RowFault[]> {
  const { rows } = await tx.execute<RowFault>(sql`
    select log, chain, seq::float8 as seq, kind from (
      ${rowsOf('audit_log')} union all ${rowsOf('read_log')} union all ${endsOf('audit_log')} union all ${endsOf('read_log')}
    ) as judged where kind is not null order by log, chain, seq, kind`);
  return rows;
}

export type ChainEnds = { log: ChainLog; rows: number; digest: string };

/** How many rows each log has and one digest over all its recorded ends, as an anchor has it. */
export async function chainEnds(tx: Pick<Tx, 'execute'>): Promise<ChainEnds[]> {
  const { rows } = await tx.execute<ChainEnds>(sql`
    select log, sum(seq)::bigint as rows, encode(sha256(convert_to(string_agg(chain || ':' || seq || ':' || hash, ',' order by chain), 'UTF8')), 'hex') as digest
    from chain_heads group by log order by log`);
  return rows;
}
