import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import {
  type Briefing,
  type BriefingContext,
  type BriefingRow,
  coveredUpTo,
  periodsUpTo,
  type SeriesPoint,
  type TotalRow,
} from '@/domain/briefings/briefing';
import { addFigures, type FigureKey, figuresFrom } from '@/domain/briefings/figures';
import { type Period, parsePeriod, previousPeriod, quarterOf, samePeriodLastYear } from '@/domain/calendar';
import { prepared, read, type Tx } from '../../client';
import { within } from '../../scope';
import type { ShownUnit } from '../units';
import { type Personnel, sumPersonnel } from './personnel';
import { monthsOf, quarterSpan, type Summed, type SummedRow, sumByChild } from './sums';

export const CHART_QUARTERS = 12;

/** The quarter of a unit and everything below it; null for a period that has not begun. Three statements. */
export async function getBriefing(viewer: Viewer, unit: ShownUnit, period: Period): Promise<Briefing | null> {
  const asOf = coveredUpTo(period, viewer.today);
  return asOf === null ? null : read(viewer, (tx) => assemble(tx, viewer, unit, period, asOf));
}

type SeriesMonth = Omit<SeriesPoint, 'period'> & { month: string };

type Stored = {
  id: string | null;
  version: number;
  frozenAt: string | null;
  frozenBy: string | null;
  reopenedAt: string | null;
  reopenedBy: string | null;
  reopenReason: string | null;
  context: BriefingContext | null;
  figures: Record<string, Record<string, number>>;
  children: { id: string; name: string; plan: number | null }[];
  plan: number | null;
  /** Months with books, for the chart of a briefing that is not frozen. */
  series: SeriesMonth[] | null;
};

/** The same inside an open transaction: for the freeze, which keeps what it reads. */
export async function assemble(tx: Tx, viewer: Viewer, unit: ShownUnit, period: Period, asOf: string): Promise<Briefing> {
  const spans = spansOf(period, viewer.today);
  const [stored, summed, personnel] = await Promise.all([
    storedBriefing(tx, viewer, unit, period, seriesOf(viewer, unit, period)),
    sumByChild(tx, viewer, unit, spans),
    sumPersonnel(tx, viewer, unit, { now: spans.now, previous: spans.previous, lastYear: spans.lastYear }),
  ]);
  const live = liveRows(unit, stored, summed, personnel);
  const shown = { id: unit.id, name: unit.name, shortName: unit.shortName, depth: unit.depth, isCell: unit.isCell };
  const head = { unit: shown, period, version: stored.version, frozen: null, reopened: reopenedOf(stored), live: null };
  if (!stored.frozenAt || !stored.context) return { ...head, asOf, ...live, series: wholeSeries(stored.series ?? [], period) };
  return {
    ...head,
    ...thawed(stored.context, stored.figures, unit.id),
    reopened: null,
    frozen: { at: stored.frozenAt, by: stored.frozenBy },
    live: liveFigures(live),
  };
}

const reopenedOf = ({ reopenedAt, reopenedBy, reopenReason }: Stored) =>
  reopenedAt ? { at: reopenedAt, by: reopenedBy, reason: reopenReason ?? '' } : null;

async function storedBriefing(tx: Tx, viewer: Viewer, unit: ShownUnit, period: Period, series = sql`null`): Promise<Stored> {
  const year = parsePeriod(period)?.year ?? 0;
  const target = (id: SQL) =>
    sql`(select value from targets g where g.unit_id = ${id} and g.year = ${year} and g.kind = 'admission')`;
  const [found] = await prepared<Stored>(
    tx,
    sql`
    select b.id, coalesce(b.version, 0) as version, b.frozen_at::text as "frozenAt", account_name(b.frozen_by) as "frozenBy", b.reopened_at::text as "reopenedAt",
      account_name(b.reopened_by) as "reopenedBy", b.reopen_reason as "reopenReason", b.context, ${target(sql`u.id`)} as plan,
      case when b.frozen_at is null then ${series} end as series,
      coalesce((select jsonb_object_agg(f.row_unit_id, f.figures) from (select row_unit_id, jsonb_object_agg(figure, value) as figures
        from briefing_figures where briefing_id = b.id group by row_unit_id) f), '{}') as figures,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.short_name, 'plan', ${target(sql`c.id`)}) order by c.sort_key, c.id)
        from units c where c.parent_id = u.id or (u.is_cell and c.id = u.id)), '[]') as children
    from units u left join briefings b on b.unit_id = u.id and b.period = ${period}
    where u.id = ${unit.id} and ${within(viewer, 'briefing.read', sql`u.id`)}`,
  );
  if (!found) throw new Error('briefing of a unit out of reach');
  return found;
}

