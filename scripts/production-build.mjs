// Builds the application when its sources differ from those of the last build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Fault, step } from './progress.mjs';
import { runNode } from './run.mjs';

const SOURCES = [
  'access',
  'app',
  'components',
  'db',
  'domain',
  'public',
  'package-lock.json',
  'next.config.ts',
  'postcss.config.mjs',
];
const SINGLE = ['instrumentation.ts'];

/** @param {string} root  @param {Record<string, string | undefined>} env */
export async function buildIfChanged(root, env) {
  const dist = join(root, env.NEXT_DIST ?? '.next');
  const stamp = join(dist, 'sources.sha256');
  const now = sourcesHash(root);
  if (existsSync(join(dist, 'BUILD_ID')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  await step('Dựng ứng dụng (next build)', async () => {
    rmSync(stamp, { force: true });
    const settings = { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
    const { code, output } = await runNode([join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
      cwd: root,
      env: settings,
    });
    if (code !== 0) throw new Fault(`dựng ứng dụng không xong (mã ${code}).`, ...output.trim().split('\n').slice(-40));
    mkdirSync(dist, { recursive: true });
    writeFileSync(stamp, now);
  });
}

/** One hash over the path and content of every file that goes into the build. Tests do not. */
export function sourcesHash(root) {
  const hash = createHash('sha256');
  for (const path of [...SOURCES, ...SINGLE].flatMap((source) => filesBelow(root, source)).sort()) {
    if (!/\.test\.tsx?$/.test(path))
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(root, source) {
  const path = join(root, source);
  if (!existsSync(path)) return [];
  if (source.includes('.')) return [source];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)));
}
