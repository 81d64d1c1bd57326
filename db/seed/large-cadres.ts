import type { ClientBase } from 'pg';
import { postSortKey } from '@/domain/posts/sort-key';
import { Standards } from '@/domain/posts/standards';
import { insertRows } from './insert-rows';
import type { LargePlan } from './large-plan';
import type { LargeUnits } from './large-units';

const POSTS = 8_000;
const CADRES = 12_000;
/** Titles of a committee from the highest down; the last is repeated for the sections. */
const LADDER: readonly [title: string, grade: number, rank: 'head' | 'deputy', tier: 'province' | 'committee'][] = [
  ['Bí thư Đảng ủy', 70, 'head', 'province'],
  ['Phó Bí thư Thường trực Đảng ủy', 65, 'deputy', 'province'],
  ['Phó Bí thư, Chủ tịch Ủy ban nhân dân', 65, 'head', 'province'],
  ['Phó Chủ tịch Ủy ban nhân dân', 58, 'deputy', 'committee'],
  ['Chủ nhiệm Ủy ban Kiểm tra Đảng ủy', 58, 'head', 'committee'],
  ['Trưởng Ban Xây dựng Đảng', 58, 'head', 'committee'],
  ['Trưởng phòng', 50, 'head', 'committee'],
  ['Phó Trưởng phòng', 45, 'deputy', 'committee'],
];

/** The personnel of a large province: 8,000 titles, 12,000 cadres (fewer where there are not the members), with their ledger, files, ratings, planning, rotation. */
export async function largeCadres(client: ClientBase, plan: LargePlan, units: LargeUnits): Promise<void> {
  const cadres = Math.min(CADRES, Math.floor(plan.members / 2));
  const each = Math.max(LADDER.length, Math.round(Math.min(POSTS, (cadres * 2) / 3) / plan.committees));
  await client.query(
    'alter table posts disable trigger posts_changed; alter table appointments disable trigger appointments_changed',
  );
  await insertRows(client, 'posts', titles(units, each));
  for (const statement of [
    ...chosen(plan, each, Math.ceil(cadres / plan.committees)),
    ...holdings(plan),
    ...files(plan),
    ...ratings(units.province.id),
    ...succession(units.province.id, each),
    ...rotations(plan),
  ])
    await client.query(statement);
  await client.query(
    'alter table posts enable trigger posts_changed; alter table appointments enable trigger appointments_changed',
  );
  // The seats, once, as the triggers would have made them one by one.
  await client.query('select count(refresh_seats(id)) from posts');
}

function titles({ province, committees }: LargeUnits, each: number) {
  const standards = Standards.parse({ theory: 'middle', professional: 'university', presentPostMonths: 24 });
  return committees.flatMap(({ unit, no }) =>
    Array.from({ length: each }, (_, at) => {
      const [name, grade, rank, tier] = LADDER[at < LADDER.length ? at : 6 + (at % 2)] as (typeof LADDER)[number];
      const title = `${name} ${at < LADDER.length ? '' : `số ${at - 7}, `}${unit.name.replace('Đảng bộ ', '')}`;
      return {
        ...{ id: postId(no, at), code: `L${no}-${at + 1}`, title, sort_key: postSortKey(grade, title) },
        ...{ unit_id: unit.id, managing_unit_id: tier === 'province' ? province.id : unit.id },
        ...{ system: at % 3 ? 'state' : 'party', level: 'commune', tier, rank, elected: at < 3, body: false, grade, seats: 1 },
        ...{ allowance: 0.5, outsider: at === 0 || at === 2, standards, valid_from: '2020-10-15', valid_to: null, version: 1 },
        updated_at: '2025-07-01T08:00:00+07:00',
      };
    }),
  );
}

const postId = (no: number, at: number) => `0175c000-0000-7000-8000-${String(no).padStart(6, '0')}${String(at).padStart(6, '0')}`;

/**
 * Temporary tables: `slot`, each title with the day since which it is held; `chosen`, the cadres: the first of a committee hold its titles, the
 * rest (`former`) held one before and are planned for it again.
 */
const chosen = ({ today }: LargePlan, each: number, most: number): string[] => [
  `create temp table slot on commit drop as
   select p.*, row_number() over (partition by unit_id order by id) as at, (date '${today}' - make_interval(months => 2 + pg_temp.draw(row_number() over (order by id), 70) % 58))::date as since
   from posts p`,
  `create temp table chosen on commit drop as
   select m.id as member_id, m.committee_id, m.full_name, m.sort_key, m.female, m.born, m.home_place, m.k > ${each} as former, row_number() over (order by m.id) as n,
     s.id as post_id, s.title, s.tier, s.managing_unit_id as manager, s.grade, s.since,
     case when m.k > ${each} then m.committee_id else s.managing_unit_id end as managed
   from (select x.*, row_number() over (partition by x.committee_id order by md5(x.id::text)) as k from members x
     where x.status = 'official' and left(x.born, 4) between '1966' and '1994') m
   join slot s on s.unit_id = m.committee_id and s.at = (m.k - 1) % ${each} + 1 where m.k <= ${most}`,
  "alter table chosen add cadre_id uuid; update chosen set cadre_id = pg_temp.made_id('2025-07-01', n, 71)",
  'analyze chosen',
];

