import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import { read } from '../../client';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { write } from '../../write';
import { runImport, startImport } from './run';
import { takeBackImport } from './take-back';
import { fileOf, importRow, type Listed, listOf, previewed } from './testing';

const ROWS = 20_000;
const LIMIT_MS = 60_000;
const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi'];
const MIDDLES = ['Văn', 'Thị', 'Đức', 'Minh', 'Thanh', 'Quang', 'Ngọc'];
const GIVEN = ['An', 'Bình', 'Cường', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lan', 'Mai', 'Nam', 'Oanh'];

let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let officer: Viewer;

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  officer = await viewerWith(db, 'committee_officer', units.dongSon);
});
after(() => db.drop());

const two = (n: number) => String(n).padStart(2, '0');
const person = (_: unknown, n: number): Listed => ({
  name: `${FAMILIES[n % 8]} ${MIDDLES[n % 7]} ${GIVEN[n % 11]}`,
  born: `${two((n % 28) + 1)}/${two((n % 12) + 1)}/${1950 + (n % 50)}`,
  card: String(10_000_000 + n),
  citizen: `0${30_000_000_000 + n}`,
  cell: n % 2 ? 'Chi bộ thôn Đông Hà' : 'Chi bộ thôn Tây Sơn',
});

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const began = performance.now();
  const result = await work();
  return { result, ms: performance.now() - began };
}

/** Other people's work while `busy`: a read and a write in another committee, again and again; the longest wait in ms. */
async function othersMeanwhile(
  other: Viewer,
  busy: Promise<unknown>,
): Promise<{ turns: number; longest: number; seen: Set<number>; importId?: string }> {
  let going = true;
  void busy.finally(() => (going = false)).catch(() => undefined);
  const outcome = { turns: 0, longest: 0, seen: new Set<number>() };
  while (going) {
    const { ms } = await timed(async () => {
      await read(other, (tx) => tx.execute(sql`select count(*) from members /* by a test */`));
      await db.owner.query('update units set version = version + 1 where id = $1', [units.cellC]);
      const { rows } = await db.owner.query("select count(*)::int as n from members where status <> 'left'");
      outcome.seen.add(rows[0].n);
    });
    outcome.turns += 1;
    outcome.longest = Math.max(outcome.longest, ms);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return outcome;
}

test(`${ROWS} rows are previewed and imported within a minute while others go on working, and are taken back whole`, async (t) => {
  const other = await viewerWith(db, 'committee_officer', units.tayHa);
  const file = await fileOf(listOf(Array.from({ length: ROWS }, person)));
  const preview = await timed(() => previewed(db, officer, units.dongSon, file));
  const importId = preview.result;
  assert.equal((await importRow(db, importId)).counts.new, ROWS);

  const started = await write(officer, startImport, { importId, version: (await importRow(db, importId)).version });
  assert.ok(started.ok);
  const running = timed(() => runImport(officer, importId));
  const meanwhile = await othersMeanwhile(other, running);
  const run = await running;
  const done = await importRow(db, importId);
  assert.deepEqual([done.failure, done.counts.added, done.done_count], [null, ROWS, ROWS]);

  const takeBack = await timed(async () => write(officer, takeBackImport, { importId, version: done.version, reason: 'Thử' }));
  assert.deepEqual(takeBack.result, { ok: true, result: { removed: ROWS, restored: 0 } });
  t.diagnostic(
    `preview ${Math.round(preview.ms)} ms, import ${Math.round(run.ms)} ms, take back ${Math.round(takeBack.ms)} ms; others: ${meanwhile.turns} turns, longest ${Math.round(meanwhile.longest)} ms`,
  );
  assert.ok(preview.ms + run.ms < LIMIT_MS, `preview and import took ${Math.round(preview.ms + run.ms)} ms`);
  assert.ok(meanwhile.turns > 5 && meanwhile.longest < 5_000, `others waited ${Math.round(meanwhile.longest)} ms`);
  assert.deepEqual(
    [...meanwhile.seen].filter((n) => n !== 0 && n !== ROWS),
    [],
    'nobody sees half a list',
  );
});
