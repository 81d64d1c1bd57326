import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { ADMINISTRATION, PROFESSIONAL, THEORY } from '@/domain/cadres/codes';
import type { IsoDate } from '@/domain/calendar';
import { bornBy } from '@/domain/members/bands';
import type { Standards } from '@/domain/posts/standards';
import type { Rules } from '@/domain/rule-sets';
import type { ShareCounts, ShareKey } from '@/domain/succession/shares';
import { read } from '../../client';
import { within } from '../../scope';
import { type BoardAsked, OF_TERM, type Term } from './board';
import { type PlannedPerson, personsIn } from './persons';

export type PlannedTitle = { entryId: string; title: string; unitName: string; standards: Standards };
export type PlannedRow = { personId: string; titles: PlannedTitle[] };
export type PlannedPage = { rows: PlannedRow[]; hasNext: boolean; persons: Map<string, PlannedPerson> };

type Asked = Pick<BoardAsked, 'unitId' | 'root' | 'term' | 'after'>;

const PAGE = 50;
const steps = (words: Readonly<Record<string, string>>) => sql`${`{${Object.keys(words).join(',')}}`}::text[]`;
const below = (words: Readonly<Record<string, string>>, key: string, column: string) =>
  sql`array_position(${steps(words)}, c.${sql.identifier(column)}::text) < array_position(${steps(words)}, p.standards->>${key}::text)`;

/** A condition on the people, the cadre named c, or on what they are planned for, the entry e and its title p. */
type Only = { people?: SQL; entries?: SQL };

/**
 * Who is planned, each person once with the titles that are meant; sorted by name, fifty a page. after: the last person. The page of people comes
 * first, by the index of names: whoever comes later on is not looked at.
 */
const planned = (
  viewer: Viewer,
  { unitId, root, term, after }: Asked,
  rules: Rules,
  { people, entries }: Only,
): Promise<PlannedPage> =>
  read(viewer, async (tx) => {
    const meant = sql`
      from succession_entries e join posts p on p.id = e.post_id
      where e.cadre_id = c.id and ${OF_TERM(term)}
        and ${root ? sql`true` : sql`e.unit_id in (select unit_id from unit_tree where ancestor_id = ${unitId}::uuid)`}
        and ${within(viewer, 'succession.read', sql`e.managing_unit_id`)} ${entries ? sql`and ${entries}` : sql``}`;
    const { rows } = await tx.execute<PlannedRow>(sql`
      with page as materialized (
        select c.* from cadres c cross join lateral (select 1 ${meant} limit 1) one
        where ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)} ${people ? sql`and ${people}` : sql``}
          ${after ? sql`and (c.sort_key, c.id) > (select b.sort_key, b.id from cadres b where b.id = ${after}::uuid)` : sql``}
        order by c.sort_key, c.id limit ${PAGE + 1})
      select c.id as "personId", t.titles from page c
      cross join lateral (select jsonb_agg(jsonb_build_object('entryId', x.id, 'title', x.title, 'unitName', u.short_name, 'standards', x.standards) order by x.sort_key, x.id) as titles
        from (select e.id, p.title, p.standards, p.sort_key, p.unit_id ${meant}) x join units u on u.id = x.unit_id) t
      order by c.sort_key, c.id`);
    const shown = rows.slice(0, PAGE);
    const ids = shown.map(({ personId }) => personId);
    return { rows: shown, hasNext: rows.length > PAGE, persons: await personsIn(tx, viewer, ids, rules, viewer.today) };
  });

/** Who is planned for a title of the unit or below it and lacks a training that its standard asks for, with those titles. */
export const listUntrained = (viewer: Viewer, asked: Asked, rules: Rules): Promise<PlannedPage> =>
  planned(viewer, asked, rules, {
    entries: sql`(${below(THEORY, 'theory', 'theory')} or ${below(PROFESSIONAL, 'professional', 'professional')}
      or ${below(ADMINISTRATION, 'administration', 'administration')} or coalesce(c.defence, 9) > (p.standards->>'defence')::int)`,
  });

/** What each share asks of the cadre named c. Births compare as text with the days that the ages mean (domain/members/bands). */
function sharesOf(rules: Rules, countedOn: IsoDate): Record<ShareKey, SQL> {
  const [low = 0, high = low] = rules['age.brackets'].value;
  const by = (years: number) => bornBy(years, countedOn);
  return {
    under: sql`c.born > ${by(low)}`,
    middle: sql`c.born <= ${by(low)} and c.born > ${by(high + 1)}`,
    over: sql`c.born <= ${by(high + 1)}`,
    women: sql`c.female`,
    young: sql`c.born > ${by(rules['plan.young.age'].value)}`,
    minority: sql`c.minority`,
  };
}

type Round = Term & { countedOn: IsoDate };

/** Everybody planned in the term of a round on titles in reach, or of them whom one share counts, with the titles. */
export const listPlanned = (
  viewer: Viewer,
  { termKind, termFrom, countedOn }: Round,
  rules: Rules,
  { share, after }: { share?: ShareKey; after?: string } = {},
): Promise<PlannedPage> =>
  planned(viewer, { unitId: '', root: true, term: { termKind, termFrom }, after }, rules, {
    people: share && sharesOf(rules, countedOn)[share],
  });

/** The same people counted, each once, by what the shares ask for. */
export const countPlanned = (viewer: Viewer, { countedOn, ...term }: Round, rules: Rules): Promise<ShareCounts> =>
  read(viewer, async (tx) => {
    const numbers = Object.entries(sharesOf(rules, countedOn)).map(
      ([key, holds]) => sql`count(*) filter (where ${holds})::int as ${sql.identifier(key)}`,
    );
    const { rows } = await tx.execute<ShareCounts>(sql`
      select count(*)::int as total, ${sql.join(numbers, sql`, `)}
      from cadres c where c.id in (select e.cadre_id from succession_entries e where ${OF_TERM(term)} and ${within(viewer, 'succession.read', sql`e.managing_unit_id`)})
        and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)}`);
    return rows[0] as ShareCounts;
  });
