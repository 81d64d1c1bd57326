import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, addMonths, listMonths } from '@/domain/calendar';
import { ENTERING, type EventKind, LEAVING } from '@/domain/members/ledger';
import { MEETING_PART, REPLAYED_MONTHS } from './books/replay';
import { change } from './client';
import { type NewEvent, recordEvents } from './commands/ledger';
import { smallProvince, type TestDatabase } from './testing';

type Cell = { id: string; committee: string };
export type BusyProvince = Awaited<ReturnType<typeof busyProvince>>;

/** The same numbers for the same seed (mulberry32). */
export function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    chance: (share: number) => next() < share,
    of: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
    below: (n: number) => Math.floor(next() * n),
  };
}

/** A province with two years of people who come, move, leave and come back, of mistakes reversed, and of meetings; three levels deep. */
export async function busyProvince(db: TestDatabase, office: (unit: string) => Promise<Viewer>, seed = 7) {
  const units = await smallProvince(db);
  await db.owner.query("update units set founded_on = '2024-10-01'");
  const [grass, deepCell, loneCell] = [randomUUID(), randomUUID(), randomUUID()];
  await addUnit(db, grass, 'G1', 'Đảng bộ Công ty', units.tayHa, 2, units.tayHa);
  await addUnit(db, deepCell, 'C', 'Chi bộ Phân xưởng', grass, 3, units.tayHa);
  await addUnit(db, loneCell, 'G2', 'Chi bộ trực thuộc tỉnh', units.province, 1, loneCell);
  const cells: Cell[] = [
    { id: units.cellA, committee: units.dongSon },
    { id: units.cellB, committee: units.dongSon },
    { id: units.cellC, committee: units.tayHa },
    { id: units.cellD, committee: units.tayHa },
    { id: deepCell, committee: units.tayHa },
    { id: loneCell, committee: loneCell },
  ];
  const officer = await office(units.province);
  await people(db, officer, cells, dice(seed));
  await db.owner.query("select open_months('2026-11-01')");
  await meetings(db, cells, dice(seed + 1));
  await sumMeetings(db);
  return { ...units, grass, deepCell, loneCell, cells, officer };
}

async function addUnit(
  db: TestDatabase,
  id: string,
  kind: string,
  name: string,
  parent: string,
  depth: number,
  committee: string,
) {
  await db.owner.query(
    `insert into units (id, code, kind, name, short_name, folded_name, sort_key, founded_on, parent_id, depth, committee_id, is_cell)
     values ($1, $2, $3, $4, $4, lower($4), lower($4), '2024-10-01', $5, $6, $7, $8)`,
    [id, id.slice(0, 8), kind, name, parent, depth, committee, kind !== 'G1'],
  );
  await db.owner.query(
    'insert into unit_tree (ancestor_id, unit_id, depth) select ancestor_id, $1::uuid, depth + 1 from unit_tree where unit_id = $2 union all select $1::uuid, $1::uuid, 0',
    [id, parent],
  );
}

const FIRST = '2024-11-03';
const LAST = '2026-11-20';

async function people(db: TestDatabase, officer: Viewer, cells: readonly Cell[], die: ReturnType<typeof dice>) {
  const events: NewEvent[] = [];
  for (let person = 0; person < 140; person += 1) events.push(...(await life(db, cells, die, person)));
  await change(
    officer,
    (tx) => recordEvents(tx, officer, events),
    () => true,
  );
}

async function life(db: TestDatabase, cells: readonly Cell[], die: ReturnType<typeof dice>, person: number): Promise<NewEvent[]> {
  const memberId = randomUUID();
  let at = die.of(cells);
  await db.owner.query(
    "insert into members (id, cell_id, committee_id, status, full_name, sort_key, female, born, joined) values ($1, $2, $3, 'left', $4, $5, $6, '1980', '2005')",
    [memberId, at.id, at.committee, `Đảng viên ${person}`, `dang vien ${String(person).padStart(4, '0')}`, person % 2 === 0],
  );
  const events: NewEvent[] = [];
  const entry = (kind: EventKind, effectiveOn: string, more: Partial<NewEvent> = {}) =>
    events.push({ id: uuidv7(), memberId, kind, effectiveOn, cellId: at.id, committeeId: at.committee, ...more });
  let day = person < 70 ? FIRST : addDays(FIRST, die.below(600));
  const soon = () => addDays(day, 10 + die.below(150));
  entry(person < 70 ? 'registered' : die.of(ENTERING), day);
  let present = true;
  for (day = soon(); day <= LAST; day = soon()) {
    if (!present) {
      if (die.chance(0.5)) break;
      entry(die.of(['readmission', 'restored'] as const), day);
      present = true;
    } else if (die.chance(0.35)) {
      const from = at;
      at = die.of(cells.filter((cell) => cell.id !== from.id));
      entry('moved', day, { fromCellId: from.id });
    } else if (die.chance(0.3)) {
      entry(die.of(LEAVING), day);
      if (die.chance(0.3)) takeBack(events, day);
      else present = false;
    } else entry('official', day);
  }
  return events;
}

