import { type SQL, sql } from 'drizzle-orm';
import { type Anchored, CHAIN_LOGS, type ChainLog, type Growth, MARK, nextAnchor } from '@/domain/audit/anchors';
import type { FileFault, FoundAnchor, RowFault } from '@/domain/audit/faults';
import { appendLines, type Reading, readOn, unread } from './anchor-file';
import { atTheDoor, type Tx } from './client';

type Asked = Pick<Tx, 'execute'>;
type InTransaction = <T>(work: (tx: Asked) => Promise<T>) => Promise<T>;

/** Rows of one chain that one line carries at most; 128 chains of them make a line of 1 MB. */
const A_LINE = 500;
/** Rows compared in one query. */
const A_BATCH = 50_000;

/** The books no longer stand as they were anchored: nothing may be written behind that. */
export class AnchorBroken extends Error {
  constructor(readonly head: { log: ChainLog; chain: number; seq: number }) {
    super(`${head.log}, chain ${head.chain}: row ${head.seq} is not the one that was anchored`);
    this.name = 'AnchorBroken';
  }
}

type GrowthRow = { log: ChainLog; chain: number; holds: boolean; seq: string | null; hash: string; marks: string };

async function growthSince(tx: Asked, { heads }: Anchored): Promise<Growth[]> {
  const known = JSON.stringify([...heads.values()]);
  const { rows } = await tx.execute<GrowthRow>(sql`select * from chain_growth(${known}::jsonb, ${A_LINE}) order by log, chain`);
  return rows.flatMap(({ log, chain, holds, seq: reached, hash, marks }) => {
    const after = heads.get(`${log}:${chain}`)?.seq ?? 0;
    const seq = Number(reached ?? after);
    if (!holds) throw new AnchorBroken({ log, chain, seq: after });
    if (seq === after) return [];
    if (marks.length !== (seq - after) * MARK) throw new AnchorBroken({ log, chain, seq });
    return [{ log, chain, after, seq, hash, marks }];
  });
}

const readings = new Map<string, Reading>();

/**
 * Anchors the logs as they stand now: one line behind the file, several where much has been written since, on the disk when this returns.
 * One process at a time, by a lock of the database. Throws AnchorBroken, and what the file system and the database throw.
 */
export const anchorNow = (
  file: string,
  inTransaction: InTransaction = (work) => atTheDoor(work),
  now = () => new Date(),
): Promise<Anchored> =>
  inTransaction(async (tx) => {
    readings.set(file, await readOn(readings.get(file) ?? unread(), file)); // the long part of it before the others have to wait
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('so_to_chuc_anchors'))`);
    const reading = await readOn(readings.get(file) ?? unread(), file);
    let { anchored } = reading;
    const lines: string[] = [];
    for (let grown: Growth[] | null = null; grown === null || grown.some(isFull); ) {
      grown = await growthSince(tx, anchored);
      const next = nextAnchor(anchored, grown, now().toISOString());
      lines.push(next.line);
      anchored = next.after;
    }
    await appendLines(file, lines, reading.torn);
    readings.set(file, await readOn(reading, file));
    return anchored;
  });

const isFull = ({ seq, after }: Growth) => seq - after === A_LINE;

/** found: the anchor whose digest was asked for. */
export type AnchorCheck = {
  faults: RowFault[];
  fileFaults: FileFault[];
  anchored: Anchored;
  found: FoundAnchor | null;
};

type Expected = { log: ChainLog; chain: number; seq: number; mark: string; hash: string | null; since: string };

const expectedRows = (grown: readonly Growth[], since: string): Expected[] =>
  grown.flatMap(({ log, chain, after, seq, hash, marks }) =>
    Array.from({ length: seq - after }, (_, n) => ({
      log,
      chain,
      seq: after + n + 1,
      mark: marks.slice(n * MARK, (n + 1) * MARK),
      hash: after + n + 1 === seq ? hash : null,
      since,
    })),
  );

/** The first row of each chain that is not as expected. */
async function missed(tx: Asked, log: ChainLog, rows: readonly Expected[]): Promise<RowFault[]> {
  if (!rows.length) return [];
  const list = (key: 'chain' | 'seq' | 'mark' | 'hash'): SQL => sql`${sql.param(rows.map((row) => row[key]))}`;
  const found = await tx.execute<{ nth: number; kind: 'removed' | 'replaced' }>(sql`
    select distinct on (e.chain) e.nth::int as nth, case when l.hash is null then 'removed' else 'replaced' end as kind
    from unnest(${list('chain')}::int[], ${list('seq')}::bigint[], ${list('mark')}::text[], ${list('hash')}::text[]) with ordinality as e (chain, seq, mark, hash, nth)
    left join lateral (select hash from ${sql.identifier(log)} r where r.chain = e.chain and r.seq = e.seq limit 1) l on true
    where l.hash is null or left(l.hash, ${MARK}) <> e.mark or l.hash <> e.hash
    order by e.chain, e.seq`);
  return found.rows.flatMap(({ nth, kind }) => {
    const row = rows[nth - 1];
    return row ? [{ log, chain: row.chain, seq: row.seq, kind, since: row.since }] : [];
  });
}

/**
 * Holds every anchor of the file against the logs. Bounded memory: a batch of rows at a time. faults: of each chain the first row that is another one than
 * was anchored, or is gone. digest: also looks for the anchor whose digest begins so.
 */
export async function checkAnchors(tx: Asked, file: string, digest?: string): Promise<AnchorCheck> {
  const first = new Map<string, RowFault>();
  const fileFaults: FileFault[] = [];
  let found: FoundAnchor | null = null;
  let batch: Expected[] = [];
  const compare = async () => {
    for (const log of CHAIN_LOGS)
      for (const fault of await missed(
        tx,
        log,
        batch.filter((row) => row.log === log),
      ))
        if (!first.has(`${fault.log}:${fault.chain}`)) first.set(`${fault.log}:${fault.chain}`, fault);
    batch = [];
  };
  const { anchored } = await readOn(unread(), file, async ({ anchor, line, fault }) => {
    if (fault) fileFaults.push({ line, at: anchor.at, kind: fault });
    if (digest && CHAIN_LOGS.some((log) => anchor.digests[log].startsWith(digest)))
      found = { line: found?.line ?? line, at: found?.at ?? anchor.at, until: anchor.at };
    batch.push(...expectedRows(anchor.grown, anchor.at));
    if (batch.length >= A_BATCH) await compare();
  });
  await compare();
  return { faults: [...first.values()], fileFaults, anchored, found };
}

const ORDER = { changed: 0, removed: 1, inserted: 2, replaced: 3 };

/** Faults of the chains and of the anchors together, one a row, the first bad row first. */
export function faultsInOrder(...lists: readonly (readonly RowFault[])[]): RowFault[] {
  const sorted = lists
    .flat()
    .sort((a, b) => a.log.localeCompare(b.log) || a.chain - b.chain || a.seq - b.seq || ORDER[a.kind] - ORDER[b.kind]);
  const same = (a: RowFault, b: RowFault | undefined) => b && a.log === b.log && a.chain === b.chain && a.seq === b.seq;
  return sorted.filter((fault, at) => !same(fault, sorted[at - 1]));
}
