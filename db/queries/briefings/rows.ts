import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { type Figure, figureOf, type Opens, type PersonnelEntries } from '@/domain/briefings/figures';
import { ENTERING, LEAVING } from '@/domain/members/ledger';
import { read } from '../../client';
import { below, type ChosenUnit, within } from '../../scope';
import type { Span } from './sums';

/** What is looked at: the months, and for a frozen number the moment after which nothing was known yet. */
export type Window = { span: Span; asOf: string; knownAt: string | null };

/** One row behind a number. Each kind fills what it has; `on` is a day or a month's first day, `what` a code or text of its kind. */
export type FigureRow = {
  sort: string;
  id: string;
  on: string;
  what: string;
  note: string | null;
  memberId: string | null;
  person: string | null;
  meetingId: string | null;
  /** Of a row on personnel, where the viewer may open the file. */
  cadreId: string | null;
  cellId: string;
  cell: string;
};

export type FigureRows = { rows: FigureRow[]; count: number; next: string | null };

const PAGE = 50;

/** One page of the rows behind a figure, and how many there are in all. `after`: the cursor of the page before. */
export function listFigureRows(
  viewer: Viewer,
  unit: ChosenUnit,
  figure: Figure,
  window: Window,
  after?: string,
  size = PAGE,
): Promise<FigureRows> {
  return read(viewer, async (tx) => {
    const all = rowsOf(viewer, unit, figure.opens, window);
    const [sort, id] = cursorOf(after);
    const { rows } = await tx.execute<FigureRow & { count: number }>(sql`
      with found as materialized (${all}), page as (select * from found where (sort, id) > (${sort}, ${id}) order by sort, id limit ${size + 1}),
      people as (select * from book_people((select coalesce(array_agg(distinct member_id), '{}') from page)))
      select p.sort, p.id, p.on_day as on, p.what, p.note, p.member_id as "memberId", coalesce(h.full_name, p.person) as person, p.meeting_id as "meetingId", p.cadre_id as "cadreId",
        p.cell_id as "cellId", u.short_name as cell, (select count(*) from found) as count
      from page p left join people h on h.member_id = p.member_id left join units u on u.id = p.cell_id order by p.sort, p.id`);
    const page = rows.slice(0, size);
    const last = rows.length > size ? page.at(-1) : undefined;
    const count =
      rows[0]?.count ??
      (await tx.execute<{ count: number }>(sql`select count(*) as count from (${all}) found`)).rows[0]?.count ??
      0;
    return { rows: page, count: Number(count), next: last ? `${last.sort}~${last.id}` : null };
  });
}

/** How many rows stand behind a figure. */
export function countFigureRows(viewer: Viewer, unit: ChosenUnit, key: string, window: Window): Promise<number> {
  return listFigureRows(viewer, unit, figureOf(key) as Figure, window, undefined, 1).then(({ count }) => count);
}

function cursorOf(after?: string): [string, string] {
  const at = after?.lastIndexOf('~') ?? -1;
  return after && at >= 0 ? [after.slice(0, at), after.slice(at + 1)] : ['', ''];
}

function rowsOf(viewer: Viewer, unit: ChosenUnit, opens: Opens | null, window: Window): SQL {
  switch (opens?.rows) {
    case 'people':
      return people(viewer, unit, window, opens.at);
    case 'ledger':
      return ledger(viewer, unit, window, opens.kinds, opens.side);
    case 'ledgers':
      return sql.join(
        opens.parts.map((key) => rowsOf(viewer, unit, figureOf(key)?.opens ?? null, window)),
        sql` union all `,
      );
    case 'dues':
      return dues(viewer, unit, window, opens.only);
    case 'meetings':
      return meetings(viewer, unit, window, MEETINGS[opens.only]);
    case 'turns':
      return turns(viewer, unit, window, TURNS[opens.codes]);
    case 'resolutions':
      return resolutions(viewer, unit, window);
    case 'assignments':
      return opens.only === 'given' ? given(viewer, unit, window) : done(viewer, unit, window);
    case 'personnel':
      return personnelRows(viewer, unit, window, opens);
    case undefined:
      throw new RangeError('a figure that opens no rows');
  }
}

const texts = (list: readonly string[]) => sql`${`{${list.join(',')}}`}::text[]`;
const inSpan = ({ span }: Window, column: SQL) => sql`${column} between ${span.first}::date and ${span.last}::date`;
/** Before the end of that month. A day is compared with a day: with a moment, the index could not be asked before row-level security has looked at the row. */
const before = (month: string) => sql`e.effective_on < (${month}::date + interval '1 month')::date`;
/** Entered before the freeze, and not reversed before it. */
const counted = ({ knownAt }: Window) =>
  knownAt
    ? sql`e.entered_at <= ${knownAt}::timestamptz and not exists (select 1 from member_events r where r.reverses_id = e.id and r.entered_at <= ${knownAt}::timestamptz)`
    : sql`not exists (select 1 from member_events r where r.reverses_id = e.id)`;

