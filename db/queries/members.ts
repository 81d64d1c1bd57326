import { type SQL, sql } from 'drizzle-orm';
import type { Permission } from '@/domain/access/offices';
import { may, type Viewer } from '@/domain/access/viewer';
import { monthOf } from '@/domain/calendar';
import type { MemberFilters, Span, StatusFilter } from '@/domain/members/filters';
import { isUuid } from '@/domain/text';
import { prepared, read } from '../client';
import { members } from '../schema/members';
import { below, type ChosenUnit, within } from '../scope';

export const PAGE_SIZE = 50;

/** A row of the list: what the nine-field minimum shows, without the sensitive ones. Partial dates as stored. */
export type MemberRow = {
  id: string;
  fullName: string;
  female: boolean;
  born: string;
  cellId: string;
  cellName: string;
  joined: string;
  official: string | null;
  cardNumber: string | null;
  phone: string | null;
  status: 'probationary' | 'official' | 'left';
  exempt: boolean;
  away: boolean;
  leaving: boolean;
  leftKind: string | null;
  leftOn: string | null;
};

/** after: the id of the last row of the page before; before: of the first row of the page after. */
export type Cursor = { after?: string; before?: string };
export type MemberPage = { rows: MemberRow[]; hasPrevious: boolean; hasNext: boolean };

const STATUS: Record<StatusFilter, SQL> = {
  current: sql`${members.status} <> 'left'`,
  official: sql`${members.status} = 'official'`,
  probationary: sql`${members.status} = 'probationary'`,
  exempt: sql`${members.status} <> 'left' and ${members.exempt}`,
  away: sql`${members.status} <> 'left' and ${members.away}`,
  leaving: sql`${members.status} <> 'left' and ${members.leavingFor} is not null`,
  left: sql`${members.status} = 'left' and ${members.leftKind} is not null`,
};

const spanned = (column: SQL, { after, upTo }: Span): SQL[] => [
  ...(after ? [sql`${column} > ${after}`] : []),
  ...(upTo ? [sql`${column} <= ${upTo}`] : []),
];

/** Who of the unit and everything below it the filters mean, in the viewer's reach: for lists, counts and exports alike. */
export function memberConditions(viewer: Viewer, unit: ChosenUnit, filters: MemberFilters): SQL {
  const here = { cell: members.cellId, committee: members.committeeId };
  const conditions = [within(viewer, 'member.read', members.cellId), below(unit, here), STATUS[filters.status]];
  if (filters.sex) conditions.push(sql`${members.female} = ${filters.sex === 'female'}`);
  if (filters.born) conditions.push(...spanned(sql`${members.born}`, filters.born));
  if (filters.partyAge) conditions.push(...spanned(sql`${members.joined}`, filters.partyAge));
  if (filters.joined) conditions.push(...spanned(sql`${members.joined}`, filters.joined));
  if (filters.cellId) conditions.push(sql`${members.cellId} = ${filters.cellId}`);
  if (filters.card) conditions.push(sql`${members.cardNumber} = ${filters.card}`);
  if (filters.name)
    conditions.push(
      sql`${members.id} in (select p.member_id from member_name_parts p where p.part >= ${filters.name} and p.part < ${`${filters.name}\uffff`})`,
    );
  return sql.join(conditions, sql` and `);
}

/** The place of a row in the order, found by its id, so that no name stands in the address. */
function beyond({ after, before }: Cursor): SQL {
  const id = after ?? before;
  if (!id || !isUuid(id)) return sql`true`;
  const place = sql`(select c.sort_key from members c where c.id = ${id}), ${id}::uuid`;
  return after ? sql`(${members.sortKey}, ${members.id}) > (${place})` : sql`(${members.sortKey}, ${members.id}) < (${place})`;
}

const ROW = sql`members.id, members.full_name as "fullName", members.female, members.born, members.cell_id as "cellId", u.short_name as "cellName", members.joined, members.official,
  members.card_number as "cardNumber", members.phone, members.status, members.exempt, members.away, members.leaving_for is not null as leaving, members.left_kind as "leftKind", members.left_on as "leftOn"`;

