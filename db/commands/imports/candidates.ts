import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { Candidate, Held } from '@/domain/members/import/judge';
import type { ReadRow, RowValues } from '@/domain/members/import/read-row';
import { foldName } from '@/domain/names';
import type { Tx } from '../../client';
import { uuids, within } from '../../scope';

/** By what the book may know a row. */
export const KNOWN_BY = ['fullName', 'born', 'cardNumber', 'citizenId'] as const;
export type Known = { values: Pick<RowValues, (typeof KNOWN_BY)[number]> };

/** What the rows of a list may be known by, gathered while they are read. */
export class ListKeys {
  readonly cards = new Set<string>();
  readonly citizens = new Set<string>();
  /** Folded name and birth as one text. */
  readonly people = new Set<string>();

  add({ values }: Known): void {
    if (values.cardNumber) this.cards.add(values.cardNumber);
    if (values.citizenId) this.citizens.add(values.citizenId);
    if (values.fullName && values.born) this.people.add(personKey(values));
  }
}

const personKey = ({ fullName, born }: Pick<RowValues, 'fullName' | 'born'>) => `${foldName(fullName)}:${born}`;
const texts = (all: Iterable<string>) => sql`${sql.param([...all])}::text[]`;

/** Whom the book holds for some of the rows. */
export type HeldFor = (reads: readonly ReadRow[]) => Promise<(read: ReadRow) => Held>;

/**
 * Whom the book holds for a list, by card, by citizen number, and by name and birth in the unit: three statements however many rows, and
 * one more for each part of the list that is asked for, so that only that part's members are in memory.
 */
export async function candidatesFor(tx: Tx, viewer: Viewer, unitId: string, keys: ListKeys): Promise<HeldFor> {
  const cards = await holdersOfCards(tx, keys);
  const citizens = await holdersOfCitizenIds(tx, viewer, keys);
  const names = await holdersOfNames(tx, viewer, unitId, keys);
  return async (reads) => {
    const alikeTo = new Map(reads.map((read) => [read, names.get(personKey(read.values)) ?? []]));
    const ids = reads.flatMap((read) => [
      ...(cards.get(read.values.cardNumber ?? '') ?? []),
      ...(citizens.get(read.values.citizenId ?? '') ?? []),
      ...(alikeTo.get(read) ?? []),
    ]);
    const members = await loadCandidates(tx, viewer, unitId, [...new Set(ids)]);
    const first = (found: readonly string[] | undefined) => members.get(found?.[0] ?? '') ?? null;
    return (read) => {
      const { values } = read;
      const holder = cards.get(values.cardNumber ?? '');
      const alike = (alikeTo.get(read) ?? []).flatMap((id) => members.get(id) ?? []);
      const byName = alike.filter((member) => foldName(member.fullName) === foldName(values.fullName));
      return {
        byCard: first(holder),
        cardElsewhere: holder?.length === 0,
        byCitizen: first(citizens.get(values.citizenId ?? '')),
        byName: byName.find((member) => member.cellId === values.cellId) ?? byName[0] ?? null,
      };
    };
  };
}

type Holders = Map<string, string[]>;

function grouped(rows: readonly { key: string; id: string | null }[]): Holders {
  const holders: Holders = new Map();
  for (const { key, id } of rows) {
    const ids = holders.get(key) ?? [];
    if (id) ids.push(id);
    holders.set(key, ids);
  }
  return holders;
}

/** Nobody: on the card of somebody out of reach. */
async function holdersOfCards(tx: Tx, { cards }: ListKeys): Promise<Holders> {
  const { rows } = await tx.execute<{ key: string; id: string | null }>(
    sql`select card_number as key, member_id as id from card_holders(${texts(cards)})`,
  );
  return grouped(rows);
}

async function holdersOfCitizenIds(tx: Tx, viewer: Viewer, { citizens }: ListKeys): Promise<Holders> {
  const { rows } = await tx.execute<{ key: string; id: string }>(sql`
    select s.citizen_id as key, s.member_id as id from member_sensitive s
    where s.citizen_id = any(${texts(citizens)}) and ${within(viewer, 'member.read', sql`s.cell_id`)}`);
  return grouped(rows);
}

/**
 * Name and birth as one text, looked up in the hashed list: however little the planner knows of list and unit, the work is one look at each
 * member of the unit. Joined to the list's names it multiplied the members by them.
 */
async function holdersOfNames(tx: Tx, viewer: Viewer, unitId: string, { people }: ListKeys): Promise<Holders> {
  const key = sql`p.part || ':' || m.born`;
  const { rows } = await tx.execute<{ key: string; id: string }>(sql`
    select m.id, ${key} as key from members m join member_name_parts p on p.member_id = m.id
    where m.status <> 'left' and m.cell_id in (select unit_id from unit_tree where ancestor_id = ${unitId}) and ${within(viewer, 'member.read', sql`m.cell_id`)}
      and ${key} = any(${texts(people)})`);
  return grouped(rows);
}

/** Members of the book with what a list can change of them, by id; those out of reach are missing. */
export async function loadCandidates(
  tx: Tx,
  viewer: Viewer,
  unitId: string,
  ids: readonly string[],
): Promise<Map<string, Candidate>> {
  if (!ids.length) return new Map();
  const { rows } = await tx.execute<Candidate>(sql`
    select m.id, m.version, m.status, m.cell_id as "cellId", u.short_name as "cellName", t.unit_id is not null as "inUnit", m.full_name as "fullName", m.female, m.born,
      m.joined, m.official, m.card_number as "cardNumber", s.citizen_id as "citizenId", s.ethnicity, s.religion, m.home_place as "homePlace", m.address, m.phone,
      m.occupation, m.general_education as "generalEducation", m.professional_level as "professionalLevel", m.political_theory as "politicalTheory",
      m.biography_number as "biographyNumber", m.note
    from members m join units u on u.id = m.cell_id left join member_sensitive s on s.member_id = m.id
      left join unit_tree t on t.ancestor_id = ${unitId} and t.unit_id = m.cell_id
    where m.id = any(${uuids(ids)}) and ${within(viewer, 'member.read', sql`m.cell_id`)}`);
  return new Map(rows.map((row) => [row.id, row]));
}
