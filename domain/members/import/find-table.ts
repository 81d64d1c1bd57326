import { parseTypedDate } from '@/domain/calendar';
import type { Mapping } from '@/domain/members/import/fields';
import { guessMapping } from '@/domain/members/import/guess-mapping';
import { type CellValue, type Sheet, type SheetRow, textOf } from '@/domain/members/import/sheet';
import { foldName } from '@/domain/names';

/** The list inside a sheet: `headers` one a column from A ('Trình độ / Chuyên môn'), row numbers as in the file, `rows` the members' rows only. */
export type Table = {
  sheet: string;
  headerRows: number[];
  headers: string[];
  firstRow: number;
  lastRow: number;
  rows: SheetRow[];
};

/** The list as found, its rows not yet taken apart: reading 100,000 of them takes a while, and the caller says how. */
export type FoundList = Omit<Table, 'firstRow' | 'lastRow' | 'rows'> & { rows: Iterable<SheetRow> };

type Head = { start: number; depth: number; headers: string[]; mapping: Mapping; score: number };

const HEAD_SEARCH_ROWS = 60;
const HEAD_MAX_DEPTH = 3;
const HEAD_MIN_FIELDS = 3;
const FOOTER_TEXTS = 4;
const FOOTER =
  /^(tong (so|cong)|cong\b|danh sach (nay )?(co|gom)|t ?\/ ?m\b|tm\b|nguoi lap|xac nhan|noi nhan|bi thu\b)|\bngay .* thang .* nam\b/;
const SECTION = /^(([ivx]+|[a-z]|\d+)\s*[.)/-]\s*)?chi bo\b|^([ivx]+|[a-z])\s*[.)]\s/;

/** The visible sheet with the richest header, taken apart; null where no sheet has a name column and two more that are known. */
export function findTable(sheets: Sheet[]): Table | null {
  const list = findList(sheets);
  return list && tableOf(list, [...list.rows]);
}

/** The same with the rows still to be read, by whoever has other things to do between them. */
export function findList(sheets: Sheet[]): FoundList | null {
  const found = sheets
    .filter((sheet) => !sheet.hidden)
    .flatMap((sheet) => {
      const head = findHead(sheet.rows);
      return head ? [{ sheet, head }] : [];
    });
  found.sort((a, b) => b.head.score - a.head.score || b.sheet.rows.length - a.sheet.rows.length);
  const best = found[0];
  if (!best) return null;
  const { sheet, head } = best;
  const headerRows = sheet.rows.slice(head.start, head.start + head.depth).map((row) => row.number);
  const rows = memberRows(sheet.rows, head.start + head.depth, head.mapping);
  return { sheet: sheet.name, headerRows, headers: head.headers, rows };
}

export function tableOf({ sheet, headerRows, headers }: FoundList, rows: SheetRow[]): Table {
  const below = (headerRows.at(-1) ?? 0) + 1;
  return {
    sheet,
    headerRows,
    headers,
    firstRow: rows[0]?.number ?? below,
    lastRow: rows.at(-1)?.number ?? below - 1,
    rows,
  };
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
  return { start, depth, headers, mapping, score: mapping.filter(Boolean).length };
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
function* memberRows(rows: SheetRow[], from: number, mapping: Mapping): Generator<SheetRow> {
  let pastFooter = false;
  let held: SheetRow[] = [];
  for (let at = from; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row) continue;
    const texts = firstTexts(row);
    const footer = isFooter(texts);
    pastFooter ||= footer;
    if (texts.length > 0 && !footer && !isSection(texts) && !isNumbering(row, texts)) held.push(row);
    if (pastFooter ? !looksLikeMember(row, mapping) : texts.length < 2) continue;
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
