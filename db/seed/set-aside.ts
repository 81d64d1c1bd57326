import type { ClientBase } from 'pg';

type Aside = { table: string; name: string; definition: string; kind: 'index' | 'key' | 'reference' };

const FOUND = `
  select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition, case contype when 'f' then 'reference' else 'key' end as kind
  from pg_constraint
  where conparentid = 0 and (contype in ('p', 'u', 'f') and conrelid = any ($1::regclass[]) or contype = 'f' and confrelid = any ($1::regclass[]))
  union all
  select indrelid::regclass::text, indexrelid::regclass::text, replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON '), 'index'
  from pg_index where indrelid = any ($1::regclass[]) and not exists (select 1 from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
  order by 4, 1, 2`;

/**
 * Takes the indexes, keys and references of these tables away for a large load and gives back what puts each of them in again, as it was and
 * checked against every row: `restore` yields the table before it works on it. Inside a transaction only: a load that breaks off then leaves all as before.
 */
export async function setAside(client: ClientBase, tables: readonly string[]): Promise<() => AsyncGenerator<string>> {
  const { rows } = await client.query<Aside>(FOUND, [tables]);
  const of = (kind: Aside['kind']) => rows.filter((row) => row.kind === kind);
  for (const { table, name } of [...of('reference'), ...of('key')])
    await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of of('index')) await client.query(`drop index ${name}`);
  return async function* restore() {
    for (const table of tables) {
      yield table;
      for (const { name, definition } of of('key').filter((row) => row.table === table))
        await client.query(`alter table ${table} add constraint ${name} ${definition}`);
      for (const { definition } of of('index').filter((row) => row.table === table)) await client.query(definition);
    }
    yield 'khóa ngoại';
    for (const { table, name, definition } of of('reference'))
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  };
}
