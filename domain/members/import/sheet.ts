import { cleanText, oneLine } from '@/domain/text';

/** A cell as data: text, a number, a day, or nothing. */
export type CellValue = string | number | { date: string } | null;
export type SheetRow = { number: number; cells: CellValue[] };
/** `rows` reads them in order, anew each time, with their number in the file (from 1); `cells` from column A. */
export type Sheet = { name: string; hidden: boolean; rows: () => AsyncIterable<SheetRow> };

const DAY_MS = 24 * 60 * 60 * 1000;

/** The value of a spreadsheet library's cell: a Date, rich text, a formula's result or a link's text; null for errors and the rest. */
export function toCellValue(value: unknown): CellValue {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'number') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { date: nearestDay(value) };
  if (typeof value !== 'object' || value === null) return null;
  if ('richText' in value && Array.isArray(value.richText))
    return cleanText(value.richText.map((run: { text?: string }) => run.text ?? '').join(''));
  if ('result' in value) return toCellValue(value.result);
  return 'text' in value ? toCellValue(value.text) : null;
}

/** What the cell shows, NFC and single-spaced; '' for an empty one. */
export function textOf(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = typeof cell === 'object' ? cell.date : String(cell);
  return oneLine(text);
}

/** 0 → 'A', 26 → 'AA'. */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last;
}

/** Excel keeps days as fractions, so a midnight may come out a second early. */
function nearestDay(value: Date): string {
  const time = value.getTime() % DAY_MS > DAY_MS - 60_000 ? value.getTime() + 60_000 : value.getTime();
  return new Date(time).toISOString().slice(0, 10);
}