function takeBack(events: NewEvent[], day: string) {
  const mistaken = events.at(-1);
  if (mistaken)
    events.push({
      ...mistaken,
      id: uuidv7(),
      kind: 'reversal',
      reversesId: mistaken.id,
      effectiveOn: addDays(day, 1),
      reason: 'Ghi nhầm người',
    });
}

const CODES = ['present', 'present', 'present', 'late', 'online', 'excused', 'absent', 'exempt', 'away', 'suspended'];

async function meetings(db: TestDatabase, cells: readonly Cell[], die: ReturnType<typeof dice>) {
  const { rows: members } = await db.owner.query<{ id: string; cell_id: string }>('select id, cell_id from members');
  const previous = new Map<string, string>();
  for (const month of listMonths('2025-01-01', '2026-11-01'))
    for (const cell of cells)
      for (const kind of ['regular', 'thematic']) {
        if (!die.chance(kind === 'regular' ? 0.85 : 0.3)) continue;
        previous.set(
          cell.id,
          await meeting(
            db,
            cell,
            month,
            kind,
            die,
            members.filter((member) => member.cell_id === cell.id).map(({ id }) => id),
            previous.get(cell.id) ?? null,
          ),
        );
      }
}

async function meeting(
  db: TestDatabase,
  cell: Cell,
  month: string,
  kind: string,
  die: ReturnType<typeof dice>,
  members: string[],
  previous: string | null,
): Promise<string> {
  const id = uuidv7();
  const submitted = die.chance(0.9);
  const scored = die.chance(0.7);
  const turns = members.map((member) => ({ member, code: die.of(CODES) }));
  const present = turns.filter(({ code }) => ['present', 'late', 'online'].includes(code)).length;
  const due = present + turns.filter(({ code }) => ['excused', 'absent'].includes(code)).length;
  await db.owner.query(
    `insert into meetings (id, cell_id, committee_id, kind, month, held_on, late, submitted_at, score, score_band, due, present) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      cell.id,
      cell.committee,
      kind,
      month,
      addDays(month, die.below(27)),
      die.chance(0.2),
      submitted ? addMonths(month, 1) : null,
      scored ? 40 + die.below(600) / 10 : null,
      scored ? die.of(['good', 'fair', 'average', 'poor']) : null,
      due,
      present,
    ],
  );
  await db.owner.query(
    `insert into attendance (meeting_id, member_id, month, cell_id, committee_id, code, official) select $1, t.member, $2, $3, $4, t.code, true from jsonb_to_recordset($5) as t (member uuid, code text)`,
    [id, month, cell.id, cell.committee, JSON.stringify(turns)],
  );
  for (let position = 0; position < die.below(3); position += 1)
    await work(db, id, cell, position, die.chance(0.5) ? previous : null);
  return id;
}

async function work(db: TestDatabase, meetingId: string, cell: Cell, position: number, closedIn: string | null) {
  const where = [uuidv7(), meetingId, cell.id, cell.committee, position];
  await db.owner.query(
    "insert into resolutions (id, meeting_id, cell_id, committee_id, position, kind, text, base, in_favour, against, other, passed) values ($1, $2, $3, $4, $5, 'ordinary', 'Nghị quyết', 5, 5, 0, 0, true)",
    where,
  );
  await db.owner.query(
    "insert into assignments (id, meeting_id, cell_id, committee_id, position, text, member_name, outcome, closed_in_id) values ($1, $2, $3, $4, $5, 'Việc', 'Người', $6, $7)",
    [...where, closedIn ? 'done' : null, closedIn],
  );
}

/** Writes the months' meeting part from the replay, as the commands would have in their transactions. */
export async function sumMeetings(db: TestDatabase) {
  const sets = MEETING_PART.map((name) => `${name} = r.${name}`).join(', ');
  await db.owner.query(
    `with ${REPLAYED_MONTHS} update unit_months m set ${sets} from replayed r where m.cell_id = r.cell_id and m.month = r.month`,
  );
}
