import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { IsoDate } from '@/domain/calendar';
import type { Level } from '@/domain/posts/kinds';
import type { Rules } from '@/domain/rule-sets';
import type { TitleCount } from '@/domain/succession/coverage';
import type { TermKind } from '@/domain/succession/kinds';
import type { Standing } from '@/domain/succession/planning';
import { prepared, read, readAsPlanned, type Tx } from '../../client';
import { reachesAll, within } from '../../scope';
import type { PlanTitle } from './list';
import { type PlannedPerson, personsIn } from './persons';

export type Term = { termKind: TermKind; termFrom: IsoDate };
export type BoardTitle = PlanTitle & {
  unitName: string;
  names: { entryId: string; personId: string; standing: Standing; approvedOn: IsoDate | null }[];
  planned: number;
};
export type CoverageKey = 'without' | 'one' | 'enough' | 'over';
export type BoardAsked = { unitId: string; root: boolean; term: Term; level?: Level; coverage?: CoverageKey; after?: string };
export type Board = { titles: BoardTitle[]; hasNext: boolean; persons: Map<string, PlannedPerson> };
export type Covered = { counts: TitleCount[]; levels: Level[] };

const PAGE = 25;

/** Entries of that term that still stand, of the table named e. */
export const OF_TERM = ({ termKind, termFrom }: Term) =>
  sql`e.term_kind = ${termKind} and e.term_from = ${termFrom}::date and e.left_on is null`;
const PLACE = ({ unitId, root }: Pick<BoardAsked, 'unitId' | 'root'>) =>
  root ? sql`true` : sql`p.unit_id in (select unit_id from unit_tree where ancestor_id = ${unitId}::uuid)`;
/** Of the names that stand for each title, a person once: no entry stands twice for a title and term. */
const STANDING_FOR = (viewer: Viewer, { termKind, termFrom }: Term) => sql`
  n.term_kind = ${termKind} and n.term_from = ${termFrom}::date and ${within(viewer, 'succession.read', sql`n.managing_unit_id`)}`;
/** Titles that exist today and are planned for by name; a committee is planned by its coefficient. */
const TITLES = (viewer: Viewer, asked: BoardAsked) => sql`
  (p.valid_to is null or p.valid_to >= ${viewer.today}::date) and not p.body and ${PLACE(asked)} and ${within(viewer, 'succession.read', sql`p.managing_unit_id`)}
  ${asked.level ? sql`and p.level = ${asked.level}` : sql``}`;

/** A page of titles in reach with the names that stand for each in the term, and what is known of those people. Two statements. */
export const getBoard = (viewer: Viewer, asked: BoardAsked, rules: Rules): Promise<Board> =>
  readAsPlanned(viewer, async (tx) => {
    const rows = await titlesIn(tx, viewer, asked, rules);
    const titles = rows.slice(0, PAGE);
    const ids = [...new Set(titles.flatMap(({ names }) => names.map(({ personId }) => personId)))];
    return { titles, hasNext: rows.length > PAGE, persons: await personsIn(tx, viewer, ids, rules, viewer.today) };
  });

/**
 * How many titles in reach have how many names, and their levels: apart from the page, so that both are asked at once. Of a whole province the
 * numbers kept beside the titles are counted without them.
 */
export const countCoverage = (viewer: Viewer, asked: BoardAsked): Promise<Covered> =>
  readAsPlanned(viewer, async (tx) => {
    const [levels, named] = await Promise.all([
      prepared<{ level: Level; titles: number }>(
        tx,
        sql`select p.level, count(*)::int as titles from posts p where ${TITLES(viewer, asked)} group by p.level`,
      ),
      prepared<TitleCount>(
        tx,
        sql`select n.persons, count(*)::int as titles from succession_counts n ${countedIn(viewer, asked)}
          and ${STANDING_FOR(viewer, asked.term)} and n.persons > 0 group by n.persons`,
      ),
    ]);
    const sum = (counts: readonly { titles: number }[]) => counts.reduce((total, { titles }) => total + titles, 0);
    return {
      levels: levels.map(({ level }) => level),
      counts: [{ persons: 0, titles: sum(levels) - sum(named) }, ...named],
    };
  });

