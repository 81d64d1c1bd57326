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

type Head = { start: number; depth: number; headers: string[]; mapping: Mapping; score: number };

const HEAD_SEARCH_ROWS = 60;
const HEAD_MAX_DEPTH = 3;
const HEAD_MIN_FIELDS = 3;
const FOOTER =
  /^(tong (so|cong)|cong\b|danh sach (nay )?(co|gom)|t ?\/ ?m\b|tm\b|nguoi lap|xac nhan|noi nhan|bi thu\b)|\bngay .* thang .* nam\b/;
const SECTION = /^(([ivx]+|[a-z]|\d+)\s*[.)/-]\s*)?chi bo\b|^([ivx]+|[a-z])\s*[.)]\s/;

/** The visible sheet with the richest header, taken apart; null where no sheet has a name column and two more that are known. */
export function findTable(sheets: Sheet[]): Table | null {
  const found = sheets
    .filter((sheet) => !sheet.hidden)
    .flatMap((sheet) => {
      const head = findHead(sheet.rows);
      return head ? [{ sheet, head }] : [];
    });
  found.sort((a, b) => b.head.score - a.head.score || b.sheet.rows.length - a.sheet.rows.length);
  const best = found[0];
  return best ? tableOf(best.sheet, best.head) : null;
}

function tableOf(sheet: Sheet, head: Head): Table {
  const rows = memberRows(sheet.rows.slice(head.start + head.depth), head.mapping);
  const headerRows = sheet.rows.slice(head.start, head.start + head.depth).map((row) => row.number);
  const below = (headerRows.at(-1) ?? 0) + 1;
  return {
    sheet: sheet.name,
    headerRows,
    headers: head.headers,
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

function memberRows(rows: SheetRow[], mapping: Mapping): SheetRow[] {
  const footer = rows.findIndex((row) => isFooter(row));
  const before = footer < 0 ? rows.length : footer;
  const last = rows.findLastIndex((row, index) =>
    index < before ? distinctTexts(row).length > 1 : looksLikeMember(row, mapping),
  );
  return rows
    .slice(0, last + 1)
    .filter((row) => distinctTexts(row).length > 0 && !isFooter(row) && !isSection(row) && !isNumbering(row));
}

function distinctTexts(row: SheetRow): string[] {
  return [...new Set(row.cells.map(textOf).filter((text) => text !== ''))];
}

function isFooter(row: SheetRow): boolean {
  const texts = distinctTexts(row);
  return texts.length <= 4 && FOOTER.test(foldName(texts[0] ?? ''));
}

function isSection(row: SheetRow): boolean {
  const texts = distinctTexts(row);
  return texts.length === 1 && SECTION.test(foldName(texts[0] ?? ''));
}

/** '(1) (2) (3) …' under the header of a printed form. */
function isNumbering(row: SheetRow): boolean {
  const texts = distinctTexts(row);
  return texts.length > 2 && texts.every((text) => /^(\(?\d{1,2}\)?|\(?[A-Ea-e]\)?)$/.test(text));
}

function looksLikeMember(row: SheetRow, mapping: Mapping): boolean {
  const dated = row.cells.some(
    (cell, column) => /^(born|joined|official)/.test(mapping[column] ?? '') && 'date' in parseTypedDate(textOf(cell)),
  );
  return dated && !isFooter(row) && textOf(row.cells[mapping.indexOf('fullName')]) !== '';
}
