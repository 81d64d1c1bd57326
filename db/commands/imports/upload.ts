import { and, eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Mapping } from '@/domain/members/import/fields';
import { findList } from '@/domain/members/import/find-table';
import { guessMapping, headerSignature } from '@/domain/members/import/guess-mapping';
import type { UploadInput } from '@/domain/members/import/inputs';
import type { Tx } from '../../client';
import { importMappings, imports } from '../../schema/members';
import { within } from '../../scope';
import { openSheets, SpreadsheetFault } from '../../spreadsheets';
import { type Command, command, notFound, refused } from '../../write';
import { insertRows } from './stored-rows';

const NO_TABLE =
  'Không tìm thấy danh sách đảng viên trong tệp. Bảng cần có dòng tiêu đề với cột họ và tên và ít nhất hai cột quen dùng khác (ngày sinh, ngày vào Đảng, số thẻ…).';
const NO_ROWS = 'Danh sách trong tệp chưa có dòng nào dưới tiêu đề. Hãy kiểm tra lại tệp.';

type Upload = Command<UploadInput, { importId: string }>;

/** Keeps a list as it stands in the file, with the columns as this unit mapped such a list last time, or by their usual names. */
export const uploadList: Upload = command('uploadList', 'member.import', async (tx, viewer, input) => {
  try {
    return await kept(tx, viewer, input);
  } catch (error) {
    if (error instanceof SpreadsheetFault) return refused('file', error.message);
    throw error;
  }
});

/** Row by row from the file into the database: however long the list, only a part of it is in memory. */
const kept: Upload['run'] = async (tx, viewer, { unitId, upload: { fileName, bytes } }) => {
  const { rows: reachable } = await tx.execute(
    sql`select 1 from units u where u.id = ${unitId} and u.closed_on is null and ${within(viewer, 'member.import', sql`u.id`)}`,
  );
  if (!reachable.length) return notFound();
  const list = await findList(await openSheets(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  if (!list) return refused('file', NO_TABLE);
  const { sheet: sheetName, headerRows, headers } = list;
  const id = uuidv7();
  const mapping = (await rememberedMapping(tx, unitId, headers)) ?? guessMapping(headers);
  await tx
    .insert(imports)
    .values({ id, unitId, fileName, sheetName, headerRows, headers, mapping, rowCount: 0, uploadedBy: viewer.accountId });
  const rowCount = await insertRows(tx, { id, unitId }, list.rows());
  if (!rowCount) return refused('file', NO_ROWS);
  await tx.update(imports).set({ rowCount }).where(eq(imports.id, id));
  return {
    result: { importId: id },
    audit: [{ action: 'import.uploaded', subjectType: 'import', subjectId: id, unitId, detail: { rows: rowCount } }],
  };
};

async function rememberedMapping(tx: Tx, unitId: string, headers: string[]): Promise<Mapping | null> {
  const [kept] = await tx
    .select({ mapping: importMappings.mapping })
    .from(importMappings)
    .where(and(eq(importMappings.unitId, unitId), eq(importMappings.signature, headerSignature(headers))));
  return (kept?.mapping as Mapping | undefined) ?? null;
}
