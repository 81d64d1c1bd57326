import { sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { AppointmentKind, EndKind } from '@/domain/appointments/kinds';
import type { PostSnapshot } from '@/domain/posts/snapshot';
import { isUuid } from '@/domain/text';
import { prepared, read } from '../../client';
import { within } from '../../scope';
import { type Seat, seatsOf } from './catalogue';
import { postInReach } from './reach';

/** What the catalogue said from a day on, newest first. */
export type PostVersion = {
  id: string;
  validFrom: string;
  snapshot: PostSnapshot;
  decisionNumber: string | null;
  decisionDate: string | null;
  issuer: string | null;
  reason: string | null;
  enteredBy: string | null;
};
/** Who held it, in the viewer's reach, newest first. */
export type Holding = {
  id: string;
  cadreId: string;
  fullName: string;
  seat: number;
  title: string;
  kind: AppointmentKind;
  fromOn: string;
  termEndsOn: string | null;
  endedOn: string | null;
  endKind: EndKind | null;
};
export type Post = PostSnapshot & {
  id: string;
  version: number;
  unitId: string;
  unitName: string;
  managingUnitName: string;
  validFrom: string;
  validTo: string | null;
  seatList: Seat[];
  versions: PostVersion[];
  holdings: Holding[];
  mayChange: boolean;
  mayDecide: boolean;
};
const MOST_HOLDINGS = 200;

const postOf = (viewer: Viewer, id: string) => sql`
  select p.id, p.version, p.code, p.title, p.unit_id as "unitId", u.short_name as "unitName", mu.short_name as "managingUnitName", p.system, p.level, p.tier, p.rank, p.elected, p.body,
    p.grade, p.seats, p.allowance, p.outsider, p.standards, p.valid_from as "validFrom", p.valid_to as "validTo", ${seatsOf(viewer)} as "seatList",
    coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'validFrom', v.valid_from, 'snapshot', v.snapshot, 'decisionNumber', v.decision_number, 'decisionDate', v.decision_date,
      'issuer', v.issuer, 'reason', v.reason, 'enteredBy', account_name(v.entered_by)) order by v.valid_from desc, v.entered_at desc) from post_versions v where v.post_id = p.id), '[]') as versions,
    ${within(viewer, 'post.change', sql`p.managing_unit_id`)} as "mayChange", ${within(viewer, 'appointment.decide', sql`p.managing_unit_id`)} as "mayDecide"
  from posts p join units u on u.id = p.unit_id join units mu on mu.id = p.managing_unit_id where p.id = ${id} and ${postInReach(viewer)}`;

/** null out of reach. */
export async function getPost(viewer: Viewer, id: string): Promise<Post | null> {
  if (!isUuid(id)) return null;
  return read(viewer, async (tx) => {
    const [post] = await prepared<Omit<Post, 'holdings'>>(tx, postOf(viewer, id));
    if (!post) return null;
    const holdings = await prepared<Holding>(
      tx,
      sql`
      select a.id, a.cadre_id as "cadreId", c.full_name as "fullName", a.seat, a.title, a.kind, a.from_on as "fromOn", a.term_ends_on as "termEndsOn", a.ended_on as "endedOn", a.end_kind as "endKind"
      from appointments a join cadres c on c.id = a.cadre_id
      where a.post_id = ${id} and not a.reversed and ${within(viewer, 'cadre.read', sql`a.managing_unit_id`)} and ${within(viewer, 'cadre.read', sql`c.managing_unit_id`)}
      order by a.from_on desc, a.seat limit ${MOST_HOLDINGS}`,
    );
    return { ...post, holdings };
  });
}

/** A title that can be given: with a seat that nobody holds, or all of them held. */
export type PostChoice = { id: string; title: string; unitName: string; free: number };
const MOST_CHOICES = 30;

/** Titles of the catalogue in reach for deciding whose name holds those words, at most 30, those with a free seat first. */
export const searchPosts = (viewer: Viewer, folded: string): Promise<PostChoice[]> =>
  read(viewer, async (tx) => {
    const { rows } = await tx.execute<PostChoice>(sql`
      select x.id, x.title, x."unitName", x.free from (select p.id, p.title, p.sort_key, u.short_name as "unitName",
          (select count(*)::int from post_seats s where s.post_id = p.id and (s.appointment_id is null or s.free_from is not null)) as free
        from posts p join units u on u.id = p.unit_id
        where p.valid_to is null and ${within(viewer, 'appointment.decide', sql`p.managing_unit_id`)} and position(${folded} in p.sort_key) > 0) x
      order by x.free = 0, x.sort_key, x.id limit ${MOST_CHOICES}`);
    return rows;
  });
