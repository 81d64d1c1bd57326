import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { IsoDate } from '@/domain/calendar';
import type { Standing } from '@/domain/succession/planning';
import type { SummaryPerson, SummaryUnit } from '@/domain/succession/summary';
import { read } from '../../client';
import { uuids, within } from '../../scope';
import type { Campaign } from './campaigns';

/** What a printed list says besides; ethnicity and religion are null where the viewer may not see sensitive columns of that member. */
export type PaperFacts = { id: string; joined: string; ethnicity: string | null; religion: string | null; hidden: boolean };

export const listPaperFacts = (viewer: Viewer, cadreIds: readonly string[]): Promise<Map<string, PaperFacts>> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<PaperFacts>(sql`
      select c.id, m.joined, case when s.seen then x.ethnicity end as ethnicity, case when s.seen then x.religion end as religion, not s.seen as hidden
      from cadres c join members m on m.id = c.member_id
      cross join lateral (select ${within(viewer, 'member.sensitive', sql`m.cell_id`)} as seen) s
      left join member_sensitive x on x.member_id = m.id and s.seen
      where c.id = any(${uuids(cadreIds)}) and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)}`);
    return new Map(rows.map((row) => [row.id, row]));
  });

export type Summary = { units: SummaryUnit[]; persons: (SummaryPerson & { standing: Standing })[]; draft: boolean };

/**
 * Everybody planned in a campaign's term on the lists in reach, a row a unit, person and title, and the committee seats of each unit. A paper of the
 * whole province has some thousands of rows.
 */
export const getSummary = (viewer: Viewer, campaign: Campaign, asOf?: IsoDate): Promise<Summary> =>
  read(viewer, async (tx) => {
    const standing = asOf
      ? sql`e.approved_on <= ${asOf}::date and (e.left_on is null or e.left_on > ${asOf}::date)`
      : sql`e.left_on is null`;
    const { rows: units } = await tx.execute<SummaryUnit & { open: boolean }>(sql`
      select u.id, u.name, bool_or(l.approved_at is null) as open, coalesce(sum(s.seats), 0)::int as seats
      from succession_lists l join units u on u.id = l.unit_id
      cross join lateral (select sum(p.seats) as seats from posts p
        where p.unit_id = l.unit_id and p.managing_unit_id = l.managing_unit_id and p.body and (p.valid_to is null or p.valid_to >= ${viewer.today}::date)) s
      where l.campaign_id = ${campaign.id}::uuid and ${within(viewer, 'succession.read', sql`l.managing_unit_id`)}
      group by u.id order by u.depth, u.sort_key, u.id limit 1000`);
    const { rows: persons } = await tx.execute<Summary['persons'][number]>(sql`
      select c.id, e.unit_id as "unitId", c.female, c.minority, case when s.seen then coalesce(x.religion, 'Không') <> 'Không' end as religious, c.born,
        c.professional as education, c.theory, e.standing, p.body
      from succession_entries e join cadres c on c.id = e.cadre_id join posts p on p.id = e.post_id join members m on m.id = c.member_id
      cross join lateral (select ${within(viewer, 'member.sensitive', sql`m.cell_id`)} as seen) s
      left join member_sensitive x on x.member_id = m.id and s.seen
      where e.term_kind = ${campaign.termKind} and e.term_from = ${campaign.termFrom}::date and ${standing}
        and e.unit_id = any(${uuids(units.map(({ id }) => id))})
        and ${within(viewer, 'succession.read', sql`e.managing_unit_id`)} and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)}`);
    return { units, persons, draft: !asOf && units.some(({ open }) => open) };
  });
