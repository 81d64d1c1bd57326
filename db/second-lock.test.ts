import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { FIGURES } from '@/domain/briefings/figures';
import { retiringBirths } from '@/domain/cadres/alarms';
import { defaultRules } from '@/domain/rule-sets';
import { read } from './client';
import * as accountReads from './queries/accounts';
import * as auditReads from './queries/audit';
import * as briefingReads from './queries/briefings/briefing';
import * as glanceReads from './queries/briefings/glance';
import * as figureReads from './queries/briefings/rows';
import { quarterSpan } from './queries/briefings/sums';
import * as alarmReads from './queries/cadres/alarms';
import * as candidateReads from './queries/cadres/candidates';
import * as eligibilityReads from './queries/cadres/eligibility';
import * as fileReads from './queries/cadres/file';
import * as cadreReads from './queries/cadres/list';
import * as deskReads from './queries/desk';
import * as importReads from './queries/imports';
import * as meetingReads from './queries/meetings';
import * as memberReads from './queries/members';
import * as minutesReads from './queries/minutes';
import * as formReads from './queries/minutes-form';
import * as catalogueReads from './queries/posts/catalogue';
import * as postReads from './queries/posts/post';
import * as vacancyReads from './queries/posts/vacancies';
import type { ShownUnit } from './queries/units';
import { shownUnit } from './queries/units';
import * as treeReads from './queries/units/tree';
import * as unitReads from './queries/units/unit';
import { withoutScope } from './scope';
import { hideProcedure, PROCEDURE_CASES } from './second-lock-procedures';
import { hideRatings, RATING_CASES } from './second-lock-ratings';
import { hideRotations, ROTATION_CASES } from './second-lock-rotations';
import { type TestDatabase, testDatabase, viewerWith } from './testing';
import { addHolding, addPost } from './testing-cadres';
import { busyProvince } from './testing-province';
import { type HiddenPlanning, hidePlanning, PLANNING_CASES } from './testing-succession-lock';

/** Stands in every name and text of the commune that the stranger does not reach. */
const MARK = 'KÍN';

type Known = {
  unit: ShownUnit;
  cell: ShownUnit;
  memberId: string;
  cadreId: string;
  postId: string;
  meetingId: string;
  draftId: string;
  importId: string;
  accountId: string;
  planning: HiddenPlanning;
};
type Case = {
  run: (viewer: Viewer, known: Known) => Promise<unknown>;
  /** What the stranger gets where an answer is a number: exactly this. Elsewhere no mark and no id may be in it. */
  nothing?: unknown;
  /** false: holds no marked text even for who may see it. */
  marked?: false;
};

const every = { status: 'current' } as const;
const everyPost = { vacant: false, ended: false, ahead: false };
const opening = FIGURES.filter(({ opens }) => opens !== null);
const scope = (unit: ShownUnit) => ({ unit, tier: null });
const ahead = { from: null, to: '2027-05-21' };
const months = ['2027-10-01'];
const births = retiringBirths(months, defaultRules());
const window = { span: quarterSpan('2026-Q4', '2026-11-22'), asOf: '2026-11-22', knownAt: null };

