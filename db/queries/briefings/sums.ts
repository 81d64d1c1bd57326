import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { FIGURES, type FigureKey, type Figures, figuresFrom } from '@/domain/briefings/figures';
import { addMonths, monthOf, type Period, parsePeriod } from '@/domain/calendar';
import { prepared, type Tx } from '../../client';
import { below, type ChosenUnit, within } from '../../scope';

/** A stretch of months to sum: stock is taken at the month before `first` and at `last`. Months are first days. */
export type Span = { first: string; last: string };

const month = sql.raw('m.month');
const ofMonths = { cell: sql.raw('m.cell_id'), committee: sql.raw('m.committee_id') };

/** The quarter as far as its months are begun on `today`. Throws on a text that is no period. */
export function quarterSpan(period: Period, today: string): Span {
  const quarter = parsePeriod(period);
  if (!quarter) throw new RangeError(`no period: ${period}`);
  return { first: quarter.from, last: today > quarter.to ? quarter.months[2] : monthOf(today) };
}

type Books = { table: SQL; conditions: SQL };

/** The month rows that a unit is summed from, as `m`: of the committees for the province, of the cells for every other. */
export const monthsOf = (viewer: Viewer, unit: ChosenUnit): Books =>
  unit.depth === 0
    ? { table: sql`committee_months_now m`, conditions: within(viewer, 'briefing.read', ofMonths.committee) }
    : {
        table: sql`unit_months m`,
        conditions: sql`${below(unit, ofMonths)} and ${within(viewer, 'briefing.read', ofMonths.cell)}`,
      };

/** A figure over the months of a span; the stock at its start stands in the month before and is joined. only: which of the rows count. */
function summed({ sums }: (typeof FIGURES)[number], missing: SQL, only: SQL): SQL | null {
  if ('column' in sums) return sql`sum(m.${sql.identifier(sums.column)})${only}::int`;
  if ('stock' in sums) return sums.stock === 'end' ? sql`coalesce(sum(m.stock) filter (where ${month} = s.last), 0)::int` : null;
  return 'each' in sums ? sql`sum(${missing})${only}::int` : null;
}

const sumsWith = (missing: SQL, figures: readonly (typeof FIGURES)[number][] = FIGURES, only = sql``): SQL =>
  sql.join(
    figures.flatMap((figure) => {
      const sum = summed(figure, missing, only);
      return sum ? [sql`${sum} as ${sql.identifier(figure.key)}`] : [];
    }),
    sql`, `,
  );
const MISSING = { cells: sql.raw('greatest(m.expected - m.held, 0)'), committees: sql.raw('m.missing') };
const SUMS = { cells: sumsWith(MISSING.cells), committees: sumsWith(MISSING.committees) };

/** Some figures as sums over the rows `m` of a unit's books where `when` holds, beside a span `s`. */
export const sumsOf = (unit: ChosenUnit, keys: readonly FigureKey[], when: SQL): SQL =>
  sumsWith(
    unit.depth === 0 ? MISSING.committees : MISSING.cells,
    FIGURES.filter(({ key }) => keys.includes(key)),
    sql` filter (where ${when})`,
  );

/** The direct child that a month row belongs to; a cell has itself. */
export function childOf(unit: ChosenUnit): { id: SQL; join: SQL } {
  if (unit.depth === 0) return { id: sql`m.committee_id`, join: sql`` };
  if (unit.isCell) return { id: sql`m.cell_id`, join: sql`` };
  return {
    id: sql`k.child`,
    join: sql`join (select t.unit_id, c.id as child from units c join unit_tree t on t.ancestor_id = c.id where c.parent_id = ${unit.id}) k on k.unit_id = m.cell_id`,
  };
}

/** A child's figures of the quarter, and its admissions in the spans it is compared with; null where the span has no books of it. */
export type SummedRow = {
  rowId: string;
  now: Figures | null;
  previous: number | null;
  lastYear: number | null;
  year: number | null;
};
/** previous, lastYear: what all children add up to then; null without any books. */
export type Summed = { children: SummedRow[]; previous: Figures | null; lastYear: Figures | null };
type Line = { rowId: string | null; span: string | null; previous: number; lastYear: number; year: number } & Record<
  FigureKey,
  number
>;

const names = (kept: (key: string) => SQL): SQL =>
  sql.join(
    FIGURES.flatMap(({ key, sums }) => ('parts' in sums || 'personnel' in sums || key === 'stockStart' ? [] : [kept(key)])),
    sql`, `,
  );
const EACH = names((key) => sql`n.${sql.identifier(key)}`);
const TOGETHER = names((key) => sql`sum(f.${sql.identifier(key)})::int`);

/**
 * Figures of each direct child (of a cell: itself), and of all together in the spans `previous` and `lastYear`; one statement. Sends no
 * figure that nobody shows: a province has 130 children and 27 figures.
 */
export async function sumByChild(
  tx: Tx,
  viewer: Viewer,
  unit: ChosenUnit,
  spans: Record<'now' | 'previous' | 'lastYear' | 'year', Span>,
): Promise<Summed> {
  const child = childOf(unit);
  const { table, conditions } = monthsOf(viewer, unit);
  const given = Object.entries(spans).map(([name, { first, last }]) => ({ name, first, last, before: addMonths(first, -1) }));
  const [from] = given.map(({ before }) => before).sort();
  const books = (months: SQL) => sql`from spans s join m on ${months} group by 1, 2`;
  const statement = sql`
    with spans as materialized (select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as s (name text, before date, first date, last date)),
      m as materialized (select ${child.id} as child, m.* from ${table} ${child.join} where ${month} between ${from} and ${spans.now.last} and ${conditions}),
      started as materialized (select m.child as id, s.name as span, sum(m.stock)::int as stock ${books(sql`m.month = s.before`)}),
      f as materialized (select m.child as id, s.name as span, ${unit.depth === 0 ? SUMS.committees : SUMS.cells} ${books(sql`m.month between s.first and s.last`)}),
      compared as materialized (select id, max(admitted) filter (where span = 'previous') as previous, max(admitted) filter (where span = 'lastYear') as "lastYear",
        max(admitted) filter (where span = 'year') as year from f group by id)
    select c.id as "rowId", n.span, c.previous, c."lastYear", c.year, coalesce(b.stock, 0) as "stockStart", ${EACH}
    from compared c left join f n on n.id = c.id and n.span = 'now' left join started b on b.id = c.id and b.span = 'now'
    union all
    select null, f.span, null, null, null, (select coalesce(sum(stock), 0)::int from started b where b.span = f.span), ${TOGETHER}
    from f where f.span in ('previous', 'lastYear') group by f.span`;
  // Below the province the best plan hangs on how many cells the unit has.
  const lines = unit.depth === 0 ? await prepared<Line>(tx, statement) : (await tx.execute<Line>(statement)).rows;
  const whole = (span: string) => {
    const line = lines.find((one) => one.rowId === null && one.span === span);
    return line ? figuresFrom(line) : null;
  };
  const children = lines.flatMap(({ rowId, span, previous, lastYear, year, ...figures }) =>
    rowId === null ? [] : [{ rowId, now: span ? figuresFrom(figures) : null, previous, lastYear, year }],
  );
  return { children, previous: whole('previous'), lastYear: whole('lastYear') };
}
