import type { ListColumn } from './columns';
import { type CadreFilterValues, cadresAddress } from './filters';

/** One part of a printed list: `skipped` people stand in the parts before it. */
export type ListPart = { part: number; parts: number; skipped: number };

/** The part that the address asks for, of as many as `count` people need at `size` a part; an empty list has one. null: there is no such part. */
export function listPart(asked: string | string[] | undefined, count: number, size: number): ListPart | null {
  const parts = Math.max(1, Math.ceil(count / size));
  if (asked === undefined) return { part: 1, parts, skipped: 0 };
  const part = typeof asked === 'string' && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 0;
  return part >= 1 && part <= parts ? { part, parts, skipped: (part - 1) * size } : null;
}

/** The address of a part of the same list. */
export const listPartAddress = (
  values: CadreFilterValues,
  unitId: string,
  columns: readonly ListColumn[],
  part: number,
): string => cadresAddress(values, { unit: unitId, columns: columns.join(','), part: String(part) }, '/print/cadres/list');