/** Every list and detail query, by file and name: a feature adds its own here. A query that is missing fails the test below. */
const CASES: Record<string, Case> = {
  'members:listMembers': { run: (viewer, { unit }) => memberReads.listMembers(viewer, unit, every) },
  'members:countMembers': {
    run: (viewer, { unit }) => memberReads.countMembers(viewer, unit, every),
    nothing: { count: 0, exact: true },
  },
  'members:getListHead': {
    run: async (viewer, { unit }) => (await memberReads.getListHead(viewer, unit, every, { all: false, cells: true })).count,
    nothing: { count: 0, exact: true },
  },
  'members:getMember': { run: (viewer, { memberId }) => memberReads.getMember(viewer, memberId) },
  'members:listMemberEvents': { run: (viewer, { memberId }) => memberReads.listMemberEvents(viewer, memberId) },
  'members:getMeetingsAttended': {
    run: (viewer, { memberId }) => memberReads.getMeetingsAttended(viewer, memberId),
    nothing: { due: 0, present: 0 },
  },
  'members:getSensitive': { run: (viewer, { memberId }) => memberReads.getSensitive(viewer, memberId) },
  'minutes:getMinutes': { run: (viewer, { meetingId }) => minutesReads.getMinutes(viewer, meetingId) },
  'minutes-form:getMinutesForm': { run: (viewer, { draftId }) => formReads.getMinutesForm(viewer, draftId) },
  'meetings:meetingStateOf': { run: (viewer, { meetingId }) => meetingReads.meetingStateOf(viewer, meetingId), nothing: null },
  'meetings:listCellMonths': {
    run: (viewer, { unit }) => meetingReads.listCellMonths(viewer, unit, '2026-10-01'),
    marked: false,
  },
  'meetings:countCellMonths': {
    run: (viewer, { unit }) => meetingReads.countCellMonths(viewer, unit, '2026-10-01'),
    marked: false,
  },
  'imports:listImports': { run: (viewer, { unit }) => importReads.listImports(viewer, unit.id) },
  'imports:getImport': { run: (viewer, { importId }) => importReads.getImport(viewer, importId) },
  'imports:listImportRows': { run: (viewer, { importId }) => importReads.listImportRows(viewer, importId, null, 0) },
  'imports:listLeftOutRows': { run: (viewer, { importId }) => importReads.listLeftOutRows(viewer, importId) },
  'cadres/list:listCadres': { run: (viewer, { unit }) => cadreReads.listCadres(viewer, unit, { state: 'serving' }) },
  'cadres/list:countInParts': {
    run: async (viewer, { unit }) => (await cadreReads.countInParts(viewer, unit, { state: 'serving' }, 1)).count,
    nothing: 0,
  },
  'cadres/list:countCadres': {
    run: (viewer, { unit }) => cadreReads.countCadres(viewer, unit, { state: 'serving' }),
    nothing: 0,
  },
  'cadres/file:getCadreFile': { run: (viewer, { cadreId }) => fileReads.getCadreFile(viewer, cadreId) },
  'cadres/file:getCadreHead': { run: (viewer, { cadreId }) => fileReads.getCadreHead(viewer, cadreId) },
  'cadres/file:getCadreSensitive': { run: (viewer, { cadreId }) => fileReads.getCadreSensitive(viewer, cadreId) },
  'cadres/candidates:searchMembers': { run: (viewer) => candidateReads.searchMembers(viewer, MARK) },
  'posts/catalogue:listPosts': { run: (viewer, { unit }) => catalogueReads.listPosts(viewer, unit, everyPost) },
  'posts/catalogue:countPosts': {
    run: (viewer, { unit }) => catalogueReads.countPosts(viewer, unit, everyPost),
    nothing: { posts: 0, seats: 0, vacant: 0, expired: 0 },
  },
  'posts/post:getPost': { run: (viewer, { postId }) => postReads.getPost(viewer, postId) },
  'posts/post:searchPosts': { run: (viewer) => postReads.searchPosts(viewer, 'chanh'), marked: false },
  'posts/vacancies:listOpenSeats': {
    run: (viewer, { unit }) => vacancyReads.listOpenSeats({ ...viewer, today: '2026-12-24' }, unit, 'expired', everyPost),
  },
  'posts/vacancies:countOpenSeats': {
    run: (viewer, { unit }) => vacancyReads.countOpenSeats(viewer, unit, everyPost),
    nothing: { vacant: 0, expired: 0 },
  },
  'cadres/alarms:getAlarmCounts': {
    run: (viewer, { unit }) =>
      alarmReads.getAlarmCounts(viewer, scope(unit), { terms: [{ within: 180, ...ahead }], papers: [], births, months }),
    nothing: { terms: [{ within: 180, count: 0 }], papers: [], retirements: [] },
  },
  'cadres/alarms:listExpiringTerms': { run: (viewer, { unit }) => alarmReads.listExpiringTerms(viewer, scope(unit), ahead) },
  'cadres/alarms:listExpiringPapers': { run: (viewer, { unit }) => alarmReads.listExpiringPapers(viewer, scope(unit), ahead) },
  'cadres/alarms:listRetiring': { run: (viewer, { unit }) => alarmReads.listRetiring(viewer, scope(unit), { births, months }) },
  'cadres/eligibility:getEligibilityFacts': {
    run: (viewer, { cadreId, postId }) => eligibilityReads.getEligibilityFacts(viewer, cadreId, postId, '2026-11-22'),
  },
  'cadres/eligibility:getChosenCadre': { run: (viewer, { cadreId }) => eligibilityReads.getChosenCadre(viewer, cadreId) },
  'desk:getDeskFacts': { run: (viewer) => deskReads.getDeskFacts(viewer), marked: false },
  'briefings/briefing:getBriefing': {
    run: (viewer, { unit }) => briefingReads.getBriefing(viewer, unit, '2026-Q4'),
    marked: false,
  },
  'briefings/glance:getQuarterGlance': {
    run: (viewer, { unit }) => glanceReads.getQuarterGlance(viewer, unit, true),
    marked: false,
  },
  'briefings/rows:listFigureRows': {
    run: (viewer, { unit }) => Promise.all(opening.map((figure) => figureReads.listFigureRows(viewer, unit, figure, window))),
  },
  'briefings/rows:countFigureRows': {
    run: async (viewer, { cell }) =>
      (await Promise.all(opening.map(({ key }) => figureReads.countFigureRows(viewer, cell, key, window)))).reduce(
        (sum, count) => sum + count,
        0,
      ),
    nothing: 0,
  },
  'units/unit:getUnit': { run: (viewer, { unit }) => unitReads.getUnit(viewer, unit.id) },
  'units/unit:countMembers': {
    run: (viewer, { unit }) => unitReads.countMembers(viewer, unit.id),
    nothing: { members: 0, officials: 0 },
  },
  'units/tree:listTree': {
    run: (viewer, { unit }) => treeReads.listTree(viewer, { rootId: unit.id, open: [], closed: true }),
    marked: false,
  },
  'units/tree:searchUnits': {
    run: (viewer, { unit }) => treeReads.searchUnits(viewer, { rootId: unit.id, closed: true, q: 'chi bo' }),
    marked: false,
  },
  'accounts:listAccounts': { run: (viewer) => accountReads.listAccounts(viewer), marked: false },
  'accounts:getAccount': { run: (viewer, { accountId }) => accountReads.getAccount(viewer, accountId), nothing: null },
  ...RATING_CASES,
  ...ROTATION_CASES,
  ...PROCEDURE_CASES,
  'audit:listLog': { run: (viewer) => auditReads.listLog(viewer, 'audit_log', {}), nothing: [] },
  ...PLANNING_CASES,
  'audit:countLog': { run: (viewer) => auditReads.countLog(viewer, 'audit_log', {}), nothing: 0 },
};

