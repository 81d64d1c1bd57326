import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { RetirementRule } from '@/domain/cadres/codes';
import { type Disciplined, endsOn } from '@/domain/cadres/discipline';
import { type Holding, monthsAtGrade } from '@/domain/cadres/holdings';
import { retirementOf } from '@/domain/cadres/retirement';
import type { IsoDate } from '@/domain/calendar';
import type { Rules } from '@/domain/rule-sets';
import type { Person } from '@/domain/succession/planning';
import type { StandardFile } from '@/domain/succession/readiness';
import { prepared, type Tx } from '../../client';
import { uuids, within } from '../../scope';
import { grassrootsOf, HOLDINGS } from '../cadres/holdings';

/** A cadre as planning sees them: what the rules ask, what the standards ask, and what the lists show. */
export type PlannedPerson = Person &
  StandardFile & {
    post: string | null;
    unitName: string | null;
    homePlace: string | null;
    language: string | null;
    informatics: string | null;
  };

type Row = Omit<PlannedPerson, 'reaches' | 'discipline' | 'presentPostMonths'> & {
  retirementRule: RetirementRule;
  retirementDate: IsoDate | null;
  holdings: Pick<Holding, 'grade' | 'body' | 'from' | 'to'>[];
  disciplines: Disciplined[];
};

/**
 * Those cadres in reach, by id. Disciplines come along as forms and days only, for the rule that asks for them. One statement, whatever the
 * number of cadres.
 */
export async function personsIn(
  tx: Tx,
  viewer: Viewer,
  cadreIds: readonly string[],
  rules: Rules,
  day: IsoDate,
): Promise<Map<string, PlannedPerson>> {
  if (!cadreIds.length) return new Map();
  const rows = await prepared<Row>(tx, personRows(viewer, cadreIds, day));
  return new Map(rows.map((row) => [row.id, personOf(row, rules, day)]));
}

function personOf(
  { retirementRule, retirementDate, holdings, disciplines, ...row }: Row,
  rules: Rules,
  day: IsoDate,
): PlannedPerson {
  const retiring = { female: row.female, born: row.born, rule: retirementRule, on: retirementDate };
  return {
    ...row,
    reaches: retirementOf(retiring, rules).reaches,
    discipline: disciplines.map((one) => ({ form: one.form, endsOn: endsOn(one, rules) })),
    presentPostMonths: row.grade === null ? null : monthsAtGrade(holdings, row.grade, false, day),
  };
}

/** The decided yearly ratings of `c`, oldest first. */
const ratingsOf = (viewer: Viewer) => sql`
  coalesce((select jsonb_agg(jsonb_build_object('year', r.year, 'level', r.level) order by r.year) from ratings r
    where r.cadre_id = c.id and r.quarter = 0 and r.level is not null and ${within(viewer, 'rating.read', sql`r.managing_unit_id`)}), '[]')`;

const personRows = (viewer: Viewer, cadreIds: readonly string[], day: IsoDate) => sql`
  select c.id, c.full_name as name, c.born, c.female, c.minority, c.theory::text as theory, c.professional::text as professional,
    c.administration::text as administration, c.defence, c.home_place as "homePlace", c.language, c.informatics,
    c.retirement_rule as "retirementRule", c.retirement_date as "retirementDate",
    ${ratingsOf(viewer)} as ratings, held.grade, held.title as post, held.unit as "unitName", ${HOLDINGS} as holdings, ${grassrootsOf(day)} as "grassrootsMonths",
    coalesce((select jsonb_agg(jsonb_build_object('form', d.form, 'decidedOn', d.decided_on, 'endsOn', d.ends_on)) from cadre_disciplines d where d.cadre_id = c.id), '[]') as disciplines,
    coalesce((select jsonb_agg(r.post_id) from procedure_candidates k join procedures r on r.id = k.procedure_id
      where k.cadre_id = c.id and k.removed_at is null and r.concluded_on is null and ${within(viewer, 'procedure.read', sql`r.managing_unit_id`)}), '[]') as appointing
  from cadres c
  left join lateral (select p.grade, a.title, a.from_on, u.short_name as unit from appointments a join title_facts p on p.id = a.post_id join units u on u.id = p.unit_id
    where a.cadre_id = c.id and not a.reversed and not p.body and a.from_on <= ${day}::date and (a.ended_on is null or a.ended_on > ${day}::date)
    order by p.grade desc, a.from_on limit 1) held on true
  where c.id = any(${uuids(cadreIds)}) and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)}`;
