import { randomInt } from 'node:crypto';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import type { Viewer } from '@/domain/access/viewer';
import type { ChangePasswordInput, ConfirmCodeInput, EndSessionInput, OwnPasswordInput } from '@/domain/accounts/inputs';
import { newSecret, plainRecoveryCode, recoveryCode, stepOfCode } from '@/domain/accounts/one-time-code';
import { passwordProblems } from '@/domain/accounts/passwords';
import type { Detail } from '@/domain/audit/details';
import type { Tx } from '../client';
import { isOftenGuessed } from '../guessed-passwords';
import { hashCode, hashPassword, newCodeSalt, verifyPassword } from '../passwords';
import { accounts, recoveryCodes, sessions } from '../schema/accounts';
import { claimAttempt, forgiveAttempt } from '../sign-in';
import { type AuditEntry, command, type Done, notFound, type Refused, refused } from '../write';

const RECOVERY_CODES = 10;

const entry = (viewer: Viewer, action: string, detail?: Detail): AuditEntry => ({
  action,
  subjectType: 'account',
  subjectId: viewer.accountId,
  ...(detail && { detail }),
});

const own = async (tx: Tx, viewer: Viewer) =>
  (await tx.select().from(accounts).where(eq(accounts.id, viewer.accountId)).for('update'))[0];

async function endOthers(tx: Tx, viewer: Viewer, why: string): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: sql`now()`, endedWhy: why })
    .where(and(eq(sessions.accountId, viewer.accountId), ne(sessions.id, viewer.sessionId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  return ended.length;
}

const WRONG = 'Mật khẩu đang dùng chưa đúng, hoặc đã thử quá nhiều lần. Hãy nhập lại sau một lát.';

/** The password typed again, throttled as at sign-in: whoever finds an open browser shall neither weaken the account nor guess. */
async function isOwnPassword(account: { id: string; passwordHash: string }, typed: string): Promise<boolean> {
  const keys = [`account:again:${account.id}`];
  const { blocked } = await claimAttempt(keys);
  const right = (await verifyPassword(account.passwordHash, typed)) && !blocked;
  if (right) await forgiveAttempt(keys);
  return right;
}

/** A new password for oneself; ends every other session. Passwords stand in no log and no stored form. */
export const changePassword = command(
  'changePassword',
  null,
  async (tx, viewer, input: z.output<typeof ChangePasswordInput>): Promise<Done<{ ended: number }> | Refused> => {
    const account = await own(tx, viewer);
    if (!account) return notFound();
    if (!(await isOwnPassword(account, input.current.reveal()))) return refused('current', WRONG);
    const password = input.password.reveal();
    const problems = passwordProblems({
      password,
      repeated: input.repeated.reveal(),
      username: account.username,
      fullName: account.fullName,
      isOftenGuessed,
    });
    if (problems.length) return { problems };
    if (password === input.current.reveal())
      return refused('password', 'Mật khẩu mới giống mật khẩu đang dùng. Hãy đặt mật khẩu khác.');
    const passwordHash = await hashPassword(password);
    await tx
      .update(accounts)
      .set({ passwordHash, passwordChangedAt: sql`now()`, mustChangePassword: false, version: account.version + 1 })
      .where(eq(accounts.id, account.id));
    const ended = await endOthers(tx, viewer, 'password-changed');
    return { result: { ended }, audit: [entry(viewer, 'account.password-change', { ended })] };
  },
);

/** Makes the secret that the authenticator app is to read; it counts only after a code and the password confirmed it. */
export const beginOneTimeCode = command('beginOneTimeCode', null, async (tx, viewer, _input: object) => {
  const account = await own(tx, viewer);
  if (!account) return notFound();
  if (account.totpConfirmedAt) return refused('', 'Mã một lần đang bật. Hãy tắt trước khi gắn điện thoại khác.');
  await tx.update(accounts).set({ totpSecret: newSecret(), totpLastStep: null }).where(eq(accounts.id, account.id));
  return { result: {}, audit: [entry(viewer, 'account.one-time-code-begin')] };
});

/** Confirms the app by one of its codes and the password, and gives ten recovery codes, readable this once. */
export const confirmOneTimeCode = command(
  'confirmOneTimeCode',
  null,
  async (tx, viewer, input: z.output<typeof ConfirmCodeInput>) => {
    const account = await own(tx, viewer);
    if (!account?.totpSecret || account.totpConfirmedAt)
      return refused('', 'Không có lần gắn nào đang chờ xác nhận. Hãy tải lại trang.');
    const step = stepOfCode(account.totpSecret, input.code, Math.floor(Date.now() / 1000), null);
    if (!(await isOwnPassword(account, input.current.reveal()))) return refused('current', WRONG);
    if (step === null) return refused('code', 'Mã không khớp. Kiểm tra giờ trên điện thoại, đợi mã tiếp theo rồi nhập lại.');
    await tx
      .update(accounts)
      .set({ totpConfirmedAt: sql`now()`, totpLastStep: step, version: account.version + 1 })
      .where(eq(accounts.id, account.id));
    const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomInt));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, account.id));
    const salt = newCodeSalt();
    const hashes = await Promise.all(codes.map((code) => hashCode(plainRecoveryCode(code) ?? code, salt)));
    await tx.insert(recoveryCodes).values(hashes.map((codeHash) => ({ id: uuidv7(), accountId: account.id, codeHash })));
    return { result: { codes }, audit: [entry(viewer, 'account.one-time-code-on')] };
  },
);

export const turnOffOneTimeCode = command(
  'turnOffOneTimeCode',
  null,
  async (tx, viewer, input: z.output<typeof OwnPasswordInput>) => {
    const account = await own(tx, viewer);
    if (!account) return notFound();
    if (!(await isOwnPassword(account, input.current.reveal()))) return refused('current', WRONG);
    await tx
      .update(accounts)
      .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null, version: account.version + 1 })
      .where(eq(accounts.id, account.id));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, account.id));
    return { result: {}, audit: [entry(viewer, 'account.one-time-code-off')] };
  },
);

/** Ends one other session of one's own. */
export const endOwnSession = command('endOwnSession', null, async (tx, viewer, input: z.output<typeof EndSessionInput>) => {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: sql`now()`, endedWhy: 'ended-elsewhere' })
    .where(and(eq(sessions.id, input.sessionId), eq(sessions.accountId, viewer.accountId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  if (!ended.length) return notFound();
  return { result: {}, audit: [{ action: 'account.session-end', subjectType: 'session', subjectId: input.sessionId }] };
});

/** Ends every other session of one's own. */
export const endOtherSessions = command('endOtherSessions', null, async (tx, viewer, _input: object) => {
  const ended = await endOthers(tx, viewer, 'sign-out-everywhere');
  return { result: { ended }, audit: [entry(viewer, 'account.sign-out-everywhere', { ended })] };
});
