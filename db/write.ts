import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Permission } from '@/domain/access/offices';
import { may, type Viewer } from '@/domain/access/viewer';
import type { Detail } from '@/domain/audit/details';
import type { Problem } from '@/domain/problems';
import { change, type Tx } from './client';
import { problemOf } from './errors';
import { auditLog, idempotencyKeys } from './schema/records';

/** Facts only: no names, no free text, no numbers of papers that identify a person. */
export type AuditEntry = {
  action: string;
  subjectType: string;
  subjectId: string;
  unitId?: string | null;
  detail?: Detail;
};
export type Done<R> = { result: R; audit: [AuditEntry, ...AuditEntry[]] };
export type Refused = { problems: Problem[] };
/** A change: a verb of the trade, the right it needs (null: everyone signed in, for their own things) and what it does. */
export type Command<I, R> = {
  name: string;
  permission: Permission | null;
  run: (tx: Tx, viewer: Viewer, input: I) => Promise<Done<R> | Refused>;
};
export type Written<R> = { ok: true; result: R } | { ok: false; problems: Problem[] };

/** Declares a command. `run` sees only rows in the viewer's reach when it asks through db/scope. */
export const command = <I, R>(name: string, permission: Permission | null, run: Command<I, R>['run']): Command<I, R> => ({
  name,
  permission,
  run,
});

export const refused = (path: string, message: string): Refused => ({ problems: [{ path, message }] });
/** Not there, or not in reach: the same answer for both. */
export const notFound = (): Refused =>
  refused('', 'Không tìm thấy bản ghi này. Có thể nó nằm ngoài phạm vi của bạn; hãy quay lại danh sách.');

/** The row carries another version than the form: tells who changed it and when. */
export async function stale(tx: Tx, by: string | null, at: Date | null): Promise<Refused> {
  const { rows } = await tx.execute<{ name: string | null }>(sql`select account_name(${by}) as name`);
  const when = at
    ? ` lúc ${at.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric' })}`
    : '';
  return {
    problems: [
      {
        path: '',
        stale: true,
        message: `Bản ghi này đã được ${rows[0]?.name ?? 'người khác'} sửa${when}. Nội dung bạn nhập vẫn còn ở đây; hãy mở bản mới để đối chiếu rồi lưu lại.`,
      },
    ],
  };
}

/**
 * One change, one transaction: idempotency key, command, audit rows, or nothing at all.
 * The same key with the same body answers as the first time; with another body it is refused.
 */
export async function write<I, R>(viewer: Viewer, cmd: Command<I, R>, input: I, key?: string): Promise<Written<R>> {
  if (cmd.permission && !may(viewer, cmd.permission))
    return { ok: false, problems: [{ path: '', message: 'Chức trách của bạn không có quyền làm việc này.' }] };
  try {
    return await change(
      viewer,
      (tx) => once(tx, viewer, cmd, input, key),
      (written) => written.ok,
    );
  } catch (error) {
    return { ok: false, problems: [problemOf(error)] };
  }
}

async function once<I, R>(tx: Tx, viewer: Viewer, cmd: Command<I, R>, input: I, key?: string): Promise<Written<R>> {
  if (key) {
    const bodyHash = hashOf(JSON.stringify(input, (_, value) => (value instanceof Uint8Array ? hashOf(value) : value)));
    const earlier = await claim<R>(tx, viewer, cmd.name, bodyHash, key);
    if (earlier) return earlier;
  }
  const outcome = await cmd.run(tx, viewer, input);
  if ('problems' in outcome) return { ok: false, problems: outcome.problems };
  await tx.insert(auditLog).values(outcome.audit.map((entry) => auditRow(viewer, entry)));
  if (key)
    await tx
      .update(idempotencyKeys)
      .set({ result: { value: outcome.result ?? null } })
      .where(eq(idempotencyKeys.key, key));
  return { ok: true, result: outcome.result };
}

const hashOf = (body: string | Uint8Array) => createHash('sha256').update(body).digest('hex');

async function claim<R>(tx: Tx, viewer: Viewer, name: string, bodyHash: string, key: string): Promise<Written<R> | null> {
  const mine = await tx
    .insert(idempotencyKeys)
    .values({ key, accountId: viewer.accountId, command: name, bodyHash, result: {} })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (mine.length) return null;
  const [first] = await tx.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key));
  if (first?.accountId === viewer.accountId && first.command === name && first.bodyHash === bodyHash)
    return { ok: true, result: (first.result as { value: R }).value };
  return {
    ok: false,
    problems: [
      {
        path: '',
        message: 'Biểu mẫu này đã được gửi một lần với nội dung khác. Hãy tải lại trang để xem bản đã lưu rồi sửa tiếp.',
      },
    ],
  };
}

/** The database's trigger fills chain, seq, time and hashes; what stands here for them is never kept. */
export const auditRow = (viewer: Pick<Viewer, 'accountId'>, entry: AuditEntry) => ({
  chain: 0,
  seq: 0,
  prevHash: '',
  hash: '',
  accountId: viewer.accountId,
  action: entry.action,
  subjectType: entry.subjectType,
  subjectId: entry.subjectId,
  unitId: entry.unitId ?? null,
  detail: entry.detail ?? {},
});

/** Audit rows of a change of many records at once, in the order given; one statement for up to some thousands. */
export async function auditMany(tx: Tx, viewer: Viewer, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length) await tx.insert(auditLog).values(entries.map((entry) => auditRow(viewer, entry)));
}