function spansOf(period: Period, today: string) {
  const now = quarterSpan(period, today);
  return {
    now,
    previous: quarterSpan(previousPeriod(period), today),
    lastYear: quarterSpan(samePeriodLastYear(period), today),
    year: { first: `${period.slice(0, 4)}-01-01`, last: now.last },
  };
}

function liveRows(
  unit: ShownUnit,
  stored: Stored,
  summed: Summed,
  personnel: Personnel,
): { total: TotalRow; rows: BriefingRow[] } {
  const of = new Map(summed.children.map((row) => [row.rowId, row]));
  // A closed child stays as long as one of the compared quarters knows it.
  const rows = stored.children.flatMap((child) => {
    const found = of.get(child.id);
    if (!found) return [];
    const row = rowOf(child, found);
    return [{ ...row, now: addFigures([row.now, personnel.of('now', child.id)]) }];
  });
  const past = (span: 'previous' | 'lastYear') => summed[span] && addFigures([summed[span], personnel.all(span)]);
  const total = {
    unitId: unit.id,
    name: unit.shortName,
    // Titles of the unit itself belong to none of its children.
    now: addFigures([...rows.map((row) => row.now), personnel.of('now', null)]),
    previous: past('previous'),
    lastYear: past('lastYear'),
    admittedThisYear: rows.reduce((sum, row) => sum + row.admittedThisYear, 0),
    plan: stored.plan,
  };
  return { total, rows: unit.isCell ? [] : rows };
}

const admitted = (count: number | null) => (count === null ? null : { admitted: count });

const rowOf = (child: Stored['children'][number], { now, previous, lastYear, year }: SummedRow): BriefingRow => ({
  unitId: child.id,
  name: child.name,
  now: now ?? figuresFrom({}),
  previous: admitted(previous),
  lastYear: admitted(lastYear),
  admittedThisYear: year ?? 0,
  plan: child.plan,
});

function seriesOf(viewer: Viewer, unit: ShownUnit, period: Period): SQL {
  const first = quarterSpan(periodsUpTo(period, CHART_QUARTERS)[0] ?? period, viewer.today).first;
  const { table, conditions } = monthsOf(viewer, unit);
  return sql`(select jsonb_agg(to_jsonb(q)) from (
    select m.month, sum(m.inc_admitted)::int as admitted, sum(m.held)::int as held, sum(m.expected)::int as expected
    from ${table} where m.month between ${first} and ${quarterSpan(period, viewer.today).last} and ${conditions} group by 1) q)`;
}

/** Every quarter of the chart, with nothing where there were no books yet. */
const wholeSeries = (months: readonly SeriesMonth[], period: Period): SeriesPoint[] =>
  periodsUpTo(period, CHART_QUARTERS).map((at) => {
    const own = months.filter(({ month }) => quarterOf(month) === at);
    const sum = (figure: 'admitted' | 'held' | 'expected') => own.reduce((total, one) => total + one[figure], 0);
    return { period: at, admitted: sum('admitted'), held: sum('held'), expected: sum('expected') };
  });

function thawed(context: BriefingContext, figures: Stored['figures'], unitId: string) {
  const filled = <R extends { unitId: string }>(row: R) => ({
    ...row,
    now: figuresFrom((figures[row.unitId] ?? {}) as Partial<Record<FigureKey, number>>),
  });
  const [total, ...children] = context.rows;
  if (total?.unitId !== unitId) throw new Error('a frozen briefing without its own row');
  return { asOf: context.asOf, total: filled(total), rows: children.map(filled), series: context.series };
}

const liveFigures = ({ total, rows }: { total: BriefingRow; rows: BriefingRow[] }) =>
  new Map([total, ...rows].map((row) => [row.unitId, row.now]));
