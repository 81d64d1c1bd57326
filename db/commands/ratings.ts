import { and, eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/domain/access/viewer';
import {
  type AddToGroup,
  MOST_ROWS,
  type OpenGroup,
  type ProposeRating,
  type RemoveRating,
  type SelfRating,
} from '@/domain/ratings/inputs';
import { proposeProblems } from '@/domain/ratings/problems';
import { proposalOf } from '@/domain/ratings/proposal';
import { rulesDayOf, termEndOf, termLabel, termStartOf } from '@/domain/ratings/words';
import type { Tx } from '../client';
import { mainTitleOn } from '../queries/cadres/main-title';
import { rulesInForce } from '../queries/rule-sets';
import { ratingGroups, ratings } from '../schema/ratings';
import { units } from '../schema/units';
import { uuids, within } from '../scope';
import { type AuditEntry, command, notFound, type Refused, refused, stale } from '../write';

/** Opens a group of like posts or units with everyone picked; their titles, and the units they head, are those of the term's last day. */
export const openGroup = command<OpenGroup, { groupId: string }>('openGroup', 'rating.write', async (tx, viewer, input) => {
  const [unit] = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.id, input.unitId), within(viewer, 'rating.write', units.id)));
  if (!unit) return notFound();
  if (termStartOf(input) > viewer.today) return refused('year', `Chưa đến ${termLabel(input)}. Hãy chọn kỳ đã qua hoặc kỳ này.`);
  const groupId = uuidv7();
  const { name, subject, year, quarter, prominent, unitId } = input;
  await tx
    .insert(ratingGroups)
    .values({ id: groupId, unitId, subject, year, quarter, name, prominent, updatedBy: viewer.accountId });
  const added = await addRows(tx, viewer, groupId, input);
  if (added !== input.picked.length) return refused('', NOT_RATEABLE);
  const detail = { year, kind: subject, rows: added };
  return {
    result: { groupId },
    audit: [{ action: 'rating.group', subjectType: 'rating_group', subjectId: groupId, unitId, detail }],
  };
});

/** Adds rows to a group that was opened, by the same checks, until it is decided. Whoever has the group open to decide it has to look again. */
export const addToGroup = command<AddToGroup, { groupId: string; count: number }>(
  'addToGroup',
  'rating.write',
  async (tx, viewer, { groupId, version, picked }) => {
    const [group] = await tx
      .select()
      .from(ratingGroups)
      .where(and(eq(ratingGroups.id, groupId), within(viewer, 'rating.write', ratingGroups.unitId)))
      .for('update');
    if (!group) return notFound();
    if (group.version !== version) return stale(tx, group.updatedBy, group.updatedAt);
    if (group.decidedAt) return refused('', 'Nhóm này đã có quyết định nên không thêm được nữa. Hãy lập nhóm khác.');
    const count = await addRows(tx, viewer, groupId, { ...group, picked });
    if (count !== picked.length) return refused('', NOT_RATEABLE);
    if ((await tx.$count(ratings, eq(ratings.groupId, groupId))) > MOST_ROWS)
      return refused('', `Một nhóm có nhiều nhất ${MOST_ROWS} dòng. Hãy lập thêm nhóm khác.`);
    await tx.update(ratingGroups).set(edited(viewer, version)).where(eq(ratingGroups.id, groupId));
    const detail = { year: group.year, kind: group.subject, rows: count };
    return {
      result: { groupId, count },
      audit: [{ action: 'rating.add', subjectType: 'rating_group', subjectId: groupId, unitId: group.unitId, detail }],
    };
  },
);

const NOT_RATEABLE =
  'Có người hoặc tổ chức không còn thuộc cấp này quản lý, hoặc đã ở nhóm khác trong kỳ. Hãy tải lại trang rồi chọn lại.';

type Rows = Pick<OpenGroup, 'unitId' | 'subject' | 'year' | 'quarter' | 'picked'>;

/** How many of the picked came in; whom another group took in the same moment stays out. */
const addRows = (tx: Tx, viewer: Viewer, groupId: string, rows: Rows): Promise<number> =>
  rows.subject === 'person' ? addPeople(tx, viewer, groupId, rows) : addUnits(tx, viewer, groupId, rows);

async function addPeople(tx: Tx, viewer: Viewer, groupId: string, { unitId, year, quarter, picked }: Rows): Promise<number> {
  const end = termEndOf({ year, quarter });
  const { rowCount } = await tx.execute(sql`
    insert into ratings (id, group_id, cadre_id, managing_unit_id, year, quarter, title, leads_unit_id, updated_by)
    select uuidv7(), ${groupId}, c.id, c.managing_unit_id, ${year}, ${quarter}, a.title || coalesce(', ' || u.short_name, ''),
      case when a.rank = 'head' then a.unit_id end, ${viewer.accountId}
    from cadres c left join lateral ${mainTitleOn(end)} a on true left join units u on u.id = a.unit_id
    where c.id = any(${uuids(picked)}) and c.managing_unit_id = ${unitId} and ${within(viewer, 'rating.write', sql`c.managing_unit_id`)}
      and not exists (select from ratings r where r.cadre_id = c.id and r.year = ${year} and r.quarter = ${quarter})
    on conflict do nothing`);
  return rowCount ?? 0;
}

