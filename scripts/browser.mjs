// Finds a Chromium for the browser stories, or gets one.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Fault, step } from './progress.mjs';
import { run, runNode } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Path of a Chromium of the system, CHROMIUM first; undefined when there is none. @returns {string | undefined} */
export function systemChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/snap/bin');
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.CHROMIUM, ...places].find((path) => path && isExecutable(path));
}

/** Gets a Chromium: the system's, else Debian's package (as root), else Playwright's own, for which it gives undefined. */
export async function getChromium(root) {
  if (process.env.CHROMIUM && !isExecutable(process.env.CHROMIUM))
    throw new Fault(`CHROMIUM=${process.env.CHROMIUM} không phải chương trình chạy được.`);
  const found = systemChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await step('Cài Chromium của Debian', installDebianPackage);
    const installed = systemChromium();
    if (installed) return installed;
  }
  const cli = join('node_modules', '@playwright', 'test', 'cli.js');
  const { code, output } = await step('Tải Chromium của Playwright', () => runNode([cli, 'install', 'chromium'], { cwd: root }));
  if (code !== 0)
    throw new Fault(
      'không tìm thấy và không tải được Chromium. Cài chromium rồi đặt CHROMIUM=/đường/dẫn.',
      ...output.trim().split('\n').slice(-5),
    );
  return undefined;
}

async function installDebianPackage() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env });
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
