import { and, eq, inArray, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/domain/access/viewer';
import type { DecideGroup, ReviseRating } from '@/domain/ratings/inputs';
import { decideProblems } from '@/domain/ratings/problems';
import { LEVELS, rulesDayOf } from '@/domain/ratings/words';
import type { Tx } from '../client';
import { rulesInForce } from '../queries/rule-sets';
import { ratingDecisions, ratingGroups, ratings } from '../schema/ratings';
import { within } from '../scope';
import { command, notFound, refused, stale } from '../write';

/** Decides a whole group by one decision: another person than who proposed, every row proposed; over the ceiling with its reason. */
export const decideGroup = command<DecideGroup, { count: number }>('decideGroup', 'rating.decide', async (tx, viewer, input) => {
  const [group] = await tx
    .select()
    .from(ratingGroups)
    .where(and(eq(ratingGroups.id, input.groupId), within(viewer, 'rating.decide', ratingGroups.unitId)))
    .for('update');
  if (!group) return notFound();
  if (group.version !== input.version) return stale(tx, group.updatedBy, group.updatedAt);
  const rows = await tx
    .select({ id: ratings.id, proposedLevel: ratings.proposedLevel, proposedBy: ratings.proposedBy })
    .from(ratings)
    .where(eq(ratings.groupId, group.id))
    .for('update');
  const rules = await rulesInForce(tx, viewer, rulesDayOf(group, viewer.today), group.unitId);
  const facts = { rows, decided: group.decidedAt !== null, prominent: group.prominent };
  const problems = decideProblems(input, facts, { accountId: viewer.accountId, today: viewer.today, rules });
  if (problems.length) return { problems };
  await writeLevels(tx, viewer, input);
  const { decisionNumber, decisionDate, issuer, signer, overReason } = input;
  await tx
    .update(ratingGroups)
    .set({
      ...{ decisionNumber, decisionDate, issuer, signer, overReason },
      decidedAt: sql`now()`,
      decidedBy: viewer.accountId,
      ...edited(viewer, group.version),
    })
    .where(eq(ratingGroups.id, group.id));
  const detail = { year: group.year, rows: rows.length, exception: overReason !== null };
  return {
    result: { count: rows.length },
    audit: [{ action: 'rating.decide', subjectType: 'rating_group', subjectId: group.id, unitId: group.unitId, detail }],
  };
});

/** One statement a level, and one for all the decisions. */
async function writeLevels(tx: Tx, viewer: Viewer, { levels, ...paper }: DecideGroup): Promise<void> {
  const { decisionNumber, decisionDate, issuer, signer } = paper;
  for (const level of LEVELS) {
    const ids = levels.filter((row) => row.level === level).map(({ id }) => id);
    if (ids.length)
      await tx
        .update(ratings)
        .set({ level, version: sql`${ratings.version} + 1`, updatedBy: viewer.accountId, updatedAt: sql`now()` })
        .where(inArray(ratings.id, ids));
  }
  await tx.insert(ratingDecisions).values(
    levels.map(({ id, level }) => ({
      id: uuidv7(),
      ratingId: id,
      level,
      decisionNumber,
      decisionDate,
      issuer,
      signer,
      enteredBy: viewer.accountId,
    })),
  );
}

/** Another decision on one row that was decided before; the first one stays in the book. */
export const reviseRating = command<ReviseRating, { groupId: string }>(
  'reviseRating',
  'rating.decide',
  async (tx, viewer, input) => {
    const [row] = await tx
      .select()
      .from(ratings)
      .where(and(eq(ratings.id, input.ratingId), within(viewer, 'rating.decide', ratings.managingUnitId)))
      .for('update');
    if (!row) return notFound();
    if (row.version !== input.version) return stale(tx, row.updatedBy, row.updatedAt);
    if (row.level === null) return refused('', 'Dòng này chưa được quyết định. Hãy quyết định cả nhóm trước.');
    if (row.level === input.level) return refused('level', 'Mức này đang có hiệu lực. Hãy chọn mức khác.');
    if (input.decisionDate > viewer.today) return refused('decisionDate', 'Ngày quyết định sau hôm nay. Hãy ghi lại ngày.');
    const { level, decisionNumber, decisionDate, issuer, signer, reason } = input;
    await tx
      .update(ratings)
      .set({ level, ...edited(viewer, row.version) })
      .where(eq(ratings.id, row.id));
    await tx.insert(ratingDecisions).values({
      id: uuidv7(),
      ratingId: row.id,
      level,
      decisionNumber,
      decisionDate,
      issuer,
      signer,
      reason,
      enteredBy: viewer.accountId,
    });
    return {
      result: { groupId: row.groupId },
      audit: [
        {
          action: 'rating.revise',
          subjectType: 'rating',
          subjectId: row.id,
          unitId: row.managingUnitId,
          detail: { year: row.year },
        },
      ],
    };
  },
);

const edited = (viewer: Viewer, version: number) => ({
  version: version + 1,
  updatedBy: viewer.accountId,
  updatedAt: sql`now()`,
});