/** Queries that show no personal data of others: names of units, rules, days off, one's own account. */
const OPEN = new Set([
  'posts/pauses:listPauses',
  'posts/pauses:listPausesOver',
  'posts/catalogue:holderOf',
  'posts/catalogue:seatsOf',
  'posts/reach:postInReach',
  'accounts:manageable',
  'accounts:getOwnAccount',
  'accounts:listOwnSessions',
  'accounts:listOfficeSettings',
  'accounts:listUnitsForOffice',
  'audit:checkChains',
  'briefings/sums:monthsOf',
  'audit:getAnchorSheet',
  'audit:getLastAnchor',
  'members:memberConditions',
  'members:listCells',
  'members:getCellName',
  'rule-sets:rulesOn',
  'rule-sets:listHolidays',
  'rotations/choices:listPlaces',
  'targets:listTargets',
  'rule-sets:listRuleHistory',
  'units:chooseUnit',
  'units/unit:listChildKinds',
]);

let db: TestDatabase;
let known: Known;
let stranger: Viewer;
let officer: Viewer;
let secrets: string[];

before(async () => {
  db = await testDatabase();
  const province = await busyProvince(db, (unit) => viewerWith(db, 'board_officer', unit));
  officer = province.officer;
  // A cell that nobody ever moved through: an entry of a move stands in the books of both its cells.
  const quiet = await quietCell(province.tayHa);
  stranger = await viewerWith(db, 'cell_secretary', quiet);
  known = await hideAway(province.dongSon, province.cellA, quiet);
  secrets = [MARK, known.memberId, known.cadreId, known.meetingId, known.importId];
});
after(() => db.drop());

async function quietCell(committee: string): Promise<string> {
  const id = randomUUID();
  await db.owner.query(
    `insert into units (id, code, kind, name, short_name, folded_name, sort_key, founded_on, parent_id, depth, committee_id, is_cell)
     values ($1::uuid, $1::text, 'G2', 'Chi bộ mới', 'Chi bộ mới', 'chi bo moi', 'chi bo moi', '2026-01-01', $2, 2, $2, true)`,
    [id, committee],
  );
  await db.owner.query(
    'insert into unit_tree (ancestor_id, unit_id, depth) select ancestor_id, $1::uuid, depth + 1 from unit_tree where unit_id = $2 union all select $1::uuid, $1::uuid, 0',
    [id, committee],
  );
  return id;
}

