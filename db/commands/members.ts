import { and, eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Permission } from '@/domain/access/offices';
import type { Viewer } from '@/domain/access/viewer';
import { formatDate } from '@/domain/calendar';
import { effective, type LedgerEvent } from '@/domain/members/ledger';
import {
  type AddMember,
  type EditMember,
  type EditSensitive,
  entryProblems,
  memberProblems,
  numberProblems,
} from '@/domain/members/member';
import { nameParts, nameSortKey } from '@/domain/names';
import type { Problem } from '@/domain/problems';
import type { Tx } from '../client';
import { rulesInForce } from '../queries/rule-sets';
import { memberEvents, memberNameParts, memberSensitive, members } from '../schema/members';
import { units } from '../schema/units';
import { within } from '../scope';
import { command, notFound, type Refused, stale } from '../write';
import { recordEvents } from './ledger';

type Row = typeof members.$inferSelect;

/** The person in reach, locked, in the version that the form was opened with. */
export async function lockMember(
  tx: Tx,
  viewer: Viewer,
  permission: Permission,
  { memberId, version }: { memberId: string; version: number },
): Promise<Row | Refused> {
  const [row] = await tx
    .select()
    .from(members)
    .where(and(eq(members.id, memberId), within(viewer, permission, members.cellId)))
    .for('update');
  if (!row) return notFound();
  return row.version === version ? row : stale(tx, row.updatedBy, row.updatedAt);
}

/** A living cell in reach for that right. */
export async function findCell(
  tx: Tx,
  viewer: Viewer,
  permission: Permission,
  id: string,
): Promise<{ id: string; committeeId: string; foundedOn: string } | null> {
  const [cell] = await tx
    .select({ id: units.id, committeeId: units.committeeId, foundedOn: units.foundedOn })
    .from(units)
    .where(and(eq(units.id, id), eq(units.isCell, true), sql`${units.closedOn} is null`, within(viewer, permission, units.id)));
  return cell?.committeeId ? { ...cell, committeeId: cell.committeeId } : null;
}

/** The ledger of one person, as the rules read it. */
export async function ledgerOf(tx: Tx, memberId: string): Promise<LedgerEvent[]> {
  const { id, kind, effectiveOn, cellId, fromCellId, reversesId, place, detail } = memberEvents;
  const rows = await tx
    .select({ id, memberId: memberEvents.memberId, kind, effectiveOn, cellId, fromCellId, reversesId, place, detail })
    .from(memberEvents)
    .where(eq(memberEvents.memberId, memberId));
  return rows as LedgerEvent[];
}

/** Names the holder when the viewer may know them; the unique index catches what is out of sight. */
async function cardProblems(tx: Tx, cardNumber: string | null, except?: string): Promise<Problem[]> {
  if (!cardNumber) return [];
  const [holder] = await tx
    .select({ id: members.id, fullName: members.fullName, cell: units.shortName })
    .from(members)
    .innerJoin(units, eq(units.id, members.cellId))
    .where(eq(members.cardNumber, cardNumber));
  if (!holder || holder.id === except) return [];
  return [
    {
      path: 'cardNumber',
      message: `Số thẻ ${cardNumber} đã có trong sổ: ${holder.fullName}, ${holder.cell}. Hãy đối chiếu thẻ của cả hai người.`,
    },
  ];
}

const general = ({ fullName, sex, ...fields }: Pick<AddMember, keyof EditMember & keyof AddMember>) => {
  const { birthName, born, joined, official, cardNumber, biographyNumber, homePlace, birthPlace, address, phone, email } = fields;
  const {
    occupation,
    workplace,
    position,
    generalEducation,
    professionalLevel,
    politicalTheory,
    stateManagement,
    foreignLanguage,
    note,
  } = fields;
  return {
    ...{
      fullName,
      sortKey: nameSortKey(fullName),
      female: sex === 'female',
      birthName,
      born,
      joined,
      official,
      cardNumber,
      biographyNumber,
      homePlace,
      birthPlace,
      address,
      phone,
      email,
    },
    ...{
      occupation,
      workplace,
      position,
      generalEducation,
      professionalLevel,
      politicalTheory,
      stateManagement,
      foreignLanguage,
      note,
    },
  };
};

