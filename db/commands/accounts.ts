import { randomInt } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import type { Viewer } from '@/domain/access/viewer';
import type {
  AccountVersionInput,
  CreateAccountInput,
  EndOfficeInput,
  GiveOfficeInput,
  RequireCodeInput,
  ResetPasswordInput,
} from '@/domain/accounts/inputs';
import { temporaryPassword } from '@/domain/accounts/temporary-password';
import type { Tx } from '../client';
import { hashPassword } from '../passwords';
import { manageable } from '../queries/accounts';
import { accounts, officeSettings, officesHeld, recoveryCodes, sessions } from '../schema/accounts';
import { units } from '../schema/units';
import { within } from '../scope';
import { type AuditEntry, command, notFound, type Refused, refused, stale } from '../write';

const NOT_YOURSELF = 'Không ai tự sửa tài khoản và chức trách của chính mình. Hãy nhờ quản trị hệ thống khác.';

const entry = (action: string, accountId: string, extra: Partial<AuditEntry> = {}): AuditEntry => ({
  action,
  subjectType: 'account',
  subjectId: accountId,
  ...extra,
});

type Found = { account: typeof accounts.$inferSelect } | Refused;

async function find(tx: Tx, viewer: Viewer, accountId: string, version?: number): Promise<Found> {
  if (accountId === viewer.accountId) return refused('', NOT_YOURSELF);
  const [account] = await tx
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, accountId), manageable(viewer)))
    .for('update');
  if (!account) return notFound();
  return version !== undefined && account.version !== version ? stale(tx, null, null) : { account };
}

const endSessions = (tx: Tx, accountId: string, why: string) =>
  tx
    .update(sessions)
    .set({ endedAt: sql`now()`, endedWhy: why })
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt)));

const temporary = async (password: string) => ({
  passwordHash: await hashPassword(password),
  passwordChangedAt: sql`now()`,
  mustChangePassword: true,
});

/** A new account with a temporary password, readable this once and changed at first use. It may do nothing until it is given an office. */
export const createAccount = command(
  'createAccount',
  'account.manage',
  async (tx, _viewer, input: z.output<typeof CreateAccountInput>) => {
    const id = uuidv7();
    const password = temporaryPassword(randomInt);
    await tx.insert(accounts).values({ id, ...input, ...(await temporary(password)) });
    return { result: { id, username: input.username, password }, audit: [entry('account.create', id)] };
  },
);

/** Closes the door at once: every session ends. What the account wrote stays. */
export const disableAccount = command(
  'disableAccount',
  'account.manage',
  async (tx, viewer, input: z.output<typeof AccountVersionInput>) => {
    const found = await find(tx, viewer, input.accountId, input.version);
    if ('problems' in found) return found;
    if (found.account.disabledAt) return refused('', 'Tài khoản này đã khóa từ trước. Hãy tải lại trang.');
    await tx
      .update(accounts)
      .set({ disabledAt: sql`now()`, version: input.version + 1 })
      .where(eq(accounts.id, input.accountId));
    await endSessions(tx, input.accountId, 'disabled');
    return { result: {}, audit: [entry('account.disable', input.accountId)] };
  },
);

export const enableAccount = command(
  'enableAccount',
  'account.manage',
  async (tx, viewer, input: z.output<typeof AccountVersionInput>) => {
    const found = await find(tx, viewer, input.accountId, input.version);
    if ('problems' in found) return found;
    if (!found.account.disabledAt) return refused('', 'Tài khoản này đang mở. Hãy tải lại trang.');
    await tx
      .update(accounts)
      .set({ disabledAt: null, version: input.version + 1 })
      .where(eq(accounts.id, input.accountId));
    return { result: {}, audit: [entry('account.enable', input.accountId)] };
  },
);

/** A new temporary password, readable this once; ends every session. With clearCode the one-time code goes too (a lost telephone). */
export const resetPassword = command(
  'resetPassword',
  'account.manage',
  async (tx, viewer, input: z.output<typeof ResetPasswordInput>) => {
    const found = await find(tx, viewer, input.accountId, input.version);
    if ('problems' in found) return found;
    const password = temporaryPassword(randomInt);
    const clearing = input.clearCode ? { totpSecret: null, totpConfirmedAt: null, totpLastStep: null } : {};
    await tx
      .update(accounts)
      .set({ ...(await temporary(password)), version: input.version + 1, ...clearing })
      .where(eq(accounts.id, input.accountId));
    if (input.clearCode) await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, input.accountId));
    await endSessions(tx, input.accountId, 'password-reset');
    return {
      result: { username: found.account.username, password },
      audit: [entry('account.password-reset', input.accountId, { detail: { codeCleared: Boolean(input.clearCode) } })],
    };
  },
);

