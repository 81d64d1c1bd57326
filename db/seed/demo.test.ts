import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkBooks } from '../check-books';
import { type TestDatabase, testDatabase } from '../testing';
import { seedDemo } from './demo';
import { DEMO_ACCOUNTS } from './demo-accounts';
import { demoBooks } from './demo-ledger';
import { resetCards } from './demo-people';
import { demoUnits } from './demo-units';
import { randomFrom } from './random';

const TODAY = '2026-11-22';
let db: TestDatabase;
const number = async (text: string): Promise<number> => Number((await db.owner.query(`select (${text}) as n`)).rows[0].n);

before(async () => {
  db = await testDatabase();
  assert.equal(await seedDemo(db.ownerUrl, TODAY), true);
});
after(() => db.drop());

test('the province has twelve committees, 150 living cells, about 3,000 members and two years of minutes', async () => {
  assert.equal(await number("select count(*) from units where kind = 'U'"), 12);
  assert.equal(await number('select count(*) from units where is_cell and closed_on is null'), 150);
  const members = await number("select count(*) from members where status <> 'left'");
  assert.ok(members > 2_800 && members < 3_300, `${members} members`);
  assert.equal(await number("select count(distinct month) from meetings where kind = 'regular'"), 26);
});

test('stored states, month rows and balances are what the entries and minutes give', async () => {
  const { differences, members } = await checkBooks(db.owner);
  assert.deepEqual(differences, []);
  assert.ok(members > 3_000);
});

test('xã Đông Sơn has its three cells, empty, and every account stands in a unit of its own', async () => {
  const { rows } = await db.owner.query(
    `select c.name, (select count(*) from members m where m.cell_id = c.id)::int as members from units c join units u on u.id = c.parent_id where u.name = 'Đảng bộ xã Đông Sơn' order by c.name collate "C"`,
  );
  assert.deepEqual(rows, [
    { name: 'Chi bộ Trường THCS Lê Lợi', members: 0 },
    { name: 'Chi bộ thôn Tây Sơn', members: 0 },
    { name: 'Chi bộ thôn Đông Hà', members: 0 },
  ]);
  assert.equal(
    await number(
      'select count(*) from offices_held h join accounts a on a.id = h.account_id where a.demo and not a.must_change_password',
    ),
    DEMO_ACCOUNTS.length,
  );
});

test('this month some cells have handed in, and the secretaries of the stories have not', async () => {
  const thisMonth = "from meetings g where g.kind = 'regular' and g.month = '2026-11-01' and g.submitted_at is not null";
  assert.ok((await number(`select count(*) ${thisMonth}`)) > 40);
  assert.equal(
    await number(
      `select count(*) ${thisMonth} and g.cell_id in (select unit_id from offices_held where office = 'cell_secretary')`,
    ),
    0,
  );
});

test('the untidy things of life are there', async () => {
  for (const [what, query] of Object.entries({
    'late minutes': 'select count(*) from meetings where late',
    'returned minutes': 'select count(*) from meetings where returned_at is not null and submitted_at is null',
    drafts: 'select count(*) from meetings where submitted_at is null and returned_at is null',
    'waiting for acceptance': 'select count(*) from meetings where submitted_at is not null and accepted_at is null',
    'introduced, not received': 'select count(*) from members where leaving_for is not null',
    'away for a time': 'select count(*) from members where away',
    'partial dates': 'select count(*) from members where length(born) < 10',
    'absent three months running':
      "select count(*) from (select member_id from attendance where month between '2026-08-01' and '2026-10-01' and code = 'absent' group by 1 having count(distinct month) = 3) x",
    'a mistake taken back': "select count(*) from member_events where kind = 'reversal'",
    'cells without a secretary':
      "select count(*) from units u where is_cell and closed_on is null and not exists (select 1 from unit_officers o where o.unit_id = u.id and o.role = 'secretary' and o.held_to is null)",
    'districts ended with successors':
      "select count(*) from units u where kind = 'H' and closed_on is not null and exists (select 1 from unit_change_links l where l.predecessor_id = u.id)",
  }))
    assert.ok((await number(query)) > 0, what);
});

test('a second load does nothing', async () => {
  const said: string[] = [];
  assert.equal(await seedDemo(db.ownerUrl, TODAY, (line) => said.push(line)), false);
  assert.match(said.join(), /không nạp/);
});

test('the same seed and day give the same province', () => {
  const once = () => {
    const random = randomFrom(7);
    resetCards();
    const units = demoUnits(random, TODAY);
    return JSON.stringify([units.rows, demoBooks(random, units.cells, TODAY)]);
  };
  assert.equal(once(), once());
});

test('a province told up to the first or last day of a month is loaded as well', () => {
  for (const today of ['2026-12-01', '2027-01-31', '2027-03-02']) {
    const random = randomFrom(7);
    const units = demoUnits(random, today);
    assert.ok(
      demoBooks(random, units.cells, today).events.every(({ effectiveOn }) => effectiveOn <= today),
      today,
    );
  }
});

test('rotations stand on the titles and people of the province: some out now, most come back, none to a district after it ended', async () => {
  const turns = await number('select count(*) from rotations where started_on is not null');
  assert.ok(turns >= 20 && turns <= 30, `${turns} turns`);
  const persons = await number('select count(distinct cadre_id) from rotations where started_on is not null');
  assert.ok(persons < turns, `${persons} persons`);
  assert.ok((await number("select count(*) from rotations where to_level = 'district' and started_on < '2025-07-01'")) >= 7);
  assert.equal(
    await number("select count(*) from rotations where 'district' in (to_level, from_level) and started_on >= '2025-07-01'"),
    0,
  );
  assert.ok((await number("select count(*) from rotations where ended_on is null and due_on <= '2026-11-22'")) >= 1);
  assert.equal(await number('select count(*) from rotations where started_on is null'), 1);
  assert.equal(
    await number(`select count(*) from rotations r where r.appointment_id is not null and not exists (select from appointment_events a
      join rotation_events e on e.rotation_id = r.id and e.entered_at = a.entered_at where a.appointment_id = r.appointment_id and a.rotation_id = r.id)`),
    0,
    'a title given by a rotation was written with its decision',
  );
  assert.deepEqual(
    [await number('select count(*) from rotation_plans'), await number('select count(*) from rotation_reports')],
    [2, 1],
  );
});

test('no seat stands empty for longer than is believed: offices were left within the year, seats in committees since their congress', async () => {
  const { rows } = await db.owner.query(
    `select p.body, p.title, s.appointment_id is not null as left, '${TODAY}'::date - s.free_from as days
     from post_seats s join posts p on p.id = s.post_id where p.valid_to is null and s.free_from is not null`,
  );
  const offices = rows.filter(({ body }) => !body);
  assert.ok(offices.some(({ left }) => left) && offices.some(({ left }) => !left));
  for (const { title, body, days } of rows) assert.ok(days >= 30 && days <= (body ? 509 : 365), `${title}: ${days} days`);
});
