import { addDays, type IsoDate } from '@/domain/calendar';
import type { RotationLevel } from '@/domain/rotations/levels';
import { dueOn, prepareOn } from '@/domain/rotations/stay';
import type { Placement, RotationBasis } from '@/domain/rotations/words';
import { defaultRules } from '@/domain/rule-sets';
import type { SeedCadre, SeedPost } from './demo-cadres';
import type { DemoUnits } from './demo-units';
import type { Random } from './random';

export type Row = Record<string, unknown>;
export type Asked = {
  units: DemoUnits;
  cadres: readonly SeedCadre[];
  posts: readonly SeedPost[];
  managers: ReadonlyMap<string, string>;
  /** The ledger of titles: the beginnings that a rotation wrote get its id. */
  events: Record<string, unknown>[];
  people: { officer: string; head: string };
  today: IsoDate;
};
/** Where somebody comes from or goes to; postId null: a place of which only the name is left. */
export type End = { postId: string | null; unitId: string | null; title: string; unitName: string; level: RotationLevel };
/** One rotation as it is told, before it is a row. */
export type Turn = {
  cadre: SeedCadre;
  from: End;
  to: End;
  basis: RotationBasis;
  startedOn: IsoDate;
  endedOn: IsoDate | null;
  appointmentId: string | null;
  placement: Placement | null;
  placementTitle: string | null;
};

export const RULES = defaultRules();
export const moment = (day: IsoDate) => `${day}T09:00:00+07:00`;
export const UNDECIDED = { decision_number: null, decision_date: null, issuer: null, signer: null };

const unstamped = { withdrawn_at: null, updated_by: null, recorded: false, started_said: null, ended_said: null };

/** A rotation decided on in its time: forty days from the name to the start. */
export function rotationRow(random: Random, { managers, people }: Asked, turn: Turn): Row {
  const { cadre, from, to, startedOn, endedOn } = turn;
  const stay = { startedOn, until: null, endedOn };
  return {
    id: random.id(startedOn),
    cadre_id: cadre.id,
    managing_unit_id: managers.get(cadre.id),
    line_id: null,
    basis: turn.basis,
    planned_for:
      turn.basis === 'a'
        ? random.pick(['Phó Giám đốc sở và tương đương', 'Ủy viên Ban Chấp hành Đảng bộ tỉnh', 'Bí thư Đảng ủy xã'])
        : null,
    ...endColumns(from, to),
    expected: random.pick(['returned', 'higher', 'elsewhere'] as const),
    proposed_start: startedOn,
    until: null,
    reason: null,
    proposed_by: people.officer,
    proposed_at: moment(addDays(startedOn, -40)),
    started_on: startedOn,
    prepare_on: prepareOn(stay, RULES),
    due_on: dueOn(stay, RULES),
    appointment_id: turn.appointmentId,
    decision_number: `${random.int(101, 1890)}-QĐ/TU`,
    decision_date: addDays(startedOn, -random.int(3, 12)),
    issuer: 'Ban Thường vụ Tỉnh ủy',
    signer: 'Nông Văn Hiệp',
    ended_on: endedOn,
    placement: turn.placement,
    placement_title: turn.placementTitle,
    result_note: endedOn
      ? random.pick(['Hoàn thành tốt nhiệm vụ ở nơi luân chuyển.', 'Trưởng thành về công tác lãnh đạo cơ sở.', null])
      : null,
    ...unstamped,
    version: 1,
    updated_at: moment(endedOn ?? startedOn),
  };
}

export const endColumns = (from: End, to: End) => ({
  from_post_id: from.postId,
  from_unit_id: from.unitId,
  from_title: from.title,
  from_unit_name: from.unitName,
  from_level: from.level,
  to_post_id: to.postId,
  to_unit_id: to.unitId,
  to_title: to.title,
  to_unit_name: to.unitName,
  to_level: to.level,
});

/** A line of a rotation's history, written on its day. */
export const eventRow = (
  random: Random,
  rotationId: unknown,
  kind: string,
  day: IsoDate,
  by: string,
  more: Row = UNDECIDED,
): Row => ({
  ...{ id: random.id(day), rotation_id: rotationId, kind, effective_on: day, ...more },
  ...{ note: null, warnings: [], entered_by: by, entered_at: moment(day) },
});

/** From the name over the steps to the decision, and to its end. */
export function eventsOf(random: Random, { people }: Asked, row: Row): Row[] {
  const started = String(row.started_on);
  const { decision_number, decision_date, issuer, signer } = row;
  const decision = { decision_number, decision_date, issuer, signer };
  const event = (kind: string, day: IsoDate, by: string, more?: Row) => eventRow(random, row.id, kind, day, by, more);
  const ending = () => ({
    ...decision,
    decision_number: `${random.int(101, 1890)}-QĐ/TU`,
    decision_date: addDays(String(row.ended_on), -5),
  });
  return [
    event('proposed', addDays(started, -40), people.officer),
    event('consulted', addDays(started, -33), people.officer),
    event('appraised', addDays(started, -25), people.officer),
    event('submitted', addDays(started, -18), people.officer),
    event('begun', started, people.head, decision),
    ...(row.ended_on ? [event('ended', String(row.ended_on), people.head, ending())] : []),
  ];
}

/** Of each year that is over; this year's word is still to come. */
export function ratingsOf(random: Random, { people, today }: Asked, row: Row): Row[] {
  const [first, last] = [Number(String(row.started_on).slice(0, 4)), Number(String(row.ended_on ?? today).slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first) }, (_, at) => ({
    id: random.id(`${first + at}-12-15`),
    rotation_id: row.id,
    year: first + at,
    level: random.chance(0.2) ? 'outstanding' : random.chance(0.9) ? 'good' : 'done',
    note: null,
    entered_by: people.officer,
    entered_at: moment(`${first + at}-12-20`),
  }));
}
