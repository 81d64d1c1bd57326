import { sql } from 'drizzle-orm';
import type { Permission } from '@/domain/access/offices';
import type { Viewer } from '@/domain/access/viewer';
import type { AppointmentEventKind } from '@/domain/appointments/kinds';
import type { IsoDate } from '@/domain/calendar';
import type { Count, Outcome, Votes } from '@/domain/procedures/ballots';
import type { PaperKey } from '@/domain/procedures/dossier';
import type { Pause } from '@/domain/procedures/pauses';
import type { Ending } from '@/domain/procedures/renewals';
import type { ProcedureSource } from '@/domain/procedures/steps';
import { isUuid } from '@/domain/text';
import { read } from '../../client';
import { within } from '../../scope';

/** inReach: whether the viewer may open the file: another office may keep it. */
export type ProcedureCandidate = {
  id: string;
  cadreId: string;
  fullName: string;
  presentTitle: string | null;
  inReach: boolean;
};
export type SittingRow = Omit<Count, 'votes'> & {
  id: string;
  number: number;
  sitting: number;
  heldOn: string;
  place: string | null;
  chairName: string | null;
  secretaryName: string | null;
  minutesNumber: string | null;
  outcome: Outcome['kind'];
  onward: string[];
  explanation: string | null;
  committeeOpinion: string | null;
  note: string | null;
  againReason: string | null;
  warnings: string[];
  who: string | null;
};
/** The holding that the procedure keeps somebody in, with what the months left to retirement are counted from. */
export type RenewedHolding = Ending & { fromOn: IsoDate };
/** The entry that ended the procedure; warnings: what the rules doubted then, exceptionReason: why it was decided all the same. */
export type Concluded = {
  cadreId: string;
  name: string;
  event: AppointmentEventKind;
  effectiveOn: string;
  termEndsOn: string | null;
  decisionNumber: string | null;
  warnings: string[];
  exceptionReason: string | null;
};
/** A decision of the procedure that was taken back as wrongly entered: what it was, and on which day, by whom and why it was taken back. */
export type TakenBack = {
  id: string;
  name: string;
  event: AppointmentEventKind;
  effectiveOn: string;
  decisionNumber: string | null;
  takenOn: string;
  who: string | null;
  reason: string | null;
};
export type PaperRow = { candidateId: string; key: PaperKey; issuedOn: string };

/** A procedure without its votes. unitIds: the unit of the title and those above it. */
export type ProcedureFile = {
  id: string;
  version: number;
  source: ProcedureSource;
  reason: string;
  openedOn: string;
  openedBy: string | null;
  openedByName: string | null;
  policyAskedOn: string | null;
  policyAskedNumber: string | null;
  policyAnsweredOn: string | null;
  policyNumber: string | null;
  policyApproved: boolean | null;
  dossierOn: string | null;
  concludedOn: string | null;
  stopReason: string | null;
  appointmentId: string | null;
  appointment: Concluded | null;
  takenBack: TakenBack[];
  /** termEndsOn: of the holding when the procedure was opened; holding: null also out of reach. */
  holdingId: string | null;
  termEndsOn: string | null;
  holding: RenewedHolding | null;
  post: {
    id: string;
    title: string;
    grade: number;
    unitId: string;
    unitName: string;
    elected: boolean;
    seats: number;
    free: number;
  };
  managingUnitId: string;
  managingUnitName: string;
  provinceName: string;
  candidates: ProcedureCandidate[];
  sittings: SittingRow[];
  papers: PaperRow[];
  pauses: Pause[];
  unitIds: string[];
  mayWrite: boolean;
  mayDecide: boolean;
};

const candidates = (viewer: Viewer) => sql`
  (select jsonb_agg(jsonb_build_object('id', c.id, 'cadreId', c.cadre_id, 'fullName', c.full_name, 'presentTitle', c.present_title,
    'inReach', exists (select from cadres k where k.id = c.cadre_id and ${within(viewer, 'cadre.read', sql`k.managing_unit_id`)})) order by c.sort_key, c.id)
  from procedure_candidates c where c.procedure_id = x.id and c.removed_at is null)`;

const SITTINGS = sql`
  (select jsonb_agg(jsonb_build_object('id', s.id, 'number', s.number, 'sitting', s.sitting, 'heldOn', s.held_on, 'place', s.place,
    'chairName', s.chair_name, 'secretaryName', s.secretary_name, 'minutesNumber', s.minutes_number, 'summoned', s.summoned, 'present', s.present,
    'members', s.members, 'issued', s.issued, 'collected', s.collected, 'valid', s.valid, 'outcome', s.outcome, 'onward', s.onward,
    'headChoice', s.head_choice, 'explanation', s.explanation, 'committeeOpinion', s.committee_opinion, 'note', s.note, 'againReason', s.again_reason,
    'warnings', s.warnings, 'who', account_name(s.entered_by)) order by s.number, s.sitting)
  from procedure_steps s where s.procedure_id = x.id)`;

const PAUSES = sql`
  (select jsonb_agg(jsonb_build_object('id', f.id, 'unitId', f.unit_id, 'unitName', v.name, 'fromOn', f.from_on, 'toOn', f.to_on,
    'reason', f.reason, 'exceptions', f.exceptions, 'decisionNumber', f.decision_number) order by f.from_on desc)
  from personnel_pauses f join units v on v.id = f.unit_id where f.unit_id in (select ancestor_id from unit_tree where unit_id = x.unit_id))`;