async function addUnits(tx: Tx, viewer: Viewer, groupId: string, { unitId, year, quarter, picked }: Rows): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    insert into ratings (id, group_id, rated_unit_id, managing_unit_id, year, quarter, updated_by)
    select uuidv7(), ${groupId}, u.id, u.parent_id, ${year}, ${quarter}, ${viewer.accountId} from units u
    where u.id = any(${uuids(picked)}) and u.parent_id = ${unitId} and ${within(viewer, 'rating.write', sql`u.parent_id`)}
      and not exists (select from ratings r where r.rated_unit_id = u.id and r.year = ${year} and r.quarter = ${quarter})
    on conflict do nothing`);
  return rowCount ?? 0;
}

const FIGURES = ['assigned', 'done', 'onTime', 'above', 'disciplined', 'violation'] as const;
/** Whether the figures are those that a proposal was made on. */
const standsOn = (row: Row, input: SelfRating): boolean =>
  (row.points === null ? null : Number(row.points)) === input.points && FIGURES.every((figure) => row[figure] === input[figure]);
const NOT_PROPOSED = { proposedLevel: null, proposedReason: null, proposedBy: null, proposedAt: null };

/** Enters what a rating stands on and how the person or the collective rates itself, unless the unit wrote that. Not once it is decided; other figures take a proposal back. */
export const recordSelfRating = command<SelfRating, { ratingId: string }>(
  'recordSelfRating',
  'rating.write',
  async (tx, viewer, input) => {
    const row = await openRow(tx, viewer, input);
    if ('problems' in row) return row;
    const { ratingId, version, points, ...facts } = input;
    await tx
      .update(ratings)
      .set({
        ...{ ...facts, ...written(row), points: points === null ? null : String(points) },
        ...(standsOn(row, input) ? {} : NOT_PROPOSED),
        ...edited(viewer, version),
      })
      .where(eq(ratings.id, ratingId));
    return { result: { ratingId }, audit: [entryOf('rating.self', row)] };
  },
);

/** What a unit wrote of itself stays as it wrote it. */
const written = ({ selfAt, selfLevel, selfOn }: Row) => (selfAt ? { selfLevel, selfOn } : {});

/** Proposes a level; one that points and conditions do not give needs its reason. */
export const proposeRating = command<ProposeRating, { ratingId: string }>(
  'proposeRating',
  'rating.write',
  async (tx, viewer, input) => {
    const row = await openRow(tx, viewer, input);
    if ('problems' in row) return row;
    const rules = await rulesInForce(tx, viewer, rulesDayOf(row, viewer.today), row.managingUnitId);
    const facts = {
      ...row,
      subject: row.cadreId ? ('person' as const) : ('collective' as const),
      leads: row.leadsUnitId !== null,
      points: row.points === null ? null : Number(row.points),
      ledLevel: await levelOfLed(tx, row),
    };
    const problems = proposeProblems(input, proposalOf(facts, rules).level);
    if (problems.length) return { problems };
    await tx
      .update(ratings)
      .set({
        proposedLevel: input.level,
        proposedReason: input.reason,
        proposedBy: viewer.accountId,
        proposedAt: sql`now()`,
        ...edited(viewer, input.version),
      })
      .where(eq(ratings.id, input.ratingId));
    return { result: { ratingId: row.id }, audit: [entryOf('rating.propose', row)] };
  },
);

/** Takes a row out of its group before it is decided. */
export const removeRating = command<RemoveRating, { groupId: string }>(
  'removeRating',
  'rating.write',
  async (tx, viewer, input) => {
    const row = await openRow(tx, viewer, input);
    if ('problems' in row) return row;
    await tx.delete(ratings).where(eq(ratings.id, row.id));
    return { result: { groupId: row.groupId }, audit: [entryOf('rating.remove', row)] };
  },
);

type Row = typeof ratings.$inferSelect;

/** The row of a group that is still open, locked, in reach and as the form saw it. */
async function openRow(
  tx: Tx,
  viewer: Viewer,
  { ratingId, version }: { ratingId: string; version: number },
): Promise<Row | Refused> {
  const [row] = await tx
    .select()
    .from(ratings)
    .where(and(eq(ratings.id, ratingId), within(viewer, 'rating.write', ratings.managingUnitId)))
    .for('update');
  if (!row) return notFound();
  if (row.version !== version) return stale(tx, row.updatedBy, row.updatedAt);
  if (row.level !== null)
    return refused('', 'Dòng này đã có quyết định xếp loại. Muốn thay đổi, hãy ghi quyết định xếp loại lại.');
  return row;
}

async function levelOfLed(tx: Tx, { leadsUnitId, year, quarter }: Row) {
  if (!leadsUnitId) return null;
  const [led] = await tx
    .select({ level: ratings.level, proposed: ratings.proposedLevel })
    .from(ratings)
    .where(and(eq(ratings.ratedUnitId, leadsUnitId), eq(ratings.year, year), eq(ratings.quarter, quarter)));
  return led?.level ?? led?.proposed ?? null;
}

const edited = (viewer: Viewer, version: number) => ({
  version: version + 1,
  updatedBy: viewer.accountId,
  updatedAt: sql`now()`,
});

/** What was decided on a person is no fact for a log that names nobody's level. */
const entryOf = (action: string, { id, managingUnitId, year }: Row): AuditEntry => ({
  action,
  subjectType: 'rating',
  subjectId: id,
  unitId: managingUnitId,
  detail: { year },
});
