import { type SQL, sql } from 'drizzle-orm';
import type { Permission } from '@/domain/access/offices';
import { may, type Viewer } from '@/domain/access/viewer';
import { addMonths, monthOf } from '@/domain/calendar';
import type { DeskFacts } from '@/domain/desk';
import { prepared, readAsPlanned } from '../client';
import { reachesAll, withinByIndex } from '../scope';
import { WAITING } from './meetings';

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
    terms: onlyWith(viewer, 'cadre.edit', terms(viewer)),
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
  return readAsPlanned(viewer, async (tx) => (await prepared<DeskFacts>(tx, sql`select ${columns}`))[0] as DeskFacts);
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
  where m.expected > 0 and m.month in (${monthOf(viewer.today)}, ${last(viewer)}) and ${withinByIndex(viewer, 'minutes.write', sql`m.cell_id`)} order by m.month`;

/** Its index holds what waits and nothing else. */
const waiting = (viewer: Viewer) =>
  may(viewer, 'minutes.accept')
    ? sql`(select jsonb_build_object('count', count(*), 'oldest', (min(g.submitted_at) at time zone 'Asia/Ho_Chi_Minh')::date, 'month', min(g.month)) from meetings g
        where ${WAITING} and g.month >= ${addMonths(monthOf(viewer.today), -12)}::date and ${withinByIndex(viewer, 'minutes.accept', sql`g.cell_id`)})`
    : sql`'{"count": 0, "oldest": null, "month": null}'::jsonb`;

/** A cell owes one regular meeting a month, so what a committee's month misses is a count of cells. */
const behind = (viewer: Viewer) => {
  const [committees, cells] = [
    sql`select m.committee_id, m.missing as count from committee_months_now m
      where m.month = ${last(viewer)}::date and m.missing > 0 and ${withinByIndex(viewer, 'minutes.accept', sql`m.committee_id`)}`,
    sql`select m.committee_id, count(*) as count from unit_months m
      where m.month = ${last(viewer)}::date and m.expected > m.held and ${withinByIndex(viewer, 'minutes.accept', sql`m.cell_id`)} group by 1`,
  ];
  return sql`
    select c.id as "unitId", c.short_name as name, b.count from (${reachesAll(viewer, 'minutes.accept') ? committees : cells}) b join units c on c.id = b.committee_id
    order by b.count desc, c.short_name limit ${SHOWN}`;
};

/** Introduced and not yet received, longest first. */
const introduced = (viewer: Viewer) => sql`
  select p.id as "memberId", p.full_name as name, u.short_name as cell, p.leaving_for as to, p.leaving_on as on
  from (select * from members p where p.leaving_for is not null and p.status <> 'left' and ${withinByIndex(viewer, 'member.event', sql`p.cell_id`)}
    order by p.leaving_on, p.id limit ${SHOWN}) p join units u on u.id = p.cell_id order by p.leaving_on, p.id`;

/** Probationers, longest first by the day they joined where the papers have one; the rule says whose time has come. */
const probation = (viewer: Viewer) => sql`
  select p.id as "memberId", p.full_name as name, u.short_name as cell, p.joined as on
  from (select * from members p where p.status = 'probationary' and length(p.joined) = 10 and ${withinByIndex(viewer, 'member.event', sql`p.cell_id`)}
    order by p.joined, p.id limit ${SHOWN}) p join units u on u.id = p.cell_id order by p.joined, p.id`;

/** Terms that nobody has ended, the earliest end first; the rule says whose notice is due. */
const terms = (viewer: Viewer) => sql`
  select a.id as "appointmentId", c.full_name as name, a.title, a.term_ends_on as on
  from (select * from appointments a where a.ended_on is null and not a.reversed and a.term_ends_on is not null
      and ${withinByIndex(viewer, 'cadre.edit', sql`a.managing_unit_id`)} order by a.term_ends_on, a.id limit ${SHOWN}) a
    join cadres c on c.id = a.cadre_id order by a.term_ends_on, a.id`;
