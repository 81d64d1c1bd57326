import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { THEORY, type Theory } from '@/domain/cadres/codes';
import type { Level, Tier } from '@/domain/posts/kinds';
import type { Standards } from '@/domain/posts/standards';
import type { ClassKind, Result } from '@/domain/trainings/words';
import { read, type Tx } from '../client';
import { within } from '../scope';

export type ClassLine = {
  id: string;
  unitName: string;
  kind: ClassKind;
  name: string;
  school: string | null;
  fromOn: string;
  toOn: string;
  planned: number;
  others: number;
  turns: number;
  passed: number;
};
/** persons: each one once in all classes of that kind; '' is the kind of all together. */
export type KindCount = { kind: ClassKind | ''; classes: number; persons: number; turns: number; passed: number };

const inReach = (viewer: Viewer): SQL =>
  sql`(${within(viewer, 'training.read', sql`t.unit_id`)} or ${within(viewer, 'training.read', sql`t.committee_id`)})`;
const ofYear = (year: number): SQL => sql`c.from_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`;

const CLASSES_A_PAGE = 50;
export type ClassPage = { kind?: ClassKind; after?: { fromOn: string; id: string } };

/** Classes that the unit, and the units below it, hold or send people to, newest first, fifty a page; counts of turns are of the people in reach. */
export const listClasses = (viewer: Viewer, unitId: string, year: number, { kind, after }: ClassPage = {}) =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<ClassLine & { total: number }>(sql`
      with mine as (select t.class_id, count(*)::int as turns, count(*) filter (where t.result in ('passed', 'distinction'))::int as passed
        from training_turns t join training_classes c on c.id = t.class_id where ${ofYear(year)} and ${inReach(viewer)}
          and (t.unit_id in (select unit_id from unit_tree where ancestor_id = ${unitId}) or t.committee_id in (select unit_id from unit_tree where ancestor_id = ${unitId})) group by 1),
      listed as (select c.*, coalesce(m.turns, 0) as turns, coalesce(m.passed, 0) as passed from training_classes c left join mine m on m.class_id = c.id
        where ${ofYear(year)} ${kind ? sql`and c.kind = ${kind}` : sql``}
          and (m.turns > 0 or c.unit_id in (select unit_id from unit_tree where ancestor_id = ${unitId}) and ${within(viewer, 'training.read', sql`c.unit_id`)}))
      select c.id, u.short_name as "unitName", c.kind, c.name, c.school, c.from_on as "fromOn", c.to_on as "toOn", c.planned, c.others, c.turns, c.passed,
        (select count(*)::int from listed) as total
      from listed c join units u on u.id = c.unit_id ${after ? sql`where (c.from_on, c.id) < (${after.fromOn}::date, ${after.id}::uuid)` : sql``}
      order by c.from_on desc, c.id desc limit ${CLASSES_A_PAGE + 1}`);
    const shown = rows.slice(0, CLASSES_A_PAGE).map(({ total: _, ...line }): ClassLine => line);
    return { rows: shown, total: rows[0]?.total ?? 0, next: rows.length > CLASSES_A_PAGE ? shown.at(-1) : undefined };
  });

/** Persons and turns of the year by kind and together, counted by the database so that a person of two kinds counts once. */
export const countTurnsOf = (viewer: Viewer, unitId: string, year: number): Promise<KindCount[]> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<KindCount>(sql`
      select coalesce(c.kind, '') as kind, count(distinct c.id)::int as classes, count(distinct t.member_id)::int as persons, count(*)::int as turns,
        count(*) filter (where t.result in ('passed', 'distinction'))::int as passed
      from training_turns t join training_classes c on c.id = t.class_id
      where ${ofYear(year)} and ${inReach(viewer)}
        and (t.unit_id in (select unit_id from unit_tree where ancestor_id = ${unitId}) or t.committee_id in (select unit_id from unit_tree where ancestor_id = ${unitId}))
      group by grouping sets ((c.kind), ()) having count(*) > 0 order by grouping(c.kind), c.kind`);
    return rows;
  });

