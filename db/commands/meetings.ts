import { and, eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import type { Permission } from '@/domain/access/offices';
import type { Viewer } from '@/domain/access/viewer';
import type { Detail } from '@/domain/audit/details';
import { addDays, monthOf } from '@/domain/calendar';
import type { AcceptMinutes, Minutes, ReturnMinutes, SaveDraft, StartMeeting, SubmitMinutes } from '@/domain/meetings/inputs';
import { headCount, type MinutesContext, minutesProblems, passes, scoreOf } from '@/domain/meetings/minutes';
import type { Tx } from '../client';
import { type MeetingRow, minutesContext } from '../queries/minutes-form';
import { rulesInForce } from '../queries/rule-sets';
import { assignments, attendance, meetings, opinions, resolutions } from '../schema/meetings';
import { units } from '../schema/units';
import { within } from '../scope';
import { type AuditEntry, command, notFound, type Refused, refused, stale } from '../write';

const entry = (action: string, meeting: { id: string; cellId: string }, detail: Detail = {}): [AuditEntry] => [
  { action, subjectType: 'meeting', subjectId: meeting.id, unitId: meeting.cellId, detail },
];

async function locked(tx: Tx, viewer: Viewer, permission: Permission, id: string): Promise<MeetingRow | undefined> {
  const [meeting] = await tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.id, id), within(viewer, permission, meetings.cellId)))
    .for('update');
  return meeting;
}

/** Opens the month's minutes of a cell: the regular meeting of a month exists once, so opening it again gives the same one. */
export const startMeeting = command('startMeeting', 'minutes.write', async (tx, viewer, input: z.output<typeof StartMeeting>) => {
  const [cell] = await tx
    .select()
    .from(units)
    .where(and(eq(units.id, input.cellId), within(viewer, 'minutes.write', units.id)));
  if (!cell?.isCell) return notFound();
  if (input.month > viewer.today) return refused('month', 'Tháng này chưa đến, chưa ghi biên bản được.');
  if (input.month < monthOf(cell.foundedOn)) return refused('month', 'Tháng này chi bộ chưa thành lập.');
  if (cell.closedOn && cell.closedOn < input.month) return refused('month', 'Chi bộ đã kết thúc hoạt động trước tháng này.');
  const row = {
    id: uuidv7(),
    cellId: cell.id,
    committeeId: cell.committeeId ?? cell.id,
    kind: input.kind,
    month: input.month,
    createdBy: viewer.accountId,
  };
  const made = await tx.insert(meetings).values(row).onConflictDoNothing().returning({ id: meetings.id });
  const [existing] = made.length
    ? made
    : await tx
        .select({ id: meetings.id })
        .from(meetings)
        .where(and(eq(meetings.cellId, cell.id), eq(meetings.month, input.month), eq(meetings.kind, 'regular')));
  if (!existing) return notFound();
  return {
    result: { meetingId: existing.id },
    audit: entry(made.length ? 'minutes.started' : 'minutes.opened', { id: existing.id, cellId: cell.id }),
  };
});

/** The minutes are open for writing and this form is the latest; otherwise why not. */
async function writable(tx: Tx, viewer: Viewer, input: { meetingId: string; version: number }): Promise<MeetingRow | Refused> {
  const meeting = await locked(tx, viewer, 'minutes.write', input.meetingId);
  if (!meeting) return notFound();
  if (meeting.submittedAt) return refused('', 'Biên bản này đã nộp nên không sửa được nữa. Cần sửa thì đề nghị Đảng ủy trả lại.');
  if (meeting.version !== input.version)
    return stale(tx, meeting.draftSavedBy ?? meeting.returnedBy, meeting.draftSavedAt ?? meeting.returnedAt);
  return meeting;
}

/** Keeps what has been typed so far; judges nothing. */
export const saveDraft = command('saveDraft', 'minutes.write', async (tx, viewer, input: z.output<typeof SaveDraft>) => {
  const meeting = await writable(tx, viewer, input);
  if ('problems' in meeting) return meeting;
  const version = meeting.version + 1;
  await tx
    .update(meetings)
    .set({
      draft: input.minutes,
      heldOn: input.minutes.heldOn || null,
      draftSavedAt: sql`now()`,
      draftSavedBy: viewer.accountId,
      version,
    })
    .where(eq(meetings.id, meeting.id));
  return { result: { version }, audit: entry('minutes.draft_saved', meeting, { version }) };
});

/** Locks the minutes and writes everything they say into the books, in one piece. */
export const submitMinutes = command(
  'submitMinutes',
  'minutes.write',
  async (tx, viewer, input: z.output<typeof SubmitMinutes>) => {
    const meeting = await writable(tx, viewer, input);
    if ('problems' in meeting) return meeting;
    const { context } = await minutesContext(tx, viewer, meeting, input.minutes.heldOn);
    const { errors, warnings } = minutesProblems(input.minutes, context);
    if (errors.length) return { problems: errors };
    if (warnings.length && !input.accepted)
      return { problems: [...warnings, { path: 'accepted', message: 'Hãy xem các lưu ý trên, đánh dấu “đã xem” rồi nộp lại.' }] };
    await writeMinutes(tx, viewer, meeting, input.minutes, context);
    await recountMonth(tx, viewer, meeting);
    return { result: { meetingId: meeting.id }, audit: entry('minutes.submitted', meeting, { warnings: warnings.length }) };
  },
);

