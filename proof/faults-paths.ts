import type pg from 'pg';
import { routes } from './build';

const IMPORT = '00000000-0000-7000-8000-00000000a001';

/** For each parameter of an address some records of the demo province: a query that gives them. */
const RECORDS: Record<string, string> = {
  accountId: "select id::text from accounts where username in ('canbo', 'bithu')",
  unitId:
    "select id::text from units where parent_id is null union all (select unit_id::text from offices_held h join accounts a on a.id = h.account_id where a.username in ('bithu', 'canbo') order by 1)",
  memberId:
    "select m.id::text from members m join offices_held h on h.unit_id = m.cell_id join accounts a on a.id = h.account_id where a.username = 'bithu' order by m.id limit 2",
  eventId: 'select id::text from member_events where member_id = $1 order by id limit 2',
  meetingId:
    "(select g.id::text from meetings g join offices_held h on h.unit_id = g.cell_id join accounts a on a.id = h.account_id where a.username = 'bithu' order by g.submitted_at desc nulls first limit 3)",
  key: 'select distinct key from rule_sets order by key limit 4',
  importId: `select '${IMPORT}'`,
  period: "select unnest(array['2026-Q3', '2026-Q4'])",
};

/** Gives the demo province what it has none of: a list that was brought in, and is yet to be read. */
export const plantImport = (db: pg.Client) =>
  db.query(
    `insert into imports (id, unit_id, file_name, sheet_name, header_rows, headers, mapping, row_count, uploaded_by, uploaded_at)
     select '${IMPORT}', h.unit_id, 'danh-sach.xlsx', 'S', '{1}', '{Họ và tên,Ngày sinh,Ngày vào Đảng}', '["fullName", "born", "joined"]', 1, a.id, '2026-11-01 18:30:00Z'
     from accounts a join offices_held h on h.account_id = a.id where a.username = 'canbo'`,
  );

/** Every address of the build that is read, with records in place of its parameters; fails for a parameter that is not known here. */
export async function readAddresses(db: pg.Client): Promise<string[]> {
  const known: Record<string, string[]> = { '...nextauth': ['session'] };
  for (const [name, sql] of Object.entries(RECORDS)) {
    const { rows } = await db.query<string[]>({
      text: sql,
      values: name === 'eventId' ? [known.memberId?.[0]] : [],
      rowMode: 'array',
    });
    known[name] = rows.map(([id]) => id ?? '');
  }
  // Next's own pages for errors begin with an underscore.
  const own = routes().filter(({ address }) => !address.startsWith('/_'));
  return own.flatMap(({ address }) => filled([address], known));
}

function filled(addresses: string[], known: Record<string, string[]>): string[] {
  return addresses.flatMap((address) => {
    const name = /\[([\w.]+)\]/.exec(address)?.[1];
    if (!name) return [address];
    const values = known[name];
    if (!values?.length) throw new Error(`no record stands in for [${name}] of ${address}: name one in proof/faults-paths.ts`);
    return filled(
      values.map((value) => address.replace(`[${name}]`, value)),
      known,
    );
  });
}
