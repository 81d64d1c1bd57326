import type { IsoDate, PartialDate } from '@/domain/calendar';
import type { Mapping } from '@/domain/members/import/fields';
import { readBirth } from '@/domain/members/import/read-birth';
import { type CellChoice, cellFinder } from '@/domain/members/import/read-cell';
import { readPartyDates } from '@/domain/members/import/read-date';
import { readCard, readLongNumber } from '@/domain/members/import/read-numbers';
import { Reading, type RowProblem } from '@/domain/members/import/reading';
import type { SheetRow } from '@/domain/members/import/sheet';
import { normalizeName } from '@/domain/names';

type TextField =
  | 'ethnicity'
  | 'religion'
  | 'homePlace'
  | 'address'
  | 'generalEducation'
  | 'professionalLevel'
  | 'politicalTheory'
  | 'occupation'
  | 'biographyNumber'
  | 'note';
type TextValues = Record<TextField, string | null>;

/** A member as the row says; null for what it leaves out or what could not be read. A row that is not refused has sex, birth, joined and cell. */
export type RowValues = TextValues & {
  fullName: string;
  female: boolean | null;
  born: PartialDate | null;
  joined: PartialDate | null;
  official: PartialDate | null;
  cardNumber: string | null;
  citizenId: string | null;
  phone: string | null;
  cellId: string | null;
  cellName: string | null;
};

/** `row` is the number in the file. */
export type ReadRow = { row: number; values: RowValues; problems: RowProblem[] };

/** `cells`: those a row may name. Where there is only one, a row need not name it. */
export type ReadContext = { today: IsoDate; cells: readonly CellChoice[] };

export function isRefused(row: Pick<ReadRow, 'problems'>): boolean {
  return row.problems.some((problem) => !problem.warning);
}

/** Reads rows in the order of the file, remembering the card numbers of the rows before: for long lists read in parts. */
export function rowReader(mapping: Mapping, context: ReadContext): (row: SheetRow) => ReadRow {
  const findCell = cellFinder(context.cells);
  const cardOwners = new Map<string, string>();
  return (row) => {
    const reading = new Reading(row, mapping);
    const fullName = readName(reading);
    const { female, born } = readBirth(reading, context.today);
    const { joined, official } = readPartyDates(reading, born, context.today);
    const cell = readCell(reading, context.cells, findCell);
    const numbers = {
      cardNumber: readCard(reading, cardOwners, fullName ? `dòng ${row.number} (${fullName})` : `dòng ${row.number}`),
      citizenId: readLongNumber(reading, 'citizenId', 12),
      phone: readLongNumber(reading, 'phone', 10),
    };
    const place = { cellId: cell?.id ?? null, cellName: cell?.name ?? null };
    return {
      row: row.number,
      values: { ...readTexts(reading), fullName, female, born, joined, official, ...numbers, ...place },
      problems: reading.problems,
    };
  };
}

function readName(reading: Reading): string {
  const name = normalizeName(`${reading.text('fullName')} ${reading.text('givenName')}`);
  if (/\p{L}/u.test(name)) return name;
  reading.fault('fullName', 'name', 'Chưa có họ và tên. Hãy ghi họ và tên đảng viên.');
  return '';
}

function readCell(reading: Reading, cells: readonly CellChoice[], find: (typed: string) => CellChoice | null): CellChoice | null {
  const typed = reading.text('cell');
  const only = cells.length === 1 ? cells[0] : undefined;
  const cell = typed === '' ? (only ?? null) : find(typed);
  if (!cell) reading.fault('cell', 'cell', typed === '' ? 'Chưa ghi chi bộ. Hãy ghi chi bộ đang sinh hoạt.' : unknownCell(typed));
  return cell;
}

function unknownCell(typed: string): string {
  return `Không tìm thấy “${typed}” trong đảng bộ này. Hãy sửa lại tên chi bộ, hoặc lập chi bộ rồi nhập lại.`;
}

/** Written out: building the same from a list of names takes as long as all the rest of reading a row. */
function readTexts(reading: Reading): TextValues {
  const text = (field: keyof TextValues) => reading.text(field) || null;
  return {
    ethnicity: text('ethnicity'),
    religion: text('religion'),
    homePlace: text('homePlace'),
    address: text('address'),
    generalEducation: text('generalEducation'),
    professionalLevel: text('professionalLevel'),
    politicalTheory: text('politicalTheory'),
    occupation: text('occupation'),
    biographyNumber: text('biographyNumber'),
    note: text('note'),
  };
}
