import type pg from 'pg';
import { type RotationEntry, stayOf } from '@/domain/rotations/entries';
import type { Difference } from '../check-books';

type Stored = { id: string; startedOn: string | null; endedOn: string | null; withdrawn: boolean; entries: RotationEntry[] };
const BATCH = 5_000;

const ROTATIONS = `
  select r.id, r.started_on::text as "startedOn", r.ended_on::text as "endedOn", r.withdrawn_at is not null as withdrawn,
    coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'effectiveOn', e.effective_on, 'reversesId', e.reverses_id) order by e.entered_at, e.id)
      from rotation_events e where e.rotation_id = r.id), '[]') as entries
  from rotations r where r.id > $1 order by r.id limit $2`;

/** A title given by a rotation stands from its first day, and nothing that a rotation wrote stands when no rotation does. */
const TITLES = [
  {
    name: 'chức vụ luân chuyển đến = lượt luân chuyển',
    sql: `select r.id::text as place, r.started_on::text as stored, coalesce(case when a.reversed then 'đã hủy' else a.from_on::text end, 'không có') as replayed
      from rotations r left join appointments a on a.id = r.appointment_id and a.cadre_id = r.cadre_id
      where r.appointment_id is not null and (a.id is null or a.reversed or a.from_on <> r.started_on)`,
  },
  {
    name: 'chức vụ luân chuyển đến do chính lượt luân chuyển ghi',
    sql: `select r.id::text as place, r.id::text as stored, coalesce(e.rotation_id::text, 'không ghi lượt nào') as replayed
      from rotations r join appointment_events e on e.appointment_id = r.appointment_id and e.kind = 'begun' where e.rotation_id is distinct from r.id`,
  },
  {
    name: 'bút toán chức vụ do luân chuyển ghi = lượt luân chuyển',
    sql: `select r.id::text as place, 'chưa có quyết định' as stored, count(*)::text || ' bút toán còn hiệu lực' as replayed
      from rotations r join appointment_events e on e.rotation_id = r.id
      where r.started_on is null and e.kind <> 'reversal' and not exists (select from appointment_events b where b.reverses_id = e.id) group by r.id`,
  },
] as const;

/** Replays every rotation from its entries, and compares it with the titles that it gave and ended. */
export async function checkRotations(client: Pick<pg.Client, 'query'>, keep: (difference: Difference) => void): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await client.query<Stored>(ROTATIONS, [after, BATCH]);
    for (const { id, entries, ...stored } of rows) {
      const replayed = stayOf(entries);
      for (const field of ['startedOn', 'endedOn', 'withdrawn'] as const)
        if (stored[field] !== replayed[field])
          keep({
            check: `luân chuyển = bút toán: ${field}`,
            where: id,
            stored: String(stored[field]),
            replayed: String(replayed[field]),
          });
    }
    if (rows.length < BATCH) break;
    after = rows.at(-1)?.id ?? after;
  }
  for (const { name, sql } of TITLES)
    for (const { place, stored, replayed } of (await client.query(sql)).rows)
      keep({ check: name, where: place, stored, replayed });
}
