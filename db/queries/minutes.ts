import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { Minutes } from '@/domain/meetings/inputs';
import { headCount, passes, scoreOf } from '@/domain/meetings/minutes';
import type { Attendant, MinutesRecord } from '@/domain/meetings/record';
import type { MeetingKind, ScoreBand } from '@/domain/meetings/words';
import { nameSortKey } from '@/domain/names';
import { read, type Tx } from '../client';
import { meetings } from '../schema/meetings';
import { units } from '../schema/units';
import { within } from '../scope';
import { type MeetingRow, minutesContext } from './minutes-form';

/** Minutes with where they stand. wrote: the viewer opened or submitted them, so somebody else has to accept. */
export type MinutesPage = MinutesRecord & {
  id: string;
  version: number;
  cellId: string;
  cellShortName: string;
  committeeId: string;
  committeeShortName: string | null;
  late: boolean;
  draftSavedAt: Date | null;
  submittedAt: Date | null;
  submittedBy: string | null;
  returnedAt: Date | null;
  returnedBy: string | null;
  returnReason: string | null;
  acceptedAt: Date | null;
  acceptedBy: string | null;
  mayAccept: boolean;
  mayWrite: boolean;
  wrote: boolean;
};

type Names = Pick<MinutesPage, 'cellName' | 'cellShortName' | 'committeeShortName' | 'superiorName' | 'provinceName'> &
  Pick<MinutesPage, 'submittedBy' | 'returnedBy' | 'acceptedBy' | 'mayAccept' | 'mayWrite'>;
type Found = { meeting: MeetingRow; names: Names };
type Contents = Pick<
  MinutesRecord,
  'heads' | 'people' | 'opinions' | 'resolutions' | 'assignments' | 'closed' | 'score' | 'agenda' | 'conclusion' | 'guests'
> &
  Pick<MinutesRecord, 'heldOn' | 'startsAt' | 'endsAt' | 'place' | 'online' | 'chairName' | 'chairTitle' | 'secretaryName'>;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The minutes of one meeting: as submitted, or as typed so far. Null out of reach. Three statements. */
export async function getMinutes(viewer: Viewer, meetingId: string): Promise<MinutesPage | null> {
  if (!ID.test(meetingId)) return null;
  return read(viewer, async (tx) => {
    const found = await findMeeting(tx, viewer, meetingId);
    if (!found) return null;
    const { meeting, names } = found;
    const typed = meeting.submittedAt ? null : typedSoFar(meeting);
    const contents = typed ? await fromDraft(tx, viewer, meeting, typed) : await fromBooks(tx, meeting);
    const { id, version, cellId, committeeId, late, draftSavedAt, submittedAt, returnedAt, returnReason, acceptedAt } = meeting;
    return {
      ...{ id, version, cellId, committeeId, late, draftSavedAt, submittedAt, returnedAt, returnReason, acceptedAt },
      ...{ kind: meeting.kind as MeetingKind, month: meeting.month, number: meeting.number, draft: !meeting.submittedAt },
      ...names,
      ...contents,
      wrote: [meeting.submittedBy, meeting.createdBy].includes(viewer.accountId),
    };
  });
}

/** Names are those of the day of the meeting. */
async function findMeeting(tx: Tx, viewer: Viewer, id: string): Promise<Found | undefined> {
  const day = sql`coalesce(${meetings.heldOn}, ${meetings.month})`;
  const placed = (unit: SQL) =>
    sql`select p.parent_id, p.name from unit_placements p where p.unit_id = ${unit} and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day}) order by p.valid_from desc limit 1`;
  const parent = sql`coalesce((select parent_id from (${placed(sql`${meetings.cellId}`)}) c), ${units.parentId})`;
  const nameOf = (unit: SQL) =>
    sql`coalesce((select name from (${placed(unit)}) n), (select u.name from units u where u.id = ${unit}))`;
  const [found] = await tx
    .select({
      meeting: meetings,
      names: {
        cellName: sql<string>`${nameOf(sql`${meetings.cellId}`)}`,
        cellShortName: units.shortName,
        committeeShortName: sql<string | null>`(select u.short_name from units u where u.id = ${meetings.committeeId})`,
        superiorName: sql<string | null>`${nameOf(parent)}`,
        provinceName: sql<string>`(select u.name from units u where u.parent_id is null limit 1)`,
        submittedBy: sql<string | null>`account_name(${meetings.submittedBy})`,
        returnedBy: sql<string | null>`account_name(${meetings.returnedBy})`,
        acceptedBy: sql<string | null>`account_name(${meetings.acceptedBy})`,
        mayAccept: sql<boolean>`${within(viewer, 'minutes.accept', meetings.cellId)}`,
        mayWrite: sql<boolean>`${within(viewer, 'minutes.write', meetings.cellId)}`,
      },
    })
    .from(meetings)
    .innerJoin(units, eq(units.id, meetings.cellId))
    .where(and(eq(meetings.id, id), within(viewer, 'minutes.read', meetings.cellId)));
  return found;
}

function typedSoFar(meeting: MeetingRow): Minutes | null {
  if (!Object.keys(meeting.draft as object).length) return null;
  const parsed = Minutes.safeParse(meeting.draft);
  return parsed.success ? parsed.data : null;
}

