import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { changedFigures } from '@/domain/briefings/figures';
import { change, closePool } from '../client';
import { getBriefing } from '../queries/briefings/briefing';
import { countFigureRows } from '../queries/briefings/rows';
import { quarterSpan } from '../queries/briefings/sums';
import { chooseUnit, type ShownUnit } from '../queries/units';
import { type TestDatabase, testDatabase, viewerWith } from '../testing';
import { type BusyProvince, busyProvince } from '../testing-province';
import { write } from '../write';
import { freezeBriefing, reopenBriefing } from './briefings';
import { recordEvents } from './ledger';

let db: TestDatabase;
let province: BusyProvince;
let leader: Viewer;
let unit: ShownUnit;
const period = '2026-Q4';

before(async () => {
  db = await testDatabase();
  province = await busyProvince(db, (place) => viewerWith(db, 'board_officer', place));
  leader = await viewerWith(db, 'committee_leader', province.tayHa);
  unit = (await chooseUnit(leader, 'briefing.read', province.tayHa)) as ShownUnit;
});
after(async () => {
  await closePool();
  await db.drop();
});

const briefing = async () => {
  const found = await getBriefing(leader, unit, period);
  assert.ok(found);
  return found;
};
const freeze = (version: number, viewer = leader) => write(viewer, freezeBriefing, { unitId: province.tayHa, period, version });
const reopen = (version: number, viewer = leader) =>
  write(viewer, reopenBriefing, { unitId: province.tayHa, period, version, reason: 'Bổ sung hồ sơ kết nạp' });
const audited = async (action: string) => (await db.owner.query('select detail from audit_log where action = $1', [action])).rows;

async function admitOne() {
  const id = randomUUID();
  await db.owner.query(
    "insert into members (id, cell_id, committee_id, status, full_name, sort_key, female, born, joined) values ($1, $2, $3, 'left', 'Đảng viên Mới', 'moi', true, '2000', '2026')",
    [id, province.cellC, province.tayHa],
  );
  await change(
    province.officer,
    (tx) =>
      recordEvents(tx, province.officer, [
        { memberId: id, kind: 'admission', effectiveOn: '2026-11-10', cellId: province.cellC, committeeId: province.tayHa },
      ]),
    () => true,
  );
}

test('a quarter out of reach, of a coming year, or by an office without the right is refused', async () => {
  const other = await viewerWith(db, 'committee_leader', province.dongSon);
  const secretary = await viewerWith(db, 'cell_secretary', province.cellC);
  assert.equal((await freeze(0, other)).ok, false);
  assert.equal((await freeze(0, secretary)).ok, false);
  assert.equal((await write(leader, freezeBriefing, { unitId: province.tayHa, period: '2027-Q2', version: 0 })).ok, false);
  assert.equal((await db.owner.query('select 1 from briefings')).rowCount, 0);
});

test('a frozen quarter keeps every figure of the unit and its children, and does not move when records do', async () => {
  const before = await briefing();
  assert.ok((await freeze(0)).ok);
  const frozen = await briefing();
  assert.ok(frozen.frozen?.by?.startsWith('Người thử'));
  assert.deepEqual(frozen.total, before.total);
  assert.deepEqual(frozen.rows, before.rows);
  assert.deepEqual(frozen.series, before.series);
  await admitOne();
  const later = await briefing();
  assert.deepEqual(later.total, before.total);
  const live = later.live?.get(province.tayHa);
  assert.ok(live);
  assert.deepEqual(
    changedFigures(later.total.now, live).map(({ key }) => key),
    ['admitted', 'increases', 'stockEnd'],
  );
  assert.equal((await audited('briefing.freeze')).length, 1);
});

test('the rows behind a frozen number are those that were known when it was frozen', async () => {
  const { frozen, total, live } = await briefing();
  assert.ok(frozen);
  const known = { span: quarterSpan(period, leader.today), asOf: leader.today, knownAt: frozen.at };
  for (const key of ['admitted', 'increases', 'stockEnd', 'stockStart'] as const)
    assert.equal(await countFigureRows(leader, unit, key, known), total.now[key], key);
  assert.equal(await countFigureRows(leader, unit, 'admitted', { ...known, knownAt: null }), live?.get(province.tayHa)?.admitted);
});

test('an entry reversed after the freeze still stands behind the frozen number', async () => {
  const { frozen, total } = await briefing();
  assert.ok(frozen);
  const { rows } = await db.owner.query(
    "select e.* from member_events e where kind = 'official' and cell_id = any($1) and effective_on >= '2026-10-01' and not exists (select 1 from member_events r where r.reverses_id = e.id) limit 1",
    [[province.cellC, province.cellD, province.deepCell]],
  );
  const [entry] = rows;
  await change(
    province.officer,
    (tx) =>
      recordEvents(tx, province.officer, [
        {
          memberId: entry.member_id,
          kind: 'reversal',
          effectiveOn: '2026-11-21',
          cellId: entry.cell_id,
          committeeId: entry.committee_id,
          reversesId: entry.id,
        },
      ]),
    () => true,
  );
  const span = quarterSpan(period, leader.today);
  assert.equal(
    await countFigureRows(leader, unit, 'recognized', { span, asOf: leader.today, knownAt: frozen.at }),
    total.now.recognized,
  );
  assert.equal(
    await countFigureRows(leader, unit, 'recognized', { span, asOf: leader.today, knownAt: null }),
    total.now.recognized - 1,
  );
});

test('freezing twice, or from a page that is no longer current, is told', async () => {
  const again = await freeze(1);
  assert.ok(!again.ok && again.problems[0]?.message.includes('đã được chốt'));
  const old = await freeze(0);
  assert.ok(!old.ok && old.problems[0]?.stale);
});

test('reopening needs the current version and reach; then the quarter runs with the records again', async () => {
  const other = await viewerWith(db, 'committee_leader', province.dongSon);
  assert.equal((await reopen(1, other)).ok, false);
  const old = await reopen(0);
  assert.ok(!old.ok && old.problems[0]?.stale);
  assert.ok((await reopen(1)).ok);
  const open = await briefing();
  assert.equal(open.frozen, null);
  assert.equal(open.version, 2);
  assert.equal(open.reopened?.reason, 'Bổ sung hồ sơ kết nạp');
  assert.deepEqual(
    (await audited('briefing.reopen')).map(({ detail }) => detail),
    [{ period }],
  );
  assert.equal((await db.owner.query('select 1 from briefing_figures')).rowCount, 0);
  assert.ok((await freeze(2)).ok);
});
