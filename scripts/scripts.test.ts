import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

const load = (name: string) => import(pathToFileURL(join(process.cwd(), 'scripts', `${name}.mjs`)).href);

function folderOf(t: { after(done: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'so-to-chuc-scripts-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('the totals of a TAP report are the last ones in it, cancelled tests counted as failed', async () => {
  const { countTap } = await load('node-tests');
  assert.deepEqual(countTap('# pass 99\n# tests 6\n# pass 3\n# fail 2\n# cancelled 1\n'), { passed: 3, failed: 3 });
});

test('stories that pass at the second try count as passed, errors outside a story as failed', async () => {
  const { countStories } = await load('browser-stories');
  assert.deepEqual(countStories({ stats: { expected: 4, flaky: 1, unexpected: 2, skipped: 1 }, errors: [{}] }), {
    passed: 5,
    failed: 3,
  });
});

test('packages are installed again when one is missing or has another version, not when an optional one is left out', async (t) => {
  const { packagesMatch } = await load('packages');
  const root = folderOf(t);
  const write = (file: string, packages: object) => writeFileSync(join(root, file), JSON.stringify({ packages }));
  mkdirSync(join(root, 'node_modules'));
  write('package-lock.json', {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '1.0.0', optional: true },
  });
  assert.equal(packagesMatch(root), false);
  write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
  assert.equal(packagesMatch(root), true);
  write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.1' } });
  assert.equal(packagesMatch(root), false);
});

test('the build is due again when a source changes, not when a test does', async (t) => {
  const { sourcesHash } = await load('production-build');
  const root = folderOf(t);
  mkdirSync(join(root, 'app'));
  writeFileSync(join(root, 'app', 'page.tsx'), 'one');
  const first = sourcesHash(root);
  writeFileSync(join(root, 'app', 'page.test.ts'), 'test');
  assert.equal(sourcesHash(root), first);
  writeFileSync(join(root, 'app', 'page.tsx'), 'two');
  assert.notEqual(sourcesHash(root), first);
});

test('a port that something listens on is not free', async (t) => {
  const { freePort, isPortFree } = await load('processes');
  const port = await freePort();
  assert.equal(await isPortFree(port), true);
  const server = createServer().listen(port, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  assert.equal(await isPortFree(port), false);
});

test('the cluster starts again after its script was killed and its database left running', { timeout: 60_000 }, async (t) => {
  const folder = folderOf(t);
  const { startCluster } = await load('cluster');
  const { removeHome } = await load('cluster-home');
  const { isAlive } = await load('processes');
  const dir = join(folder, 'cluster');
  const killed = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `const { startCluster } = await import(${JSON.stringify(pathToFileURL(join(process.cwd(), 'scripts/cluster.mjs')).href)}); console.log((await startCluster({ dir: ${JSON.stringify(dir)}, throwAway: true })).pid); setInterval(() => {}, 1000);`,
  ]);
  const [pid] = await once(killed.stdout, 'data');
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const orphan = Number(String(pid));
  assert.equal(isAlive(orphan), true);
  const cluster = await startCluster({ dir, throwAway: true });
  t.after(() => cluster.stop());
  assert.equal(isAlive(orphan), false);
  process.kill(cluster.pid, 'SIGKILL');
  await cluster.exited;
  const again = await startCluster({ dir, throwAway: true });
  await again.stop();
  assert.equal(isAlive(again.pid), false);
  removeHome(dir);
});
