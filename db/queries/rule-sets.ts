import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { Holiday } from '@/domain/calendar';
import { isRuleKey, type RuleKey, type Rules, ruleOf } from '@/domain/rule-sets';
import { read, type Tx } from '../client';

type Row = { key: string; value: unknown; citation: string; validFrom: string; unsure: boolean };

/**
 * Every rule in force on that day (YYYY-MM-DD): the value that began last, the unit's own before the province's. Before the first known value
 * the first one answers, marked unsure. Throws when a stored value no longer fits its rule.
 */
export async function rulesOn(viewer: Viewer, date: string, unitId?: string): Promise<Rules> {
  return kept.get(nameOf(viewer, date, unitId)) ?? read(viewer, (tx) => rulesInForce(tx, viewer, date, unitId));
}

/** Rules are the same for everyone and seldom change; every request brings the version of this moment with it. */
const kept = new Map<string, Rules>();
const MOST_KEPT = 500;
const nameOf = ({ rulesVersion }: Viewer, date: string, unitId = '') => (rulesVersion ? `${rulesVersion} ${date} ${unitId}` : '');

/** The same inside a transaction that is already open. */
export async function rulesInForce(tx: Tx, viewer: Viewer, date: string, unitId?: string): Promise<Rules> {
  const name = nameOf(viewer, date, unitId);
  const rules = kept.get(name) ?? (await readRules(tx, date, unitId));
  if (kept.size >= MOST_KEPT) kept.clear();
  if (name) kept.set(name, rules);
  return rules;
}

async function readRules(tx: Tx, date: string, unitId?: string): Promise<Rules> {
  const { rows } = await tx.execute<Row>(sql`
    select distinct on (r.key) r.key, r.value, r.citation, r.valid_from as "validFrom", r.unsure or r.valid_from > ${date} as unsure
    from rule_sets r left join unit_tree t on t.unit_id = ${unitId ?? null}::uuid and t.ancestor_id = r.unit_id
    where r.unit_id is null or t.unit_id is not null
    order by r.key, r.valid_from > ${date}::date, t.depth nulls last,
      case when r.valid_from <= ${date}::date then r.valid_from end desc, r.valid_from`);
  const found = Object.fromEntries(
    rows
      .filter(({ key }) => isRuleKey(key))
      .map(({ key, value, ...rest }) => [key, { ...rest, value: ruleOf(key as RuleKey).schema.parse(value) }]),
  );
  return found as unknown as Rules;
}

/** Days off and made-up working days, for counting working days. */
export const listHolidays = (viewer: Viewer): Promise<Holiday[]> =>
  read(viewer, async (tx) => (await tx.execute<Holiday>(sql`select day, workday from holidays order by day`)).rows);

export type RuleHistoryRow = {
  id: string;
  value: unknown;
  citation: string;
  validFrom: string;
  unsure: boolean;
  unitName: string | null;
  who: string | null;
  enteredAt: string;
};

/** Every value a rule ever had, newest first. who: null for the defaults. */
export const listRuleHistory = (viewer: Viewer, key: RuleKey): Promise<RuleHistoryRow[]> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<RuleHistoryRow>(sql`
      select r.id, r.value, r.citation, r.valid_from as "validFrom", r.unsure, u.name as "unitName", account_name(r.entered_by) as who, r.entered_at as "enteredAt"
      from rule_sets r left join units u on u.id = r.unit_id where r.key = ${key} order by r.valid_from desc, u.name nulls first`);
    return rows;
  });
