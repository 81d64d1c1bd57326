// Runs the browser stories of e2e/ against the production build on a fresh demo province.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from './app-server.mjs';
import { getChromium } from './browser.mjs';
import { openOwnDatabase } from './own-database.mjs';
import { freePort } from './processes.mjs';
import { Fault, step } from './progress.mjs';
import { runNode, runTs } from './run.mjs';

/** A migrated database with the demo province, and the environment of an app on it. */
export async function demoEnvironment(dir, secrets) {
  const { cluster, ownerUrl, appUrl } = await openOwnDatabase({ dir, secrets, throwAway: true });
  const port = String(await freePort());
  const session = { NEXTAUTH_SECRET: secrets.session, NEXTAUTH_URL: `http://localhost:${port}` };
  const database = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, TEST_OWNER_URL: cluster.url() };
  return {
    cluster,
    env: { ...process.env, ...database, ...session, PORT: port, HOST: '127.0.0.1', DEMO: '1', LOG_LEVEL: 'error' },
  };
}

export async function loadDemo(root, env) {
  for (const script of ['db/migrate.ts', 'db/seed/demo.ts']) {
    const { code, output } = await runTs([script], { cwd: root, env });
    if (code !== 0) throw new Fault(`${script} không xong (mã ${code}).`, ...output.trim().split('\n').slice(-25));
  }
}

/** @param {{ onServer?: (server: { stop: () => Promise<void> }) => void, noted?: Record<string, string> }} hooks  noted: for the server alone */
export async function runStories(root, env, { onServer, noted } = {}) {
  if (!existsSync(join(root, 'e2e')) || !readdirSync(join(root, 'e2e')).some((file) => file.endsWith('.spec.ts')))
    return { passed: 0, failed: 0 };
  const chromium = await getChromium(root);
  const anchors = join(mkdtempSync(join(tmpdir(), 'so-to-chuc-anchors-')), 'anchors.jsonl');
  const app = startApp({ root, env: { ...env, AUDIT_ANCHOR_FILE: anchors, ...noted } });
  onServer?.(app);
  try {
    await step('Mở ứng dụng', app.ready);
    return await playwright(root, { ...env, E2E_URL: env.NEXTAUTH_URL, CHROMIUM: chromium ?? '' });
  } finally {
    await app.stop();
  }
}

async function playwright(root, env) {
  const folder = mkdtempSync(join(tmpdir(), 'so-to-chuc-e2e-'));
  const report = join(folder, 'report.json');
  const args = [join('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json'];
  const { code } = await runNode(args, { cwd: root, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }, show: true });
  const counts = existsSync(report) ? countStories(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };
  rmSync(folder, { recursive: true, force: true });
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Totals of Playwright's JSON report; an error outside a story counts as a failure. */
export function countStories({ stats, errors = [] }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}
