import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { type FigureKey, type Figures, figuresFrom, personnelFigure } from '@/domain/briefings/figures';
import { addDays, addMonths } from '@/domain/calendar';
import { prepared, type Tx } from '../../client';
import { type ChosenUnit, within } from '../../scope';
import type { Span } from './sums';

/** Turns on personnel in a span: of a direct child, of the unit's own titles (null), or of all together. */
export type Personnel = {
  of: (span: string, child: string | null) => Figures;
  all: (span: string) => Figures;
};

type Counted = { span: number; child: string | null; event: string; of: string; turns: number };

/** Decisions on titles in each span by direct child; one statement. */
export async function sumPersonnel(tx: Tx, viewer: Viewer, unit: ChosenUnit, spans: Record<string, Span>): Promise<Personnel> {
  const names = Object.keys(spans);
  const days = (pick: (span: Span) => string) => sql`${`{${Object.values(spans).map(pick).join()}}`}::date[]`;
  const rows = await prepared<Counted>(
    tx,
    sql`
    select e.span::int as span, k.child, e.event, e.of, sum(e.turns)::int as turns
    from personnel_counts(${unit.id}::uuid, ${days(({ first }) => first)}, ${days(({ last }) => addDays(addMonths(last, 1), -1))}) e
    left join lateral (select t.ancestor_id as child from unit_tree t join units c on c.id = t.ancestor_id
      where t.unit_id = e.unit_id and c.parent_id = ${unit.id}) k on true
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
    of: (span, child) => summed(rows.filter((row) => row.span === names.indexOf(span) + 1 && row.child === child)),
    all: (span) => summed(rows.filter((row) => row.span === names.indexOf(span) + 1)),
  };
}
