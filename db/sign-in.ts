import { and, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import { plainRecoveryCode, stepOfCode } from '@/domain/accounts/one-time-code';
import { TEMPORARY_DAYS } from '@/domain/accounts/temporary-password';
import { atTheDoor, prepared, type Tx } from './client';
import { hashCode } from './passwords';
import { accounts, recoveryCodes, sessions, signInAttempts } from './schema/accounts';
import { auditLog } from './schema/records';
import { auditRow } from './write';

export type SessionRow = {
  sessionId: string;
  accountId: string;
  fullName: string;
  mustChangePassword: boolean;
  needsTotp: boolean;
  today: string;
  rulesVersion: string;
  offices: { office: string; unitId: string; unitName: string; unitKind: string; root: boolean }[];
};

/**
 * The living session with its account and the offices held today, in one query; null when ended, idle too long, expired or disabled.
 * Notes that the person was seen, at most once a minute.
 */
export async function findSession(sessionId: string, accountId: string, idleMinutes: number): Promise<SessionRow | null> {
  const rows = await atTheDoor((tx) =>
    prepared<SessionRow>(
      tx,
      sql`
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
        today_vn() as today, (select concat(count(*), ' ', max(entered_at)) from rule_sets) as "rulesVersion",
        coalesce((select jsonb_agg(jsonb_build_object('office', h.office, 'unitId', u.id, 'unitName', u.name, 'unitKind', u.kind, 'root', u.parent_id is null) order by u.depth, h.office)
          from offices_held h join units u on u.id = h.unit_id
          where h.account_id = a.id and h.held_from <= today_vn() and (h.held_to is null or h.held_to > today_vn())), '[]') as offices
      from live join accounts a on a.id = live.account_id`,
    ),
  );
  return rows[0] ?? null;
}

/** disabled: closed by the administrator, or its temporary password was left unused too long. */
export type SignInAccount = { id: string; passwordHash: string; disabled: boolean; hasTotp: boolean };

export async function findAccount(username: string): Promise<SignInAccount | null> {
  const rows = await atTheDoor((tx) =>
    tx
      .select({
        id: accounts.id,
        passwordHash: accounts.passwordHash,
        disabled: sql<boolean>`disabled_at is not null or (must_change_password and coalesce(password_changed_at < now() - make_interval(days => ${TEMPORARY_DAYS}), false))`,
        hasTotp: sql<boolean>`totp_confirmed_at is not null`,
      })
      .from(accounts)
      .where(eq(accounts.username, username)),
  );
  return rows[0] ?? null;
}

/** Failures that are free, and the seconds after the next one; doubled by each further, a quarter of an hour at most. */
const WAITS = { account: { free: 5, seconds: 15 }, address: { free: 30, seconds: 15 } };

/**
 * Counts an attempt before it is judged, so that many at once cannot slip through, and says whether one of the keys still waits.
 * keys: 'account:…', 'address:…'. Counts begin again after six hours of quiet.
 */
export async function claimAttempt(keys: readonly string[]): Promise<{ blocked: boolean }> {
  const { rows } = await atTheDoor((tx) =>
    tx.execute<{ blocked: boolean }>(sql`
      insert into sign_in_attempts as a (key, failures, last_at)
      select key, 1, now() from jsonb_array_elements_text(${JSON.stringify([...keys].sort())}::jsonb) as k (key)
      on conflict (key) do update set
        failures = case when a.blocked_until > now() then a.failures when a.last_at < now() - interval '6 hours' then 1 else a.failures + 1 end,
        last_at = case when a.blocked_until > now() then a.last_at else now() end,
        blocked_until = case
          when a.blocked_until > now() then a.blocked_until
          when a.last_at < now() - interval '6 hours' then null
          when a.failures + 1 >= ${free} then now() + make_interval(secs => least(900, ${WAITS.account.seconds} * power(2, least(10, a.failures + 1 - ${free}))))
        end
      returning a.last_at <> now() as blocked`),
  );
  return { blocked: rows.some((row) => row.blocked) };
}

const free = sql`(case when a.key like 'address:%' then ${WAITS.address.free} else ${WAITS.account.free} end)::int`;

/** The attempt was right: the account's count ends, the address gets its one back. */
export const forgiveAttempt = (keys: readonly string[]): Promise<void> =>
  atTheDoor(async (tx) => {
    for (const key of [...keys].sort()) {
      if (key.startsWith('address:'))
        await tx.update(signInAttempts).set({ failures: sql`greatest(0, failures - 1)` }).where(eq(signInAttempts.key, key));
      else await tx.delete(signInAttempts).where(eq(signInAttempts.key, key));
    }
  });

/** Opens the session, with its audit row, and tells the name of no one. */
export const openSession = (session: {
  id: string;
  accountId: string;
  hours: number;
  address: string | null;
  agent: string | null;
}): Promise<void> =>
  atTheDoor(async (tx) => {
    await tx.insert(sessions).values({ ...session, expiresAt: sql`now() + make_interval(hours => ${session.hours})` });
    await tx
      .insert(auditLog)
      .values(auditRow(session, { action: 'account.sign-in', subjectType: 'session', subjectId: session.id }));
  });

export const endSession = (sessionId: string, why: string): Promise<void> =>
  atTheDoor(async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ endedAt: sql`now()`, endedWhy: why })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
      .returning({ accountId: sessions.accountId });
    const [session] = ended;
    if (session)
      await tx
        .insert(auditLog)
        .values(auditRow(session, { action: 'account.sign-out', subjectType: 'session', subjectId: sessionId, detail: { why } }));
  });

