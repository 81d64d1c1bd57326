// Usage: npm run test:faults
// The long form of the faults: database and application killed five times each, every office in three time zones. Ends with one table and an exit code.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testFiles } from './node-tests.mjs';
import { seconds, table } from './progress.mjs';
import { runNode, stopRunning } from './run.mjs';

const KILLS = '5';
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'so-to-chuc-loi-'));
const report = join(folder, 'report.jsonl');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stopRunning);

const files = testFiles(root).proof.filter((file) => file.startsWith('proof/faults'));
const { code } = await runNode([join('scripts', 'test.mjs'), '--only', 'proof', ...files], {
  cwd: root,
  env: { ...process.env, FAULTS_KILLS: KILLS, FAULTS_REPORT: report },
  show: true,
});
const found = existsSync(report)
  ? readFileSync(report, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : [];
rmSync(folder, { recursive: true, force: true });
const rows = found.map(({ what, measured, aim }) => [what, measured, aim]);
console.log(`\n${table(['Lỗi được gây ra', 'Đo được', 'Mức phải đạt'], rows)}\n`);
console.log(`${code === 0 ? 'Tất cả đều đạt' : 'CÓ CHỖ KHÔNG ĐẠT, xem phía trên'} (${seconds()}).`);
process.exit(code);
