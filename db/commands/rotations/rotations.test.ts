import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { BeginAppointmentInput } from '@/domain/appointments/inputs';
import {
  AddPlanLineInput,
  ApprovePlanInput,
  DraftPlanInput,
  EndRotationInput,
  ExtendStayInput,
  ProposeRotationInput,
  RateStayInput,
  RecordStepInput,
  SaveReportInput,
  StartRotationInput,
} from '@/domain/rotations/inputs';
import { findCadres, getCadreChoice } from '../../queries/rotations/choices';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { addCadre, addHolding, addPost } from '../../testing-cadres';
import { type Written, write } from '../../write';
import { beginAppointment } from '../appointments';
import { proposeRotation, recordStep, startRotation, withdrawRotation } from './moves';
import { addPlanLine, approvePlan, draftPlan, dropPlanLine } from './plans';
import { saveReport } from './reports';
import { endRotation, extendStay, rateStay } from './stays';

let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let officer: Viewer;
let head: Viewer;
let commune: Viewer;
let division: string;
let secretary: string;
let deputyHead: string;
let cadreId: string;

const decision = { decisionNumber: '215-QĐ/TU', decisionDate: '15/10/2026', issuer: 'Ban Thường vụ Tỉnh ủy' };
const faults = (written: Written<unknown>) => (written.ok ? [] : written.problems.map(({ path }) => path));
const words = (written: Written<unknown>) => (written.ok ? '' : written.problems.map(({ message }) => message).join(' '));
function resultOf<R>(written: Written<R>): R {
  assert.deepEqual(words(written), '');
  if (!written.ok) throw new Error('refused');
  return written.result;
}
const one = async (text: string, values: unknown[]) => (await db.owner.query(text, values)).rows[0];
const audits = async (action: string, subject: string) =>
  (await db.owner.query('select unit_id, detail from audit_log where action = $1 and subject_id = $2', [action, subject])).rows;
const version = async (table: 'rotations' | 'rotation_plans', id: string) =>
  String((await one(`select version from ${table} where id = $1`, [id])).version);

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  officer = await viewerWith(db, 'board_officer', units.province);
  head = await viewerWith(db, 'board_head', units.province);
  commune = await viewerWith(db, 'committee_officer', units.dongSon);
});
after(() => db.drop());

/** A deputy head of division at the province, and the post of a commune's secretary that stands empty. */
beforeEach(async () => {
  const managed = { managingUnitId: units.province, tier: 'province' as const };
  division = await addPost(db, {
    ...managed,
    unitId: units.province,
    title: 'Trưởng phòng, Ban Tổ chức Tỉnh ủy',
    level: 'province',
    grade: 60,
  });
  secretary = await addPost(db, {
    ...managed,
    unitId: units.dongSon,
    title: 'Bí thư Đảng ủy xã Đông Sơn',
    grade: 60,
    outsider: true,
  });
  deputyHead = await addPost(db, {
    ...managed,
    unitId: units.province,
    title: 'Phó Trưởng Ban Tổ chức Tỉnh ủy',
    level: 'province',
    grade: 70,
  });
  const home = { cellId: units.cellC, committeeId: units.tayHa };
  ({ cadreId } = await addCadre(db, { ...managed, ...home, fullName: 'Lò Văn Ánh', born: '1985-03-02' }));
  resultOf(
    await write(
      head,
      beginAppointment,
      BeginAppointmentInput.parse({
        ...decision,
        decisionDate: '01/02/2022',
        kind: 'appointed',
        cadreId,
        postId: division,
        fromOn: '01/02/2022',
      }),
    ),
  );
});

const propose = (typed: object = {}, viewer = officer) =>
  write(
    viewer,
    proposeRotation,
    ProposeRotationInput.parse({
      cadreId,
      postId: secretary,
      basis: 'c',
      startsOn: '01/11/2026',
      expected: 'returned',
      ...typed,
    }),
  );
const proposed = async (typed: object = {}) => resultOf(await propose(typed)).rotationId;
const step = async (rotationId: string, name: string, heldOn = '10/10/2026', viewer = officer) =>
  write(
    viewer,
    recordStep,
    RecordStepInput.parse({ rotationId, version: await version('rotations', rotationId), step: name, heldOn }),
  );
async function prepared(typed: object = {}): Promise<string> {
  const rotationId = await proposed(typed);
  for (const name of ['consulted', 'appraised', 'submitted']) resultOf(await step(rotationId, name));
  return rotationId;
}
const start = async (rotationId: string, typed: object = {}, viewer = head) =>
  write(
    viewer,
    startRotation,
    StartRotationInput.parse({
      ...{ ...decision, rotationId, version: await version('rotations', rotationId), startedOn: '01/11/2026' },
      ...typed,
    }),
  );
