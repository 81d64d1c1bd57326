import { addDays, addMonths, type IsoDate, listMonths, monthOf } from '@/domain/calendar';
import { defaultRules } from '@/domain/rule-sets';
import { LEDGER_OPENED } from './demo-ledger';
import type { Person, Span } from './demo-people';
import { ASSIGNMENTS, CONCLUSIONS, CURRENT_AFFAIRS, EXCUSES, OPINIONS, RESOLUTIONS, RETURNS, THEMES } from './demo-texts';
import type { SeedCell } from './demo-units';
import type { Random } from './random';

type Row = Record<string, unknown>;
/** The meeting columns of unit_months, by `cell:month`. */
export type MeetingMonth = Record<(typeof MEETING_COLUMNS)[number], number>;
export const MEETING_COLUMNS = [
  'held',
  'late',
  'thematic',
  'attendance_due',
  'attendance_present',
  'absent_excused',
  'absent_unexcused',
  'scored',
  'score_sum',
  'score_good',
  'score_fair',
  'score_average',
  'score_poor',
  'resolutions',
  'assignments_given',
  'assignments_done',
] as const;
export type DemoMeetings = {
  rows: { meetings: Row[]; attendance: Row[]; opinions: Row[]; resolutions: Row[]; assignments: Row[] };
  months: Map<string, MeetingMonth>;
};
export type Desk = {
  random: Random;
  today: IsoDate;
  officer: string;
  secretary: string /** Cells whose secretary still owes this month. */;
  owing: Set<string>;
};
type Room = { cell: SeedCell; people: Person[]; diligence: number; care: number; open: Row[]; desk: Desk; out: DemoMeetings };
type Held = { id: string; heldOn: IsoDate; month: IsoDate; counts: boolean };

const PRESENT = new Set(['present', 'late', 'online']);
const DUE = new Set([...PRESENT, 'excused', 'absent']);
const SUBMIT_DAYS = defaultRules()['meeting.submit.days'].value;
const RUBRIC = defaultRules()['score.rubric'];
const { groups: SCORE_GROUPS, bands: BANDS } = RUBRIC.value;
const MOMENT = (day: IsoDate, hour: number) => `${day}T${String(hour).padStart(2, '0')}:15:00+07:00`;

/** Two years of minutes: most accepted, some late, a few missing, returned or still a draft; and what they add to the cells' months. */
export function demoMeetings(desk: Desk, cells: readonly SeedCell[], people: readonly Person[]): DemoMeetings {
  const out: DemoMeetings = {
    rows: { meetings: [], attendance: [], opinions: [], resolutions: [], assignments: [] },
    months: new Map(),
  };
  const byCell = membersByCell(people);
  for (const cell of cells.filter((candidate) => !candidate.empty)) {
    const room: Room = {
      cell,
      people: byCell.get(cell.id) ?? [],
      diligence: 0.88 + desk.random.next() * 0.1,
      care: desk.random.next(),
      open: [],
      desk,
      out,
    };
    const truants = new Set(
      room.people
        .filter((person) => person.officialFrom && !person.left && !person.exempt.length)
        .slice(4, desk.random.chance(0.1) ? 5 : 4),
    );
    for (const month of listMonths(LEDGER_OPENED, desk.today)) meetIn(room, month, truants);
  }
  return out;
}

function membersByCell(people: readonly Person[]): Map<string, Person[]> {
  const byCell = new Map<string, Person[]>();
  for (const person of people)
    for (const cellId of new Set(person.stays.map((stay) => stay.cellId)))
      byCell.set(cellId, [...(byCell.get(cellId) ?? []), person]);
  return byCell;
}

function meetIn(room: Room, month: IsoDate, truants: Set<Person>): void {
  const { cell, desk } = room;
  const { random, today } = desk;
  if (cell.closedOn && month > cell.closedOn) return;
  const current = month === monthOf(today);
  if (current && desk.owing.has(cell.id)) return;
  const slack = room.care < 0.08 ? 0.12 : 0.008;
  if (!current && !desk.owing.has(cell.id) && random.chance(slack)) return;
  if (current && random.chance(0.45)) {
    if (random.chance(0.25)) draft(room, month);
    return;
  }
  const heldOn = day(month, cell.meetingDay, today);
  holdRegular(room, month, heldOn, truants);
  if (Number(month.slice(5, 7)) % 3 === 2 && !current && random.chance(0.5))
    holdThematic(room, month, day(month, cell.meetingDay + 12, today));
}

const earlier = (one: IsoDate, other: IsoDate): IsoDate => {
  if (one < other) return one;
  return other;
};