export type ClassHead = {
  id: string;
  unitId: string;
  unitName: string;
  /** Of the unit that holds it; 0: the province. */
  depth: number;
  kind: ClassKind;
  name: string;
  theory: Theory | null;
  defence: number | null;
  school: string | null;
  place: string | null;
  fromOn: string;
  toOn: string;
  planned: number;
  others: number;
  decisionNumber: string | null;
  version: number;
  own: boolean;
};
export type TurnRow = {
  id: string;
  memberId: string;
  name: string;
  born: string;
  female: boolean;
  title: string | null;
  committeeName: string;
  result: Result;
  certificate: string | null;
};

/** A class of the usual size stands whole on one page. after: the member of the last turn seen; part: one of those that the list falls into, from 1. */
const TURNS_A_PAGE = 100;
export type TurnPage = { after?: string; part?: number; size?: number };

/** A class with a page of the turns in reach, by name, and how many there are; null where no such class is in reach. own: of a unit the viewer may write for. */
export const getClass = (viewer: Viewer, classId: string, { after, part = 1, size = TURNS_A_PAGE }: TurnPage = {}) =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<ClassHead & { seen: boolean; turns: number; passed: number; ends: string[] }>(sql`
      select c.id, c.unit_id as "unitId", u.name as "unitName", u.depth, c.kind, c.name, c.theory, c.defence, c.school, c.place, c.from_on as "fromOn", c.to_on as "toOn",
        c.planned, c.others, c.decision_number as "decisionNumber", c.version, ${within(viewer, 'training.write', sql`c.unit_id`)} as own,
        ${within(viewer, 'training.read', sql`c.unit_id`)} as seen, n.turns, n.passed, n.ends
      from training_classes c join units u on u.id = c.unit_id cross join lateral (
        select count(*)::int as turns, count(*) filter (where p.result in ('passed', 'distinction'))::int as passed,
          coalesce(array_agg(p.member_id order by p.place) filter (where p.place % ${size} = 0), '{}') as ends
        from (select t.result, t.member_id, row_number() over (order by m.sort_key, m.id) as place
          from training_turns t join members m on m.id = t.member_id where t.class_id = c.id and ${inReach(viewer)}) p) n
      where c.id = ${classId}`);
    const [found] = rows;
    if (!found) return null;
    const { seen, turns, passed, ends, ...head } = found;
    if (!seen && !turns) return null;
    const listed = await turnsIn(tx, viewer, classId, after ?? ends[part - 2], size + 1);
    const shown = listed.slice(0, size);
    return { head, counts: { turns, passed }, turns: shown, next: listed.length > size ? shown.at(-1)?.memberId : undefined };
  });

const turnsIn = async (tx: Tx, viewer: Viewer, classId: string, after: string | undefined, limit: number): Promise<TurnRow[]> => {
  const { rows } = await tx.execute<TurnRow>(sql`
    select t.id, t.member_id as "memberId", m.full_name as name, m.born, m.female, coalesce(k.main_work, m.position) as title, u.short_name as "committeeName", t.result, t.certificate
    from training_turns t join members m on m.id = t.member_id join units u on u.id = t.committee_id left join cadres k on k.member_id = m.id
    where t.class_id = ${classId} and ${inReach(viewer)}
      ${after ? sql`and (m.sort_key, m.id) > (select p.sort_key, p.id from members p where p.id = ${after})` : sql``}
    order by m.sort_key, m.id limit ${limit}`);
  return rows;
};

/** Planned today, as the index of entries that nobody left finds them. */
const stillPlanned = ({ today }: Viewer): SQL =>
  sql`e.left_on is null and e.approved_on <= ${today}::date and e.term_to >= ${today}::date`;

export type Candidate = { memberId: string; name: string; born: string; place: string; theory: Theory | null; planned: boolean };

