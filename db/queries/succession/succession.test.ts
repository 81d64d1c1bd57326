import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { grassrootsMonths, monthsAtGrade } from '@/domain/cadres/holdings';
import { defaultRules } from '@/domain/rule-sets';
import { coverageOf } from '@/domain/succession/coverage';
import { planShares, sharesFrom } from '@/domain/succession/shares';
import { openCampaign } from '../../commands/succession/campaigns';
import { proposeEntry } from '../../commands/succession/entries';
import { type TestDatabase, testDatabase } from '../../testing';
import { addHolding } from '../../testing-cadres';
import { CAMPAIGN, type PlanningWorld, planningWorld } from '../../testing-succession';
import { write } from '../../write';
import { getEligibilityFacts } from '../cadres/eligibility';
import { countCoverage, getBoard, getCompared } from './board';
import { countLists, getNewestCampaign, listCampaigns, listLists } from './campaigns';
import { listCandidates } from './candidates';
import { getList } from './list';
import { getSummary, listPaperFacts } from './paper';
import { countPlanned, listPlanned, listUntrained } from './people';

let db: TestDatabase;
let world: PlanningWorld;
let own: string;
const rules = defaultRules();
const term = { termKind: 'party', termFrom: CAMPAIGN.termFrom } as const;

before(async () => {
  db = await testDatabase();
  world = await planningWorld(db);
  const opened = await write(world.board, openCampaign, { ...CAMPAIGN, unitId: world.units.province });
  assert.ok(opened.ok);
  const { rows } = await db.owner.query('select id from succession_lists where managing_unit_id = $1', [world.units.dongSon]);
  own = rows[0].id;
  for (const cadreId of [world.cadres.an, world.cadres.chi]) await propose(world.titles.deputy, cadreId);
});
after(() => db.drop());

async function propose(postId: string, cadreId: string): Promise<void> {
  const fields = { source: 'local', standing: 'first', reason: 'Thử', note: null } as const;
  const written = await write(world.officer, proposeEntry, { listId: own, postId, cadreId, ...fields });
  assert.ok(written.ok, JSON.stringify(written));
}

const board = (more: object = {}) => getBoard(world.officer, { unitId: world.units.dongSon, root: false, term, ...more }, rules);

test('the board shows titles with their names, highest first, and counts every title once', async () => {
  const { titles } = await board();
  const { counts } = await countCoverage(world.officer, { unitId: world.units.dongSon, root: false, term });
  assert.deepEqual(
    titles.map(({ name, planned }) => [name, planned]),
    [
      ['Phó Chủ tịch UBND xã Đông Sơn', 2],
      ['Chánh Văn phòng Đảng ủy xã Đông Sơn', 0],
    ],
  );
  assert.deepEqual(coverageOf(counts, rules), { titles: 2, without: 1, one: 0, enough: 1, over: 0 });
});

test('each number of the coverage opens exactly its titles', async () => {
  const shown = async (coverage: string) => (await board({ coverage })).titles.length;
  assert.deepEqual([await shown('without'), await shown('one'), await shown('enough'), await shown('over')], [1, 0, 1, 0]);
});

