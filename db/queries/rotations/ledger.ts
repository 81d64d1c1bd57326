import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { IsoDate, PartialDate } from '@/domain/calendar';
import type { RotationFilters } from '@/domain/rotations/filters';
import { directionOf, LEVEL_ORDER, type RotationLevel } from '@/domain/rotations/levels';
import type { Count } from '@/domain/rotations/matrix';
import type { Placement, RotationBasis } from '@/domain/rotations/words';
import { isUuid } from '@/domain/text';
import { prepared, read } from '../../client';
import { within } from '../../scope';

export const PAGE_SIZE = 50;

/** A line of the ledger. Days YYYY-MM-DD. */
export type RotationRow = {
  id: string;
  cadreId: string;
  fullName: string;
  fromTitle: string;
  fromUnitName: string;
  fromLevel: RotationLevel;
  toTitle: string;
  toUnitName: string;
  toLevel: RotationLevel;
  basis: RotationBasis;
  startedOn: IsoDate;
  prepareOn: IsoDate;
  dueOn: IsoDate;
  endedOn: IsoDate | null;
  /** Of a past rotation entered from papers: the days as far as they say them; null: the whole day is known. */
  startedSaid: PartialDate | null;
  endedSaid: PartialDate | null;
  recorded: boolean;
  placement: Placement | null;
};
export type Cursor = { after?: string; before?: string };
export type RotationPage = { rows: RotationRow[]; hasPrevious: boolean; hasNext: boolean };

/** Rotations that came from or went to the unit; at the province all of them. */
type Of = { id: string; depth: number };
const touching = ({ id, depth }: Of): SQL => (depth === 0 ? sql`true` : sql`(r.to_unit_id = ${id} or r.from_unit_id = ${id})`);

const STATES: Record<NonNullable<RotationFilters['state']>, (today: IsoDate) => SQL> = {
  ahead: (today) => sql`r.started_on > ${today}::date`,
  running: (today) => sql`r.started_on <= ${today}::date and r.prepare_on > ${today}::date and ${open(today)}`,
  prepare: (today) => sql`r.prepare_on <= ${today}::date and r.due_on > ${today}::date and ${open(today)}`,
  due: (today) => sql`r.due_on <= ${today}::date and ${open(today)}`,
  ended: (today) => sql`r.ended_on <= ${today}::date`,
  open: (today) => sql`${open(today)}`,
};
const open = (today: IsoDate): SQL => sql`(r.ended_on is null or r.ended_on > ${today}::date)`;

const pairsOf = (direction: string): SQL =>
  sql.join(
    LEVEL_ORDER.flatMap((from) =>
      LEVEL_ORDER.filter((to) => directionOf(from, to) === direction).map((to) => sql`(${from}, ${to})`),
    ),
    sql`, `,
  );

/** Begun rotations in reach that the filters mean: for lists, counts, papers and exports alike. */
function conditionsOf(viewer: Viewer, unit: Of, { from, to, direction, year, state }: RotationFilters): SQL {
  const conditions = [sql`r.started_on is not null`, within(viewer, 'rotation.read', sql`r.managing_unit_id`), touching(unit)];
  if (from) conditions.push(sql`r.from_level = ${from}`);
  if (to) conditions.push(sql`r.to_level = ${to}`);
  if (direction) conditions.push(sql`(r.from_level, r.to_level) in (${pairsOf(direction)})`);
  if (year) conditions.push(sql`r.started_on >= ${`${year}-01-01`}::date and r.started_on <= ${`${year}-12-31`}::date`);
  if (state) conditions.push(STATES[state](viewer.today));
  return sql.join(conditions, sql` and `);
}

function beyond({ after, before }: Cursor): SQL {
  const id = after ?? before;
  if (!id || !isUuid(id)) return sql`true`;
  const place = sql`(select x.started_on from rotations x where x.id = ${id}), ${id}::uuid`;
  return after ? sql`(r.started_on, r.id) < (${place})` : sql`(r.started_on, r.id) > (${place})`;
}

/** One page, the latest start first. */
export function listRotations(
  viewer: Viewer,
  unit: Of,
  filters: RotationFilters,
  cursor: Cursor = {},
  limit = PAGE_SIZE,
): Promise<RotationPage> {
  const backwards = !cursor.after && Boolean(cursor.before);
  const way = backwards ? sql`asc` : sql`desc`;
  return read(viewer, async (tx) => {
    const rows = await prepared<RotationRow>(
      tx,
      sql`
      select r.id, r.cadre_id as "cadreId", c.full_name as "fullName", r.from_title as "fromTitle", r.from_unit_name as "fromUnitName", r.from_level as "fromLevel",
        r.to_title as "toTitle", r.to_unit_name as "toUnitName", r.to_level as "toLevel", r.basis, r.started_on as "startedOn", r.prepare_on as "prepareOn",
        r.due_on as "dueOn", r.ended_on as "endedOn", r.started_said as "startedSaid", r.ended_said as "endedSaid", r.recorded, r.placement
      from rotations r join cadres c on c.id = r.cadre_id
      where ${conditionsOf(viewer, unit, filters)} and ${beyond(cursor)}
      order by r.started_on ${way}, r.id ${way} limit ${limit + 1}`,
    );
    const more = rows.length > limit;
    const shown = rows.slice(0, limit);
    if (backwards) return { rows: shown.reverse(), hasPrevious: more, hasNext: true };
    return { rows: shown, hasPrevious: Boolean(cursor.after), hasNext: more };
  });
}

