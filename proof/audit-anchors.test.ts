import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { waitUntil } from '../scripts/processes.mjs';
import { type SecondServer, secondServer } from './second-server';
import { type Answer, unescapeHtml, Visitor } from './visitor';

const folder = mkdtempSync(join(tmpdir(), 'so-to-chuc-anchors-'));
const file = join(folder, 'anchors.jsonl');
let server: SecondServer;
let inspector: Visitor;

before(async () => {
  server = await secondServer({ env: { AUDIT_ANCHOR_FILE: file } });
  inspector = await new Visitor(server.address).signIn('kiemtra');
});
after(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const lines = () => readFileSync(file, 'utf8').trimEnd().split('\n');
const textOf = ({ text }: Answer) =>
  unescapeHtml(text.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<!-- -->|<[^>]+>/g, ''));
const digestOn = (paper: string) => /dấu niêm((?: ?[0-9a-f]{4}){16})/.exec(paper)?.[1]?.trim() ?? '';

test('the server anchors the logs when it starts, and again when the inspector prints the seals', async () => {
  assert.ok(await waitUntil(() => existsSync(file) && lines().length >= 1, 60), 'not anchored when the server started');
  const atStart = lines().length;
  const paper = await inspector.get('/print/audit/anchors');
  assert.equal(paper.status, 200);
  assert.equal(lines().length, atStart + 1);
  const digest = digestOn(textOf(paper));
  assert.equal(JSON.parse(lines().at(-1) ?? '').digests.audit_log, digest.replaceAll(' ', ''));
  assert.match(textOf(paper), /đã được ghi vào tệp niêm/);
});

test('a seal from paper is found again on the page of the log; one that was never printed is not', async () => {
  const digest = digestOn(textOf(await inspector.get('/print/audit/anchors')));
  const asked = (typed: string) => inspector.get(`/audit?check=1&digest=${encodeURIComponent(typed)}`).then(textOf);
  assert.match(await asked(digest.slice(0, 19)), /mọi chuỗi đều khớp.*Có: lần niêm thứ \d+, (lúc|từ) /s);
  assert.match(await asked('0123 4567 89ab cdef'), /Không có lần niêm nào mang dấu/);
  assert.match(await asked('0123'), /ít nhất 16 chữ số/);
});

test('a log rewritten in the database with its recorded ends is told on the page, by its first bad row, and anchored no more', async () => {
  await inspector.get('/print/audit/anchors');
  const { rows } = await server.db.query<{ chain: number; seq: string }>(
    'select chain, min(seq) as seq from audit_log group by chain order by chain limit 1',
  );
  const [row] = rows;
  await server.db.query('alter table audit_log disable trigger user');
  await server.db.query('delete from audit_log where chain = $1', [row?.chain]);
  await server.db.query("update chain_heads set seq = 0, hash = '' where log = 'audit_log' and chain = $1", [row?.chain]);
  await server.db.query('alter table audit_log enable trigger user');
  const before = lines().length;
  assert.match(textOf(await inspector.get('/print/audit/anchors')), /CẢNH BÁO: nhật ký không còn như lần niêm trước/);
  assert.equal(lines().length, before);
  assert.match(textOf(await inspector.get('/audit?check=1')), new RegExp(`chuỗi ${row?.chain}, dòng ${row?.seq}: bị xóa`));
});

test('a date that cannot be read is told at its field, and the other conditions hold', async () => {
  const page = textOf(await inspector.get('/audit?from=31/02/2026&to=01/01/2020'));
  assert.match(page, /Ngày 31\/02\/2026 không có thật/);
  assert.match(page, /Không có dòng nào khớp/);
  assert.match(textOf(await inspector.get('/audit?from=02/01/2026&to=01/01/2026')), /Ngày này đứng trước “Từ ngày”/);
});

test('who may not inspect the log gets neither the seals nor the page', async () => {
  const officer = await new Visitor(server.address).signIn('chuyenvien');
  for (const path of ['/print/audit/anchors', '/audit?check=1']) assert.equal((await officer.get(path)).status, 403, path);
});
