import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Viewer } from '@/domain/access/viewer';
import { checkBooks } from '../../check-books';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { write } from '../../write';
import { takeBackImport } from './take-back';
import { addCell, imported, importRow, importRows } from './testing';

const SAMPLE = new URL('../../../domain/members/import/samples/danh-sach-dang-vien-xa-dong-son', import.meta.url).pathname;

type Accepted = {
  row: number;
  name: string;
  female: boolean;
  born: string;
  joined: string;
  official: string | null;
  card: string | null;
  cell: string;
};
type Expected = { accepted: Accepted[]; rejected: { row: number; flaw: string }[] };

const expected: Expected = JSON.parse(readFileSync(`${SAMPLE}.expected.json`, 'utf8'));
const file = readFileSync(`${SAMPLE}.xlsx`);
let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let officer: Viewer;

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  await addCell(db, units.dongSon, 'Chi bộ Trường THCS Lê Lợi');
  officer = await viewerWith(db, 'committee_officer', units.dongSon);
});
after(() => db.drop());

const monthsNow = async () => (await db.owner.query('select * from unit_months order by cell_id, month')).rows;

test('the list of xã Đông Sơn brings in exactly its 58 members, refuses 6 rows with their reasons, and can be taken back whole', async () => {
  const monthsBefore = await monthsNow();
  const importId = await imported(db, officer, units.dongSon, file);
  const done = await importRow(db, importId);
  assert.equal(done.failure, null);
  assert.deepEqual([done.counts.added, done.counts.updated, done.counts.left], [58, 0, 6]);

  const { rows: members } = await db.owner.query(`
    select r.row_number as row, lower(m.full_name) as name, m.female, m.born, m.joined, m.official, m.card_number as card, u.name as cell
    from members m join import_rows r on r.member_id = m.id join units u on u.id = m.cell_id order by r.row_number`);
  assert.deepEqual(
    members,
    expected.accepted.map((member) => ({ ...member, name: member.name.toLowerCase() })),
  );
  const wrong = (await importRows(db, importId)).filter((row) => row.state === 'wrong');
  assert.deepEqual(
    wrong.map((row) => ({ row: row.row_number, flaw: row.problems[0].flaw })),
    expected.rejected,
  );

  const { rows: statuses } = await db.owner.query('select status, count(*)::int as n from members group by 1 order by 1');
  const probationary = expected.accepted.filter((member) => !member.official && !member.card).length;
  assert.deepEqual(statuses, [
    { status: 'official', n: 58 - probationary },
    { status: 'probationary', n: probationary },
  ]);
  const { rows: stock } = await db.owner.query(
    "select sum(stock)::int as stock, sum(inc_registered)::int as registered from unit_months where month = '2026-11-01'",
  );
  assert.deepEqual(stock[0], { stock: 58, registered: 58 });

  assert.deepEqual((await checkBooks(db.owner)).differences, [], 'everybody stands as a replay of their first event says');

  const again = await imported(db, officer, units.dongSon, file);
  assert.deepEqual(
    [(await importRow(db, again)).counts.same, (await importRow(db, again)).counts.added],
    [58, 0],
    'the same list a second time changes nothing',
  );

  const taken = await write(officer, takeBackImport, {
    importId,
    version: (await importRow(db, importId)).version,
    reason: 'Nhầm tệp',
  });
  assert.deepEqual(taken, { ok: true, result: { removed: 58, restored: 0 } });
  assert.deepEqual(await monthsNow(), monthsBefore);
  const { rows: left } = await db.owner.query(
    "select (select count(*)::int from members where status <> 'left') as members, (select count(*)::int from member_name_parts) as parts, (select count(*)::int from member_sensitive) as sensitive",
  );
  assert.deepEqual(left[0], { members: 0, parts: 0, sensitive: 0 });
  assert.equal(
    (await importRow(db, await imported(db, officer, units.dongSon, file))).counts.added,
    58,
    'a list taken back can be imported again',
  );
});
