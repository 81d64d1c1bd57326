import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { formatDate } from '@/domain/calendar';
import type { Mapping } from '@/domain/members/import/fields';
import type { Decision } from '@/domain/members/import/inputs';
import type { JudgedProblem, RowState } from '@/domain/members/import/judge';
import type { RowValues } from '@/domain/members/import/read-row';
import { type CellValue, columnLetter, textOf } from '@/domain/members/import/sheet';
import { type ImportStep, importStep } from '@/domain/members/import/step';
import { change, read, type Tx } from '../client';
import { isRunning } from '../commands/imports/find';
import { readLog } from '../schema/records';
import { within } from '../scope';
import { auditRow } from '../write';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PAGE = 50;
const EXAMPLES = 3;

export type ImportSummary = {
  id: string;
  unitName: string;
  fileName: string;
  rowCount: number;
  uploadedAt: Date;
  uploadedBy: string;
  counts: Partial<Record<RowState | 'added' | 'updated' | 'left', number>>;
  step: ImportStep;
};

type Stamped = Omit<ImportSummary, 'step' | 'uploadedAt'> & {
  uploadedAt: string;
  startedAt: string | null;
  committedAt: string | null;
  takenBackAt: string | null;
};

const SUMMARY = sql`i.id, u.short_name as "unitName", i.file_name as "fileName", i.row_count as "rowCount", i.uploaded_at as "uploadedAt",
  account_name(i.uploaded_by) as "uploadedBy", i.counts, i.started_at as "startedAt", i.committed_at as "committedAt", i.taken_back_at as "takenBackAt"`;

async function summaryOf(tx: Tx, row: Stamped): Promise<ImportSummary> {
  const { startedAt, committedAt, takenBackAt, ...rest } = row;
  const moment = (text: string | null) => (text === null ? null : new Date(text));
  const running = await isRunning(tx, { id: row.id, startedAt: moment(startedAt), committedAt: moment(committedAt) });
  const step = importStep({ startedAt, committedAt, takenBackAt, running, counts: row.counts });
  return { ...rest, uploadedAt: new Date(row.uploadedAt), step };
}

/** The latest lists of a unit and everything below it. */
export async function listImports(viewer: Viewer, unitId: string, limit = 20): Promise<ImportSummary[]> {
  return read(viewer, async (tx) => {
    const { rows } = await tx.execute<Stamped>(sql`
      select ${SUMMARY} from imports i join units u on u.id = i.unit_id
      where i.unit_id in (select unit_id from unit_tree where ancestor_id = ${unitId}) and ${within(viewer, 'member.import', sql`i.unit_id`)}
      order by i.id desc limit ${limit}`);
    const summaries: ImportSummary[] = [];
    for (const row of rows) summaries.push(await summaryOf(tx, row));
    return summaries;
  });
}

export type ShownImport = ImportSummary & {
  unitId: string;
  version: number;
  sheetName: string;
  headerRows: number[];
  headers: string[];
  mapping: Mapping;
  doneCount: number;
  failure: string | null;
  /** Rows that need a decision and have none. */
  undecided: number;
  takenBackBy: string | null;
  /** What the first rows hold in each column, as text. */
  examples: string[][];
};

/** One import with what its page needs; null out of reach. */
export async function getImport(viewer: Viewer, importId: string): Promise<ShownImport | null> {
  if (!ID.test(importId)) return null;
  return read(viewer, async (tx) => {
    const { rows } = await tx.execute<Stamped & Omit<ShownImport, keyof ImportSummary | 'examples'>>(sql`
      select ${SUMMARY}, i.unit_id as "unitId", i.version, i.sheet_name as "sheetName", i.header_rows as "headerRows", i.headers, i.mapping, i.done_count as "doneCount",
        i.failure, account_name(i.taken_back_by) as "takenBackBy",
        (select count(*)::int from import_rows r where r.import_id = i.id and r.state = 'decide' and r.decision is null) as undecided
      from imports i join units u on u.id = i.unit_id where i.id = ${importId} and ${within(viewer, 'member.import', sql`i.unit_id`)}`);
    const [found] = rows;
    if (!found) return null;
    const { rows: first } = await tx.execute<{ cells: CellValue[] }>(sql`
      select cells from import_rows where import_id = ${importId} and ${within(viewer, 'member.import', sql`unit_id`)} order by row_number limit ${EXAMPLES}`);
    const examples = found.headers.map((_, column) =>
      first.map(({ cells }) => shown(cells[column])).filter((text) => text !== ''),
    );
    return { ...found, ...(await summaryOf(tx, found)), examples };
  });
}

