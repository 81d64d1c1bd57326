import { and, eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Mapping } from '@/domain/members/import/fields';
import { guessMapping, headerSignature } from '@/domain/members/import/guess-mapping';
import type { UploadInput } from '@/domain/members/import/inputs';
import type { Tx } from '../../client';
import { importMappings, imports } from '../../schema/members';
import { within } from '../../scope';
import { command, notFound } from '../../write';
import { insertRows } from './stored-rows';

/** Keeps a list as it stands in the file, with the columns as this unit mapped such a list last time, or by their usual names. */
export const uploadList = command('uploadList', 'member.import', async (tx, viewer, { unitId, upload }: UploadInput) => {
  const { rows: reachable } = await tx.execute(
    sql`select 1 from units u where u.id = ${unitId} and u.closed_on is null and ${within(viewer, 'member.import', sql`u.id`)}`,
  );
  if (!reachable.length) return notFound();
  const { table, fileName } = upload;
  const id = uuidv7();
  const mapping = (await rememberedMapping(tx, unitId, table.headers)) ?? guessMapping(table.headers);
  await tx.insert(imports).values({
    id,
    unitId,
    fileName,
    sheetName: table.sheet,
    headerRows: table.headerRows,
    headers: table.headers,
    mapping,
    rowCount: table.rows.length,
    uploadedBy: viewer.accountId,
  });
  await insertRows(tx, { id, unitId }, table.rows);
  return {
    result: { importId: id },
    audit: [{ action: 'import.uploaded', subjectType: 'import', subjectId: id, unitId, detail: { rows: table.rows.length } }],
  };
});

async function rememberedMapping(tx: Tx, unitId: string, headers: string[]): Promise<Mapping | null> {
  const [kept] = await tx
    .select({ mapping: importMappings.mapping })
    .from(importMappings)
    .where(and(eq(importMappings.unitId, unitId), eq(importMappings.signature, headerSignature(headers))));
  return (kept?.mapping as Mapping | undefined) ?? null;
}
