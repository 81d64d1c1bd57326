import type pg from 'pg';
import { HOLIDAYS, RULE_SEED } from '@/domain/rule-sets';

/** Puts in the default of every rule that has no value at all, and the holidays of a calendar that is empty. What the province entered stays. */
export async function seedRules(pool: pg.Pool): Promise<void> {
  await pool.query(
    `insert into rule_sets (id, key, value, valid_from, citation, unsure)
     select gen_random_uuid(), s.key, s.value, s."validFrom", s.citation, s.unsure
     from jsonb_to_recordset($1::jsonb) as s (key text, value jsonb, "validFrom" date, citation text, unsure boolean)
     where not exists (select 1 from rule_sets r where r.key = s.key)`,
    [JSON.stringify(RULE_SEED)],
  );
  await pool.query(
    `insert into holidays (day, name, workday) select day, name, workday
     from jsonb_to_recordset($1::jsonb) as s (day date, name text, workday boolean)
     where not exists (select 1 from holidays) on conflict do nothing`,
    [JSON.stringify(HOLIDAYS)],
  );
}
