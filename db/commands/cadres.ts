import { and, eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Permission } from '@/domain/access/offices';
import type { Viewer } from '@/domain/access/viewer';
import { fileProblems, lineProblems } from '@/domain/cadres/file-problems';
import { professionalOf, theoryOf } from '@/domain/cadres/from-member';
import type { AddLine, EditCadre, FileLine, OpenCadre, RemoveLine } from '@/domain/cadres/inputs';
import { lineWords } from '@/domain/cadres/line-words';
import type { Tx } from '../client';
import { cadreAwards, cadreDisciplines, cadreHistory, cadreRemovedLines, cadres, cadreTrainings } from '../schema/cadres';
import { memberSensitive, members } from '../schema/members';
import { units } from '../schema/units';
import { within } from '../scope';
import { type AuditEntry, command, notFound, type Refused, refused, stale } from '../write';

type Cadre = typeof cadres.$inferSelect;

const entry = (action: string, row: Pick<Cadre, 'id' | 'managingUnitId'>, detail: AuditEntry['detail'] = {}): AuditEntry => ({
  action,
  subjectType: 'cadre',
  subjectId: row.id,
  unitId: row.managingUnitId,
  detail,
});

/** The cadre in reach, locked. */
async function lockCadre(tx: Tx, viewer: Viewer, cadreId: string, permission: Permission = 'cadre.edit'): Promise<Cadre | null> {
  const [row] = await tx
    .select()
    .from(cadres)
    .where(and(eq(cadres.id, cadreId), within(viewer, permission, cadres.managingUnitId)))
    .for('update');
  return row ?? null;
}

/** The committee that keeps the file of somebody who holds no title yet: the one directly under the province, or the province itself. */
async function firstManager(tx: Tx, committeeId: string): Promise<{ id: string; tier: 'province' | 'committee' } | null> {
  const [unit] = await tx
    .select({ id: units.id, parentId: units.parentId, depth: units.depth, isCell: units.isCell })
    .from(units)
    .where(eq(units.id, committeeId));
  if (!unit) return null;
  if (unit.depth > 0 && !unit.isCell) return { id: unit.id, tier: 'committee' };
  return { id: unit.parentId ?? unit.id, tier: 'province' };
}

/**
 * Opens the file of a member inside the transaction of the caller, for commands that plan or appoint somebody who has none yet. Refused where
 * the member is out of reach, or the committee that would keep the file is.
 */
export async function openFile(
  tx: Tx,
  viewer: Viewer,
  memberId: string,
): Promise<{ cadreId: string; audit: AuditEntry } | Refused> {
  const [member] = await tx
    .select()
    .from(members)
    .where(and(eq(members.id, memberId), within(viewer, 'member.read', members.cellId)));
  const manager = member && (await firstManager(tx, member.committeeId));
  if (!member || !manager) return notFound();
  if (member.status === 'left') return refused('memberId', 'Người này đã ra khỏi sổ đảng viên nên không lập hồ sơ cán bộ mới.');
  const [reached] = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.id, manager.id), within(viewer, 'cadre.edit', units.id)));
  if (!reached) return notFound();
  const [known] = await tx
    .select({ minority: sql<boolean>`${memberSensitive.ethnicity} is not null and ${memberSensitive.ethnicity} <> 'Kinh'` })
    .from(memberSensitive)
    .where(eq(memberSensitive.memberId, memberId));
  const row = {
    id: uuidv7(),
    memberId,
    managingUnitId: manager.id,
    tier: manager.tier,
    ...{
      fullName: member.fullName,
      sortKey: member.sortKey,
      female: member.female,
      born: member.born,
      homePlace: member.homePlace,
    },
    minority: known?.minority ?? false,
    theory: theoryOf(member.politicalTheory),
    professional: professionalOf(member.professionalLevel),
    language: member.foreignLanguage,
    updatedBy: viewer.accountId,
  };
  await tx.insert(cadres).values(row);
  return { cadreId: row.id, audit: entry('cadre.opened', row) };
}

