import { parseTypedDate } from '@/domain/calendar';
import type { Mapping } from '@/domain/members/import/fields';
import { guessMapping } from '@/domain/members/import/guess-mapping';
import { type CellValue, type Sheet, type SheetRow, textOf } from '@/domain/members/import/sheet';
import { foldName } from '@/domain/names';

/** The list inside a sheet: `headers` one a column from A ('Trình độ / Chuyên môn'), row numbers as in the file; `rows` reads the members' rows only. */
export type FoundList = { sheet: string; headerRows: number[]; headers: string[]; rows: () => AsyncIterable<SheetRow> };

type Head = { rows: number[]; headers: string[]; mapping: Mapping; score: number };

const HEAD_SEARCH_ROWS = 60;
const HEAD_MAX_DEPTH = 3;
const HEAD_MIN_FIELDS = 3;
const FOOTER_TEXTS = 4;
const FOOTER =
  /^(tong (so|cong)|cong\b|danh sach (nay )?(co|gom)|t ?\/ ?m\b|tm\b|nguoi lap|xac nhan|noi nhan|bi thu\b)|\bngay .* thang .* nam\b/;
const SECTION = /^(([ivx]+|[a-z]|\d+)\s*[.)/-]\s*)?chi bo\b|^([ivx]+|[a-z])\s*[.)]\s/;

/**
 * The visible sheet with the richest header, of equal ones the longest; null where no sheet has a name column and two more that are known.
 * Of each sheet only the top is read; its rows never stand in memory at once.
 */
export async function findList(sheets: Sheet[]): Promise<FoundList | null> {
  const found: { sheet: Sheet; head: Head }[] = [];
  for (const sheet of sheets) {
    const head = sheet.hidden ? null : findHead(await topOf(sheet));
    if (head) found.push({ sheet, head });
  }
  const richest = Math.max(...found.map(({ head }) => head.score));
  const best = await longest(found.filter(({ head }) => head.score === richest));
  if (!best) return null;
  const { sheet, head } = best;
  return { sheet: sheet.name, headerRows: head.rows, headers: head.headers, rows: () => memberRows(sheet.rows(), head) };
}

async function topOf({ rows }: Sheet): Promise<SheetRow[]> {
  const top: SheetRow[] = [];
  for await (const row of rows()) if (top.push(row) === HEAD_SEARCH_ROWS + HEAD_MAX_DEPTH) break;
  return top;
}

async function longest<F extends { sheet: Sheet }>(found: readonly F[]): Promise<F | undefined> {
  if (found.length < 2) return found[0];
  const lengths: number[] = [];
  for (const { sheet } of found) {
    let length = 0;
    for await (const _ of sheet.rows()) length += 1;
    lengths.push(length);
  }
  return found[lengths.indexOf(Math.max(...lengths))];
}

/** Of equal heads the upper and shallower one: a merged cell may repeat its text in every row it covers. */
function findHead(rows: SheetRow[]): Head | null {
  let best: Head | null = null;
  for (const start of rows.slice(0, HEAD_SEARCH_ROWS).keys()) {
    for (let depth = 1; depth <= HEAD_MAX_DEPTH; depth += 1) {
      const head = headAt(rows, start, depth);
      if (!head) break;
      if (head.score > (best?.score ?? HEAD_MIN_FIELDS - 1)) best = head;
    }
  }
  return best;
}

function headAt(rows: SheetRow[], start: number, depth: number): Head | null {
  const [top, ...lower] = rows.slice(start, start + depth);
  if (!top || lower.length < depth - 1) return null;
  const topMapping = guessMapping(top.cells.map(textOf));
  const name = topMapping.indexOf('fullName');
  if (name < 0 || !lower.every((row) => continuesHead(row, top, name))) return null;
  const headers = combinedHeaders([top, ...lower]);
  const mapping = guessMapping(headers);
  return { rows: [top, ...lower].map(({ number }) => number), headers, mapping, score: mapping.filter(Boolean).length };
}

/** A second row of the header has words only, and under the name nothing but part of the header. */
function continuesHead(row: SheetRow, top: SheetRow, name: number): boolean {
  const under = textOf(row.cells[name]);
  const partOfName = under === '' || under === textOf(top.cells[name]) || /^(ho|ten|ho (va )?(chu )?dem)$/.test(foldName(under));
  return partOfName && row.cells.some((cell) => textOf(cell) !== '') && row.cells.every(isWords);
}

function isWords(cell: CellValue): boolean {
  return cell === null || (typeof cell === 'string' && !/\d{3}|^\(?\d+\)?$/.test(cell.trim()));
}

function combinedHeaders(rows: SheetRow[]): string[] {
  const width = Math.max(...rows.map((row) => row.cells.length));
  return Array.from({ length: width }, (_, column) => {
    const texts = rows.map((row) => textOf(row.cells[column]));
    const parents = texts.map((text, level) => text || groupText(rows, level, column));
    return parents.filter((text, level) => text !== '' && text !== parents[level - 1]).join(' / ');
  });
}

/** A merged group keeps its text in its first cell: a blank beside it, with a text below, belongs to it. */
function groupText(rows: SheetRow[], level: number, column: number): string {
  const below = rows.slice(level + 1).some((row) => textOf(row.cells[column]) !== '');
  if (!below) return '';
  const left = (rows[level]?.cells.slice(0, column) ?? []).map(textOf);
  return left.findLast((text) => text !== '') ?? '';
}

/** Rows up to the last that is a member's: what follows the list, and footers, sections and numbering inside it, are left out. */
async function* memberRows(rows: AsyncIterable<SheetRow>, head: Head): AsyncGenerator<SheetRow> {
  const below = head.rows.at(-1) ?? 0;
  let pastFooter = false;
  let held: SheetRow[] = [];
  for await (const row of rows) {
    if (row.number <= below) continue;
    const texts = firstTexts(row);
    const footer = isFooter(texts);
    pastFooter ||= footer;
    if (texts.length > 0 && !footer && !isSection(texts) && !isNumbering(row, texts)) held.push(row);
    if (pastFooter ? !looksLikeMember(row, head.mapping) : texts.length < 2) continue;
    yield* held;
    held = [];
  }
}

/** The first texts of a row that differ, as many as are needed to tell what kind of row it is. */
function firstTexts(row: SheetRow): string[] {
  const texts: string[] = [];
  for (const cell of row.cells) {
    const text = textOf(cell);
    if (text !== '' && !texts.includes(text)) texts.push(text);
    if (texts.length > FOOTER_TEXTS) break;
  }
  return texts;
}

function isFooter(texts: string[]): boolean {
  return texts.length <= FOOTER_TEXTS && FOOTER.test(foldName(texts[0] ?? ''));
}

function isSection(texts: string[]): boolean {
  return texts.length === 1 && SECTION.test(foldName(texts[0] ?? ''));
}

/** '(1) (2) (3) …' under the header of a printed form. */
function isNumbering(row: SheetRow, texts: string[]): boolean {
  const numbers = (text: string) => /^(\(?\d{1,2}\)?|\(?[A-Ea-e]\)?)$/.test(text);
  return texts.length > 2 && texts.every(numbers) && row.cells.map(textOf).every((text) => text === '' || numbers(text));
}

function looksLikeMember(row: SheetRow, mapping: Mapping): boolean {
  const dated = row.cells.some(
    (cell, column) => /^(born|joined|official)/.test(mapping[column] ?? '') && 'date' in parseTypedDate(textOf(cell)),
  );
  return dated && !isFooter(firstTexts(row)) && textOf(row.cells[mapping.indexOf('fullName')]) !== '';
}
