import { and, type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { type ChainEnds, type ChainFault, type ChainLog, chainEnds, chainFaults } from '../audit-chains';
import { read } from '../client';
import { within } from '../scope';

export type { ChainEnds, ChainFault } from '../audit-chains';

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

/** Recomputes every chain: nothing for who may not read the whole log. */
export const checkChains = (viewer: Viewer): Promise<{ faults: ChainFault[]; ends: ChainEnds[] } | null> =>
  read(viewer, async (tx) => {
    if (!viewer.grants.get('audit.read')?.some((grant) => grant.root)) return null;
    return { faults: await chainFaults(tx), ends: await chainEnds(tx) };
  });
