import { hash } from '@node-rs/argon2';
import type { ClientBase } from 'pg';
import { REPLAYED_COLUMNS, REPLAYED_MONTHS } from '../books/replay';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-accounts';
import { insertRows } from './insert-rows';
import { SEATS } from './large-people';
import type { LargePlan } from './large-plan';
import type { LargeUnits } from './large-units';
import type { Random } from './random';

const OPENED = '2025-07-01';
/** 64 MiB, three passes, one lane: what sign-in makes too. */
const ARGON2 = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

type Account = { id: string; username: string; fullName: string; office: string; unitId: string };

/**
 * The demo's accounts under their names, and one for the secretary of each cell (`bithu.1`, `bithu.2` …) and the officer of each committee (`canbo.1` …).
 * All have the demo's password, hashed once.
 */
export async function largeAccounts(client: ClientBase, random: Random, units: LargeUnits): Promise<void> {
  const passwordHash = await hash(DEMO_PASSWORD, ARGON2);
  const accounts = [...named(random, units), ...others(units)];
  const row = {
    password_hash: passwordHash,
    password_changed_at: `${OPENED}T08:00:00+07:00`,
    must_change_password: false,
    demo: true,
    version: 1,
  };
  await insertRows(
    client,
    'accounts',
    accounts.map(({ id, username, fullName }) => ({
      id,
      username,
      full_name: fullName,
      created_at: `${OPENED}T08:00:00+07:00`,
      ...row,
    })),
  );
  await insertRows(
    client,
    'offices_held',
    accounts.map(({ id, office, unitId }) => ({
      id: random.id(OPENED),
      account_id: id,
      office,
      unit_id: unitId,
      held_from: OPENED,
      held_to: null,
      version: 1,
    })),
  );
  // The secretary's account bears the name of the person who is secretary.
  await client.query(`
    update accounts a set full_name = s.full_name from cell c join seat s on s.cell_no = c.no and s.k = 1 where a.id = c.secretary_id and a.full_name <> s.full_name`);
}

/** A cell or committee whose officer is one of the demo's people has that account and no other. */
function named(random: Random, { province, committees, cells }: LargeUnits): Account[] {
  return DEMO_ACCOUNTS.map(({ username, fullName, office, unitName, committeeName }) => {
    const committee = committees.find(({ unit }) => unit.name === (committeeName ?? unitName));
    const cell = cells.find((candidate) => candidate.committee === committee && candidate.unit.name === unitName);
    const unitId = cell?.unit.id ?? (unitName === province.name ? province.id : committee?.unit.id);
    if (!unitId) throw new RangeError(`no unit ${unitName}`);
    const own =
      office === 'cell_secretary' ? cell?.secretaryId : office === 'committee_officer' ? committee?.officerId : undefined;
    return { id: own ?? random.id(OPENED), username, fullName, office, unitId };
  });
}

function others({ committees, cells }: LargeUnits): Account[] {
  const taken = (office: string, unitName: string, committeeName?: string) =>
    DEMO_ACCOUNTS.some(
      (account) => account.office === office && account.unitName === unitName && account.committeeName === committeeName,
    );
  return [
    ...committees
      .filter(({ unit }) => !taken('committee_officer', unit.name))
      .map(({ unit, no, officerId }) => ({
        id: officerId,
        username: `canbo.${no}`,
        fullName: `Cán bộ ${unit.name.replace('Đảng bộ ', '')}`,
        office: 'committee_officer',
        unitId: unit.id,
      })),
    ...cells
      .filter(({ unit, committee }) => !taken('cell_secretary', unit.name, committee.unit.name))
      .map(({ unit, no, secretaryId }) => ({
        id: secretaryId,
        username: `bithu.${no}`,
        fullName: unit.name,
        office: 'cell_secretary',
        unitId: unit.id,
      })),
  ];
}

/** Who leads the cells and committees; some seats stand empty. */
export async function largeOfficers(client: ClientBase): Promise<void> {
  await client.query(`
    insert into unit_officers (id, unit_id, member_id, full_name, role, held_from, held_to, elected, decision_number)
    select pg_temp.made_id(date '${OPENED}', s.cell_no * 16 + s.k, 151), c.id, s.id, s.full_name, (array['secretary', 'deputy', 'committee_member', 'committee_member'])[s.k],
      date '${OPENED}', null::date, pg_temp.draw(c.no, 152) < 900000, (12 + pg_temp.draw(c.no, 153) % 460) || '-QĐ/ĐU'
    from seat s join cell c on c.no = s.cell_no
    where s.k <= ${SEATS} and (s.k = 1 and (pg_temp.draw(c.no, 154) >= 35000 or exists (select 1 from named n where n.i = c.before + 1)) or s.k > 1 and pg_temp.draw(c.no * 16 + s.k, 155) >= 90000)
    union all
    select pg_temp.made_id(date '${OPENED}', 10000000 + c.committee_no * 16 + r.nth, 156), c.committee_id, s.id, s.full_name, r.role, date '${OPENED}', null, false, '12-QĐ/TU'
    from (select committee_id, committee_no, min(no) as no from cell group by 1, 2) c
    cross join (values (1, 'secretary'), (2, 'deputy'), (3, 'deputy')) r (nth, role) join seat s on s.cell_no = c.no and s.k = r.nth + 1`);
}

/** The cells' months as the replay of entries and minutes gives them: the one statement that `npm run check:books` holds them to. */
export async function largeMonths(client: ClientBase, { opened, months }: LargePlan): Promise<void> {
  await client.query('analyze member_events, meetings, resolutions, assignments');
  await client.query(`
    insert into unit_months (cell_id, committee_id, month)
    select id, committee_id, (date '${opened}' + make_interval(months => m))::date from cell cross join generate_series(0, ${months - 1}) m`);
  const columns = REPLAYED_COLUMNS.join(', ');
  await client.query(
    `create temp table replayed_month on commit drop as with ${REPLAYED_MONTHS} select cell_id, month, ${columns} from replayed`,
  );
  await client.query('truncate unit_months');
  await client.query(`
    insert into unit_months (cell_id, committee_id, month, ${columns})
    select r.cell_id, c.committee_id, r.month, ${columns} from replayed_month r join cell c on c.id = r.cell_id order by r.month, c.no`);
}

/** Yearly admissions at 3 to 4 % of the members at the last year's end, or at the opening; the province's is the sum of its committees'. */
export async function largeTargets(client: ClientBase, { today, opened }: LargePlan, provinceId: string): Promise<void> {
  const year = Number(today.slice(0, 4));
  for (const wanted of [year - 1, year]) {
    const month = [`${wanted - 1}-12-01`, opened].sort().at(-1);
    await client.query(
      `with shares as (
        select m.committee_id, greatest(2, round(sum(m.stock) * (30 + c.committee_no % 3 * 5) / 1000.0))::int as value
        from unit_months m join cell c on c.id = m.cell_id where m.month = $2 group by 1, c.committee_no)
       insert into targets (unit_id, year, kind, value, source)
       select committee_id, $1::int, 'admission', value, 'Nghị quyết Đảng ủy năm ' || $1 from shares
       union all select $3::uuid, $1, 'admission', sum(value)::int, 'Chỉ tiêu Tỉnh ủy giao năm ' || $1 from shares`,
      [wanted, month, provinceId],
    );
  }
}
