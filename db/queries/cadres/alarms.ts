import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { AlarmWindow, MonthCount, Nearness, RetiringBirth } from '@/domain/cadres/alarms';
import type { RetirementRule, TrainingKind } from '@/domain/cadres/codes';
import { birthSpan } from '@/domain/cadres/retirement';
import type { IsoDate, IsoMonth, PartialDate } from '@/domain/calendar';
import type { Tier } from '@/domain/posts/kinds';
import { isUuid } from '@/domain/text';
import { prepared, read, type Tx } from '../../client';
import { within } from '../../scope';
import { onTitleOf, RENEWABLE } from '../procedures/renewals';

export const PAGE_SIZE = 50;

/** What the lists are narrowed to: titles of a unit and below it, cadres of one tier. */
export type AlarmScope = { unit: { id: string; depth: number }; tier: Tier | null };
export type Asked = {
  terms: readonly AlarmWindow[];
  papers: readonly AlarmWindow[];
  births: readonly RetiringBirth[];
  months: readonly IsoMonth[];
};
export type WindowCount = { within: Nearness; count: number };
export type AlarmCounts = { terms: WindowCount[]; papers: WindowCount[]; retirements: MonthCount[] };

/** How many terms end and certificates run out in each window, and how many retire in each month (those with none are missing), in one statement. */
export const getAlarmCounts = (viewer: Viewer, scope: AlarmScope, asked: Asked): Promise<AlarmCounts> =>
  read(viewer, async (tx) => {
    const [counts] = await prepared<AlarmCounts>(
      tx,
      sql`select
        ${list(sql`select w.within, count(t.id)::int as count from ${windowsOf(asked.terms)} left join (${terms(viewer, scope, latest(asked.terms))}) t
          on t.term_ends_on >= w.lo and t.term_ends_on <= w.hi group by 1 order by 1`)} as terms,
        ${list(sql`select w.within, count(t.id)::int as count from ${windowsOf(asked.papers)} left join (${papers(viewer, scope, latest(asked.papers))}) t
          on t.valid_to >= w.lo and t.valid_to <= w.hi group by 1 order by 1`)} as papers,
        ${list(sql`select r.month, count(*)::int as count from (${retiring(viewer, scope, asked)}) r group by 1 order by 1`)} as retirements`,
    );
    return counts ?? { terms: [], papers: [], retirements: [] };
  });

const latest = (windows: readonly AlarmWindow[]): IsoDate | null => windows.at(-1)?.to ?? null;
const list = (rows: SQL) => sql`(select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (${rows}) x)`;
/** A list as one parameter; the statement says of what. */
const array = (values: readonly (string | number | boolean)[]) => sql`${`{${values.map((value) => `"${value}"`).join(',')}}`}`;
const windowsOf = (windows: readonly AlarmWindow[]) => {
  const [keys, from, to] = [
    windows.map((one) => one.within),
    windows.map((one) => one.from ?? '-infinity'),
    windows.map((one) => one.to),
  ];
  return sql`unnest(${array(keys)}::int[], ${array(from)}::date[], ${array(to)}::date[]) as w(within, lo, hi)`;
};
const birthsOf = (births: readonly RetiringBirth[]) => {
  const [months, rules, females, borns] = [
    births.map(({ month }) => month),
    births.map(({ rule }) => rule),
    births.map(({ female }) => female),
    births.map(({ born }) => born),
  ];
  return sql`unnest(${array(months)}::date[], ${array(rules)}::text[], ${array(females)}::boolean[], ${array(borns)}::text[]) as b(month, rule, female, born)`;
};

/** Cadres in reach, as c, narrowed to the tier and to who holds a title in the unit. */
const people = (
  viewer: Viewer,
  { unit, tier }: AlarmScope,
) => sql`c.serving and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)}
  and ${tier === null ? sql`true` : sql`c.tier = ${tier}`}
  and ${
    unit.depth === 0
      ? sql`true`
      : sql`c.id in (select h.cadre_id from appointments h join unit_tree t on t.unit_id = h.unit_id
          where t.ancestor_id = ${unit.id} and h.ended_on is null and not h.reversed)`
  }`;

