import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { ApproveList, RecordVotes, ReturnList, SubmitList } from '@/domain/succession/inputs';
import type { Tx } from '../../client';
import { successionEntries, successionVotes } from '../../schema/succession';
import { type AuditEntry, command, refused } from '../../write';
import { type Entry, type List, listEntry, lockList, nameEntry, notDrafting, notWaiting, stamp } from './lock';

/** The names of a list that wait for their decision. */
const proposedOn = (tx: Tx, list: List): Promise<Entry[]> =>
  tx
    .select()
    .from(successionEntries)
    .where(and(eq(successionEntries.listId, list.id), isNull(successionEntries.leftOn), isNull(successionEntries.approvedOn)))
    .orderBy(successionEntries.id)
    .for('update');

/** Votes of one step for the names of a list; a name left empty was not voted on there. */
export const recordVotes = command('recordVotes', 'succession.write', async (tx, viewer, input: RecordVotes) => {
  const found = await lockList(tx, viewer, 'succession.write', input);
  if ('problems' in found) return found;
  const { list, campaign } = found;
  const closed = notDrafting(found);
  if (closed) return closed;
  if (input.heldOn > viewer.today) return refused('heldOn', 'Ngày họp không được sau hôm nay. Hãy kiểm tra lại.');
  const names = await proposedOn(tx, list);
  const known = new Set(names.map(({ id }) => id));
  if (input.lines.some(({ entryId }) => !known.has(entryId)))
    return refused('', 'Danh sách vừa thay đổi: có người không còn chờ phê duyệt. Hãy tải lại trang.');
  if (!names.length) return refused('', 'Chưa có ai được đề xuất trong danh sách. Hãy đề xuất trước khi ghi phiếu.');
  await writeVotes(tx, viewer, list, input, [...known]);
  await stamp(tx, viewer, list);
  return {
    result: { campaignId: campaign.id, listId: list.id, count: input.lines.length },
    audit: [listEntry('succession.voted', list, { step: input.step, count: input.lines.length })],
  };
});

async function writeVotes(tx: Tx, viewer: Viewer, list: List, input: RecordVotes, ids: string[]): Promise<void> {
  const { step, heldOn, summoned, lines } = input;
  await tx.delete(successionVotes).where(and(inArray(successionVotes.entryId, ids), eq(successionVotes.step, step)));
  if (lines.length)
    await tx.insert(successionVotes).values(
      lines.map((line) => ({
        ...line,
        step,
        heldOn,
        summoned,
        managingUnitId: list.managingUnitId,
        enteredBy: viewer.accountId,
      })),
    );
}

/** Hands the list to whoever approves; from then on nothing on it changes until it is approved or sent back. */
export const submitList = command('submitList', 'succession.write', async (tx, viewer, input: SubmitList) => {
  const found = await lockList(tx, viewer, 'succession.write', input);
  if ('problems' in found) return found;
  const { list, campaign } = found;
  const closed = notDrafting(found);
  if (closed) return closed;
  const { rows } = await tx.execute(sql`
    select from succession_entries e where e.unit_id = ${list.unitId} and e.managing_unit_id = ${list.managingUnitId}
      and e.term_kind = ${campaign.termKind} and e.term_from = ${campaign.termFrom} and e.left_on is null limit 1`);
  if (!rows.length) return refused('', 'Danh sách chưa có ai. Hãy đề xuất người vào quy hoạch trước khi trình.');
  await stamp(tx, viewer, list, { submittedAt: new Date(), submittedBy: viewer.accountId, returnedAt: null, returnedBy: null });
  return { result: { campaignId: campaign.id, listId: list.id }, audit: [listEntry('succession.submitted', list)] };
});

/** Sends a submitted list back with the reason; it is drafted on. */
export const returnList = command('returnList', 'succession.approve', async (tx, viewer, input: ReturnList) => {
  const found = await lockList(tx, viewer, 'succession.approve', input);
  if ('problems' in found) return found;
  const { list, campaign } = found;
  const elsewhere = notWaiting(found);
  if (elsewhere) return elsewhere;
  await stamp(tx, viewer, list, {
    ...{ submittedAt: null, submittedBy: null, returnNote: input.note },
    ...{ returnedAt: new Date(), returnedBy: viewer.accountId },
  });
  return { result: { campaignId: campaign.id, listId: list.id }, audit: [listEntry('succession.returned', list)] };
});

/** Approves a submitted list by decision: the names it lists are planned from that day, the others of the list are out. Not by who drafted. */
export const approveList = command('approveList', 'succession.approve', async (tx, viewer, input: ApproveList) => {
  const found = await lockList(tx, viewer, 'succession.approve', input);
  if ('problems' in found) return found;
  const { list, campaign } = found;
  const elsewhere = notWaiting(found);
  if (elsewhere) return elsewhere;
  if (input.decisionDate > viewer.today) return refused('decisionDate', 'Ngày quyết định không được sau hôm nay.');
  const names = await proposedOn(tx, list);
  if ([list.submittedBy, ...names.map(({ proposedBy }) => proposedBy)].includes(viewer.accountId))
    return refused('', 'Người lập, người trình danh sách không tự phê duyệt. Hãy để người khác phê duyệt.');
  const known = new Set(names.map(({ id }) => id));
  if (input.approved.some((id) => !known.has(id)))
    return refused('approved', 'Danh sách vừa thay đổi: có người không còn chờ phê duyệt. Hãy tải lại trang.');
  const audit = await decide(tx, viewer, names, input);
  const { decisionNumber, decisionDate, issuer, signer } = input;
  await stamp(tx, viewer, list, {
    ...{ approvedAt: new Date(), approvedBy: viewer.accountId },
    ...{ decisionNumber, decisionDate, issuer, signer },
  });
  const approved = listEntry('succession.approved', list, { count: input.approved.length, effectiveOn: decisionDate });
  return { result: { campaignId: campaign.id, listId: list.id, count: input.approved.length }, audit: [approved, ...audit] };
});

async function decide(tx: Tx, viewer: Viewer, names: readonly Entry[], input: ApproveList): Promise<AuditEntry[]> {
  const chosen = new Set(input.approved);
  if (chosen.size)
    await tx
      .update(successionEntries)
      .set({
        approvedOn: input.decisionDate,
        decisionNumber: input.decisionNumber,
        version: sql`${successionEntries.version} + 1`,
      })
      .where(inArray(successionEntries.id, [...chosen]));
  const out = names.flatMap(({ id }) => (chosen.has(id) ? [] : [id]));
  if (out.length)
    await tx
      .update(successionEntries)
      .set({
        ...{ leftOn: input.decisionDate, leftReason: 'refused', leftBy: viewer.accountId, leftAt: new Date() },
        ...{ leftDecisionNumber: input.decisionNumber, leftDecisionDate: input.decisionDate },
        ...{ leftIssuer: input.issuer, leftSigner: input.signer },
        version: sql`${successionEntries.version} + 1`,
      })
      .where(inArray(successionEntries.id, out));
  return names.map((entry) => nameEntry(chosen.has(entry.id) ? 'succession.planned' : 'succession.refused', entry));
}