const day = (month: IsoDate, wanted: number, today: IsoDate): IsoDate => {
  return earlier(`${month.slice(0, 8)}${String(wanted).padStart(2, '0')}`, today);
};

function monthRow({ cell, out }: Room, month: IsoDate): MeetingMonth {
  const key = `${cell.id}:${month}`;
  const row = out.months.get(key) ?? (Object.fromEntries(MEETING_COLUMNS.map((column) => [column, 0])) as MeetingMonth);
  out.months.set(key, row);
  return row;
}

/** Chairs and secretaries are the first official members of the cell. */
function leaders(room: Room, on: IsoDate): [Person | undefined, Person | undefined] {
  const officials = room.people.filter(
    (person) =>
      isHere(room, person, on) &&
      person.officialFrom &&
      person.officialFrom <= on &&
      !covers(person.exempt, on) &&
      !covers(person.away, on),
  );
  const [first, second] = [...officials.filter((person) => person.row.named), ...officials.filter((person) => !person.row.named)];
  return [first, second];
}

const covers = (spans: readonly Span[], on: IsoDate) =>
  spans.some((span) => span.from <= on && (span.to === null || on < span.to));
const isHere = ({ cell }: Room, person: Person, on: IsoDate) =>
  person.stays.some((stay) => stay.cellId === cell.id && stay.from <= on && (stay.to === null || on < stay.to));
const isOfficial = (person: Person, on: IsoDate) => person.officialFrom !== null && person.officialFrom <= on;

const BLANK = {
  number: null,
  starts_at: null,
  ends_at: null,
  place: null,
  online: false,
  chair_name: null,
  chair_title: null,
  secretary_name: null,
  guests: null,
  agenda: [],
  conclusion: null,
  members_total: null,
  officials_total: null,
  due: null,
  present: null,
  officials_present: null,
  score: null,
  score_band: null,
  score_sheet: null,
  late: false,
  submitted_at: null,
  submitted_by: null,
  returned_at: null,
  returned_by: null,
  return_reason: null,
  accepted_at: null,
  accepted_by: null,
  draft: {},
  draft_saved_at: null,
  draft_saved_by: null,
  version: 1,
};

function draft({ cell, desk, out }: Room, month: IsoDate): void {
  const saved = day(month, cell.meetingDay, desk.today);
  out.rows.meetings.push({
    id: desk.random.id(saved),
    cell_id: cell.id,
    committee_id: cell.committeeId,
    kind: 'regular',
    month,
    held_on: saved,
    created_by: desk.secretary,
    ...BLANK,
    draft_saved_at: MOMENT(saved, 20),
    draft_saved_by: desk.secretary,
  });
}

function base(room: Room, kind: string, month: IsoDate, heldOn: IsoDate): Row {
  const [chair, secretary] = leaders(room, heldOn);
  const evening = room.cell.style === 'hamlet' || room.cell.style === 'street';
  return {
    id: room.desk.random.id(heldOn),
    cell_id: room.cell.id,
    committee_id: room.cell.committeeId,
    kind,
    month,
    held_on: heldOn,
    created_by: room.desk.secretary,
    ...BLANK,
    version: 2,
    number: `${Number(month.slice(5, 7))}-BB/CB`,
    starts_at: evening ? '19:30' : '14:00',
    ends_at: evening ? '21:00' : '15:40',
    place: room.cell.place,
    chair_name: chair?.fullName ?? null,
    chair_title: 'Bí thư chi bộ',
    secretary_name: secretary?.fullName ?? null,
    conclusion: room.desk.random.pick(CONCLUSIONS),
  };
}

/** Stamps when the minutes went in and what the committee did with them; gives back whether they count. */
function stamp(room: Room, meeting: Row, month: IsoDate, heldOn: IsoDate): boolean {
  const { random, today, officer, secretary } = room.desk;
  const tardy = random.chance(room.care < 0.2 ? 0.2 : 0.035);
  const wanted = addDays(heldOn, tardy ? SUBMIT_DAYS + random.int(1, 9) : random.int(0, SUBMIT_DAYS - 1));
  const submitted = earlier(wanted, today);
  const age = listMonths(month, today).length - 1;
  Object.assign(meeting, {
    submitted_at: MOMENT(submitted, 20),
    submitted_by: secretary,
    late: submitted > addDays(heldOn, SUBMIT_DAYS),
  });
  const returned = age <= 1 && random.chance(0.04);
  const accepted = !returned && random.chance(age === 0 ? 0.25 : age === 1 ? 0.7 : 1);
  const answered = earlier(addDays(submitted, random.int(1, 4)), today);
  if (returned)
    Object.assign(meeting, {
      ...{ submitted_at: null, submitted_by: null, late: false },
      ...{ returned_at: MOMENT(answered, 21), returned_by: officer, return_reason: random.pick(RETURNS) },
    });
  if (accepted) Object.assign(meeting, { accepted_at: MOMENT(answered, 21), accepted_by: officer });
  return !returned;
}