/** Marks every text of the commune's cells and picks a member and meetings that never touched the stranger's cell. */
async function hideAway(commune: string, cell: string, elsewhere: string): Promise<Known> {
  const own = async (text: string, params: unknown[] = []) => (await db.owner.query(text, params)).rows[0];
  const below = `cell_id in (select unit_id from unit_tree where ancestor_id = '${commune}')`;
  await db.owner.query('alter table member_events disable trigger user');
  await db.owner.query(
    `update members set full_name = '${MARK} ' || full_name, note = '${MARK}', phone = '${MARK}' where ${below}`,
  );
  await db.owner.query(
    `update member_events set place = '${MARK}', reason = '${MARK}' where member_id not in (select member_id from member_events where cell_id = '${elsewhere}' or from_cell_id = '${elsewhere}')`,
  );
  await db.owner.query(`update resolutions set text = '${MARK}' where ${below}`);
  await db.owner.query(`update assignments set text = '${MARK}', member_name = '${MARK}' where ${below}`);
  await db.owner.query(
    `update meetings set place = '${MARK}', conclusion = '${MARK}', draft = '{"place": "${MARK}"}' where ${below}`,
  );
  const member = await own(
    `select id from members m where cell_id = $1 and status <> 'left' and not exists (select 1 from member_events e where e.member_id = m.id and (e.cell_id = $2 or e.from_cell_id = $2)) limit 1`,
    [cell, elsewhere],
  );
  await db.owner.query('insert into member_sensitive (member_id, cell_id, committee_id, health) values ($1, $2, $3, $4)', [
    member.id,
    cell,
    commune,
    MARK,
  ]);
  await db.owner.query(
    "insert into unit_officers (id, unit_id, full_name, role, held_from) values ($1, $2, $3, 'secretary', '2026-01-01')",
    [randomUUID(), commune, MARK],
  );
  const importId = randomUUID();
  await db.owner.query(
    `insert into imports (id, unit_id, file_name, sheet_name, header_rows, headers, mapping, row_count, uploaded_by) values ($1, $2, $3, 'S', '{1}', '{Tên}', '{}', 1, $4)`,
    [importId, commune, `${MARK}.xlsx`, officer.accountId],
  );
  await db.owner.query("insert into import_rows (import_id, row_number, unit_id, cells, state) values ($1, 2, $2, $3, 'wrong')", [
    importId,
    commune,
    JSON.stringify([MARK]),
  ]);
  const meeting = await own(
    `select id from meetings where cell_id = $1 and submitted_at is not null and exists (select 1 from resolutions r where r.meeting_id = meetings.id) limit 1`,
    [cell],
  );
  const draft = await own(
    `update meetings set submitted_at = null where id = (select id from meetings where cell_id = $1 and id <> $2 order by month desc limit 1) returning id`,
    [cell, meeting.id],
  );
  const [unit, cellShown] = await Promise.all(
    [commune, cell].map((id) => read(officer, (tx) => shownUnit(tx, officer, 'unit.read', id))),
  );
  assert.ok(unit && cellShown);
  return {
    unit,
    cell: cellShown,
    memberId: member.id,
    ...(await hideCadre(commune, member.id)),
    meetingId: meeting.id,
    draftId: draft.id,
    importId,
    accountId: officer.accountId,
    planning: await hidePlanning(db, MARK, { commune, cell }),
  };
}

/** The member as a cadre of the commune, with a title whose term ends, a certificate that runs out and lines in the file. */
async function hideCadre(commune: string, memberId: string): Promise<{ cadreId: string; postId: string }> {
  const cadreId = randomUUID();
  await db.owner.query("update members set born = '1966-01-15', female = false where id = $1", [memberId]);
  await db.owner.query(
    "insert into member_name_parts (member_id, part, cell_id, committee_id) select id, 'kin', cell_id, committee_id from members where id = $1",
    [memberId],
  );
  await db.owner.query(
    `insert into cadres (id, member_id, managing_unit_id, tier, full_name, sort_key, female, born, home_place)
     select $1, id, $2, 'committee', full_name, sort_key, female, born, '${MARK}' from members where id = $3`,
    [cadreId, commune, memberId],
  );
  const postId = await addPost(db, { unitId: commune, managingUnitId: commune, title: `${MARK} Chánh Văn phòng` });
  await addHolding(db, cadreId, postId, { fromOn: '2021-12-02', termEndsOn: '2026-12-01' });
  await db.owner.query(
    `insert into cadre_trainings (id, cadre_id, managing_unit_id, kind, name, valid_to) values ($1, $2, $3, 'language', '${MARK}', '2026-12-01')`,
    [randomUUID(), cadreId, commune],
  );
  await db.owner.query(
    `insert into cadre_disciplines (id, cadre_id, managing_unit_id, form, decided_on, reason) values ($1, $2, $3, 'warning', '2026-01-10', '${MARK}')`,
    [randomUUID(), cadreId, commune],
  );
  await db.owner.query(
    `insert into cadre_history (id, cadre_id, managing_unit_id, from_month, words) values ($1, $2, $3, '2010-01', '${MARK}')`,
    [randomUUID(), cadreId, commune],
  );
  await db.owner.query(
    `insert into cadre_removed_lines (id, cadre_id, line, words, entered_at, reason) values ($1, $2, 'award', '${MARK}', now(), '${MARK}')`,
    [randomUUID(), cadreId],
  );
  await hideRatings(db, commune, cadreId, memberId, postId, MARK);
  await hideRotations(db, commune, { cadreId, postId }, MARK);
  await hideProcedure(db, { commune, cadreId, memberId, postId }, MARK);
  return { cadreId, postId };
}

