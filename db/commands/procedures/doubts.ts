import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { RetirementRule } from '@/domain/cadres/codes';
import { situationOf } from '@/domain/cadres/eligibility-facts';
import { retirementOf } from '@/domain/cadres/retirement';
import type { IsoDate, PartialDate } from '@/domain/calendar';
import type { System } from '@/domain/posts/kinds';
import type { DoubtContext } from '@/domain/procedures/doubts';
import type { Pause } from '@/domain/procedures/pauses';
import type { Rules } from '@/domain/rule-sets';
import type { Tx } from '../../client';
import { within } from '../../scope';

type Row = {
  elected: boolean;
  system: System;
  grade: number;
  /** The highest title held now, seats in committees apart. */
  present: number | null;
  unitIds: string[];
  pauses: Pause[];
  person: { female: boolean; born: PartialDate; rule: RetirementRule; on: IsoDate | null } | null;
};
type About = { cadreId: string; postId: string };
type Days = Pick<DoubtContext, 'termEndsOn' | 'noticedOn' | 'ageOn'>;

/** What a decision on that person and title is looked at again for, by the rules of its day; null where the title is out of reach. */
export async function doubtContext(
  tx: Tx,
  viewer: Viewer,
  { cadreId, postId }: About,
  days: Days,
  rules: Rules,
): Promise<DoubtContext | null> {
  const { rows } = await tx.execute<Row>(sql`
    select p.elected, p.system, p.grade,
      (select max(q.grade) from appointments a join title_facts q on q.id = a.post_id
        where a.cadre_id = ${cadreId} and a.ended_on is null and not a.reversed and not q.body and a.from_on <= ${days.ageOn}
          and ${within(viewer, 'cadre.read', sql`a.managing_unit_id`)}) as present,
      (select jsonb_agg(ancestor_id) from unit_tree where unit_id = p.unit_id) as "unitIds",
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'unitId', f.unit_id, 'unitName', v.name, 'fromOn', f.from_on, 'toOn', f.to_on,
          'reason', f.reason, 'exceptions', f.exceptions, 'decisionNumber', f.decision_number) order by f.from_on desc)
        from personnel_pauses f join units v on v.id = f.unit_id
        where f.unit_id in (select ancestor_id from unit_tree where unit_id = p.unit_id)), '[]') as pauses,
      (select jsonb_build_object('female', c.female, 'born', c.born, 'rule', c.retirement_rule, 'on', c.retirement_date)
        from cadres c where c.id = ${cadreId} and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)}) as person
    from posts p where p.id = ${postId} and ${within(viewer, 'appointment.decide', sql`p.managing_unit_id`)}`);
  const [row] = rows;
  if (!row) return null;
  const { person, present, grade, pauses, unitIds, elected } = row;
  const standing = present === null ? 'first' : grade > present ? 'higher' : 'equal';
  return {
    ...days,
    post: { elected, front: row.system === 'front' },
    situation: situationOf(row, standing),
    retirement: person && retirementOf(person, rules),
    pauses,
    unitIds: new Set(unitIds),
    rules,
  };
}
