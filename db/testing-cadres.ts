import { randomUUID } from 'node:crypto';
import { foldName } from '@/domain/names';
import type { Tier } from '@/domain/posts/kinds';
import type { TestDatabase } from './testing';

/** A member who is a cadre managed by that unit; only what other tables ask for. */
export async function plantCadre(
  db: TestDatabase,
  { name, cell, committee, managing, tier }: { name: string; cell: string; committee: string; managing: string; tier: Tier },
): Promise<{ cadreId: string; memberId: string }> {
  const [memberId, cadreId] = [randomUUID(), randomUUID()];
  await db.owner.query(
    "insert into members (id, cell_id, committee_id, status, full_name, sort_key, female, born, joined) values ($1, $2, $3, 'official', $4, $5, false, '1980', '2005')",
    [memberId, cell, committee, name, foldName(name)],
  );
  await db.owner.query(
    "insert into cadres (id, member_id, managing_unit_id, tier, full_name, sort_key, female, born) values ($1, $2, $3, $4, $5, $6, false, '1980')",
    [cadreId, memberId, managing, tier, name, foldName(name)],
  );
  return { cadreId, memberId };
}
