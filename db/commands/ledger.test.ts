import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { change } from '../client';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { type NewEvent, recordEvents } from './ledger';

let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let officer: Viewer;

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  officer = await viewerWith(db, 'board_officer', units.province);
});
after(() => db.drop());

async function someone(cellId: string, committeeId: string): Promise<string> {
  const id = randomUUID();
  await db.owner.query(
    "insert into members (id, cell_id, committee_id, status, full_name, sort_key, female, born, joined) values ($1, $2, $3, 'left', 'Lò Văn Hải', 'hai', false, '1970', '2000')",
    [id, cellId, committeeId],
  );
  return id;
}

const record = (...events: NewEvent[]) =>
  change(
    officer,
    (tx) => recordEvents(tx, officer, events),
    () => true,
  );
const month = async (cell: string, day: string) =>
  (await db.owner.query('select * from unit_months where cell_id = $1 and month = $2', [cell, day])).rows[0];
const event = (
  memberId: string,
  kind: NewEvent['kind'],
  effectiveOn: string,
  cellId = units.cellA,
  more: Partial<NewEvent> = {},
): NewEvent => ({ memberId, kind, effectiveOn, cellId, committeeId: units.dongSon, ...more });

test('an event before the first open month opens the months from then on and carries the stock', async () => {
  const member = await someone(units.cellA, units.dongSon);
  await record(event(member, 'registered', '2025-10-05'));
  assert.equal((await month(units.cellA, '2025-10-01')).inc_registered, 1);
  assert.equal(await month(units.cellA, '2025-09-01'), undefined);
  for (const day of ['2025-10-01', '2025-12-01', '2026-06-01', '2026-11-01'])
    assert.equal((await month(units.cellA, day)).stock, 1, day);
});

test('a move takes one from a cell and gives one to the other, and the member stands in the new cell', async () => {
  const member = await someone(units.cellA, units.dongSon);
  const before = (await month(units.cellA, '2026-11-01')).stock;
  await record(event(member, 'registered', '2026-03-01'));
  await record(event(member, 'moved', '2026-05-10', units.cellB, { fromCellId: units.cellA }));
  const [from, to] = [await month(units.cellA, '2026-05-01'), await month(units.cellB, '2026-05-01')];
  assert.deepEqual([from.dec_moved_out, to.inc_moved_in, to.stock], [1, 1, 1]);
  assert.equal((await month(units.cellA, '2026-11-01')).stock, before);
  const { rows } = await db.owner.query('select cell_id, status from members where id = $1', [member]);
  assert.deepEqual(rows[0], { cell_id: units.cellB, status: 'official' });
});

test('a reversal takes the event back in the month where it was counted and restores the standing', async () => {
  const member = await someone(units.cellB, units.dongSon);
  const death = randomUUID();
  await record(
    event(member, 'registered', '2026-02-01', units.cellB),
    event(member, 'died', '2026-04-09', units.cellB, { id: death }),
  );
  assert.equal((await month(units.cellB, '2026-04-01')).dec_died, 1);
  const stock = (await month(units.cellB, '2026-06-01')).stock;
  await record(event(member, 'reversal', '2026-11-20', units.cellB, { reversesId: death, reason: 'Nhầm người cùng tên' }));
  assert.equal((await month(units.cellB, '2026-04-01')).dec_died, 0);
  assert.equal((await month(units.cellB, '2026-06-01')).stock, stock + 1);
  assert.equal((await db.owner.query('select status from members where id = $1', [member])).rows[0].status, 'official');
});

test('the app role can add to the ledger and the logs but never change or remove', async () => {
  for (const statement of [
    'update member_events set reason = null',
    'delete from member_events',
    'update audit_log set action = null',
    'delete from audit_log',
    'delete from read_log',
    'update chain_heads set seq = 0',
  ]) {
    await assert.rejects(
      change(
        officer,
        (tx) => tx.execute(sql.raw(`${statement} /* by a test */`)),
        () => true,
      ),
      (error: { cause?: { code?: string } }) => error.cause?.code === '42501',
      statement,
    );
  }
});
