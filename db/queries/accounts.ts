import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { foldName } from '@/domain/names';
import { read } from '../client';
import { accounts } from '../schema/accounts';
import { units } from '../schema/units';
import { within } from '../scope';

export type HeldRow = {
  id: string;
  office: string;
  unitId: string;
  unitName: string;
  heldFrom: string;
  heldTo: string | null;
  current: boolean;
  version: number;
};
export type AccountRow = {
  id: string;
  username: string;
  fullName: string;
  disabled: boolean;
  mustChangePassword: boolean;
  hasCode: boolean;
  version: number;
  /** ISO time of the last request, null when never. */
  lastSeenAt: string | null;
  offices: HeldRow[];
};

/** Accounts in reach: those whose every office, past ones too, lies in it; one without offices is in everyone's who manages accounts. */
export function manageable(viewer: Viewer): SQL {
  if (!viewer.grants.get('account.manage')?.length) return within(viewer, 'account.manage', sql`null::uuid`);
  return sql`not exists (select 1 from offices_held mh where mh.account_id = accounts.id and not ${within(viewer, 'account.manage', sql`mh.unit_id`)})`;
}

const offices = sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', h.id, 'office', h.office, 'unitId', u.id, 'unitName', u.name, 'heldFrom', h.held_from, 'heldTo', h.held_to,
    'current', h.held_from <= today_vn() and (h.held_to is null or h.held_to > today_vn()), 'version', h.version) order by h.held_to desc nulls first, u.depth, h.office)
  from offices_held h join units u on u.id = h.unit_id where h.account_id = accounts.id), '[]')`;

const columns = sql`accounts.id, accounts.username, accounts.full_name as "fullName", accounts.disabled_at is not null as disabled,
  accounts.must_change_password as "mustChangePassword", accounts.totp_confirmed_at is not null as "hasCode", accounts.version,
  (select max(least(s.last_seen_at, s.ended_at)) from sessions s where s.account_id = accounts.id) as "lastSeenAt", ${offices} as offices`;

/** The same folding as domain/names, in the database: few rows, so no stored key. */
const folded = sql`replace(lower(regexp_replace(normalize(full_name, nfd), '[\\u0300-\\u036f]', '', 'g')), 'đ', 'd')`;

const likePattern = (q: string) => `%${foldName(q).replace(/[\\%_]/g, '\\$&')}%`;

export const ACCOUNTS_A_PAGE = 50;

/** Accounts in reach by user name, from after the given one; q: part of a user name or of a full name, marks do not matter. */
export const listAccounts = (
  viewer: Viewer,
  { q = '', after = '' }: { q?: string; after?: string } = {},
): Promise<{ rows: AccountRow[]; total: number }> =>
  read(viewer, async (tx) => {
    const wanted = sql`${manageable(viewer)} and (username like ${likePattern(q)} or ${folded} like ${likePattern(q)})`;
    const list = await tx.execute<AccountRow>(
      sql`select ${columns} from accounts where ${wanted} and username > ${after} order by username limit ${ACCOUNTS_A_PAGE}`,
    );
    const count = await tx.execute<{ n: number }>(sql`select count(*) as n from accounts where ${wanted}`);
    return { rows: list.rows, total: count.rows[0]?.n ?? 0 };
  });

/** One account in reach, or null. */
export const getAccount = (viewer: Viewer, id: string): Promise<AccountRow | null> =>
  read(
    viewer,
    async (tx) =>
      (await tx.execute<AccountRow>(sql`select ${columns} from accounts where accounts.id = ${id} and ${manageable(viewer)}`))
        .rows[0] ?? null,
  );

/** Living units in which the viewer may give offices, by name without marks; 50 at most. */
export const listUnitsForOffice = (
  viewer: Viewer,
  q: string,
): Promise<{ id: string; name: string; parentName: string | null }[]> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<{ id: string; name: string; parentName: string | null }>(sql`
      select units.id, units.name, p.short_name as "parentName" from units left join units p on p.id = units.parent_id
      where ${and(within(viewer, 'account.manage', units.id), sql`units.closed_on is null`, sql`units.folded_name like ${likePattern(q)}`)}
      order by units.depth, units.sort_key limit 50`);
    return rows;
  });

export type OwnAccount = {
  username: string;
  fullName: string;
  hasCode: boolean;
  pendingSecret: string | null;
  mustChangePassword: boolean;
  passwordChangedAt: string | null;
  recoveryLeft: number;
  offices: HeldRow[];
};

/** The viewer's own account. pendingSecret: made, not yet confirmed. */
export const getOwnAccount = (viewer: Viewer): Promise<OwnAccount | null> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<OwnAccount>(sql`
      select username, full_name as "fullName", totp_confirmed_at is not null as "hasCode", must_change_password as "mustChangePassword",
        case when totp_confirmed_at is null then totp_secret end as "pendingSecret", password_changed_at as "passwordChangedAt",
        (select count(*) from recovery_codes r where r.account_id = accounts.id and r.used_at is null) as "recoveryLeft", ${offices} as offices
      from accounts where ${eq(accounts.id, viewer.accountId)}`);
    return rows[0] ?? null;
  });

export type OwnSession = {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  address: string | null;
  agent: string | null;
  here: boolean;
};

/** The viewer's open sessions, this one first. idleMinutes: after how long without a request a session is over. */
export const listOwnSessions = (viewer: Viewer, idleMinutes: number): Promise<OwnSession[]> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<OwnSession>(sql`
      select id, created_at as "createdAt", last_seen_at as "lastSeenAt", address, agent, id = ${viewer.sessionId} as here from sessions
      where account_id = ${viewer.accountId} and ended_at is null and expires_at > now() and last_seen_at > now() - make_interval(mins => ${idleMinutes})
      order by here desc, last_seen_at desc`);
    return rows;
  });

/** Which offices demand a one-time code; version 1 where nobody has set anything. */
export const listOfficeSettings = (viewer: Viewer): Promise<{ office: string; requireTotp: boolean; version: number }[]> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<{ office: string; requireTotp: boolean; version: number }>(sql`
      select office, require_totp as "requireTotp", version from office_settings where ${viewer.grants.has('account.manage')}`);
    return rows;
  });
