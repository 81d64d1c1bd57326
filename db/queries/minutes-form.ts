import { eq, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { type LastTime, openedMinutes } from '@/domain/meetings/blank';
import type { Minutes } from '@/domain/meetings/inputs';
import type { MinutesContext, MinutesRules, OpenAssignment, RollMember } from '@/domain/meetings/minutes';
import { prepared, read, type Tx } from '../client';
import { meetings } from '../schema/meetings';
import { within } from '../scope';
import { rulesInForce } from './rule-sets';

export type MinutesForm = {
  meetingId: string;
  version: number;
  cellId: string;
  cellName: string;
  kind: string;
  month: string;
  savedAt: string | null;
  returnReason: string | null;
  minutes: Minutes;
  context: MinutesContext;
};

export type MeetingRow = typeof meetings.$inferSelect;

/** The form of minutes that may still be written; null when out of reach or already submitted. */
export const getMinutesForm = (viewer: Viewer, meetingId: string): Promise<MinutesForm | null> =>
  read(viewer, async (tx) => {
    const [meeting] = await tx
      .select()
      .from(meetings)
      .where(sql`${eq(meetings.id, meetingId)} and ${within(viewer, 'minutes.write', meetings.cellId)}`);
    if (!meeting || meeting.submittedAt) return null;
    const typed = (meeting.draft as Partial<Minutes>) ?? {};
    const { context, last, cellName } = await minutesContext(tx, viewer, meeting, typed.heldOn || meeting.heldOn);
    const kept = Object.keys(typed).length ? typed : await minutesAsWritten(tx, meeting);
    return {
      meetingId,
      version: meeting.version,
      cellId: meeting.cellId,
      cellName,
      kind: meeting.kind,
      month: meeting.month,
      savedAt: meeting.draftSavedAt?.toISOString() ?? null,
      returnReason: meeting.returnReason,
      minutes: openedMinutes(kept, last, context.roll, context.open),
      context,
    };
  });

type Context = { roll: RollMember[]; open: OpenAssignment[]; last: Partial<LastTime> | null; cellName: string };

/** What the minutes of that meeting are judged against: the roll on the day, open assignments, the rules in force. Two statements. */
export async function minutesContext(
  tx: Tx,
  viewer: Viewer,
  meeting: Pick<MeetingRow, 'id' | 'cellId' | 'kind' | 'month'>,
  heldOn: string | null,
): Promise<{ context: MinutesContext; last: Partial<LastTime>; cellName: string }> {
  const day = heldOn || viewer.today;
  const [facts] = await prepared<Context>(
    tx,
    sql`
    select u.name as "cellName",
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.full_name, 'official', m.status = 'official',
          'usual', case when m.suspended then 'suspended' when m.exempt then 'exempt' when m.away then 'away' else 'present' end,
          'absences', (select count(*) from attendance a join meetings g on g.id = a.meeting_id and g.kind = 'regular' and g.submitted_at is not null
            where a.member_id = m.id and a.code = 'absent' and a.month >= date_trunc('year', ${meeting.month}::date) and a.month < ${meeting.month}::date)
        ) order by m.sort_key, m.id), '[]') from members m
        where m.cell_id = u.id and (m.status <> 'left' or m.left_on > ${day}::date)) as roll,
      (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'text', w.text || ' (' || w.member_name || ')') order by g.month, w.position), '[]')
        from assignments w join meetings g on g.id = w.meeting_id and g.submitted_at is not null
        where w.cell_id = u.id and w.closed_on is null and g.month < ${meeting.month}::date and ${meeting.kind} = 'regular') as open,
      (select jsonb_build_object('startsAt', coalesce(l.starts_at, ''), 'endsAt', coalesce(l.ends_at, ''), 'place', coalesce(l.place, ''), 'chairName', coalesce(l.chair_name, ''),
          'chairTitle', coalesce(l.chair_title, ''), 'secretaryName', coalesce(l.secretary_name, ''))
        from meetings l where l.cell_id = u.id and l.id <> ${meeting.id} and l.submitted_at is not null order by l.month desc, l.held_on desc limit 1) as last
    from units u where u.id = ${meeting.cellId}`,
  );
  const found = facts ?? { roll: [], open: [], last: null, cellName: '' };
  const rules = await rulesInForce(tx, viewer, day, meeting.cellId);
  const cited: MinutesRules = {
    ordinary: rules['vote.ordinary'],
    admission: rules['vote.admit'],
    official: rules['vote.official'],
    strike_off: rules['vote.strikeoff'],
    quorum: rules['meeting.quorum'],
    absenceWarn: rules['absence.warn'],
    rubric: rules['score.rubric'],
  };
  const context = {
    kind: meeting.kind,
    month: meeting.month,
    today: viewer.today,
    roll: found.roll,
    open: found.open,
    rules: cited,
  };
  return { context, last: found.last ?? {}, cellName: found.cellName };
}

/** Minutes that were submitted once and came back: the form's text from the rows that they were written to. */
async function minutesAsWritten(tx: Tx, meeting: MeetingRow): Promise<Partial<Minutes>> {
  if (!meeting.returnedAt) return meeting.heldOn ? { heldOn: meeting.heldOn } : {};
  const { rows } = await tx.execute<Pick<Minutes, 'attendance' | 'opinions' | 'resolutions' | 'assignments'>>(sql`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('memberId', member_id, 'code', code, 'reason', coalesce(reason, ''))), '[]') from attendance where meeting_id = ${meeting.id} and month = ${meeting.month}) as attendance,
      (select coalesce(jsonb_agg(jsonb_build_object('speakerId', coalesce(speaker_id::text, ''), 'speakerName', speaker_name, 'text', text) order by position), '[]') from opinions where meeting_id = ${meeting.id}) as opinions,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'text', text, 'base', base, 'baseReason', coalesce(base_reason, ''), 'inFavour', in_favour, 'against', against, 'other', other) order by position), '[]')
        from resolutions where meeting_id = ${meeting.id}) as resolutions,
      (select coalesce(jsonb_agg(jsonb_build_object('text', text, 'memberId', coalesce(member_id::text, ''), 'memberName', member_name, 'dueOn', coalesce(due_on::text, '')) order by position), '[]')
        from assignments where meeting_id = ${meeting.id}) as assignments`);
  const text = (value: string | null) => value ?? '';
  const agenda = (meeting.agenda as Partial<Minutes['agenda'][number]>[]).map((item) => ({
    title: '',
    presenter: '',
    document: '',
    ...item,
  }));
  return {
    heldOn: text(meeting.heldOn),
    startsAt: text(meeting.startsAt),
    endsAt: text(meeting.endsAt),
    place: text(meeting.place),
    online: meeting.online,
    chairName: text(meeting.chairName),
    chairTitle: text(meeting.chairTitle),
    secretaryName: text(meeting.secretaryName),
    guests: text(meeting.guests),
    conclusion: text(meeting.conclusion),
    agenda,
    ...rows[0],
  };
}
