import type { ClientBase } from 'pg';
import type { LargePlan } from './large-plan';

/** The first of each cell hold its offices: in their best years, never away, so that minutes can name them. */
export const SEATS = 4;
/** Shares of a million per person and month: about as many go as come. */
const FATES = {
  died: 1_500,
  transferred_out: 1_100,
  struck_off: 300,
  resigned: 80,
  expelled: 60,
  moved: 2_500,
  temporary_out: 1_500,
};
const INTRODUCED = 12_000;
const ARRIVALS = { admission: 0.062, transferred_in: 0.022 };
export const LEFT = "('died', 'transferred_out', 'struck_off', 'resigned', 'expelled')";

/**
 * Temporary table `people`: everyone who was ever in the book, with how they came (opening, admission, transfer in) and at most one thing that
 * befell them (`fate`, `fate_on`, `back_on`, `to_cell`); `stay`: who stood in which cell from when until when.
 */
export async function largePeople(client: ClientBase, plan: LargePlan): Promise<void> {
  await client.query(`create temp table soul on commit drop as ${souls(plan)}`);
  await client.query(`create temp table person on commit drop as ${persons(plan)}`);
  await client.query(`create temp table people on commit drop as ${people(plan)}`);
  await client.query(`
    create temp table stay on commit drop as
    select ${STAY}, cell_no, entered as since, case when fate = 'moved' or fate in ${LEFT} then fate_on end as until from people
    union all select ${STAY}, to_cell, fate_on, null from people where fate = 'moved'`);
  await client.query('analyze people, stay');
}

const STAY =
  "i, id, coalesce(k, 99) as k, exempt, official_on, case when fate = 'temporary_out' then fate_on end as away_from, back_on";

/** A day from the 2nd to the 28th of one of the months after the opening, today at the latest. */
const someDay = ({ opened, months, today }: LargePlan, n: string, salt: number, from = 1) =>
  `least(date '${today}', (date '${opened}' + make_interval(months => ${from} + pg_temp.draw(${n}, ${salt}) % ${months - from}))::date + 1 + pg_temp.draw(${n}, ${salt + 1}) % 27)`;

const souls = (plan: LargePlan) => {
  const arrivals = Math.round(plan.cells * (plan.months - 1) * (ARRIVALS.admission + ARRIVALS.transferred_in));
  const admitted = Math.round((1e6 * ARRIVALS.admission) / (ARRIVALS.admission + ARRIVALS.transferred_in));
  return `
    select (c.before + k)::bigint as i, c.no as cell_no, k, 'registered' as how, date '${plan.opened}' as entered, k > ${SEATS} and pg_temp.draw(c.before + k, 1) < 35000 as probationary
    from cell c cross join lateral generate_series(1, c.size) k
    union all
    select i, 1 + pg_temp.draw(i, 2) % ${plan.cells}, null, how, ${someDay(plan, 'i', 3)}, how = 'admission'
    from (select (select sum(size) from cell) + g as i, case when pg_temp.draw(g, 5) < ${admitted} then 'admission' else 'transferred_in' end as how
      from generate_series(1, ${arrivals}) g) x`;
};

const persons = (plan: LargePlan) => {
  let upto = 0;
  const branches = Object.entries(FATES).map(([kind, share]) => {
    upto += share * (plan.months - 1);
    return `when d.fate < ${upto} then '${kind}'`;
  });
  return `
    select s.*, d.female, c.peoples[1 + pg_temp.draw(i, 11) % cardinality(c.peoples)] as people, c.style, c.short_name,
      case when probationary and how = 'registered' then entered - 20 - pg_temp.draw(i, 12) % 330 when how = 'admission' then entered
        when how = 'transferred_in' then make_date(2002 + pg_temp.draw(i, 13) % 18, 1 + pg_temp.draw(i, 14) % 12, 1 + pg_temp.draw(i, 15) % 28) end as joined_day,
      case when k <= ${SEATS} then 34 + pg_temp.draw(i, 16) % 24 when c.style = 'hamlet' then 24 + pg_temp.draw(i, 16) % 59
        when c.style = 'street' then 28 + pg_temp.draw(i, 16) % 61 else 24 + pg_temp.draw(i, 16) % 36 end as age,
      case when k > ${SEATS} and not probationary then case ${branches.join(' ')} when d.fate < ${upto + INTRODUCED} then 'introduced' end end as fate
    from soul s join cell c on c.no = s.cell_no
    cross join lateral (select pg_temp.draw(s.i, 17) as fate,
      coalesce((select n.full_name like '% Thị %' from named n where n.i = s.i), pg_temp.draw(s.i, 18) < case when c.style in ('school', 'health') then 620000 else 360000 end) as female) d`;
};

