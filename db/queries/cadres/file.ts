import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { AppointmentEventKind, AppointmentKind, EndKind } from '@/domain/appointments/kinds';
import type { Administration, Discipline, Professional, RetirementRule, Theory, TrainingKind } from '@/domain/cadres/codes';
import type { FileLine } from '@/domain/cadres/inputs';
import type { Level, Tier } from '@/domain/posts/kinds';
import type { YearRating } from '@/domain/ratings/strip';
import { isUuid } from '@/domain/text';
import { prepared, read, type Tx } from '../../client';
import { within } from '../../scope';
import { onTitleOf, RENEWABLE } from '../procedures/renewals';
import { stripsIn } from '../ratings/strips';

type Line = { id: string };
export type HistoryLine = Line & { fromMonth: string; toMonth: string | null; words: string; level: Level | null };
export type TrainingLine = Line & {
  kind: TrainingKind;
  name: string;
  school: string | null;
  fromMonth: string | null;
  toMonth: string | null;
  form: string | null;
  certificate: string | null;
  validTo: string | null;
};
export type AwardLine = Line & { year: number; form: string; issuer: string | null; decisionNumber: string | null };
export type DisciplineLine = Line & {
  form: Discipline;
  decidedOn: string;
  endsOn: string | null;
  issuer: string | null;
  decisionNumber: string | null;
  reason: string | null;
};

/** One entry of the ledger of a holding. reversedWhy: taken back, and why. */
export type HoldingEvent = {
  id: string;
  kind: AppointmentEventKind;
  endKind: EndKind | null;
  effectiveOn: string;
  termEndsOn: string | null;
  decisionNumber: string | null;
  decisionDate: string | null;
  issuer: string | null;
  signer: string | null;
  reason: string | null;
  /** What the rules doubted when it was decided, and why it was decided all the same. */
  warnings: string[];
  exceptionReason: string | null;
  enteredBy: string | null;
  enteredAt: string;
  reversed: boolean;
  reversedWhy: string | null;
};
/** A title held, held before or taken back; body: a seat in a committee. Newest first. */
export type HeldTitle = {
  id: string;
  version: number;
  postId: string;
  title: string;
  unitName: string;
  kind: AppointmentKind;
  concurrent: boolean;
  body: boolean;
  grade: number;
  fromOn: string;
  termEndsOn: string | null;
  endedOn: string | null;
  endKind: EndKind | null;
  reversed: boolean;
  /** A procedure that keeps the holder in the title may be opened by the viewer. */
  mayRenew: boolean;
  events: HoldingEvent[];
};

/** What a file keeps of a person. From the member's record where the viewer reaches it, else null: joined to generalEducation. */
export type CadreFields = {
  id: string;
  memberId: string;
  version: number;
  managingUnitId: string;
  managingUnitName: string;
  tier: Tier;
  fullName: string;
  female: boolean;
  born: string;
  homePlace: string | null;
  serving: boolean;
  fileNumber: string | null;
  otherName: string | null;
  theory: Theory;
  professional: Professional;
  specialty: string | null;
  administration: Administration;
  defence: number | null;
  academicTitle: string | null;
  language: string | null;
  informatics: string | null;
  recruitedOn: string | null;
  recruitedBy: string | null;
  formerOccupation: string | null;
  joinedAgencyOn: string | null;
  unionJoinedOn: string | null;
  enlistedOn: string | null;
  dischargedOn: string | null;
  militaryRank: string | null;
  mainWork: string | null;
  longestWork: string | null;
  strengths: string | null;
  honours: string | null;
  civilRank: string | null;
  civilStep: string | null;
  civilCoefficient: string | null;
  civilSince: string | null;
  healthCheckedOn: string | null;
  resumeCertifiedOn: string | null;
  retirementRule: RetirementRule;
  retirementDate: string | null;
  retirementBasis: string | null;
  updatedAt: string;
  updatedBy: string | null;
  joined: string | null;
  official: string | null;
  cardNumber: string | null;
  cellName: string | null;
  birthName: string | null;
  birthPlace: string | null;
  address: string | null;
  phone: string | null;
  generalEducation: string | null;
  mayEdit: boolean;
  mayTrain: boolean;
  mayDecide: boolean;
  maySeeSensitive: boolean;
};
/** A line that was taken out: what it said; newest first. */
export type RemovedLine = { id: string; line: FileLine; words: string; reason: string; who: string | null; at: string };
export type CadreFile = CadreFields & {
  history: HistoryLine[];
  trainings: TrainingLine[];
  awards: AwardLine[];
  disciplines: DisciplineLine[];
  removed: RemovedLine[];
  titles: HeldTitle[];
  ratings: YearRating[];
};

