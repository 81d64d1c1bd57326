// Runs the proofs of proof/ against the production build: each on a demo province of its own, so that no story sees what they did.
import { startApp } from './app-server.mjs';
import { runNodeTests } from './node-tests.mjs';
import { freePort } from './processes.mjs';
import { step } from './progress.mjs';

const TEMPLATE = 'demo_template';

/**
 * @param {string} root @param {Record<string, string>} env the demo province's  @param {string[]} files
 * @param {{ onServer?: (server: { stop: () => Promise<void> }) => void, noted?: Record<string, string> }} hooks  noted: for the servers, those that a proof starts too
 */
export async function runProofs(root, env, files, { onServer, noted } = {}) {
  await copyDatabase(env, TEMPLATE);
  await copyDatabase(env, 'proof');
  const port = String(await freePort());
  const mine = {
    ...env,
    ...noted,
    PORT: port,
    NEXTAUTH_URL: `http://localhost:${port}`,
    DATABASE_URL: Object.assign(new URL(env.DATABASE_URL), { pathname: '/proof' }).href,
    DATABASE_OWNER_URL: Object.assign(new URL(env.DATABASE_OWNER_URL), { pathname: '/proof' }).href,
  };
  const app = startApp({ root, env: mine });
  onServer?.(app);
  try {
    await step('Mở ứng dụng', app.ready);
    return await runNodeTests(root, files, { ...mine, E2E_URL: mine.NEXTAUTH_URL, DEMO_TEMPLATE: TEMPLATE }, { concurrency: 1 });
  } finally {
    await app.stop();
  }
}

async function copyDatabase(env, name) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: env.TEST_OWNER_URL });
  await client.connect();
  try {
    await client.query(`create database ${name} template ${new URL(env.DATABASE_URL).pathname.slice(1)}`);
  } finally {
    await client.end();
  }
}