/** Gives an office in a unit from a day on. Nobody gives one to themselves. */
export const giveOffice = command('giveOffice', 'account.manage', async (tx, viewer, input: z.output<typeof GiveOfficeInput>) => {
  const found = await find(tx, viewer, input.accountId);
  if ('problems' in found) return found;
  const [unit] = await tx
    .select({ id: units.id, closedOn: units.closedOn })
    .from(units)
    .where(and(eq(units.id, input.unitId), within(viewer, 'account.manage', units.id)));
  if (!unit) return refused('unitId', 'Không tìm thấy tổ chức đảng này trong phạm vi của bạn. Hãy tìm và chọn lại.');
  if (unit.closedOn) return refused('unitId', 'Tổ chức đảng này đã kết thúc hoạt động. Hãy chọn tổ chức kế thừa.');
  const held = await tx
    .select({ id: officesHeld.id })
    .from(officesHeld)
    .where(
      and(
        eq(officesHeld.accountId, input.accountId),
        eq(officesHeld.office, input.office),
        eq(officesHeld.unitId, input.unitId),
        sql`(held_to is null or held_to > ${input.heldFrom})`,
      ),
    );
  if (held.length)
    return refused('office', 'Người này đang giữ đúng chức trách đó ở tổ chức này. Hãy kết thúc lần trước rồi mới giao lại.');
  const id = uuidv7();
  await tx.insert(officesHeld).values({
    id,
    accountId: input.accountId,
    office: input.office,
    unitId: input.unitId,
    heldFrom: input.heldFrom,
    heldTo: input.heldTo ?? null,
    grantedBy: viewer.accountId,
  });
  const detail = { office: input.office, from: input.heldFrom, to: input.heldTo ?? null };
  return { result: { id }, audit: [entry('account.office-give', input.accountId, { unitId: input.unitId, detail })] };
});

/** Ends an office on a day, from which the right is gone. Nobody ends their own. */
export const endOffice = command('endOffice', 'account.manage', async (tx, viewer, input: z.output<typeof EndOfficeInput>) => {
  const [held] = await tx
    .select()
    .from(officesHeld)
    .where(and(eq(officesHeld.id, input.heldId), within(viewer, 'account.manage', officesHeld.unitId)))
    .for('update');
  if (!held) return notFound();
  if (held.accountId === viewer.accountId) return refused('', NOT_YOURSELF);
  if (held.version !== input.version) return stale(tx, null, null);
  if (input.heldTo < held.heldFrom) return refused('heldTo', 'Ngày kết thúc không được trước ngày bắt đầu giữ chức trách.');
  await tx
    .update(officesHeld)
    .set({ heldTo: input.heldTo, version: held.version + 1 })
    .where(eq(officesHeld.id, held.id));
  return {
    result: {},
    audit: [
      entry('account.office-end', held.accountId, { unitId: held.unitId, detail: { office: held.office, to: input.heldTo } }),
    ],
  };
});

/** Whether an office demands a one-time code of whoever holds it. For the whole house: only who manages the whole province may set it. */
export const requireOneTimeCode = command(
  'requireOneTimeCode',
  'account.manage',
  async (tx, viewer, input: z.output<typeof RequireCodeInput>) => {
    if (!viewer.grants.get('account.manage')?.some((grant) => grant.root && grant.reach === 'subtree'))
      return refused('', 'Yêu cầu mã một lần áp dụng cho cả tỉnh. Hãy đề nghị quản trị hệ thống cấp tỉnh.');
    const requireTotp = input.require === 'yes';
    const changed = await tx
      .insert(officeSettings)
      .values({ office: input.office, requireTotp })
      .onConflictDoUpdate({
        target: officeSettings.office,
        set: { requireTotp, version: sql`${officeSettings.version} + 1` },
        setWhere: eq(officeSettings.version, input.version),
      })
      .returning({ office: officeSettings.office });
    if (!changed.length) return stale(tx, null, null);
    return {
      result: {},
      audit: [
        { action: 'account.code-require', subjectType: 'office', subjectId: input.office, detail: { require: requireTotp } },
      ],
    };
  },
);
