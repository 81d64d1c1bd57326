import type { ClientBase } from 'pg';
import { LEFT } from './large-people';
import type { LargePlan } from './large-plan';

const CARD_BASE = 20_000_000;
/** Cards are numbered with gaps, as they are given out. */
const CARD_STEP = 311;

/** Members as their entries leave them, with what only a few may read and the parts that searching finds. */
export async function largeMembers(client: ClientBase, plan: LargePlan): Promise<void> {
  await client.query(MEMBER_NAMES);
  await client.query(members(plan));
  await client.query(SENSITIVE);
  await client.query(`
    insert into member_name_parts (member_id, part, cell_id, committee_id)
    select w.id, p.part, c.id, c.committee_id
    from wearer w join name_part p on p.full_name = w.full_name join cell c on c.no = w.now_cell`);
}

const MEMBER_NAMES = `
  create temp table wearer on commit drop as
  select p.i, p.id, coalesce(p.to_cell, p.cell_no) as now_cell, s.ethnicity, coalesce(n.full_name, s.full_name) as full_name
  from people p
  join (select people, female, count(*)::int as slots from name_slot group by 1, 2) g on g.people = p.people and g.female = p.female
  join name_slot s on s.people = p.people and s.female = p.female and s.slot = pg_temp.draw(p.i, 41) % g.slots
  left join named n on n.i = p.i`;

const COLUMNS = `id, cell_id, committee_id, status, exempt, away, leaving_for, leaving_on, left_on, left_kind, full_name, sort_key, female, born, home_place, address, phone,
  joined, official, card_number, biography_number, occupation, workplace, general_education, professional_level, political_theory, state_management,
  foreign_language, updated_by, updated_at`;

const members = ({ today }: LargePlan) => `
  insert into members (${COLUMNS})
  select p.id, c.id, c.committee_id, case when fate in ${LEFT} then 'left' when official_on is not null then 'official' else 'probationary' end,
    exempt, coalesce(fate = 'temporary_out' and back_on is null, false), case when fate = 'introduced' then p.place end, case when fate = 'introduced' then fate_on end,
    case when fate in ${LEFT} then fate_on end, case when fate in ${LEFT} then fate end, w.full_name, n.sort_key, female, born,
    pg_temp.pick(array['Xã Nà Lâu', 'Xã Mường Sơn', 'Xã Tân Lập', 'Xã Thanh Bình', 'Xã Đông Sơn', 'Phường Trần Phú', 'Xã Bản Phố'], p.i, 42) || ', tỉnh Bình Sơn',
    c.short_name || ', tỉnh Bình Sơn', case when pg_temp.draw(p.i, 43) < 900000 then '0900' || lpad(pg_temp.draw(p.i, 44)::text, 6, '0') end,
    joined, official, case when official_on is not null then (${CARD_BASE} + p.i * ${CARD_STEP} + pg_temp.draw(p.i, 45) % ${CARD_STEP})::text end,
    case when pg_temp.draw(p.i, 46) < 800000 then (100000 + pg_temp.draw(p.i, 47) % 900000)::text end,
    case when birth_year < ${Number(today.slice(0, 4)) - 61} then 'Hưu trí' else case c.style
      when 'hamlet' then pg_temp.pick(array['Nông dân', 'Nông dân', 'Nông dân', 'Trưởng bản', 'Công an viên', 'Buôn bán nhỏ', 'Thợ mộc'], p.i, 48)
      when 'street' then pg_temp.pick(array['Công chức', 'Kinh doanh', 'Giáo viên', 'Lao động tự do'], p.i, 48)
      when 'school' then pg_temp.pick(array['Giáo viên', 'Giáo viên', 'Nhân viên thư viện', 'Kế toán'], p.i, 48)
      when 'health' then pg_temp.pick(array['Bác sĩ', 'Điều dưỡng', 'Y sĩ', 'Hộ sinh', 'Dược sĩ'], p.i, 48)
      when 'office' then pg_temp.pick(array['Công chức', 'Chuyên viên', 'Văn thư', 'Kế toán'], p.i, 48)
      else pg_temp.pick(array['Công nhân', 'Kỹ sư', 'Kế toán', 'Lái xe'], p.i, 48) end end,
    case when c.style in ('school', 'health', 'office') then c.short_name end,
    case when birth_year < 1965 then pg_temp.pick(array['7/10', '10/10'], p.i, 49) when birth_year < 1980 then pg_temp.pick(array['9/12', '12/12'], p.i, 49) else '12/12' end,
    pg_temp.pick(case when c.style in ('school', 'health', 'office') then array['Trung cấp', 'Cao đẳng', 'Đại học', 'Đại học', 'Thạc sĩ'] else array[null, null, 'Sơ cấp', 'Trung cấp'] end, p.i, 50),
    pg_temp.pick(case when c.style in ('school', 'health', 'office') then array['Sơ cấp', 'Trung cấp', 'Trung cấp', 'Cao cấp'] else array[null, 'Sơ cấp', 'Sơ cấp', 'Trung cấp'] end, p.i, 51),
    case when c.style = 'office' then pg_temp.pick(array[null, 'Chuyên viên', 'Chuyên viên chính'], p.i, 52) end,
    case when c.style in ('school', 'office') then pg_temp.pick(array[null, 'Tiếng Anh A2', 'Tiếng Anh B1'], p.i, 53) end,
    c.officer_id, date '${today}' + time '08:00'
  from people p join wearer w on w.i = p.i join name_key n on n.full_name = w.full_name join cell c on c.no = w.now_cell`;