const people = (plan: LargePlan) => {
  const year = Number(plan.opened.slice(0, 4));
  const recent = Math.max(1, plan.months - 3);
  return `
    with dated as (
      select p.*,
        case when joined_day is null then ${year} - age + least(greatest(age - 2, 19), 19 + pg_temp.draw(i, 21) % 16) else extract(year from joined_day)::int end as joined_year,
        case fate when 'introduced' then ${someDay(plan, 'i', 22, recent)} else case when fate is not null then ${someDay(plan, 'i', 24)} end end as fate_on
      from person p),
    told as (
      select d.*, least(joined_year, ${year - 2}) as settled_year,
        case when joined_day is null then ${year} - age else joined_year - 19 - pg_temp.draw(i, 26) % 14 end as birth_year,
        case when fate = 'temporary_out' and pg_temp.draw(i, 27) < 750000 and (fate_on + 60) <= date '${plan.today}' then fate_on + 30 + pg_temp.draw(i, 28) % 31 end as back_on,
        case when fate = 'moved' then case when pg_temp.draw(i, 29) < 600000 and cell_no > 1 then cell_no - 1 else 1 + (cell_no + pg_temp.draw(i, 30) % ${plan.cells - 1}) % ${plan.cells} end end as to_cell,
        (joined_day + interval '12 months')::date as due_on
      from dated d)
    select i, pg_temp.made_id(entered, i, 31) as id, cell_no, k, how, entered, probationary, female, people, style, short_name, age, birth_year, fate, fate_on, back_on, to_cell,
      how = 'registered' and not probationary and age > 78 and pg_temp.draw(i, 32) < 500000 as exempt,
      case when fate in ('transferred_out', 'introduced', 'temporary_out') or how = 'transferred_in'
        then pg_temp.pick(array['Đảng bộ phường Thạch Khê, tỉnh Hà Sơn', 'Đảng bộ xã Yên Lãng, tỉnh Phú Giang', 'Đảng bộ Khu công nghiệp Sông Lam'], i, 33) end as place,
      case when joined_day is not null then joined_day::text
        else concat_ws('-', settled_year, ${oldPaper('settled_year < 1985', 34)}) end as joined,
      case when joined_day is not null then case when not probationary then due_on::text when due_on <= date '${plan.today}' and pg_temp.draw(i, 35) >= 20000 then due_on::text end
        else concat_ws('-', settled_year + 1, ${oldPaper('settled_year < 1985', 34)}) end as official,
      case when probationary and due_on <= date '${plan.today}' and pg_temp.draw(i, 35) >= 20000 then due_on when not probationary then date '1900-01-01' end as official_on,
      concat_ws('-', birth_year, ${oldPaper('birth_year < 1965', 36)}) as born
    from told`;
};

/** Month and day of a date; old papers often say no more than the year, or the month. */
const oldPaper = (old: string, salt: number) =>
  `case when pg_temp.draw(i, ${salt}) >= case when ${old} then 150000 else 20000 end then lpad((1 + pg_temp.draw(i, ${salt + 20}) % 12)::text, 2, '0') end,
   case when pg_temp.draw(i, ${salt}) >= case when ${old} then 300000 else 40000 end then lpad((1 + pg_temp.draw(i, ${salt + 30}) % 28)::text, 2, '0') end`;
