import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { Held, ProcedureView } from '@/domain/procedures/progress';
import type { ProcedureSource } from '@/domain/procedures/steps';
import { read } from '../../client';
import { within } from '../../scope';

export type ProcedureLine = {
  id: string;
  title: string;
  unitName: string;
  source: ProcedureSource;
  openedOn: string;
  policyAskedOn: string | null;
  policyAnsweredOn: string | null;
  policyApproved: boolean | null;
  concludedOn: string | null;
  appointmentId: string | null;
  stopReason: string | null;
  /** Whether a decision was entered and taken back as wrong. */
  takenBack: boolean;
  /** Last day of the term of whoever is kept in the title; null where somebody new is appointed. */
  termEndsOn: string | null;
  /** The one person, where the title is kept. */
  holderName: string | null;
  candidates: string[];
  held: Held[];
};
export type Asked = {
  unit: { id: string; depth: number };
  view: ProcedureView;
  /** The last days on which the terms for the answer and for the whole must have begun to be over today. */
  answerSince: string;
  finishSince: string;
  /** The first last day of a term for which a decision would still be in time today. */
  termSince: string;
  after?: { openedOn: string; id: string };
};
const PAGE = 50;

const overdue = ({ answerSince, finishSince, termSince }: Asked): SQL => sql`(x.concluded_on is null and (
  (x.policy_answered_on is null and x.policy_asked_on <= ${answerSince}) or (x.policy_approved and x.policy_answered_on <= ${finishSince})
    or x.term_ends_on < ${termSince}))`;

/** Procedures for the titles of a unit and below it, the newest first, fifty a page; no votes. Counts are of all three views. */
export const listProcedures = (viewer: Viewer, asked: Asked) =>
  read(viewer, async (tx) => {
    const view = { open: sql`x.concluded_on is null`, overdue: overdue(asked), ended: sql`x.concluded_on is not null` }[
      asked.view
    ];
    const here = asked.unit.depth
      ? sql`x.unit_id in (select unit_id from unit_tree where ancestor_id = ${asked.unit.id})`
      : sql`true`;
    const reach = sql`${within(viewer, 'procedure.read', sql`x.managing_unit_id`)} and ${here}`;
    const next = asked.after ? sql`and (x.opened_on, x.id) < (${asked.after.openedOn}, ${asked.after.id})` : sql``;
    const counts = await tx.execute<Record<ProcedureView, number>>(sql`
      select count(*) filter (where x.concluded_on is null) as open, count(*) filter (where ${overdue(asked)}) as overdue,
        count(*) filter (where x.concluded_on is not null) as ended from procedures x where ${reach}`);
    const { rows } = await tx.execute<ProcedureLine>(sql`
      select x.id, p.title, u.short_name as "unitName", x.source, x.opened_on as "openedOn", x.policy_asked_on as "policyAskedOn",
        x.policy_answered_on as "policyAnsweredOn", x.policy_approved as "policyApproved", x.concluded_on as "concludedOn",
        x.appointment_id as "appointmentId", x.stop_reason as "stopReason",
        exists (select from appointment_events e join appointment_events r on r.reverses_id = e.id
          where e.procedure_id = x.id and e.kind <> 'ended') as "takenBack", x.term_ends_on as "termEndsOn",
        case when x.holding_id is not null then (select c.full_name from procedure_candidates c where c.procedure_id = x.id limit 1) end as "holderName",
        coalesce((select jsonb_agg(c.id) from procedure_candidates c where c.procedure_id = x.id and c.removed_at is null), '[]') as candidates,
        coalesce((select jsonb_agg(jsonb_build_object('number', s.number, 'sitting', s.sitting, 'outcome', s.outcome, 'onward', s.onward, 'heldOn', s.held_on))
          from procedure_steps s where s.procedure_id = x.id), '[]') as held
      from procedures x join posts p on p.id = x.post_id join units u on u.id = x.unit_id
      where ${view} and ${reach} ${next} order by x.opened_on desc, x.id desc limit ${PAGE + 1}`);
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    return {
      rows: shown,
      counts: counts.rows[0] ?? { open: 0, overdue: 0, ended: 0 },
      next: rows.length > PAGE && last ? { openedOn: last.openedOn, id: last.id } : null,
    };
  });