/** What ends a session whose browser forgets its cookie at once: seen later, the cookie is a copy. */
const FORGOTTEN = ['sign-out', 'signed-in-again', 'renewed'];

/** Gives a living session another id with the same limits, so that a copy of the old cookie opens nothing. False when it has ended meanwhile. */
export const renewSession = (oldId: string, newId: string): Promise<boolean> =>
  atTheDoor(async (tx) => {
    const [old] = await tx
      .update(sessions)
      .set({ endedAt: sql`now()`, endedWhy: 'renewed' })
      .where(and(eq(sessions.id, oldId), isNull(sessions.endedAt)))
      .returning();
    if (old) await tx.insert(sessions).values({ ...old, id: newId, endedAt: null, endedWhy: null, lastSeenAt: sql`now()` });
    return old !== undefined;
  });

/**
 * Notes for the inspectors that an ended session was presented again, once a session: from then on it was last seen after its end. A session
 * that was ended from elsewhere is not noted, because its own browser does not know of the end yet.
 */
export const noteReuse = (sessionId: string, accountId: string): Promise<boolean> =>
  atTheDoor(async (tx) => {
    const noted = await tx
      .update(sessions)
      .set({ lastSeenAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(sessions.id, sessionId),
          eq(sessions.accountId, accountId),
          inArray(sessions.endedWhy, FORGOTTEN),
          lte(sessions.lastSeenAt, sessions.endedAt),
        ),
      )
      .returning({ why: sessions.endedWhy });
    const [reused] = noted;
    if (reused)
      await tx
        .insert(auditLog)
        .values(
          auditRow(
            { accountId },
            { action: 'account.session-reused', subjectType: 'session', subjectId: sessionId, detail: { why: reused.why } },
          ),
        );
    return reused !== undefined;
  });

/**
 * Takes a one-time code of the app, or a recovery code, for an account whose password was right. A code works once: its step, or the recovery code, is spent here.
 * now: seconds since 1970.
 */
export const spendCode = (accountId: string, typed: string, now: number): Promise<boolean> =>
  atTheDoor(async (tx) => {
    const [account] = await tx
      .select()
      .from(accounts)
      .where(and(eq(accounts.id, accountId), isNull(accounts.disabledAt)))
      .for('update');
    if (!account?.totpSecret || !account.totpConfirmedAt) return false;
    const step = stepOfCode(account.totpSecret, typed, now, account.totpLastStep);
    if (step !== null) {
      await tx.update(accounts).set({ totpLastStep: step }).where(eq(accounts.id, accountId));
      return true;
    }
    const plain = plainRecoveryCode(typed);
    return plain !== null && (await spendRecoveryCode(tx, accountId, plain));
  });

async function spendRecoveryCode(tx: Tx, accountId: string, plain: string): Promise<boolean> {
  const unused = and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt));
  const [any] = await tx.select({ hash: recoveryCodes.codeHash }).from(recoveryCodes).where(unused).limit(1);
  const [salt, hash] = any?.hash.split('.') ?? [];
  if (!salt || !hash) return false;
  const spent = await tx
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(and(unused, eq(recoveryCodes.codeHash, await hashCode(plain, salt))))
    .returning({ id: recoveryCodes.id });
  if (spent.length)
    await tx
      .insert(auditLog)
      .values(auditRow({ accountId }, { action: 'account.recovery-code', subjectType: 'account', subjectId: accountId }));
  return spent.length > 0;
}
