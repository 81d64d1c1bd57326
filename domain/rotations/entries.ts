import type { IsoDate } from '@/domain/calendar';
import type { RotationEventKind } from './words';

/** A line of a rotation's history. reversesId: of a reversal, the entry that it takes back. */
export type RotationEntry = { id: string; kind: RotationEventKind; effectiveOn: IsoDate; reversesId: string | null };

/** Entries that are decided on; only the last one that stands can be taken back. */
export const DECISIONS = ['begun', 'extended', 'ended'] as const satisfies readonly RotationEventKind[];
export type Decision = (typeof DECISIONS)[number];
export const isDecision = (kind: RotationEventKind): kind is Decision => DECISIONS.some((one) => one === kind);

/** Entries that were not taken back, in the order given. */
export function standingEntries<E extends Pick<RotationEntry, 'id' | 'kind' | 'reversesId'>>(entries: readonly E[]): E[] {
  const gone = new Set(entries.flatMap(({ reversesId }) => reversesId ?? []));
  return entries.filter(({ id, kind }) => kind !== 'reversal' && !gone.has(id));
}

/** The last decision that stands, of entries in the order in which they were entered. */
export const lastDecision = <E extends RotationEntry>(entries: readonly E[]): (E & { kind: Decision }) | undefined =>
  standingEntries(entries).findLast((entry): entry is E & { kind: Decision } => isDecision(entry.kind));

export type StayOnRecord = { startedOn: IsoDate | null; endedOn: IsoDate | null; withdrawn: boolean };

/** What the entries say of the stay; the ledger never says otherwise (npm run check:books). */
export function stayOf(entries: readonly RotationEntry[]): StayOnRecord {
  const standing = standingEntries(entries);
  const day = (...kinds: RotationEventKind[]) => standing.findLast(({ kind }) => kinds.includes(kind))?.effectiveOn ?? null;
  return {
    startedOn: day('begun', 'recorded'),
    endedOn: day('ended'),
    withdrawn: standing.some(({ kind }) => kind === 'withdrawn') || wronglyRecorded(entries),
  };
}

/** A past rotation that was taken back: it never was. */
export const wronglyRecorded = (entries: readonly Pick<RotationEntry, 'id' | 'kind' | 'reversesId'>[]): boolean =>
  entries.some(({ kind }) => kind === 'recorded') && !standingEntries(entries).some(({ kind }) => kind === 'recorded');
