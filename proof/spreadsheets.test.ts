import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { writeSheet } from '@/db/spreadsheets';
import { BAD_SPREADSHEETS, tooManyTexts } from '@/db/testing-bad-spreadsheets';
import { readSheets } from '@/db/testing-spreadsheets';
import { actionOf } from './build';
import { computedBy, memoryOf } from './fuzz/run';
import { type SecondServer, secondServer } from './second-server';
import { stateOf, Visitor } from './visitor';

/** Megabytes by which the server may grow over all the files; one may unpack to 200. */
const GROWTH = 900;
/** Seconds of computing, not of waiting, that one file may cost; the dearest takes a third of it. */
const DEAR = 20;
const DANGEROUS = ['=HYPERLINK("http://x")', '+84 1', '-5+2', '@SUM(A1)', '\t=1', '＝1+1', '＠x', '"Lò";"An"', 'Lò\nAn', "'=1"];

let server: SecondServer;
let officer: Visitor;
let unitId: string;

before(async () => {
  server = await secondServer({ quiet: true, prepare: (db) => db.query(RENAMED, [DANGEROUS]) });
  officer = await new Visitor(server.address).signIn('canbo.dongson');
  const { rows } = await server.db.query(
    "select h.unit_id as id from offices_held h join accounts a on a.id = h.account_id where a.username = 'canbo.dongson'",
  );
  unitId = rows[0].id;
});
after(() => server?.stop());

const RENAMED = `update members m set full_name = n.name from (
  select x.id, ($1::text[])[x.at] as name from (
    select m.id, row_number() over (order by m.id) as at from members m
    where m.status = 'official' and m.committee_id = (select h.unit_id from offices_held h join accounts a on a.id = h.account_id where a.username = 'canbo')
  ) x where x.at <= array_length($1::text[], 1)) n where n.id = m.id`;

test('sixty bad spreadsheets sent to the import: told at the file, nothing half written, the server stays well', async () => {
  const { id, pages } = actionOf('app/(board)/members/import/actions.ts', 'upload');
  const memory = memoryOf(server.pid);
  const wrong: string[] = [];
  let kept = 0;
  for (const { what, expected, make, name = 'danh-sach.xlsx' } of BAD_SPREADSHEETS) {
    const file = new File([new Uint8Array(make())], name);
    const before = computedBy(server.pid);
    const answer = await officer.act(id, pages.find((page) => !page.includes('[')) ?? '/', { unitId, noSecrets: 'yes', file });
    const cost = computedBy(server.pid) - before;
    if (cost > DEAR) wrong.push(`${what}: ${cost} s of computing`);
    const state = stateOf(answer);
    const told =
      state?.status === 'problems' &&
      state.problems.some(({ path, message }) => path === 'file' && /Hãy |Chỉ nhận|Bảng cần có/.test(message));
    const taken = answer.headers.get('x-action-redirect')?.startsWith('/members/import/') ?? false;
    if (taken) kept += 1;
    // What the reader takes may still hold no list of members: then it is told, too.
    if (answer.status !== 200 || (expected === 'refused' ? !told : !taken && !told))
      wrong.push(`${what}: ${answer.status} ${JSON.stringify(state)?.slice(0, 200)}`);
  }
  assert.deepEqual(wrong, []);
  const { rows } = await server.db.query(
    'select count(*)::int as lists, (select count(*) from import_rows r where not exists (select 1 from imports i where i.id = r.import_id))::int as strays from imports',
  );
  assert.deepEqual(rows[0], { lists: kept, strays: 0 });
  assert.equal((await officer.get('/api/health')).status, 200);
  assert.ok(memoryOf(server.pid) - memory < GROWTH, `${memoryOf(server.pid) - memory} MB`);
});

test('a list that needs more memory than there is for lists ends by itself: told what to do, and the next one is read', async () => {
  const memory = memoryOf(server.pid);
  const send = async (bytes: Buffer) => {
    const { id, pages } = actionOf('app/(board)/members/import/actions.ts', 'upload');
    const file = new File([new Uint8Array(bytes)], 'danh-sach.xlsx');
    return officer.act(id, pages.find((page) => !page.includes('[')) ?? '/', { unitId, noSecrets: 'yes', file });
  };
  const state = stateOf(await send(tooManyTexts()));
  assert.ok(state?.status === 'problems');
  assert.match(state.problems[0]?.message ?? '', /hết bộ nhớ dành cho nó, chưa có gì được ghi\. Hãy gửi lại/);
  const next = await send(await writeSheet('S', ['Họ và tên', 'Giới tính', 'Ngày sinh'], [['Lò Văn An', 'Nam', '1980']]));
  assert.match(next.headers.get('x-action-redirect') ?? '', /^\/members\/import\//);
  assert.ok(memoryOf(server.pid) - memory < GROWTH, `${memoryOf(server.pid) - memory} MB`);
});

test('the list of members leaves with every name as text', async () => {
  const form = new FormData();
  form.set('purpose', 'Đối chiếu danh sách');
  const answer = await (await new Visitor(server.address).signIn('canbo')).send('/members/export', {
    method: 'POST',
    body: form,
    headers: { origin: server.address, 'sec-fetch-site': 'same-origin' },
  });
  assert.equal(answer.status, 200);
  const cells = (await readSheets(answer.body))[0]?.rows.flatMap((row) => row.cells) ?? [];
  for (const name of DANGEROUS) assert.ok(cells.includes(/^[\t=+\-@＝＠]/.test(name) ? `'${name}` : name), name);
});