async function writeNameParts(
  tx: Tx,
  member: { id: string; fullName: string; cellId: string; committeeId: string },
): Promise<void> {
  await tx.delete(memberNameParts).where(eq(memberNameParts.memberId, member.id));
  const { id: memberId, cellId, committeeId } = member;
  await tx
    .insert(memberNameParts)
    .values([...new Set(nameParts(member.fullName))].map((part) => ({ memberId, part, cellId, committeeId })));
}

/** A new person in the book: the record, and the event that brings them into the count. Result: the id. */
export const addMember = command<AddMember, { id: string }>('addMember', 'member.edit', async (tx, viewer, input) => {
  const cell = await findCell(tx, viewer, 'member.edit', input.cellId);
  if (!cell)
    return {
      problems: [
        {
          path: 'cellId',
          message: 'Chi bộ này không nằm trong phạm vi của bạn hoặc đã kết thúc hoạt động. Hãy chọn chi bộ khác.',
        },
      ],
    };
  const rules = await rulesInForce(tx, viewer, viewer.today, cell.id);
  const problems = [
    ...numberProblems(input),
    ...memberProblems(input, viewer.today, rules),
    ...entryProblems(input, viewer.today),
    ...(await cardProblems(tx, input.cardNumber)),
  ];
  const effectiveOn = input.entry === 'admission' ? input.joined : (input.entryOn ?? viewer.today);
  if (effectiveOn < cell.foundedOn)
    problems.push({
      path: input.entry === 'admission' ? 'joined' : 'entryOn',
      message: `Chi bộ thành lập ngày ${formatDate(cell.foundedOn)}, sau ngày này. Hãy sửa ngày, hoặc chọn “Đã là đảng viên, nay ghi vào sổ”.`,
    });
  if (problems.length) return { problems };
  const id = uuidv7();
  const { ethnicity, religion, citizenId, health } = input;
  const status = input.official ? 'official' : 'probationary';
  const place = { cellId: cell.id, committeeId: cell.committeeId };
  await tx.insert(members).values({ id, ...place, status, ...general(input), updatedBy: viewer.accountId });
  await tx.insert(memberSensitive).values({ memberId: id, ...place, ethnicity, religion, citizenId, health });
  await writeNameParts(tx, { id, fullName: input.fullName, ...place });
  const { decisionNumber, decisionDate, issuer, signer } = input;
  const detail = { status, ...(input.exceptionReason ? { exceptionReason: input.exceptionReason } : {}) };
  await recordEvents(tx, viewer, [
    {
      memberId: id,
      kind: input.entry,
      effectiveOn,
      ...place,
      decisionNumber,
      decisionDate,
      issuer,
      signer,
      place: input.place,
      detail,
    },
  ]);
  return {
    result: { id },
    audit: [
      {
        action: 'member.add',
        subjectType: 'member',
        subjectId: id,
        unitId: cell.id,
        detail: { entry: input.entry, effectiveOn, exception: Boolean(input.exceptionReason) },
      },
    ],
  };
});