async function writeMinutes(
  tx: Tx,
  viewer: Viewer,
  meeting: MeetingRow,
  minutes: Minutes,
  context: MinutesContext,
): Promise<void> {
  const heads = headCount(context.roll, minutes.attendance);
  const score = scoreOf(minutes.scores, context.rules.rubric.value);
  const deadline = (await rulesInForce(tx, viewer, minutes.heldOn, meeting.cellId))['meeting.submit.days'].value;
  await clearRows(tx, meeting);
  await writeRows(tx, meeting, minutes, context);
  await closeAssignments(tx, meeting, minutes);
  await tx
    .update(meetings)
    .set({
      heldOn: minutes.heldOn,
      startsAt: minutes.startsAt,
      endsAt: minutes.endsAt,
      place: minutes.place,
      online: minutes.online,
      chairName: minutes.chairName,
      chairTitle: minutes.chairTitle || null,
      secretaryName: minutes.secretaryName,
      guests: minutes.guests || null,
      agenda: minutes.agenda.filter(({ title }) => title),
      conclusion: minutes.conclusion,
      membersTotal: heads.total,
      officialsTotal: heads.officials,
      due: heads.due,
      present: heads.present,
      officialsPresent: heads.officialsPresent,
      score: score?.score ?? null,
      scoreBand: score?.band ?? null,
      scoreSheet: score && {
        groups: score.groups,
        bands: context.rules.rubric.value.bands,
        citation: context.rules.rubric.citation,
      },
      number: meeting.number ?? `${Number(meeting.month.slice(5, 7))}-BB/CB`,
      draft: minutes,
      draftSavedAt: sql`now()`,
      draftSavedBy: viewer.accountId,
      late: viewer.today > addDays(minutes.heldOn, deadline),
      submittedAt: sql`now()`,
      submittedBy: viewer.accountId,
      version: meeting.version + 1,
    })
    .where(eq(meetings.id, meeting.id));
}

async function clearRows(tx: Tx, meeting: MeetingRow): Promise<void> {
  await tx.delete(attendance).where(and(eq(attendance.meetingId, meeting.id), eq(attendance.month, meeting.month)));
  await tx.delete(opinions).where(eq(opinions.meetingId, meeting.id));
  await tx.delete(resolutions).where(eq(resolutions.meetingId, meeting.id));
  await tx.delete(assignments).where(eq(assignments.meetingId, meeting.id));
}

async function writeRows(tx: Tx, meeting: MeetingRow, minutes: Minutes, { roll, rules }: MinutesContext): Promise<void> {
  const at = { meetingId: meeting.id, cellId: meeting.cellId };
  const under = { ...at, committeeId: meeting.committeeId };
  const codes = new Map(minutes.attendance.map((row) => [row.memberId, row]));
  const turns = roll.map((member) => {
    const { code, reason } = codes.get(member.id) ?? { code: member.usual, reason: '' };
    return { ...under, month: meeting.month, memberId: member.id, code, reason: reason || null, official: member.official };
  });
  if (turns.length) await tx.insert(attendance).values(turns);
  const said = minutes.opinions
    .filter(({ text }) => text)
    .map((row, position) => ({ ...at, ...row, id: uuidv7(), position, speakerId: row.speakerId || null }));
  if (said.length) await tx.insert(opinions).values(said);
  const votes = minutes.resolutions.map((row, position) => ({
    ...under,
    ...row,
    id: uuidv7(),
    position,
    baseReason: row.baseReason || null,
    passed: passes(rules[row.kind].value, row.inFavour, row.base),
  }));
  if (votes.length) await tx.insert(resolutions).values(votes);
  const given = minutes.assignments
    .filter(({ text }) => text)
    .map((row, position) => ({
      ...under,
      ...row,
      id: uuidv7(),
      position,
      memberId: row.memberId || null,
      dueOn: row.dueOn || null,
    }));
  if (given.length) await tx.insert(assignments).values(given);
}

async function closeAssignments(tx: Tx, meeting: MeetingRow, minutes: Minutes): Promise<void> {
  const closed = minutes.closing.filter(({ outcome }) => outcome && outcome !== 'carried');
  if (!closed.length) return;
  await tx.execute(sql`
    update assignments w set outcome = c.outcome, outcome_note = nullif(c.note, ''), closed_on = ${minutes.heldOn}::date, closed_in_id = ${meeting.id}
    from jsonb_to_recordset(${JSON.stringify(closed)}::jsonb) as c ("assignmentId" uuid, outcome text, note text)
    where w.id = c."assignmentId" and w.cell_id = ${meeting.cellId} and w.closed_on is null`);
}

