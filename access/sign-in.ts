import { createHash } from 'node:crypto';
import { verifyPassword } from '@/db/passwords';
import { claimAttempt, findAccount, forgiveAttempt, spendCode } from '@/db/sign-in';
import { oneLine } from '@/domain/text';
import { log } from './log';

/** `code`: the password was right, and the account wants a one-time code next. One `refused` for everything else: unknown, wrong, disabled, too often. */
export type SignInOutcome = { kind: 'in' | 'code'; accountId: string } | { kind: 'refused' };

const addressKey = (address: string | null) => (address ? [`address:${address}`] : []);
/** Short, of one length, and no name that someone typed by mistake (a password, for instance) stands in the table. */
const nameKey = (kind: string, name: string) =>
  `account:${createHash('sha256').update(`${kind}:${name}`).digest('base64url').slice(0, 22)}`;

/** Judges user name and password. Takes the same time and gives the same answer for an unknown name, a wrong password, a disabled account and one that must wait. */
export async function checkPassword(typed: {
  username: string;
  password: string;
  address: string | null;
}): Promise<SignInOutcome> {
  const username = oneLine(typed.username).toLowerCase().slice(0, 100);
  const keys = [nameKey('password', username), ...addressKey(typed.address)];
  const { blocked } = await claimAttempt(keys);
  const account = await findAccount(username);
  const right = await verifyPassword(account?.passwordHash ?? null, typed.password.slice(0, 1000));
  if (blocked || !right || !account || account.disabled) {
    log.warn({ event: 'sign-in-refused', accountId: account?.id, blocked }, 'sign-in refused');
    return { kind: 'refused' };
  }
  await forgiveAttempt(keys);
  return { kind: account.hasTotp ? 'code' : 'in', accountId: account.id };
}

/** Judges the one-time or recovery code of an account whose password was right; throttled like passwords. */
export async function checkCode(
  typed: { accountId: string; code: string; address: string | null },
  now = Date.now() / 1000,
): Promise<SignInOutcome> {
  const keys = [nameKey('code', typed.accountId), ...addressKey(typed.address)];
  const { blocked } = await claimAttempt(keys);
  if (blocked || !(await spendCode(typed.accountId, typed.code.slice(0, 50), Math.floor(now)))) {
    log.warn({ event: 'one-time-code-refused', accountId: typed.accountId, blocked }, 'one-time code refused');
    return { kind: 'refused' };
  }
  await forgiveAttempt(keys);
  return { kind: 'in', accountId: typed.accountId };
}
