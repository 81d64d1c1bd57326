// Usage: npm run bench [-- --members 240000 --months 15] [--part screens|load] [--screen <part of its name>] [--load export,night,import,memory] [--check | --record]
// Times the production build on the large province: each screen through HTTP and against the raw SQL that it needs at the least; then large
// files, a night of meetings and memory, on a copy. --check fails when a ratio grew by 15 %; --record writes the baseline and docs/performance.md.
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
/** Only where statements are looked at: the probe keeps each of them with its values. */
const WATCHED = { NODE_OPTIONS: `--import ${join(root, 'bench', 'probe.mjs')}` };
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
      part: { type: 'string' },
      screen: { type: 'string' },
      load: { type: 'string' },
      check: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
    },
  });
  process.chdir(root);
  requireNode();
  await installPackages(root);
  const province = await openLargeProvince({ root, members: Number(values.members), months: Number(values.months) });
  closers.push(() => province.cluster.stop());
  await buildIfChanged(root, process.env);
  const args = ['screen', 'check', 'record'].flatMap((name) =>
    values[name] ? [`--${name}`, ...(values[name] === true ? [] : [values[name]])] : [],
  );
  const screens = values.part === 'load' ? 0 : await onApp(province, 'bench/screens-run.ts', args, WATCHED);
  if (values.part === 'screens' || values.screen || values.check) return screens;
  const copy = await copied(province);
  const chosen = values.load ? ['--only', values.load] : [];
  const load = await onApp(copy, 'bench/load-run.ts', [...chosen, ...(values.record ? ['--record'] : [])]);
  return screens || load;
}

/** Serves that database by the production build and runs the measurement against it. */
async function onApp({ ownerUrl, appUrl, superUrl }, script, args, watching = {}) {
  const [port, probe] = [String(await freePort()), String(await freePort())];
  const env = {
    ...process.env,
    PORT: port,
    HOST: '127.0.0.1',
    DEMO: '1',
    LOG_LEVEL: 'error',
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: 'chuoi-ky-phien-cua-lan-do-toc-do-nay',
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    BENCH_PROBE_PORT: probe,
  };
  const app = startApp({ root, env: { ...env, ...watching } });
  closers.push(app.stop);
  await step('Mở ứng dụng', app.ready);
  const run = await runTs([script, ...args], {
    cwd: root,
    env: { ...env, BENCH_APP_PID: String(app.pid), BENCH_SUPER_URL: superUrl },
    show: true,
  });
  await app.stop();
  return run.code;
}

/** What the load writes goes into a copy, so that the next run finds the province as it was. */
async function copied({ cluster, ownerUrl, appUrl }) {
  const { default: pg } = await import('pg');
  const admin = new pg.Client({ connectionString: cluster.url() });
  await admin.connect();
  const at = (url) => Object.assign(new URL(url), { pathname: '/bench_load' }).href;
  await step('Chép tỉnh lớn', async () => {
    await admin.query('drop database if exists bench_load with (force)');
    await admin.query(`create database bench_load template ${new URL(appUrl).pathname.slice(1)} strategy file_copy`);
  });
  closers.push(async () => {
    await admin.query('drop database if exists bench_load with (force)');
    await admin.end();
  });
  return { ownerUrl: at(ownerUrl), appUrl: at(appUrl), superUrl: cluster.url('bench_load') };
}

function closeAll() {
  closing ??= (async () => {
    stopRunning();
    for (const close of closers.reverse()) await close();
  })();
  return closing;
}