const LINES = sql`
  coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'fromMonth', l.from_month, 'toMonth', l.to_month, 'words', l.words, 'level', l.level) order by l.from_month, l.id)
    from cadre_history l where l.cadre_id = c.id), '[]') as history,
  coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'name', l.name, 'school', l.school, 'fromMonth', l.from_month, 'toMonth', l.to_month, 'form', l.form,
    'certificate', l.certificate, 'validTo', l.valid_to) order by l.from_month nulls first, l.id) from cadre_trainings l where l.cadre_id = c.id), '[]') as trainings,
  coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'year', l.year, 'form', l.form, 'issuer', l.issuer, 'decisionNumber', l.decision_number) order by l.year, l.id)
    from cadre_awards l where l.cadre_id = c.id), '[]') as awards,
  coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'form', l.form, 'decidedOn', l.decided_on, 'endsOn', l.ends_on, 'issuer', l.issuer, 'decisionNumber', l.decision_number,
    'reason', l.reason) order by l.decided_on, l.id) from cadre_disciplines l where l.cadre_id = c.id), '[]') as disciplines,
  coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'line', l.line, 'words', l.words, 'reason', l.reason, 'who', account_name(l.removed_by), 'at', l.removed_at)
    order by l.removed_at desc, l.id desc) from cadre_removed_lines l where l.cadre_id = c.id), '[]') as removed`;

const fileOf = (viewer: Viewer, id: string) => sql`
  select c.id, c.member_id as "memberId", c.version, c.managing_unit_id as "managingUnitId", u.short_name as "managingUnitName", c.tier, c.full_name as "fullName", c.female, c.born,
    c.home_place as "homePlace", c.serving, c.file_number as "fileNumber", c.other_name as "otherName", c.theory, c.professional, c.specialty, c.administration, c.defence,
    c.academic_title as "academicTitle", c.language, c.informatics, c.recruited_on as "recruitedOn", c.recruited_by as "recruitedBy", c.former_occupation as "formerOccupation",
    c.joined_agency_on as "joinedAgencyOn", c.union_joined_on as "unionJoinedOn", c.enlisted_on as "enlistedOn", c.discharged_on as "dischargedOn", c.military_rank as "militaryRank",
    c.main_work as "mainWork", c.longest_work as "longestWork", c.strengths, c.honours, c.civil_rank as "civilRank", c.civil_step as "civilStep", c.civil_coefficient as "civilCoefficient",
    c.civil_since as "civilSince", c.health_checked_on as "healthCheckedOn", c.resume_certified_on as "resumeCertifiedOn", c.retirement_rule as "retirementRule",
    c.retirement_date as "retirementDate", c.retirement_basis as "retirementBasis", c.updated_at::text as "updatedAt", account_name(c.updated_by) as "updatedBy",
    m.joined, m.official, m.card_number as "cardNumber", cell.short_name as "cellName", m.birth_name as "birthName", m.birth_place as "birthPlace", m.address, m.phone,
    m.general_education as "generalEducation", ${within(viewer, 'cadre.edit', sql`c.managing_unit_id`)} as "mayEdit", ${within(viewer, 'training.write', sql`c.managing_unit_id`)} as "mayTrain",
    ${within(viewer, 'appointment.decide', sql`c.managing_unit_id`)} as "mayDecide", coalesce(${within(viewer, 'member.sensitive', sql`m.cell_id`)}, false) as "maySeeSensitive", ${LINES}
  from cadres c join units u on u.id = c.managing_unit_id left join members m on m.id = c.member_id left join units cell on cell.id = m.cell_id
  where c.id = ${id} and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)}`;

