// Usage: npm run bench [-- --members 240000 --months 15 --only <part of a screen's name> --check]
// Times the screens of the production build on the large province, through HTTP and against the raw SQL they need; --check fails when a ratio grew.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startApp } from './app-server.mjs';
import { openLargeProvince } from './large-province.mjs';
import { installPackages, requireNode } from './packages.mjs';
import { freePort } from './processes.mjs';
import { buildIfChanged } from './production-build.mjs';
import { explain, step } from './progress.mjs';
import { runTs, stopRunning } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const closers = [];
let closing;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => closeAll().finally(() => process.exit(130)));

let code = 1;
try {
  code = await main();
} catch (error) {
  explain(error);
}
await closeAll();
process.exit(code);

async function main() {
  const { values } = parseArgs({
    options: {
      members: { type: 'string', default: '240000' },
      months: { type: 'string', default: '15' },
      only: { type: 'string' },
      check: { type: 'boolean', default: false },
    },
  });
  process.chdir(root);
  requireNode();
  await installPackages(root);
  const province = await openLargeProvince({ root, members: Number(values.members), months: Number(values.months) });
  closers.push(() => province.cluster.stop());
  const env = await environment(province);
  await buildIfChanged(root, env);
  const app = startApp({ root, env: { ...env, NODE_OPTIONS: `--import ${join(root, 'bench', 'probe.mjs')}` } });
  closers.push(app.stop);
  await step('Mở ứng dụng', app.ready);
  const args = ['bench/run.ts', ...(values.only ? ['--only', values.only] : []), ...(values.check ? ['--check'] : [])];
  return (await runTs(args, { cwd: root, env: { ...env, BENCH_APP_PID: String(app.pid) }, show: true })).code;
}

async function environment({ ownerUrl, appUrl, cluster }) {
  const [port, probe] = [String(await freePort()), String(await freePort())];
  return {
    ...process.env,
    PORT: port,
    HOST: '127.0.0.1',
    DEMO: '1',
    LOG_LEVEL: 'error',
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: 'chuoi-ky-phien-cua-lan-do-toc-do-nay',
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    TEST_OWNER_URL: cluster.url(new URL(ownerUrl).pathname.slice(1)),
    BENCH_PROBE_PORT: probe,
  };
}

function closeAll() {
  closing ??= (async () => {
    stopRunning();
    for (const close of closers.reverse()) await close();
  })();
  return closing;
}
