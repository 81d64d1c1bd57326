import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { Viewer } from '@/domain/access/viewer';
import { nameParts, nameSortKey } from '@/domain/names';
import { change } from '../../client';
import { smallProvince, type TestDatabase, testDatabase, viewerWith } from '../../testing';
import { write } from '../../write';
import { mapColumns } from './columns';
import { runImport, startImport } from './run';
import { importRow, type Listed, listOf, uploaded } from './testing';

const LISTED = 2_000;
const IN_BOOK = 2_000;
/** Rows that one statement may touch for each row of the list and each member of the unit; a product of the two would be hundreds. */
const TOUCHES = 20;

let db: TestDatabase;
let units: Awaited<ReturnType<typeof smallProvince>>;
let officer: Viewer;

before(async () => {
  db = await testDatabase();
  units = await smallProvince(db);
  officer = await viewerWith(db, 'committee_officer', units.dongSon);
  await fillBook(units.tayHa, [units.cellC, units.cellD]);
  await db.owner.query('analyze members; analyze member_name_parts; analyze unit_tree');
  await fillBook(units.dongSon, [units.cellA, units.cellB]);
});
after(() => db.drop());

const two = (n: number) => String(n).padStart(2, '0');
const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi'];
const GIVEN = ['An', 'Bình', 'Cường', 'Dũng', 'Giang'];
/** Forty names, so that each is borne by fifty. */
const nameAt = (n: number) => `${FAMILIES[n % 8]} Văn ${GIVEN[Math.floor(n / 8) % 5]}`;

/** As many members as the list has, of other names and of its birthdays. */
async function fillBook(committeeId: string, cells: readonly string[]): Promise<void> {
  const people = Array.from({ length: IN_BOOK }, (_, n) => {
    const name = nameAt(n);
    return {
      id: randomUUID(),
      cell: cells[n % cells.length],
      name,
      sort: nameSortKey(name),
      parts: nameParts(name),
      born: bornAt(n),
    };
  });
  const body = [JSON.stringify(people), committeeId];
  const rows = 'jsonb_to_recordset($1::jsonb) as n (id uuid, cell uuid, name text, sort text, parts text[], born text)';
  await db.owner.query(
    `insert into members (id, cell_id, committee_id, status, full_name, sort_key, female, born, joined, official)
     select id, cell, $2, 'official', name, sort, false, born, '2005-02-03', '2006-02-03' from ${rows}`,
    body,
  );
  await db.owner.query(
    `insert into member_name_parts (member_id, part, cell_id, committee_id) select n.id, p, n.cell, $2 from ${rows}, unnest(n.parts) p`,
    body,
  );
}

const bornAt = (n: number) => `${1940 + (n % 60)}-${two((n % 12) + 1)}-${two((n % 27) + 1)}`;
const listed = (n: number): Listed => ({
  name: `${nameAt(n)} ${'abcdefghij'[n % 10]}${n}`,
  born: bornAt(n).split('-').reverse().join('/'),
  citizen: `0${30_000_000_000 + n}`,
  card: String(10_000_000 + n),
});

type Statement = { text: string; values: unknown[] };

/** What the work sends to the database, but for what opens and ends a transaction and what could not be asked twice. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...given: [{ text?: string }, unknown[]]) {
    const [{ text = '' }, values] = given;
    if (/^\s*(with|select|update)\b/.test(text) && !text.includes('insert into')) sent.push({ text, values });
    return Reflect.apply(query, this, given);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return sent;
}

type Plan = { 'Actual Rows': number; 'Actual Loops': number; Plans?: Plan[] } & Record<string, unknown>;

/** Rows that all nodes of a plan gave or threw away. */
function touched(plan: Plan): number {
  const thrown = Object.entries(plan).filter(([name]) => name.startsWith('Rows Removed by'));
  const own = plan['Actual Rows'] + thrown.reduce((sum, [, rows]) => sum + Number(rows), 0);
  return (plan.Plans ?? []).reduce((sum, below) => sum + touched(below), own * plan['Actual Loops']);
}

/**
 * Each statement once more with the same values, in a transaction that is thrown away, and by nested loops alone: what the planner takes when it
 * has no idea of many rows that came since its last statistics. What is linear then is linear always.
 */
const workOf = (statements: readonly Statement[]): Promise<{ text: string; rows: number }[]> =>
  change(
    officer,
    async (tx) => {
      await tx.$client.query('set local enable_hashjoin = off; set local enable_mergejoin = off');
      const works: { text: string; rows: number }[] = [];
      for (const { text, values } of statements) {
        const { rows } = await tx.$client.query(`explain (analyze, timing off, format json) ${text}`, values);
        works.push({ text, rows: touched(rows[0]['QUERY PLAN'][0].Plan) });
      }
      return works;
    },
    () => false,
  );

test('no statement of an import multiplies the list by itself or by the members of the unit, however badly it is planned', async () => {
  const importId = await uploaded(officer, units.dongSon, listOf(Array.from({ length: LISTED }, (_, n) => listed(n))));
  const asked = async () => ({ importId, version: (await importRow(db, importId)).version });
  const { mapping } = await importRow(db, importId);
  const preview = await statementsOf(async () => write(officer, mapColumns, { ...(await asked()), mapping: mapping as never }));
  const previewed = await workOf(preview);
  const run = await statementsOf(async () => {
    await write(officer, startImport, await asked());
    await runImport(officer, importId);
  });
  assert.equal((await importRow(db, importId)).counts.added, LISTED);
  const works = [...previewed, ...(await workOf(run))];
  assert.ok(previewed.length > 5 && works.length > previewed.length + 5, 'both halves were seen');
  assert.ok(
    works.some(({ text }) => text.includes('member_name_parts')) && works.some(({ text }) => text.includes('import_rows')),
  );
  const most = TOUCHES * (LISTED + IN_BOOK);
  assert.deepEqual(
    works.filter(({ rows }) => rows > most).map(({ text, rows }) => `${rows} rows: ${text.trim().slice(0, 200)}`),
    [],
  );
});
