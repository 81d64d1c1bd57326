import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { IsoDate } from '@/domain/calendar';
import type { Placement, PlacementForm } from '@/domain/rotations/words';
import { isUuid } from '@/domain/text';
import { read } from '../../client';
import { within } from '../../scope';

export type PlanRow = {
  id: string;
  title: string;
  year: number;
  unitName: string;
  lines: number;
  proposed: number;
  started: number;
  approvedAt: string | null;
  decisionNumber: string | null;
  decisionDate: IsoDate | null;
};
const MOST_PLANS = 100;

/** Plans in reach, the latest year first. started: needs for which a rotation was decided. */
export const listPlans = (viewer: Viewer): Promise<PlanRow[]> =>
  read(
    viewer,
    async (tx) =>
      (
        await tx.execute<PlanRow>(sql`
          select p.id, p.title, p.year, u.short_name as "unitName", p.approved_at as "approvedAt", p.decision_number as "decisionNumber", p.decision_date as "decisionDate",
            count(distinct l.id)::int as lines,
            count(distinct l.id) filter (where r.id is not null and r.withdrawn_at is null)::int as proposed,
            count(distinct l.id) filter (where r.started_on is not null)::int as started
          from rotation_plans p join units u on u.id = p.unit_id
          left join rotation_plan_lines l on l.plan_id = p.id left join rotations r on r.line_id = l.id
          where ${within(viewer, 'rotation.read', sql`p.unit_id`)}
          group by p.id, u.short_name order by p.year desc, p.id desc limit ${MOST_PLANS}`)
      ).rows,
  );

export type PlanName = { id: string; fullName: string; startedOn: IsoDate | null; endedOn: IsoDate | null };
export type PlanLine = {
  id: string;
  postId: string;
  postTitle: string;
  unitName: string;
  need: string;
  form: PlacementForm;
  startsMonth: string;
  months: number;
  expected: Placement;
  names: PlanName[];
};
export type PlanDetail = {
  id: string;
  version: number;
  unitId: string;
  unitName: string;
  title: string;
  year: number;
  purpose: string;
  policies: string | null;
  draftedBy: string | null;
  drafter: string | null;
  approver: string | null;
  approvedAt: string | null;
  decisionNumber: string | null;
  decisionDate: IsoDate | null;
  issuer: string | null;
  signer: string | null;
  mayWrite: boolean;
  mayApprove: boolean;
  lines: PlanLine[];
};

/** A plan with its needs and the names put to them; null when there is none, or out of reach. */
export async function getPlan(viewer: Viewer, id: string): Promise<PlanDetail | null> {
  if (!isUuid(id)) return null;
  return read(viewer, async (tx) => {
    const { rows } = await tx.execute<PlanDetail>(sql`
      select p.id, p.version, p.unit_id as "unitId", u.name as "unitName", p.title, p.year, p.purpose, p.policies, p.drafted_by as "draftedBy",
        account_name(p.drafted_by) as drafter, account_name(p.approved_by) as approver, p.approved_at as "approvedAt", p.decision_number as "decisionNumber",
        p.decision_date as "decisionDate", p.issuer, p.signer, ${within(viewer, 'rotation.write', sql`p.unit_id`)} as "mayWrite",
        ${within(viewer, 'rotation.approve', sql`p.unit_id`)} as "mayApprove",
        coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'postId', l.post_id, 'postTitle', t.title, 'unitName', w.short_name, 'need', l.need, 'form', l.form,
            'startsMonth', l.starts_month, 'months', l.months, 'expected', l.expected,
            'names', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'fullName', c.full_name, 'startedOn', r.started_on, 'endedOn', r.ended_on) order by r.proposed_at)
              from rotations r join cadres c on c.id = r.cadre_id where r.line_id = l.id and r.withdrawn_at is null), '[]')) order by l.starts_month, l.id)
          from rotation_plan_lines l join posts t on t.id = l.post_id join units w on w.id = t.unit_id where l.plan_id = p.id), '[]') as lines
      from rotation_plans p join units u on u.id = p.unit_id
      where p.id = ${id} and ${within(viewer, 'rotation.read', sql`p.unit_id`)}`);
    return rows[0] ?? null;
  });
}

export type LineChoice = {
  id: string;
  planId: string;
  planTitle: string;
  postId: string;
  startsMonth: string;
  months: number;
  expected: Placement;
};

/** A need of an approved plan, for proposing a name to it; null otherwise. */
export async function getOpenLine(viewer: Viewer, id: string): Promise<LineChoice | null> {
  if (!isUuid(id)) return null;
  return read(
    viewer,
    async (tx) =>
      (
        await tx.execute<LineChoice>(sql`
          select l.id, p.id as "planId", p.title as "planTitle", l.post_id as "postId", l.starts_month as "startsMonth", l.months, l.expected
          from rotation_plan_lines l join rotation_plans p on p.id = l.plan_id
          where l.id = ${id} and p.approved_at is not null and ${within(viewer, 'rotation.write', sql`p.unit_id`)}`)
      ).rows[0] ?? null,
  );
}
