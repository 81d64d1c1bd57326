import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startApp } from '../scripts/app-server.mjs';
import { freePort } from '../scripts/processes.mjs';

/** A server of its own on a copy of the demo province, for what would disturb the others. `db` is a connection of the database's superuser. */
export type SecondServer = { address: string; pid: number; db: pg.Client; appUrl: string; stop: () => Promise<void> };

const must = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this by npm test`);
  return value;
};
const onDatabase = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

/**
 * @param env settings over those of the run (POOL size, time zone, …)
 * @param prepare changes the copied database before the server starts, as its superuser
 * @param preload a module that the server process loads before anything else
 * @param quiet shows nothing of what the server prints, where faults are what is wanted
 */
export async function secondServer(
  given: { env?: Record<string, string>; prepare?: (db: pg.Client) => Promise<unknown>; preload?: string; quiet?: boolean } = {},
): Promise<SecondServer> {
  const name = `proof_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: must('TEST_OWNER_URL') });
  await admin.connect();
  await admin.query(`create database ${name} template ${must('DEMO_TEMPLATE')}`);
  const db = new pg.Client({ connectionString: onDatabase(must('TEST_OWNER_URL'), name) });
  await db.connect();
  await given.prepare?.(db);
  const port = String(await freePort());
  const address = `http://localhost:${port}`;
  const appUrl = onDatabase(must('DATABASE_URL'), name);
  const options = given.preload ? { NODE_OPTIONS: `--import ${given.preload}` } : {};
  const app = startApp({
    root: process.cwd(),
    quiet: given.quiet,
    env: {
      ...process.env,
      ...options,
      ...given.env,
      PORT: port,
      NEXTAUTH_URL: given.env?.NEXTAUTH_URL ?? address,
      DATABASE_URL: appUrl,
    },
  });
  await app.ready();
  return {
    address,
    pid: app.pid as number,
    db,
    appUrl,
    async stop() {
      await app.stop();
      await db.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