const APPOINTED = sql`
  (select jsonb_build_object('cadreId', a.cadre_id, 'name', c.full_name, 'event', e.kind, 'effectiveOn', e.effective_on, 'termEndsOn', e.term_ends_on,
    'decisionNumber', e.decision_number, 'warnings', e.warnings, 'exceptionReason', e.exception_reason)
  from appointments a join cadres c on c.id = a.cadre_id join appointment_events e on e.appointment_id = a.id and e.procedure_id = x.id
  where a.id = x.appointment_id and e.kind in ('begun', 'reappointed', 'extended')
    and not exists (select from appointment_events r where r.reverses_id = e.id) limit 1)`;

const TAKEN_BACK = sql`
  (select jsonb_agg(jsonb_build_object('id', e.id, 'name', c.full_name, 'event', e.kind, 'effectiveOn', e.effective_on,
    'decisionNumber', e.decision_number, 'takenOn', (r.entered_at at time zone 'Asia/Ho_Chi_Minh')::date, 'who', account_name(r.entered_by),
    'reason', r.reason) order by r.entered_at)
  from appointment_events e join appointment_events r on r.reverses_id = e.id
    join appointments a on a.id = e.appointment_id join cadres c on c.id = a.cadre_id
  where e.procedure_id = x.id and e.kind in ('begun', 'reappointed', 'extended'))`;

const HOLDING = sql`
  (select jsonb_build_object('fromOn', a.from_on, 'front', p.system = 'front', 'female', c.female, 'born', c.born, 'retirementRule', c.retirement_rule,
    'retirementDate', c.retirement_date)
  from appointments a join cadres c on c.id = a.cadre_id where a.id = x.holding_id)`;

const whole = (viewer: Viewer) => sql`
  select x.id, x.version, x.source, x.reason, x.opened_on as "openedOn", x.opened_by as "openedBy", account_name(x.opened_by) as "openedByName",
    x.policy_asked_on as "policyAskedOn", x.policy_asked_number as "policyAskedNumber", x.policy_answered_on as "policyAnsweredOn",
    x.policy_number as "policyNumber", x.policy_approved as "policyApproved", x.dossier_on as "dossierOn", x.concluded_on as "concludedOn",
    x.stop_reason as "stopReason", x.appointment_id as "appointmentId", ${APPOINTED} as appointment,
    coalesce(${TAKEN_BACK}, '[]') as "takenBack",
    x.holding_id as "holdingId", x.term_ends_on as "termEndsOn", ${HOLDING} as holding,
    x.managing_unit_id as "managingUnitId", m.name as "managingUnitName",
    (select name from units where parent_id is null limit 1) as "provinceName",
    jsonb_build_object('id', p.id, 'title', p.title, 'grade', p.grade, 'unitId', u.id, 'unitName', u.name, 'elected', p.elected, 'seats', p.seats,
      'free', (select count(*) from post_seats s where s.post_id = p.id and s.free_from is not null)) as post,
    coalesce(${candidates(viewer)}, '[]') as candidates, coalesce(${SITTINGS}, '[]') as sittings, coalesce(${PAUSES}, '[]') as pauses,
    coalesce((select jsonb_agg(jsonb_build_object('candidateId', r.candidate_id, 'key', r.key, 'issuedOn', r.issued_on))
      from procedure_papers r where r.procedure_id = x.id), '[]') as papers,
    (select jsonb_agg(ancestor_id) from unit_tree where unit_id = x.unit_id) as "unitIds",
    ${within(viewer, 'procedure.write', sql`x.managing_unit_id`)} as "mayWrite", ${within(viewer, 'appointment.decide', sql`x.managing_unit_id`)} as "mayDecide"
  from procedures x join posts p on p.id = x.post_id join units u on u.id = x.unit_id join units m on m.id = x.managing_unit_id`;

/** A procedure with everything but its votes, in one statement; null out of reach of that right. */
export async function getProcedure(
  viewer: Viewer,
  procedureId: string,
  permission: Permission = 'procedure.read',
): Promise<ProcedureFile | null> {
  if (!isUuid(procedureId)) return null;
  return read(viewer, async (tx) => {
    const { rows } = await tx.execute<ProcedureFile>(
      sql`${whole(viewer)} where x.id = ${procedureId} and ${within(viewer, permission, sql`x.managing_unit_id`)}`,
    );
    return rows[0] ?? null;
  });
}

/** Votes by the sitting; only through readVotes, which puts the reading on record first. */
export const listVotes = (viewer: Viewer, procedureId: string): Promise<Map<string, Votes[]>> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<Votes & { stepId: string }>(sql`
      select v.step_id as "stepId", v.candidate_id as "candidateId", v.votes from procedure_votes v
      where v.procedure_id = ${procedureId} and ${within(viewer, 'procedure.read', sql`v.managing_unit_id`)} order by v.votes desc limit 1000`);
    const votes = new Map<string, Votes[]>();
    for (const { stepId, ...vote } of rows) votes.set(stepId, [...(votes.get(stepId) ?? []), vote]);
    return votes;
  });
