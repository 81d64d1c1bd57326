// Usage: npm test [-- --only domain|db|proof|e2e|plans] [test files of that group]
// Every check of the project, on an own throw-away database and the production build. Last line: "N passed, N failed".
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoEnvironment, loadDemo, runStories } from './browser-stories.mjs';
import { removeHome } from './cluster-home.mjs';
import { runNodeTests, testFiles } from './node-tests.mjs';
import { installPackages, requireNode } from './packages.mjs';
import { buildIfChanged } from './production-build.mjs';
import { explain, Fault, say, seconds, table } from './progress.mjs';
import { runProofs } from './proofs.mjs';
import { checkPlans, noting, planProvince } from './query-plans.mjs';
import { runNode, stopRunning } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = [];
const scratch = mkdtempSync(join(tmpdir(), 'so-to-chuc-test-'));
const closers = [() => removeHome(scratch)];
let closing;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => closeAll().finally(() => process.exit(130)));

try {
  await main();
} catch (error) {
  explain(error);
  results.push({ name: 'Chuẩn bị', passed: 0, failed: 1, time: seconds() });
}
await closeAll();
const failed = report();
process.exit(failed ? 1 : 0);

async function main() {
  process.chdir(root);
  requireNode();
  await installPackages(root);
  const only = chosenGroup();
  const files = chosenFiles(testFiles(root));
  if (!only) {
    await check('Quy cách mã (biome)', () => tool(['@biomejs', 'biome', 'bin', 'biome'], ['check', '.']));
    await check('Kiểu (tsc)', types);
  }
  if (!only || only === 'domain') await check('Nghiệp vụ', () => runNodeTests(root, files.domain, process.env));
  if (only === 'domain') return;

  const env = await throwAwayDatabase();
  const noted = noting(root, join(scratch, 'statements.jsonl'));
  if (!only || only === 'db' || only === 'plans')
    await check('Cơ sở dữ liệu', () => runNodeTests(root, files.db, { ...env, ...noted }));
  if (only === 'plans') return plans(env, noted);
  if (!only) await check('Kiến trúc', () => runNodeTests(root, files.architecture, env));
  if (only === 'db') return;

  const built = await check('Dựng ứng dụng', () => once(buildIfChanged(root, env)));
  const loaded = await check('Tỉnh mẫu', () => once(loadDemo(root, env)));
  if (!built || !loaded) return;
  const onServer = (app) => closers.push(app.stop);
  if (only !== 'e2e') await check('Bảo vệ', () => runProofs(root, env, files.proof, { onServer, noted }));
  if (only !== 'proof') await check('Trình duyệt', () => runStories(root, env, { onServer, noted }));
  if (!only) await plans(env, noted);
}

/** What the statements of the tests, proofs and stories before it would read on a large province. */
function plans(env, noted) {
  return check('Kế hoạch truy vấn', async () => checkPlans({ ...(await planProvince(root, env)), file: noted.QUERY_LOG }));
}

function chosenGroup() {
  const at = process.argv.indexOf('--only');
  const only = at === -1 ? undefined : process.argv[at + 1];
  if (at !== -1 && !['domain', 'db', 'proof', 'e2e', 'plans'].includes(only))
    throw new Fault('--only nhận domain, db, proof, e2e hoặc plans.');
  return only;
}

/** Only the files named after the options, where any are. */
function chosenFiles(groups) {
  const named = process.argv.slice(2).filter((argument) => /\.test\.tsx?$/.test(argument));
  const wanted = (files) => (named.length ? files.filter((file) => named.includes(file)) : files);
  return Object.fromEntries(Object.entries(groups).map(([name, files]) => [name, wanted(files)]));
}

async function throwAwayDatabase() {
  const opening = demoEnvironment(scratch, {
    owner: 'chu-so-huu',
    app: 'ung-dung',
    session: 'chuoi-ky-phien-cua-lan-kiem-tra-nay',
  });
  closers.push(() =>
    opening.then(
      ({ cluster }) => cluster.stop(),
      () => {},
    ),
  );
  return (await opening).env;
}

/** Runs one step and notes what it counted; a step that throws is one failure, and the next ones still run. */
async function check(name, work) {
  if (closing) return false;
  say(`── ${name}`);
  const start = performance.now();
  const { passed, failed } = await work().catch((error) => {
    explain(error);
    return { passed: 0, failed: 1 };
  });
  results.push({ name, passed, failed, time: seconds(start) });
  return failed === 0;
}

async function tool(path, args) {
  const { code } = await runNode([join('node_modules', ...path), ...args], { cwd: root, show: true });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/** The types of the routes are made first: a clean clone has none. */
async function types() {
  const routes = await tool(['next', 'dist', 'bin', 'next'], ['typegen']);
  return routes.failed ? routes : tool(['typescript', 'bin', 'tsc'], ['--noEmit']);
}

async function once(work) {
  await work;
  return { passed: 1, failed: 0 };
}

function closeAll() {
  closing ??= (async () => {
    stopRunning();
    for (const close of closers.reverse()) await close();
  })();
  return closing;
}

/** Prints the table and the last line; true when the run counts as failed. */
function report() {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const rows = results.map(({ name, passed, failed, time }) => [name, String(passed), String(failed), time]);
  console.log(
    `\n${table(['Bước', 'Đạt', 'Hỏng', 'Thời gian'], [...rows, ['Tất cả', String(sum('passed')), String(sum('failed')), seconds()]])}\n`,
  );
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') > 0 || sum('passed') === 0;
}
