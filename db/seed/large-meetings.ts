import type { ClientBase } from 'pg';
import { addMonths } from '@/domain/calendar';
import { defaultRules } from '@/domain/rule-sets';
import { CONCLUSIONS, CURRENT_AFFAIRS, EXCUSES, RETURNS, THEMES } from './demo-texts';
import { SEATS } from './large-people';
import type { LargePlan } from './large-plan';

const SUBMIT_DAYS = defaultRules()['meeting.submit.days'].value;
const RUBRIC = defaultRules()['score.rubric'];
export const texts = (list: readonly string[]) => `array[${list.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')}]`;

/**
 * Temporary table `held`: the regular meeting of each cell and month, and a thematic one in some; most accepted, some late, missing, returned or a draft.
 * In the current month about four cells in ten have not met, those of the demo's secretaries among them.
 */
export async function largeHeld(client: ClientBase, plan: LargePlan): Promise<void> {
  await client.query(`create temp table held on commit drop as ${held(plan)}`);
  await client.query(`
    create temp table seat on commit drop as
    select p.cell_no, p.k, p.id, w.full_name from people p join wearer w on w.i = p.i where p.k <= ${SEATS} or (p.k <= 12 and p.fate is null)`);
  await client.query('analyze held, seat');
}

const held = ({ opened, months, today }: LargePlan) => `
  with cells as (select c.*, pg_temp.draw(no, 81) as care, exists (select 1 from named n where n.i between c.before + 1 and c.before + c.size) as owing from cell c),
  planned as (
    select no * 128 + m * 2 as n, 'regular' as kind, c.*, m, m = ${months - 1} as current, meeting_day as day from cells c cross join generate_series(0, ${months - 1}) m
    union all
    select no * 128 + m * 2 + 1, 'thematic', c.*, m, false, meeting_day + 12 from cells c cross join generate_series(0, ${months - 2}) m
    where m % 3 = 2 and pg_temp.draw(no * 128 + m, 82) < 200000),
  dated as (
    select p.*, (date '${opened}' + make_interval(months => m))::date as month, ${months - 1} - m as age,
      case when kind = 'thematic' or not current then false when owing or pg_temp.draw(n, 83) < 340000 then null else pg_temp.draw(n, 83) < 450000 end as draft
    from planned p where kind = 'thematic' or current or pg_temp.draw(n, 84) >= case when care < 80000 then 120000 else 8000 end),
  met as (select d.*, least(month + day - 1, date '${today}') as held_on from dated d where draft is not null),
  sent as (
    select m.*, least(date '${today}', held_on + case when kind = 'regular' and pg_temp.draw(n, 85) < case when care < 200000 then 200000 else 35000 end
      then ${SUBMIT_DAYS} + 1 + pg_temp.draw(n, 86) % 9 else pg_temp.draw(n, 86) % ${SUBMIT_DAYS} end) as submitted_on,
      kind = 'regular' and age <= 1 and not draft and pg_temp.draw(n, 87) < 40000 as returned
    from met m)
  select n, pg_temp.made_id(held_on, n, 88) as id, kind, no as cell_no, s.id as cell_id, committee_id, secretary_id, officer_id, style, place, care, month, held_on, draft, returned, submitted_on,
    880000 + pg_temp.draw(no, 89) / 10 as diligence, least(submitted_on + 1 + pg_temp.draw(n, 90) % 4, date '${today}') as answered_on, not draft and not returned as counts,
    not draft and not returned and pg_temp.draw(n, 91) < case age when 0 then 250000 when 1 then 700000 else 1000000 end as accepted, age <= 3 as recent
  from sent s`;

/** Who came, month by month as it is in life: everyone of the cell on the day. The chair and those who keep the minutes are always there. */
export async function largeAttendance(client: ClientBase, { opened }: LargePlan, monthNo: number): Promise<void> {
  await client.query(`
    insert into attendance (meeting_id, member_id, month, cell_id, committee_id, code, reason, official)
    select meeting_id, member_id, month, cell_id, committee_id, code, case when code = 'excused' then pg_temp.pick(${texts(EXCUSES)}, x.i, 92) end, official
    from (
      select h.id as meeting_id, s.id as member_id, h.month, h.cell_id, h.committee_id, s.i, h.n, s.official_on is not null and s.official_on <= h.held_on as official,
        case when s.exempt then 'exempt' when s.away_from <= h.held_on and (s.back_on is null or s.back_on > h.held_on) then 'away' when s.k <= ${SEATS} then 'present'
          when h.recent and pg_temp.draw(s.i, 93) < 4000 then 'absent' when d.d < 15000 then 'late' when d.d < 20000 then 'online' when d.d < h.diligence then 'present'
          when d.d < h.diligence + (1000000 - h.diligence) * 82 / 100 then 'excused' else 'absent' end as code
      from held h join stay s on s.cell_no = h.cell_no and s.since <= h.held_on and (s.until is null or s.until > h.held_on)
      cross join lateral (select pg_temp.draw(s.i * 128 + h.n % 128, 94) as d) d
      where h.month = date '${addMonths(opened, monthNo)}' and not h.draft) x
    order by n`);
}

