import type pg from 'pg';
import { type AppointmentEvent, holdingOf } from '@/domain/appointments/ledger';
import type { Difference } from '../check-books';

type Stored = {
  id: string;
  fromOn: string;
  termEndsOn: string | null;
  endedOn: string | null;
  endKind: string | null;
  reversed: boolean;
  events: AppointmentEvent[];
};
const BATCH = 5_000;

const HOLDINGS = `
  select a.id, a.from_on::text as "fromOn", a.term_ends_on::text as "termEndsOn", a.ended_on::text as "endedOn", a.end_kind as "endKind", a.reversed,
    coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'endKind', e.end_kind, 'effectiveOn', e.effective_on, 'termEndsOn', e.term_ends_on,
      'reversesId', e.reverses_id, 'enteredAt', e.entered_at)) from appointment_events e where e.appointment_id = a.id), '[]') as events
  from appointments a where a.id > $1 order by a.id limit $2`;

/** Seats as the catalogue and the holdings give them, against what stands. */
const SEATS = `
  select p.title || ', vị trí ' || s.seat as place, concat_ws(' ', x.appointment_id, x.held_since, x.term_ends_on, x.free_from) as stored,
    concat_ws(' ', l.id, l.from_on, l.term_ends_on, case when l.id is null then p.valid_from else l.ended_on end) as replayed
  from posts p cross join lateral generate_series(1, p.seats) as s(seat)
  left join lateral (select id, from_on, term_ends_on, ended_on from appointments a
    where a.post_id = p.id and a.seat = s.seat and not a.reversed order by a.from_on desc limit 1) l on true
  left join post_seats x on x.post_id = p.id and x.seat = s.seat
  where (x.appointment_id, x.held_since, x.term_ends_on, x.free_from) is distinct from
    (l.id, l.from_on, l.term_ends_on, case when l.id is null then p.valid_from else l.ended_on end)`;

/** Held on a seat that the title does not have. */
const BEYOND = `
  select p.title as place, a.seat as stored, p.seats as replayed from appointments a join posts p on p.id = a.post_id
  where not a.reversed and a.ended_on is null and (a.seat < 1 or a.seat > p.seats)`;

/** Replays every holding from its ledger and every seat from its holdings. */
export async function checkAppointments(client: Pick<pg.Client, 'query'>, keep: (difference: Difference) => void): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await client.query<Stored>(HOLDINGS, [after, BATCH]);
    for (const { id, events, ...stored } of rows) {
      const replayed = holdingOf(events);
      for (const field of ['fromOn', 'termEndsOn', 'endedOn', 'endKind', 'reversed'] as const)
        if (!replayed || stored[field] !== replayed[field])
          keep({
            check: `chức vụ = bút toán: ${field}`,
            where: id,
            stored: String(stored[field]),
            replayed: String(replayed?.[field] ?? 'không có'),
          });
    }
    if (rows.length < BATCH) break;
    after = rows.at(-1)?.id ?? after;
  }
  for (const { place, stored, replayed } of (await client.query(SEATS)).rows)
    keep({ check: 'vị trí chức danh = chức vụ', where: place, stored, replayed });
  for (const { place, stored, replayed } of (await client.query(BEYOND)).rows)
    keep({ check: 'chức vụ giữ trong số vị trí', where: place, stored: String(stored), replayed: String(replayed) });
}