function holdRegular(room: Room, month: IsoDate, heldOn: IsoDate, truants: Set<Person>): void {
  const meeting = base(room, 'regular', month, heldOn);
  const held: Held = { id: String(meeting.id), heldOn, month, counts: stamp(room, meeting, month, heldOn) };
  const recent = listMonths(month, room.desk.today).length <= 4;
  const codes = attend(room, meeting, held, (person) => recent && truants.has(person));
  scoreMeeting(room, meeting, codes);
  meeting.agenda = agendaOf(room.desk.random, month);
  room.out.rows.meetings.push(meeting);
  const present = codes.filter(({ code }) => PRESENT.has(code)).map(({ person }) => person);
  speak(room, held.id, present);
  closeOld(room, held);
  decide(room, meeting, held);
  assign(room, held, present);
  if (held.counts) count(room, meeting, codes);
}

function agendaOf(random: Random, month: IsoDate): Row[] {
  return [
    { title: 'Thông tin thời sự, phổ biến văn bản của cấp trên', presenter: '', document: random.pick(CURRENT_AFFAIRS) },
    { title: `Đánh giá việc thực hiện nhiệm vụ tháng ${Number(addMonths(month, -1).slice(5, 7))}`, presenter: '', document: '' },
    { title: `Nhiệm vụ tháng ${Number(addMonths(month, 1).slice(5, 7))} và phân công đảng viên`, presenter: '', document: '' },
  ];
}

type Code = { person: Person; code: string; official: boolean };

function attend(room: Room, meeting: Row, held: Held, truant: (person: Person) => boolean): Code[] {
  const { random } = room.desk;
  const codes = room.people
    .filter((person) => isHere(room, person, held.heldOn))
    .map((person) => ({
      person,
      code: codeOf(room, person, held.heldOn, truant(person)),
      official: isOfficial(person, held.heldOn),
    }));
  for (const { person, code, official } of codes) {
    room.out.rows.attendance.push({
      meeting_id: held.id,
      member_id: person.id,
      month: held.month,
      cell_id: room.cell.id,
      committee_id: room.cell.committeeId,
      code,
      reason: code === 'excused' ? random.pick(EXCUSES) : null,
      official,
    });
  }
  Object.assign(meeting, {
    members_total: codes.length,
    officials_total: codes.filter(({ official }) => official).length,
    due: codes.filter(({ code }) => DUE.has(code)).length,
    present: codes.filter(({ code }) => PRESENT.has(code)).length,
    officials_present: codes.filter(({ code, official }) => official && PRESENT.has(code)).length,
  });
  return codes;
}

function codeOf({ desk: { random }, diligence }: Room, person: Person, on: IsoDate, truant: boolean): string {
  if (covers(person.exempt, on)) return 'exempt';
  if (covers(person.away, on)) return 'away';
  if (truant) return 'absent';
  const draw = random.next();
  if (draw < diligence) return draw < 0.015 ? 'late' : draw < 0.02 ? 'online' : 'present';
  return draw < diligence + (1 - diligence) * 0.82 ? 'excused' : 'absent';
}

function scoreMeeting({ care, desk: { random } }: Room, meeting: Row, codes: Code[]): void {
  if (random.chance(0.04)) return;
  const points = SCORE_GROUPS.map((group) => ({
    key: group.key,
    label: group.label,
    max: group.max,
    points: Math.max(0, group.max - random.int(0, care < 0.1 ? Math.ceil(group.max * 0.55) : Math.ceil(group.max * 0.16))),
  }));
  const score = points.reduce((sum, group) => sum + group.points, 0);
  if (!codes.length) return;
  Object.assign(meeting, {
    score,
    score_band: bandOf(score),
    score_sheet: { groups: points, bands: BANDS, citation: RUBRIC.citation },
  });
}

const bandOf = (score: number) =>
  score >= BANDS.good ? 'good' : score >= BANDS.fair ? 'fair' : score >= BANDS.average ? 'average' : 'poor';

function speak({ cell, desk: { random }, out }: Room, meetingId: string, present: Person[]): void {
  for (let position = 0; position < Math.min(present.length, random.int(1, 3)); position += 1) {
    const speaker = random.pick(present);
    out.rows.opinions.push({
      id: random.id('2026-01-01'),
      meeting_id: meetingId,
      cell_id: cell.id,
      position,
      speaker_id: speaker.id,
      speaker_name: speaker.fullName,
      text: random.pick(OPINIONS),
    });
  }
}

