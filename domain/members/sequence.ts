import { ENTERING, type EventKind, effective, LEAVING, type LedgerEvent, type Standing, standing } from '@/domain/members/ledger';

type Check = (now: Standing, event: LedgerEvent) => boolean;

const FITS: Partial<Record<EventKind, Check>> = {
  official: (now) => now.status === 'probationary',
  exempt: (now) => !now.exempt,
  exempt_end: (now) => now.exempt,
  temporary_out: (now) => !now.away,
  temporary_return: (now) => now.away,
  introduced: (now) => now.leavingFor === null,
  suspension: (now) => !now.suspended,
  suspension_end: (now) => now.suspended,
  moved: (now, event) => event.fromCellId === now.cellId && event.cellId !== now.cellId,
};

/** Can the event follow on this standing, so that the books of the cells keep their balance? */
export function fits(now: Standing | null, event: LedgerEvent): boolean {
  const inBook = now !== null && now.status !== 'left';
  if (ENTERING.includes(event.kind)) return !inBook;
  if (!inBook) return false;
  if (LEAVING.includes(event.kind) && event.cellId !== now.cellId) return false;
  return FITS[event.kind]?.(now, event) ?? true;
}

/** Where the person stood at the end of that day, by what counts today. */
export const standingOn = (events: readonly LedgerEvent[], day: string): Standing | null =>
  standing(effective(events).filter((event) => event.effectiveOn <= day));

/** Events that count and do not follow from the ones before them. */
export function misfits(events: readonly LedgerEvent[]): LedgerEvent[] {
  const order = effective(events);
  return order.filter((event, at) => !fits(standing(order.slice(0, at)), event));
}

/** The first event that stood before and would not stand any more with `added`; null when the history stays whole. */
export function broken(events: readonly LedgerEvent[], added: LedgerEvent): LedgerEvent | null {
  const before = new Set(misfits(events).map((event) => event.id));
  return misfits([...events, added]).find((event) => !before.has(event.id)) ?? null;
}
