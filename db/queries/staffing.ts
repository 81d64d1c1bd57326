import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { StaffingChange } from '@/domain/staffing/board';
import type { YearQuota } from '@/domain/staffing/roadmap';
import { type ChangeReason, type LedgerReason, type QuotaKind, reasonsOf } from '@/domain/staffing/words';
import { read, type Tx } from '../client';
import { within } from '../scope';

/** Sums of the unit and everything below it (of the shown unit: its own line alone), in persons; null where nothing is entered. own…: its own line. */
export type BoardRow = {
  unitId: string;
  name: string;
  own: boolean;
  assigned: number | null;
  inPost: number | null;
  before: number | null;
  ownAssigned: number | null;
  ownInPost: number | null;
  changes: StaffingChange[];
};
export type Asked = { unitId: string; year: number; kind: QuotaKind };

const NOT_TAKEN_BACK = sql`c.reverses_id is null and not exists (select from staffing_changes x where x.reverses_id = c.id)`;
const during = (year: number) => sql`c.effective_on between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`;

/** The unit's own line and each unit directly under it with all below, and the quotas of every year: two statements. */
export const getStaffing = (viewer: Viewer, asked: Asked): Promise<{ rows: BoardRow[]; quotas: YearQuota[] }> =>
  read(viewer, async (tx) => ({ rows: await boardRows(tx, viewer, asked), quotas: await yearQuotas(tx, viewer, asked) }));

async function boardRows(tx: Tx, viewer: Viewer, { unitId, year, kind }: Asked): Promise<BoardRow[]> {
  const { rows } = await tx.execute<BoardRow>(sql`
    with shown as (select u.id, u.short_name as name, u.sort_key, u.id = ${unitId} as own from units u
      where (u.id = ${unitId} or (u.parent_id = ${unitId} and u.kind not in ('H', 'T') and (u.closed_on is null or u.closed_on >= make_date(${year}, 1, 1))))
        and ${within(viewer, 'staffing.read', sql`u.id`)} limit 400),
      parts as (select s.id, t.unit_id from shown s join unit_tree t on t.ancestor_id = s.id and (not s.own or t.depth = 0)),
      sums as (select p.id, sum(q.assigned) filter (where q.year = ${year})::int as assigned, sum(q.in_post) filter (where q.year = ${year})::int as "inPost",
        sum(q.in_post) filter (where q.year = ${year - 1})::int as before from parts p join staffing_quotas q on q.unit_id = p.unit_id and q.kind = ${kind} and q.year in (${year}, ${year - 1}) group by 1),
      moved as (select id, jsonb_agg(jsonb_build_object('reason', reason, 'persons', persons)) as changes from (
        select p.id, c.reason, sum(c.persons)::int as persons from parts p join staffing_changes c on c.unit_id = p.unit_id and c.kind = ${kind} and ${during(year)} and ${NOT_TAKEN_BACK} group by 1, 2) m group by 1)
    select s.id as "unitId", s.name, s.own, x.assigned, x."inPost", x.before, q.assigned as "ownAssigned", q.in_post as "ownInPost", coalesce(m.changes, '[]') as changes
    from shown s left join sums x on x.id = s.id left join moved m on m.id = s.id left join staffing_quotas q on q.unit_id = s.id and q.kind = ${kind} and q.year = ${year}
    order by s.own desc, s.sort_key, s.id`);
  return rows;
}

/** Of the unit and everything below it, oldest year first. */
async function yearQuotas(tx: Tx, viewer: Viewer, { unitId, kind }: Asked): Promise<YearQuota[]> {
  const { rows } = await tx.execute<YearQuota>(sql`
    select q.year, sum(q.assigned)::int as assigned from staffing_quotas q join unit_tree t on t.unit_id = q.unit_id and t.ancestor_id = ${unitId}
    where q.kind = ${kind} and ${within(viewer, 'staffing.read', sql`q.unit_id`)} group by 1 order by 1`);
  return rows;
}

export type ChangeRow = {
  id: string;
  unitName: string;
  reason: ChangeReason;
  persons: number;
  effectiveOn: string;
  decisionNumber: string | null;
  note: string | null;
  who: string | null;
  takenBack: boolean;
};

const PAGE = 50;

/** The ledger of a year, or what it is narrowed to, newest first, what was taken back among it; fifty a page. after: the last entry. */
export const listChanges = (
  viewer: Viewer,
  { unitId, year, kind }: Asked,
  { reason, after }: { reason?: LedgerReason; after?: string } = {},
): Promise<{ rows: ChangeRow[]; hasNext: boolean }> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<ChangeRow>(sql`
      select c.id, u.short_name as "unitName", c.reason, c.persons, c.effective_on as "effectiveOn", c.decision_number as "decisionNumber", c.note, account_name(c.entered_by) as who,
        x.id is not null as "takenBack"
      from staffing_changes c join units u on u.id = c.unit_id join unit_tree t on t.unit_id = c.unit_id and t.ancestor_id = ${unitId}
        left join staffing_changes x on x.reverses_id = c.id
      where c.kind = ${kind} and c.reverses_id is null ${reason ? sql`and c.reason = any(${`{${reasonsOf(reason).join(',')}}`}::text[])` : sql``}
        and ${during(year)} and ${within(viewer, 'staffing.read', sql`c.unit_id`)}
        ${after ? sql`and (c.effective_on, c.id) < (select b.effective_on, b.id from staffing_changes b where b.id = ${after}::uuid)` : sql``}
      order by c.effective_on desc, c.id desc limit ${PAGE + 1}`);
    return { rows: rows.slice(0, PAGE), hasNext: rows.length > PAGE };
  });
