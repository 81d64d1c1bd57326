import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { IsoDate } from '@/domain/calendar';
import type { Level } from '@/domain/posts/kinds';
import type { Standards } from '@/domain/posts/standards';
import type { Rules } from '@/domain/rule-sets';
import type { LeavingReason } from '@/domain/succession/kinds';
import type { Placed, Source, Standing, Title } from '@/domain/succession/planning';
import type { Vote } from '@/domain/succession/votes';
import { read, type Tx } from '../../client';
import { within } from '../../scope';
import { rulesInForce } from '../rule-sets';
import { type Campaign, campaignIn } from './campaigns';
import { type PlannedPerson, personsIn } from './persons';

export type PlanTitle = Title & { code: string; standards: Standards };

export type ListEntry = Placed & {
  id: string;
  listId: string;
  source: Source;
  standing: Standing;
  reason: string | null;
  note: string | null;
  approvedOn: IsoDate | null;
  decisionNumber: string | null;
  leftOn: IsoDate | null;
  leftReason: LeavingReason | null;
  leftNote: string | null;
  leftDecision: string | null;
  proposedAt: string;
  proposedBy: string | null;
  version: number;
  votes: (Vote & { heldOn: IsoDate })[];
};

export type ListHead = {
  id: string;
  campaignId: string;
  unitId: string;
  unitName: string;
  managingUnitId: string;
  managerName: string;
  /** The unit's own committee manages these titles. */
  own: boolean;
  /** The province manages them, so that its board issues the papers. */
  province: boolean;
  superiorName: string | null;
  dueOn: IsoDate;
  submittedAt: string | null;
  submittedBy: string | null;
  returnedAt: string | null;
  returnNote: string | null;
  approvedAt: string | null;
  approvedBy: string | null;
  decisionNumber: string | null;
  decisionDate: IsoDate | null;
  issuer: string | null;
  version: number;
  mayWrite: boolean;
  mayApprove: boolean;
};

/** A list with what its rules need. entries: names that stand, approved or proposed; persons who are out of reach are missing in `persons`. */
export type PlanList = {
  head: ListHead;
  campaign: Campaign;
  rules: Rules;
  titles: PlanTitle[];
  entries: ListEntry[];
  /** Who left, or was not approved: never deleted. */
  left: ListEntry[];
  persons: Map<string, PlannedPerson>;
};

/** extra: cadres not on the list whose facts are wanted too (names on trial). asOf: the list as it was approved on that day, instead of as it stands. */
export const getList = (
  viewer: Viewer,
  listId: string,
  { extra = [], asOf }: { extra?: readonly string[]; asOf?: IsoDate } = {},
): Promise<PlanList | null> =>
  read(viewer, async (tx) => {
    const head = await headIn(tx, viewer, listId);
    const campaign = head && (await campaignIn(tx, viewer, head.campaignId));
    if (!head || !campaign) return null;
    const [rules, titles, all] = await Promise.all([
      rulesInForce(tx, viewer, campaign.countedOn, head.unitId),
      titlesIn(tx, viewer, head),
      entriesIn(tx, viewer, head, campaign, asOf),
    ]);
    const ids = [...new Set([...all.map(({ personId }) => personId), ...extra])];
    const entries = asOf ? all : all.filter(({ leftOn }) => !leftOn);
    const left = asOf ? [] : all.filter(({ leftOn }) => leftOn);
    return { head, campaign, rules, titles, entries, left, persons: await personsIn(tx, viewer, ids, rules, viewer.today) };
  });

/** Null out of reach. */
export async function headIn(tx: Tx, viewer: Viewer, listId: string): Promise<ListHead | null> {
  const { rows } = await tx.execute<ListHead>(sql`
    select l.id, l.campaign_id as "campaignId", l.unit_id as "unitId", u.name as "unitName", l.managing_unit_id as "managingUnitId", m.name as "managerName",
      l.unit_id = l.managing_unit_id as own, m.depth = 0 as province, (select s.name from units s where s.id = m.parent_id) as "superiorName", l.due_on as "dueOn", l.submitted_at as "submittedAt", account_name(l.submitted_by) as "submittedBy",
      l.returned_at as "returnedAt", l.return_note as "returnNote", l.approved_at as "approvedAt", account_name(l.approved_by) as "approvedBy",
      l.decision_number as "decisionNumber", l.decision_date as "decisionDate", l.issuer, l.version,
      ${within(viewer, 'succession.write', sql`l.managing_unit_id`)} as "mayWrite", ${within(viewer, 'succession.approve', sql`l.managing_unit_id`)} as "mayApprove"
    from succession_lists l join units u on u.id = l.unit_id join units m on m.id = l.managing_unit_id
    where l.id = ${listId}::uuid and ${within(viewer, 'succession.read', sql`l.managing_unit_id`)}`);
  return rows[0] ?? null;
}

type Where = Pick<ListHead, 'unitId' | 'managingUnitId'>;

/** A unit has some dozens of titles at most. */
async function titlesIn(tx: Tx, viewer: Viewer, { unitId, managingUnitId }: Where): Promise<PlanTitle[]> {
  const { rows } = await tx.execute<Omit<PlanTitle, 'level'> & { level: Level }>(sql`
    select p.id, p.code, p.title as name, p.unit_id as "unitId", p.level, p.grade, p.seats, p.body, p.standards from posts p
    where p.unit_id = ${unitId}::uuid and p.managing_unit_id = ${managingUnitId}::uuid and (p.valid_to is null or p.valid_to >= ${viewer.today}::date)
      and ${within(viewer, 'succession.read', sql`p.managing_unit_id`)}
    order by p.sort_key, p.id limit 500`);
  return rows;
}

async function entriesIn(tx: Tx, viewer: Viewer, where: Where, term: Campaign, asOf?: IsoDate): Promise<ListEntry[]> {
  const standing = asOf ? sql`e.approved_on <= ${asOf}::date and (e.left_on is null or e.left_on > ${asOf}::date)` : sql`true`;
  const { rows } = await tx.execute<ListEntry>(sql`
    select e.id, e.list_id as "listId", e.post_id as "titleId", e.cadre_id as "personId", e.source, e.standing, e.reason, e.note, e.approved_on as "approvedOn",
      e.decision_number as "decisionNumber", e.left_on as "leftOn", e.left_reason as "leftReason", e.left_note as "leftNote",
      nullif(concat_ws(', ', nullif(concat_ws(' ngày ', e.left_decision_number, to_char(e.left_decision_date, 'DD/MM/YYYY')), ''), e.left_issuer, 'người ký: ' || e.left_signer), '') as "leftDecision",
      e.proposed_at as "proposedAt", account_name(e.proposed_by) as "proposedBy", e.version,
      coalesce((select jsonb_agg(jsonb_build_object('step', v.step, 'votes', v.votes, 'summoned', v.summoned, 'heldOn', v.held_on))
        from succession_votes v where v.entry_id = e.id), '[]') as votes
    from succession_entries e
    where e.unit_id = ${where.unitId}::uuid and e.managing_unit_id = ${where.managingUnitId}::uuid and e.term_kind = ${term.termKind}
      and e.term_from = ${term.termFrom}::date and ${standing} and ${within(viewer, 'succession.read', sql`e.managing_unit_id`)}
    order by e.left_on is not null, e.proposed_at, e.id limit 2000`);
  return rows;
}