/** One page in the order of Vietnamese lists: given name, then family and middle names. */
export function listMembers(
  viewer: Viewer,
  unit: ChosenUnit,
  filters: MemberFilters,
  cursor: Cursor = {},
  limit = PAGE_SIZE,
): Promise<MemberPage> {
  const backwards = !cursor.after && Boolean(cursor.before);
  const way = backwards ? sql`desc` : sql`asc`;
  return read(viewer, async (tx) => {
    const page = sql`
      select ${ROW} from members join units u on u.id = members.cell_id
      where ${memberConditions(viewer, unit, filters)} and ${beyond(cursor)}
      order by members.sort_key ${way}, members.id ${way} limit ${limit + 1}`;
    const rows = filters.name ? (await tx.execute<MemberRow>(page)).rows : await prepared<MemberRow>(tx, page);
    const more = rows.length > limit;
    const shown = rows.slice(0, limit);
    if (backwards) return { rows: shown.reverse(), hasPrevious: more, hasNext: true };
    return { rows: shown, hasPrevious: Boolean(cursor.after), hasNext: more };
  });
}

/** How many the filters mean; not exact: more than `count`. */
export type MemberCount = { count: number; exact: boolean };

/** Above this a filtered list says "more than" until it is asked to count them all. */
const COUNTED = 1_000;

/** Everyone who counts is read from the month books; anything else is counted, to the end only when `all` is wanted. */
export const countMembers = async (viewer: Viewer, unit: ChosenUnit, filters: MemberFilters, all = false): Promise<MemberCount> =>
  (await getListHead(viewer, unit, filters, { all, cells: false })).count;

/** What stands above a list: how many the filters mean, and the cells to choose from when they are wanted; one statement. */
export const getListHead = (
  viewer: Viewer,
  unit: ChosenUnit,
  filters: MemberFilters,
  wanted: { all: boolean; cells: boolean },
): Promise<{ count: MemberCount; cells: CellChoice[] }> =>
  read(viewer, async (tx) => {
    const everyone = Object.keys(filters).length === 1 && filters.status === 'current';
    const cells = wanted.cells
      ? sql`(select coalesce(jsonb_agg(c), '[]') from (${livingCells(viewer, unit, 'member.read')}) c)`
      : sql`'[]'::jsonb`;
    const limit = wanted.all ? sql`` : sql`limit ${COUNTED + 1}`;
    const counted = everyone
      ? stockOf(viewer, unit)
      : sql`select count(*)::int from (select from members where ${memberConditions(viewer, unit, filters)} ${limit}) m`;
    const statement = sql`select (${counted}) as count, ${cells} as cells`;
    type Head = { count: number; cells: CellChoice[] };
    const [head] = everyone ? await prepared<Head>(tx, statement) : (await tx.execute<Head>(statement)).rows;
    if (!head) throw new Error('a statement without a row');
    const exact = everyone || wanted.all || head.count <= COUNTED;
    return { count: { count: exact ? head.count : COUNTED, exact }, cells: head.cells };
  });

/** Persons in the books of this month's cells; the months are open (db/upkeep). */
function stockOf(viewer: Viewer, unit: ChosenUnit): SQL {
  const columns = { cell: sql`m.cell_id`, committee: sql`m.committee_id` };
  const books = unit.depth === 0 ? sql`committee_months_now` : sql`unit_months`;
  const reach = within(viewer, 'member.read', unit.depth === 0 ? columns.committee : columns.cell);
  return sql`select coalesce(sum(m.stock), 0)::int from ${books} m where m.month = ${monthOf(viewer.today)} and ${below(unit, columns)} and ${reach}`;
}

export type CellChoice = { id: string; name: string };

/** Living cells of the unit and below it in reach for that right, by name: for filters and for choosing where someone belongs. */
export const listCells = (
  viewer: Viewer,
  unit: ChosenUnit,
  permission: 'member.read' | 'member.edit' | 'member.event' = 'member.read',
): Promise<CellChoice[]> => read(viewer, (tx) => prepared<CellChoice>(tx, livingCells(viewer, unit, permission)));

