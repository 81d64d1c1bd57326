import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { OFFICES, officeOf } from '@/domain/access/offices';
import { grantsOf, type Viewer } from '@/domain/access/viewer';
import { foldName } from '@/domain/names';
import { RULE_SEED } from '@/domain/rule-sets';
import { closePool } from './client';
import { migrate } from './migrate';

const MIGRATIONS = new URL('./migrations/', import.meta.url);
const scripts = readdirSync(MIGRATIONS).filter((file) => file.endsWith('.sql'));
/** Named by what it was made from: another state of the sources has another template. */
const TEMPLATE = `template_${createHash('sha256')
  .update(
    scripts
      .sort()
      .map((file) => readFileSync(new URL(file, MIGRATIONS), 'utf8'))
      .join(),
  )
  .update(readFileSync(new URL('./migrate.ts', import.meta.url)))
  .update(JSON.stringify([RULE_SEED, OFFICES]))
  .digest('hex')
  .slice(0, 16)}`;
const APP = { name: 'so_to_chuc_test_app', password: 'test' };

export type TestDatabase = { owner: pg.Pool; ownerUrl: string; drop(): Promise<void> };

const at = (base: string, database: string) => Object.assign(new URL(base), { pathname: `/${database}` }).href;

async function asAdmin<T>(base: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: base });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * A fresh migrated database on the cluster at TEST_OWNER_URL, with the app's pool pointed at it through a role that owns nothing.
 * `owner` passes by row-level security: for arranging and for looking behind the scenes.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const base = process.env.TEST_OWNER_URL;
  if (!base) throw new Error('TEST_OWNER_URL is not set: run the tests by npm test');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(base, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('so_to_chuc_template'))");
    const known = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (!known.rowCount) {
      await client.query(`create database ${TEMPLATE}_new`);
      await migrate(at(base, `${TEMPLATE}_new`), APP);
      await client.query(`alter database ${TEMPLATE}_new rename to ${TEMPLATE}`);
    }
    await client.query(`create database ${name} template ${TEMPLATE}`);
    await client.query("select pg_advisory_unlock(hashtext('so_to_chuc_template'))");
  });
  const ownerUrl = at(base, name);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 }).on('error', () => undefined); // drop() ends what is still closing
  const app = new URL(ownerUrl);
  app.username = APP.name;
  app.password = APP.password;
  await closePool();
  process.env.DATABASE_URL = app.href;
  return {
    owner,
    ownerUrl,
    async drop() {
      await closePool();
      await owner.end();
      await asAdmin(base, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

/** Makes an account with one office in a unit and gives back its viewer, as the door would. */
export async function viewerWith(
  db: TestDatabase,
  office: string,
  unitId: string,
  today = '2026-11-22',
  term: { from?: string; to?: string | null } = {},
): Promise<Viewer> {
  const accountId = randomUUID();
  await db.owner.query(
    'insert into accounts (id, username, full_name, password_hash, must_change_password) values ($1, $2, $3, $4, false)',
    [accountId, `u-${accountId}`, `Người thử ${office}`, 'x'],
  );
  await db.owner.query(
    'insert into offices_held (id, account_id, office, unit_id, held_from, held_to) values ($1, $2, $3, $4, $5, $6)',
    [randomUUID(), accountId, office, unitId, term.from ?? '2020-01-01', term.to ?? null],
  );
  const { rows } = await db.owner.query('select name, kind, parent_id is null as root from units where id = $1', [unitId]);
  const known = officeOf(office);
  const ended = term.to !== undefined && term.to !== null && term.to <= today;
  const held = known && !ended ? [{ unitId, root: rows[0].root as boolean, permissions: known.permissions }] : [];
  return {
    accountId,
    sessionId: randomUUID(),
    name: `Người thử ${office}`,
    offices: held.map(() => ({
      office,
      label: known?.label ?? office,
      unitId,
      unitName: rows[0].name as string,
      unitKind: rows[0].kind as string,
    })),
    grants: grantsOf(held),
    today,
  } as unknown as Viewer;
}

/** A small province: tỉnh → two communes → two cells each; ids by name. */
export async function smallProvince(
  db: TestDatabase,
): Promise<Record<'province' | 'dongSon' | 'tayHa' | 'cellA' | 'cellB' | 'cellC' | 'cellD', string>> {
  const ids = {
    province: randomUUID(),
    dongSon: randomUUID(),
    tayHa: randomUUID(),
    cellA: randomUUID(),
    cellB: randomUUID(),
    cellC: randomUUID(),
    cellD: randomUUID(),
  };
  const rows: [string, string, string, string | null, number, string | null][] = [
    [ids.province, 'P', 'Đảng bộ tỉnh Thử', null, 0, null],
    [ids.dongSon, 'U', 'Đảng bộ xã Đông Sơn', ids.province, 1, ids.dongSon],
    [ids.tayHa, 'U', 'Đảng bộ xã Tây Hà', ids.province, 1, ids.tayHa],
    [ids.cellA, 'G2', 'Chi bộ thôn Đông Hà', ids.dongSon, 2, ids.dongSon],
    [ids.cellB, 'G2', 'Chi bộ thôn Tây Sơn', ids.dongSon, 2, ids.dongSon],
    [ids.cellC, 'G2', 'Chi bộ thôn Một', ids.tayHa, 2, ids.tayHa],
    [ids.cellD, 'G2', 'Chi bộ thôn Hai', ids.tayHa, 2, ids.tayHa],
  ];
  for (const [id, kind, name, parent, depth, committee] of rows) {
    await db.owner.query(
      `insert into units (id, code, kind, name, short_name, folded_name, sort_key, founded_on, parent_id, depth, committee_id, is_cell)
       values ($1, $2, $3, $4, $4, $9, $9, '2026-01-01', $5, $6, $7, $8)`,
      [id, id.slice(0, 8), kind, name, parent, depth, committee, kind === 'G2', foldName(name)],
    );
    await db.owner.query(
      "insert into unit_placements (id, unit_id, parent_id, kind, name, valid_from) values ($1, $2, $3, $4, $5, '2026-01-01')",
      [randomUUID(), id, parent, kind, name],
    );
    await db.owner.query(
      'insert into unit_tree (ancestor_id, unit_id, depth) select ancestor_id, $1::uuid, depth + 1 from unit_tree where unit_id = $2 union all select $1::uuid, $1::uuid, 0',
      [id, parent],
    );
  }
  await db.owner.query("select open_months('2026-11-01')");
  return ids;
}

/** The viewer of an account that stands in the database already, without offices: for what people do to their own account. */
export const ownViewer = (accountId: string, today = '2026-11-22'): Viewer =>
  ({ accountId, sessionId: randomUUID(), name: 'Người thử', offices: [], grants: new Map(), today }) as unknown as Viewer;