const titlesOf = (viewer: Viewer, cadreId: string) => sql`
  select a.id, a.version, a.post_id as "postId", a.title, u.short_name as "unitName", a.kind, a.concurrent, p.body, p.grade, a.from_on as "fromOn", a.term_ends_on as "termEndsOn",
    a.ended_on as "endedOn", a.end_kind as "endKind", a.reversed, (${RENEWABLE} and ${onTitleOf(within(viewer, 'procedure.write', sql`q.managing_unit_id`))}) as "mayRenew",
    (select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'endKind', e.end_kind, 'effectiveOn', e.effective_on, 'termEndsOn', e.term_ends_on, 'decisionNumber', e.decision_number,
        'decisionDate', e.decision_date, 'issuer', e.issuer, 'signer', e.signer, 'reason', e.reason, 'enteredBy', account_name(e.entered_by), 'enteredAt', e.entered_at,
        'warnings', e.warnings, 'exceptionReason', e.exception_reason, 'reversed', r.id is not null, 'reversedWhy', r.reason) order by e.entered_at, e.effective_on, e.id)
      from appointment_events e left join appointment_events r on r.reverses_id = e.id where e.appointment_id = a.id and e.kind <> 'reversal') as events
  from appointments a join title_facts p on p.id = a.post_id join units u on u.id = a.unit_id
  where a.cadre_id = ${cadreId} and ${within(viewer, 'cadre.read', sql`a.managing_unit_id`)} order by a.from_on desc, p.body, p.grade desc`;

/** Call it through openCadreFile or openCadrePaper, which write the read log first. null out of reach. */
export async function getCadreFile(viewer: Viewer, id: string): Promise<CadreFile | null> {
  if (!isUuid(id)) return null;
  return read(viewer, async (tx) => {
    const [file] = await prepared<Omit<CadreFile, 'titles' | 'ratings'>>(tx, fileOf(viewer, id));
    if (!file) return null;
    const titles = await listTitles(tx, viewer, id);
    const ratings = (await stripsIn(tx, viewer, [id])).get(id) ?? [];
    return { ...file, titles, ratings };
  });
}

const listTitles = async (tx: Tx, viewer: Viewer, id: string): Promise<HeldTitle[]> =>
  (await prepared<HeldTitle>(tx, titlesOf(viewer, id))).map((title) => ({ ...title, events: title.events ?? [] }));

/** Who it is and what they hold, for the forms of decisions: nothing of the file. */
export type CadreHead = {
  id: string;
  fullName: string;
  managingUnitName: string;
  mayEdit: boolean;
  mayDecide: boolean;
  titles: HeldTitle[];
};

/** null out of reach. */
export async function getCadreHead(viewer: Viewer, id: string): Promise<CadreHead | null> {
  if (!isUuid(id)) return null;
  return read(viewer, async (tx) => {
    const [head] = await prepared<Omit<CadreHead, 'titles'>>(
      tx,
      sql`
      select c.id, c.full_name as "fullName", u.short_name as "managingUnitName", ${within(viewer, 'cadre.edit', sql`c.managing_unit_id`)} as "mayEdit",
        ${within(viewer, 'appointment.decide', sql`c.managing_unit_id`)} as "mayDecide"
      from cadres c join units u on u.id = c.managing_unit_id where c.id = ${id} and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)}`,
    );
    return head ? { ...head, titles: await listTitles(tx, viewer, id) } : null;
  });
}

/** The sensitive fields of form 2C; null out of reach of that right. Only through openCadrePaper. */
export type CadreSensitive = {
  ethnicity: string | null;
  religion: string | null;
  citizenId: string | null;
  health: string | null;
};
export const getCadreSensitive = (viewer: Viewer, cadreId: string): Promise<CadreSensitive | null> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<CadreSensitive>(sql`
      select s.ethnicity, s.religion, s.citizen_id as "citizenId", s.health from cadres c join members m on m.id = c.member_id join member_sensitive s on s.member_id = m.id
      where c.id = ${cadreId} and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)} and ${within(viewer, 'member.sensitive', sql`m.cell_id`)}`);
    return rows[0] ?? null;
  });