test('the whole province, counted by the numbers beside its titles, is the sum of its levels, counted by the titles', async () => {
  const planned = (postId: string) =>
    db.owner.query(
      `insert into succession_entries (id, list_id, post_id, unit_id, managing_unit_id, cadre_id, term_kind, term_from, term_to, source, standing)
       select gen_random_uuid(), e.list_id, p.id, p.unit_id, p.managing_unit_id, e.cadre_id, e.term_kind, e.term_from, e.term_to, e.source, e.standing
       from posts p cross join (select * from succession_entries limit 1) e where p.id = $1`,
      [postId],
    );
  const everywhere = { unitId: world.units.province, root: true, term };
  const counted = async () => {
    const whole = await countCoverage(world.board, everywhere);
    const apart = await Promise.all(whole.levels.map((level) => countCoverage(world.board, { ...everywhere, level })));
    const [all, sum] = [whole.counts, apart.flatMap(({ counts }) => counts)].map((counts) => coverageOf(counts, rules));
    assert.deepEqual(all, sum);
    return all;
  };
  const before = await counted();
  assert.deepEqual([before?.titles, before?.enough], [4, 1]);
  await planned(world.titles.committee);
  assert.deepEqual(await counted(), before, 'a committee is planned by its coefficient');
  await planned(world.titles.elsewhere);
  assert.equal((await counted())?.one, 1);
  const endsOn = (day: string | null) =>
    db.owner.query('update posts set valid_to = $2 where id = $1', [world.titles.elsewhere, day]);
  await endsOn('2026-11-22');
  assert.equal((await counted())?.one, 1, 'it stands on its last day');
  await endsOn('2026-11-21');
  assert.deepEqual([(await counted())?.titles, (await counted())?.one], [3, 0]);
  await endsOn(null);
  await db.owner.query(
    "update succession_entries set left_on = '2026-11-22', left_reason = 'withdrawn' where post_id = any($1)",
    [[world.titles.committee, world.titles.elsewhere]],
  );
  assert.deepEqual(await counted(), before);
});

test('a page begins after the title it is told, and the province sees the titles of every committee', async () => {
  const { titles } = await board();
  const next = await board({ after: titles[0]?.id });
  assert.deepEqual(
    next.titles.map(({ id }) => id),
    [titles[1]?.id],
  );
  const all = await getBoard(world.board, { unitId: world.units.province, root: true, term }, rules);
  assert.equal(all.titles.length, 4);
});

test('somebody of a commune does not see the titles that the province plans for', async () => {
  const { titles } = await getBoard(world.officer, { unitId: world.units.province, root: true, term }, rules);
  assert.ok(!titles.some(({ name }) => name.startsWith('Bí thư')));
});

test('candidates: holders of lower titles of the unit, or whoever bears the name, in reach only', async () => {
  const names = async (viewer: typeof world.officer, typed: string) =>
    (await listCandidates(viewer, world.titles.deputy, typed)).map(({ name }) => name);
  assert.deepEqual(await names(world.officer, ''), ['Nguyễn Văn An']);
  await db.owner.query(
    "insert into member_name_parts (member_id, part, cell_id, committee_id) select m.id, 'binh', m.cell_id, m.committee_id from members m where full_name = 'Lò Văn Bình'",
  );
  assert.deepEqual(await names(world.officer, 'Bình'), ['Lò Văn Bình']);
  assert.deepEqual(await names(world.stranger, 'Bình'), []);
});

test('what the rules and standards ask of a person comes from the books', async () => {
  const list = await getList(world.officer, own);
  const an = list?.persons.get(world.cadres.an);
  assert.deepEqual(
    [an?.grade, an?.post, an?.theory, an?.presentPostMonths],
    [50, 'Chánh Văn phòng Đảng ủy xã Đông Sơn', 'advanced', 16],
  );
  assert.equal(an?.reaches, '2050-04-01');
  assert.deepEqual([an?.grassrootsMonths, an?.discipline, an?.appointing], [17, [], []]);
});

test('months at the grass roots are those of the work history and of titles; disciplines come as forms and days', async () => {
  await db.owner.query(
    `insert into cadre_history (id, cadre_id, managing_unit_id, from_month, to_month, words, level)
     select gen_random_uuid(), id, managing_unit_id, f, t, 'x', l from cadres, (values ('2018-01', '2019-12', 'commune'), ('2020-01', '2020-06', 'province')) as v (f, t, l) where id = $1`,
    [world.cadres.an],
  );
  await db.owner.query(
    "insert into cadre_disciplines (id, cadre_id, managing_unit_id, form, decided_on, ends_on) select $1, id, managing_unit_id, 'warning', '2026-01-05', '2027-01-05' from cadres where id = $2",
    [randomUUID(), world.cadres.an],
  );
  const an = (await getList(world.officer, own))?.persons.get(world.cadres.an);
  assert.deepEqual([an?.grassrootsMonths, an?.discipline], [41, [{ form: 'warning', endsOn: '2027-01-05' }]]);
});

