// Usage: node scripts/with-database.mjs <file.ts> [arguments]
// Runs a script with DATABASE_URL and DATABASE_OWNER_URL: the given ones (.env too), else those of the own database, started for it when it is not running.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nextEnv from '@next/env';
import { claimCluster, openOwnDatabase, otherRun, ownAnchorFile, ownSecrets } from './own-database.mjs';
import { explain } from './progress.mjs';
import { runTs } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dataDir = join(root, '.data');

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

async function main(args) {
  nextEnv.loadEnvConfig(root, false, { info: () => {}, error: console.error });
  if (process.env.DATABASE_URL) return script(args, {});
  process.env.AUDIT_ANCHOR_FILE ??= ownAnchorFile(dataDir);
  const running = otherRun(dataDir);
  if (running?.ownerUrl) return script(args, { DATABASE_URL: running.appUrl, DATABASE_OWNER_URL: running.ownerUrl });
  const claim = await claimCluster(dataDir, { script: 'with-database.mjs', address: args[0] });
  const { cluster, ownerUrl, appUrl } = await openOwnDatabase({ dir: join(dataDir, 'cluster'), secrets: ownSecrets(dataDir) });
  try {
    return await script(args, { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl });
  } finally {
    await cluster.stop();
    claim.release();
  }
}

async function script(args, database) {
  const { code } = await runTs(args, { cwd: root, env: { ...process.env, ...database }, show: true });
  return code;
}
