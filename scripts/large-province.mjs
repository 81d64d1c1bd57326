// Usage: node scripts/large-province.mjs [--members 240000] [--months 15]
// The large invented province in a cluster of its own below .data/bench: made once, opened again as long as its size, its month and the sources stay the same.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { removeHome } from './cluster-home.mjs';
import { openOwnDatabase, ownSecrets } from './own-database.mjs';
import { explain, Fault, step } from './progress.mjs';
import { runTs } from './run.mjs';

/** What the rows are made from. */
const SOURCES = [
  'db/migrations',
  'db/seed',
  'db/books',
  'db/migrate.ts',
  'db/seed-rules.ts',
  'domain/names.ts',
  'domain/units',
  'domain/rule-sets',
];
/** An ordinary server of a province, as docs/operations.md advises; work_mem and the rest stay as PostgreSQL has them. */
export const SERVER_SETTINGS = {
  shared_buffers: '512MB',
  effective_cache_size: '2GB',
  random_page_cost: 1.1,
  max_wal_size: '4GB',
};
/** Nothing but the load stands in the cluster while it runs: it begins anew when the machine fails. */
const LOAD_SETTINGS = { ...SERVER_SETTINGS, wal_level: 'minimal', max_wal_senders: 0 };

/**
 * Opens the province of that size with everything that makes a server durable, loading it first where it is missing or of other sources.
 * `throwAway`: keeps the settings of a test instead. Give back the cluster by `cluster.stop()`.
 * @param {{ root: string, members?: number, months?: number, throwAway?: boolean }} options
 */
export async function openLargeProvince({ root, members = 240_000, months = 15, throwAway = false }) {
  const dir = join(root, '.data', 'bench', `${members}x${months}`);
  const made = join(dir, 'made-of');
  const key = keyOf(root, members, months);
  if (!existsSync(made) || readFileSync(made, 'utf8') !== key) {
    removeHome(join(dir, 'cluster'));
    rmSync(made, { force: true });
    mkdirSync(dir, { recursive: true });
    await load({ root, dir, members, months });
    writeFileSync(made, key);
  }
  return openOwnDatabase({ dir: join(dir, 'cluster'), secrets: ownSecrets(dir), throwAway, settings: SERVER_SETTINGS });
}

async function load({ root, dir, members, months }) {
  const secrets = ownSecrets(dir);
  const { cluster, ownerUrl, appUrl } = await openOwnDatabase({
    dir: join(dir, 'cluster'),
    secrets,
    throwAway: true,
    settings: LOAD_SETTINGS,
  });
  const env = { ...process.env, DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: appUrl };
  try {
    await made(['db/migrate.ts'], { cwd: root, env });
    await step(`Tỉnh lớn: ${members} đảng viên, ${months} tháng`, () =>
      made(['db/seed/large.ts', '--members', String(members), '--months', String(months)], { cwd: root, env, show: true }),
    );
  } finally {
    await cluster.stop();
  }
}

async function made(args, options) {
  const { code, output } = await runTs(args, options);
  if (code !== 0) throw new Fault(`${args[0]} không xong (mã ${code}).`, ...output.trim().split('\n').slice(-25));
}

/** Size, sources and the month up to which the life is told: in another month the province would have no meetings of its own. */
function keyOf(root, members, months) {
  const hash = createHash('sha256').update(JSON.stringify([members, months, monthInVietnam()]));
  for (const file of SOURCES.flatMap((path) => filesBelow(root, path))) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

const monthInVietnam = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date()).slice(0, 7);

function filesBelow(root, path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .filter((name) => !name.includes('.test.'))
    .flatMap((name) => filesBelow(root, `${path}/${name}`));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({ options: { members: { type: 'string' }, months: { type: 'string' } } });
  const root = fileURLToPath(new URL('..', import.meta.url));
  const size = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
  try {
    const { cluster } = await openLargeProvince({ root, ...size });
    await cluster.stop();
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
