import { and, eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/domain/access/viewer';
import { addDays } from '@/domain/calendar';
import type { AddPause, AddPost, ChangePost, EndPause, EndPost } from '@/domain/posts/inputs';
import type { Tier } from '@/domain/posts/kinds';
import { changePostProblems, endPostProblems, pauseProblems, postProblems } from '@/domain/posts/post-problems';
import { seatExchanges } from '@/domain/posts/seats';
import type { PostSnapshot } from '@/domain/posts/snapshot';
import { postSortKey } from '@/domain/posts/sort-key';
import type { Tx } from '../client';
import { queueOnPost } from '../post-queue';
import { personnelPauses, posts, postVersions } from '../schema/cadres';
import { units } from '../schema/units';
import { within } from '../scope';
import { type AuditEntry, command, notFound, type Refused, refused, stale } from '../write';

type Post = typeof posts.$inferSelect;
type Document = Pick<AddPost, 'decisionNumber' | 'decisionDate' | 'issuer' | 'reason'>;

const entry = (action: string, post: Pick<Post, 'id' | 'managingUnitId'>, detail: AuditEntry['detail'] = {}): AuditEntry => ({
  action,
  subjectType: 'post',
  subjectId: post.id,
  unitId: post.managingUnitId,
  detail,
});

/** The columns of the catalogue; the standards of the form as one value. */
function catalogueOf(input: AddPost | ChangePost) {
  const { code, title, system, level, tier, rank, elected, body, outsider, grade, seats, allowance } = input;
  const { theory, professional, administration, defence, presentPostMonths, grassrootsMonths, text } = input;
  const standards = { theory, professional, administration, defence, presentPostMonths, grassrootsMonths, text };
  return { code, title, system, level, tier, rank, elected, body, outsider, grade, seats, allowance, standards };
}

/**
 * The unit whose standing committee manages a title of that tier: the province, or the committee directly under it. Refused where there is none,
 * or where it is out of the viewer's reach.
 */
async function managerOf(tx: Tx, viewer: Viewer, unitId: string, tier: Tier): Promise<{ id: string } | Refused> {
  const level = tier === 'committee' ? 1 : 0;
  const [manager] = await tx
    .select({ id: units.id, isCell: units.isCell, reached: sql<boolean>`${within(viewer, 'post.change', units.id)}` })
    .from(units)
    .where(sql`${units.depth} = ${level} and ${units.id} in (select t.ancestor_id from unit_tree t where t.unit_id = ${unitId})`);
  if (!manager || manager.isCell)
    return refused('tier', 'Chức danh của tổ chức này không thuộc diện ban thường vụ đảng ủy trực thuộc quản lý. Hãy chọn lại.');
  if (!manager.reached)
    return refused('tier', 'Chức danh diện này do cấp trên quản lý và lập danh mục. Hãy đề nghị cấp trên ghi.');
  return { id: manager.id };
}

const writeVersion = (tx: Tx, viewer: Viewer, postId: string, validFrom: string, snapshot: PostSnapshot, document: Document) => {
  const { decisionNumber, decisionDate, issuer, reason } = document;
  const papers = { decisionNumber, decisionDate, issuer, reason };
  return tx.insert(postVersions).values({ id: uuidv7(), postId, validFrom, snapshot, ...papers, enteredBy: viewer.accountId });
};

/** A new title of a unit, with its seats, all of them empty. Gives its id. */
export const addPost = command<AddPost, { postId: string }>('addPost', 'post.change', async (tx, viewer, input) => {
  const problems = postProblems(input, viewer.today);
  if (problems.length) return { problems };
  const [unit] = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.id, input.unitId), sql`${units.closedOn} is null`, within(viewer, 'post.change', units.id)));
  if (!unit)
    return refused('unitId', 'Tổ chức này không nằm trong phạm vi của bạn hoặc đã kết thúc hoạt động. Hãy chọn tổ chức khác.');
  const manager = await managerOf(tx, viewer, unit.id, input.tier);
  if ('problems' in manager) return manager;
  const said = catalogueOf(input);
  const row = {
    id: uuidv7(),
    unitId: unit.id,
    managingUnitId: manager.id,
    ...said,
    sortKey: postSortKey(said.grade, said.title),
  };
  await tx.insert(posts).values({ ...row, validFrom: input.validFrom, updatedBy: viewer.accountId });
  await writeVersion(tx, viewer, row.id, input.validFrom, said, input);
  return { result: { postId: row.id }, audit: [entry('post.added', row, { validFrom: input.validFrom })] };
});

/** The title in reach for changing, locked, in the version that the form was opened with, and who holds its seats until when. */
async function lockPost(tx: Tx, viewer: Viewer, { postId, version }: { postId: string; version: number }) {
  await queueOnPost(tx, postId);
  const [post] = await tx
    .select()
    .from(posts)
    .where(and(eq(posts.id, postId), within(viewer, 'post.change', posts.managingUnitId)))
    .for('update');
  if (!post) return notFound();
  if (post.version !== version) return stale(tx, post.updatedBy, post.updatedAt);
  const { rows: held } = await tx.execute<{ seat: number; until: string | null }>(
    sql`select seat, free_from as until from post_seats where post_id = ${post.id} and appointment_id is not null`,
  );
  const { rows: last } = await tx.execute<{ validFrom: string | null }>(
    sql`select max(valid_from) as "validFrom" from post_versions where post_id = ${post.id}`,
  );
  return { post, known: { validFrom: last[0]?.validFrom ?? post.validFrom, validTo: post.validTo, held } };
}