const SENSITIVE = `
  insert into member_sensitive (member_id, cell_id, committee_id, ethnicity, religion, citizen_id, health)
  select w.id, c.id, c.committee_id, w.ethnicity,
    pg_temp.pick(array['Không', 'Không', 'Không', 'Không', 'Không', 'Không', 'Không', 'Không', 'Phật giáo', 'Công giáo', 'Tin Lành'], w.i, 61),
    '099' || lpad(pg_temp.draw(w.i, 62)::text, 6, '0') || lpad((pg_temp.draw(w.i, 63) % 1000)::text, 3, '0'),
    pg_temp.pick(array['Tốt', 'Tốt', 'Bình thường', 'Yếu'], w.i, 64)
  from wearer w join cell c on c.no = w.now_cell`;

/** The ledger: what brought each person into the book, and what befell them since. Entries of one person and day have ids in their order. */
export async function largeLedger(client: ClientBase, plan: LargePlan): Promise<void> {
  await client.query(`
    insert into member_events (id, member_id, cell_id, committee_id, from_cell_id, kind, effective_on, decision_number, decision_date, issuer, signer, place, reason, detail, reverses_id, entered_by, entered_at)
    select pg_temp.made_id(e.day, e.i * 8 + e.step, 71), e.id, c.id, c.committee_id, f.id, e.kind, e.day,
      case when decided then (11 + pg_temp.draw(e.i, 72) % 930) || '-QĐ/ĐU' end, case when decided then e.day - 2 - pg_temp.draw(e.i, 73) % 11 end,
      case when decided then c.committee_name end,
      case when decided then pg_temp.pick(array['Hoàng Đức Toàn', 'Lường Văn Ánh', 'Nguyễn Thị Thu Hà', 'Giàng A Chống', 'Trần Quốc Việt'], c.committee_no, 74) end,
      e.place, e.reason, e.detail, e.reverses_id, c.officer_id, e.day + time '08:00'
    from (${entries(plan)}) e join cell c on c.no = e.cell_no left join cell f on f.no = e.from_cell`);
}

const mistakenOn = 'entered + 20';
/** A transfer out that was entered for the wrong person and taken back the next day. */
const mistaken = (today: string) =>
  `i % 3000 = 7 and how = 'registered' and not probationary and fate is null and entered + 21 <= date '${today}'`;

const entries = ({ today }: LargePlan) => `
  select i, id, 0 as step, how as kind, entered as day, cell_no, null::int as from_cell, case when how = 'transferred_in' then place end as place, null as reason,
    jsonb_build_object('status', case when probationary then 'probationary' else 'official' end) as detail, how <> 'registered' as decided, null::uuid as reverses_id
  from people
  union all select i, id, 1, 'exempt', entered, cell_no, null, null, 'Tuổi cao, sức khỏe yếu', '{}', false, null from people where exempt
  union all select i, id, 2, 'official', official_on, cell_no, null, null, null, '{}', true, null from people where probationary and official_on is not null
  union all
  select i, id, 3, fate, fate_on, coalesce(to_cell, cell_no), case when fate = 'moved' then cell_no end, place,
    case fate when 'struck_off' then 'Bỏ sinh hoạt ba tháng trong năm không có lý do chính đáng' when 'resigned' then 'Tự nguyện xin ra khỏi Đảng'
      when 'expelled' then 'Thi hành kỷ luật bằng hình thức khai trừ' end,
    '{}', fate <> 'died', null
  from people where fate is not null
  union all select i, id, 4, 'temporary_return', back_on, cell_no, null, null, null, '{}', false, null from people where back_on is not null
  union all select i, id, 5, 'transferred_out', ${mistakenOn}, cell_no, null, 'Đảng bộ phường Thạch Khê, tỉnh Hà Sơn', null, '{}', true, null from people where ${mistaken(today)}
  union all select i, id, 6, 'reversal', ${mistakenOn} + 1, cell_no, null, null, 'Ghi nhầm người trùng họ tên', '{}', false, pg_temp.made_id(${mistakenOn}, i * 8 + 5, 71)
  from people where ${mistaken(today)}`;
