import { and, eq, isNull, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/domain/access/viewer';
import { addDays } from '@/domain/calendar';
import { foldName } from '@/domain/names';
import type { CloseUnit, FoundUnit, RenameUnit } from '@/domain/units/inputs';
import { isCellKind } from '@/domain/units/kinds';
import { unitShortName, unitSortKey } from '@/domain/units/names';
import { closeProblems, renameProblems, unitProblems } from '@/domain/units/unit-problems';
import type { Tx } from '../client';
import { unitChangeLinks, unitChanges, unitKindChildren, unitMonths, unitOfficers, unitPlacements, units } from '../schema/units';
import { uuids, within } from '../scope';
import { command, notFound, type Refused, refused, stale } from '../write';

type Unit = typeof units.$inferSelect;
type Decision = Pick<FoundUnit, 'decisionNumber' | 'decisionDate' | 'issuer' | 'signer' | 'effectiveOn'>;

const ABOVE_DECIDES = 'Việc này do cấp trên trực tiếp quyết định và ghi vào sổ. Hãy báo cấp ủy cấp trên.';

/** Founds a unit under one in reach, by a decision of the committee above it (Điều lệ Đảng, Điều 10). Gives its id. */
export const foundUnit = command<FoundUnit, { unitId: string }>('foundUnit', 'unit.change', async (tx, viewer, input) => {
  const parent = await lockUnit(tx, input.parentId, within(viewer, 'unit.change', units.id));
  if (!parent) return notFound();
  const allowed = await tx
    .select({ kind: unitKindChildren.childKind })
    .from(unitKindChildren)
    .where(eq(unitKindChildren.parentKind, parent.kind));
  const problems = unitProblems(input, {
    parent,
    allowedKinds: allowed.map(({ kind }) => kind),
    siblings: await siblingNames(tx, parent.id),
    today: viewer.today,
  });
  if (problems.length) return { problems };
  const unit = await insertUnit(tx, parent, input);
  const changeId = await recordChange(tx, viewer, 'found', input, { successorId: unit.id });
  await tx.insert(unitPlacements).values(placement(unit, input.effectiveOn, changeId));
  await tx.execute(sql`
    insert into unit_tree (ancestor_id, unit_id, depth)
    select ancestor_id, ${unit.id}::uuid, depth + 1 from unit_tree where unit_id = ${parent.id} union all select ${unit.id}::uuid, ${unit.id}::uuid, 0`);
  if (unit.isCell)
    await tx.execute(sql`select open_cell_months(${uuids([unit.id])}, ${input.effectiveOn}::date, ${viewer.today}::date)`);
  return {
    result: { unitId: unit.id },
    audit: [
      {
        action: 'unit.found',
        subjectType: 'unit',
        subjectId: unit.id,
        unitId: parent.id,
        detail: { kind: unit.kind, effectiveOn: input.effectiveOn, changeId },
      },
    ],
  };
});

/** Gives a unit another name from a day on; the placement with the old name ends the day before. */
export const renameUnit = command<RenameUnit, { unitId: string }>('renameUnit', 'unit.change', async (tx, viewer, input) => {
  const unit = await lockForChange(tx, viewer, input);
  if ('problems' in unit) return unit;
  const [now] = await openPlacement(tx, unit.id);
  const siblings = unit.parentId ? await siblingNames(tx, unit.parentId, unit.id) : [];
  const problems = renameProblems(
    input,
    { name: unit.name, since: now?.validFrom ?? unit.foundedOn, closedOn: unit.closedOn, siblings },
    viewer.today,
  );
  if (problems.length) return { problems };
  const changeId = await recordChange(tx, viewer, 'rename', input, { predecessorId: unit.id, successorId: unit.id });
  if (now)
    await tx
      .update(unitPlacements)
      .set({ validTo: addDays(input.effectiveOn, -1) })
      .where(eq(unitPlacements.id, now.id));
  await tx.insert(unitPlacements).values(placement({ ...unit, name: input.name }, input.effectiveOn, changeId));
  await tx
    .update(units)
    .set({ ...nameColumns(input), version: unit.version + 1 })
    .where(eq(units.id, unit.id));
  return {
    result: { unitId: unit.id },
    audit: [
      {
        action: 'unit.rename',
        subjectType: 'unit',
        subjectId: unit.id,
        unitId: unit.id,
        detail: { effectiveOn: input.effectiveOn, changeId },
      },
    ],
  };
});

/** Ends an empty unit: its last day is effectiveOn. It stays in the book with its history; its leaders' terms end with it. */
export const closeUnit = command<CloseUnit, { unitId: string }>('closeUnit', 'unit.change', async (tx, viewer, input) => {
  const unit = await lockForChange(tx, viewer, input);
  if ('problems' in unit) return unit;
  const [now] = await openPlacement(tx, unit.id);
  const standing = { since: now?.validFrom ?? unit.foundedOn, closedOn: unit.closedOn, ...(await whatStandsIn(tx, unit.id)) };
  const problems = closeProblems(input, standing, viewer.today);
  if (problems.length) return { problems };
  const closedOn = input.effectiveOn;
  const changeId = await recordChange(tx, viewer, 'close', input, { predecessorId: unit.id }, input.note);
  await tx
    .update(unitPlacements)
    .set({ validTo: closedOn, changeId })
    .where(and(eq(unitPlacements.unitId, unit.id), isNull(unitPlacements.validTo)));
  await tx
    .update(unitOfficers)
    .set({ heldTo: closedOn })
    .where(and(eq(unitOfficers.unitId, unit.id), isNull(unitOfficers.heldTo)));
  await tx
    .update(unitMonths)
    .set({ expected: 0 })
    .where(and(eq(unitMonths.cellId, unit.id), sql`${unitMonths.month} + interval '1 month' > ${closedOn}::date`));
  await tx
    .update(units)
    .set({ closedOn, version: unit.version + 1 })
    .where(eq(units.id, unit.id));
  return {
    result: { unitId: unit.id },
    audit: [{ action: 'unit.close', subjectType: 'unit', subjectId: unit.id, unitId: unit.id, detail: { closedOn, changeId } }],
  };
});

const lockUnit = async (tx: Tx, id: string, reach: ReturnType<typeof within>): Promise<Unit | undefined> =>
  (
    await tx
      .select()
      .from(units)
      .where(and(eq(units.id, id), reach))
      .for('update')
  )[0];

/** A unit in reach, in the version the form was opened with; its own committee does not decide about itself. */
async function lockForChange(
  tx: Tx,
  viewer: Viewer,
  { unitId, version }: { unitId: string; version: number },
): Promise<Unit | Refused> {
  const unit = await lockUnit(tx, unitId, within(viewer, 'unit.change', units.id));
  if (!unit) return notFound();
  const [above] = unit.parentId
    ? await tx
        .select({ id: units.id })
        .from(units)
        .where(and(eq(units.id, unit.parentId), within(viewer, 'unit.change', units.id)))
    : [];
  if (!above) return refused('', ABOVE_DECIDES);
  if (unit.version === version) return unit;
  const { rows } = await tx.execute<{ by: string | null; at: string }>(sql`
    select c.entered_by as by, c.entered_at as at from unit_changes c join unit_change_links l on l.change_id = c.id
    where ${unitId} in (l.predecessor_id, l.successor_id) order by c.entered_at desc limit 1`);
  return stale(tx, rows[0]?.by ?? null, rows[0] ? new Date(rows[0].at) : null);
}

async function siblingNames(tx: Tx, parentId: string, except?: string): Promise<string[]> {
  const rows = await tx
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(and(eq(units.parentId, parentId), isNull(units.closedOn)));
  return rows.filter(({ id }) => id !== except).map(({ name }) => name);
}

const nameColumns = ({ name, shortName }: Pick<FoundUnit, 'name' | 'shortName'>) => ({
  name,
  shortName: shortName ?? unitShortName(name),
  foldedName: foldName(name),
  sortKey: unitSortKey(name),
});

async function insertUnit(tx: Tx, parent: Unit, input: FoundUnit): Promise<Unit> {
  const id = uuidv7();
  const row = {
    id,
    ...nameColumns(input),
    code: await nextCode(tx, parent),
    kind: input.kind,
    sector: input.sector,
    address: input.address,
    meetingDay: input.meetingDay,
    meetingPlace: input.meetingPlace,
    foundedOn: input.effectiveOn,
    parentId: parent.id,
    depth: parent.depth + 1,
    committeeId: parent.depth === 0 ? id : parent.committeeId,
    isCell: isCellKind(input.kind),
  };
  const [unit] = await tx.insert(units).values(row).returning();
  if (!unit) throw new Error('a unit was not inserted');
  return unit;
}

/** The parent's code and the next number under it: 10.03 → 10.03.15. The parent is locked, so two never get the same. */
async function nextCode(tx: Tx, parent: Unit): Promise<string> {
  const { rows } = await tx.execute<{ last: number | null }>(sql`
    select max((regexp_match(code, '\\.(\\d+)$'))[1]::int) as last from units where parent_id = ${parent.id} and starts_with(code, ${`${parent.code}.`})`);
  return `${parent.code}.${String((rows[0]?.last ?? 0) + 1).padStart(2, '0')}`;
}

const placement = (unit: Unit, validFrom: string, changeId: string) => ({
  id: uuidv7(),
  unitId: unit.id,
  parentId: unit.parentId,
  kind: unit.kind,
  name: unit.name,
  validFrom,
  changeId,
});

const openPlacement = (tx: Tx, unitId: string) =>
  tx
    .select({ id: unitPlacements.id, validFrom: unitPlacements.validFrom })
    .from(unitPlacements)
    .where(and(eq(unitPlacements.unitId, unitId), isNull(unitPlacements.validTo)));

async function recordChange(
  tx: Tx,
  viewer: Viewer,
  kind: string,
  decision: Decision,
  link: { predecessorId?: string; successorId?: string },
  note: string | null = null,
): Promise<string> {
  const id = uuidv7();
  const { decisionNumber, decisionDate, issuer, signer, effectiveOn } = decision;
  await tx
    .insert(unitChanges)
    .values({ id, kind, effectiveOn, decisionNumber, decisionDate, issuer, signer, note, enteredBy: viewer.accountId });
  await tx.insert(unitChangeLinks).values({ id: uuidv7(), changeId: id, ...link });
  return id;
}

/** Whoever may change a unit also reads its members and minutes, so nothing is hidden from these counts. */
async function whatStandsIn(
  tx: Tx,
  unitId: string,
): Promise<{ openChildren: number; members: number; lastMeeting: string | null }> {
  const { rows } = await tx.execute<{ openChildren: number; members: number; lastMeeting: string | null }>(sql`
    select (select count(*) from units where parent_id = ${unitId} and closed_on is null) as "openChildren",
      (select count(*) from members where cell_id = ${unitId} and status <> 'left') as members,
      (select max(held_on) from meetings where cell_id = ${unitId}) as "lastMeeting"`);
  return rows[0] ?? { openChildren: 0, members: 0, lastMeeting: null };
}