/** What sending someone to a class asks of it. */
export type Course = Pick<ClassHead, 'id' | 'unitId' | 'theory' | 'defence'>;

/** Of those planned, who has not yet what the class gives: its level of theory, its object group or a higher one. */
function lacks({ theory, defence }: Course): SQL {
  const levels = sql`${`{${Object.keys(THEORY).join(',')}}`}::text[]`;
  if (theory) return sql`array_position(${levels}, k.theory) < array_position(${levels}, ${theory}::text)`;
  return defence ? sql`coalesce(k.defence, 9) > ${defence}` : sql`true`;
}

/**
 * Members who may be sent to the class: by a name, or, without one, cadres planned for a title that the class's unit manages who have not yet
 * what it gives. Who has a place already is left out. At most 60.
 */
export const listCandidates = (viewer: Viewer, course: Course, name: string): Promise<Candidate[]> =>
  read(viewer, async (tx) => {
    const mayGo = sql`m.status <> 'left' and ${within(viewer, 'training.write', sql`m.cell_id`)}
      and not exists (select from training_turns t where t.class_id = ${course.id} and t.member_id = m.id)`;
    const row = sql`m.id as "memberId", m.full_name as name, m.born, u.short_name as place, k.theory`;
    const planned = sql`e.managing_unit_id = ${course.unitId} and ${stillPlanned(viewer)}
      and ${within(viewer, 'succession.read', sql`e.managing_unit_id`)}`;
    const { rows } = await tx.execute<Candidate>(
      name
        ? sql`select ${row}, exists (select from succession_entries e where e.cadre_id = k.id and ${planned}) as planned
            from members m join units u on u.id = m.cell_id left join cadres k on k.member_id = m.id
            where m.id in (select p.member_id from member_name_parts p where p.part >= ${name} and p.part < ${`${name}\uffff`}) and ${mayGo}
            order by m.sort_key, m.id limit 60`
        : sql`select ${row}, true as planned
            from (select distinct e.cadre_id from succession_entries e where ${planned}) p join cadres k on k.id = p.cadre_id join members m on m.id = k.member_id
              join units u on u.id = m.cell_id where ${mayGo} and ${lacks(course)} order by m.sort_key, m.id limit 60`,
    );
    return rows;
  });

export type PlannedLearner = {
  id: string;
  memberId: string;
  name: string;
  title: string | null;
  theory: Theory;
  defence: number | null;
  planned: { title: string; tier: Tier; level: Level; standards: Standards }[];
};

/** How many are reckoned at a time. */
const LEARNERS_A_PART = 4_000;

/**
 * Everyone planned and approved for a title that the unit's committee manages, with what those titles ask; by name, one part of 4.000 at a time.
 * from: the last person of the part before; next: of this one, where somebody follows.
 */
export const listPlannedLearners = (viewer: Viewer, unitId: string, from?: string, size = LEARNERS_A_PART) =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<PlannedLearner>(sql`
      select k.id, k.member_id as "memberId", k.full_name as name, k.main_work as title, k.theory, k.defence,
        jsonb_agg(jsonb_build_object('title', p.title, 'tier', p.tier, 'level', p.level, 'standards', p.standards) order by p.grade desc) as planned
      from succession_entries e join posts p on p.id = e.post_id join cadres k on k.id = e.cadre_id
      where e.managing_unit_id = ${unitId} and ${stillPlanned(viewer)} and k.serving
        and ${within(viewer, 'succession.read', sql`e.managing_unit_id`)} and ${within(viewer, 'training.read', sql`k.managing_unit_id`)}
        ${from ? sql`and (k.sort_key, k.id) > (select b.sort_key, b.id from cadres b where b.id = ${from})` : sql``}
      group by k.id order by k.sort_key, k.id limit ${size + 1}`);
    const learners = rows.slice(0, size);
    return { learners, next: rows.length > size ? learners.at(-1)?.id : undefined };
  });