test('the board says of times served and of disciplines what the eligibility report says', async () => {
  const { binh } = world.cadres;
  await addHolding(db, binh, world.titles.elsewhere, { fromOn: '2020-01-01', endedOn: '2022-01-01' });
  await addHolding(db, binh, world.titles.deputy, { fromOn: '2026-01-01', seat: 2 });
  await db.owner.query(
    `insert into cadre_history (id, cadre_id, managing_unit_id, from_month, to_month, words, level)
     select gen_random_uuid(), id, managing_unit_id, f, t, 'x', l
     from cadres, (values ('2018-01', '2019-12', 'commune'), ('2019-01', '2020-06', 'grassroots'), ('2012-01', '2017-12', 'province')) as v (f, t, l) where id = $1`,
    [binh],
  );
  await db.owner.query(
    "insert into cadre_disciplines (id, cadre_id, managing_unit_id, form, decided_on) select gen_random_uuid(), id, managing_unit_id, 'reprimand', d::date from cadres, unnest(array['2015-03-02', '2026-02-01']) d where id = $1",
    [binh],
  );
  const planned = (await getCompared(world.officer, world.titles.deputy, [binh], term, rules))?.persons[0];
  const facts = await getEligibilityFacts(world.officer, binh, world.titles.office, world.officer.today);
  assert.ok(planned && facts);
  const { holdings, history } = facts.person;
  assert.equal(planned.grassrootsMonths, grassrootsMonths(history, holdings, world.officer.today));
  assert.equal(planned.grassrootsMonths, 24 + 24 + 11);
  assert.equal(planned.presentPostMonths, monthsAtGrade(holdings, 58, false, world.officer.today));
  assert.deepEqual(planned.discipline.map(({ endsOn }) => endsOn).toSorted(), ['2016-03-02', '2027-02-01']);
});

test('time in an equivalent or higher title before adds to the time in the present one', async () => {
  const { dung } = world.cadres;
  await addHolding(db, dung, world.titles.secretary, { fromOn: '2023-01-01', endedOn: '2024-01-01' });
  await addHolding(db, dung, world.titles.deputy, { fromOn: '2026-01-22' });
  const planned = (await getCompared(world.officer, world.titles.deputy, [dung], term, rules))?.persons[0];
  assert.equal(planned?.presentPostMonths, 22);
});

test('an appointment under way for a title is known to the rules, until it is concluded', async () => {
  const procedure = randomUUID();
  await db.owner.query(
    "insert into procedures (id, post_id, unit_id, managing_unit_id, source, reason, opened_on) values ($1, $2, $3, $3, 'local', 'Kiện toàn', '2026-11-01')",
    [procedure, world.titles.deputy, world.units.dongSon],
  );
  await db.owner.query(
    "insert into procedure_candidates (id, procedure_id, managing_unit_id, cadre_id, full_name, sort_key) values ($1, $2, $3, $4, 'Nguyễn Văn An', 'an')",
    [randomUUID(), procedure, world.units.dongSon, world.cadres.an],
  );
  const appointing = async () => (await getList(world.officer, own))?.persons.get(world.cadres.an)?.appointing;
  assert.deepEqual(await appointing(), [world.titles.deputy]);
  await db.owner.query("update procedures set concluded_on = '2026-11-20', stop_reason = 'Dừng' where id = $1", [procedure]);
  assert.deepEqual(await appointing(), []);
});

test('who is planned but lacks a training stands on the list with the titles, the others do not', async () => {
  const untrained = async () =>
    (await listUntrained(world.officer, { unitId: world.units.dongSon, root: false, term }, rules)).rows.map(
      ({ personId, titles }) => [personId, titles.length],
    );
  assert.deepEqual(await untrained(), []);
  await db.owner.query("update cadres set theory = 'middle' where id = $1", [world.cadres.chi]);
  assert.deepEqual(await untrained(), [[world.cadres.chi, 1]]);
});

