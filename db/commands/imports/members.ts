import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { KeptValues } from '@/domain/members/import/judge';
import { nameParts, nameSortKey } from '@/domain/names';
import type { Tx } from '../../client';
import { uuids } from '../../scope';

export type MemberRecord = { id: string } & KeptValues;
type Place = { cellId: string; committeeId: string };

/** Field of a record, its column in members and its type. */
const COLUMNS = [
  ['fullName', 'full_name', 'text'],
  ['sortKey', 'sort_key', 'text'],
  ['female', 'female', 'boolean'],
  ['born', 'born', 'text'],
  ['joined', 'joined', 'text'],
  ['official', 'official', 'text'],
  ['cardNumber', 'card_number', 'text'],
  ['homePlace', 'home_place', 'text'],
  ['address', 'address', 'text'],
  ['phone', 'phone', 'text'],
  ['occupation', 'occupation', 'text'],
  ['generalEducation', 'general_education', 'text'],
  ['professionalLevel', 'professional_level', 'text'],
  ['politicalTheory', 'political_theory', 'text'],
  ['biographyNumber', 'biography_number', 'text'],
  ['note', 'note', 'text'],
] as const;

const names = sql.join(
  COLUMNS.map(([, column]) => sql.identifier(column)),
  sql`, `,
);
const given = sql.join(
  COLUMNS.map(([field]) => sql`n.${sql.identifier(field)}`),
  sql`, `,
);
const sets = sql.join(
  COLUMNS.map(([field, column]) => sql`${sql.identifier(column)} = n.${sql.identifier(field)}`),
  sql`, `,
);
const shape = sql.join(
  COLUMNS.map(([field, , type]) => sql`${sql.identifier(field)} ${sql.raw(type)}`),
  sql`, `,
);

const recordset = (rows: readonly object[], columns: SQL): SQL =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (${columns})`;
/** A record with what it is sorted and searched by. */
export const withKeys = <R extends KeptValues>(record: R) => ({
  ...record,
  sortKey: nameSortKey(record.fullName),
  parts: nameParts(record.fullName),
});

/** `status` as the ledger will derive it from the registration. */
export type NewMember = ReturnType<typeof withKeys<MemberRecord & Place & { status: string }>>;

/** What writes new members as the list says, with their sensitive part and their name parts, in one statement. */
export const insertMembers = (viewer: Viewer, importId: string, rows: readonly NewMember[]): SQL => sql`
  with n as materialized (
    select * from ${recordset(rows, sql`id uuid, "cellId" uuid, "committeeId" uuid, status text, ethnicity text, religion text, "citizenId" text, parts text[], ${shape}`)}
  ), written as (
    insert into members (id, cell_id, committee_id, status, import_id, updated_by, ${names})
    select n.id, n."cellId", n."committeeId", n.status, ${importId}, ${viewer.accountId}, ${given} from n
  ), sensitive as (
    insert into member_sensitive (member_id, cell_id, committee_id, ethnicity, religion, citizen_id)
    select n.id, n."cellId", n."committeeId", n.ethnicity, n.religion, n."citizenId" from n
  )
  insert into member_name_parts (member_id, part, cell_id, committee_id)
  select n.id, p.part, n."cellId", n."committeeId" from n cross join unnest(n.parts) as p (part)`;

/** Members as these records say, every column of them. False when somebody has changed one since the given version. */
export async function updateMembers(
  tx: Tx,
  viewer: Viewer,
  rows: readonly (MemberRecord & { version: number })[],
): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update members m set ${sets}, version = m.version + 1, updated_by = ${viewer.accountId}, updated_at = now()
    from ${recordset(rows.map(withKeys), sql`id uuid, version int, ${shape}`)} where m.id = n.id and m.version = n.version`);
  if (rowCount !== rows.length) return false;
  await writeSensitive(tx, rows);
  await dropNameParts(
    tx,
    rows.map((row) => row.id),
  );
  await writeNameParts(tx, rows);
  return true;
}

async function writeSensitive(tx: Tx, rows: readonly MemberRecord[]): Promise<void> {
  const kept = rows.map(({ id, ethnicity, religion, citizenId }) => ({ id, ethnicity, religion, citizenId }));
  await tx.execute(sql`
    insert into member_sensitive (member_id, cell_id, committee_id, ethnicity, religion, citizen_id)
    select m.id, m.cell_id, m.committee_id, n.ethnicity, n.religion, n."citizenId"
    from ${recordset(kept, sql`id uuid, ethnicity text, religion text, "citizenId" text`)} join members m on m.id = n.id
    on conflict (member_id) do update set ethnicity = excluded.ethnicity, religion = excluded.religion, citizen_id = excluded.citizen_id`);
}

async function writeNameParts(tx: Tx, rows: readonly MemberRecord[]): Promise<void> {
  const parts = rows.map(({ id, fullName }) => ({ id, parts: nameParts(fullName) }));
  await tx.execute(sql`
    insert into member_name_parts (member_id, part, cell_id, committee_id)
    select m.id, p.part, m.cell_id, m.committee_id
    from ${recordset(parts, sql`id uuid, parts jsonb`)} join members m on m.id = n.id cross join lateral jsonb_array_elements_text(n.parts) as p (part)`);
}

const dropNameParts = (tx: Tx, ids: string[]) =>
  tx.execute(sql`delete from member_name_parts where member_id = any(${uuids(ids)})`);

/** Whoever was brought in by mistake keeps a row under the ledger's events, findable by nothing and holding no number. */
export async function hideMembers(tx: Tx, viewer: Viewer, ids: string[]): Promise<void> {
  await tx.execute(sql`
    update members set card_number = null, phone = null, email = null, version = version + 1, updated_by = ${viewer.accountId}, updated_at = now()
    where id = any(${uuids(ids)})`);
  await tx.execute(sql`delete from member_sensitive where member_id = any(${uuids(ids)})`);
  await dropNameParts(tx, ids);
}
