import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { IsoDate, PartialDate } from '@/domain/calendar';
import type { Level } from '@/domain/ratings/words';
import type { RotationLevel } from '@/domain/rotations/levels';
import type { Placement, RotationBasis, RotationEventKind } from '@/domain/rotations/words';
import { isUuid } from '@/domain/text';
import { read, type Tx } from '../../client';
import { within } from '../../scope';

/** reversed: taken back as wrongly entered. */
export type RotationEventRow = {
  id: string;
  kind: RotationEventKind;
  effectiveOn: IsoDate;
  decisionNumber: string | null;
  decisionDate: IsoDate | null;
  issuer: string | null;
  signer: string | null;
  note: string | null;
  warnings: string[];
  reversesId: string | null;
  reversed: boolean;
  who: string | null;
  enteredAt: string;
};

/** One rotation with its whole history. startedOn null: proposed (withdrawn when withdrawnAt is set). */
export type RotationDetail = {
  id: string;
  version: number;
  cadreId: string;
  fullName: string;
  managingUnitId: string;
  basis: RotationBasis;
  plannedFor: string | null;
  fromTitle: string;
  fromUnitName: string;
  fromLevel: RotationLevel;
  toPostId: string | null;
  toTitle: string;
  toUnitName: string;
  toLevel: RotationLevel;
  toUnitId: string | null;
  expected: Placement;
  proposedStart: IsoDate | null;
  until: IsoDate | null;
  reason: string | null;
  startedOn: IsoDate | null;
  prepareOn: IsoDate | null;
  dueOn: IsoDate | null;
  endedOn: IsoDate | null;
  placement: Placement | null;
  placementTitle: string | null;
  resultNote: string | null;
  decisionNumber: string | null;
  decisionDate: IsoDate | null;
  withdrawnAt: string | null;
  /** Entered afterwards from papers; the days as far as they say them. */
  recorded: boolean;
  startedSaid: PartialDate | null;
  endedSaid: PartialDate | null;
  planId: string | null;
  planTitle: string | null;
  mayWrite: boolean;
  mayDecide: boolean;
  events: RotationEventRow[];
  ratings: { year: number; level: Level; note: string | null; who: string | null }[];
};

/** null when there is none, or out of reach. */
export const getRotation = (viewer: Viewer, id: string): Promise<RotationDetail | null> =>
  read(viewer, (tx) => rotationIn(tx, viewer, id));

async function rotationIn(tx: Tx, viewer: Viewer, id: string): Promise<RotationDetail | null> {
  if (!isUuid(id)) return null;
  const { rows } = await tx.execute<RotationDetail>(sql`
    select r.id, r.version, r.cadre_id as "cadreId", c.full_name as "fullName", r.managing_unit_id as "managingUnitId", r.basis, r.planned_for as "plannedFor",
      r.from_title as "fromTitle", r.from_unit_name as "fromUnitName", r.from_level as "fromLevel", r.to_post_id as "toPostId", r.to_title as "toTitle",
      r.to_unit_name as "toUnitName", r.to_level as "toLevel", r.to_unit_id as "toUnitId", r.expected, r.proposed_start as "proposedStart", r.until, r.reason,
      r.started_on as "startedOn", r.prepare_on as "prepareOn", r.due_on as "dueOn", r.ended_on as "endedOn", r.placement, r.placement_title as "placementTitle",
      r.result_note as "resultNote", r.decision_number as "decisionNumber", r.decision_date as "decisionDate", r.withdrawn_at as "withdrawnAt", r.recorded, r.started_said as "startedSaid", r.ended_said as "endedSaid",
      p.id as "planId", p.title as "planTitle", ${within(viewer, 'rotation.write', sql`r.managing_unit_id`)} as "mayWrite",
      ${within(viewer, 'rotation.approve', sql`r.managing_unit_id`)} as "mayDecide",
      coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'effectiveOn', e.effective_on, 'decisionNumber', e.decision_number, 'decisionDate', e.decision_date,
          'issuer', e.issuer, 'signer', e.signer, 'note', e.note, 'warnings', e.warnings,
          'reversesId', e.reverses_id, 'reversed', exists (select from rotation_events b where b.reverses_id = e.id), 'who', account_name(e.entered_by), 'enteredAt', e.entered_at) order by e.entered_at, e.id)
        from rotation_events e where e.rotation_id = r.id), '[]') as events,
      coalesce((select jsonb_agg(jsonb_build_object('year', y.year, 'level', y.level, 'note', y.note, 'who', account_name(y.entered_by)) order by y.year)
        from rotation_ratings y where y.rotation_id = r.id), '[]') as ratings
    from rotations r join cadres c on c.id = r.cadre_id
    left join rotation_plan_lines l on l.id = r.line_id left join rotation_plans p on p.id = l.plan_id
    where r.id = ${id} and ${within(viewer, 'rotation.read', sql`r.managing_unit_id`)}`);
  return rows[0] ?? null;
}

export type ProposalRow = {
  id: string;
  fullName: string;
  fromTitle: string;
  toTitle: string;
  fromLevel: RotationLevel;
  toLevel: RotationLevel;
  proposedStart: IsoDate | null;
  lastStep: RotationEventKind;
  planTitle: string | null;
};
const MOST_PROPOSALS = 100;

/** Names that wait for a decision, the oldest first; at most a hundred. Their reading is logged by whoever shows them. */
export const listProposals = (viewer: Viewer): Promise<ProposalRow[]> =>
  read(
    viewer,
    async (tx) =>
      (
        await tx.execute<ProposalRow>(sql`
          select r.id, c.full_name as "fullName", r.from_title as "fromTitle", r.to_title as "toTitle", r.from_level as "fromLevel", r.to_level as "toLevel",
            r.proposed_start as "proposedStart", p.title as "planTitle",
            (select e.kind from rotation_events e where e.rotation_id = r.id and e.kind <> 'reversal' and not exists (select from rotation_events b where b.reverses_id = e.id)
              order by e.entered_at desc, e.id desc limit 1) as "lastStep"
          from rotations r join cadres c on c.id = r.cadre_id
          left join rotation_plan_lines l on l.id = r.line_id left join rotation_plans p on p.id = l.plan_id
          where r.started_on is null and r.withdrawn_at is null and ${within(viewer, 'rotation.read', sql`r.managing_unit_id`)}
          order by r.proposed_at, r.id limit ${MOST_PROPOSALS}`)
      ).rows,
  );
