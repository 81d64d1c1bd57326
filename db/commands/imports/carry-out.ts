import { type SQL, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/domain/access/viewer';
import { type Candidate, type KeptValues, keptOf, merged, registeredStatus } from '@/domain/members/import/judge';
import { change, type Tx } from '../../client';
import { type AuditEntry, auditMany, type Refused, refused } from '../../write';
import { writtenBehind } from '../../write-behind';
import { recordFirstEvents } from '../ledger';
import { loadCandidates } from './candidates';
import { type ImportRecord, inBatches, STOPPED } from './find';
import { insertMembers, type NewMember, updateMembers, withKeys } from './members';
import { cellChoices, type ShownRow, shownRows } from './rows';
import { givenTo, rowsOf } from './stored-rows';

const BATCH = 1_000;

/** What is to be done, by row; the rest of a row is read again when its turn comes. */
export type Work = { add: Set<number>; update: Map<number, { id: string; version: number }>; rows: number };
type Context = { tx: Tx; viewer: Viewer; found: ImportRecord; report: (rows: number) => Promise<boolean> };

/** Writes the rows into the book; what is told when somebody stopped it or edited a member meanwhile. */
export async function carryOut(tx: Tx, viewer: Viewer, found: ImportRecord, work: Work): Promise<Refused | null> {
  let done = 0;
  const report = (rows: number) => {
    done += rows;
    return writeProgress(viewer, found.id, done);
  };
  const context = { tx, viewer, found, report };
  return (await addMembers(context, work.add)) ?? (await changeMembers(context, work.update));
}

type Added = { memberId: string; cellId: string; committeeId: string; detail: { status: 'official' | 'probationary' } };

/** Members first, the ledger last: the cells' months are locked only at the end, when little is left to do. */
async function addMembers(context: Context, rows: Work['add']): Promise<Refused | null> {
  if (!rows.size) return null;
  const { tx, viewer, found, report } = context;
  const added: Added[] = [];
  const goingOn = await writtenBehind(newMembers(context, rows, added), async ({ statements, people }) => {
    for (const statement of statements) await tx.execute(statement);
    return report(people);
  });
  if (!goingOn) return refused('', STOPPED);
  const registration = { kind: 'registered' as const, effectiveOn: viewer.today, importId: found.id };
  await recordFirstEvents(
    tx,
    viewer,
    (function* () {
      for (const person of added) yield { ...person, ...registration };
    })(),
  );
  return null;
}

type NewMembers = { statements: SQL[]; people: number };

/** What writes the new members of each part, ready to be sent; who they are goes into `added`. */
async function* newMembers({ tx, viewer, found }: Context, rows: Work['add'], added: Added[]): AsyncGenerator<NewMembers> {
  const choices = await cellChoices(tx, viewer, found.unitId);
  const cells = new Map(choices.map(({ id, committeeId }) => [id, { cellId: id, committeeId }]));
  for await (const part of shownRows(tx, found.id)) {
    const people: (NewMember & { row: number })[] = [];
    for (const { row, values } of part) {
      const place = cells.get(values.cellId ?? '');
      if (!place || !rows.has(row)) continue;
      const [id, status] = [uuidv7(), registeredStatus(values)];
      people.push({ ...withKeys(keptOf(values)), ...place, row, id, status });
      added.push({ memberId: id, ...place, detail: { status } });
    }
    const notes = people.map(({ row, id }) => ({ row, id, before: null }));
    const insert = insertMembers(viewer, found.id, people);
    yield { statements: [insert, noteMembers(found.id, notes)], people: people.length };
  }
}

const EDITED = 'Có đảng viên vừa được người khác sửa trong lúc nhập. Chưa có dòng nào được ghi; hãy xem trước lại.';

/** The audit last: its chains are everybody's. */
async function changeMembers({ tx, viewer, found, report }: Context, rows: Work['update']): Promise<Refused | null> {
  const entries: AuditEntry[] = [];
  if (rows.size)
    for await (const part of shownRows(tx, found.id)) {
      const changes = await changesIn(tx, viewer, found, part, rows);
      if (!changes) return refused('', EDITED);
      for (const { member, before, after } of changes)
        entries.push({
          action: 'member.updated',
          subjectType: 'member',
          subjectId: member.id,
          unitId: member.cellId,
          detail: { importId: found.id, fields: changedFields(before, after) },
        });
      if (!(await report(changes.length))) return refused('', STOPPED);
    }
  for (const batch of inBatches(entries, BATCH)) await auditMany(tx, viewer, batch);
  return null;
}

type Changed = { row: number; member: Candidate; before: KeptValues; after: KeptValues };

/** Writes the changes of a part of the list; null when somebody has changed one of its members since it was judged. */
async function changesIn(
  tx: Tx,
  viewer: Viewer,
  found: ImportRecord,
  part: readonly ShownRow[],
  rows: Work['update'],
): Promise<Changed[] | null> {
  const wanted = part.flatMap(({ row, values }) => {
    const update = rows.get(row);
    return update ? [{ row, values, ...update }] : [];
  });
  const members = await loadCandidates(
    tx,
    viewer,
    found.unitId,
    wanted.map(({ id }) => id),
  );
  const changes = wanted.flatMap(({ row, id, version, values }) => {
    const member = members.get(id);
    return member?.version === version ? [{ row, member, ...merged(values, member) }] : [];
  });
  const records = changes.map(({ member, after }) => ({ ...after, id: member.id, version: member.version }));
  if (changes.length < wanted.length || !(await updateMembers(tx, viewer, records))) return null;
  const notes = changes.map(({ row, member, before }) => ({
    row,
    id: member.id,
    before: { version: member.version, values: before },
  }));
  await tx.execute(noteMembers(found.id, notes));
  return changes;
}

const changedFields = (before: KeptValues, after: KeptValues) =>
  (Object.keys(after) as (keyof KeptValues)[]).filter((field) => before[field] !== after[field]);

type Note = { row: number; id: string; before: { version: number; values: KeptValues } | null };

const noteMembers = (importId: string, notes: readonly Note[]): SQL => sql`
  update import_rows r set (member_id, before) = (select (given ->> 'id')::uuid, nullif(given -> 'before', 'null') from ${givenTo(notes)})
  where ${rowsOf(importId, notes)}`;

async function writeProgress(viewer: Viewer, importId: string, done: number): Promise<boolean> {
  const written = await change(
    viewer,
    (tx) =>
      tx.execute(sql`update imports set done_count = ${done} where id = ${importId} and started_at is not null returning id`),
    () => true,
  ).catch(() => null);
  return written === null || written.rows.length > 0;
}
