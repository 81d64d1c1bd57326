import type { TagKind } from '@/components/data/page';
import type { RotationRow } from '@/db/queries/rotations/ledger';
import { formatDate, type IsoDate } from '@/domain/calendar';
import type { StripYear } from '@/domain/ratings/strip';
import type { Level } from '@/domain/ratings/words';
import { DIRECTIONS, directionOf } from '@/domain/rotations/levels';
import { monthsServed, STAY_STATES, type StayState, stateOn } from '@/domain/rotations/stay';
import { namesPlace, PLACEMENTS } from '@/domain/rotations/words';

export const STATE_TAGS: Record<StayState, TagKind> = {
  ahead: 'plain',
  running: 'ok',
  prepare: 'due',
  due: 'late',
  ended: 'plain',
};

/** A line of the ledger as the browser draws it: a title is [title, where it stands]. levels: of the years of the strip, oldest first. */
export type LedgerTuple = [
  id: string,
  name: string,
  levels: (Level | null)[],
  from: [string, string],
  to: [string, string],
  time: string,
  served: string,
  tone: TagKind,
  state: string,
];

/** Rows as tuples, and the first year of every strip: half the bytes of cells drawn on the server. */
export function ledgerLines(
  rows: readonly RotationRow[],
  strips: ReadonlyMap<string, readonly StripYear[]>,
  today: IsoDate,
): { rows: LedgerTuple[]; year: number } {
  const [any] = strips.values();
  return { rows: rows.map((row) => lineOf(row, strips.get(row.cadreId) ?? [], today)), year: any?.[0]?.year ?? 0 };
}

function lineOf(row: RotationRow, strip: readonly StripYear[], today: IsoDate): LedgerTuple {
  const state = stateOn(row, today);
  const months = monthsServed({ startedOn: row.startedOn, until: null, endedOn: row.endedOn }, today);
  return [
    row.id,
    row.fullName,
    strip.map(({ level }) => level),
    placed(row.fromTitle, row.fromUnitName),
    placed(row.toTitle, row.toUnitName, DIRECTIONS[directionOf(row.fromLevel, row.toLevel)]),
    `${formatDate(row.startedSaid ?? row.startedOn)} – ${formatDate(row.endedSaid ?? row.endedOn ?? row.dueOn)}`,
    `${months} tháng${row.endedOn === null ? ' đã qua' : ''}`,
    STATE_TAGS[state],
    state === 'ended' && row.placement ? PLACEMENTS[row.placement] : STAY_STATES[state],
  ];
}

/** A title with where it stands, unless the title says so itself. */
const placed = (title: string, unit: string, note?: string): [string, string] => [
  title,
  [...(namesPlace(title, unit) ? [] : [unit]), ...(note ? [note] : [])].join(' · '),
];
