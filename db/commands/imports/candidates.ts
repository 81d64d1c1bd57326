import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { Candidate, Held } from '@/domain/members/import/judge';
import type { ReadRow } from '@/domain/members/import/read-row';
import { foldName } from '@/domain/names';
import type { Tx } from '../../client';
import { uuids, within } from '../../scope';

type NameMatch = { id: string; part: string; born: string };

const list = (texts: (string | null)[]) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify([...new Set(texts.filter((text) => text))])}::jsonb))`;

/** Whom the book holds for each row, by card, by citizen number, and by name and birth in the unit: four statements however many rows. */
export async function candidatesFor(
  tx: Tx,
  viewer: Viewer,
  unitId: string,
  reads: readonly ReadRow[],
): Promise<(read: ReadRow) => Held> {
  const cards = await holdersOfCards(tx, reads);
  const citizens = await holdersOfCitizenIds(tx, viewer, reads);
  const names = await holdersOfNames(tx, viewer, unitId, reads);
  const ids = [...cards.values(), ...citizens.values(), ...[...names.values()].flat()].filter((id) => id !== null);
  const members = await load(tx, viewer, unitId, [...new Set(ids)]);
  const get = (id: string | null | undefined) => (id ? (members.get(id) ?? null) : null);
  return ({ values }) => {
    const holder = values.cardNumber ? cards.get(values.cardNumber) : undefined;
    const alike = (names.get(`${foldName(values.fullName)}:${values.born}`) ?? []).flatMap((id) => members.get(id) ?? []);
    const byName = alike.filter((member) => foldName(member.fullName) === foldName(values.fullName));
    return {
      byCard: get(holder),
      cardElsewhere: holder === null,
      byCitizen: get(values.citizenId ? citizens.get(values.citizenId) : null),
      byName: byName.find((member) => member.cellId === values.cellId) ?? byName[0] ?? null,
    };
  };
}

/** null: on the card of somebody out of reach. */
async function holdersOfCards(tx: Tx, reads: readonly ReadRow[]): Promise<Map<string, string | null>> {
  const { rows } = await tx.execute<{ card_number: string; member_id: string | null }>(
    sql`select card_number, member_id from card_holders(${list(reads.map((read) => read.values.cardNumber))})`,
  );
  return new Map(rows.map((row) => [row.card_number, row.member_id]));
}

async function holdersOfCitizenIds(tx: Tx, viewer: Viewer, reads: readonly ReadRow[]): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ citizen_id: string; member_id: string }>(sql`
    select s.citizen_id, s.member_id from member_sensitive s
    where s.citizen_id = any(${list(reads.map((read) => read.values.citizenId))}) and ${within(viewer, 'member.read', sql`s.cell_id`)}`);
  return new Map(rows.map((row) => [row.citizen_id, row.member_id]));
}

async function holdersOfNames(tx: Tx, viewer: Viewer, unitId: string, reads: readonly ReadRow[]): Promise<Map<string, string[]>> {
  const { rows } = await tx.execute<NameMatch>(sql`
    select m.id, p.part, m.born from member_name_parts p join members m on m.id = p.member_id
    where p.part = any(${list(reads.map((read) => foldName(read.values.fullName)))}) and m.status <> 'left'
      and m.cell_id in (select unit_id from unit_tree where ancestor_id = ${unitId}) and ${within(viewer, 'member.read', sql`m.cell_id`)}`);
  const byName = new Map<string, string[]>();
  for (const { id, part, born } of rows) byName.set(`${part}:${born}`, [...(byName.get(`${part}:${born}`) ?? []), id]);
  return byName;
}

async function load(tx: Tx, viewer: Viewer, unitId: string, ids: string[]): Promise<Map<string, Candidate>> {
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
