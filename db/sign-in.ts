import { and, eq, isNull, sql } from 'drizzle-orm';
import { atTheDoor } from './client';
import { accounts, sessions } from './schema/accounts';

export type SessionRow = {
  sessionId: string;
  accountId: string;
  fullName: string;
  mustChangePassword: boolean;
  needsTotp: boolean;
  today: string;
  offices: { office: string; unitId: string; unitName: string; unitKind: string; root: boolean }[];
};

/**
 * The living session with its account and the offices held today, in one query; null when ended, idle too long, expired or disabled.
 * Notes that the person was seen, at most once a minute.
 */
export async function findSession(sessionId: string, accountId: string, idleMinutes: number): Promise<SessionRow | null> {
  const { rows } = await atTheDoor((tx) =>
    tx.execute<SessionRow>(sql`
      with live as (
        select s.id, s.account_id, s.last_seen_at from sessions s join accounts a on a.id = s.account_id
        where s.id = ${sessionId} and s.account_id = ${accountId} and s.ended_at is null and a.disabled_at is null
          and s.expires_at > now() and s.last_seen_at > now() - make_interval(mins => ${idleMinutes})
      ), seen as (
        update sessions set last_seen_at = now() where id in (select id from live where last_seen_at < now() - interval '1 minute')
      )
      select live.id as "sessionId", a.id as "accountId", a.full_name as "fullName", a.must_change_password as "mustChangePassword",
        (a.totp_confirmed_at is null and exists (
          select 1 from offices_held h join office_settings o on o.office = h.office and o.require_totp
          where h.account_id = a.id and h.held_from <= today_vn() and (h.held_to is null or h.held_to > today_vn()))) as "needsTotp",
        today_vn() as today,
        coalesce((select jsonb_agg(jsonb_build_object('office', h.office, 'unitId', u.id, 'unitName', u.name, 'unitKind', u.kind, 'root', u.parent_id is null) order by u.depth, h.office)
          from offices_held h join units u on u.id = h.unit_id
          where h.account_id = a.id and h.held_from <= today_vn() and (h.held_to is null or h.held_to > today_vn())), '[]') as offices
      from live join accounts a on a.id = live.account_id`),
  );
  return rows[0] ?? null;
}

export type SignInAccount = { id: string; passwordHash: string; disabled: boolean; totpSecret: string | null };

export async function findAccount(username: string): Promise<SignInAccount | null> {
  const rows = await atTheDoor((tx) => tx.select().from(accounts).where(eq(accounts.username, username)));
  const found = rows[0];
  return found
    ? {
        id: found.id,
        passwordHash: found.passwordHash,
        disabled: found.disabledAt !== null,
        totpSecret: found.totpConfirmedAt ? found.totpSecret : null,
      }
    : null;
}

export const openSession = (session: {
  id: string;
  accountId: string;
  hours: number;
  address: string | null;
  agent: string | null;
}): Promise<void> =>
  atTheDoor(async (tx) => {
    await tx.insert(sessions).values({ ...session, expiresAt: sql`now() + make_interval(hours => ${session.hours})` });
  });

export const endSession = (sessionId: string, why: string): Promise<void> =>
  atTheDoor(async (tx) => {
    await tx
      .update(sessions)
      .set({ endedAt: sql`now()`, endedWhy: why })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)));
  });