/** A member gets a file as a cadre. Gives its id. */
export const openCadre = command<OpenCadre, { cadreId: string }>('openCadre', 'cadre.edit', async (tx, viewer, { memberId }) => {
  const opened = await openFile(tx, viewer, memberId);
  if ('problems' in opened) return opened;
  return { result: { cadreId: opened.cadreId }, audit: [opened.audit] };
});

/** Changes the fields of a file; the audit names the fields that changed, not what stood in them. */
export const editCadre = command<EditCadre, { cadreId: string }>('editCadre', 'cadre.edit', async (tx, viewer, input) => {
  const row = await lockCadre(tx, viewer, input.cadreId);
  if (!row) return notFound();
  if (row.version !== input.version) return stale(tx, row.updatedBy, row.updatedAt);
  const problems = fileProblems(input, row, viewer.today);
  if (problems.length) return { problems };
  const { cadreId, version, ...fields } = input;
  const changed = (Object.keys(fields) as (keyof typeof fields)[]).filter(
    (name) => (fields[name] ?? null) !== (row[name] ?? null),
  );
  await tx
    .update(cadres)
    .set({ ...fields, version: version + 1, updatedBy: viewer.accountId, updatedAt: new Date() })
    .where(eq(cadres.id, cadreId));
  return { result: { cadreId }, audit: [entry('cadre.edited', row, { fields: changed })] };
});

const TABLES = { history: cadreHistory, training: cadreTrainings, award: cadreAwards, discipline: cadreDisciplines } as const;

async function insertLine(tx: Tx, viewer: Viewer, row: Cadre, input: AddLine): Promise<void> {
  const own = { id: uuidv7(), cadreId: row.id, managingUnitId: row.managingUnitId, enteredBy: viewer.accountId };
  const { line, cadreId: _, ...fields } = input;
  if (line === 'history') await tx.insert(cadreHistory).values({ ...own, ...(fields as Fields<'history'>) });
  else if (line === 'training') await tx.insert(cadreTrainings).values({ ...own, ...(fields as Fields<'training'>) });
  else if (line === 'award') await tx.insert(cadreAwards).values({ ...own, ...(fields as Fields<'award'>) });
  else await tx.insert(cadreDisciplines).values({ ...own, ...(fields as Fields<'discipline'>) });
}
type Fields<L extends FileLine> = Omit<Extract<AddLine, { line: L }>, 'line' | 'cadreId'>;

/** Adds a line to a part of a file: work, training, award, discipline. */
export const addCadreLine = command<AddLine, { cadreId: string }>('addCadreLine', 'cadre.edit', async (tx, viewer, input) => {
  const row = await lockCadre(tx, viewer, input.cadreId);
  if (!row) return notFound();
  const problems = lineProblems(input, row, viewer.today);
  if (problems.length) return { problems };
  await insertLine(tx, viewer, row, input);
  return { result: { cadreId: row.id }, audit: [entry('cadre.lineAdded', row, { kind: input.line })] };
});

/** Takes a line out of a file. What it said, who took it out and why stay in the file; the log names the part only: its readers see no files. */
export const removeCadreLine = command<RemoveLine, { cadreId: string }>(
  'removeCadreLine',
  'cadre.edit',
  async (tx, viewer, { cadreId, line, lineId, reason }) => {
    const row = await lockCadre(tx, viewer, cadreId);
    if (!row) return notFound();
    const table = TABLES[line];
    const [gone] = await tx
      .delete(table)
      .where(and(eq(table.id, lineId), eq(table.cadreId, cadreId)))
      .returning();
    if (!gone) return refused('', 'Dòng này không còn trong hồ sơ. Hãy tải lại trang.');
    const { id, enteredBy, enteredAt } = gone;
    const kept = { id, cadreId, line, words: lineWords({ ...gone, line } as AddLine), enteredBy, enteredAt };
    await tx.insert(cadreRemovedLines).values({ ...kept, reason, removedBy: viewer.accountId });
    return { result: { cadreId }, audit: [entry('cadre.lineRemoved', row, { kind: line })] };
  },
);