for (const [name, { run, nothing, marked }] of Object.entries(CASES))
  test(`${name}: with its scope taken away a viewer of another cell sees nothing`, async () => {
    const seen = await withoutScope(() => run(stranger, known));
    if (nothing !== undefined) return assert.deepEqual(seen, nothing);
    const text = JSON.stringify(seen ?? null);
    for (const secret of secrets) assert.ok(!text.includes(secret), `${secret} in ${text.slice(0, 400)}`);
    if (marked !== false && name !== 'minutes-form:getMinutesForm')
      assert.ok(
        JSON.stringify(await run(officer, known)).includes(MARK),
        'who may see it finds nothing either: the case proves nothing',
      );
  });

test('every query that takes a viewer is tried, or is known to show no personal data of others', () => {
  const files = readdirSync('db/queries', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.ts$/.test(file) && !file.includes('.test.'),
  );
  const named = files.flatMap((file) =>
    [
      ...readFileSync(`db/queries/${file}`, 'utf8').matchAll(
        /^export (?:const (\w+) = (?:async )?\(\s*viewer: Viewer|(?:async )?function (\w+)\(\s*viewer: Viewer)/gm,
      ),
    ].map(([, a, b]) => `${file.replace(/\.ts$/, '')}:${a ?? b}`),
  );
  assert.ok(named.length > 30);
  assert.deepEqual(
    named.filter((name) => !CASES[name] && !OPEN.has(name)),
    [],
  );
  assert.deepEqual(
    [...Object.keys(CASES), ...OPEN].filter((name) => !named.includes(name)),
    [],
    'gone: take it off the list',
  );
});

test('no table with rows of people answers a viewer of another cell, asked with no condition at all', async () => {
  const { rows: guarded } = await db.owner.query(
    "select c.relname as name from pg_class c where c.relrowsecurity and c.relkind in ('r', 'p') order by 1",
  );
  const { rows: open } = await db.owner.query(
    `select distinct c.table_name as name from information_schema.columns c join pg_class p on p.relname = c.table_name and p.relkind in ('r', 'p') and not p.relispartition
     where c.table_schema = 'public' and not p.relrowsecurity and c.column_name in ('member_id', 'cell_id', 'full_name', 'speaker_name', 'member_name')`,
  );
  assert.deepEqual(open, [], 'a table about people without row-level security');
  await read(stranger, async (tx) => {
    for (const { name } of guarded) {
      const { rows } = await tx.execute(sql`select * from ${sql.identifier(name)} /* by a test */`);
      const text = JSON.stringify(rows);
      for (const secret of secrets) assert.ok(!text.includes(secret), `${name} shows ${secret}`);
    }
  });
});

test('whoever reaches the whole province is let through before any unit is listed', async () => {
  const { rows } = await db.owner.query(
    "select tablename, policyname from pg_policies where concat(qual, with_check) like '%viewer_units%' and concat(qual, with_check) not like '%viewer_everywhere%'",
  );
  assert.deepEqual(rows, []);
});

test('a partition, to which the row-level security of its parent does not reach, is closed to the app by its own name', async () => {
  for (const name of ['attendance_2026', 'attendance_rest'])
    await assert.rejects(
      read(stranger, (tx) => tx.execute(sql`select * from ${sql.identifier(name)} /* by a test */`)),
      (error: { cause?: { code?: string } }) => error.cause?.code === '42501',
      name,
    );
});