async function begun(startedOn = '01/11/2026'): Promise<string> {
  const rotationId = await prepared({ startsOn: startedOn });
  resultOf(await start(rotationId, { startedOn }));
  return rotationId;
}
const end = async (rotationId: string, typed: object, viewer = head) =>
  write(
    viewer,
    endRotation,
    EndRotationInput.parse({
      ...{ ...decision, decisionDate: '20/11/2026', rotationId, version: await version('rotations', rotationId) },
      ...typed,
    }),
  );

test('a plan goes from draft over needs to the decision, and names come only for what is approved', async () => {
  const draft = DraftPlanInput.parse({
    unitId: units.province,
    title: 'Kế hoạch luân chuyển năm 2027',
    year: '2027',
    purpose: 'Bố trí bí thư không là người địa phương',
  });
  const { planId } = resultOf(await write(officer, draftPlan, draft));
  const lineOf = async (viewer: Viewer, over: object = {}) =>
    write(
      viewer,
      addPlanLine,
      AddPlanLineInput.parse({
        ...{
          planId,
          version: await version('rotation_plans', planId),
          postId: secretary,
          need: 'Người đứng đầu đã hai nhiệm kỳ',
        },
        ...{ form: 'designated', startsMonth: '01/2027', months: '36', expected: 'returned' },
        ...over,
      }),
    );
  assert.match(words(await lineOf(officer, { version: '7' })), /đã được .+ sửa/);
  resultOf(await lineOf(officer));
  resultOf(await lineOf(officer));
  const lines = (await db.owner.query('select id from rotation_plan_lines where plan_id = $1 order by id', [planId])).rows;
  assert.equal(lines.length, 2);
  resultOf(
    await write(officer, dropPlanLine, { planId, version: Number(await version('rotation_plans', planId)), lineId: lines[1].id }),
  );
  assert.match(words(await propose({ lineId: lines[0].id })), /chưa được phê duyệt/);
  const approval = async (viewer: Viewer) =>
    write(viewer, approvePlan, ApprovePlanInput.parse({ ...decision, planId, version: await version('rotation_plans', planId) }));
  assert.match(words(await approval(officer)), /không có quyền/);
  resultOf(await approval(head));
  assert.match(words(await lineOf(officer)), /đã được phê duyệt/);
  const rotationId = await proposed({ lineId: lines[0].id });
  assert.equal((await one('select line_id from rotations where id = $1', [rotationId])).line_id, lines[0].id);
  for (const action of ['plan_drafted', 'line_added', 'line_dropped', 'plan_approved'])
    assert.ok((await audits(`rotation.${action}`, planId)).length > 0, action);
});

test('whoever drafted a plan does not approve it, and an empty plan is not approved', async () => {
  const draft = DraftPlanInput.parse({ unitId: units.province, title: 'Kế hoạch', year: '2027', purpose: 'Theo nhu cầu' });
  const { planId } = resultOf(await write(officer, draftPlan, draft));
  await db.owner.query('update rotation_plans set drafted_by = $1 where id = $2', [head.accountId, planId]);
  const written = await write(head, approvePlan, ApprovePlanInput.parse({ ...decision, planId, version: '1' }));
  assert.match(words(written), /không tự phê duyệt.*chưa có vị trí nào/);
});

test('a commune drafts no plan, and its officer reaches no cadre of the province', async () => {
  const draft = DraftPlanInput.parse({ unitId: units.dongSon, title: 'Kế hoạch', year: '2027', purpose: 'Theo nhu cầu' });
  assert.match(words(await write(commune, draftPlan, draft)), /không có quyền/);
  assert.match(words(await propose({}, commune)), /không có quyền/);
});

test('a proposal keeps both ends with their levels, and the log names nobody', async () => {
  const rotationId = await proposed();
  const row = await one(
    'select from_title, from_level, to_level, to_unit_name, started_on, managing_unit_id from rotations where id = $1',
    [rotationId],
  );
  assert.deepEqual(
    [row.from_title, row.from_level, row.to_level, row.started_on, row.managing_unit_id],
    ['Trưởng phòng, Ban Tổ chức Tỉnh ủy', 'province', 'commune', null, units.province],
  );
  assert.deepEqual(await audits('rotation.proposed', rotationId), [
    { unit_id: units.province, detail: { cadreId, postId: secretary, lineId: null } },
  ]);
});

