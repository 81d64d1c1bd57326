import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { drizzle } from 'drizzle-orm/node-postgres';
import { digestOf } from '@/domain/audit/anchors';
import { lastAnchorAt } from './anchor-file';
import { AnchorBroken, anchorNow, checkAnchors } from './audit-anchors';
import { chainEnds } from './audit-chains';
import { smallProvince, type TestDatabase, testDatabase } from './testing';

const folder = mkdtempSync(join(tmpdir(), 'so-to-chuc-anchors-'));
let db: TestDatabase;
let units: string[];
let file = '';
let files = 0;

before(async () => {
  db = await testDatabase();
  units = Object.values(await smallProvince(db));
});
after(async () => {
  await db.drop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  files += 1;
  file = join(folder, `${files}.jsonl`);
});

const write = (rows: number, log = 'audit_log') =>
  db.owner.query(
    `insert into ${log} (chain, seq, prev_hash, hash, action, subject_type, subject_id, unit_id)
     select 0, 0, '', '', 'unit.rename', 'unit', n::text, ($2::uuid[])[1 + n % cardinality($2::uuid[])] from generate_series(1, $1::int) n`,
    [rows, units],
  );
const check = (digest?: string) => checkAnchors(drizzle(db.owner), file, digest);
const linesOf = () => readFileSync(file, 'utf8').trimEnd().split('\n');

test('an anchor holds the ends of all chains, read through the role that cannot read the log', async () => {
  await write(30);
  await write(3, 'read_log');
  const anchored = await anchorNow(file);
  for (const { log, digest } of await chainEnds(drizzle(db.owner))) assert.equal(digestOf(anchored.heads, log), digest, log);
  const { faults, fileFaults, anchored: read } = await check();
  assert.deepEqual([faults, fileFaults], [[], []]);
  assert.deepEqual([...read.heads], [...anchored.heads]);
  assert.equal(await lastAnchorAt(file), anchored.lastAt);
});

test('an hour in which nothing was written leaves a short line that the next one follows', async () => {
  await anchorNow(file);
  await anchorNow(file);
  await write(1);
  await anchorNow(file);
  assert.equal(linesOf().length, 3);
  assert.ok((linesOf()[1] ?? '').length < 600);
  assert.deepEqual((await check()).fileFaults, []);
});

test('twenty anchors at once stand one behind the other', async () => {
  await write(5);
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      n % 3 ? anchorNow(file) : anchorNow(file, (work) => drizzle(db.owner).transaction(work)),
    ),
  );
  assert.equal(linesOf().length, 20);
  assert.deepEqual((await check()).fileFaults, []);
});

test('a write that was cut off loses nothing: the next anchor goes on from the last whole one', async () => {
  await write(4);
  await anchorNow(file);
  appendFileSync(file, '{"at":"2026-11-22T0');
  assert.equal((await check()).anchored.lines, 1);
  await write(4);
  await anchorNow(file);
  const { fileFaults, faults, anchored } = await check();
  assert.deepEqual([fileFaults, faults, anchored.lines], [[], [], 2]);
});

for (const [situation, spoil] of [
  ['a line taken out', (lines: string[]) => lines.toSpliced(1, 1)],
  ['a line made unreadable', (lines: string[]) => lines.with(1, 'x')],
  ['two lines swapped', ([a, b, c, d]: string[]) => [a, c, b, d] as string[]],
  ['a number in a line changed', (lines: string[]) => lines.with(1, String(lines[1]).replace(/"seq":\d+/, '"seq":99'))],
  ['a time changed', (lines: string[]) => lines.with(1, String(lines[1]).replace(/"at":"20../, '"at":"2019'))],
] as const)
  test(`found in the file itself: ${situation}`, async () => {
    for (let n = 0; n < 4; n += 1) {
      await write(3);
      await anchorNow(file);
    }
    writeFileSync(file, `${spoil(linesOf()).join('\n')}\n`);
    const { fileFaults } = await check();
    assert.ok(fileFaults[0] && fileFaults[0].line <= 3, JSON.stringify(fileFaults));
  });

test('a file that began anew while the server runs is taken up from its beginning', async () => {
  await write(3);
  await anchorNow(file);
  truncateSync(file, 0);
  await anchorNow(file);
  assert.deepEqual((await check()).fileFaults, []);
});

test('nothing is anchored behind books that no longer stand as they were anchored', async () => {
  await write(20);
  await anchorNow(file);
  const text = readFileSync(file, 'utf8');
  await db.owner.query('alter table audit_log disable trigger all');
  const { rows } = await db.owner.query(
    'delete from audit_log where (chain, seq) = (select chain, max(seq) from audit_log group by chain limit 1) returning *',
  );
  await assert.rejects(anchorNow(file), (error) => {
    assert.ok(error instanceof AnchorBroken);
    assert.deepEqual(error.head, { log: 'audit_log', chain: rows[0].chain, seq: Number(rows[0].seq) });
    return true;
  });
  await db.owner.query('insert into audit_log select * from jsonb_populate_record(null::audit_log, $1)', [
    JSON.stringify(rows[0]),
  ]);
  await db.owner.query('alter table audit_log enable trigger all');
  assert.equal(readFileSync(file, 'utf8'), text);
});

test('the digest on paper leads to its anchor, by its first digits and as long as the file is the same', async () => {
  await write(3);
  const first = await anchorNow(file);
  await write(3);
  await anchorNow(file);
  const digest = digestOf(first.heads, 'audit_log');
  assert.deepEqual((await check(digest.slice(0, 16))).found, { line: 1, at: first.lastAt, until: first.lastAt });
  const quiet = await anchorNow(file);
  const second = (await check(digestOf(quiet.heads, 'audit_log'))).found;
  assert.deepEqual([second?.line, second?.until], [2, quiet.lastAt]);
  writeFileSync(file, `${linesOf()[1]}\n`);
  assert.equal((await check(digest)).found, null);
});

test('what was written in a long pause goes into several lines, and all of it is anchored', async () => {
  await write(3_700);
  const { heads } = await anchorNow(file);
  assert.ok(linesOf().length > 1);
  for (const { log, digest } of await chainEnds(drizzle(db.owner))) assert.equal(digestOf(heads, log), digest);
  assert.deepEqual((await check()).faults, []);
});
