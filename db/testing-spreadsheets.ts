import type { Sheet, SheetRow } from '@/domain/members/import/sheet';
import { openSheets } from './spreadsheets';

export async function allOf<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

/** Every sheet with all its rows. */
export async function readSheets(file: Buffer): Promise<(Omit<Sheet, 'rows'> & { rows: SheetRow[] })[]> {
  return Promise.all((await openSheets(file)).map(async ({ rows, ...sheet }) => ({ ...sheet, rows: await allOf(rows()) })));
}