/** Holdings whose end nobody has decided, with the last day of their term. */
const terms = (viewer: Viewer, { unit, tier }: AlarmScope, upTo: IsoDate | null) => sql`
  select a.id, a.term_ends_on from appointments a
  where a.ended_on is null and not a.reversed and a.term_ends_on <= ${upTo} and ${within(viewer, 'cadre.read', sql`a.managing_unit_id`)}
    and ${unit.depth === 0 ? sql`true` : sql`a.unit_id in (select unit_id from unit_tree where ancestor_id = ${unit.id})`}
    and ${tier === null ? sql`true` : sql`exists (select from cadres c where c.id = a.cadre_id and c.tier = ${tier})`}`;

/** Certificates that end, but for those that a later one of the same kind took over from. */
const papers = (viewer: Viewer, scope: AlarmScope, upTo: IsoDate | null) => sql`
  select t.id, t.valid_to from cadre_trainings t join cadres c on c.id = t.cadre_id
  where t.valid_to <= ${upTo} and ${people(viewer, scope)}
    and not exists (select from cadre_trainings n where n.cadre_id = t.cadre_id and n.kind = t.kind and n.valid_to > t.valid_to)`;

const DECIDED = sql`c.retirement_rule in ('armed', 'extended', 'early') and c.retirement_date is not null`;
/** Which of the bounds speaks of a person: the rule in the file, where it has what it needs. */
const RULE = sql`case when ${DECIDED} then 'decided' when c.retirement_rule = 'women_60' and c.female then 'women_60' else 'normal' end`;

/** Born in one of these months, as an index finds it; which of them retires is the joined line's to say. */
function bornAmong(births: readonly RetiringBirth[], female: boolean): SQL {
  const span = birthSpan(births.filter((birth) => birth.female === female).map(({ born }) => born));
  return span ? sql`(c.female = ${female} and c.born >= ${span.from} and c.born < ${span.before})` : sql`false`;
}

/** Who retires in which of the months: births by the roadmap, and days that were decided. */
const retiring = (viewer: Viewer, scope: AlarmScope, { births, months }: Pick<Asked, 'births' | 'months'>) => sql`
  select b.month, c.id, c.sort_key from cadres c join ${birthsOf(births)}
    on b.female = c.female and b.rule = ${RULE} and b.born = left(c.born || '-01', 7)
  where (${bornAmong(births, true)} or ${bornAmong(births, false)}) and ${people(viewer, scope)}
  union all
  select date_trunc('month', c.retirement_date)::date, c.id, c.sort_key from cadres c
  where ${DECIDED} and c.retirement_date >= ${months[0] ?? null}::date
    and c.retirement_date < ${months.at(-1) ?? null}::date + interval '1 month' and ${people(viewer, scope)}`;

/** after: the id of the last row of the page before; before: of the first row of the page after. */
export type Cursor = { after?: string; before?: string };
export type Page<T> = { rows: T[]; hasPrevious: boolean; hasNext: boolean };

/** One page in the order of `columns`, before or after the place of the row that the cursor names. */
async function pageOf<T extends Record<string, unknown>>(
  tx: Tx,
  { after, before }: Cursor,
  columns: readonly SQL[],
  place: (id: string) => SQL,
  rows: (beyond: SQL, order: SQL, limit: number) => SQL,
): Promise<Page<T>> {
  const backwards = !isUuid(after) && isUuid(before);
  const at = backwards ? before : after;
  const all = sql.join([...columns], sql`, `);
  const beyond = isUuid(at) ? sql`(${all}) ${backwards ? sql`<` : sql`>`} ${place(at)}` : sql`true`;
  const way = backwards ? sql`desc` : sql`asc`;
  const order = sql.join(
    columns.map((column) => sql`${column} ${way}`),
    sql`, `,
  );
  const found = await prepared<T>(tx, rows(beyond, order, PAGE_SIZE + 1));
  const more = found.length > PAGE_SIZE;
  const shown = found.slice(0, PAGE_SIZE);
  if (backwards) return { rows: shown.reverse(), hasPrevious: more, hasNext: true };
  return { rows: shown, hasPrevious: isUuid(after), hasNext: more };
}

const PERSON = sql`c.id as "cadreId", c.full_name as name, c.female, c.born, c.retirement_rule as "retirementRule", c.retirement_date as "retirementDate", c.tier`;
type PersonRow = {
  cadreId: string;
  name: string;
  female: boolean;
  born: PartialDate;
  retirementRule: RetirementRule;
  retirementDate: IsoDate | null;
  tier: Tier;
};

