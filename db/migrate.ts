import { pathToFileURL } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { OFFICES } from '@/domain/access/offices';
import { seedRules } from './seed-rules';

/** Tables of which the app may only add rows and read them. */
const APPEND_ONLY = [
  'audit_log',
  'read_log',
  'member_events',
  'appointment_events',
  'cadre_removed_lines',
  'post_versions',
  'rating_decisions',
  'staffing_changes',
  'rotation_events',
];
/** Tables that only the owner writes. */
const OWNER_ONLY = [
  'office_permissions',
  'unit_kind_children',
  'chain_heads',
  'committee_months',
  'title_facts',
  'committee_months_stale',
  'post_seats',
  'own_ratings',
  'succession_counts',
];

/**
 * Brings the database to this version and gives the app role its narrow rights. Safe to repeat.
 * ownerUrl: a role that may create tables (and roles, if the app role does not exist yet).
 */
export async function migrate(ownerUrl: string, appRole: { name: string; password: string }): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  try {
    await applyMigrations(drizzle(pool), { migrationsFolder: new URL('./migrations', import.meta.url).pathname });
    await ensureAppRole(pool, appRole);
    await writeOfficePermissions(pool);
    await seedRules(pool);
  } finally {
    await pool.end();
  }
}

async function ensureAppRole(pool: pg.Pool, role: { name: string; password: string }): Promise<void> {
  const name = pg.escapeIdentifier(role.name);
  const known = await pool.query('SELECT rolsuper OR rolbypassrls AS strong FROM pg_roles WHERE rolname = $1', [role.name]);
  if (known.rows[0]?.strong)
    throw new Error(
      `Vai trò ${role.name} bỏ qua được khóa dòng (superuser/bypassrls). Hãy dùng một vai trò thường cho DATABASE_URL.`,
    );
  if (!known.rowCount) await pool.query(`CREATE ROLE ${name} LOGIN PASSWORD ${pg.escapeLiteral(role.password)}`);
  const chosen = (tables: string[]) => tables.map((table) => pg.escapeIdentifier(table)).join(', ');
  await pool.query(`
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    GRANT USAGE ON SCHEMA public TO ${name};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name};
    ${await closePartitions(pool, name)}
    REVOKE UPDATE, DELETE, TRUNCATE ON ${chosen(APPEND_ONLY)} FROM ${name};
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ${chosen(OWNER_ONLY)} FROM ${name};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${name};
    REVOKE EXECUTE ON FUNCTION append_chained() FROM ${name};`);
}

/** Row-level security of a partitioned table does not reach who names a partition: the app goes through the table only. */
async function closePartitions(pool: pg.Pool, role: string): Promise<string> {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT oid::regclass::text AS name FROM pg_class WHERE relispartition AND relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  return rows.length ? `REVOKE ALL ON ${rows.map(({ name }) => name).join(', ')} FROM ${role};` : '';
}

async function writeOfficePermissions(pool: pg.Pool): Promise<void> {
  const rows = OFFICES.flatMap((office) =>
    Object.entries(office.permissions).map(([permission, reach]) => ({
      id: `${office.key}:${permission}`,
      office: office.key,
      permission,
      reach,
    })),
  );
  await pool.query(
    `WITH wanted AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (id text, office text, permission text, reach text)),
      gone AS (DELETE FROM office_permissions WHERE id NOT IN (SELECT id FROM wanted))
     INSERT INTO office_permissions SELECT * FROM wanted ON CONFLICT (id) DO UPDATE SET reach = excluded.reach`,
    [JSON.stringify(rows)],
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { DATABASE_OWNER_URL: owner, DATABASE_URL: app } = process.env;
  if (!owner || !app) throw new Error('Cần DATABASE_OWNER_URL (chủ sở hữu) và DATABASE_URL (vai trò của ứng dụng).');
  const role = new URL(app);
  await migrate(owner, { name: decodeURIComponent(role.username), password: decodeURIComponent(role.password) });
}