const nothing = {
  note: sql`null::text`,
  member: sql`null::uuid`,
  person: sql`null::text`,
  meeting: sql`null::uuid`,
  cadre: sql`null::uuid`,
};
type Shape = { sort: SQL; id: SQL; on: SQL; what: SQL; cell: SQL } & Partial<typeof nothing>;
const shaped = (shape: Shape) => {
  const { sort, id, on, what, note, member, person, meeting, cadre, cell } = { ...nothing, ...shape };
  return sql`select (${sort}) collate "C" as sort, (${id})::text collate "C" as id, ${on}::date as on_day, ${what}::text as what, ${note} as note,
    ${member} as member_id, ${person} as person, ${meeting} as meeting_id, ${cadre} as cadre_id, ${cell} as cell_id`;
};

/** By the tree of today: an entry keeps the cell, and where the cell stands now is where it is counted. As a list of cells, so that two columns joined by "or" are found by their indexes. */
const inUnit = (unit: ChosenUnit, cell: SQL): SQL =>
  unit.depth === 0 || unit.isCell
    ? below(unit, { cell, committee: cell })
    : sql`${cell} = any(array(select unit_id from unit_tree where ancestor_id = ${unit.id}))`;

/** Who is in the book on the day before the span, or on its last covered day: the last entry that touches these cells decides. */
function people(viewer: Viewer, unit: ChosenUnit, window: Window, at: 'start' | 'end'): SQL {
  const inside = (column: SQL) => sql`(${inUnit(unit, column)} and ${within(viewer, 'member.read', column)})`;
  const day = at === 'start' ? sql`e.effective_on < ${window.span.first}::date` : before(window.span.last);
  return sql`${shaped({ sort: sql`coalesce(p.sort_key, '~')`, id: sql`l.member_id`, on: sql`l.effective_on`, what: sql`l.kind`, member: sql`l.member_id`, person: sql`p.full_name`, cell: sql`l.cell_id` })}
    from (select distinct on (e.member_id) e.member_id, e.kind, e.effective_on, e.cell_id, ${inside(sql`e.cell_id`)} as here
      from member_events e where e.kind = any(${texts([...ENTERING, ...LEAVING, 'moved'])}) and (${inside(sql`e.cell_id`)} or (e.from_cell_id is not null and ${inside(sql`e.from_cell_id`)}))
        and ${day} and ${counted(window)}
      order by e.member_id, e.effective_on desc, e.id desc) l
    left join members p on p.id = l.member_id
    where l.here and l.kind = any(${texts([...ENTERING, 'moved'])})`;
}

function ledger(viewer: Viewer, unit: ChosenUnit, window: Window, kinds: readonly string[], side: 'to' | 'from'): SQL {
  const cell = side === 'to' ? sql`e.cell_id` : sql`e.from_cell_id`;
  const note =
    side === 'to'
      ? sql`concat_ws(' · ', nullif(e.decision_number, ''), e.place)`
      : sql`concat_ws(' · ', nullif(e.decision_number, ''), (select short_name from units where id = e.cell_id))`;
  return sql`${shaped({ sort: sql`e.effective_on::text`, id: side === 'to' ? sql`e.id` : sql`e.id::text || '-'`, on: sql`e.effective_on`, what: sql`e.kind`, note, member: sql`e.member_id`, cell })}
    from member_events e where e.kind = any(${texts(kinds)}) and ${cell} is not null and ${inUnit(unit, cell)} and ${within(viewer, 'member.read', cell)}
      and e.effective_on >= ${window.span.first}::date and ${before(window.span.last)} and ${counted(window)}`;
}

/** Cells and the months for which they owed a regular meeting. */
function dues(viewer: Viewer, unit: ChosenUnit, window: Window, only: 'all' | 'missing'): SQL {
  const missing = window.knownAt
    ? sql`not exists (select 1 from meetings h where h.cell_id = m.cell_id and h.month = m.month and h.kind = 'regular' and h.submitted_at <= ${window.knownAt}::timestamptz)`
    : sql`m.held = 0`;
  return sql`${shaped({ sort: sql`m.month::text`, id: sql`m.cell_id`, on: sql`m.month`, what: sql`case when m.held > 0 then 'held' else 'missing' end`, cell: sql`m.cell_id` })}
    from unit_months m where m.expected > 0 and ${inSpan(window, sql`m.month`)} and ${only === 'all' ? sql`true` : missing}
      and ${below(unit, { cell: sql`m.cell_id`, committee: sql`m.committee_id` })} and ${within(viewer, 'unit.read', sql`m.cell_id`)}`;
}

const MEETINGS: Record<Extract<Opens, { rows: 'meetings' }>['only'], SQL> = {
  held: sql`g.kind = 'regular'`,
  late: sql`g.kind = 'regular' and g.late`,
  thematic: sql`g.kind = 'thematic'`,
  scored: sql`g.score is not null`,
  good: sql`g.score_band = 'good'`,
  fair: sql`g.score_band = 'fair'`,
  average: sql`g.score_band = 'average'`,
  poor: sql`g.score_band = 'poor'`,
};