export type TermRow = PersonRow & {
  id: string;
  postId: string;
  title: string;
  unit: string;
  fromOn: IsoDate;
  termEndsOn: IsoDate;
  elected: boolean;
  front: boolean;
  /** A procedure that keeps the holder in the title may be opened by the viewer. */
  mayRenew: boolean;
};

/** Holdings whose term ends in the window, the earliest first. */
export const listExpiringTerms = (
  viewer: Viewer,
  scope: AlarmScope,
  window: Omit<AlarmWindow, 'within'>,
  cursor: Cursor = {},
): Promise<Page<TermRow>> =>
  read(viewer, (tx) =>
    pageOf<TermRow>(
      tx,
      cursor,
      [sql`t.term_ends_on`, sql`t.id`],
      (id) => sql`(select p.term_ends_on, p.id from appointments p where p.id = ${id})`,
      (beyond, order, limit) => sql`
        with t as materialized (select t.* from (${terms(viewer, scope, window.to)}) t
          where t.term_ends_on >= coalesce(${window.from}::date, '-infinity') and ${beyond} order by ${order} limit ${limit})
        select t.id, ${PERSON}, a.post_id as "postId", a.title, u.short_name as unit, a.from_on as "fromOn", t.term_ends_on as "termEndsOn", p.elected, p.system = 'front' as front, (${RENEWABLE} and ${onTitleOf(within(viewer, 'procedure.write', sql`q.managing_unit_id`))}) as "mayRenew"
        from t join appointments a on a.id = t.id join cadres c on c.id = a.cadre_id join title_facts p on p.id = a.post_id join units u on u.id = a.unit_id
        order by ${order}`,
    ),
  );

export type PaperRow = PersonRow & {
  id: string;
  title: string;
  certificate: string | null;
  kind: TrainingKind;
  school: string | null;
  validTo: IsoDate;
};

/** Certificates whose last day lies in the window, the earliest first. */
export const listExpiringPapers = (
  viewer: Viewer,
  scope: AlarmScope,
  window: Omit<AlarmWindow, 'within'>,
  cursor: Cursor = {},
): Promise<Page<PaperRow>> =>
  read(viewer, (tx) =>
    pageOf<PaperRow>(
      tx,
      cursor,
      [sql`t.valid_to`, sql`t.id`],
      (id) => sql`(select p.valid_to, p.id from cadre_trainings p where p.id = ${id})`,
      (beyond, order, limit) => sql`
        with t as materialized (select t.* from (${papers(viewer, scope, window.to)}) t
          where t.valid_to >= coalesce(${window.from}::date, '-infinity') and ${beyond} order by ${order} limit ${limit})
        select t.id, ${PERSON}, x.name as title, x.certificate, x.kind, x.school, t.valid_to as "validTo"
        from t join cadre_trainings x on x.id = t.id join cadres c on c.id = x.cadre_id
        order by ${order}`,
    ),
  );

export type RetiringRow = PersonRow & { month: IsoMonth; title: string | null; unit: string | null };

/** Who retires in the months, the earliest first, then by name; with the highest title held now. */
export const listRetiring = (
  viewer: Viewer,
  scope: AlarmScope,
  asked: Pick<Asked, 'births' | 'months'>,
  cursor: Cursor = {},
): Promise<Page<RetiringRow>> =>
  read(viewer, (tx) =>
    pageOf<RetiringRow>(
      tx,
      cursor,
      [sql`r.month`, sql`r.sort_key`, sql`r.id`],
      (id) => sql`(select p.month, p.sort_key, p.id from everybody p where p.id = ${id})`,
      (beyond, order, limit) => sql`
        with everybody as materialized (${retiring(viewer, scope, asked)}),
          r as materialized (select * from everybody r where ${beyond} order by ${order} limit ${limit})
        select r.month, ${PERSON}, h.title, h.unit from r join cadres c on c.id = r.id
          left join lateral (select a.title, u.short_name as unit from appointments a join title_facts p on p.id = a.post_id join units u on u.id = a.unit_id
            where a.cadre_id = c.id and not a.reversed and a.from_on <= ${viewer.today} and (a.ended_on is null or a.ended_on > ${viewer.today})
            order by p.body, p.grade desc limit 1) h on true
        order by ${order}`,
    ),
  );
