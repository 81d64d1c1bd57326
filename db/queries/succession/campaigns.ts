import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { IsoDate } from '@/domain/calendar';
import type { CampaignKind, ListStamps, ListState, TermKind } from '@/domain/succession/kinds';
import { prepared, read, readAsPlanned, type Tx } from '../../client';
import { within } from '../../scope';

export type Campaign = {
  id: string;
  unitId: string;
  unitName: string;
  name: string;
  kind: CampaignKind;
  termKind: TermKind;
  termFrom: IsoDate;
  termTo: IsoDate;
  countedOn: IsoDate;
  document: string | null;
  openedAt: string;
  openedBy: string | null;
  closedAt: string | null;
  version: number;
};
export type CampaignLine = Campaign & { lists: number } & Record<Exclude<ListState, 'drafting'>, number>;

const CAMPAIGN = sql`c.id, c.unit_id as "unitId", u.short_name as "unitName", c.name, c.kind, c.term_kind as "termKind", c.term_from as "termFrom",
  c.term_to as "termTo", c.counted_on as "countedOn", c.document, c.opened_at::text as "openedAt", account_name(c.opened_by) as "openedBy", c.closed_at::text as "closedAt", c.version`;

/** A campaign with lists in reach; one opened above shows, with the viewer's own lists only. */
const inReach = (viewer: Viewer) =>
  sql`exists (select from succession_lists l where l.campaign_id = c.id and ${within(viewer, 'succession.read', sql`l.managing_unit_id`)})`;

const PAGE = 50;

/** The same as `listStateOf` says of the stamps. */
const STATE = (
  today: IsoDate,
) => sql`case when l.approved_at is not null then 'approved' when l.submitted_at is not null then 'submitted'
  when l.returned_at is not null then 'returned' when l.due_on < ${today}::date then 'late' else 'drafting' end`;

/** Newest first, with how far the lists in reach are. */
export const listCampaigns = (viewer: Viewer, before?: string): Promise<CampaignLine[]> =>
  read(viewer, async (tx) => {
    const standing = (state: ListState) => sql`count(*) filter (where ${STATE(viewer.today)} = ${state})::int`;
    const { rows } = await tx.execute<CampaignLine>(sql`
      select ${CAMPAIGN}, n.lists, n.approved, n.submitted, n.returned, n.late
      from succession_campaigns c join units u on u.id = c.unit_id
      cross join lateral (select count(*)::int as lists, ${standing('approved')} as approved, ${standing('submitted')} as submitted,
          ${standing('returned')} as returned, ${standing('late')} as late
        from succession_lists l where l.campaign_id = c.id and ${within(viewer, 'succession.read', sql`l.managing_unit_id`)}) n
      where n.lists > 0 ${before ? sql`and c.id < ${before}::uuid` : sql``}
      order by c.id desc limit ${PAGE}`);
    return rows;
  });

/** The campaign opened last of those with lists in reach: what a board shows unless another is asked for. */
export const getNewestCampaign = (viewer: Viewer): Promise<Campaign | null> =>
  readAsPlanned(viewer, async (tx) => {
    const newest = sql`select ${CAMPAIGN} from succession_campaigns c join units u on u.id = c.unit_id where ${inReach(viewer)} order by c.id desc limit 1`;
    return (await prepared<Campaign>(tx, newest))[0] ?? null;
  });

/** Null where none of its lists is in reach. */
export const getCampaign = (viewer: Viewer, campaignId: string): Promise<Campaign | null> =>
  readAsPlanned(viewer, (tx) => campaignIn(tx, viewer, campaignId));

export async function campaignIn(tx: Tx, viewer: Viewer, campaignId: string): Promise<Campaign | null> {
  const asked = sql`select ${CAMPAIGN} from succession_campaigns c join units u on u.id = c.unit_id where c.id = ${campaignId}::uuid and ${inReach(viewer)}`;
  return (await prepared<Campaign>(tx, asked))[0] ?? null;
}

/** own: the list of titles that the unit's own committee manages; otherwise of those that the level above manages. */
export type ListLine = ListStamps & {
  id: string;
  unitId: string;
  unitName: string;
  own: boolean;
  managerName: string;
  titles: number;
  planned: number;
  approvedNames: number;
  version: number;
};

/** How many lists of a campaign stand where; only those in reach. */
export const countLists = (viewer: Viewer, campaignId: string): Promise<Partial<Record<ListState, number>>> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<{ state: ListState; count: number }>(sql`
      select ${STATE(viewer.today)} as state, count(*)::int as count from succession_lists l
      where l.campaign_id = ${campaignId}::uuid and ${within(viewer, 'succession.read', sql`l.managing_unit_id`)} group by 1`);
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  });

/** A page of the status board by unit: the titles of each list and the names on it. after: the last line's unit and list. */
export const listLists = (
  viewer: Viewer,
  campaign: Pick<Campaign, 'id' | 'termKind' | 'termFrom'>,
  { state, after }: { state?: ListState; after?: string } = {},
): Promise<{ rows: ListLine[]; hasNext: boolean }> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<ListLine>(sql`
      with page as materialized (
        select l.*, u.name, u.depth, u.sort_key from succession_lists l join units u on u.id = l.unit_id
        where l.campaign_id = ${campaign.id}::uuid and ${within(viewer, 'succession.read', sql`l.managing_unit_id`)}
          ${state ? sql`and ${STATE(viewer.today)} = ${state}` : sql``}
          ${after ? sql`and (u.depth, u.sort_key, l.id) > (select b.depth, b.sort_key, a.id from succession_lists a join units b on b.id = a.unit_id where a.id = ${after}::uuid)` : sql``}
        order by u.depth, u.sort_key, l.id limit ${PAGE + 1})
      select l.id, l.unit_id as "unitId", l.name as "unitName", l.unit_id = l.managing_unit_id as own, m.short_name as "managerName",
        l.submitted_at as "submittedAt", l.returned_at as "returnedAt", l.approved_at as "approvedAt", l.due_on as "dueOn", l.version, p.titles, e.planned, e.approved as "approvedNames"
      from page l join units m on m.id = l.managing_unit_id
      cross join lateral (select count(*)::int as titles from posts p
        where p.unit_id = l.unit_id and p.managing_unit_id = l.managing_unit_id and (p.valid_to is null or p.valid_to >= ${viewer.today}::date)) p
      cross join lateral (select count(distinct e.cadre_id)::int as planned, count(distinct e.cadre_id) filter (where e.approved_on is not null)::int as approved
        from succession_entries e where e.unit_id = l.unit_id and e.managing_unit_id = l.managing_unit_id and e.left_on is null
          and e.term_kind = ${campaign.termKind} and e.term_from = ${campaign.termFrom}::date) e
      order by l.depth, l.sort_key, l.id`);
    return { rows: rows.slice(0, PAGE), hasNext: rows.length > PAGE };
  });
