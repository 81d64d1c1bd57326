import { and, eq, gte, isNull, or } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/domain/access/viewer';
import { asksForReason, CHECK_LABELS, type Check, listChecks, personChecks } from '@/domain/succession/checks';
import type { LeavePlanning, ProposeEntry, WithdrawEntry } from '@/domain/succession/inputs';
import type { Placed, Title } from '@/domain/succession/planning';
import type { Tx } from '../../client';
import { rulesInForce } from '../../queries/rule-sets';
import { personsIn } from '../../queries/succession/persons';
import { cadres, posts } from '../../schema/cadres';
import { successionEntries, successionLists } from '../../schema/succession';
import { within } from '../../scope';
import { command, notFound, refused } from '../../write';
import { type Entry, type List, lockEntry, lockList, nameEntry, notDrafting, stamp } from './lock';

type Term = Pick<Entry, 'termKind' | 'termFrom'>;

/**
 * Puts a name on the list of a title. What the rules say against it does not block: a reason is asked for, and stays with the name. Gives the
 * entry's id.
 */
export const proposeEntry = command('proposeEntry', 'succession.write', async (tx, viewer, input: ProposeEntry) => {
  const found = await lockList(tx, viewer, 'succession.write', input);
  if ('problems' in found) return found;
  const { list, campaign } = found;
  const closed = notDrafting(found);
  if (closed) return closed;
  const title = await titleOf(tx, viewer, list, input.postId);
  if (!title) return refused('postId', 'Chức danh này không thuộc danh sách đang lập. Hãy chọn lại chức danh.');
  const { termKind, termFrom, termTo, countedOn } = campaign;
  const rules = await rulesInForce(tx, viewer, countedOn, list.unitId);
  const person = (await personsIn(tx, viewer, [input.cadreId], rules, viewer.today)).get(input.cadreId);
  const [serving] = await tx.select({ serving: cadres.serving }).from(cadres).where(eq(cadres.id, input.cadreId));
  if (!person) return notFound();
  if (!serving?.serving) return refused('cadreId', 'Người này không còn trong sổ đảng viên. Hãy chọn người khác.');
  const { placed, titles } = await around(tx, viewer, { termKind, termFrom }, input.cadreId, title);
  if (placed.some(({ personId, titleId }) => personId === person.id && titleId === title.id))
    return refused('cadreId', `${person.name} đã có trong quy hoạch chức danh này.`);
  const all = [...placed, { personId: person.id, titleId: title.id }];
  const checks = [
    ...personChecks(person, title, { from: termFrom, day: countedOn }, rules),
    ...listChecks(all, titles, rules).filter(({ titleId, personId }) => titleId === title.id || personId === person.id),
  ];
  if (asksForReason(checks) && !input.reason) return refused('reason', reasonWords(checks));
  const entry = {
    ...{ id: uuidv7(), listId: list.id, postId: title.id, unitId: list.unitId, managingUnitId: list.managingUnitId },
    ...{ cadreId: person.id, termKind, termFrom, termTo, proposedBy: viewer.accountId },
    ...{ source: input.source, standing: input.standing, reason: input.reason, note: input.note },
  };
  await tx.insert(successionEntries).values(entry);
  await stamp(tx, viewer, list);
  const warnings = checks.filter(({ verdict }) => verdict === 'against').length;
  return {
    result: { entryId: entry.id, campaignId: campaign.id, listId: list.id, name: person.name },
    audit: [nameEntry('succession.proposed', entry as Entry, { warnings, exception: Boolean(input.reason) })],
  };
});

const reasonWords = (checks: readonly Check[]): string =>
  `Có điều chưa đúng quy định: ${checks
    .filter(({ verdict }) => verdict === 'against')
    .map(({ key, words, basis }) => `${CHECK_LABELS[key].toLowerCase()} (${words}; ${basis})`)
    .join('; ')}. Nếu cấp có thẩm quyền vẫn quyết định, hãy ghi lý do.`;

async function titleOf(tx: Tx, viewer: Viewer, list: List, postId: string): Promise<Title | null> {
  const [post] = await tx
    .select()
    .from(posts)
    .where(
      and(
        eq(posts.id, postId),
        eq(posts.unitId, list.unitId),
        eq(posts.managingUnitId, list.managingUnitId),
        or(isNull(posts.validTo), gte(posts.validTo, viewer.today)),
      ),
    );
  return post ? { ...post, name: post.title } : null;
}

