import { and, eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '@/domain/access/viewer';
import { earliest, type PartialDate } from '@/domain/calendar';
import { standingEntries } from '@/domain/rotations/entries';
import { type OtherStay, pastProblems, type RecordPast, type TakeBackRecord } from '@/domain/rotations/past';
import { dueOn, prepareOn } from '@/domain/rotations/stay';
import type { Rules } from '@/domain/rule-sets';
import type { Tx } from '../../client';
import { rulesInForce } from '../../queries/rule-sets';
import { cadres } from '../../schema/cadres';
import { rotations } from '../../schema/rotations';
import { within } from '../../scope';
import { command, notFound, refused } from '../../write';
import { entriesOf, entryOf, lockRotation, recordEvent, stamp } from './rows';
import { RUNNING, reversal, UNDECIDED } from './taking-back';

type Done = { rotationId: string };

/** Enters a rotation of the past from its papers: it is counted in the ledger, and changes nobody's titles. Gives the rotation's id. */
export const recordPast = command<RecordPast, Done>('recordPast', 'rotation.write', async (tx, viewer, input) => {
  const [cadre] = await tx
    .select({ id: cadres.id, managingUnitId: cadres.managingUnitId, born: cadres.born })
    .from(cadres)
    .where(and(eq(cadres.id, input.cadreId), within(viewer, 'rotation.write', cadres.managingUnitId)));
  if (!cadre) return notFound();
  // Two who enter the same person's papers stand in a queue: the second sees what the first wrote.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${cadre.id}, 0))`);
  const rules = await rulesInForce(tx, viewer, earliest(input.startedOn));
  const known = { born: cadre.born, others: await staysOf(tx, viewer, cadre.id), today: viewer.today };
  const problems = pastProblems(input, known, rules);
  if (problems.length) return { problems };
  const row = { id: uuidv7(), cadreId: cadre.id, managingUnitId: cadre.managingUnitId };
  await tx
    .insert(rotations)
    .values({ ...row, ...pastRow(input, rules), proposedBy: viewer.accountId, updatedBy: viewer.accountId });
  const { decisionNumber, decisionDate, issuer, signer, source } = input;
  await recordEvent(tx, viewer, row.id, {
    ...{ kind: 'recorded', effectiveOn: earliest(input.startedOn), note: source },
    ...{ decisionNumber, decisionDate, issuer, signer },
  });
  await recordEvent(tx, viewer, row.id, { kind: 'ended', effectiveOn: earliest(input.endedOn), note: input.resultNote });
  return {
    result: { rotationId: row.id },
    audit: [entryOf('rotation.recorded', row, { effectiveOn: earliest(input.startedOn), placement: input.placement })],
  };
});

const staysOf = async (tx: Tx, viewer: Viewer, cadreId: string): Promise<OtherStay[]> =>
  (
    await tx.execute<OtherStay>(sql`
      select started_on as "startedOn", ended_on as "endedOn", to_unit_name as place from rotations
      where cadre_id = ${cadreId} and started_on is not null and ${within(viewer, 'rotation.write', rotations.managingUnitId)} order by started_on`)
  ).rows;

const said = (date: PartialDate) => (date.length < 10 ? date : null);

function pastRow(input: RecordPast, rules: Rules) {
  const { cadreId: _, source: __, startedOn: began, endedOn: ended, ...stated } = input;
  const startedOn = earliest(began);
  const stay = { startedOn, until: null, endedOn: null };
  return {
    ...stated,
    ...{ recorded: true, expected: input.placement, proposedStart: startedOn },
    ...{ startedOn, startedSaid: said(began), endedOn: earliest(ended), endedSaid: said(ended) },
    ...{ prepareOn: prepareOn(stay, rules), dueOn: dueOn(stay, rules) },
  };
}

/** Takes a past rotation that was wrongly entered out of the ledger, with its reason; its entries stay, struck through. */
export const takeBackRecord = command<TakeBackRecord, Done>('takeBackRecord', 'rotation.write', async (tx, viewer, input) => {
  const row = await lockRotation(tx, viewer, input, 'rotation.write');
  if ('problems' in row) return row;
  if (!row.recorded) return refused('', 'Lượt này không phải ghi từ hồ sơ. Hãy hủy quyết định của nó.');
  if (!row.startedOn) return refused('', 'Lượt này đã được hủy. Hãy mở lại trang để xem hiện trạng.');
  for (const { id } of standingEntries(await entriesOf(tx, viewer, row.id)))
    await recordEvent(tx, viewer, row.id, reversal(viewer, id, input.reason));
  await tx
    .update(rotations)
    .set({ ...UNDECIDED, ...RUNNING, withdrawnAt: new Date(), ...stamp(viewer, row) })
    .where(eq(rotations.id, row.id));
  return {
    result: { rotationId: row.id },
    audit: [entryOf('rotation.reversed', row, { step: 'recorded', effectiveOn: row.startedOn })],
  };
});
