import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { RetirementRule } from '@/domain/cadres/codes';
import { monthsLeft, retirementOf } from '@/domain/cadres/retirement';
import type { IsoDate } from '@/domain/calendar';
import type { Level } from '@/domain/posts/kinds';
import { levelOfPost } from '@/domain/rotations/levels';
import type { PlannerPost } from '@/domain/rotations/needs';
import type { PlannerPerson } from '@/domain/rotations/proposals';
import type { Rules } from '@/domain/rule-sets';
import { isUuid } from '@/domain/text';
import { read } from '../../client';
import { within } from '../../scope';
import { grassrootsOf } from '../cadres/holdings';
import { plannedOn } from '../succession/planned-on';

type PostRow = Omit<PlannerPost, 'level' | 'holder'> & {
  level: Level;
  unitKind: string;
  holderName: string | null;
  homePlace: string | null;
  since: IsoDate | null;
};

const postRows = (today: IsoDate, where: SQL, limit: number): SQL => sql`
  select p.id, p.title, p.unit_id as "unitId", u.name as "unitName", u.kind as "unitKind", p.level, p.rank = 'head' as head, p.outsider,
    c.full_name as "holderName", c.home_place as "homePlace", coalesce(here.since, a.from_on) as since
  from posts p join units u on u.id = p.unit_id
  left join lateral (select h.cadre_id, h.from_on from appointments h where h.post_id = p.id and not h.reversed and h.from_on <= ${today}::date
    and (h.ended_on is null or h.ended_on > ${today}::date) order by h.post_id, h.seat, h.from_on limit 1) a on true
  left join cadres c on c.id = a.cadre_id
  left join lateral (
    select max(h.from_on) filter (where h.before is null or h.before < h.from_on) as since from (
      select b.from_on, lag(coalesce(b.ended_on, 'infinity')) over (order by b.from_on) as before from appointments b join posts q on q.id = b.post_id
      where b.cadre_id = a.cadre_id and not b.reversed and b.from_on <= ${today}::date and q.unit_id = p.unit_id and q.rank = 'head') h) here on p.rank = 'head'
  where ${where} and (p.valid_to is null or p.valid_to >= ${today}::date) order by u.depth, u.sort_key, p.sort_key, p.id limit ${limit}`;

const postOf = ({ level, unitKind, holderName, homePlace, since, ...row }: PostRow): PlannerPost => ({
  ...row,
  level: levelOfPost(level, unitKind),
  holder: holderName === null || since === null ? null : { name: holderName, since, homePlace },
});

/** Heads and titles that want an outsider are few: some for each unit directly under the province. */
const MOST_POSTS = 3_000;

/** Titles that may need a rotation, with who holds them and since when that person leads there; domain/rotations/needs says which do. */
export const listPlannerPosts = (viewer: Viewer): Promise<PlannerPost[]> =>
  read(viewer, async (tx) => {
    const where = sql`(p.outsider or p.rank = 'head') and not p.body and ${within(viewer, 'rotation.read', sql`p.managing_unit_id`)}`;
    return (await tx.execute<PostRow>(postRows(viewer.today, where, MOST_POSTS))).rows.map(postOf);
  });

export async function getPlannerPost(viewer: Viewer, id: string): Promise<PlannerPost | null> {
  if (!isUuid(id)) return null;
  return read(viewer, async (tx) => {
    const where = sql`p.id = ${id} and ${within(viewer, 'rotation.read', sql`p.managing_unit_id`)}`;
    const [row] = (await tx.execute<PostRow>(postRows(viewer.today, where, 1))).rows;
    return row ? postOf(row) : null;
  });
}

type PersonRow = Omit<PlannerPerson, 'monthsLeft' | 'goodYears'> & {
  female: boolean;
  born: string;
  retirementRule: RetirementRule;
  retirementDate: IsoDate | null;
  levels: string[];
};

