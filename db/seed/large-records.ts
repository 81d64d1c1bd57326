import type { ClientBase } from 'pg';
import { ASSIGNMENTS, OPINIONS, RESOLUTIONS } from './demo-texts';
import { texts } from './large-meetings';
import { SEATS } from './large-people';

/** What was said, decided and given to whom in the regular meetings, and what the next meetings closed. */
export async function largeRecords(client: ClientBase): Promise<void> {
  await client.query(OPINION_ROWS);
  await client.query(RESOLUTION_ROWS);
  await client.query(ASSIGNMENT_ROWS);
}

const OPINION_ROWS = `
  insert into opinions (id, meeting_id, cell_id, position, speaker_id, speaker_name, text)
  select pg_temp.made_id(h.held_on, h.n * 4 + at, 121), h.id, h.cell_id, at, s.id, s.full_name, pg_temp.pick(${texts(OPINIONS)}, h.n * 4 + at, 122)
  from held h cross join lateral generate_series(0, pg_temp.draw(h.n, 123) % 3) at
  join seat s on s.cell_no = h.cell_no and s.k = 1 + pg_temp.draw(h.n * 4 + at, 124) % ${SEATS}
  where h.kind = 'regular' and not h.draft order by h.month, h.n, at`;

/** One on the month's work in some meetings, and one for each person whose probation ended in the month before. */
const RESOLUTION_ROWS = `
  insert into resolutions (id, meeting_id, cell_id, committee_id, position, kind, text, base, base_reason, in_favour, against, other, passed)
  select pg_temp.made_id(v.held_on, v.n * 8 + position, 131), v.id, v.cell_id, v.committee_id, position, v.kind,
    case v.kind when 'official' then 'Đề nghị công nhận đảng viên chính thức đối với đảng viên dự bị đã hết 12 tháng.' else pg_temp.pick(${texts(RESOLUTIONS)}, v.n, 132) end,
    base, null, present - against, against, 0, case v.kind when 'official' then (present - against) * 3 >= base * 2 else (present - against) * 2 > base end
  from (
    select o.*, t.officials_total as base, t.officials_present as present, case when t.officials_present > 1 and pg_temp.draw(o.n * 8 + o.nth, 133) < 60000 then 1 else 0 end as against,
      (row_number() over (partition by o.n order by o.nth))::int - 1 as position
    from (
      select h.n, h.id, h.cell_id, h.committee_id, h.held_on, 'ordinary' as kind, 0 as nth from held h where h.kind = 'regular' and not h.draft and pg_temp.draw(h.n, 134) < 450000
      union all
      select h.n, h.id, h.cell_id, h.committee_id, h.held_on, 'official', (row_number() over (partition by h.n order by p.i))::int
      from held h join people p on p.cell_no = h.cell_no and p.probationary and date_trunc('month', p.official_on) = h.month - interval '1 month'
      where h.kind = 'regular' and not h.draft) o
    join turns t on t.meeting_id = o.id where t.officials_present > 0) v`;

/** Most are closed by the next submitted meeting of the cell, some by the one after, a few stay open. */
const ASSIGNMENT_ROWS = `
  insert into assignments (id, meeting_id, cell_id, committee_id, position, text, member_id, member_name, due_on, outcome, outcome_note, closed_on, closed_in_id)
  with next as (
    select n, lead(id) over following as next_id, lead(held_on) over following as next_on, lead(id, 2) over following as later_id, lead(held_on, 2) over following as later_on
    from held where kind = 'regular' and counts window following as (partition by cell_no order by month))
  select pg_temp.made_id(h.held_on, h.n * 4 + at, 141), h.id, h.cell_id, h.committee_id, at, pg_temp.pick(${texts(ASSIGNMENTS)}, h.n * 4 + at, 142),
    coalesce(s.id, one.id), coalesce(s.full_name, one.full_name), h.held_on + 10 + pg_temp.draw(h.n * 4 + at, 143) % 26,
    case when c.closed_in is not null then c.outcome end, case when c.closed_in is not null and c.outcome <> 'done' then 'Còn vướng, tiếp tục theo dõi' end, c.closed_on, c.closed_in
  from held h left join next x on x.n = h.n
  cross join lateral generate_series(0, pg_temp.draw(h.n, 144) % 3 - 1) at
  cross join lateral (
    select case when d < 850000 then x.next_id when d < 950000 then x.later_id end as closed_in, case when d < 850000 then x.next_on when d < 950000 then x.later_on end as closed_on,
      case when o < 860000 then 'done' when o < 930000 then 'partly' else 'not_done' end as outcome
    from (select pg_temp.draw(h.n * 4 + at, 145) as d, pg_temp.draw(h.n * 4 + at, 146) as o) d) c
  join seat one on one.cell_no = h.cell_no and one.k = 1
  left join seat s on s.cell_no = h.cell_no and s.k = 1 + pg_temp.draw(h.n * 4 + at, 147) % 12
  where h.kind = 'regular' and not h.draft order by h.month, h.n, at`;