const livingCells = (viewer: Viewer, unit: ChosenUnit, permission: Permission) => sql`
  select u.id, case when ${unit.depth === 0} and c.id <> u.id then u.short_name || ' (' || c.short_name || ')' else u.short_name end as name
  from units u left join units c on c.id = u.committee_id
  where u.is_cell and u.closed_on is null and ${within(viewer, permission, sql`u.id`)} and ${below(unit, { cell: sql`u.id`, committee: sql`u.committee_id` })}
  order by c.sort_key, u.sort_key, u.id`;

/** A person's general record; nothing sensitive. mayEdit and the like: whether the viewer holds that right over this cell. */
export type MemberDetail = {
  id: string;
  version: number;
  cellId: string;
  cellName: string;
  committeeId: string;
  committeeName: string;
  status: 'probationary' | 'official' | 'left';
  exempt: boolean;
  away: boolean;
  leavingFor: string | null;
  leftOn: string | null;
  leftKind: string | null;
  fullName: string;
  birthName: string | null;
  female: boolean;
  born: string;
  homePlace: string | null;
  birthPlace: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  joined: string;
  official: string | null;
  cardNumber: string | null;
  biographyNumber: string | null;
  occupation: string | null;
  workplace: string | null;
  position: string | null;
  generalEducation: string | null;
  professionalLevel: string | null;
  politicalTheory: string | null;
  stateManagement: string | null;
  foreignLanguage: string | null;
  note: string | null;
  updatedAt: Date;
  updatedBy: string | null;
  mayEdit: boolean;
  mayRecord: boolean;
  maySeeSensitive: boolean;
  /** Their file as a cadre, where the viewer reaches it. */
  cadreId: string | null;
};

/** Not asked for those who have no right to any file. */
const fileOf = (viewer: Viewer) =>
  may(viewer, 'cadre.read')
    ? sql`(select c.id from cadres c where c.member_id = m.id and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)})`
    : sql`null::uuid`;

const memberOf = (viewer: Viewer, id: string) => sql`
  select m.id, m.version, m.cell_id as "cellId", u.name as "cellName", m.committee_id as "committeeId", c.short_name as "committeeName", m.status, m.exempt, m.away,
    m.leaving_for as "leavingFor", m.left_on as "leftOn", m.left_kind as "leftKind", m.full_name as "fullName", m.birth_name as "birthName", m.female, m.born,
    m.home_place as "homePlace", m.birth_place as "birthPlace", m.address, m.phone, m.email, m.joined, m.official, m.card_number as "cardNumber",
    m.biography_number as "biographyNumber", m.occupation, m.workplace, m.position, m.general_education as "generalEducation", m.professional_level as "professionalLevel",
    m.political_theory as "politicalTheory", m.state_management as "stateManagement", m.foreign_language as "foreignLanguage", m.note, m.updated_at as "updatedAt",
    account_name(m.updated_by) as "updatedBy", ${within(viewer, 'member.edit', sql`m.cell_id`)} as "mayEdit", ${within(viewer, 'member.event', sql`m.cell_id`)} as "mayRecord",
    ${within(viewer, 'member.sensitive', sql`m.cell_id`)} as "maySeeSensitive", ${fileOf(viewer)} as "cadreId"
  from members m join units u on u.id = m.cell_id join units c on c.id = m.committee_id
  where m.id = ${id} and ${within(viewer, 'member.read', sql`m.cell_id`)}`;

/** null when there is no such person or they are out of reach. */
export async function getMember(viewer: Viewer, id: string): Promise<MemberDetail | null> {
  if (!isUuid(id)) return null;
  return read(
    viewer,
    async (tx) =>
      (await prepared<MemberDetail>(tx, memberOf(viewer, id))).map((row) => ({
        ...row,
        updatedAt: new Date(row.updatedAt),
      }))[0] ?? null,
  );
}

