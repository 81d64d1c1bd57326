import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { OpenClassInput } from '@/domain/trainings/inputs';
import { type TestDatabase, testDatabase, viewerWith } from '../testing';
import { addCadre } from '../testing-cadres';
import { CAMPAIGN, type PlanningWorld, planningWorld } from '../testing-succession';
import { type Command, type Written, write } from '../write';
import { openGroup } from './ratings';
import { openCampaign } from './succession/campaigns';
import { openClass } from './trainings';

let db: TestDatabase;
let world: PlanningWorld;
let officers: [Viewer, Viewer];
/** A cadre whose file the province keeps. */
let managed: string;

before(async () => {
  db = await testDatabase();
  world = await planningWorld(db);
  officers = [world.board, await viewerWith(db, 'board_officer', world.units.province)];
  const place = { cellId: world.units.cellA, committeeId: world.units.dongSon };
  const file = { fullName: 'Tòng Văn Lả', managingUnitId: world.units.province, tier: 'province' as const };
  managed = (await addCadre(db, { ...place, ...file })).cadreId;
});
after(() => db.drop());

const said = (written: Written<unknown>) => (written.ok ? '' : written.problems.map(({ message }) => message).join(' '));
const count = async (sql: string): Promise<number> => (await db.owner.query(`select count(*)::int as n from ${sql}`)).rows[0].n;

/** Both officers come to the insert into `table` before either of them gets past it. */
async function atOnce<I, R>(table: string, command: Command<I, R>, inputs: readonly [I, I]): Promise<Written<R>[]> {
  const gate = await db.owner.connect();
  await gate.query('begin');
  await gate.query(`lock table ${table} in share mode`);
  const both = Promise.all(officers.map((officer, at) => write(officer, command, inputs[at] ?? inputs[0])));
  both.catch(() => undefined);
  while ((await count(`pg_locks where not granted and relation = '${table}'::regclass`)) < 2)
    await new Promise((resolve) => setTimeout(resolve, 10));
  await gate.query('commit');
  gate.release();
  return both;
}

const refusals = (both: readonly Written<unknown>[]) => both.filter(({ ok }) => !ok).map(said);

test('two officers open the same round of planning at once: one round with all its lists, the other officer is told', async () => {
  const input = { ...CAMPAIGN, unitId: world.units.province };
  const both = await atOnce('succession_campaigns', openCampaign, [input, input]);
  assert.match(refusals(both).join('|'), /^[^|]*chưa kết thúc[^|]*$/);
  const [opened] = both.flatMap((written) => (written.ok ? [written.result] : []));
  assert.equal(await count('succession_campaigns'), 1);
  assert.equal(await count('succession_lists'), opened?.lists);
  assert.equal(await count("audit_log where action = 'succession.opened'"), 1);
});

const picking = (name: string, picked: string[]) => ({
  ...{ unitId: world.units.province, subject: 'collective' as const, year: 2025, quarter: 0, prominent: false },
  ...{ name, picked },
});

test('two officers open the same group of ratings at once: one group with all its rows', async () => {
  const input = picking('Đảng ủy các xã', [world.units.dongSon, world.units.tayHa]);
  assert.match(
    refusals(await atOnce('rating_groups', openGroup, [input, input])).join('|'),
    /^[^|]*đã có nhóm mang tên đó[^|]*$/,
  );
  assert.equal(await count('rating_groups'), 1);
  assert.equal(await count('ratings'), 2);
  assert.equal(await count("audit_log where action = 'rating.group'"), 1);
});

for (const [what, subject, picked] of [
  ['unit', 'collective', () => [world.units.dongSon]],
  ['person', 'person', () => [managed]],
] as const)
  test(`two officers take the same ${what} into groups of different names at once: it is rated in one of them`, async () => {
    const of = (name: string) => ({ ...picking(name, picked()), subject, year: 2024 });
    const groups = await count('rating_groups');
    const both = await atOnce('ratings', openGroup, [of(`Nhóm một ${subject}`), of(`Nhóm hai ${subject}`)]);
    assert.match(refusals(both).join('|'), /^[^|]*đã ở nhóm khác[^|]*$/);
    assert.equal(await count('rating_groups'), groups + 1);
    assert.equal(await count('rating_groups g where not exists (select from ratings r where r.group_id = g.id)'), 0);
  });

test('two officers open a class of the same name at once: two classes, each with its trace, and either can be used', async () => {
  const input = OpenClassInput.parse({
    ...{ unitId: world.units.province, kind: 'theory', name: 'Trung cấp lý luận chính trị khóa 14', theory: 'middle' },
    ...{ fromOn: '05/01/2026', toOn: '30/09/2026', planned: '60' },
  });
  assert.deepEqual(refusals(await atOnce('training_classes', openClass, [input, input])), []);
  assert.equal(await count('training_classes'), 2);
  assert.equal(
    await count("audit_log a join training_classes c on c.id::text = a.subject_id where a.action = 'training.open'"),
    2,
  );
});
