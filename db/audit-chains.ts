import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from './client';

export type ChainLog = 'audit_log' | 'read_log';
/** changed: the row does not fit its own hash. removed: rows before this one, or at the end, are gone. inserted: it does not follow the one before it, or stands behind the recorded end. */
export type ChainFault = { log: ChainLog; chain: number; seq: number; kind: 'changed' | 'removed' | 'inserted' };

const rowsOf = (log: ChainLog): SQL => sql`
  select ${log}::text as log, chain, seq, case
      when hash <> chain_hash(prev_hash, chain, seq, at, account_id, action, subject_type, subject_id, unit_id, detail) then 'changed'
      when seq <> lag(seq, 1, 0::bigint) over w + 1 then 'removed'
      when prev_hash <> lag(hash, 1, '') over w then 'inserted'
    end as kind
  from ${sql.identifier(log)} window w as (partition by chain order by seq)`;

const endsOf = (log: ChainLog): SQL => sql`
  select ${log}::text as log, h.chain, greatest(h.seq, coalesce(l.seq, 0)) as seq, case
      when h.seq > coalesce(l.seq, 0) then 'removed'
      when coalesce(l.seq, 0) > h.seq then 'inserted'
      when h.hash <> coalesce(l.hash, '') then 'changed'
    end as kind
  from chain_heads h left join lateral (select seq, hash from ${sql.identifier(log)} x where x.chain = h.chain order by seq desc limit 1) l on true
  where h.log = ${log}`;

/** Recomputes every chain of both logs and compares them with their recorded ends; the faults in order, none when all is well. Reads every row: seconds per million. */
export async function chainFaults(tx: Pick<Tx, 'execute'>): Promise<ChainFault[]> {
  const { rows } = await tx.execute<ChainFault>(sql`
    select log, chain, seq, kind from (
      ${rowsOf('audit_log')} union all ${rowsOf('read_log')} union all ${endsOf('audit_log')} union all ${endsOf('read_log')}
    ) as judged where kind is not null order by log, chain, seq, kind`);
  return rows;
}

export type ChainEnds = { log: ChainLog; rows: number; digest: string };

/** How many rows each log has and one digest over all its recorded ends: kept on paper, it shows later that the whole log was not replaced. */
export async function chainEnds(tx: Pick<Tx, 'execute'>): Promise<ChainEnds[]> {
  const { rows } = await tx.execute<ChainEnds>(sql`
    select log, sum(seq)::bigint as rows, encode(sha256(convert_to(string_agg(chain || ':' || seq || ':' || hash, ',' order by chain), 'UTF8')), 'hex') as digest
    from chain_heads group by log order by log`);
  return rows;
}