const POINTS = RUBRIC.value.groups
  .map(({ max }, at) => {
    const [careless, careful] = [Math.ceil(max * 0.55), Math.ceil(max * 0.16)];
    return `greatest(0, ${max} - pg_temp.draw(h.n, ${100 + at}) % case when h.care < 100000 then ${careless + 1} else ${careful + 1} end) as p${at}`;
  })
  .join(', ');
const SCORE = RUBRIC.value.groups.map((_, at) => `g.p${at}`).join(' + ');
const { good, fair, average } = RUBRIC.value.bands;
const SHEET = `jsonb_build_object('groups', jsonb_build_array(${RUBRIC.value.groups
  .map(({ key, label, max }, at) => `jsonb_build_object('key', '${key}', 'label', '${label}', 'max', ${max}, 'points', g.p${at})`)
  .join(
    ', ',
  )}), 'bands', '${JSON.stringify(RUBRIC.value.bands)}'::jsonb, 'citation', '${RUBRIC.citation.replaceAll("'", "''")}')`;
const item = (title: string, document = "''") =>
  `jsonb_build_object('title', ${title}, 'presenter', '', 'document', ${document})`;

/** The minutes of every meeting in `held`, with the head counts of its attendance. */
export async function largeMinutes(client: ClientBase): Promise<void> {
  await client.query(`
    create temp table turns on commit drop as
    select meeting_id, count(*)::int as members_total, count(*) filter (where official)::int as officials_total,
      count(*) filter (where code in ('present', 'late', 'online', 'excused', 'absent'))::int as due, count(*) filter (where code in ('present', 'late', 'online'))::int as present,
      count(*) filter (where official and code in ('present', 'late', 'online'))::int as officials_present
    from attendance group by 1`);
  await client.query(`
    insert into meetings (id, cell_id, committee_id, kind, month, held_on, created_by, draft_saved_at, draft_saved_by, number, starts_at, ends_at, place, chair_name, chair_title,
      secretary_name, agenda, conclusion, members_total, officials_total, due, present, officials_present, score, score_band, score_sheet, late, submitted_at, submitted_by,
      returned_at, returned_by, return_reason, accepted_at, accepted_by, version)
    select h.id, h.cell_id, h.committee_id, h.kind, h.month, h.held_on, h.secretary_id, case when draft then held_on + time '13:15' end, case when draft then h.secretary_id end,
      case when not draft then extract(month from h.month) || '-BB/CB' end, case when draft then null when evening then '19:30' else '14:00' end,
      case when draft then null when evening then '21:00' else '15:40' end, case when not draft then h.place end, case when not draft then one.full_name end,
      case when not draft then 'Bí thư chi bộ' end, case when not draft then two.full_name end,
      case when draft then '[]'::jsonb when kind = 'thematic' then jsonb_build_array(${item(`pg_temp.pick(${texts(THEMES)}, h.n, 95)`)}) else
        jsonb_build_array(${item("'Thông tin thời sự, phổ biến văn bản của cấp trên'", `pg_temp.pick(${texts(CURRENT_AFFAIRS)}, h.n, 95)`)},
          ${item("'Đánh giá việc thực hiện nhiệm vụ tháng qua'")}, ${item("'Nhiệm vụ tháng tới và phân công đảng viên'")}) end,
      case when not draft then pg_temp.pick(${texts(CONCLUSIONS)}, h.n, 96) end, t.members_total, t.officials_total, t.due, t.present, t.officials_present,
      case when scored then ${SCORE} end,
      case when not scored then null when ${SCORE} >= ${good} then 'good' when ${SCORE} >= ${fair} then 'fair' when ${SCORE} >= ${average} then 'average' else 'poor' end,
      case when scored then ${SHEET} end, counts and submitted_on > held_on + ${SUBMIT_DAYS}, case when counts then submitted_on + time '13:15' end, case when counts then h.secretary_id end,
      case when returned then answered_on + time '14:15' end, case when returned then h.officer_id end, case when returned then pg_temp.pick(${texts(RETURNS)}, h.n, 97) end,
      case when accepted then answered_on + time '14:15' end, case when accepted then h.officer_id end, case when draft then 1 else 2 end
    from held h
    cross join lateral (select h.style in ('hamlet', 'street') as evening, h.kind = 'regular' and not h.draft and pg_temp.draw(h.n, 98) >= 40000 as scored) e
    cross join lateral (select ${POINTS}) g
    left join turns t on t.meeting_id = h.id
    join seat one on one.cell_no = h.cell_no and one.k = 1 join seat two on two.cell_no = h.cell_no and two.k = 2
    order by h.month, h.n`);
}
