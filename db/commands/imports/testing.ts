import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/domain/access/viewer';
import type { CellValue } from '@/domain/members/import/sheet';
import { writeSheet } from '../../spreadsheets';
import type { TestDatabase } from '../../testing';
import { write } from '../../write';
import { mapColumns } from './columns';
import { runImport, startImport } from './run';
import { uploadList } from './upload';

export const HEADERS = [
  'STT',
  'Họ và tên',
  'Giới tính',
  'Ngày sinh',
  'Ngày vào Đảng',
  'Ngày chính thức',
  'Số thẻ đảng viên',
  'Số CCCD',
  'Chi bộ',
  'Quê quán',
];

/** A member of a generated list; the rest of the columns are made up from the name. */
export type Listed = {
  name: string;
  born?: string;
  joined?: string;
  official?: string;
  card?: string;
  citizen?: string;
  cell?: string;
  home?: string;
  female?: boolean;
};

export const cellsOf = (member: Listed, at: number): CellValue[] => [
  at + 1,
  member.name,
  member.female ? 'Nữ' : 'Nam',
  member.born ?? '01/02/1980',
  member.joined ?? '03/02/2005',
  member.official ?? '03/02/2006',
  member.card ?? null,
  member.citizen ?? null,
  member.cell ?? 'Chi bộ thôn Đông Hà',
  member.home ?? null,
];

/** The rows of a list under `HEADERS`. */
export const listOf = (members: readonly Listed[]): CellValue[][] => members.map(cellsOf);

export type ImportRow = {
  version: number;
  counts: Record<string, number>;
  failure: string | null;
  committed_at: Date | null;
  started_at: Date | null;
  done_count: number;
  taken_back_at: Date | null;
  mapping: (string | null)[];
};

export const importRow = async (db: TestDatabase, id: string): Promise<ImportRow> =>
  (await db.owner.query('select * from imports where id = $1', [id])).rows[0];
export const importRows = async (db: TestDatabase, id: string) =>
  (await db.owner.query('select * from import_rows where import_id = $1 order by row_number', [id])).rows;

function resultOf<R>(written: { ok: true; result: R } | { ok: false; problems: { message: string }[] }): R {
  if (!written.ok) throw new Error(written.problems.map((problem) => problem.message).join(' '));
  return written.result;
}

/** A file with that list: header in row 1, members from row 2. */
export const fileOf = (list: readonly CellValue[][]): Promise<Uint8Array> =>
  writeSheet(
    'Danh sách',
    HEADERS,
    list.map((cells) => cells.map((cell) => String(cell ?? ''))),
  );

/** By a list to be written into a file, or by a file. */
export async function uploaded(viewer: Viewer, unitId: string, list: readonly CellValue[][] | Uint8Array): Promise<string> {
  const bytes = list instanceof Uint8Array ? list : await fileOf(list);
  return resultOf(await write(viewer, uploadList, { unitId, noSecrets: 'yes', upload: { fileName: 'danh-sach.xlsx', bytes } }))
    .importId;
}

/** Uploaded and read by the columns as they were guessed. */
export async function previewed(
  db: TestDatabase,
  viewer: Viewer,
  unitId: string,
  list: Parameters<typeof uploaded>[2],
): Promise<string> {
  const importId = await uploaded(viewer, unitId, list);
  const { version, mapping } = await importRow(db, importId);
  resultOf(await write(viewer, mapColumns, { importId, version, mapping: mapping as never }));
  return importId;
}

/** Previewed, started and run to its end. */
export async function imported(
  db: TestDatabase,
  viewer: Viewer,
  unitId: string,
  list: Parameters<typeof uploaded>[2],
): Promise<string> {
  const importId = await previewed(db, viewer, unitId, list);
  resultOf(await write(viewer, startImport, { importId, version: (await importRow(db, importId)).version }));
  await runImport(viewer, importId);
  return importId;
}

/** One more cell of a committee, in its own place of the tree. */
export async function addCell(db: TestDatabase, committeeId: string, name: string): Promise<string> {
  const id = randomUUID();
  await db.owner.query(
    `insert into units (id, code, kind, name, short_name, folded_name, sort_key, founded_on, parent_id, depth, committee_id, is_cell)
     values ($1, $2, 'G2', $3, $3, lower($3), lower($3), '2026-01-01', $4, 2, $4, true)`,
    [id, id.slice(0, 8), name, committeeId],
  );
  await db.owner.query(
    'insert into unit_tree (ancestor_id, unit_id, depth) select ancestor_id, $1::uuid, depth + 1 from unit_tree where unit_id = $2 union all select $1::uuid, $1, 0',
    [id, committeeId],
  );
  await db.owner.query("select open_months('2026-11-01')");
  return id;
}