export type Tally = { turns: number; persons: number };

/** Turns and persons of what the filters mean. */
export const countRotations = (viewer: Viewer, unit: Of, filters: RotationFilters): Promise<Tally> =>
  read(viewer, async (tx) => {
    const [tally] = await prepared<Tally>(
      tx,
      sql`select count(*)::int as turns, count(distinct r.cadre_id)::int as persons from rotations r where ${conditionsOf(viewer, unit, filters)}`,
    );
    return tally ?? { turns: 0, persons: 0 };
  });

/**
 * The ledger counted for the matrix: by levels and year, by levels, by year, and in all (domain/rotations/matrix). Persons are turns less the
 * repeats of those who went more than once: distinct counts over the whole ledger would sort it for each set.
 */
export const countByLevels = (viewer: Viewer, unit: Of): Promise<Count[]> =>
  read(viewer, (tx) =>
    prepared<Count>(
      tx,
      sql`
      with turn as materialized (
        select r.from_level as f, r.to_level as t, extract(year from r.started_on)::int as y, r.cadre_id as c from rotations r where ${conditionsOf(viewer, unit, {})}),
      counted as (select f, t, y, coalesce(sum(n), 0)::int as turns from (select f, t, y, count(*) as n from turn group by 1, 2, 3) cell group by grouping sets ((f, t, y), (f, t), (y), ())),
      repeated as (
        select f, t, y, (count(*) - count(distinct c))::int as repeats from turn where c in (select c from turn group by c having count(*) > 1)
        group by grouping sets ((f, t, y), (f, t), (y), ()))
      select n.f as from, n.t as to, n.y as year, n.turns, n.turns - coalesce(p.repeats, 0) as persons
      from counted n left join repeated p on (coalesce(p.f, ''), coalesce(p.t, ''), coalesce(p.y, 0)) = (coalesce(n.f, ''), coalesce(n.t, ''), coalesce(n.y, 0))`,
    ),
  );

/** Turns between units, the most travelled first: for the flow chart by place. */
export type UnitFlow = { fromName: string; fromLevel: RotationLevel; toName: string; toLevel: RotationLevel; turns: number };
const MOST_FLOWS = 60;
export const countByUnits = (viewer: Viewer, unit: Of, filters: RotationFilters): Promise<UnitFlow[]> =>
  read(
    viewer,
    async (tx) =>
      (
        await tx.execute<UnitFlow>(sql`
          select r.from_unit_name as "fromName", r.from_level as "fromLevel", r.to_unit_name as "toName", r.to_level as "toLevel", count(*)::int as turns
          from rotations r where ${conditionsOf(viewer, unit, filters)} group by 1, 2, 3, 4 order by turns desc, 1, 3 limit ${MOST_FLOWS}`)
      ).rows,
  );

/** A line of "Danh sách cán bộ luân chuyển" (domain reference B, 3.5). ethnicity: null without the right to sensitive data. */
export type PaperRow = RotationRow & {
  female: boolean;
  born: string;
  homePlace: string | null;
  ethnicity: string | null;
  professional: string;
  theory: string;
  plannedFor: string | null;
  decisionNumber: string | null;
  decisionDate: IsoDate | null;
  expected: Placement;
  placementTitle: string | null;
  resultNote: string | null;
  ratings: { year: number; level: string }[];
};
/** More are taken by narrowing the list. */
export const MOST_ON_PAPER = 2_000;

/** What the filters mean as the list on paper and in the workbook has it; at most MOST_ON_PAPER lines. */
export const listForPaper = (viewer: Viewer, unit: Of, filters: RotationFilters): Promise<PaperRow[]> =>
  read(
    viewer,
    async (tx) =>
      (
        await tx.execute<PaperRow>(sql`
          select r.id, r.cadre_id as "cadreId", c.full_name as "fullName", c.female, c.born, c.home_place as "homePlace", s.ethnicity, c.professional, c.theory,
            r.planned_for as "plannedFor", r.from_title as "fromTitle", r.from_unit_name as "fromUnitName", r.from_level as "fromLevel",
            r.to_title as "toTitle", r.to_unit_name as "toUnitName", r.to_level as "toLevel", r.basis, r.decision_number as "decisionNumber",
            r.decision_date as "decisionDate", r.started_on as "startedOn", r.prepare_on as "prepareOn", r.due_on as "dueOn", r.ended_on as "endedOn",
            r.started_said as "startedSaid", r.ended_said as "endedSaid", r.recorded, r.placement, r.expected, r.placement_title as "placementTitle", r.result_note as "resultNote",
            coalesce((select jsonb_agg(jsonb_build_object('year', y.year, 'level', y.level) order by y.year) from rotation_ratings y where y.rotation_id = r.id
              and y.year between extract(year from r.started_on) and extract(year from coalesce(r.ended_on, ${viewer.today}::date))), '[]') as ratings
          from rotations r join cadres c on c.id = r.cadre_id
          left join member_sensitive s on s.member_id = c.member_id and ${within(viewer, 'member.sensitive', sql`s.cell_id`)}
          where ${conditionsOf(viewer, unit, filters)} order by r.started_on desc, r.id desc limit ${MOST_ON_PAPER}`)
      ).rows,
  );
