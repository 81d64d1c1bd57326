import { foldName } from '@/domain/names';

/** A cell of the committee whose list is read. */
export type CellChoice = { id: string; name: string };

/** Finds a cell by its name as lists write it: any case and spacing, with or without 'Chi bộ'; without marks only where one cell fits. */
export function cellFinder(cells: readonly CellChoice[]): (typed: string) => CellChoice | null {
  const exact = onlyOnes(cells, exactKey);
  const folded = onlyOnes(cells, foldedKey);
  return (typed) => exact.get(exactKey(typed)) ?? folded.get(foldedKey(typed)) ?? null;
}

function onlyOnes(cells: readonly CellChoice[], keyOf: (name: string) => string): Map<string, CellChoice> {
  const byKey = new Map<string, CellChoice[]>();
  for (const cell of cells) byKey.set(keyOf(cell.name), [...(byKey.get(keyOf(cell.name)) ?? []), cell]);
  return new Map([...byKey].flatMap(([key, [only, ...others]]) => (only && others.length === 0 ? [[key, only]] : [])));
}

function exactKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(chi bộ|cb) /, '');
}

function foldedKey(name: string): string {
  return foldName(name).replace(/^(chi bo|cb) /, '');
}