function countedIn(viewer: Viewer, asked: BoardAsked): SQL {
  const everywhere = asked.root && !asked.level && reachesAll(viewer, 'succession.read') && reachesAll(viewer, 'post.read');
  if (!everywhere) return sql`join posts p on p.id = n.post_id where ${TITLES(viewer, asked)}`;
  return sql`where not exists (select from posts p where p.id = n.post_id and (p.body or p.valid_to is not null)
    and (p.body or p.valid_to < ${viewer.today}::date))`;
}

/** The page first, then the names of its titles: those of all titles would be counted for nothing. */
function titlesIn(tx: Tx, viewer: Viewer, asked: BoardAsked, rules: Rules): Promise<BoardTitle[]> {
  return prepared<BoardTitle>(
    tx,
    sql`
    with page as materialized (
      select p.* from posts p
      ${asked.coverage ? sql`left join succession_counts n on n.post_id = p.id and ${STANDING_FOR(viewer, asked.term)}` : sql``}
      where ${TITLES(viewer, asked)} ${asked.coverage ? sql`and ${covered(asked.coverage, rules)}` : sql``}
        ${asked.after ? sql`and (p.sort_key, p.id) > (select b.sort_key, b.id from posts b where b.id = ${asked.after}::uuid)` : sql``}
      order by p.sort_key, p.id limit ${PAGE + 1})
    select p.id, p.code, p.title as name, p.unit_id as "unitId", u.short_name as "unitName", p.level, p.grade, p.seats, p.body, p.standards,
      jsonb_array_length(n.names) as planned, n.names
    from page p join units u on u.id = p.unit_id
    cross join lateral (select coalesce(jsonb_agg(jsonb_build_object('entryId', e.id, 'personId', e.cadre_id, 'standing', e.standing, 'approvedOn', e.approved_on)
        order by e.proposed_at, e.id), '[]') as names
      from succession_entries e where e.post_id = p.id and ${OF_TERM(asked.term)} and ${within(viewer, 'succession.read', sql`e.managing_unit_id`)}) n
    order by p.sort_key, p.id`,
  );
}

function covered(key: CoverageKey, rules: Rules): SQL {
  const count = sql`coalesce(n.persons, 0)`;
  const most = rules['plan.persons'].value;
  if (key === 'without') return sql`${count} = 0`;
  if (key === 'one') return sql`${count} = 1`;
  return key === 'enough' ? sql`${count} between 2 and ${most}` : sql`${count} > ${Math.max(1, most)}`;
}

export type Compared = { title: BoardTitle; persons: PlannedPerson[] };

/** One title and some of the cadres in reach, in the order asked; null where the title is out of reach. */
export const getCompared = (
  viewer: Viewer,
  titleId: string,
  cadreIds: readonly string[],
  term: Term,
  rules: Rules,
): Promise<Compared | null> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<BoardTitle>(sql`
      select p.id, p.code, p.title as name, p.unit_id as "unitId", u.short_name as "unitName", p.level, p.grade, p.seats, p.body, p.standards, 0 as planned,
        coalesce((select jsonb_agg(jsonb_build_object('entryId', e.id, 'personId', e.cadre_id, 'standing', e.standing, 'approvedOn', e.approved_on) order by e.proposed_at, e.id)
          from succession_entries e where e.post_id = p.id and ${OF_TERM(term)} and ${within(viewer, 'succession.read', sql`e.managing_unit_id`)}), '[]') as names
      from posts p join units u on u.id = p.unit_id
      where p.id = ${titleId}::uuid and ${within(viewer, 'succession.read', sql`p.managing_unit_id`)}`);
    const [title] = rows;
    if (!title) return null;
    const persons = await personsIn(tx, viewer, cadreIds, rules, viewer.today);
    return { title, persons: cadreIds.flatMap((id) => persons.get(id) ?? []) };
  });
