import { EVENT_KINDS, type MovementColumn, movements } from '@/domain/members/ledger';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What each kind of entry does, asked of the ledger itself: side of the entry, column of unit_months, step of the stock. */
const EFFECTS = EVENT_KINDS.flatMap((kind) =>
  movements({ id: '', memberId: '', kind, effectiveOn: '2000-01-01', cellId: 'to', fromCellId: 'from' }).map((move) => ({
    kind,
    side: move.cellId,
    column: snake(move.column satisfies MovementColumn),
    stock: move.stock,
  })),
);

const LEDGER_COLUMNS = [...new Set(EFFECTS.map(({ column }) => column))];

const MEETING_COLUMNS: Record<string, string> = {
  held: "count(*) filter (where g.kind = 'regular')",
  late: "count(*) filter (where g.kind = 'regular' and g.late)",
  thematic: "count(*) filter (where g.kind = 'thematic')",
  scored: 'count(g.score)',
  score_sum: 'coalesce(round(sum(g.score) * 10), 0)',
  score_good: "count(*) filter (where g.score_band = 'good')",
  score_fair: "count(*) filter (where g.score_band = 'fair')",
  score_average: "count(*) filter (where g.score_band = 'average')",
  score_poor: "count(*) filter (where g.score_band = 'poor')",
};

const TURN_COLUMNS: Record<string, string> = {
  attendance_due: "count(*) filter (where a.code in ('present', 'late', 'online', 'excused', 'absent'))",
  attendance_present: "count(*) filter (where a.code in ('present', 'late', 'online'))",
  absent_excused: "count(*) filter (where a.code = 'excused')",
  absent_unexcused: "count(*) filter (where a.code = 'absent')",
};

/** Columns of unit_months that the replay proves, in the order of the table. */
export const REPLAYED_COLUMNS = [
  'stock',
  ...LEDGER_COLUMNS,
  'expected',
  ...Object.keys(MEETING_COLUMNS),
  ...Object.keys(TURN_COLUMNS),
  'resolutions',
  'assignments_given',
  'assignments_done',
];
export const MEETING_PART = REPLAYED_COLUMNS.slice(REPLAYED_COLUMNS.indexOf('held'));

const quoted = (text: string) => `'${text}'`;
const selected = (columns: Record<string, string>) =>
  Object.entries(columns)
    .map(([name, sum]) => `${sum} as ${name}`)
    .join(', ');
const effects = EFFECTS.map(({ kind, side, column, stock }) => `(${[kind, side, column].map(quoted).join(', ')}, ${stock})`).join(
  ', ',
);
const zero = (names: readonly string[]) => names.map((name) => `coalesce(${name}, 0)::int as ${name}`).join(', ');

/** `replayed`: every cell's months from the entries and the minutes alone, one row for each month that is open or that something happened in. */
export const REPLAYED_MONTHS = `
  effects (kind, side, col, stock) as (values ${effects}),
  steps as (
    select case f.side when 'to' then e.cell_id else e.from_cell_id end as cell_id, date_trunc('month', e.effective_on)::date as month, f.col, f.stock
    from member_events e join effects f on f.kind = e.kind
    where (f.side = 'to' or e.from_cell_id is not null) and not exists (select 1 from member_events r where r.reverses_id = e.id)
  ),
  moved as (
    select cell_id, month, sum(stock) as step, ${LEDGER_COLUMNS.map((name) => `count(*) filter (where col = '${name}') as ${name}`).join(', ')}
    from steps group by cell_id, month
  ),
  met as (select g.cell_id, g.month, ${selected(MEETING_COLUMNS)} from meetings g where g.submitted_at is not null group by 1, 2),
  came as (
    select g.cell_id, g.month, ${selected(TURN_COLUMNS)}
    from meetings g join attendance a on a.meeting_id = g.id and a.month = g.month where g.submitted_at is not null group by 1, 2
  ),
  resolved as (select g.cell_id, g.month, count(*) as resolutions from meetings g join resolutions r on r.meeting_id = g.id where g.submitted_at is not null group by 1, 2),
  given as (select g.cell_id, g.month, count(*) as assignments_given from meetings g join assignments w on w.meeting_id = g.id where g.submitted_at is not null group by 1, 2),
  done as (
    select g.cell_id, g.month, count(*) as assignments_done from meetings g join assignments w on w.closed_in_id = g.id and w.outcome = 'done'
    where g.submitted_at is not null group by 1, 2
  ),
  open as (select cell_id, month from unit_months union select cell_id, month from moved union select cell_id, month from met),
  replayed as (
    select o.cell_id, o.month, coalesce(sum(step) over (partition by o.cell_id order by o.month), 0)::int as stock,
      case when u.founded_on < o.month + interval '1 month' and (u.closed_on is null or u.closed_on >= o.month + interval '1 month') then 1 else 0 end as expected,
      ${zero(LEDGER_COLUMNS)}, ${zero(MEETING_PART)}
    from open o join units u on u.id = o.cell_id
    left join moved using (cell_id, month) left join met using (cell_id, month) left join came using (cell_id, month)
    left join resolved using (cell_id, month) left join given using (cell_id, month) left join done using (cell_id, month)
  )`;