/** Dates that the ledger tells are corrected in the ledger. */
function ledgerDateProblems(row: Row, input: EditMember, history: readonly LedgerEvent[]): Problem[] {
  const counts = effective(history);
  const problems: Problem[] = [];
  const admitted = counts.some((event) => event.kind === 'admission' || event.kind === 'readmission');
  if (admitted && input.joined !== row.joined)
    problems.push({
      path: 'joined',
      message: 'Ngày vào Đảng lấy từ bút toán kết nạp. Nếu ghi nhầm, hãy hủy bút toán đó ở trang đảng viên rồi ghi lại.',
    });
  if (input.official === row.official) return problems;
  if (row.status === 'probationary')
    problems.push({
      path: 'official',
      message: 'Đảng viên đang dự bị: hãy ghi biến động “Công nhận chính thức” ở trang đảng viên thay vì sửa ngày ở đây.',
    });
  else if (counts.some((event) => event.kind === 'official'))
    problems.push({
      path: 'official',
      message:
        'Ngày chính thức lấy từ bút toán công nhận chính thức. Nếu ghi nhầm, hãy hủy bút toán đó ở trang đảng viên rồi ghi lại.',
    });
  else if (!input.official)
    problems.push({
      path: 'official',
      message: 'Đảng viên chính thức cần có ngày chính thức; nếu giấy tờ chỉ có năm thì ghi năm.',
    });
  return problems;
}

const changedFields = (row: Record<string, unknown>, after: Record<string, unknown>) =>
  Object.keys(after).filter((field) => field !== 'sortKey' && (row[field] ?? null) !== (after[field] ?? null));

const touched = (viewer: Viewer) => ({
  version: sql`${members.version} + 1`,
  updatedBy: viewer.accountId,
  updatedAt: sql`now()`,
});

/** Corrects the general record; status and cell are the ledger's. Result: the id. */
export const editMember = command<EditMember, { id: string }>('editMember', 'member.edit', async (tx, viewer, input) => {
  const row = await lockMember(tx, viewer, 'member.edit', input);
  if ('problems' in row) return row;
  const rules = await rulesInForce(tx, viewer, viewer.today, row.cellId);
  // A joining age that was in the book before is not asked about again.
  const known = row.joined === input.joined && row.born === input.born;
  const dates = memberProblems(input, viewer.today, rules).filter((problem) => !(known && problem.path === 'exceptionReason'));
  const problems = [
    ...numberProblems(input, row),
    ...dates,
    ...ledgerDateProblems(row, input, await ledgerOf(tx, row.id)),
    ...(await cardProblems(tx, input.cardNumber, row.id)),
  ];
  if (problems.length) return { problems };
  const after = general(input);
  await tx
    .update(members)
    .set({ ...after, ...touched(viewer) })
    .where(eq(members.id, row.id));
  if (after.fullName !== row.fullName) await writeNameParts(tx, { ...row, fullName: after.fullName });
  const detail = { fields: changedFields(row, after), exception: Boolean(input.exceptionReason) };
  return {
    result: { id: row.id },
    audit: [{ action: 'member.edit', subjectType: 'member', subjectId: row.id, unitId: row.cellId, detail }],
  };
});

/** Corrects the sensitive record; needs the right to see it too. Result: the id. */
export const editSensitive = command<EditSensitive, { id: string }>('editSensitive', 'member.edit', async (tx, viewer, input) => {
  const seen = await lockMember(tx, viewer, 'member.sensitive', input);
  if ('problems' in seen) return seen;
  const row = await lockMember(tx, viewer, 'member.edit', input);
  if ('problems' in row) return row;
  const { ethnicity, religion, citizenId, health } = input;
  const after = { ethnicity, religion, citizenId, health };
  const [before] = await tx.select().from(memberSensitive).where(eq(memberSensitive.memberId, row.id));
  const problems = numberProblems(after, before);
  if (problems.length) return { problems };
  await tx
    .insert(memberSensitive)
    .values({ memberId: row.id, cellId: row.cellId, committeeId: row.committeeId, ...after })
    .onConflictDoUpdate({ target: memberSensitive.memberId, set: after });
  await tx.update(members).set(touched(viewer)).where(eq(members.id, row.id));
  return {
    result: { id: row.id },
    audit: [
      {
        action: 'member.editSensitive',
        subjectType: 'member',
        subjectId: row.id,
        unitId: row.cellId,
        detail: { fields: changedFields(before ?? {}, after) },
      },
    ],
  };
});
