// Finds the `*.test.ts` files, and runs them with Node's own runner.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './run.mjs';

const CLOSED = new Set(['node_modules', 'test-results', 'playwright-report', 'e2e']);
const DOMAIN = new Set(['domain', 'components']);
const DATABASE = new Set(['db', 'access', 'app']);

/** Test files by what they need: `domain` nothing, `db` a database, `proof` the running application, `architecture` the sources. @param {string} root */
export function testFiles(root) {
  const groups = { domain: [], db: [], proof: [], architecture: [] };
  for (const file of testsBelow(root, '').sort()) {
    const room = file.split('/')[0];
    groups[DOMAIN.has(room) ? 'domain' : DATABASE.has(room) ? 'db' : room === 'proof' ? 'proof' : 'architecture'].push(file);
  }
  return groups;
}

function testsBelow(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return entry.name.startsWith('.') || CLOSED.has(entry.name) ? [] : testsBelow(root, path);
    return /\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** @returns {Promise<{ passed: number, failed: number }>} a file that does not load counts as one failure */
export async function runNodeTests(root, files, env, { concurrency = 2 } = {}) {
  if (files.length === 0) return { passed: 0, failed: 0 };
  const folder = mkdtempSync(join(tmpdir(), 'so-to-chuc-tap-'));
  const report = join(folder, 'report.tap');
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
  ];
  const args = ['--import', 'tsx', '--test', `--test-concurrency=${concurrency}`, ...reporters, ...files];
  const { code } = await runNode(args, { cwd: root, env: { LOG_LEVEL: 'silent', ...env, NODE_ENV: 'test' }, show: true });
  const counts = countTap(readFileSync(report, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The totals at the end of Node's TAP report. */
export function countTap(tap) {
  // A test may print such a line itself; the runner's own come last.
  const total = (name) => Number([...tap.matchAll(new RegExp(`^# ${name} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0);
  return { passed: total('pass'), failed: total('fail') + total('cancelled') };
}
