import pg from 'pg';

/** The database of the server under test, as a superuser: rights hide nothing from the proof. Close it with `end()`. */
export async function provinceDatabase(): Promise<pg.Client> {
  const { TEST_OWNER_URL, DATABASE_URL } = process.env;
  if (!TEST_OWNER_URL || !DATABASE_URL) throw new Error('TEST_OWNER_URL or DATABASE_URL is not set: run this by npm test');
  const client = new pg.Client({
    connectionString: Object.assign(new URL(TEST_OWNER_URL), { pathname: new URL(DATABASE_URL).pathname }).href,
  });
  await client.connect();
  return client;
}

/** Each table with a mark that changes with any of its rows. `without`: tables that are not looked at. */
export async function marks(db: pg.Client, without: readonly string[] = []): Promise<Record<string, string>> {
  const { rows } = await db.query(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  );
  const tables = rows.map(({ name }) => name as string).filter((name) => !without.includes(name));
  const each = tables.map(
    (name) =>
      `select '${name}' as name, count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as mark from "${name}" t`,
  );
  const marked = await db.query(each.join(' union all '));
  return Object.fromEntries(marked.rows.map(({ name, mark }) => [name, mark]));
}

const SOME: Record<string, string> = {
  accountId: "select id::text from accounts where username = 'canbo'",
  unitId: "select id::text from units where kind = 'U' order by code limit 1",
  memberId: 'select member_id::text from member_events order by id limit 1',
  eventId: 'select id::text from member_events order by id limit 1',
  meetingId: 'select id::text from meetings where submitted_at is not null order by id limit 1',
  groupId: 'select group_id::text from ratings where cadre_id is not null order by id limit 1',
  ratingId: 'select id::text from ratings where cadre_id is not null order by id limit 1',
  classId: 'select id::text from training_classes order by id limit 1',
  key: 'select key from rule_sets order by key limit 1',
};

/** Addresses of the build with a record of the demo province in place of each parameter; an unknown id where it holds none. */
export async function addresses(db: pg.Client): Promise<(address: string) => string> {
  const known: Record<string, string> = { period: '2026-Q4', '...nextauth': 'session' };
  for (const [name, query] of Object.entries(SOME))
    known[name] = (await db.query<string[]>({ text: query, rowMode: 'array' })).rows[0]?.[0] ?? '';
  return (address) =>
    address.replace(/\[([\w.]+)\]/g, (_, name: string) => known[name] ?? '00000000-0000-7000-8000-000000000000');
}
