import { type SQL, sql } from 'drizzle-orm';
import type { Permission } from '@/domain/access/offices';
import { may, type Viewer } from '@/domain/access/viewer';
import { addMonths, monthOf } from '@/domain/calendar';
import type { DeskFacts } from '@/domain/desk';
import { prepared, read } from '../client';
import { within } from '../scope';

const SHOWN = 5;

/** Everything that the viewer's offices make them do, in one statement; parts for which they hold no right stay empty. */
export async function getDeskFacts(viewer: Viewer): Promise<DeskFacts> {
  const parts: Record<keyof DeskFacts, SQL> = {
    holidays: list(sql`select day, workday from holidays`),
    own: onlyWith(viewer, 'minutes.write', own(viewer)),
    waiting: waiting(viewer),
    behind: onlyWith(viewer, 'minutes.accept', behind(viewer)),
    introduced: onlyWith(viewer, 'member.event', introduced(viewer)),
    probation: onlyWith(viewer, 'member.event', probation(viewer)),
    accounts: may(viewer, 'account.manage')
      ? sql`(select jsonb_build_object('mustChange', (select count(*) from accounts where must_change_password and disabled_at is null),
          'ending', (select count(*) from offices_held where held_to between ${viewer.today}::date and ${viewer.today}::date + 30)))`
      : sql`null::jsonb`,
    logged: may(viewer, 'audit.read')
      ? sql`(select jsonb_build_object('today', count(*)) from audit_log where at >= ${viewer.today}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`
      : sql`null::jsonb`,
  };
  const columns = sql.join(
    Object.entries(parts).map(([name, part]) => sql`${part} as ${sql.identifier(name)}`),
    sql`, `,
  );
  return read(viewer, async (tx) => (await prepared<DeskFacts>(tx, sql`select ${columns}`))[0] as DeskFacts);
}

const list = (rows: SQL) => sql`(select coalesce(jsonb_agg(to_jsonb(r)), '[]') from (${rows}) r)`;
const onlyWith = (viewer: Viewer, permission: Permission, rows: SQL) => (may(viewer, permission) ? list(rows) : sql`'[]'::jsonb`);
const last = (viewer: Viewer) => addMonths(monthOf(viewer.today), -1);

/** This and last month's regular meeting of the cells whose minutes they write. A new cell owes nothing for months before it. */
const own = (viewer: Viewer) => sql`
  select u.id as "cellId", u.short_name as cell, m.month, g.id as "meetingId", g.held_on as "heldOn", g.return_reason as reason,
    case when g.id is null then 'none' when g.returned_at is not null and (g.submitted_at is null or g.returned_at >= g.submitted_at) then 'returned'
      when g.submitted_at is null then 'draft' else 'submitted' end as state
  from unit_months m join units u on u.id = m.cell_id left join meetings g on g.cell_id = m.cell_id and g.month = m.month and g.kind = 'regular'
  where m.expected > 0 and m.month in (${monthOf(viewer.today)}, ${last(viewer)}) and ${within(viewer, 'minutes.write', sql`m.cell_id`)} order by m.month`;

const waiting = (viewer: Viewer) =>
  may(viewer, 'minutes.accept')
    ? sql`(select jsonb_build_object('count', count(*), 'oldest', (min(g.submitted_at) at time zone 'Asia/Ho_Chi_Minh')::date, 'month', min(g.month)) from meetings g
        where g.submitted_at is not null and g.accepted_at is null and (g.returned_at is null or g.returned_at < g.submitted_at)
          and g.month >= ${addMonths(monthOf(viewer.today), -12)} and ${within(viewer, 'minutes.accept', sql`g.cell_id`)})`
    : sql`'{"count": 0, "oldest": null, "month": null}'::jsonb`;

const behind = (viewer: Viewer) => sql`
  select c.id as "unitId", c.short_name as name, count(*) as count from unit_months m join units c on c.id = m.committee_id
  where m.month = ${last(viewer)} and m.expected > m.held and ${within(viewer, 'minutes.accept', sql`m.cell_id`)}
  group by 1, 2 order by 3 desc, 2 limit ${SHOWN}`;

/** Introduced and not yet received, longest first. */
const introduced = (viewer: Viewer) => sql`
  select p.id as "memberId", p.full_name as name, u.short_name as cell, p.leaving_for as to, e.on
  from members p join units u on u.id = p.cell_id join lateral (${latestEvent(sql`'{introduced}'`)}) e on true
  where p.leaving_for is not null and p.status <> 'left' and ${within(viewer, 'member.event', sql`p.cell_id`)} order by e.on limit ${SHOWN}`;

/** Probationers, longest first by the day they joined, which an index has; the rule says whose time has come. */
const probation = (viewer: Viewer) => sql`
  select p.id as "memberId", p.full_name as name, u.short_name as cell, e.on
  from members p join units u on u.id = p.cell_id join lateral (${latestEvent(sql`'{admission,readmission}'`)}) e on true
  where p.status = 'probationary' and ${within(viewer, 'member.event', sql`p.cell_id`)} order by p.joined, p.id limit ${SHOWN}`;

const latestEvent = (
  kinds: SQL,
) => sql`select max(e.effective_on) as on from member_events e where e.member_id = p.id and e.kind = any(${kinds}::text[])
  and not exists (select 1 from member_events r where r.reverses_id = e.id) having max(e.effective_on) is not null`;
