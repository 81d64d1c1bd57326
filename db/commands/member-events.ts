import { eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/domain/access/viewer';
import type { RecordEvent, ReverseEvent } from '@/domain/members/event';
import { eventProblems, reversalProblems } from '@/domain/members/event-problems';
import type { LedgerEvent } from '@/domain/members/ledger';
import { standingOn } from '@/domain/members/sequence';
import type { Tx } from '../client';
import { rulesInForce } from '../queries/rule-sets';
import { memberEvents, members } from '../schema/members';
import { units } from '../schema/units';
import { command, refused } from '../write';
import { recordEvents } from './ledger';
import { findCell, ledgerOf, lockMember } from './members';

type Row = typeof members.$inferSelect;

/** The event as it would stand in the ledger: in the books of the cell where the person stood that day. */
async function draftOf(tx: Tx, viewer: Viewer, input: RecordEvent, row: Row, history: readonly LedgerEvent[]) {
  const effectiveOn = input.effectiveOn ?? viewer.today;
  const here = standingOn(history, effectiveOn)?.cellId ?? row.cellId;
  const base = { id: uuidv7(), memberId: row.id, kind: input.kind, effectiveOn, place: input.place };
  if (input.kind !== 'moved') return { ...base, cellId: here, committeeId: await committeeOf(tx, here) };
  const to = input.toCellId ? await findCell(tx, viewer, 'member.event', input.toCellId) : null;
  return to && { ...base, cellId: to.id, committeeId: to.committeeId, fromCellId: here };
}

async function committeeOf(tx: Tx, cellId: string): Promise<string> {
  const [cell] = await tx.select({ committeeId: units.committeeId }).from(units).where(eq(units.id, cellId));
  if (!cell?.committeeId) throw new Error(`cell without a committee: ${cellId}`);
  return cell.committeeId;
}

/** What the event says beyond its columns; restored people come back as what they were. */
function detailOf(input: RecordEvent, row: Row): Record<string, string> {
  const { until, form, exceptionReason } = input;
  const given = Object.entries({ until, form, exceptionReason }).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return {
    ...Object.fromEntries(given),
    ...(input.kind === 'restored' ? { status: row.official ? 'official' : 'probationary' } : {}),
  };
}

const touch = (tx: Tx, viewer: Viewer, id: string, official?: string | null) =>
  tx
    .update(members)
    .set({
      version: sql`${members.version} + 1`,
      updatedBy: viewer.accountId,
      updatedAt: sql`now()`,
      ...(official === undefined ? {} : { official }),
    })
    .where(eq(members.id, id));

/** One event into the ledger, by the rules in force on its day. Result: the ids of event and person. */
export const recordMemberEvent = command<RecordEvent, { id: string; memberId: string }>(
  'recordMemberEvent',
  'member.event',
  async (tx, viewer, input: RecordEvent) => {
    const row = await lockMember(tx, viewer, 'member.event', input);
    if ('problems' in row) return row;
    const history = await ledgerOf(tx, row.id);
    const draft = await draftOf(tx, viewer, input, row, history);
    if (!draft && input.toCellId)
      return refused('toCellId', 'Chi bộ này không nằm trong phạm vi của bạn hoặc đã kết thúc hoạt động. Hãy chọn chi bộ khác.');
    const event = draft ?? {
      id: uuidv7(),
      memberId: row.id,
      kind: input.kind,
      effectiveOn: viewer.today,
      cellId: row.cellId,
      committeeId: row.committeeId,
    };
    const rules = await rulesInForce(tx, viewer, event.effectiveOn, row.cellId);
    const problems = eventProblems(input, event, { joined: row.joined, history, today: viewer.today, rules });
    if (problems.length) return { problems };
    const { decisionNumber, decisionDate, issuer, signer, reason } = input;
    await touch(tx, viewer, row.id, input.kind === 'official' ? event.effectiveOn : undefined);
    await recordEvents(tx, viewer, [
      { ...event, decisionNumber, decisionDate, issuer, signer, reason, detail: detailOf(input, row) },
    ]);
    const audit = {
      action: 'member.event',
      subjectType: 'member',
      subjectId: row.id,
      unitId: event.cellId,
      detail: { kind: input.kind, eventId: event.id, effectiveOn: event.effectiveOn, exception: Boolean(input.exceptionReason) },
    };
    return { result: { id: event.id, memberId: row.id }, audit: [audit] };
  },
);

/** Takes an event back by a reversing entry with its reason; the event stays in the book, struck through. */
export const reverseMemberEvent = command<ReverseEvent, { id: string; memberId: string }>(
  'reverseMemberEvent',
  'member.event',
  async (tx, viewer, input: ReverseEvent) => {
    const row = await lockMember(tx, viewer, 'member.event', input);
    if ('problems' in row) return row;
    const history = await ledgerOf(tx, row.id);
    const [wrong] = await tx.select().from(memberEvents).where(eq(memberEvents.id, input.eventId));
    const reversal = {
      id: uuidv7(),
      memberId: row.id,
      kind: 'reversal' as const,
      effectiveOn: viewer.today,
      cellId: wrong?.cellId ?? row.cellId,
      reversesId: input.eventId,
    };
    const problems = reversalProblems(input.eventId, reversal, history);
    if (problems.length || !wrong) return { problems };
    if (wrong.fromCellId && !(await findCell(tx, viewer, 'member.event', wrong.fromCellId)))
      return refused(
        '',
        'Chi bộ trước đây của người này không nằm trong phạm vi của bạn hoặc đã kết thúc hoạt động. Hãy đề nghị Ban Tổ chức Tỉnh ủy hủy bút toán này.',
      );
    await touch(tx, viewer, row.id, wrong.kind === 'official' ? null : undefined);
    await recordEvents(tx, viewer, [
      { ...reversal, committeeId: wrong.committeeId, fromCellId: wrong.fromCellId, reason: input.reason },
    ]);
    return {
      result: { id: reversal.id, memberId: row.id },
      audit: [
        {
          action: 'member.reverse',
          subjectType: 'member',
          subjectId: row.id,
          unitId: wrong.cellId,
          detail: { kind: wrong.kind, eventId: wrong.id },
        },
      ],
    };
  },
);
