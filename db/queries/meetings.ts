import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { MeetingStamps } from '@/domain/meetings/words';
import { prepared, read } from '../client';
import { below, type ChosenUnit, within } from '../scope';

export type CellMonth = {
  cellId: string;
  cellName: string;
  sortKey: string;
  meetingDay: number | null;
  mine: boolean;
  meetings: MonthMeeting[];
};
export type MonthMeeting = MeetingStamps & {
  id: string;
  kind: string;
  heldOn: string | null;
  present: number | null;
  due: number | null;
  score: number | null;
};

const PAGE = 50;

/** Minutes `g` that were submitted and have no answer since; an index holds these alone. */
export const WAITING = sql`g.submitted_at is not null and g.accepted_at is null and (g.returned_at is null or g.returned_at < g.submitted_at)`;

/** The living cells of a unit with their meetings of one month, by name, 50 a page; `after`: sort key and id of the last one seen. */
export const listCellMonths = (
  viewer: Viewer,
  unit: ChosenUnit,
  month: string,
  after?: { sortKey: string; id: string },
): Promise<{ rows: CellMonth[]; more: boolean }> =>
  read(viewer, async (tx) => {
    const rows = await prepared<CellMonth>(
      tx,
      sql`
      with cells as (
        select u.* from units u
        where u.is_cell and u.founded_on < ${month}::date + interval '1 month' and (u.closed_on is null or u.closed_on >= ${month}::date)
          and ${below(unit, { cell: sql`u.id`, committee: sql`u.committee_id` })} and ${within(viewer, 'minutes.read', sql`u.id`)}
          ${after ? sql`and (u.sort_key, u.id) > (${after.sortKey}, ${after.id}::uuid)` : sql``}
        order by u.sort_key, u.id limit ${PAGE + 1}
      )
      select c.id as "cellId", c.name as "cellName", c.sort_key as "sortKey", c.meeting_day as "meetingDay", ${within(viewer, 'minutes.write', sql`c.id`)} as mine,
        coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'kind', g.kind, 'heldOn', g.held_on, 'present', g.present, 'due', g.due, 'score', g.score, 'late', g.late,
          'submittedAt', g.submitted_at, 'returnedAt', g.returned_at, 'acceptedAt', g.accepted_at) order by g.kind = 'regular' desc, g.held_on) filter (where g.id is not null), '[]') as meetings
      from cells c left join meetings g on g.cell_id = c.id and g.month = ${month}::date and ${within(viewer, 'minutes.read', sql`g.cell_id`)}
      group by c.id, c.name, c.sort_key, c.meeting_day order by c.sort_key, c.id`,
    );
    return { rows: rows.slice(0, PAGE), more: rows.length > PAGE };
  });

/** How many cells of the unit owed a regular meeting that month, and how many held it, late, or have minutes waiting for an answer. */
export const countCellMonths = (
  viewer: Viewer,
  unit: ChosenUnit,
  month: string,
): Promise<{ expected: number; held: number; late: number; waiting: number }> =>
  read(viewer, async (tx) => {
    const columns = { cell: sql`m.cell_id`, committee: sql`m.committee_id` };
    const province = unit.depth === 0;
    const [counts] = await prepared<{ expected: number; held: number; late: number; waiting: number }>(
      tx,
      sql`
      select coalesce(sum(m.expected), 0)::int as expected, coalesce(sum(m.held), 0)::int as held, coalesce(sum(m.late), 0)::int as late,
        (select count(*) from meetings g where g.month = ${month}::date and ${WAITING}
          and ${below(unit, { cell: sql`g.cell_id`, committee: sql`g.committee_id` })} and ${within(viewer, 'minutes.read', sql`g.cell_id`)}) as waiting
      from ${province ? sql`committee_months_now` : sql`unit_months`} m
      where m.month = ${month}::date and ${below(unit, columns)} and ${within(viewer, 'minutes.read', province ? columns.committee : columns.cell)}`,
    );
    return counts ?? { expected: 0, held: 0, late: 0, waiting: 0 };
  });

/** The stamps of minutes in reach; null when there are none. */
export const meetingStateOf = (viewer: Viewer, meetingId: string): Promise<MeetingStamps | null> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<MeetingStamps>(sql`
      select submitted_at as "submittedAt", returned_at as "returnedAt", accepted_at as "acceptedAt" from meetings g
      where g.id = ${meetingId} and ${within(viewer, 'minutes.read', sql`g.cell_id`)}`);
    return rows[0] ?? null;
  });
