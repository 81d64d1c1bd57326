import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { ADMINISTRATION, PROFESSIONAL, THEORY } from '@/domain/cadres/codes';
import type { Standards } from '@/domain/posts/standards';
import type { Rules } from '@/domain/rule-sets';
import { read } from '../../client';
import { within } from '../../scope';
import type { BoardAsked } from './board';
import { type PlannedPerson, personsIn } from './persons';

export type UntrainedRow = { entryId: string; personId: string; title: string; unitName: string; standards: Standards };

const PAGE = 50;
const steps = (words: Readonly<Record<string, string>>) => sql`${`{${Object.keys(words).join(',')}}`}::text[]`;
const below = (words: Readonly<Record<string, string>>, key: string, column: string) =>
  sql`array_position(${steps(words)}, c.${sql.identifier(column)}::text) < array_position(${steps(words)}, p.standards->>${key}::text)`;

/** Who is planned for a title and lacks a training that its standard asks for; sorted by name, fifty a page. after: the last entry. */
export const listUntrained = (
  viewer: Viewer,
  { unitId, root, term, after }: Pick<BoardAsked, 'unitId' | 'root' | 'term' | 'after'>,
  rules: Rules,
): Promise<{ rows: UntrainedRow[]; hasNext: boolean; persons: Map<string, PlannedPerson> }> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<UntrainedRow>(sql`
      select e.id as "entryId", e.cadre_id as "personId", p.title, u.short_name as "unitName", p.standards
      from succession_entries e join posts p on p.id = e.post_id join units u on u.id = p.unit_id join cadres c on c.id = e.cadre_id
      where e.term_kind = ${term.termKind} and e.term_from = ${term.termFrom}::date and e.left_on is null
        and ${root ? sql`true` : sql`e.unit_id in (select unit_id from unit_tree where ancestor_id = ${unitId}::uuid)`}
        and ${within(viewer, 'succession.read', sql`e.managing_unit_id`)} and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)}
        and (${below(THEORY, 'theory', 'theory')} or ${below(PROFESSIONAL, 'professional', 'professional')}
          or ${below(ADMINISTRATION, 'administration', 'administration')} or coalesce(c.defence, 9) > (p.standards->>'defence')::int)
        ${after ? sql`and (c.sort_key, e.id) > (select b.sort_key, a.id from succession_entries a join cadres b on b.id = a.cadre_id where a.id = ${after}::uuid)` : sql``}
      order by c.sort_key, e.id limit ${PAGE + 1}`);
    const shown = rows.slice(0, PAGE);
    const ids = [...new Set(shown.map(({ personId }) => personId))];
    return { rows: shown, hasNext: rows.length > PAGE, persons: await personsIn(tx, viewer, ids, rules, viewer.today) };
  });
