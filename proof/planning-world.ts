import type pg from 'pg';
import type { Target } from './expectations/cases';

export const PLANNED_TERM = { from: '2030-06-01', to: '2035-06-01' } as const;

/** Another title of the unit, a round of planning with the unit's list, and its cadre planned for the first title; marked. */
export async function plantPlanning(db: pg.Client, target: Target, mark: string): Promise<void> {
  const { unit, post, freePost, cadre, campaign, list, name } = target;
  const term = `'party', '${PLANNED_TERM.from}', '${PLANNED_TERM.to}'`;
  await db.query(`
    insert into posts (id, code, title, sort_key, unit_id, managing_unit_id, system, level, tier, rank, elected, grade, seats, standards, valid_from)
      select '${freePost}', left('${freePost}', 8), '${mark} Phó Chủ tịch', sort_key, unit_id, managing_unit_id, system, level, tier, rank, elected, 60, 1, standards, valid_from
      from posts where id = '${post}';
    insert into succession_campaigns (id, unit_id, name, kind, term_kind, term_from, term_to, counted_on)
      values ('${campaign}', '${unit}', 'Đợt quy hoạch', 'review', ${term}, '2026-01-01');
    insert into succession_lists (id, campaign_id, unit_id, managing_unit_id, due_on, return_note)
      values ('${list}', '${campaign}', '${unit}', '${unit}', '2030-01-01', '${mark}');
    insert into succession_entries (id, list_id, post_id, unit_id, managing_unit_id, cadre_id, term_kind, term_from, term_to, source, standing, note)
      values ('${name}', '${list}', '${post}', '${unit}', '${unit}', '${cadre}', ${term}, 'local', 'first', '${mark}');`);
}