const shown = (cell: CellValue | undefined): string => (cell && typeof cell === 'object' ? formatDate(cell.date) : textOf(cell));

export type ShownRow = {
  row: number;
  state: RowState;
  decision: Decision | null;
  values: RowValues & { choices?: Decision[] };
  problems: JudgedProblem[];
  memberId: string | null;
  /** What stands in each column of the file. */
  typed: string[];
};

/** A page of an import's rows in the order of the file, of one state or of all; `next` is the row to go on after. */
export async function listImportRows(
  viewer: Viewer,
  importId: string,
  state: RowState | null,
  after: number,
): Promise<{ rows: ShownRow[]; next: number | null }> {
  if (!ID.test(importId)) return { rows: [], next: null };
  return read(viewer, async (tx) => {
    const { rows } = await tx.execute<Omit<ShownRow, 'typed'> & { cells: CellValue[] }>(sql`
      select r.row_number as row, r.state, r.decision, r."values", r.problems, r.member_id as "memberId", r.cells from import_rows r
      where ${rowsOf(viewer, importId)} and ${state ? sql`r.state = ${state}` : sql`true`} and r.row_number > ${after}
      order by r.row_number limit ${PAGE + 1}`);
    const page = rows.slice(0, PAGE).map(({ cells, ...row }) => ({ ...row, typed: cells.map(shown) }));
    return { rows: page, next: rows.length > PAGE ? (rows[PAGE - 1]?.row ?? null) : null };
  });
}

const rowsOf = (viewer: Viewer, importId: string): SQL =>
  sql`r.import_id = ${importId} and ${within(viewer, 'member.import', sql`r.unit_id`)}`;

export type LeftOutRows = { fileName: string; headers: string[]; rows: string[][] };

/** The rows that stay out, as they stand in the file, with the reason and its cell; null out of reach. Writes the read log before it answers. */
export async function listLeftOutRows(viewer: Viewer, importId: string): Promise<LeftOutRows | null> {
  if (!ID.test(importId)) return null;
  return change(
    viewer,
    async (tx) => {
      const { rows: found } = await tx.execute<{ fileName: string; headers: string[]; unitId: string }>(sql`
        select i.file_name as "fileName", i.headers, i.unit_id as "unitId" from imports i where i.id = ${importId} and ${within(viewer, 'member.import', sql`i.unit_id`)}`);
      const [list] = found;
      if (!list) return null;
      const { rows } = await tx.execute<{ row: number; cells: CellValue[]; state: RowState; problems: JudgedProblem[] }>(sql`
        select r.row_number as row, r.cells, r.state, r.problems from import_rows r
        where ${rowsOf(viewer, importId)} and (r.state = 'wrong' or (r.state = 'decide' and coalesce(r.decision, 'skip') = 'skip')) order by r.row_number`);
      await tx.insert(readLog).values(
        auditRow(viewer, {
          action: 'import.left_out_exported',
          subjectType: 'import',
          subjectId: importId,
          unitId: list.unitId,
          detail: { rows: rows.length },
        }),
      );
      return {
        fileName: list.fileName,
        headers: ['Dòng', 'Lý do', ...list.headers],
        rows: rows.map(({ row, cells, problems }) => [
          String(row),
          reasons(row, problems),
          ...list.headers.map((_, column) => shown(cells[column])),
        ]),
      };
    },
    (result) => result !== null,
  );
}

const reasons = (row: number, problems: JudgedProblem[]): string =>
  problems
    .filter((problem) => !problem.warning)
    .map(({ column, message }) => (column === null ? message : `Ô ${columnLetter(column)}${row}: ${message}`))
    .join(' ');
