import { eq, sql } from 'drizzle-orm';
import { mappingProblems } from '@/domain/members/import/fields';
import { headerSignature } from '@/domain/members/import/guess-mapping';
import type { DecideRowsInput, MapColumnsInput } from '@/domain/members/import/inputs';
import { countStates } from '@/domain/members/import/judge';
import { importMappings, imports } from '../../schema/members';
import { command, refused } from '../../write';
import { writtenBehind } from '../../write-behind';
import { openImport, settled } from './find';
import { cellChoices, judgedRows, readSource } from './rows';
import { saveVerdicts } from './stored-rows';

/** Reads the list by these columns, remembers them for the unit's next list with the same header, and judges every row. */
export const mapColumns = command('mapColumns', 'member.import', async (tx, viewer, input: MapColumnsInput) => {
  const open = await openImport(tx, viewer, input.importId, input.version);
  if ('problems' in open) return open;
  const { found } = open;
  const closed = settled(found);
  if (closed) return closed;
  const mapping = found.headers.map((_, column) => input.mapping[column] ?? null);
  const problems = mappingProblems(mapping, (await cellChoices(tx, viewer, found.unitId)).length);
  if (problems.length) return { problems };
  const counts = countStates([]);
  const source = await readSource(tx, viewer, found, mapping);
  await writtenBehind(judgedRows(tx, viewer, found.unitId, mapping, source), async (part) => {
    for (const { judged } of part) counts[judged.state] += 1;
    await saveVerdicts(
      tx,
      found.id,
      part.map(({ judged }) => judged),
    );
    return true;
  });
  await tx
    .insert(importMappings)
    .values({ unitId: found.unitId, signature: headerSignature(found.headers), mapping })
    .onConflictDoUpdate({ target: [importMappings.unitId, importMappings.signature], set: { mapping, savedAt: sql`now()` } });
  await tx
    .update(imports)
    .set({ mapping, counts, failure: null, version: found.version + 1 })
    .where(eq(imports.id, found.id));
  return {
    result: { importId: found.id },
    audit: [{ action: 'import.mapped', subjectType: 'import', subjectId: found.id, unitId: found.unitId, detail: counts }],
  };
});

/** Answers rows that need a decision; each only with one of the choices that its verdict left open. */
export const decideRows = command('decideRows', 'member.import', async (tx, viewer, input: DecideRowsInput) => {
  const open = await openImport(tx, viewer, input.importId, input.version);
  if ('problems' in open) return open;
  const { found } = open;
  const closed = settled(found);
  if (closed) return closed;
  if (!input.answers.length) return refused('', 'Chưa có dòng nào được quyết định. Hãy chọn cách xử lý cho ít nhất một dòng.');
  const { rows } = await tx.execute<{ row_number: number }>(sql`
    update import_rows r set decision = n.decision from jsonb_to_recordset(${JSON.stringify(input.answers)}::jsonb) as n (row int, decision text)
    where r.import_id = ${found.id} and r.row_number = n.row and r.state = 'decide' and r."values" -> 'choices' ? n.decision returning r.row_number`);
  if (rows.length !== input.answers.length)
    return refused('', 'Có dòng không nhận được cách xử lý đã chọn. Hãy tải lại trang rồi chọn lại.');
  await tx
    .update(imports)
    .set({ version: found.version + 1 })
    .where(eq(imports.id, found.id));
  return {
    result: { decided: rows.length },
    audit: [
      {
        action: 'import.decided',
        subjectType: 'import',
        subjectId: found.id,
        unitId: found.unitId,
        detail: { rows: rows.length },
      },
    ],
  };
});