const personRows = (today: IsoDate, years: number): SQL => sql`
  select c.id, c.full_name as name, c.sort_key as "sortKey", c.home_place as "homePlace", c.female, c.born, c.retirement_rule as "retirementRule",
    c.retirement_date as "retirementDate", coalesce(held.title, '') as position, coalesce(held.unit_id::text, '') as "unitId",
    array(select distinct e.post_id from succession_entries e where e.cadre_id = c.id and ${plannedOn(today)}) as "plannedPostIds",
    ${grassrootsOf(today)} as "grassrootsMonths",
    array(select y.level from ratings y where y.cadre_id = c.id and y.quarter = 0 and y.level is not null order by y.year desc limit ${years}) as levels
  from cadres c left join lateral (
    select a.title, a.unit_id, p.grade from appointments a join title_facts p on p.id = a.post_id
    where a.cadre_id = c.id and not a.reversed and not a.concurrent and not p.body and a.from_on <= ${today}::date and (a.ended_on is null or a.ended_on > ${today}::date)
    order by p.grade desc limit 1) held on true`;

function personOf(
  { levels, female, born, retirementRule, retirementDate, ...row }: PersonRow,
  today: IsoDate,
  rules: Rules,
): PlannerPerson {
  const retirement = retirementOf({ female, born, rule: retirementRule, on: retirementDate }, rules);
  return {
    ...row,
    monthsLeft: monthsLeft(retirement, today),
    goodYears: levels.map((level) => level === 'outstanding' || level === 'good'),
  };
}

/** Beyond this many the list says so; the planned of one title and of its equals are seldom a tenth of it. */
export const MOST_CANDIDATES = 200;

/**
 * Serving people planned for the title, or for one of its grade or higher, who hold none above it (Quy định 65-QĐ/TW gives an equivalent post) and are
 * not out already; those planned for itself first: whom domain/rotations/proposals ranks.
 */
export const listCandidates = (viewer: Viewer, postId: string, rules: Rules): Promise<PlannerPerson[]> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<PersonRow>(sql`
      with wanted as (select id, grade from posts where id = ${postId}),
      planned as (
        select e.cadre_id, w.grade, bool_or(e.post_id = w.id) as exactly from wanted w join posts q on q.grade >= w.grade join succession_entries e on e.post_id = q.id
        where ${plannedOn(viewer.today)} and ${within(viewer, 'succession.read', sql`e.managing_unit_id`)} group by e.cadre_id, w.grade)
      ${personRows(viewer.today, rules['rotate.points.years'].value)} join planned n on n.cadre_id = c.id
      where c.serving and coalesce(held.grade, 0) <= n.grade and ${within(viewer, 'rotation.read', sql`c.managing_unit_id`)}
        and not exists (select from rotations r where r.cadre_id = c.id and r.started_on is not null and r.ended_on is null)
      order by n.exactly desc, c.sort_key, c.id limit ${MOST_CANDIDATES}`);
    return rows.map((row) => personOf(row, viewer.today, rules));
  });

/** Planned people with less time at the grass roots than the rule in force asks for, by name, so many after the given one. */
export const listLackingGrassroots = (viewer: Viewer, rules: Rules, after?: string, limit = 50): Promise<PlannerPerson[]> =>
  read(viewer, async (tx) => {
    const beyond =
      after && isUuid(after)
        ? sql`(c.sort_key, c.id) > (select x.sort_key, x.id from cadres x where x.id = ${after})`
        : sql`true`;
    const { rows } = await tx.execute<PersonRow>(sql`
      ${personRows(viewer.today, rules['rotate.points.years'].value)}
      where c.serving and ${within(viewer, 'rotation.read', sql`c.managing_unit_id`)} and ${beyond}
        and exists (select from succession_entries e where e.cadre_id = c.id and ${plannedOn(viewer.today)} and ${within(viewer, 'succession.read', sql`e.managing_unit_id`)})
        and ${grassrootsOf(viewer.today)} < ${rules['rotate.grassroots'].value}
      order by c.sort_key, c.id limit ${limit + 1}`);
    return rows.map((row) => personOf(row, viewer.today, rules));
  });
