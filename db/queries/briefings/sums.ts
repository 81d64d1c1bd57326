import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { FIGURES, type FigureKey, type Figures, figuresFrom } from '@/domain/briefings/figures';
import { addMonths, monthOf, type Period, parsePeriod } from '@/domain/calendar';
import { prepared, type Tx } from '../../client';
import { below, type ChosenUnit, within } from '../../scope';

/** A stretch of months to sum: stock is taken at the month before `first` and at `last`. Months are first days. */
export type Span = { name: string; first: string; last: string };

const month = sql.raw('m.month');
const ofMonths = { cell: sql.raw('m.cell_id'), committee: sql.raw('m.committee_id') };

/** The quarter as far as its months are begun on `today`. Throws on a text that is no period. */
export function quarterSpan(name: string, period: Period, today: string): Span {
  const quarter = parsePeriod(period);
  if (!quarter) throw new RangeError(`no period: ${period}`);
  return { name, first: quarter.from, last: today > quarter.to ? quarter.months[2] : monthOf(today) };
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

/** A figure over the months of a span; the stock at its start stands in the month before and is joined. */
function summed({ sums }: (typeof FIGURES)[number], missing: SQL): SQL | null {
  if ('column' in sums) return sql`sum(m.${sql.identifier(sums.column)})::int`;
  if ('stock' in sums) return sums.stock === 'end' ? sql`coalesce(sum(m.stock) filter (where ${month} = s.last), 0)::int` : null;
  return 'each' in sums ? sql`sum(${missing})::int` : null;
}

const sumsWith = (missing: SQL): SQL =>
  sql.join(
    FIGURES.flatMap((figure) => {
      const sum = summed(figure, missing);
      return sum ? [sql`${sum} as ${sql.identifier(figure.key)}`] : [];
    }),
    sql`, `,
  );
const SUMS = { cells: sumsWith(sql.raw('greatest(m.expected - m.held, 0)')), committees: sumsWith(sql.raw('m.missing')) };

/** The direct child that a month row belongs to; a cell has itself. */
function childOf(unit: ChosenUnit): { id: SQL; join: SQL } {
  if (unit.depth === 0) return { id: sql`m.committee_id`, join: sql`` };
  if (unit.isCell) return { id: sql`m.cell_id`, join: sql`` };
  return {
    id: sql`c.id`,
    join: sql`join unit_tree t on t.unit_id = m.cell_id join units c on c.id = t.ancestor_id and c.parent_id = ${unit.id}`,
  };
}

export type SummedRow = { rowId: string; span: string; figures: Figures };

/** Figures of each direct child (of a cell: itself) in each span that has books; one grouped statement. */
export async function sumByChild(tx: Tx, viewer: Viewer, unit: ChosenUnit, spans: readonly Span[]): Promise<SummedRow[]> {
  const child = childOf(unit);
  const { table, conditions } = monthsOf(viewer, unit);
  const given = spans.map((span) => ({ ...span, before: addMonths(span.first, -1) }));
  const [from] = given.map(({ before }) => before).sort();
  const [to] = given
    .map(({ last }) => last)
    .sort()
    .reverse();
  const books = (months: SQL) => sql`from spans s join m on ${months} ${child.join} group by 1, 2`;
  const rows = await prepared<{ rowId: string; span: string } & Record<FigureKey, number>>(
    tx,
    sql`
    with spans as materialized (select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as s (name text, before date, first date, last date)),
      m as materialized (select * from ${table} where ${month} between ${from} and ${to} and ${conditions}),
      started as materialized (select ${child.id} as "rowId", s.name as span, sum(m.stock)::int as stock ${books(sql`m.month = s.before`)})
    select f.*, coalesce(b.stock, 0) as "stockStart"
    from (select ${child.id} as "rowId", s.name as span, ${unit.depth === 0 ? SUMS.committees : SUMS.cells} ${books(sql`m.month between s.first and s.last`)}) f
    left join started b using ("rowId", span)`,
  );
  return rows.map(({ rowId, span, ...figures }) => ({ rowId, span, figures: figuresFrom(figures) }));
}