async function fromDraft(tx: Tx, viewer: Viewer, meeting: MeetingRow, typed: Minutes): Promise<Contents> {
  const { context } = await minutesContext(tx, viewer, meeting, typed.heldOn);
  const codes = new Map(typed.attendance.map((row) => [row.memberId, row]));
  const open = new Map(context.open.map((work) => [work.id, work.text]));
  const { groups, score: points = 0, band } = scoreOf(typed.scores, context.rules.rubric.value) ?? {};
  const { startsAt, endsAt, place, chairName, chairTitle, secretaryName, guests, conclusion, heldOn } = typed;
  return {
    ...blankToNull({ startsAt, endsAt, place, chairName, chairTitle, secretaryName, guests, conclusion, heldOn }),
    online: typed.online,
    heads: headCount(context.roll, typed.attendance),
    people: context.roll.map(({ id, name, official, usual }) => {
      const { code, reason } = codes.get(id) ?? { code: usual, reason: '' };
      return { memberId: id, name, official, code, reason: reason || null };
    }),
    agenda: typed.agenda.filter(({ title }) => title),
    opinions: typed.opinions.filter(({ text }) => text),
    resolutions: typed.resolutions.map((vote) => ({
      ...vote,
      baseReason: vote.baseReason || null,
      passed: passes(context.rules[vote.kind].value, vote.inFavour, vote.base),
    })),
    assignments: typed.assignments.filter(({ text }) => text).map((work) => ({ ...work, dueOn: work.dueOn || null })),
    closed: typed.closing.flatMap(({ assignmentId, outcome, note }) => {
      const text = open.get(assignmentId);
      return text && outcome ? [{ text, outcome, note: note || null }] : [];
    }),
    score: groups && band ? { points, band, groups, max: sumOfMax(groups) } : null,
  };
}

const blankToNull = <T extends Record<string, string>>(fields: T) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value || null])) as { [K in keyof T]: string | null };
const sumOfMax = (groups: readonly { max: number }[]) => groups.reduce((sum, { max }) => sum + max, 0);

type Books = Pick<Contents, 'opinions' | 'resolutions' | 'assignments' | 'closed'>;

async function fromBooks(tx: Tx, meeting: MeetingRow): Promise<Contents> {
  const { membersTotal, officialsTotal, due, present, officialsPresent, score, scoreBand } = meeting;
  const people = await attendants(tx, meeting);
  const list = (columns: SQL, from: SQL) =>
    sql`(select coalesce(jsonb_agg(jsonb_build_object(${columns}) order by r.position), '[]') from ${from})`;
  const { rows } = await tx.execute<Books>(sql`select
    ${list(sql`'speakerName', r.speaker_name, 'text', r.text`, sql`opinions r where r.meeting_id = ${meeting.id}`)} as opinions,
    ${list(sql`'kind', r.kind, 'text', r.text, 'base', r.base, 'baseReason', r.base_reason, 'inFavour', r.in_favour, 'against', r.against, 'other', r.other, 'passed', r.passed`, sql`resolutions r where r.meeting_id = ${meeting.id}`)} as resolutions,
    ${list(sql`'text', r.text, 'memberName', r.member_name, 'dueOn', r.due_on`, sql`assignments r where r.meeting_id = ${meeting.id}`)} as assignments,
    ${list(sql`'text', r.text || ' (' || r.member_name || ')', 'outcome', r.outcome, 'note', r.outcome_note`, sql`assignments r where r.closed_in_id = ${meeting.id}`)} as closed`);
  const books = rows[0] as Books;
  const groups = (meeting.scoreSheet as { groups?: { label: string; max: number; points: number }[] } | null)?.groups ?? [];
  const counted = membersTotal !== null && people.length > 0;
  const { heldOn, startsAt, endsAt, place, online, chairName, chairTitle, secretaryName, guests, conclusion } = meeting;
  return {
    ...{ heldOn, startsAt, endsAt, place, online, chairName, chairTitle, secretaryName, guests, conclusion },
    ...books,
    people,
    heads: counted
      ? {
          total: membersTotal,
          officials: officialsTotal ?? 0,
          due: due ?? 0,
          present: present ?? 0,
          officialsPresent: officialsPresent ?? 0,
        }
      : null,
    agenda: (meeting.agenda as Partial<MinutesRecord['agenda'][number]>[]).map((item) => ({
      ...{ title: '', presenter: '', document: '' },
      ...item,
    })),
    score:
      score !== null && scoreBand ? { points: score, band: scoreBand as ScoreBand, groups, max: sumOfMax(groups) || 100 } : null,
  };
}

/** Who was there, by given name; people who have moved on since are still named. */
async function attendants(tx: Tx, meeting: MeetingRow): Promise<Attendant[]> {
  const { rows } = await tx.execute<Attendant>(sql`
    with turns as materialized (select member_id, code, reason, official from attendance where month = ${meeting.month} and meeting_id = ${meeting.id}),
    people as (select * from book_people((select coalesce(array_agg(member_id), '{}') from turns)))
    select t.member_id as "memberId", coalesce(p.full_name, m.full_name, 'Đảng viên đã chuyển đi') as name, t.code, t.reason, t.official
    from turns t left join people p on p.member_id = t.member_id left join members m on m.id = t.member_id`);
  const keyed = rows.map((row) => ({ row, key: nameSortKey(row.name) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
}
