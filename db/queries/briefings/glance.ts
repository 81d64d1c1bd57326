import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { PlanRow } from '@/domain/briefings/briefing';
import { DECREASES, type FigureKey, type Figures, figuresFrom, INCREASES } from '@/domain/briefings/figures';
import { addMonths, quarterOf, samePeriodLastYear } from '@/domain/calendar';
import { prepared, readAsPlanned } from '../../client';
import type { ShownUnit } from '../units';
import { childOf, monthsOf, quarterSpan, sumsOf } from './sums';

const SHOWN = [
  ...INCREASES,
  ...DECREASES,
  'stockEnd',
  'expected',
  'held',
  'missing',
  'attendanceDue',
  'attendancePresent',
] as const satisfies readonly FigureKey[];

/** The running quarter of a unit and everything below it, as far as a desk shows it. */
export type QuarterGlance = {
  now: Pick<Figures, (typeof SHOWN)[number] | 'stockStart' | 'increases' | 'decreases'>;
  /** Admissions of the same quarter last year; null where that has no books. */
  admittedLastYear: number | null;
  /** Admissions since 1 January, and the year's target of them. */
  admittedThisYear: number;
  plan: number | null;
  /** Direct children that were given a target, by name. */
  planned: PlanRow[];
};

/** The running quarter at a glance, in one statement; `planned` only when asked for. */
export const getQuarterGlance = (viewer: Viewer, unit: ShownUnit, withPlanned: boolean): Promise<QuarterGlance> =>
  readAsPlanned(viewer, async (tx) => {
    const year = Number(viewer.today.slice(0, 4));
    const target = sql`g.year = ${year} and g.kind = 'admission'`;
    const [found] = await prepared<Omit<QuarterGlance, 'now'> & { now: Partial<Figures> | null }>(
      tx,
      sql`
      with admitted as materialized (${admissions(viewer, unit, withPlanned)})
      select (select to_jsonb(n) from (${quarter(viewer, unit)}) n) as now, (select sum(before)::int from admitted) as "admittedLastYear",
        (select coalesce(sum(since), 0)::int from admitted) as "admittedThisYear", (select value from targets g where g.unit_id = ${unit.id} and ${target}) as plan,
        ${withPlanned ? planned(unit, target) : sql`'[]'::jsonb`} as planned`,
    );
    if (!found) throw new Error('a statement without a row');
    return { ...found, now: figuresFrom(found.now ?? {}) };
  });

/** Figures of the quarter, the stock at its start in the month before. */
function quarter(viewer: Viewer, unit: ShownUnit): SQL {
  const { first, last } = quarterSpan(quarterOf(viewer.today), viewer.today);
  const { table, conditions } = monthsOf(viewer, unit);
  return sql`
    select ${sumsOf(unit, SHOWN, sql`m.month >= s.first`)}, coalesce(sum(m.stock) filter (where m.month < s.first), 0)::int as "stockStart"
    from (select ${first}::date as first, ${last}::date as last) s cross join ${table}
    where m.month between ${addMonths(first, -1)}::date and ${last}::date and ${conditions}`;
}

const whole = { id: sql`null::uuid`, join: sql`` };

/** Admissions of each direct child, or of all together: in the same quarter last year (null without books), and since 1 January. */
function admissions(viewer: Viewer, unit: ShownUnit, byChild: boolean): SQL {
  const { last } = quarterSpan(quarterOf(viewer.today), viewer.today);
  const before = quarterSpan(samePeriodLastYear(quarterOf(viewer.today)), viewer.today);
  const january = `${viewer.today.slice(0, 4)}-01-01`;
  const { table, conditions } = monthsOf(viewer, unit);
  const child = byChild ? childOf(unit) : whole;
  return sql`
    select ${child.id} as id, sum(m.inc_admitted) filter (where m.month between ${before.first}::date and ${before.last}::date) as before,
      sum(m.inc_admitted) filter (where m.month >= ${january}::date) as since
    from ${table} ${child.join} where m.month between ${before.first}::date and ${last}::date and ${conditions} group by 1`;
}

const planned = (unit: ShownUnit, target: SQL) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('unitId', c.id, 'name', c.short_name, 'plan', g.value, 'admittedThisYear', coalesce(a.since, 0)) order by c.sort_key, c.id), '[]')
    from units c join targets g on g.unit_id = c.id and ${target} left join admitted a on a.id = c.id where c.parent_id = ${unit.id})`;