function closeOld(room: Room, held: Held): void {
  const { random } = room.desk;
  if (!held.counts) return;
  room.open = room.open.filter((assignment) => {
    if (!random.chance(0.85)) return true;
    const outcome = random.chance(0.86) ? 'done' : random.pick(['partly', 'not_done']);
    Object.assign(assignment, {
      outcome,
      outcome_note: outcome === 'done' ? null : 'Còn vướng, tiếp tục theo dõi',
      closed_on: held.heldOn,
      closed_in_id: held.id,
    });
    if (outcome === 'done') monthRow(room, held.month).assignments_done += 1;
    return false;
  });
}

function decide(room: Room, meeting: Row, held: Held): void {
  const { cell, desk, out } = room;
  const officials = Number(meeting.officials_present);
  const voting = Number(meeting.officials_total);
  const kinds = [
    ...(desk.random.chance(0.45) ? ['ordinary'] : []),
    ...room.people
      .filter(
        (person) =>
          isHere(room, person, held.heldOn) &&
          person.officialFrom !== null &&
          monthOf(person.officialFrom) === addMonths(held.month, -1),
      )
      .map(() => 'official'),
  ];
  if (!officials) return;
  for (const [position, kind] of kinds.entries()) {
    const against = desk.random.chance(0.06) ? 1 : 0;
    const inFavour = officials - against;
    const passed = kind === 'ordinary' ? inFavour * 2 > voting : inFavour * 3 >= voting * 2;
    const text =
      kind === 'official'
        ? 'Đề nghị công nhận đảng viên chính thức đối với đảng viên dự bị đã hết 12 tháng.'
        : desk.random.pick(RESOLUTIONS);
    out.rows.resolutions.push({
      id: desk.random.id(held.heldOn),
      meeting_id: held.id,
      cell_id: cell.id,
      committee_id: cell.committeeId,
      position,
      kind,
      text,
      base: voting,
      base_reason: null,
      in_favour: inFavour,
      against,
      other: 0,
      passed,
    });
    if (held.counts) monthRow(room, held.month).resolutions += 1;
  }
}

function assign(room: Room, held: Held, present: Person[]): void {
  const { cell, desk, out } = room;
  if (!present.length) return;
  for (let position = 0; position < desk.random.int(0, 2); position += 1) {
    const who = desk.random.pick(present);
    const row: Row = {
      id: desk.random.id(held.heldOn),
      meeting_id: held.id,
      cell_id: cell.id,
      committee_id: cell.committeeId,
      position,
      text: desk.random.pick(ASSIGNMENTS),
      member_id: who.id,
      member_name: who.fullName,
      due_on: addDays(held.heldOn, desk.random.int(10, 35)),
      outcome: null,
      outcome_note: null,
      closed_on: null,
      closed_in_id: null,
    };
    out.rows.assignments.push(row);
    if (!held.counts) continue;
    room.open.push(row);
    monthRow(room, held.month).assignments_given += 1;
  }
}

function countTurns(row: MeetingMonth, meeting: Row, codes: readonly Code[]): void {
  row.attendance_due += Number(meeting.due);
  row.attendance_present += Number(meeting.present);
  row.absent_excused += codes.filter(({ code }) => code === 'excused').length;
  row.absent_unexcused += codes.filter(({ code }) => code === 'absent').length;
}

function count(room: Room, meeting: Row, codes: Code[]): void {
  const row = monthRow(room, String(meeting.month));
  row.held += 1;
  row.late += meeting.late ? 1 : 0;
  countTurns(row, meeting, codes);
  if (typeof meeting.score !== 'number') return;
  row.scored += 1;
  row.score_sum += Math.round(meeting.score * 10); // kept in tenths of a point
  row[`score_${bandOf(meeting.score)}`] += 1;
}

/** A thematic meeting stands beside the monthly one and is counted apart. */
function holdThematic(room: Room, month: IsoDate, heldOn: IsoDate): void {
  const meeting: Row = {
    ...base(room, 'thematic', month, heldOn),
    agenda: [{ title: room.desk.random.pick(THEMES), presenter: '', document: '' }],
  };
  const { officer, secretary } = room.desk;
  const submitted = earlier(addDays(heldOn, 2), room.desk.today);
  Object.assign(meeting, {
    submitted_at: MOMENT(submitted, 20),
    submitted_by: secretary,
    accepted_at: MOMENT(submitted, 22),
    accepted_by: officer,
  });
  const codes = attend(room, meeting, { id: String(meeting.id), heldOn, month, counts: true }, () => false);
  room.out.rows.meetings.push(meeting);
  const row = monthRow(room, month);
  row.thematic += 1;
  countTurns(row, meeting, codes);
}
