import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { RatingFacts } from '@/domain/ratings/proposal';
import type { YearRating } from '@/domain/ratings/strip';
import type { Level, Subject } from '@/domain/ratings/words';
import { read, type Tx } from '../../client';
import { within } from '../../scope';
import { stripsIn, unitStripsIn } from './strips';

export type RatingRow = Omit<RatingFacts, 'subject' | 'leads'> & {
  id: string;
  cadreId: string | null;
  ratedUnitId: string | null;
  name: string;
  title: string | null;
  /** Of the unit that the person heads. */
  leadsUnitName: string | null;
  selfLevel: Level | null;
  selfOn: string | null;
  /** What the unit itself wrote of its rating, with who and when; null until it did. */
  selfPoints: number | null;
  selfReason: string | null;
  selfByName: string | null;
  selfAt: string | null;
  proposedLevel: Level | null;
  proposedReason: string | null;
  proposedBy: string | null;
  proposedByName: string | null;
  proposedAt: string | null;
  level: Level | null;
  version: number;
};

export type Group = {
  id: string;
  unitId: string;
  unitName: string;
  depth: number;
  name: string;
  subject: Subject;
  year: number;
  quarter: number;
  prominent: boolean;
  decidedAt: string | null;
  decidedByName: string | null;
  decisionNumber: string | null;
  decisionDate: string | null;
  issuer: string | null;
  signer: string | null;
  overReason: string | null;
  version: number;
};

const ROW = sql`r.id, r.cadre_id as "cadreId", r.rated_unit_id as "ratedUnitId", coalesce(c.full_name, u.name) as name, r.title, l.name as "leadsUnitName",
  r.points::float8 as points, r.assigned, r.done, r.on_time as "onTime", r.above, r.disciplined, r.violation, coalesce(lr.level, lr.proposed_level) as "ledLevel",
  r.self_level as "selfLevel", r.self_on as "selfOn", r.self_points::float8 as "selfPoints", r.self_reason as "selfReason",
  account_name(r.self_by) as "selfByName", r.self_at as "selfAt", r.proposed_level as "proposedLevel", r.proposed_reason as "proposedReason", r.proposed_by as "proposedBy",
  account_name(r.proposed_by) as "proposedByName", r.proposed_at as "proposedAt", r.level, r.version`;
const FROM = sql`ratings r left join cadres c on c.id = r.cadre_id left join units u on u.id = r.rated_unit_id left join units l on l.id = r.leads_unit_id
  left join ratings lr on lr.rated_unit_id = r.leads_unit_id and lr.year = r.year and lr.quarter = r.quarter`;

/** A group with its rows by name and what each was rated in years before; null out of reach. Its reading is for the read log (openGroupTable). */
export const getGroup = (viewer: Viewer, groupId: string) =>
  read(viewer, async (tx) => {
    const group = await headOf(tx, viewer, groupId);
    if (!group) return null;
    const { rows } = await tx.execute<RatingRow>(sql`
      select ${ROW} from ${FROM} where r.group_id = ${groupId} and ${within(viewer, 'rating.read', sql`r.managing_unit_id`)}
      order by coalesce(c.sort_key, u.sort_key), r.id limit 400`);
    return { group, rows, strips: await stripsOfRows(tx, viewer, rows) };
  });

export type GroupTable = NonNullable<Awaited<ReturnType<typeof getGroup>>>;

/** The head of a group that the viewer may write for; null out of reach. Names nobody of its rows. */
export const getGroupHead = (viewer: Viewer, groupId: string): Promise<Group | null> =>
  read(viewer, (tx) => headOf(tx, viewer, groupId, 'rating.write'));

async function headOf(
  tx: Tx,
  viewer: Viewer,
  groupId: string,
  permission: 'rating.read' | 'rating.write' = 'rating.read',
): Promise<Group | null> {
  const { rows } = await tx.execute<Group>(sql`
    select g.id, g.unit_id as "unitId", u.name as "unitName", u.depth, g.name, g.subject, g.year, g.quarter, g.prominent, g.decided_at as "decidedAt",
      account_name(g.decided_by) as "decidedByName", g.decision_number as "decisionNumber", g.decision_date as "decisionDate", g.issuer, g.signer, g.over_reason as "overReason", g.version
    from rating_groups g join units u on u.id = g.unit_id where g.id = ${groupId} and ${within(viewer, permission, sql`g.unit_id`)}`);
  return rows[0] ?? null;
}

/** By the id of the cadre or the unit. */
const stripsOfRows = async (tx: Tx, viewer: Viewer, rows: readonly RatingRow[]): Promise<Map<string, YearRating[]>> => {
  const cadres = rows.flatMap(({ cadreId }) => cadreId ?? []);
  return cadres.length
    ? stripsIn(tx, viewer, cadres)
    : unitStripsIn(
        tx,
        viewer,
        rows.flatMap(({ ratedUnitId }) => ratedUnitId ?? []),
      );
};

export type RatingDecision = {
  id: string;
  level: Level;
  decisionNumber: string | null;
  decisionDate: string | null;
  issuer: string | null;
  signer: string | null;
  reason: string | null;
  who: string | null;
};

/** One row with its group and every decision on it, newest first; null out of reach. */
export const getRating = (viewer: Viewer, ratingId: string) =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<RatingRow & { groupId: string }>(sql`
      select ${ROW}, r.group_id as "groupId" from ${FROM} where r.id = ${ratingId} and ${within(viewer, 'rating.read', sql`r.managing_unit_id`)}`);
    const row = rows[0];
    const group = row && (await headOf(tx, viewer, row.groupId));
    if (!row || !group) return null;
    const decisions = await tx.execute<RatingDecision>(sql`
      select d.id, d.level, d.decision_number as "decisionNumber", d.decision_date as "decisionDate", d.issuer, d.signer, d.reason, account_name(d.entered_by) as who
      from rating_decisions d join ratings r on r.id = d.rating_id
      where d.rating_id = ${ratingId} and ${within(viewer, 'rating.read', sql`r.managing_unit_id`)} order by d.entered_at desc limit 50`);
    return { group, row, decisions: decisions.rows, strips: await stripsOfRows(tx, viewer, [row]) };
  });