test('people are compared in the order asked for; who is out of reach is missing', async () => {
  const ids = [world.cadres.chi, world.cadres.an, world.cadres.other];
  const compared = await getCompared(world.officer, world.titles.deputy, ids, term, rules);
  assert.deepEqual(
    compared?.persons.map(({ id }) => id),
    [world.cadres.chi, world.cadres.an],
  );
  assert.equal(await getCompared(world.stranger, world.titles.deputy, ids, term, rules), null);
});

test('campaigns and lists are counted within reach', async () => {
  const [seen] = await listCampaigns(world.officer);
  const [all] = await listCampaigns(world.board);
  assert.deepEqual([seen?.lists, all?.lists], [1, 3]);
  assert.equal((await getNewestCampaign(world.officer))?.id, all?.id);
  assert.ok(all);
  assert.deepEqual(
    [await countLists(world.board, all.id), await countLists(world.officer, all.id)],
    [{ drafting: 3 }, { drafting: 1 }],
  );
  const { rows } = await listLists(world.board, all);
  assert.deepEqual(
    rows.find(({ id }) => id === own),
    {
      ...{ id: own, unitId: world.units.dongSon, unitName: 'Đảng bộ xã Đông Sơn', own: true, managerName: 'Đảng bộ xã Đông Sơn' },
      ...{
        submittedAt: null,
        returnedAt: null,
        approvedAt: null,
        dueOn: CAMPAIGN.dueOn,
        version: 3,
        titles: 3,
        planned: 2,
        approvedNames: 0,
      },
    },
  );
  const later = await listLists(world.board, all, { after: rows[0]?.id });
  assert.deepEqual(
    later.rows.map(({ id }) => id),
    rows.slice(1).map(({ id }) => id),
  );
});

test('everybody planned is counted once, in the shares that the rules of pure numbers give', async () => {
  const campaign = await getNewestCampaign(world.officer);
  const list = await getList(world.officer, own);
  assert.ok(campaign && list);
  const born = ['1987-01-01', '1986-11-22', '1986-11-23', '1975-11-22', '1975-11-23', '1980'];
  for (const day of born) {
    await db.owner.query('update cadres set born = $1 where id = $2', [day, world.cadres.chi]);
    const counts = await countPlanned(world.officer, campaign, rules);
    const persons = (await getList(world.officer, own))?.persons ?? new Map();
    const pure = planShares([...persons.values()], rules, campaign.countedOn);
    assert.equal(counts.total, 2);
    assert.deepEqual(sharesFrom(counts, rules, campaign.countedOn), pure, day);
    for (const { key, count } of pure) {
      const { rows } = await listPlanned(world.officer, campaign, rules, { share: key });
      assert.equal(rows.length, count, `${key} opens ${count} people born ${day}`);
    }
    assert.equal((await listPlanned(world.officer, campaign, rules)).rows.length, counts.total);
  }
});

test('the summary counts each person of a unit, with the committee seats, and shows religion to those who may see it', async () => {
  const campaign = await getNewestCampaign(world.officer);
  assert.ok(campaign);
  await propose(world.titles.committee, world.cadres.an);
  await db.owner.query(
    "insert into member_sensitive (member_id, cell_id, committee_id, ethnicity, religion) select m.id, m.cell_id, m.committee_id, 'Thái', 'Phật giáo' from members m join cadres c on c.member_id = m.id where c.id = $1",
    [world.cadres.an],
  );
  const { units, persons } = await getSummary(world.officer, campaign);
  assert.deepEqual(
    units.map(({ id, seats }) => [id, seats]),
    [[world.units.dongSon, 4]],
  );
  const an = persons.filter(({ id }) => id === world.cadres.an);
  assert.deepEqual(an.map(({ body, religious }) => [body, religious]).sort(), [
    [false, true],
    [true, true],
  ]);
  const facts = (await listPaperFacts(world.officer, [world.cadres.an])).get(world.cadres.an);
  assert.deepEqual([facts?.religion, facts?.ethnicity, facts?.hidden], ['Phật giáo', 'Thái', false]);
  assert.equal((await listPaperFacts(world.stranger, [world.cadres.an])).size, 0);
});
