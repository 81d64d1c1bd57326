import type pg from 'pg';
import { type LedgerEvent, standing } from '@/domain/members/ledger';
import { checkAppointments } from './books/appointments';
import { RATING_CHECKS } from './books/ratings';
import { REPLAYED_COLUMNS, REPLAYED_MONTHS } from './books/replay';
import { checkRotations } from './books/rotations';

/** One thing that the books say otherwise than the entries: where, what stands there, what the replay gives. */
export type Difference = { check: string; where: string; stored: string; replayed: string };
export type Checked = { members: number; months: number; units: number; count: number; differences: Difference[] };

type Options = { shown?: number; say?: (stage: string) => void };
type Asking = pg.Pool | pg.Client | pg.PoolClient;
const BATCH = 5_000;
const NO_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Replays entries and minutes and compares every stored state and summary; proves the balance of every unit and month. Opens this month
 * first where nobody has yet; changes nothing else.
 * `client` connects as the owner. `shown`: how many differences are kept; all are counted. `say` hears each stage.
 */
export async function checkBooks(client: Asking, { shown = 20, say = () => undefined }: Options = {}): Promise<Checked> {
  const found: Checked = { members: 0, months: 0, units: 0, count: 0, differences: [] };
  const keep = (difference: Difference) => {
    found.count += 1;
    if (found.differences.length < shown) found.differences.push(difference);
  };
  await client.query("select open_months((now() at time zone 'Asia/Ho_Chi_Minh')::date)");
  say('Đảng viên: phát lại từng biến động');
  found.members = await checkMembers(client, keep);
  say('Sổ tháng của chi bộ: phát lại biến động và biên bản');
  found.months = await checkMonths(client, keep);
  say('Cân đối từng tháng, cấp dưới cộng lại bằng cấp trên');
  found.units = await checkBalance(client, keep);
  say('Chức vụ của cán bộ: phát lại từng bút toán, từng vị trí');
  await checkAppointments(client, keep);
  say('Luân chuyển: phát lại từng bút toán, đối chiếu chức vụ');
  await checkRotations(client, keep);
  say('Biên bản: số dự họp ghi trên biên bản và từng lượt dự');
  for (const check of [...RECORDS, ...RATING_CHECKS])
    for (const row of (await client.query(check.sql)).rows)
      keep({ check: check.name, where: row.place, stored: String(row.stored), replayed: String(row.replayed) });
  return found;
}

type Keep = (difference: Difference) => void;
type StoredMember = {
  id: string;
  cellId: string;
  status: string;
  exempt: boolean;
  away: boolean;
  suspended: boolean;
  leavingFor: string | null;
  leavingOn: string | null;
  leftOn: string | null;
  leftKind: string | null;
  events: LedgerEvent[];
};

async function checkMembers(client: Asking, keep: Keep): Promise<number> {
  let [after, seen] = [NO_ID, 0];
  for (;;) {
    const { rows } = await client.query<StoredMember>(MEMBERS, [after, BATCH]);
    for (const member of rows) compareMember(member, keep);
    seen += rows.length;
    if (rows.length < BATCH) return seen;
    after = rows.at(-1)?.id ?? after;
  }
}

const MEMBERS = `
  select m.id, m.cell_id as "cellId", m.status, m.exempt, m.away, m.suspended, m.leaving_for as "leavingFor", m.leaving_on::text as "leavingOn", m.left_on::text as "leftOn", m.left_kind as "leftKind",
    coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'memberId', e.member_id, 'kind', e.kind, 'effectiveOn', e.effective_on, 'cellId', e.cell_id,
      'fromCellId', e.from_cell_id, 'reversesId', e.reverses_id, 'place', e.place, 'detail', e.detail)) from member_events e where e.member_id = m.id), '[]') as events
  from members m where m.id > $1 order by m.id limit $2`;

function compareMember({ id, events, ...stored }: StoredMember, keep: Keep): void {
  const now = standing(events) ?? {
    ...stored,
    status: 'left',
    exempt: false,
    away: false,
    suspended: false,
    leavingFor: null,
    leavingOn: null,
    leftOn: null,
    leftKind: null,
  };
  for (const field of [
    'status',
    'cellId',
    'exempt',
    'away',
    'suspended',
    'leavingFor',
    'leavingOn',
    'leftOn',
    'leftKind',
  ] as const) {
    if (stored[field] !== now[field])
      keep({ check: `đảng viên: ${field}`, where: id, stored: String(stored[field]), replayed: String(now[field]) });
  }
}

async function checkMonths(client: Asking, keep: Keep): Promise<number> {
  const object = (alias: string) =>
    `jsonb_build_object(${REPLAYED_COLUMNS.map((name) => `'${name}', ${alias}.${name}`).join(', ')})`;
  const { rows } = await client.query<{ place: string; stored: Record<string, number>; replayed: Record<string, number> }>(`
    with ${REPLAYED_MONTHS}
    select u.short_name || ' ' || to_char(r.month, 'MM/YYYY') as place, case when m.cell_id is null then '{}'::jsonb else ${object('m')} end as stored, ${object('r')} as replayed
    from replayed r join units u on u.id = r.cell_id left join unit_months m on m.cell_id = r.cell_id and m.month = r.month
    where m.cell_id is null or ${object('m')} <> ${object('r')} order by r.month, u.short_name`);
  for (const { place, stored, replayed } of rows)
    for (const name of REPLAYED_COLUMNS)
      if (stored[name] !== replayed[name])
        keep({
          check: `sổ tháng: ${name}`,
          where: place,
          stored: String(stored[name] ?? 'không có'),
          replayed: String(replayed[name]),
        });
  return Number((await client.query('select count(*) as n from unit_months')).rows[0].n);
}

