import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { Candidate, PlannedTitle, WantedPost } from '@/domain/cadres/eligibility-facts';
import type { IsoDate } from '@/domain/calendar';
import type { Level } from '@/domain/posts/kinds';
import { Standards } from '@/domain/posts/standards';
import type { Pause } from '@/domain/procedures/pauses';
import { isUuid } from '@/domain/text';
import { read } from '../../client';
import { within } from '../../scope';
import { plannedOn } from '../succession/planned-on';
import { HOLDINGS } from './holdings';

/** The person, the title and what both are judged by on a day. pauses: spans that reach the title's unit on that day. */
export type EligibilityFacts = {
  person: Candidate & { id: string; name: string; managingUnitId: string; presentTitle: string | null };
  post: WantedPost & { level: Level; unitName: string; managedBy: { name: string; depth: number } };
  pauses: Pause[];
};
type Row = {
  person: Omit<EligibilityFacts['person'], 'planned'> & { planned: PlannedTitle[] };
  post: EligibilityFacts['post'];
  maySeePlanning: boolean;
  pauses: Pause[];
};

/**
 * What the file of a cadre in reach and the catalogue say on that day, in one statement; null where either is out of reach. Holds disciplines:
 * read it through openEligibility, which leaves its line in the read log.
 */
export async function getEligibilityFacts(
  viewer: Viewer,
  cadreId: unknown,
  postId: unknown,
  day: IsoDate,
): Promise<EligibilityFacts | null> {
  if (!isUuid(cadreId) || !isUuid(postId)) return null;
  return read(viewer, async (tx) => {
    const { rows } = await tx.execute<Row>(facts(viewer, cadreId, postId, day));
    const [row] = rows;
    if (!row) return null;
    const { person, post, maySeePlanning, pauses } = row;
    const planned = person.planned.length || maySeePlanning ? person.planned : null;
    return { person: { ...person, planned }, post: { ...post, standards: Standards.parse(post.standards) }, pauses };
  });
}

export type ChosenCadre = { id: string; name: string; title: string | null };

/** Who was chosen, before a title is; null out of reach. */
export async function getChosenCadre(viewer: Viewer, cadreId: unknown): Promise<ChosenCadre | null> {
  if (!isUuid(cadreId)) return null;
  return read(viewer, async (tx) => {
    const { rows } = await tx.execute<ChosenCadre>(sql`
      select c.id, c.full_name as name, ${presentTitle(viewer.today)} as title from cadres c
      where c.id = ${cadreId} and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)}`);
    return rows[0] ?? null;
  });
}

const presentTitle = (
  day: IsoDate,
) => sql`(select a.title from appointments a join title_facts h on h.id = a.post_id where a.cadre_id = c.id and not a.reversed
  and not h.body and a.from_on <= ${day}::date and (a.ended_on is null or a.ended_on > ${day}::date) order by h.grade desc limit 1)`;

const facts = (viewer: Viewer, cadreId: string, postId: string, day: IsoDate) => sql`
  select jsonb_build_object('id', c.id, 'name', c.full_name, 'managingUnitId', c.managing_unit_id, 'female', c.female, 'born', c.born,
      'retirementRule', c.retirement_rule, 'retirementDate', c.retirement_date, 'homePlace', c.home_place, 'theory', c.theory, 'professional', c.professional,
      'administration', c.administration, 'defence', c.defence, 'healthCheckedOn', c.health_checked_on, 'resumeCertifiedOn', c.resume_certified_on,
      'presentTitle', ${presentTitle(day)},
      'holdings', ${HOLDINGS}, 'history', ${history()}, 'disciplines', ${disciplines()}, 'planned', ${planned(viewer, day)}) as person,
    jsonb_build_object('id', p.id, 'title', p.title, 'unitId', p.unit_id, 'unitName', u.name,
      'managedBy', jsonb_build_object('name', m.name, 'depth', m.depth), 'place', u.short_name, 'grade', p.grade, 'level', p.level, 'rank', p.rank,
      'system', p.system, 'elected', p.elected, 'body', p.body, 'outsider', p.outsider,
      'standards', coalesce(v.snapshot -> 'standards', p.standards), 'standardsFrom', coalesce(v.valid_from, p.valid_from)) as post,
    ${within(viewer, 'succession.read', sql`p.managing_unit_id`)} as "maySeePlanning", ${pauses(day)} as pauses
  from cadres c cross join posts p join units u on u.id = p.unit_id join units m on m.id = p.managing_unit_id
    left join lateral (select s.snapshot, s.valid_from from post_versions s where s.post_id = p.id and s.valid_from <= ${day}::date order by s.valid_from desc limit 1) v on true
  where c.id = ${cadreId} and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)}
    and p.id = ${postId} and (${within(viewer, 'post.read', sql`p.managing_unit_id`)} or ${within(viewer, 'post.read', sql`p.unit_id`)})`;

const history =
  () => sql`(select coalesce(jsonb_agg(jsonb_build_object('from', w.from_month, 'to', w.to_month, 'level', w.level)), '[]')
  from cadre_history w where w.cadre_id = c.id)`;
const disciplines =
  () => sql`(select coalesce(jsonb_agg(jsonb_build_object('form', d.form, 'decidedOn', d.decided_on, 'endsOn', d.ends_on)), '[]')
  from cadre_disciplines d where d.cadre_id = c.id)`;

/** Titles for which the person stands in a planning approved by that day, not left, for a term that is not over. */
const planned = (
  viewer: Viewer,
  day: IsoDate,
) => sql`(select coalesce(jsonb_agg(jsonb_build_object('postId', e.post_id, 'title', t.title, 'grade', t.grade)), '[]')
  from succession_entries e join posts t on t.id = e.post_id
  where e.cadre_id = c.id and ${plannedOn(day)}
    and ${within(viewer, 'succession.read', sql`e.managing_unit_id`)})`;

const pauses = (
  day: IsoDate,
) => sql`(select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'unitId', x.unit_id, 'unitName', w.name, 'fromOn', x.from_on,
    'toOn', x.to_on, 'exceptions', x.exceptions, 'reason', x.reason, 'decisionNumber', x.decision_number)), '[]')
  from personnel_pauses x join units w on w.id = x.unit_id join unit_tree t on t.ancestor_id = x.unit_id
  where t.unit_id = p.unit_id and x.from_on <= ${day}::date and (x.to_on is null or x.to_on >= ${day}::date))`;