/** The committee gives the minutes back: they no longer count and are open for writing again. */
export const returnMinutes = command(
  'returnMinutes',
  'minutes.accept',
  async (tx, viewer, input: z.output<typeof ReturnMinutes>) => {
    const meeting = await answerable(tx, viewer, input);
    if ('problems' in meeting) return meeting;
    await tx
      .update(assignments)
      .set({ outcome: null, outcomeNote: null, closedOn: null, closedInId: null })
      .where(eq(assignments.closedInId, meeting.id));
    await tx
      .update(meetings)
      .set({
        submittedAt: null,
        submittedBy: null,
        late: false,
        returnedAt: sql`now()`,
        returnedBy: viewer.accountId,
        returnReason: input.reason,
        draftSavedBy: viewer.accountId,
        draftSavedAt: sql`now()`,
        version: meeting.version + 1,
      })
      .where(eq(meetings.id, meeting.id));
    await recountMonth(tx, viewer, meeting);
    return { result: { meetingId: meeting.id }, audit: entry('minutes.returned', meeting) };
  },
);

/** The committee accepts: who drafted or submitted does not confirm. */
export const acceptMinutes = command(
  'acceptMinutes',
  'minutes.accept',
  async (tx, viewer, input: z.output<typeof AcceptMinutes>) => {
    const meeting = await answerable(tx, viewer, input);
    if ('problems' in meeting) return meeting;
    if ([meeting.submittedBy, meeting.createdBy].includes(viewer.accountId))
      return refused('', 'Bạn đã ghi hoặc nộp biên bản này nên không tự duyệt được. Hãy để người khác trong cấp ủy duyệt.');
    await tx
      .update(meetings)
      .set({ acceptedAt: sql`now()`, acceptedBy: viewer.accountId, version: meeting.version + 1 })
      .where(eq(meetings.id, meeting.id));
    return { result: { meetingId: meeting.id }, audit: entry('minutes.accepted', meeting) };
  },
);

async function answerable(tx: Tx, viewer: Viewer, input: { meetingId: string; version: number }): Promise<MeetingRow | Refused> {
  const meeting = await locked(tx, viewer, 'minutes.accept', input.meetingId);
  if (!meeting) return notFound();
  if (meeting.version !== input.version)
    return stale(tx, meeting.acceptedBy ?? meeting.draftSavedBy, meeting.acceptedAt ?? meeting.draftSavedAt);
  if (meeting.acceptedAt) return refused('', 'Biên bản này đã được duyệt nên không trả lại được nữa.');
  if (!meeting.submittedAt) return refused('', 'Biên bản này chưa nộp. Hãy đợi chi bộ nộp rồi duyệt.');
  return meeting;
}

/** The cell's month as its submitted meetings say: counted anew from their rows, a handful, so that it cannot drift. */
async function recountMonth(tx: Tx, viewer: Viewer, { cellId, month }: MeetingRow): Promise<void> {
  await tx.execute(sql`select open_cell_months(array[${cellId}]::uuid[], ${month}::date, ${viewer.today}::date)`);
  // Locked before counting: the count below must see what a neighbouring meeting of the same month has just committed.
  await tx.execute(sql`select 1 from unit_months where cell_id = ${cellId} and month = ${month}::date for update`);
  await tx.execute(sql`
    with met as (select * from meetings where cell_id = ${cellId} and month = ${month}::date and submitted_at is not null),
    heads as (
      select count(*) filter (where kind = 'regular') as held, count(*) filter (where kind = 'regular' and late) as late, count(*) filter (where kind = 'thematic') as thematic,
        count(score) as scored, coalesce(round(sum(score) * 10), 0) as score_sum, count(*) filter (where score_band = 'good') as score_good,
        count(*) filter (where score_band = 'fair') as score_fair, count(*) filter (where score_band = 'average') as score_average, count(*) filter (where score_band = 'poor') as score_poor
      from met
    ),
    turns as (
      select count(*) filter (where a.code in ('present', 'late', 'online', 'excused', 'absent')) as due, count(*) filter (where a.code in ('present', 'late', 'online')) as present,
        count(*) filter (where a.code = 'excused') as excused, count(*) filter (where a.code = 'absent') as absent
      from attendance a join met g on g.id = a.meeting_id where a.month = ${month}::date
    )
    update unit_months m set held = h.held, late = h.late, thematic = h.thematic, scored = h.scored, score_sum = h.score_sum, score_good = h.score_good, score_fair = h.score_fair,
      score_average = h.score_average, score_poor = h.score_poor, attendance_due = t.due, attendance_present = t.present, absent_excused = t.excused, absent_unexcused = t.absent,
      resolutions = (select count(*) from resolutions r join met g on g.id = r.meeting_id),
      assignments_given = (select count(*) from assignments w join met g on g.id = w.meeting_id),
      assignments_done = (select count(*) from assignments w join met g on g.id = w.closed_in_id where w.outcome = 'done')
    from heads h, turns t where m.cell_id = ${cellId} and m.month = ${month}::date`);
}