const INCREASE = REPLAYED_COLUMNS.filter((name) => name.startsWith('inc_'))
  .map((name) => `m.${name}`)
  .join(' + ');
const DECREASE = REPLAYED_COLUMNS.filter((name) => name.startsWith('dec_'))
  .map((name) => `m.${name}`)
  .join(' + ');

/** Every unit and month, summed through the tree; a parent against its children, a committee against its own column, a month against the one before. */
const BALANCE = `
  with sums as materialized (
    select t.ancestor_id as unit_id, m.month, sum(m.stock) as stock, sum(${INCREASE}) as inc, sum(${DECREASE}) as dec
    from unit_months m join unit_tree t on t.unit_id = m.cell_id group by 1, 2),
  carried as (select *, coalesce(lag(stock) over (partition by unit_id order by month), 0) as start from sums)
  select 'đầu + tăng − giảm = cuối' as check, u.short_name || ' ' || to_char(c.month, 'MM/YYYY') as place, c.stock as stored, c.start + c.inc - c.dec as replayed
  from carried c join units u on u.id = c.unit_id
  where c.stock <> c.start + c.inc - c.dec
  union all
  select 'cấp dưới cộng lại = cấp trên', u.short_name || ' ' || to_char(s.month, 'MM/YYYY'), s.stock, coalesce(k.stock, 0)
  from sums s join units u on u.id = s.unit_id and not u.is_cell
  left join (select c.parent_id, b.month, sum(b.stock) as stock from sums b join units c on c.id = b.unit_id group by 1, 2) k on k.parent_id = u.id and k.month = s.month
  where s.stock is distinct from k.stock
  union all
  select 'tổng theo đảng bộ trực thuộc = tổng theo cây', u.short_name || ' ' || to_char(s.month, 'MM/YYYY'), s.stock, coalesce(k.stock, 0)
  from sums s join units u on u.id = s.unit_id and u.depth = 1
  left join (select committee_id, month, sum(stock) as stock from unit_months group by 1, 2) k on k.committee_id = u.id and k.month = s.month
  where s.stock is distinct from k.stock`;

async function checkBalance(client: Asking, keep: Keep): Promise<number> {
  const { rows } = await client.query(BALANCE);
  for (const row of rows)
    keep({ check: row.check, where: row.place, stored: String(row.stored), replayed: String(row.replayed) });
  return Number((await client.query('select count(*) as n from units')).rows[0].n);
}

const committeeSums = (of: 'k' | 'sum') =>
  REPLAYED_COLUMNS.map((name) => (of === 'sum' ? `sum(${name})::int` : `k.${name}`)).join(', ');

const RECORDS = [
  {
    name: 'sổ tháng của đảng bộ trực thuộc = cộng các chi bộ',
    sql: `select u.short_name || ' ' || to_char(coalesce(k.month, c.month), 'MM/YYYY') as place, coalesce(k.sums, 'không có') as stored, coalesce(c.sums, 'không có') as replayed
      from (select committee_id, month, (cells, missing, ${committeeSums('k')})::text as sums from committee_months_now k) k
      full join (select committee_id, month, (count(*)::int, sum(greatest(expected - held, 0))::int, ${committeeSums('sum')})::text as sums
        from unit_months group by 1, 2) c on c.committee_id = k.committee_id and c.month = k.month
      left join units u on u.id = coalesce(k.committee_id, c.committee_id)
      where k.sums is distinct from c.sums`,
  },
  {
    name: 'biên bản: số phải dự, có mặt',
    sql: `select u.short_name || ' ' || to_char(g.month, 'MM/YYYY') as place, concat_ws('/', g.present, g.due) as stored, concat_ws('/', a.present, a.due) as replayed
      from meetings g join units u on u.id = g.cell_id
      left join lateral (select count(*) filter (where code in ('present', 'late', 'online')) as present,
        count(*) filter (where code in ('present', 'late', 'online', 'excused', 'absent')) as due from attendance a where a.meeting_id = g.id and a.month = g.month) a on true
      where g.submitted_at is not null and (g.present, g.due) is distinct from (a.present::int, a.due::int)`,
  },
  {
    name: 'đảng viên trong sổ = số cuối tháng gần nhất',
    sql: `select u.short_name as place, coalesce(l.stock, 0) as stored, coalesce(n.count, 0) as replayed from units u
      left join lateral (select stock from unit_months m where m.cell_id = u.id order by month desc limit 1) l on true
      left join (select cell_id, count(*) from members where status <> 'left' group by 1) n on n.cell_id = u.id
      where u.is_cell and coalesce(l.stock, 0) <> coalesce(n.count, 0)`,
  },
  {
    name: 'quy hoạch: số người của từng chức danh',
    sql: `select p.title as place, coalesce(n.persons, 0) as stored, coalesce(e.persons, 0) as replayed
      from succession_counts n full join (select term_kind, term_from, post_id, count(*) as persons from succession_entries where left_on is null group by 1, 2, 3) e
        using (term_kind, term_from, post_id) join posts p on p.id = post_id
      where coalesce(n.persons, 0) <> coalesce(e.persons, 0)`,
  },
  {
    name: 'đảng bộ trực thuộc ghi trên bản ghi',
    sql: `select x.kept || ' ' || x.id as place, x.committee_id as stored, u.committee_id as replayed from (
        select 'đảng viên' as kept, id, cell_id, committee_id from members union all select 'biên bản', id, cell_id, committee_id from meetings
        union all select 'sổ tháng', cell_id, cell_id, committee_id from unit_months) x
      join units u on u.id = x.cell_id where x.committee_id <> u.committee_id`,
  },
];
