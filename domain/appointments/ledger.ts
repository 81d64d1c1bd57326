import type { IsoDate } from '@/domain/calendar';
import type { AppointmentEventKind, EndKind } from './kinds';

export type AppointmentEvent = {
  id: string;
  kind: AppointmentEventKind;
  endKind: EndKind | null;
  effectiveOn: IsoDate;
  termEndsOn: IsoDate | null;
  reversesId: string | null;
  enteredAt: Date | string;
};
export type Holding = {
  fromOn: IsoDate;
  termEndsOn: IsoDate | null;
  endedOn: IsoDate | null;
  endKind: EndKind | null;
  reversed: boolean;
};

/** Entries that were not taken back, in the order in which they were entered. */
export function standingEvents<E extends AppointmentEvent>(events: readonly E[]): E[] {
  const gone = new Set(events.flatMap(({ reversesId }) => reversesId ?? []));
  return events.filter(({ id, kind }) => kind !== 'reversal' && !gone.has(id)).toSorted(byEntry);
}

const time = (event: AppointmentEvent) => new Date(event.enteredAt).getTime();
/** Entered in one transaction: by the day on which they take effect. */
const byEntry = (a: AppointmentEvent, b: AppointmentEvent) =>
  time(a) - time(b) || a.effectiveOn.localeCompare(b.effectiveOn) || Number(a.kind === 'ended') - Number(b.kind === 'ended');

/** What the ledger says of one holding. Gives nothing when the ledger has no beginning for it. */
export function holdingOf(events: readonly AppointmentEvent[]): Holding | null {
  const begun = events.find(({ kind }) => kind === 'begun');
  if (!begun) return null;
  const standing = standingEvents(events);
  const ended = standing.findLast(({ kind }) => kind === 'ended');
  return {
    fromOn: begun.effectiveOn,
    termEndsOn: standing.findLast(({ kind }) => kind !== 'ended')?.termEndsOn ?? begun.termEndsOn,
    endedOn: ended?.effectiveOn ?? null,
    endKind: ended?.endKind ?? null,
    reversed: !standing.some(({ kind }) => kind === 'begun'),
  };
}

/** Whether the seat is held on that day. */
export const isHeldOn = (
  { fromOn, endedOn, reversed }: Pick<Holding, 'fromOn' | 'endedOn' | 'reversed'>,
  day: IsoDate,
): boolean => !reversed && fromOn <= day && (endedOn === null || endedOn > day);
