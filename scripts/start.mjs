// Usage: npm start (production build) or npm run dev (development).
// Installs, builds, starts a database, migrates and serves; with DATABASE_URL set, uses that database and loads nothing.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApp } from './app-server.mjs';
import { claimCluster, openOwnDatabase, ownAnchorFile, ownSecrets } from './own-database.mjs';
import { installPackages, requireNode } from './packages.mjs';
import { isPortFree } from './processes.mjs';
import { buildIfChanged } from './production-build.mjs';
import { explain, Fault, say, seconds, step, table } from './progress.mjs';
import { runTs, stopRunning } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dataDir = join(root, '.data');
const dev = process.argv.includes('--dev');
const closers = [];
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopAll(0, 'Đang dừng …'));
endWithNpm();
main().catch((error) => {
  if (stopping) return;
  explain(error);
  return stopAll(1);
});

async function main() {
  process.chdir(root);
  requireNode();
  await installPackages(root);
  const given = await environment();
  const own = !given.DATABASE_URL;
  const env = await checkedSettings(given, own);
  const address = new URL(env.NEXTAUTH_URL).origin;
  const run = own ? await claimCluster(dataDir, { script: 'start.mjs', address }) : undefined;
  if (run) closers.push(run.release);
  if (!(await isPortFree(Number(env.PORT))))
    throw new Fault(
      `cổng ${env.PORT} đang có chương trình khác dùng. Dừng nó, hoặc chọn cổng khác: PORT=3001 npm ${dev ? 'run dev' : 'start'}`,
    );

  await Promise.all([own ? prepareOwn(env, run) : prepareGiven(env), dev || buildIfChanged(root, env)]);
  const app = startApp({ root, env, dev });
  closers.push(app.stop);
  await step('Mở ứng dụng', app.ready);
  app.exited.then((code) => fail(`Ứng dụng đã dừng đột ngột (mã ${code}). Chạy lại: npm start`));
  await greet(address, own);
}

/** The environment with what stands in .env files, read as Next reads them. */
async function environment() {
  const { default: nextEnv } = await import('@next/env');
  const quiet = { info: () => {}, error: console.error };
  const { combinedEnv } = nextEnv.loadEnvConfig(root, dev, quiet);
  return Object.fromEntries(Object.entries(combinedEnv).filter(([, value]) => value?.trim()));
}

async function checkedSettings(given, own) {
  if (!own && given.DEMO === '1' && !dev)
    throw new Fault('DEMO=1 chỉ dành cho cơ sở dữ liệu mẫu của npm start. Bỏ DEMO khi đã đặt DATABASE_URL.');
  const env = {
    ...given,
    PORT: given.PORT ?? '3000',
    HOST: given.HOST ?? '127.0.0.1',
    NODE_ENV: dev ? 'development' : 'production',
  };
  if (own || dev) env.NEXTAUTH_URL ??= `http://localhost:${env.PORT}`;
  if (own || dev) env.NEXTAUTH_SECRET ??= ownSecrets(dataDir).session;
  if (own) env.AUDIT_ANCHOR_FILE ??= ownAnchorFile(dataDir);
  if (own) Object.assign(env, { DEMO: '1', DATABASE_URL: 'postgres://so_to_chuc_app@127.0.0.1/so_to_chuc' });
  const { readSettings } = await typescript('../db/settings.ts');
  const result = readSettings(env);
  if (!result.ok) throw new Fault(...result.faults);
  return env;
}

