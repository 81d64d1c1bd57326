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
  postId: 'select id::text from posts order by sort_key, id limit 2',
  cadreId: 'select id::text from cadres order by sort_key, id limit 2',
  appointmentId: 'select id::text from appointments where cadre_id = $1 order by id limit 1',
  line: "select unnest(array['history', 'training'])",
  campaignId: 'select id::text from succession_campaigns order by id limit 2',
  listId: 'select id::text from succession_lists where campaign_id = $1 order by id limit 2',
  entryId: 'select id::text from succession_entries where list_id = $1 order by id limit 1',
  procedureId: 'select id::text from procedures order by id limit 2',
  candidateId: 'select id::text from procedure_candidates where procedure_id = $1 order by id limit 1',
  number: "select unnest(array['1', '2'])",
  rotationId: 'select id::text from rotations order by id limit 2',
  planId: 'select id::text from rotation_plans order by id limit 2',
  groupId: 'select id::text from rating_groups order by id limit 2',
  ratingId: 'select id::text from ratings where group_id = $1 order by id limit 1',
  classId: 'select id::text from training_classes order by id limit 2',
};

/** Parameters whose records belong to the first one of another. */
const WITHIN: Record<string, string> = {
  eventId: 'memberId',
  appointmentId: 'cadreId',
  listId: 'campaignId',
  entryId: 'listId',
  candidateId: 'procedureId',
  ratingId: 'groupId',
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
      values: name in WITHIN ? [known[WITHIN[name] ?? '']?.[0]] : [],
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
