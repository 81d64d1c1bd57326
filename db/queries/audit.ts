import { and, type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { type Anchored, CHAIN_LOGS, type ChainLog, digestOf, type Head, rowsOf } from '@/domain/audit/anchors';
import type { RowFault } from '@/domain/audit/faults';
import { lastAnchorAt } from '../anchor-file';
import { AnchorBroken, type AnchorCheck, anchorNow, checkAnchors, faultsInOrder } from '../audit-anchors';
import { type ChainEnds, chainEnds, chainFaults } from '../audit-chains';
import { read } from '../client';
import { within } from '../scope';

export type { ChainEnds } from '../audit-chains';

export type LogRow = {
  chain: number;
  seq: number;
  /** ISO with microseconds, as the cursor needs it. */
  at: string;
  who: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  unitName: string | null;
  detail: Record<string, unknown>;
};

/** from, to: whole days in Vietnam, YYYY-MM-DD; book: first part of the action; after: the last row's cursor. */
export type LogFilter = { from?: string; to?: string; book?: string; subject?: string; after?: string };

export const LOG_A_PAGE = 50;

export const cursorOf = ({ at, chain, seq }: LogRow): string => `${at}_${chain}_${seq}`;

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

function afterCursor(text: string | undefined): SQL | undefined {
  const [at, chain, seq] = text?.split('_') ?? [];
  if (!at || !MOMENT.test(at) || Number.isNaN(Date.parse(at)) || !/^\d{1,4}$/.test(chain ?? '') || !/^\d{1,15}$/.test(seq ?? ''))
    return undefined;
  return sql`(l.at, l.chain, l.seq) < (${at}::timestamptz, ${chain}::int, ${seq}::bigint)`;
}

const inVietnam = (day: string) => sql`(${day}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;

function matching(viewer: Viewer, filter: LogFilter): SQL | undefined {
  return and(
    within(viewer, 'audit.read', sql`l.unit_id`),
    filter.from ? sql`l.at >= ${inVietnam(filter.from)}` : undefined,
    filter.to ? sql`l.at < ${inVietnam(filter.to)} + interval '1 day'` : undefined,
    filter.book ? sql`l.action like ${`${filter.book.replace(/[\\%_]/g, '')}.%`}` : undefined,
    filter.subject ? sql`l.subject_id = ${filter.subject}` : undefined,
  );
}

/** Rows of a log, newest first, from after the cursor. */
export const listLog = (viewer: Viewer, log: ChainLog, filter: LogFilter): Promise<LogRow[]> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<LogRow>(sql`
      select l.chain, l.seq, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, account_name(l.account_id) as who, l.action,
        l.subject_type as "subjectType", l.subject_id as "subjectId", u.name as "unitName", l.detail
      from ${sql.identifier(log)} l left join units u on u.id = l.unit_id
      where ${and(matching(viewer, filter), afterCursor(filter.after))}
      order by l.at desc, l.chain desc, l.seq desc limit ${LOG_A_PAGE}`);
    return rows;
  });

export const countLog = (viewer: Viewer, log: ChainLog, filter: LogFilter): Promise<number> =>
  read(
    viewer,
    async (tx) =>
      (await tx.execute<{ n: number }>(sql`select count(*) as n from ${sql.identifier(log)} l where ${matching(viewer, filter)}`))
        .rows[0]?.n ?? 0,
  );

/** Only who may read all of the log may ask for its ends. */
const inspects = (viewer: Viewer) => viewer.grants.get('audit.read')?.some((grant) => grant.root) ?? false;
const anchorFile = () => process.env.AUDIT_ANCHOR_FILE || null;

export type ChainCheck = { faults: RowFault[]; ends: ChainEnds[]; anchors: AnchorCheck | null };

/**
 * Recomputes every chain and holds it against every anchor: nothing for who may not read the whole log. anchors: null where no file for them is set.
 * digest: the first digits of one, from paper; the anchor that has it is looked for.
 */
export const checkChains = (viewer: Viewer, digest?: string): Promise<ChainCheck | null> =>
  read(viewer, async (tx) => {
    if (!inspects(viewer)) return null;
    const file = anchorFile();
    const anchors = file ? await checkAnchors(tx, file, digest) : null;
    return { faults: faultsInOrder(await chainFaults(tx), anchors?.faults ?? []), ends: await chainEnds(tx), anchors };
  });

/** When the logs were last anchored outside the database, ISO. set: a file for it is named. Nothing for who may not read the whole log. */
export async function getLastAnchor(viewer: Viewer): Promise<{ set: boolean; at: string | null } | null> {
  if (!inspects(viewer)) return null;
  const file = anchorFile();
  return { set: file !== null, at: file ? await lastAnchorAt(file) : null };
}

/** kept: written to the anchors' file just now. Else the reason why not: no file is set, it cannot be written, or the books no longer stand as they were anchored. */
export type AnchorSheet = {
  at: string;
  heads: Head[];
  logs: { log: ChainLog; rows: number; digest: string }[];
  kept: 'kept' | 'unset' | 'unwritable' | 'broken';
};

/** The ends of all chains for paper, anchored as they are printed; nothing for who may not read the whole log. */
export async function getAnchorSheet(viewer: Viewer): Promise<AnchorSheet | null> {
  if (!inspects(viewer)) return null;
  const file = anchorFile();
  if (!file) return sheetOf(await recordedEnds(viewer), 'unset');
  try {
    return sheetOf(await anchorNow(file), 'kept');
  } catch (error) {
    return sheetOf(await recordedEnds(viewer), error instanceof AnchorBroken ? 'broken' : 'unwritable');
  }
}

const sheetOf = ({ heads, lastAt }: Pick<Anchored, 'heads' | 'lastAt'>, kept: AnchorSheet['kept']): AnchorSheet => ({
  at: lastAt ?? '',
  heads: [...heads.values()].sort((a, b) => a.log.localeCompare(b.log) || a.chain - b.chain),
  logs: CHAIN_LOGS.map((log) => ({ log, rows: rowsOf(heads, log), digest: digestOf(heads, log) })),
  kept,
});

const recordedEnds = (viewer: Viewer): Promise<Pick<Anchored, 'heads' | 'lastAt'>> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<Head & { at: string }>(sql`
      select log, chain, seq, hash, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from chain_heads order by log, chain`);
    const heads = rows.filter(({ seq }) => seq > 0).map(({ at: _at, ...head }) => [`${head.log}:${head.chain}`, head] as const);
    return { heads: new Map(heads), lastAt: rows[0]?.at ?? null };
  });