/** The names on that title, and every title in reach that the person is planned for in the term. */
async function around(tx: Tx, viewer: Viewer, { termKind, termFrom }: Term, cadreId: string, title: Title) {
  const rows = await tx
    .select({ personId: successionEntries.cadreId, post: posts })
    .from(successionEntries)
    .innerJoin(posts, eq(posts.id, successionEntries.postId))
    .where(
      and(
        or(eq(successionEntries.postId, title.id), eq(successionEntries.cadreId, cadreId)),
        eq(successionEntries.termKind, termKind),
        eq(successionEntries.termFrom, termFrom),
        isNull(successionEntries.leftOn),
        within(viewer, 'succession.read', successionEntries.managingUnitId),
      ),
    );
  const titles = new Map([[title.id, title], ...rows.map(({ post }) => [post.id, { ...post, name: post.title }] as const)]);
  return { placed: rows.map(({ personId, post }): Placed => ({ personId, titleId: post.id })), titles: [...titles.values()] };
}

/** Takes a name back that nobody has decided on yet; it stays in the book as withdrawn. */
export const withdrawEntry = command('withdrawEntry', 'succession.write', async (tx, viewer, input: WithdrawEntry) => {
  const entry = await lockEntry(tx, viewer, 'succession.write', input);
  if ('problems' in entry) return entry;
  const found = await lockList(tx, viewer, 'succession.write', { listId: entry.listId });
  if ('problems' in found) return found;
  if (entry.leftOn) return refused('', 'Người này đã được đưa ra khỏi danh sách.');
  if (entry.approvedOn) return refused('', 'Người này đã được phê duyệt quy hoạch; đưa ra khỏi quy hoạch phải có quyết định.');
  const closed = notDrafting(found);
  if (closed) return closed;
  await leave(tx, viewer, entry, { leftOn: viewer.today, leftReason: 'withdrawn', leftNote: input.note });
  await stamp(tx, viewer, found.list);
  return {
    result: { campaignId: found.campaign.id, listId: found.list.id },
    audit: [nameEntry('succession.withdrawn', entry)],
  };
});

/** Takes somebody out of planning by decision: over age, disciplined, appointed to the title … The entry stays in the book. */
export const leavePlanning = command('leavePlanning', 'succession.approve', async (tx, viewer, input: LeavePlanning) => {
  const entry = await lockEntry(tx, viewer, 'succession.approve', input);
  if ('problems' in entry) return entry;
  if (entry.leftOn) return refused('', 'Người này đã được đưa ra khỏi quy hoạch.');
  if (!entry.approvedOn)
    return refused('', 'Đề xuất này chưa được phê duyệt; hãy rút khỏi danh sách thay vì đưa ra khỏi quy hoạch.');
  if (input.leftOn < entry.approvedOn)
    return refused('leftOn', 'Ngày đưa ra không được trước ngày phê duyệt quy hoạch. Hãy kiểm tra lại.');
  if (input.decisionDate > viewer.today) return refused('decisionDate', 'Ngày quyết định không được sau hôm nay.');
  const [list] = await tx
    .select({ id: successionLists.id, campaignId: successionLists.campaignId })
    .from(successionLists)
    .where(eq(successionLists.id, entry.listId));
  if (!list) return notFound();
  await leave(tx, viewer, entry, {
    leftOn: input.leftOn,
    leftReason: input.leftReason,
    leftNote: input.reason,
    leftDecisionNumber: input.decisionNumber,
    leftDecisionDate: input.decisionDate,
    leftIssuer: input.issuer,
    leftSigner: input.signer,
  });
  return {
    result: { campaignId: list.campaignId, listId: list.id },
    audit: [nameEntry('succession.left', entry, { leftReason: input.leftReason, effectiveOn: input.leftOn })],
  };
});

/** Ends an entry. */
async function leave(tx: Tx, viewer: Viewer, entry: Entry, set: Partial<Entry>): Promise<void> {
  await tx
    .update(successionEntries)
    .set({ ...set, leftBy: viewer.accountId, leftAt: new Date(), version: entry.version + 1 })
    .where(eq(successionEntries.id, entry.id));
}
