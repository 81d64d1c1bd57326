import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { ADMINISTRATION, PROFESSIONAL, THEORY } from '@/domain/cadres/codes';
import type { Standards } from '@/domain/posts/standards';
import type { Rules } from '@/domain/rule-sets';
import { read } from '../../client';
import { within } from '../../scope';
import type { BoardAsked } from './board';
import { type PlannedPerson, personsIn } from './persons';

export type UntrainedTitle = { entryId: string; title: string; unitName: string; standards: Standards };
export type UntrainedRow = { personId: string; titles: UntrainedTitle[] };

const PAGE = 50;
const steps = (words: Readonly<Record<string, string>>) => sql`${`{${Object.keys(words).join(',')}}`}::text[]`;
const below = (words: Readonly<Record<string, string>>, key: string, column: string) =>
  sql`array_position(${steps(words)}, c.${sql.identifier(column)}::text) < array_position(${steps(words)}, p.standards->>${key}::text)`;

/**
 * Who is planned for a title and lacks a training that its standard asks for, with those titles; sorted by name, fifty a page. after: the last
 * person. The page of people comes first, by the index of names: whoever comes later on is not looked at.
 */
export const listUntrained = (
  viewer: Viewer,
  { unitId, root, term, after }: Pick<BoardAsked, 'unitId' | 'root' | 'term' | 'after'>,
  rules: Rules,
): Promise<{ rows: UntrainedRow[]; hasNext: boolean; persons: Map<string, PlannedPerson> }> =>
  read(viewer, async (tx) => {
    const lacking = sql`
      from succession_entries e join posts p on p.id = e.post_id
      where e.cadre_id = c.id and e.term_kind = ${term.termKind} and e.term_from = ${term.termFrom}::date and e.left_on is null
        and ${root ? sql`true` : sql`e.unit_id in (select unit_id from unit_tree where ancestor_id = ${unitId}::uuid)`}
        and ${within(viewer, 'succession.read', sql`e.managing_unit_id`)}
        and (${below(THEORY, 'theory', 'theory')} or ${below(PROFESSIONAL, 'professional', 'professional')}
          or ${below(ADMINISTRATION, 'administration', 'administration')} or coalesce(c.defence, 9) > (p.standards->>'defence')::int)`;
    const { rows } = await tx.execute<UntrainedRow>(sql`
      with page as materialized (
        select c.* from cadres c cross join lateral (select 1 ${lacking} limit 1) one
        where ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)}
          ${after ? sql`and (c.sort_key, c.id) > (select b.sort_key, b.id from cadres b where b.id = ${after}::uuid)` : sql``}
        order by c.sort_key, c.id limit ${PAGE + 1})
      select c.id as "personId", t.titles from page c
      cross join lateral (select jsonb_agg(jsonb_build_object('entryId', x.id, 'title', x.title, 'unitName', u.short_name, 'standards', x.standards) order by x.sort_key, x.id) as titles
        from (select e.id, p.title, p.standards, p.sort_key, p.unit_id ${lacking}) x join units u on u.id = x.unit_id) t
      order by c.sort_key, c.id`);
    const shown = rows.slice(0, PAGE);
    return {
      rows: shown,
      hasNext: rows.length > PAGE,
      persons: await personsIn(
        tx,
        viewer,
        shown.map(({ personId }) => personId),
        rules,
        viewer.today,
      ),
    };
  });
