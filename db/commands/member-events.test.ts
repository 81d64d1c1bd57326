import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { Viewer } from '@/domain/access/viewer';
import { addDays } from '@/domain/calendar';
import { RecordEventInput, ReverseEventInput } from '@/domain/members/event';
import { EVENT_KINDS, type LedgerEvent, movements, totals } from '@/domain/members/ledger';
import { AddMemberInput } from '@/domain/members/member';
import { broken, standingOn } from '@/domain/members/sequence';
import { change } from '../client';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../testing';
import { write } from '../write';
import { recordEvents } from './ledger';
import { recordMemberEvent, reverseMemberEvent } from './member-events';
import { addMember } from './members';

let db: TestDatabase;
let unit: Awaited<ReturnType<typeof smallProvince>>;
let officer: Viewer;
let neighbour: Viewer;

before(async () => {
  db = await testDatabase();
  unit = await smallProvince(db);
  officer = await viewerWith(db, 'committee_officer', unit.dongSon);
  neighbour = await viewerWith(db, 'committee_officer', unit.tayHa);
});
after(() => db.drop());

const DECISION = { decisionNumber: '5-QĐ/ĐU', decisionDate: '1/11/2026', issuer: 'Đảng ủy xã Đông Sơn' };
const ADMISSION = {
  entry: 'admission',
  joined: '1/2/2026',
  decisionNumber: '1-QĐ/ĐU',
  decisionDate: '20/1/2026',
  issuer: 'Đảng ủy',
};
const REGISTERED = { entry: 'registered', joined: '1/2/2005', official: '1/2/2006', entryOn: '1/2/2026' };

async function someone(over: object = REGISTERED): Promise<string> {
  const written = await write(
    officer,
    addMember,
    AddMemberInput.parse({ fullName: 'Lò Văn Hải', sex: 'male', born: '1980', cellId: unit.cellA, ...over }),
  );
  assert.ok(written.ok, JSON.stringify(written));
  return written.result.id;
}
const record = (memberId: string, form: object, version = 1, viewer = officer) =>
  write(viewer, recordMemberEvent, RecordEventInput.parse({ memberId, version, ...form }));
const reverse = (memberId: string, eventId: string, version: number, viewer = officer) =>
  write(viewer, reverseMemberEvent, ReverseEventInput.parse({ memberId, version, eventId, reason: 'Ghi nhầm người' }));
const one = async (query: string, ...values: unknown[]) => (await db.owner.query(query, values)).rows[0];
const member = (id: string) => one('select status, cell_id, official, version, left_kind, exempt from members where id = $1', id);
const month = (cell: string, day: string) => one('select * from unit_months where cell_id = $1 and month = $2', cell, day);

test('an official recognition sets status and official date, counts in its month and leaves an audit row', async () => {
  const id = await someone(ADMISSION);
  const early = await record(id, { kind: 'official', effectiveOn: '1/11/2026', ...DECISION });
  assert.ok(!early.ok && early.problems[0]?.path === 'exceptionReason');
  const before = (await month(unit.cellA, '2026-11-01')).recognized;
  const written = await record(id, {
    kind: 'official',
    effectiveOn: '1/11/2026',
    exceptionReason: 'Theo quyết định',
    ...DECISION,
  });
  assert.ok(written.ok);
  const row = await member(id);
  assert.deepEqual([row.status, row.official, row.version], ['official', '2026-11-01', 2]);
  assert.equal((await month(unit.cellA, '2026-11-01')).recognized, before + 1);
  const audit = await one("select detail from audit_log where subject_id = $1 and action = 'member.event'", id);
  assert.deepEqual([audit.detail.kind, audit.detail.exception], ['official', true]);
});

test('a reversal takes the recognition back, keeps both entries, and happens once', async () => {
  const id = await someone(ADMISSION);
  const written = await record(id, {
    kind: 'official',
    effectiveOn: '1/11/2026',
    exceptionReason: 'Theo quyết định',
    ...DECISION,
  });
  assert.ok(written.ok);
  const before = (await month(unit.cellA, '2026-11-01')).recognized;
  assert.ok((await reverse(id, written.result.id, 2)).ok);
  const row = await member(id);
  assert.deepEqual([row.status, row.official, row.version], ['probationary', null, 3]);
  assert.equal((await month(unit.cellA, '2026-11-01')).recognized, before - 1);
  assert.equal((await one('select count(*)::int as n from member_events where member_id = $1', id)).n, 3);
  const again = await reverse(id, written.result.id, 3);
  assert.ok(!again.ok && /đã được hủy/.test(again.problems[0]?.message ?? ''));
});

test('a move within reach changes the cell and both books; out of reach it is refused at its field', async () => {
  const id = await someone();
  const from = (await month(unit.cellA, '2026-11-01')).stock;
  const away = await record(id, { kind: 'moved', effectiveOn: '5/11/2026', toCellId: unit.cellC });
  assert.ok(!away.ok && away.problems[0]?.path === 'toCellId');
  assert.ok((await record(id, { kind: 'moved', effectiveOn: '5/11/2026', toCellId: unit.cellB })).ok);
  assert.equal((await member(id)).cell_id, unit.cellB);
  assert.equal((await month(unit.cellA, '2026-11-01')).stock, from - 1);
  assert.equal((await month(unit.cellB, '2026-11-01')).dec_died, 0);
  assert.ok((await record(id, { kind: 'died', effectiveOn: '6/11/2026' }, 2)).ok);
  assert.deepEqual([(await month(unit.cellB, '2026-11-01')).dec_died, (await member(id)).left_kind], [1, 'died']);
});

