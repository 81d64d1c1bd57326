import { addMonths, listMonths, monthOf } from '@/domain/calendar';
import { movements, standing, totals } from '@/domain/members/ledger';
import { nameParts } from '@/domain/names';
import { LEDGER_OPENED, type SeedEvent } from './demo-ledger';
import { MEETING_COLUMNS, type MeetingMonth } from './demo-meetings';
import { type Person, sortKeyOf } from './demo-people';
import type { SeedCell } from './demo-units';
import { groupBy } from './group-by';

type Row = Record<string, unknown>;

/** Members as their events leave them, with the sensitive part and the name's search parts. */
export function memberRows(
  people: readonly Person[],
  events: readonly SeedEvent[],
  officer: string,
): { members: Row[]; member_sensitive: Row[]; member_name_parts: Row[] } {
  const history = groupBy(events, (event) => event.memberId);
  const rows: { members: Row[]; member_sensitive: Row[]; member_name_parts: Row[] } = {
    members: [],
    member_sensitive: [],
    member_name_parts: [],
  };
  for (const person of people) {
    const now = standing(history.get(person.id) ?? []);
    if (!now) throw new RangeError('a member whom nothing brought into the book');
    const { religion, citizen_id, health, named: _named, ...plain } = person.row;
    const place = { cell_id: person.cell.id, committee_id: person.cell.committeeId };
    rows.members.push({
      id: person.id,
      ...place,
      status: now.status,
      exempt: now.exempt,
      away: now.away,
      suspended: now.suspended,
      leaving_for: now.leavingFor,
      leaving_on: now.leavingOn,
      left_on: now.leftOn,
      left_kind: now.leftKind,
      full_name: person.fullName,
      sort_key: sortKeyOf(person),
      female: person.female,
      born: person.born,
      joined: person.joined,
      official: person.official,
      updated_by: officer,
      ...plain,
    });
    rows.member_sensitive.push({ member_id: person.id, ...place, ethnicity: person.ethnicity, religion, citizen_id, health });
    for (const part of new Set(nameParts(person.fullName))) rows.member_name_parts.push({ member_id: person.id, part, ...place });
  }
  return rows;
}

const COLUMN = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const MOVES = [
  'inc_registered',
  'inc_admitted',
  'inc_readmitted',
  'inc_transferred_in',
  'inc_moved_in',
  'inc_restored',
  'dec_transferred_out',
  'dec_moved_out',
  'dec_died',
  'dec_struck_off',
  'dec_resigned',
  'dec_expelled',
  'recognized',
];

/** Every month of every cell: the ledger's movements with the stock carried on, and the meetings' sums. */
export function monthRows(
  cells: readonly SeedCell[],
  events: readonly SeedEvent[],
  meetings: Map<string, MeetingMonth>,
  today: string,
): Row[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const sums = new Map(
    totals(events.flatMap((event) => movements(event, event.reversesId ? byId.get(event.reversesId) : undefined))).map((sum) => [
      `${sum.cellId}:${sum.month}`,
      sum,
    ]),
  );
  return cells.flatMap((cell) => {
    let stock = 0;
    const from = cell.foundedOn > LEDGER_OPENED ? monthOf(cell.foundedOn) : LEDGER_OPENED;
    return listMonths(from, cell.closedOn && cell.closedOn < today ? monthAfterClosing(cell.closedOn, sums, cell.id) : today).map(
      (month) => {
        const sum = sums.get(`${cell.id}:${month}`);
        stock += sum?.stock ?? 0;
        const moved = Object.fromEntries(Object.entries(sum?.columns ?? {}).map(([name, value]) => [COLUMN(name), value]));
        const living = cell.closedOn === null || cell.closedOn >= addMonths(month, 1);
        const met = meetings.get(`${cell.id}:${month}`);
        return {
          cell_id: cell.id,
          committee_id: cell.committeeId,
          month,
          stock,
          expected: living ? 1 : 0,
          ...Object.fromEntries(MOVES.map((name) => [name, moved[name] ?? 0])),
          ...Object.fromEntries(MEETING_COLUMNS.map((name) => [name, met?.[name] ?? 0])),
        };
      },
    );
  });
}

/** People may leave a merged cell's book on the day after it closed: that month is kept too. */
function monthAfterClosing(closedOn: string, sums: Map<string, unknown>, cellId: string): string {
  const months = [...sums.keys()].filter((key) => key.startsWith(cellId)).map((key) => key.slice(cellId.length + 1));
  return [closedOn, ...months].sort().at(-1) ?? closedOn;
}
