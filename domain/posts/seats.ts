import { daysUntil } from '@/domain/cadres/terms';
import type { IsoDate } from '@/domain/calendar';

/** A seat as post_seats keeps it: the last holding that was decided, and since when the seat stood empty before it. */
export type SeatFacts = {
  appointmentId: string | null;
  heldSince: IsoDate | null;
  termEndsOn: IsoDate | null;
  freeFrom: IsoDate | null;
  freeBefore: IsoDate | null;
};
/** days: whole days that it has stood empty, or that the term has been over. */
export type SeatState =
  | { kind: 'vacant'; since: IsoDate; days: number }
  | { kind: 'held' }
  | { kind: 'expired'; since: IsoDate; days: number };

/** A seat with its last holding; until: the first day on which nobody holds it any more, null: no end is decided. */
export type HeldSeat = { seat: number; until: IsoDate | null };

/** Seats that somebody holds, or was given, on that day or later. */
export const heldFrom = (held: readonly HeldSeat[], day: IsoDate): HeldSeat[] =>
  held.filter(({ until }) => until === null || until > day);

/**
 * Which seats change places when a title keeps only its first `seats` of them: each seat held above that number against the lowest free one below it.
 * A seat moves with all who ever held it, so that no two holdings of one seat can meet. As many as fit.
 */
export function seatExchanges(held: readonly HeldSeat[], seats: number, day: IsoDate): { above: number; below: number }[] {
  const kept = new Set(heldFrom(held, day).map(({ seat }) => seat));
  const free = Array.from({ length: seats }, (_, at) => at + 1).filter((seat) => !kept.has(seat));
  const over = [...kept].filter((seat) => seat > seats).sort((a, b) => a - b);
  return over.slice(0, free.length).map((above, at) => ({ above, below: free[at] ?? above }));
}

/** Since when the seat stands empty on that day; null when somebody holds it. The same as SEAT_EMPTY_SINCE in db/queries/posts. */
export function emptySince({ appointmentId, heldSince, freeFrom, freeBefore }: SeatFacts, day: IsoDate): IsoDate | null {
  if (!appointmentId || !heldSince) return freeFrom;
  if (heldSince > day) return freeBefore && freeBefore <= day ? freeBefore : null;
  return freeFrom && freeFrom <= day ? freeFrom : null;
}

/** Empty, held, or held beyond its term without a new decision. `termEndsOn` is the last day of the term. */
export function seatState(seat: SeatFacts, day: IsoDate): SeatState {
  const since = emptySince(seat, day);
  if (since) return { kind: 'vacant', since, days: daysUntil(day, since) };
  const { heldSince, termEndsOn } = seat;
  if (heldSince && heldSince <= day && termEndsOn && termEndsOn < day)
    return { kind: 'expired', since: termEndsOn, days: daysUntil(day, termEndsOn) };
  return { kind: 'held' };
}
