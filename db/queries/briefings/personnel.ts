import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { type FigureKey, type Figures, figuresFrom, personnelFigure } from '@/domain/briefings/figures';
import { prepared, type Tx } from '../../client';
import { type ChosenUnit, within } from '../../scope';
import type { Span } from './sums';

/** Turns on personnel in a span: of a direct child, of the unit's own titles (null), or of all together. */
export type Personnel = {
  of: (span: string, child: string | null) => Figures;
  all: (span: string) => Figures;
};

type Counted = { span: string; child: string | null; event: string; of: string; turns: number };

/** Decisions on titles in each span by direct child; one statement. */
export async function sumPersonnel(tx: Tx, viewer: Viewer, unit: ChosenUnit, spans: Record<string, Span>): Promise<Personnel> {
  const given = Object.entries(spans).map(([name, span]) => ({ name, ...span }));
  const [first] = given.map((span) => span.first).sort();
  const last = given
    .map((span) => span.last)
    .sort()
    .at(-1);
  const rows = await prepared<Counted>(
    tx,
    sql`
    select s.name as span, k.child, e.event, e.of, count(*)::int as turns
    from personnel_entries(${unit.id}::uuid, ${first}::date, (${last}::date + interval '1 month' - interval '1 day')::date, null) e
    join jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as s (name text, first date, last date)
      on e.on_day >= s.first and e.on_day < s.last + interval '1 month'
    left join (select t.unit_id, c.id as child from units c join unit_tree t on t.ancestor_id = c.id where c.parent_id = ${unit.id}) k on k.unit_id = e.unit_id
    where ${within(viewer, 'briefing.read', sql`e.unit_id`)}
    group by 1, 2, 3, 4`,
  );
  const summed = (chosen: readonly Counted[]) => {
    const figures: Partial<Record<FigureKey, number>> = {};
    for (const { event, of, turns } of chosen) {
      const key = personnelFigure(event, of);
      if (key) figures[key] = (figures[key] ?? 0) + turns;
    }
    return figuresFrom(figures);
  };
  return {
    of: (span, child) => summed(rows.filter((row) => row.span === span && row.child === child)),
    all: (span) => summed(rows.filter((row) => row.span === span)),
  };
}
