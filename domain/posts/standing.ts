import type { IsoDate } from '@/domain/calendar';

/** Where a title stands in the catalogue on a day: not yet in it, in it, in it with its end decided, or no longer. */
export type Standing = 'coming' | 'standing' | 'ending' | 'ended';

/** validTo: the last day on which the catalogue has the title. */
export function standingOf({ validFrom, validTo }: { validFrom: IsoDate; validTo: IsoDate | null }, day: IsoDate): Standing {
  if (validTo && validTo < day) return 'ended';
  if (validFrom > day) return 'coming';
  return validTo ? 'ending' : 'standing';
}
