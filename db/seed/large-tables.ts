import type { ClientBase } from 'pg';
import { nameParts, nameSortKey } from '@/domain/names';
import { unitShortName } from '@/domain/units/names';
import { DEMO_ACCOUNTS } from './demo-accounts';
import { possibleNames } from './demo-names';
import { insertRows } from './insert-rows';
import type { LargeUnits } from './large-units';

/**
 * pg_temp.draw(n, salt): a whole number from 0 to 999,999, the same for the same arguments. pg_temp.pick: one of a list.
 * pg_temp.made_id(day, n): a version 7 UUID of that day; a larger n of the same day sorts later, for n below 86.4 million.
 */
const FUNCTIONS = `
  create function pg_temp.draw(n bigint, salt int) returns int language sql immutable
    return ((hashint8extended(n, salt) & 9223372036854775807) % 1000000)::int;
  create function pg_temp.pick(list text[], n bigint, salt int) returns text language sql immutable
    return list[(1 + (hashint8extended(n, salt) & 9223372036854775807) % cardinality(list))::int];
  create function pg_temp.made_id(day date, n bigint, salt int) returns uuid language sql immutable
    return (lpad(to_hex((day - date '1970-01-01') * 86400000::bigint + n % 86400000), 12, '0') || '7' || overlay(substr(md5(n::text || '/' || salt), 1, 19) placing '8' from 4 for 1))::uuid`;

/** What the later steps join with: cells, committees, names with their keys and search parts. Gone with the transaction. */
export async function largeTables(client: ClientBase, units: LargeUnits): Promise<void> {
  await client.query(FUNCTIONS);
  await client.query(`
    create temp table cell (no int, id uuid, committee_id uuid, committee_no int, name text, short_name text, style text, peoples text[], size int, before int,
      meeting_day int, place text, secretary_id uuid, officer_id uuid, committee_name text) on commit drop;
    create temp table named (i bigint, full_name text) on commit drop;
    create temp table name_slot (people text, female boolean, slot int, full_name text, ethnicity text) on commit drop;
    create temp table name_key (full_name text, sort_key text collate "C") on commit drop;
    create temp table name_part (full_name text, part text collate "C") on commit drop`);
  await insertRows(client, 'cell', cellRows(units));
  await insertRows(client, 'named', namedRows(units));
  await insertNames(client);
  await client.query('analyze cell, name_slot, name_key, name_part');
}

const cellRows = ({ cells }: LargeUnits) =>
  cells.map(({ unit, committee, no, style, size, before, meetingDay, place, secretaryId }) => ({
    ...{ no, id: unit.id, name: unit.name, style, size, before, place },
    short_name: unitShortName(unit.name),
    committee_id: committee.unit.id,
    committee_no: committee.no,
    committee_name: committee.unit.name.replace('Đảng bộ', 'Ban Thường vụ Đảng ủy'),
    peoples: committee.peoples,
    meeting_day: meetingDay,
    secretary_id: secretaryId,
    officer_id: committee.officerId,
  }));

/** The demo's accounts of a cell are its first members. */
function namedRows({ cells }: LargeUnits) {
  return cellAccounts().flatMap(({ fullName, unitName, committeeName, office }) => {
    const cell = cells.find(({ unit, committee }) => unit.name === unitName && committee.unit.name === committeeName);
    return cell ? [{ i: cell.before + (office === 'cell_secretary' ? 1 : 2), full_name: fullName }] : [];
  });
}

const cellAccounts = () => DEMO_ACCOUNTS.filter(({ office }) => office.startsWith('cell_'));

type NameTables = Record<'name_slot' | 'name_key' | 'name_part', Record<string, unknown>[]>;
let made: NameTables | undefined;

async function insertNames(client: ClientBase): Promise<void> {
  made ??= nameTables();
  for (const [table, rows] of Object.entries(made)) await insertRows(client, table, rows);
}

function nameTables(): NameTables {
  const slots = new Map<string, number>();
  const name_slot = possibleNames().map(({ people, female, fullName, ethnicity }) => {
    const slot = slots.get(`${people}:${female}`) ?? 0;
    slots.set(`${people}:${female}`, slot + 1);
    return { people, female, slot, full_name: fullName, ethnicity };
  });
  const names = [...new Set([...name_slot.map(({ full_name }) => full_name), ...cellAccounts().map(({ fullName }) => fullName)])];
  return {
    name_slot,
    name_key: names.map((full_name) => ({ full_name, sort_key: nameSortKey(full_name) })),
    name_part: names.flatMap((full_name) => [...new Set(nameParts(full_name))].map((part) => ({ full_name, part }))),
  };
}