const list = (seats: readonly number[]) => `{${seats.join(',')}}`;
/** Seats change places with all who ever held them; the database asks for the right to change the title, not for the files of the holders. */
const exchangeSeats = (tx: Tx, postId: string, exchanges: readonly { above: number; below: number }[]) =>
  tx.execute(
    sql`select exchange_seats(${postId}, ${list(exchanges.map(({ above }) => above))}::int[], ${list(exchanges.map(({ below }) => below))}::int[])`,
  );

/** What the catalogue says of a title from a day on; what it said before stays in its versions. */
export const changePost = command<ChangePost, { postId: string }>('changePost', 'post.change', async (tx, viewer, input) => {
  const found = await lockPost(tx, viewer, input);
  if ('problems' in found) return found;
  const { post, known } = found;
  const problems = changePostProblems(input, known, viewer.today);
  if (problems.length) return { problems };
  const manager = await managerOf(tx, viewer, post.unitId, input.tier);
  if ('problems' in manager) return manager;
  const said = catalogueOf(input);
  const exchanges = seatExchanges(known.held, input.seats, input.validFrom);
  if (exchanges.length) await exchangeSeats(tx, post.id, exchanges);
  await writeVersion(tx, viewer, post.id, input.validFrom, said, input);
  const changed = { ...said, managingUnitId: manager.id, sortKey: postSortKey(said.grade, said.title) };
  await tx
    .update(posts)
    .set({ ...changed, version: post.version + 1, updatedBy: viewer.accountId, updatedAt: new Date() })
    .where(eq(posts.id, post.id));
  const moved = exchanges.length ? { moved: exchanges.length } : {};
  return { result: { postId: post.id }, audit: [entry('post.changed', post, { validFrom: input.validFrom, ...moved })] };
});

const snapshotOf = (post: Post): PostSnapshot => {
  const { code, title, system, level, tier, rank, elected, body, outsider, grade, seats, allowance, standards } = post;
  return { code, title, system, level, tier, rank, elected, body, outsider, grade, seats, allowance, standards };
};

/** Takes a title out of the catalogue after a day; it stays for history. */
export const endPost = command<EndPost, { postId: string }>('endPost', 'post.change', async (tx, viewer, input) => {
  const found = await lockPost(tx, viewer, input);
  if ('problems' in found) return found;
  const { post, known } = found;
  const problems = endPostProblems(input, known, viewer.today);
  if (problems.length) return { problems };
  await writeVersion(tx, viewer, post.id, addDays(input.endsOn, 1), { ...snapshotOf(post), validTo: input.endsOn }, input);
  await tx
    .update(posts)
    .set({ validTo: input.endsOn, version: post.version + 1, updatedBy: viewer.accountId, updatedAt: new Date() })
    .where(eq(posts.id, post.id));
  return { result: { postId: post.id }, audit: [entry('post.ended', post, { to: input.endsOn })] };
});

const pauseEntry = (unitId: string, pauseId: string, detail: AuditEntry['detail']): AuditEntry => ({
  action: 'post.paused',
  subjectType: 'pause',
  subjectId: pauseId,
  unitId,
  detail,
});

/** "Tạm dừng công tác cán bộ" in a unit and below it: new matters there warn, nothing is blocked. */
export const addPause = command<AddPause, { pauseId: string }>('addPause', 'post.change', async (tx, viewer, input) => {
  const problems = pauseProblems(input);
  if (problems.length) return { problems };
  const [unit] = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.id, input.unitId), within(viewer, 'post.change', units.id)));
  if (!unit) return refused('unitId', 'Tổ chức này không nằm trong phạm vi của bạn. Hãy chọn tổ chức khác.');
  const id = uuidv7();
  await tx.insert(personnelPauses).values({ id, ...input, enteredBy: viewer.accountId });
  return { result: { pauseId: id }, audit: [pauseEntry(unit.id, id, { from: input.fromOn, to: input.toOn })] };
});

/** The last day of a pause, decided later or otherwise. */
export const endPause = command<EndPause, { pauseId: string }>('endPause', 'post.change', async (tx, viewer, input) => {
  const [row] = await tx
    .select()
    .from(personnelPauses)
    .where(and(eq(personnelPauses.id, input.pauseId), within(viewer, 'post.change', personnelPauses.unitId)))
    .for('update');
  if (!row) return notFound();
  if (row.version !== input.version) return stale(tx, row.enteredBy, row.enteredAt);
  const problems = pauseProblems({ fromOn: row.fromOn, toOn: input.toOn });
  if (problems.length) return { problems };
  await tx
    .update(personnelPauses)
    .set({ toOn: input.toOn, version: row.version + 1 })
    .where(eq(personnelPauses.id, row.id));
  return { result: { pauseId: row.id }, audit: [pauseEntry(row.unitId, row.id, { from: row.fromOn, to: input.toOn })] };
});
