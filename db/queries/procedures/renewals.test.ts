import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { addDays } from '@/domain/calendar';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { addCadre, addHolding, addPost } from '../../testing-cadres';
import { listProcedures } from './list';
import { getProcedure } from './procedure';

const TODAY = '2026-11-20';
let db: TestDatabase;
let ids: Awaited<ReturnType<typeof smallProvince>>;
let commune: Viewer;
let elsewhere: Viewer;
let cadre: { cadreId: string; memberId: string };

const owned = async (text: string, values: unknown[] = []) => (await db.owner.query(text, values)).rows;

before(async () => {
  db = await testDatabase();
  ids = await smallProvince(db);
  commune = await viewerWith(db, 'committee_officer', ids.dongSon, TODAY);
  elsewhere = await viewerWith(db, 'committee_officer', ids.tayHa, TODAY);
  const where = { cellId: ids.cellA, committeeId: ids.dongSon, managingUnitId: ids.dongSon };
  cadre = await addCadre(db, { ...where, fullName: 'Lò Văn Hải' });
});
after(() => db.drop());

/** A procedure that keeps the holder in the title, whose term ends on that day. */
async function plantRenewal(termEndsOn: string): Promise<{ id: string; holdingId: string }> {
  const id = randomUUID();
  const title = await addPost(db, { unitId: ids.dongSon, managingUnitId: ids.dongSon, title: 'Phó Chánh Văn phòng' });
  const holdingId = await addHolding(db, cadre.cadreId, title, { fromOn: '2022-01-01', termEndsOn });
  await owned(
    `insert into procedures (id, post_id, unit_id, managing_unit_id, source, reason, opened_on, holding_id, term_ends_on)
     values ($1, $2, $3, $3, 'incumbent', 'Hết thời hạn', '2026-08-20', $4, $5)`,
    [id, title, ids.dongSon, holdingId, termEndsOn],
  );
  await owned(
    `insert into procedure_candidates (id, procedure_id, managing_unit_id, cadre_id, full_name, sort_key, present_title)
     values (gen_random_uuid(), $1, $2, $3, 'Lò Văn Hải', 'hai', 'Phó Chánh Văn phòng')`,
    [id, ids.dongSon, cadre.cadreId],
  );
  return { id, holdingId };
}

test('keeping somebody in a title is overdue once no decision comes a day before the term ends', async () => {
  const [late, today, ahead] = [addDays(TODAY, 0), addDays(TODAY, 1), addDays(TODAY, 2)];
  const overdue = await plantRenewal(late);
  await plantRenewal(today);
  await plantRenewal(ahead);
  const { rows, counts } = await listProcedures(commune, {
    unit: { id: ids.dongSon, depth: 1 },
    view: 'overdue',
    ...{ answerSince: '2026-01-01', finishSince: '2026-01-01', termSince: addDays(TODAY, 1) },
  });
  assert.deepEqual(
    rows.map(({ id, holderName, termEndsOn }) => [id, holderName, termEndsOn]),
    [[overdue.id, 'Lò Văn Hải', late]],
  );
  assert.deepEqual(counts, { open: 3, overdue: 1, ended: 0 });
});

test('such a procedure shows its holding to whoever reaches the file, and the entry that ended it with its doubts', async () => {
  const { id, holdingId } = await plantRenewal('2026-12-31');
  const before = await getProcedure(commune, id);
  assert.deepEqual([before?.holdingId, before?.termEndsOn, before?.holding?.fromOn], [holdingId, '2026-12-31', '2022-01-01']);
  assert.equal(before?.appointment, null);
  await owned(
    `insert into appointment_events (id, appointment_id, kind, effective_on, term_ends_on, decision_number, procedure_id, warnings, exception_reason)
     values (gen_random_uuid(), $1, 'extended', '2027-01-01', '2028-06-30', '31-QĐ/ĐU', $2, '["Thông báo chậm."]', 'Bận sắp xếp')`,
    [holdingId, id],
  );
  await owned("update procedures set appointment_id = holding_id, concluded_on = '2026-11-19' where id = $1", [id]);
  const ended = (await getProcedure(commune, id))?.appointment;
  assert.deepEqual(
    [ended?.event, ended?.termEndsOn, ended?.warnings, ended?.exceptionReason],
    ['extended', '2028-06-30', ['Thông báo chậm.'], 'Bận sắp xếp'],
  );
  assert.equal(await getProcedure(elsewhere, id), null);
});