const holdings = ({ today }: LargePlan): string[] => [
  `insert into cadres (updated_at, id, member_id, managing_unit_id, tier, full_name, sort_key, female, born, home_place, minority, theory, professional, administration, defence,
     health_checked_on, resume_certified_on)
   select '2025-07-01 08:00+07', cadre_id, member_id, managed, case when former then 'committee' else tier end, full_name, sort_key, female, born, home_place, pg_temp.draw(n, 72) < 300000,
     pg_temp.pick('{basic,middle,middle,advanced}', n, 73), pg_temp.pick('{college,university,university,master}', n, 74), 'specialist',
     case when pg_temp.draw(n, 75) < 700000 then 3 end, date '${today}' - pg_temp.draw(n, 76) % 330, date '${today}' - pg_temp.draw(n, 77) % 400 from chosen`,
  // One former holder a title: the days of two would meet.
  `insert into appointments (id, cadre_id, managing_unit_id, post_id, seat, unit_id, title, kind, from_on, term_ends_on, ended_on, end_kind)
   select distinct on (post_id, former) pg_temp.made_id('2025-07-02', n, 78), cadre_id, managed, post_id, 1, committee_id, title, 'appointed',
     (since - make_interval(months => case when former then 40 else 0 end))::date, (since + make_interval(months => case when former then 20 else 60 end))::date,
     case when former then since end, case when former then 'moved' end
   from chosen where former or pg_temp.draw(n, 80) < 930000 order by post_id, former, n`,
  `insert into appointment_events (id, appointment_id, kind, end_kind, effective_on, term_ends_on, decision_number, decision_date, issuer, entered_at)
   select pg_temp.made_id('2025-07-03', row_number() over (order by a.id, e.kind), 81), a.id, e.kind, e.end_kind, e.effective_on, case when e.kind = 'begun' then a.term_ends_on end,
     pg_temp.draw(row_number() over (order by a.id), 82) % 900 || '-QĐ/ĐU', e.effective_on - 5, 'Ban Thường vụ', e.effective_on + time '15:00'
   from appointments a cross join lateral (select 'begun' as kind, null as end_kind, a.from_on as effective_on
     union all select 'ended', a.end_kind, a.ended_on where a.ended_on is not null) e`,
];

const files = ({ today }: LargePlan): string[] => [
  `insert into cadre_history (entered_at, id, cadre_id, managing_unit_id, from_month, to_month, words, level)
   select '2025-07-01 08:00+07', pg_temp.made_id('2025-07-04', n * 2 + part, 83), cadre_id, managed, case part when 0 then '2008-09' else to_char(since, 'YYYY-MM') end,
     case part when 0 then to_char(since - interval '1 month', 'YYYY-MM') end, case part when 0 then 'Chuyên viên, cơ quan cấp huyện' else title end, case part when 0 then 'district' else 'commune' end
   from chosen cross join generate_series(0, 1) part`,
  `insert into cadre_trainings (entered_at, id, cadre_id, managing_unit_id, kind, name, school, from_month, to_month, certificate, valid_to)
   select '2025-07-01 08:00+07', pg_temp.made_id('2025-07-05', n * 2 + part, 84), cadre_id, managed, case part when 0 then 'professional' else 'language' end,
     case part when 0 then 'Đại học' else 'Tiếng Anh B1' end, 'Trường Đại học', '2003-09', '2007-06', 'Bằng', case part when 1 then date '${today}' + pg_temp.draw(n, 85) % 700 - 60 end
   from chosen cross join generate_series(0, 1) part`,
];