/** One line of a person's history, newest first. reversedOn: taken back that day, with the reason. */
export type HistoryRow = {
  id: string;
  kind: string;
  effectiveOn: string;
  cellName: string;
  fromCellName: string | null;
  decisionNumber: string | null;
  decisionDate: string | null;
  issuer: string | null;
  signer: string | null;
  place: string | null;
  reason: string | null;
  detail: { until?: string; form?: string; exceptionReason?: string };
  enteredAt: Date;
  enteredBy: string | null;
  reversedAt: Date | null;
  reversedBy: string | null;
  reversedWhy: string | null;
};

const historyOf = (viewer: Viewer, memberId: string, kinds: SQL) => sql`
  select e.id, e.kind, e.effective_on as "effectiveOn", u.short_name as "cellName", f.short_name as "fromCellName", e.decision_number as "decisionNumber",
    e.decision_date as "decisionDate", e.issuer, e.signer, e.place, e.reason, e.detail, e.entered_at as "enteredAt", account_name(e.entered_by) as "enteredBy",
    r.entered_at as "reversedAt", account_name(r.entered_by) as "reversedBy", r.reason as "reversedWhy"
  from member_events e join members m on m.id = e.member_id join units u on u.id = e.cell_id
    left join units f on f.id = e.from_cell_id left join member_events r on r.reverses_id = e.id
  where e.member_id = ${memberId} and e.kind <> 'reversal' and ${kinds} and ${within(viewer, 'member.read', sql`m.cell_id`)}
  order by e.effective_on desc, e.id desc`;

const SENSITIVE = sql`('discipline', 'suspension', 'suspension_end')`;
const dated = (row: HistoryRow): HistoryRow => ({
  ...row,
  enteredAt: new Date(row.enteredAt),
  reversedAt: row.reversedAt && new Date(row.reversedAt),
});

/** The history without what is sensitive. */
export const listMemberEvents = (viewer: Viewer, memberId: string): Promise<HistoryRow[]> =>
  read(viewer, async (tx) =>
    (await prepared<HistoryRow>(tx, historyOf(viewer, memberId, sql`e.kind not in ${SENSITIVE}`))).map(dated),
  );

/** Meetings in the twelve months up to today: how many the person had to attend and how many they did; in turns. */
export const getMeetingsAttended = (viewer: Viewer, memberId: string): Promise<{ due: number; present: number }> =>
  read(viewer, async (tx) => {
    const [turns] = await prepared<{ due: number; present: number }>(
      tx,
      sql`
      select count(*) filter (where a.code in ('present', 'late', 'online', 'excused', 'absent')) as due, count(*) filter (where a.code in ('present', 'late', 'online')) as present
      from attendance a where a.member_id = ${memberId} and a.month > ${viewer.today}::date - interval '1 year' and ${within(viewer, 'minutes.read', sql`a.cell_id`)}`,
    );
    return turns ?? { due: 0, present: 0 };
  });

export type SensitiveRecord = {
  ethnicity: string | null;
  religion: string | null;
  citizenId: string | null;
  health: string | null;
  events: HistoryRow[];
};

/** What is shown only behind its own right; call it through openSensitive, which writes the read log first. null out of reach. */
export const getSensitive = (viewer: Viewer, memberId: string): Promise<SensitiveRecord | null> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<Omit<SensitiveRecord, 'events'>>(sql`
      select s.ethnicity, s.religion, s.citizen_id as "citizenId", s.health from members m left join member_sensitive s on s.member_id = m.id
      where m.id = ${memberId} and ${within(viewer, 'member.sensitive', sql`m.cell_id`)}`);
    const record = rows[0];
    if (!record) return null;
    const events = await tx.execute<HistoryRow>(historyOf(viewer, memberId, sql`e.kind in ${SENSITIVE}`));
    return { ...record, events: events.rows.map(dated) };
  });

/** The short name of a cell in reach, for the words of an export. */
export async function getCellName(viewer: Viewer, id: string | undefined): Promise<string | null> {
  if (!id || !isUuid(id)) return null;
  return read(viewer, async (tx) => {
    const { rows } = await tx.execute<{ name: string }>(
      sql`select short_name as name from units where id = ${id} and ${within(viewer, 'member.read', sql`id`)}`,
    );
    return rows[0]?.name ?? null;
  });
}