/** Submitted minutes of the months; the meetings of the quarter that count. */
const submitted = (
  viewer: Viewer,
  unit: ChosenUnit,
  window: Window,
) => sql`${window.knownAt ? sql`g.submitted_at <= ${window.knownAt}::timestamptz` : sql`g.submitted_at is not null`}
  and ${inSpan(window, sql`g.month`)} and ${below(unit, { cell: sql`g.cell_id`, committee: sql`g.committee_id` })} and ${within(viewer, 'minutes.read', sql`g.cell_id`)}`;

function meetings(viewer: Viewer, unit: ChosenUnit, window: Window, which: SQL): SQL {
  return sql`${shaped({ sort: sql`g.month::text || coalesce(g.held_on::text, '')`, id: sql`g.id`, on: sql`coalesce(g.held_on, g.month)`, what: sql`g.kind`, note: sql`concat_ws('|', g.score::text, g.score_band, case when g.late then 'late' end)`, meeting: sql`g.id`, cell: sql`g.cell_id` })}
    from meetings g where ${submitted(viewer, unit, window)} and ${which}`;
}

const TURNS: Record<Extract<Opens, { rows: 'turns' }>['codes'], readonly string[]> = {
  due: ['present', 'late', 'online', 'excused', 'absent'],
  present: ['present', 'late', 'online'],
  excused: ['excused'],
  unexcused: ['absent'],
};

/** One member at one meeting is one turn. */
function turns(viewer: Viewer, unit: ChosenUnit, window: Window, codes: readonly string[]): SQL {
  return sql`${shaped({ sort: sql`g.month::text || coalesce(g.held_on::text, '') || g.id::text`, id: sql`a.member_id`, on: sql`coalesce(g.held_on, g.month)`, what: sql`a.code`, note: sql`a.reason`, member: sql`a.member_id`, meeting: sql`g.id`, cell: sql`g.cell_id` })}
    from meetings g join attendance a on a.meeting_id = g.id and a.month = g.month
    where ${submitted(viewer, unit, window)} and a.code = any(${texts(codes)})`;
}

function resolutions(viewer: Viewer, unit: ChosenUnit, window: Window): SQL {
  return sql`${shaped({ sort: sql`g.month::text || coalesce(g.held_on::text, '')`, id: sql`r.id`, on: sql`coalesce(g.held_on, g.month)`, what: sql`r.text`, note: sql`r.in_favour::text || '/' || r.base::text`, meeting: sql`g.id`, cell: sql`g.cell_id` })}
    from meetings g join resolutions r on r.meeting_id = g.id where ${submitted(viewer, unit, window)}`;
}

function given(viewer: Viewer, unit: ChosenUnit, window: Window): SQL {
  return sql`${shaped({ sort: sql`g.month::text || coalesce(g.held_on::text, '')`, id: sql`w.id`, on: sql`coalesce(g.held_on, g.month)`, what: sql`w.text`, note: sql`w.outcome`, member: sql`w.member_id`, person: sql`w.member_name`, meeting: sql`g.id`, cell: sql`g.cell_id` })}
    from meetings g join assignments w on w.meeting_id = g.id where ${submitted(viewer, unit, window)}`;
}

/** Work that a meeting of these months closed as done, whenever it was given. */
function done(viewer: Viewer, unit: ChosenUnit, window: Window): SQL {
  return sql`${shaped({ sort: sql`g.month::text || coalesce(g.held_on::text, '')`, id: sql`w.id`, on: sql`coalesce(w.closed_on, g.month)`, what: sql`w.text`, note: sql`w.outcome`, member: sql`w.member_id`, person: sql`w.member_name`, meeting: sql`g.id`, cell: sql`g.cell_id` })}
    from meetings g join assignments w on w.closed_in_id = g.id where ${submitted(viewer, unit, window)} and w.outcome = 'done'`;
}

/** Decisions on titles in the unit and below it; whoever is managed above the viewer is counted and not named. */
function personnelRows(viewer: Viewer, unit: ChosenUnit, { span, knownAt }: Window, { event, of }: PersonnelEntries): SQL {
  return sql`${shaped({ sort: sql`e.on_day::text`, id: sql`e.id`, on: sql`e.on_day`, what: sql`e.title`, note: sql`e.decision_number`, person: sql`coalesce(e.person, 'Cán bộ thuộc diện cấp trên quản lý')`, cadre: sql`e.cadre_id`, cell: sql`e.unit_id` })}
    from personnel_entries(${unit.id}::uuid, ${span.first}::date, (${span.last}::date + interval '1 month' - interval '1 day')::date, ${knownAt}::timestamptz) e
    where e.event = ${event} and ${of === null ? sql`true` : sql`e.of = any(${texts(of)})`} and ${within(viewer, 'briefing.read', sql`e.unit_id`)}`;
}