const LEVELS = '{good,good,good,outstanding,done,done,failed}';
const ratings = (province: string): string[] => [
  `insert into rating_groups (updated_at, id, unit_id, subject, year, quarter, name, decided_at, decision_number, decision_date, issuer, signer)
   select '2025-07-01 08:00+07', pg_temp.made_id('2025-07-06', row_number() over (order by u.id, y), 86), u.id, 'person', y, 0, 'Cán bộ thuộc diện quản lý', make_date(y + 1, 1, 10), '12-QĐ', make_date(y + 1, 1, 10), 'Ban Thường vụ', 'Nông Văn Hiệp'
   from (select distinct managed as id from chosen union select uuid '${province}') u cross join generate_series(2023, 2025) y`,
  `insert into ratings (updated_at, id, group_id, cadre_id, managing_unit_id, year, quarter, title, points, assigned, done, on_time, self_level, proposed_level, level)
   select '2025-07-01 08:00+07', pg_temp.made_id('2025-07-07', c.n * 3 + y - 2023, 87), g.id, c.cadre_id, c.managed, y, 0, c.title, 80, 10, 10, 10, l, l, l
   from chosen c cross join generate_series(2023, 2025) y join rating_groups g on g.unit_id = c.managed and g.year = y
   cross join lateral (select pg_temp.pick('${LEVELS}', c.n * 3 + y, 88) as l) p`,
  `insert into rating_decisions (id, rating_id, level, decision_number, decision_date, issuer, signer, entered_at)
   select pg_temp.made_id('2025-07-11', row_number() over (order by r.id), 97), r.id, r.level, g.decision_number, g.decision_date, g.issuer, g.signer, g.decided_at from ratings r join rating_groups g on g.id = r.group_id`,
];

const succession = (province: string, each: number): string[] => [
  `insert into succession_campaigns (opened_at, id, unit_id, name, kind, term_kind, term_from, term_to, counted_on)
   values ('2025-07-01 08:00+07','0175c001-0000-7000-8000-000000000001', '${province}', 'Quy hoạch cấp ủy nhiệm kỳ 2030–2035', 'new', 'party', '2030-07-01', '2035-06-30', '2030-07-01')`,
  `insert into succession_lists (updated_at, id, campaign_id, unit_id, managing_unit_id, due_on)
   select '2025-07-01 08:00+07', pg_temp.made_id('2025-07-08', row_number() over (order by unit_id, managing_unit_id), 89), '0175c001-0000-7000-8000-000000000001', unit_id, managing_unit_id, '2027-03-31'
   from (select distinct unit_id, managing_unit_id from posts) p`,
  // Whoever holds a title now is planned for another of the committee, and so is whoever held one before: one or two names a title, four at most.
  `insert into succession_entries (proposed_at, id, list_id, post_id, unit_id, managing_unit_id, cadre_id, term_kind, term_from, term_to, source, standing, approved_on, decision_number)
   select '2025-07-01 08:00+07', pg_temp.made_id('2025-07-09', c.n, 90), l.id, s.id, s.unit_id, s.managing_unit_id, c.cadre_id, 'party', '2030-07-01', '2035-06-30', 'local', 'first',
     case when pg_temp.draw(c.n, 91) < 800000 then date '2026-04-15' end, case when pg_temp.draw(c.n, 91) < 800000 then '300-QĐ/TU' end
   from chosen c join slot h on h.id = c.post_id
   join slot s on s.unit_id = h.unit_id and s.at = 1 + (h.at + pg_temp.draw(c.n, 92) % 3) % ${each}
   join succession_lists l on l.unit_id = s.unit_id and l.managing_unit_id = s.managing_unit_id`,
];

const rotations = ({ today }: LargePlan): string[] => [
  `insert into rotations (proposed_at, updated_at, id, cadre_id, managing_unit_id, basis, from_unit_id, from_title, from_unit_name, from_level, to_post_id, to_unit_id, to_title, to_unit_name, to_level, expected,
     started_on, prepare_on, due_on, decision_number, decision_date, ended_on, placement)
   select began - interval '20 days', '2025-07-01 08:00+07', pg_temp.made_id('2025-07-10', n, 93), cadre_id, managed, pg_temp.pick('{a,a,b,c}', n, 94), committee_id, 'Chuyên viên', 'Cơ quan cấp tỉnh', pg_temp.pick('{province,commune,district}', n, 95),
     post_id, committee_id, title, 'Đảng bộ xã', 'commune', 'returned', began, (began + interval '30 months')::date, (began + interval '36 months')::date, '77-QĐ/TU', began - 5,
     case when began < date '${today}' - 1100 then (began + interval '36 months')::date end, case when began < date '${today}' - 1100 then 'returned' end
   from chosen cross join lateral (select (date '${today}' - make_interval(months => pg_temp.draw(n, 96) % 120))::date as began) b where n % 4 = 0`,
  `insert into rotation_events (id, rotation_id, kind, effective_on, decision_number, decision_date, entered_at)
   select pg_temp.made_id('2025-07-12', row_number() over (order by id) * 2, 98), id, 'begun', started_on, decision_number, decision_date, started_on from rotations
   union all select pg_temp.made_id('2025-07-12', row_number() over (order by id) * 2 + 1, 98), id, 'ended', ended_on, '88-QĐ/TU', ended_on - 5, ended_on from rotations where ended_on is not null`,
];
