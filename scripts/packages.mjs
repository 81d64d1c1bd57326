// Installs the packages of the lockfile when the installed ones differ. Uses nothing but Node: it runs before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault, step } from './progress.mjs';
import { run } from './run.mjs';

const OLDEST = [20, 9];

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new Fault(
    `cần Node.js ${OLDEST.join('.')} trở lên, máy này có ${process.versions.node}. Tải bản mới ở https://nodejs.org`,
  );
}

/** @param {string} root */
export async function installPackages(root) {
  if (packagesMatch(root)) return;
  await step('Cài các gói phần mềm (npm ci)', async () => {
    const npm = process.env.npm_execpath;
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
    const { code, output } = npm
      ? await run(process.execPath, [npm, ...args], { cwd: root })
      : await run('npm', args, { cwd: root });
    if (code !== 0)
      throw new Fault(
        `npm ci không xong (mã ${code}). Kiểm tra mạng hoặc kho gói rồi chạy lại.`,
        ...output.trim().split('\n').slice(-8),
      );
  });
}

/** npm keeps what it installed in node_modules/.package-lock.json, written last: an interrupted install has none. */
export function packagesMatch(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || (installed[path] ? installed[path].version === entry.version : entry.optional || entry.devOptional),
  );
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}
