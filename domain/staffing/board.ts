import { type ChangeReason, DECREASES, type Decrease, isDecrease, type QuotaKind } from './words';

/** Persons; null: not entered. */
export type QuotaLine = { kind: QuotaKind; assigned: number | null; inPost: number | null };
export type Standing = 'excess' | 'full' | 'short' | 'unknown';

/** In post less assigned: positive is too many. null while either is missing. */
export const differenceOf = ({ assigned, inPost }: Pick<QuotaLine, 'assigned' | 'inPost'>): number | null =>
  assigned === null || inPost === null ? null : inPost - assigned;

export function standingOf(line: Pick<QuotaLine, 'assigned' | 'inPost'>): Standing {
  const difference = differenceOf(line);
  if (difference === null) return 'unknown';
  if (difference === 0) return 'full';
  return difference > 0 ? 'excess' : 'short';
}

export type Sum = { assigned: number; inPost: number; excess: number; short: number; unknown: number };

/** Sums of the lines that are known; excess and shortage apart, because one unit's surplus fills no other's gap. */
export function sumOf(lines: readonly QuotaLine[]): Sum {
  const known = lines.flatMap((line) => {
    const difference = differenceOf(line);
    return difference === null ? [] : [difference];
  });
  return {
    assigned: lines.reduce((sum, { assigned }) => sum + (assigned ?? 0), 0),
    inPost: lines.reduce((sum, { inPost }) => sum + (inPost ?? 0), 0),
    excess: known.reduce((sum, difference) => sum + Math.max(0, difference), 0),
    short: known.reduce((sum, difference) => sum + Math.max(0, -difference), 0),
    unknown: lines.length - known.length,
  };
}

export type StaffingChange = { reason: ChangeReason; persons: number };

/** Persons by reason of decrease, every reason in its fixed order, and their sum. */
export function decreasesByReason(changes: readonly StaffingChange[]): {
  rows: { reason: Decrease; persons: number }[];
  total: number;
} {
  const rows = (Object.keys(DECREASES) as Decrease[]).map((reason) => ({
    reason,
    persons: changes.reduce((sum, change) => sum + (change.reason === reason ? change.persons : 0), 0),
  }));
  return { rows, total: rows.reduce((sum, { persons }) => sum + persons, 0) };
}

/**
 * What the book says should be in post against what is reported: positive, more reported than the changes explain. The gap is
 * shown and never evened out; null while one end is missing.
 */
export function unexplainedOf(before: number | null, changes: readonly StaffingChange[], after: number | null): number | null {
  if (before === null || after === null) return null;
  const net = changes.reduce((sum, { reason, persons }) => sum + (isDecrease(reason) ? -persons : persons), 0);
  return after - (before + net);
}