test('what the rules do not expect asks for a reason; with one it goes on, and the warning stays with the event', async () => {
  await db.owner.query("update cadres set born = '1972-01-05' where id = $1", [cadreId]);
  const refused = await propose();
  assert.deepEqual(faults(refused), ['exceptionReason']);
  assert.match(words(refused), /Còn 86 tháng .+ 120 tháng \(theo Quy định 65-QĐ\/TW/);
  const rotationId = await proposed({ exceptionReason: 'Theo kết luận của Ban Thường vụ' });
  const event = await one("select note, warnings from rotation_events where rotation_id = $1 and kind = 'proposed'", [
    rotationId,
  ]);
  assert.equal(event.note, 'Theo kết luận của Ban Thường vụ');
  assert.match(event.warnings[0], /Còn 86 tháng/);
});

test('steps are written in order, and a decision without them asks why', async () => {
  const rotationId = await proposed();
  resultOf(await step(rotationId, 'consulted', '10/10/2026'));
  assert.deepEqual(faults(await step(rotationId, 'appraised', '09/10/2026')), ['heldOn']);
  assert.deepEqual(faults(await step(rotationId, 'announced')), ['step']);
  assert.match(words(await step(rotationId, 'appraised', '10/10/2026', head)), /không có quyền/);
  const early = await start(rotationId);
  assert.deepEqual(faults(early), ['exceptionReason']);
  assert.match(words(early), /Chưa ghi bước “Thẩm tra/);
  assert.equal((await audits('rotation.step', rotationId)).length, 1);
});

test('the decision starts the stay, gives the post, ends the one left and sets both reminders', async () => {
  const rotationId = await begun();
  const row = await one(
    'select started_on::text as started, prepare_on::text as prepare, due_on::text as due, appointment_id as held from rotations where id = $1',
    [rotationId],
  );
  assert.deepEqual([row.started, row.prepare, row.due], ['2026-11-01', '2029-05-01', '2029-11-01']);
  const held = await one('select post_id, kind, from_on::text as since, ended_on from appointments where id = $1', [row.held]);
  assert.deepEqual(held, { post_id: secretary, kind: 'rotated', since: '2026-11-01', ended_on: null });
  const left = await one('select ended_on::text as ended, end_kind from appointments where post_id = $1 and cadre_id = $2', [
    division,
    cadreId,
  ]);
  assert.deepEqual(left, { ended: '2026-11-01', end_kind: 'rotated' });
  assert.equal((await one('select appointment_id from post_seats where post_id = $1', [division])).appointment_id !== null, true);
  assert.equal((await one('select free_from::text as free from post_seats where post_id = $1', [division])).free, '2026-11-01');
  const { rows } = await db.owner.query('select kind from appointment_events where rotation_id = $1 order by kind', [rotationId]);
  assert.deepEqual(
    rows.map(({ kind }) => kind),
    ['begun', 'ended'],
  );
  assert.equal((await audits('rotation.begun', rotationId)).length, 1);
  assert.equal((await audits('appointment.begun', row.held)).length, 1);
});

test('a decision is refused to whoever may not decide, on an old version, and twice', async () => {
  const rotationId = await prepared();
  assert.match(words(await start(rotationId, {}, officer)), /không có quyền/);
  assert.match(words(await start(rotationId, { version: '1' })), /đã được .+ sửa/);
  resultOf(await start(rotationId));
  assert.match(words(await start(rotationId)), /đã có quyết định/);
});

test('a decision that the appointments refuse changes nothing at all', async () => {
  const rotationId = await prepared();
  const late = await start(rotationId, { decisionDate: '23/11/2026' });
  assert.deepEqual(faults(late), ['decisionDate']);
  assert.equal((await one('select started_on from rotations where id = $1', [rotationId])).started_on, null);
  assert.equal((await one('select count(*)::int as held from appointments where post_id = $1', [secretary])).held, 0);
});

test('nobody is rotated to two places, and a full post warns before it refuses', async () => {
  await begun();
  const again = await propose({ postId: deputyHead, startsOn: '10/11/2026' });
  assert.match(words(again), /đang luân chuyển tại/);
  const { cadreId: other } = await addCadre(db, {
    ...{
      cellId: units.cellC,
      committeeId: units.tayHa,
      managingUnitId: units.province,
      tier: 'province',
      fullName: 'Vì Văn Hai',
    },
  });
  const post = await addPost(db, {
    unitId: units.province,
    managingUnitId: units.province,
    tier: 'province',
    title: 'Chuyên viên chính',
    level: 'province',
  });
  resultOf(
    await write(
      head,
      beginAppointment,
      BeginAppointmentInput.parse({ ...decision, kind: 'appointed', cadreId: other, postId: post, fromOn: '20/10/2026' }),
    ),
  );
  const full = await propose({ cadreId: other, startsOn: '10/11/2026' });
  assert.match(words(full), /không còn chỗ/);
});

/** A board officer of one commune who may read the whole province besides. */
async function readsBeyond(): Promise<Viewer> {
  const [writes, reads] = [
    await viewerWith(db, 'board_officer', units.dongSon),
    await viewerWith(db, 'provincial_leader', units.province),
  ];
  await db.owner.query('update offices_held set account_id = $1 where account_id = $2', [writes.accountId, reads.accountId]);
  const keys = new Set([...writes.grants.keys(), ...reads.grants.keys()]);
  const grants = new Map(
    [...keys].map((key) => [key, [...(writes.grants.get(key) ?? []), ...(reads.grants.get(key) ?? [])]] as const),
  );
  return { ...writes, grants };
}

test('a name is put forward, and found, only where the office writes rotations, however far it reads', async () => {
  const both = await readsBeyond();
  const proposed = await propose({}, both);
  assert.match(words(proposed), /Không tìm thấy/);
  assert.equal(await getCadreChoice(both, cadreId), null);
  assert.deepEqual(await findCadres(both, 'anh'), []);
  const home = { cellId: units.cellA, committeeId: units.dongSon, managingUnitId: units.dongSon };
  const own = await addCadre(db, { ...home, fullName: 'Lò Văn Phanh', born: '1985-03-02' });
  const post = await addPost(db, { unitId: units.dongSon, managingUnitId: units.dongSon, title: 'Phó Chánh Văn phòng' });
  await addHolding(db, own.cadreId, post, { fromOn: '2022-02-01' });
  assert.equal((await getCadreChoice(both, own.cadreId))?.id, own.cadreId);
  resultOf(await propose({ cadreId: own.cadreId, exceptionReason: 'Thường vụ thống nhất' }, both));
});

test('a name is withdrawn with its reason, and not after the decision', async () => {
  const rotationId = await proposed();
  const withdraw = async (viewer: Viewer, id: string) =>
    write(viewer, withdrawRotation, {
      rotationId: id,
      version: Number(await version('rotations', id)),
      reason: 'Chọn phương án khác',
    });
  assert.match(words(await withdraw(head, rotationId)), /không có quyền/);
  resultOf(await withdraw(officer, rotationId));
  assert.match(words(await start(rotationId)), /đã rút/);
  assert.equal((await audits('rotation.withdrawn', rotationId)).length, 1);
});

test('each year of the stay is rated once; said again, the later word stands', async () => {
  const rotationId = await begun('01/11/2025');
  const rate = async (year: string, level: string, viewer = officer) =>
    write(viewer, rateStay, RateStayInput.parse({ rotationId, version: await version('rotations', rotationId), year, level }));
  assert.deepEqual(faults(await rate('2024', 'good')), ['year']);
  assert.match(words(await rate('2025', 'good', head)), /không có quyền/);
  resultOf(await rate('2025', 'good'));
  resultOf(await rate('2025', 'outstanding'));
  resultOf(await rate('2026', 'good'));
  const { rows } = await db.owner.query('select year, level from rotation_ratings where rotation_id = $1 order by year', [
    rotationId,
  ]);
  assert.deepEqual(rows, [
    { year: 2025, level: 'outstanding' },
    { year: 2026, level: 'good' },
  ]);
  assert.equal((await audits('rotation.rated', rotationId)).length, 3);
  const stale = await write(officer, rateStay, RateStayInput.parse({ rotationId, version: '1', year: '2026', level: 'good' }));
  assert.match(words(stale), /đã được .+ sửa/);
});

test('an extension moves the end and its reminder', async () => {
  const rotationId = await begun('01/11/2023');
  const extend = async (until: string, viewer = head) =>
    write(
      viewer,
      extendStay,
      ExtendStayInput.parse({ ...decision, rotationId, version: await version('rotations', rotationId), until }),
    );
  assert.deepEqual(faults(await extend('01/11/2026')), ['until']);
  assert.match(words(await extend('01/11/2028', officer)), /không có quyền/);
  resultOf(await extend('01/11/2028'));
  const row = await one('select due_on::text as due, prepare_on::text as prepare from rotations where id = $1', [rotationId]);
  assert.deepEqual(row, { due: '2028-11-01', prepare: '2028-05-01' });
  assert.equal((await audits('rotation.extended', rotationId)).length, 1);
});

test('the stay ends with a higher post: the seat here stands empty, the new one is held', async () => {
  const rotationId = await begun('01/11/2023');
  assert.deepEqual(faults(await end(rotationId, { endedOn: '20/11/2026', placement: 'higher' })), ['postId']);
  assert.match(words(await end(rotationId, { endedOn: '20/11/2026', placement: 'stayed' }, officer)), /không có quyền/);
  resultOf(await end(rotationId, { endedOn: '20/11/2026', placement: 'higher', postId: deputyHead }));
  const row = await one('select ended_on::text as ended, placement, placement_title from rotations where id = $1', [rotationId]);
  assert.deepEqual(row, { ended: '2026-11-20', placement: 'higher', placement_title: 'Phó Trưởng Ban Tổ chức Tỉnh ủy' });
  const held = await one('select post_id from appointments where cadre_id = $1 and ended_on is null', [cadreId]);
  assert.equal(held.post_id, deputyHead);
  const left = await one('select end_kind from appointments where cadre_id = $1 and post_id = $2', [cadreId, secretary]);
  assert.equal(left.end_kind, 'returned');
  assert.match(words(await end(rotationId, { endedOn: '20/11/2026', placement: 'stayed' })), /đã kết thúc/);
  assert.equal((await audits('rotation.ended', rotationId)).length, 1);
});

test('a stay that ends before its least time asks why; one day of months more and it does not', async () => {
  const rotationId = await begun('02/11/2023');
  const early = await end(rotationId, { endedOn: '01/11/2026', placement: 'stayed' });
  assert.deepEqual(faults(early), ['exceptionReason']);
  assert.match(words(early), /Mới luân chuyển 35 tháng, ít hơn 36 tháng/);
  resultOf(await end(rotationId, { endedOn: '02/11/2026', placement: 'stayed' }));
});

test('who stays on keeps the post given by the rotation', async () => {
  const rotationId = await begun('01/11/2023');
  resultOf(await end(rotationId, { endedOn: '10/11/2026', placement: 'stayed' }));
  const held = await one('select ended_on from appointments where cadre_id = $1 and post_id = $2', [cadreId, secretary]);
  assert.equal(held.ended_on, null);
  const row = await one('select placement, placement_title from rotations where id = $1', [rotationId]);
  assert.deepEqual(row, { placement: 'stayed', placement_title: 'Bí thư Đảng ủy xã Đông Sơn' });
});

test('who retires at the end of the stay leaves the post that day', async () => {
  const rotationId = await begun('01/11/2023');
  resultOf(await end(rotationId, { endedOn: '10/11/2026', placement: 'retired' }));
  const held = await one('select ended_on::text as ended, end_kind from appointments where cadre_id = $1 and post_id = $2', [
    cadreId,
    secretary,
  ]);
  assert.deepEqual(held, { ended: '2026-11-10', end_kind: 'retired' });
});

test('reported totals are kept as they were stated, and an edit needs the version that was opened', async () => {
  const typed = {
    ...{
      unitId: units.province,
      title: 'Luân chuyển 2010–2018',
      source: 'Báo cáo của Tỉnh ủy',
      fromMonth: '01/2010',
      toMonth: '10/2018',
    },
    ...{ total: '164', vertical: '126', 'turns-province-district': '19', 'turns-district-province': '4' },
    ...{ 'turns-district-commune': '85', 'turns-commune-district': '13', 'turns-commune-commune': '' },
  };
  assert.match(words(await write(head, saveReport, SaveReportInput.parse(typed))), /không có quyền/);
  const { reportId } = resultOf(await write(officer, saveReport, SaveReportInput.parse(typed)));
  const row = await one('select total, vertical, lines from rotation_reports where id = $1', [reportId]);
  assert.deepEqual([row.total, row.vertical, row.lines.length], [164, 126, 4]);
  const again = (version: string) =>
    write(officer, saveReport, SaveReportInput.parse({ ...typed, reportId, version, total: '165' }));
  assert.match(words(await again('9')), /đã được .+ sửa/);
  resultOf(await again('1'));
  assert.equal((await audits('rotation.reported', reportId)).length, 2);
});

test('a number that is none is told at its field', () => {
  const typed = {
    unitId: units.province,
    title: 'T',
    source: 'S',
    fromMonth: '01/2010',
    toMonth: '12/2009',
    total: '12',
    'turns-province-commune': '1,5',
  };
  const parsed = SaveReportInput.safeParse(typed);
  assert.deepEqual(
    parsed.error?.issues.map(({ path }) => path.join('.')),
    ['turns-province-commune', 'toMonth'],
  );
});