test('an event on an old version is told, and one out of reach finds nobody', async () => {
  const id = await someone();
  assert.ok((await record(id, { kind: 'exempt', effectiveOn: '1/11/2026', reason: 'Tuổi cao' })).ok);
  const stale = await record(id, { kind: 'died', effectiveOn: '2/11/2026' });
  assert.ok(!stale.ok && stale.problems[0]?.stale);
  const other = await record(id, { kind: 'died', effectiveOn: '2/11/2026' }, 2, neighbour);
  assert.ok(!other.ok && /Không tìm thấy/.test(other.problems[0]?.message ?? ''));
  assert.equal((await member(id)).exempt, true);
  const secretary = await viewerWith(db, 'cell_secretary', unit.cellA);
  assert.equal((await record(id, { kind: 'died', effectiveOn: '2/11/2026' }, 2, secretary)).ok, false);
});

test('an expelled member is restored as what they were', async () => {
  const id = await someone();
  assert.ok((await record(id, { kind: 'expelled', effectiveOn: '2/11/2026', ...DECISION })).ok);
  assert.ok((await record(id, { kind: 'restored', effectiveOn: '9/11/2026', ...DECISION }, 2)).ok);
  assert.equal((await member(id)).status, 'official');
  assert.equal((await month(unit.cellA, '2026-11-01')).inc_restored, 1);
});

test('any sequence of events leaves the months of the cells as a replay of the ledger has them', async () => {
  const CELLS = [unit.cellA, unit.cellB];
  const cell = fc.nat(1).map((at) => CELLS[at] as string);
  const step = fc.record({ kind: fc.constantFrom(...EVENT_KINDS), day: fc.nat(290), cell, back: fc.nat(20) });
  const anyone = () => someone({ entry: 'registered', joined: '2005', official: '2006', entryOn: '1/1/2026' });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const memberId = await anyone();
      for (const { kind, day, cell: wanted, back } of steps) {
        const history = (
          await db.owner.query(
            'select id, member_id as "memberId", kind, effective_on::text as "effectiveOn", cell_id as "cellId", from_cell_id as "fromCellId", reverses_id as "reversesId", detail from member_events where member_id = $1 order by id',
            [memberId],
          )
        ).rows as LedgerEvent[];
        const event = candidate({ kind, on: addDays('2026-01-02', day), wanted, back, memberId, history });
        if (!event || broken(history, { id: 'ffffffff', ...event })) continue;
        await change(
          officer,
          (tx) => recordEvents(tx, officer, [{ ...event, committeeId: unit.dongSon }]),
          () => true,
        );
      }
      await sameAsReplay(CELLS);
    }),
    { numRuns: 25 },
  );
});

type Drawn = { kind: LedgerEvent['kind']; on: string; wanted: string; back: number; memberId: string; history: LedgerEvent[] };

function candidate({ kind, on, wanted, back, memberId, history }: Drawn): Omit<LedgerEvent, 'id'> | null {
  const here = standingOn(history, on)?.cellId ?? wanted;
  if (kind === 'moved') return { memberId, kind, effectiveOn: on, cellId: wanted, fromCellId: here };
  if (kind !== 'reversal')
    return { memberId, kind, effectiveOn: on, cellId: standingOn(history, on)?.status === 'left' ? wanted : here };
  const target = history[back % history.length];
  if (!target || target.kind === 'reversal' || history.some((event) => event.reversesId === target.id)) return null;
  return { memberId, kind, effectiveOn: on, cellId: target.cellId, fromCellId: target.fromCellId, reversesId: target.id };
}

async function sameAsReplay(cells: string[]): Promise<void> {
  const events = (
    await db.owner.query(
      'select id, member_id as "memberId", kind, effective_on::text as "effectiveOn", cell_id as "cellId", from_cell_id as "fromCellId", reverses_id as "reversesId" from member_events',
    )
  ).rows as LedgerEvent[];
  const byId = new Map(events.map((event) => [event.id, event]));
  const sums = totals(events.flatMap((event) => movements(event, event.reversesId ? byId.get(event.reversesId) : undefined)));
  for (const cell of cells) {
    const { rows } = await db.owner.query(
      "select to_char(month, 'YYYY-MM-DD') as month, stock, recognized, inc_moved_in, dec_moved_out, inc_registered + inc_admitted + inc_readmitted + inc_transferred_in + inc_moved_in + inc_restored as increases, dec_transferred_out + dec_moved_out + dec_died + dec_struck_off + dec_resigned + dec_expelled as decreases from unit_months where cell_id = $1 order by month",
      [cell],
    );
    let stock = 0;
    for (const row of rows) {
      const sum = sums.find((one) => one.cellId === cell && one.month === row.month);
      assert.equal(row.stock, stock + row.increases - row.decreases, `balance ${row.month}`);
      assert.equal(row.stock, stock + (sum?.stock ?? 0), `replay ${row.month}`);
      assert.deepEqual(
        [row.recognized, row.inc_moved_in, row.dec_moved_out],
        [sum?.columns.recognized ?? 0, sum?.columns.incMovedIn ?? 0, sum?.columns.decMovedOut ?? 0],
      );
      stock = row.stock;
    }
  }
}
