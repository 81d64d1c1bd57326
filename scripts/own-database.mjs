// The database of a run without DATABASE_URL: an own cluster with two roles, as an administrator would set up a server (docs/operations.md).
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCluster } from './cluster.mjs';
import { isProgram, waitUntil } from './processes.mjs';
import { Fault } from './progress.mjs';

const OWNER = 'so_to_chuc_owner';
const APP = 'so_to_chuc_app';

/**
 * Starts the cluster below `dir`, and makes the owner role and the database where they are missing. Migrating makes the app role.
 * @param {{ dir: string, secrets: { owner: string, app: string }, name?: string, throwAway?: boolean, settings?: Record<string, string | number> }} options
 */
export async function openOwnDatabase({ dir, secrets, name = 'so_to_chuc', throwAway = false, settings }) {
  const cluster = await startCluster({ dir, throwAway, settings });
  try {
    await makeOwner(cluster.url(), secrets, name);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  const url = (role, password) => `postgres://${role}:${password}@127.0.0.1:${cluster.port}/${name}`;
  return { cluster, ownerUrl: url(OWNER, secrets.owner), appUrl: url(APP, secrets.app) };
}

async function makeOwner(superUrl, secrets, name) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    const has = async (sql, value) => (await client.query(sql, [value])).rowCount > 0;
    const role = 'select from pg_roles where rolname = $1';
    if (!(await has(role, OWNER))) await client.query(`create role ${OWNER} login createrole bypassrls`);
    await client.query(`alter role ${OWNER} password ${client.escapeLiteral(secrets.owner)}`);
    if (await has(role, APP)) await client.query(`alter role ${APP} password ${client.escapeLiteral(secrets.app)}`);
    if (!(await has('select from pg_database where datname = $1', name)))
      await client.query(`create database ${client.escapeIdentifier(name)} owner ${OWNER}`);
  } finally {
    await client.end();
  }
}

/** Secrets of the own cluster, made once: `session` signs the sign-in cookies. @param {string} dataDir */
export function ownSecrets(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  if (process.getuid?.() === 0) chmodSync(dataDir, 0o711);
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const secrets = Object.fromEntries(['session', 'owner', 'app'].map((name) => [name, randomBytes(36).toString('base64url')]));
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

/** Where the logs of the own cluster are anchored. @param {string} dataDir */
export const ownAnchorFile = (dataDir) => join(dataDir, 'audit-anchors.jsonl');

/** A run in progress, noted in .data/running.json; undefined when it was killed and only its note is left. */
export function otherRun(dataDir) {
  const file = join(dataDir, 'running.json');
  if (!existsSync(file)) return undefined;
  try {
    const note = JSON.parse(readFileSync(file, 'utf8'));
    return note.pid !== process.pid && isProgram(note.pid, 'node', note.script) ? note : undefined;
  } catch {
    return undefined;
  }
}

/** Refuses to share the cluster with another run, after giving one that was just killed a moment to go away. */
export async function claimCluster(dataDir, note) {
  if (!(await waitUntil(() => !otherRun(dataDir), 3))) {
    const other = otherRun(dataDir);
    if (other)
      throw new Fault(
        `ứng dụng đang chạy rồi ở ${other.address} (tiến trình ${other.pid}). Dừng nó trước (Ctrl-C, hoặc kill ${other.pid}).`,
      );
  }
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'running.json');
  const write = (more) => writeFileSync(file, JSON.stringify({ pid: process.pid, ...note, ...more }), { mode: 0o600 });
  write({});
  return { write, release: () => rmSync(file, { force: true }) };
}