async function prepareOwn(env, run) {
  const opening = openOwnDatabase({ dir: join(dataDir, 'cluster'), secrets: ownSecrets(dataDir) });
  closers.push(() =>
    opening.then(
      ({ cluster }) => cluster.stop(),
      () => {},
    ),
  );
  const { cluster, ownerUrl, appUrl } = await step('Mở cơ sở dữ liệu', () => opening);
  cluster.exited.then((log) => fail(`Cơ sở dữ liệu đã dừng đột ngột. Chạy lại: npm start\n${log}`));
  Object.assign(env, { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl });
  run.write({ ownerUrl, appUrl });
  await migrate(env);
  if (!(await ask(ownerUrl, 'select exists (select from units)'))) {
    await step('Nạp tỉnh mẫu', () => mustRun('nạp tỉnh mẫu', ['db/seed/demo.ts'], env, (line) => say(`  ${line}`)));
  }
}

async function prepareGiven(env) {
  if (env.DATABASE_OWNER_URL) await migrate(env);
  else say('Không có DATABASE_OWNER_URL: bỏ qua bước cập nhật cấu trúc cơ sở dữ liệu.');
  if (dev) return;
  const demo = await ask(
    env.DATABASE_URL,
    "select set_config('app.door', 'on', true)",
    'select exists (select from accounts where demo)',
  ).catch((error) => {
    throw new Fault(
      `không đọc được cơ sở dữ liệu ở DATABASE_URL (${error.message}). Kiểm tra địa chỉ, mật khẩu và đã cập nhật cấu trúc chưa.`,
    );
  });
  if (demo)
    throw new Fault(
      'cơ sở dữ liệu này có tài khoản mẫu, mật khẩu của chúng ai cũng biết. Dùng một cơ sở dữ liệu trống rồi chạy npm run account:create.',
    );
}

const migrate = (env) =>
  step('Cập nhật cấu trúc cơ sở dữ liệu', () => mustRun('cập nhật cấu trúc cơ sở dữ liệu', ['db/migrate.ts'], env));

async function mustRun(name, args, env, onLine) {
  const { code, output } = await runTs(args, { cwd: root, env, onLine });
  if (code !== 0) throw new Fault(`${name} không xong (mã ${code}).`, ...output.trim().split('\n').slice(-25));
}

/** Runs the statements in one transaction and gives the single value of the last. */
async function ask(url, ...statements) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await client.query('begin');
    let value;
    for (const statement of statements) value = Object.values((await client.query(statement)).rows[0])[0];
    return value;
  } finally {
    await client.end();
  }
}

async function greet(address, own) {
  if (own && existsSync(join(root, 'db/seed/demo-accounts.ts'))) {
    const { DEMO_ACCOUNTS } = await typescript('../db/seed/demo-accounts.ts');
    const oneEach = [...new Map(DEMO_ACCOUNTS.toReversed().map((account) => [account.office, account])).values()].toReversed();
    const rows = oneEach.map(({ officeLabel, username, password, fullName, unitName }) => [
      officeLabel,
      username,
      password,
      fullName,
      unitName,
    ]);
    console.log(`\n${table(['Chức trách', 'Tên đăng nhập', 'Mật khẩu', 'Họ và tên', 'Đơn vị'], rows)}`);
  }
  const moved = join(dataDir, 'cluster', 'moved-to');
  if (own && existsSync(moved)) say(`Dữ liệu nằm trong ${readFileSync(moved, 'utf8').trim()} (xem docs/operations.md).`);
  console.log(`\nSẵn sàng sau ${seconds()}: ${address}   (Ctrl-C để dừng)\n`);
}

async function typescript(path) {
  const { tsImport } = await import('tsx/esm/api');
  return tsImport(path, import.meta.url);
}

/** npm killed from outside leaves this process behind; without a parent there is nobody to stop it. */
function endWithNpm() {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event)
    setInterval(() => process.ppid !== parent && stopAll(1, 'npm đã dừng, đang dừng theo …'), 1000).unref();
}

function fail(why) {
  if (stopping) return;
  console.error(`\n${why}`);
  stopAll(1);
}

async function stopAll(code, why) {
  if (stopping) return;
  stopping = true;
  if (why) say(why);
  stopRunning();
  for (const close of closers.reverse()) await Promise.resolve(close()).catch(console.error);
  process.exit(code);
}
