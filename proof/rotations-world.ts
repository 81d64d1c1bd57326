import type pg from 'pg';
import type { Target } from './expectations/cases';

/** A name on its way to the unit's other title, a stay that runs, and the draft of a plan with one need; marked. */
export async function plantRotations(db: pg.Client, target: Target, mark: string): Promise<void> {
  const { unit, cadre, freePost, rotation, stay, rotationPlan, planLine } = target;
  const ends = `'a', '${mark}', '${mark}', 'agency', '${freePost}', '${unit}', '${mark}', '${mark}', 'commune', 'returned'`;
  await db.query(`
    insert into rotation_plans (id, unit_id, title, year, purpose) values ('${rotationPlan}', '${unit}', '${mark}', 2027, '${mark}');
    insert into rotation_plan_lines (id, plan_id, unit_id, post_id, need, form, starts_month, months, expected)
      values ('${planLine}', '${rotationPlan}', '${unit}', '${freePost}', '${mark}', 'designated', '2027-01', 36, 'returned');
    insert into rotations (id, cadre_id, managing_unit_id, basis, from_title, from_unit_name, from_level, to_post_id, to_unit_id, to_title, to_unit_name, to_level, expected, started_on, prepare_on, due_on)
      values ('${rotation}', '${cadre}', '${unit}', ${ends}, null, null, null), ('${stay}', '${cadre}', '${unit}', ${ends}, '2023-01-01', '2025-07-01', '2026-01-01');
    insert into rotation_events (id, rotation_id, kind, effective_on, note) values (gen_random_uuid(), '${rotation}', 'proposed', '2026-01-01', '${mark}'), (gen_random_uuid(), '${stay}', 'begun', '2023-01-01', '${mark}');
    insert into rotation_reports (id, unit_id, title, source, from_month, to_month, total, lines) values (gen_random_uuid(), '${unit}', '${mark}', '${mark}', '2010-01', '2018-10', 9, '[]');`);
}
