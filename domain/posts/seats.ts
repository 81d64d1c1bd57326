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
