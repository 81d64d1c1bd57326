import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkBooks } from './check-books';
import { closePool } from './client';
import { type TestDatabase, testDatabase, viewerWith } from './testing';
import { type BusyProvince, busyProvince } from './testing-province';

let db: TestDatabase;
let province: BusyProvince;

before(async () => {
  db = await testDatabase();
  province = await busyProvince(db, (unit) => viewerWith(db, 'board_officer', unit));
});
after(async () => {
  await closePool();
  await db.drop();
});

/** Changes something behind the app's back, looks, and puts it back. */
async function tampered(change: string, back: string): Promise<string[]> {
  await db.owner.query(change);
  const { differences } = await checkBooks(db.owner);
  await db.owner.query(back);
  return differences.map(({ check }) => check);
}

test('two years of entries, reversals and minutes replay to exactly the stored books', async () => {
  const { count, differences, members, months } = await checkBooks(db.owner);
  assert.deepEqual(differences, []);
  assert.equal(count, 0);
  assert.equal(members, 140);
  assert.ok(months > 100);
});

test('a member whose standing was changed by hand is found', async () => {
  const { rows } = await db.owner.query("select id from members where status = 'official' limit 1");
  const found = await tampered(
    `update members set status = 'probationary' where id = '${rows[0].id}'`,
    `update members set status = 'official' where id = '${rows[0].id}'`,
  );
  assert.deepEqual(found, ['đảng viên: status']);
});

test('a member put into another cell by hand is found, and so is that cell', async () => {
  const { rows } = await db.owner.query("select id, cell_id from members where status <> 'left' and cell_id <> $1 limit 1", [
    province.cellA,
  ]);
  const [{ id, cell_id: cell }] = rows;
  const found = await tampered(
    `update members set cell_id = '${province.cellA}' where id = '${id}'`,
    `update members set cell_id = '${cell}' where id = '${id}'`,
  );
  assert.ok(found.includes('đảng viên: cellId') && found.includes('đảng viên trong sổ = số cuối tháng gần nhất'));
});

for (const column of [
  'stock',
  'inc_admitted',
  'dec_moved_out',
  'recognized',
  'expected',
  'held',
  'attendance_present',
  'score_sum',
  'assignments_done',
])
  test(`a month whose ${column} was changed by hand is found`, async () => {
    const where = `where cell_id = '${province.cellA}' and month = '2026-05-01'`;
    const found = await tampered(
      `update unit_months set ${column} = ${column} + 1 ${where}`,
      `update unit_months set ${column} = ${column} - 1 ${where}`,
    );
    assert.ok(found.includes(`sổ tháng: ${column}`));
    assert.equal(found.includes('đầu + tăng − giảm = cuối'), ['stock', 'inc_admitted', 'dec_moved_out'].includes(column));
  });

test('an attendance turn changed by hand is found in the month and on the minutes', async () => {
  const { rows } = await db.owner.query(
    "select a.meeting_id, a.member_id from attendance a join meetings g on g.id = a.meeting_id where a.code = 'present' and g.submitted_at is not null limit 1",
  );
  const where = `where meeting_id = '${rows[0].meeting_id}' and member_id = '${rows[0].member_id}'`;
  const found = await tampered(
    `update attendance set code = 'absent' ${where}`,
    `update attendance set code = 'present' ${where}`,
  );
  assert.ok(found.includes('sổ tháng: attendance_present') && found.includes('biên bản: số phải dự, có mặt'));
});

test('a month row that was taken out is found', async () => {
  const where = `cell_id = '${province.cellB}' and month = '2026-03-01'`;
  await db.owner.query(`create table kept as select * from unit_months where ${where}`);
  const found = await tampered(`delete from unit_months where ${where}`, 'insert into unit_months select * from kept');
  assert.ok(found.length > 0);
  assert.equal((await checkBooks(db.owner)).count, 0);
});

test('a committee whose months were keyed to another committee is found', async () => {
  const where = `where cell_id = '${province.cellA}'`;
  const found = await tampered(
    `update unit_months set committee_id = '${province.tayHa}' ${where}`,
    `update unit_months set committee_id = '${province.dongSon}' ${where}`,
  );
  assert.ok(
    found.includes('tổng theo đảng bộ trực thuộc = tổng theo cây') || found.includes('đảng bộ trực thuộc ghi trên bản ghi'),
  );
});
