import { sql } from 'drizzle-orm';
import type { Permission } from '@/domain/access/offices';
import type { Viewer } from '@/domain/access/viewer';
import type { RetirementRule } from '@/domain/cadres/codes';
import { monthsLeft, retirementOf } from '@/domain/cadres/retirement';
import type { IsoDate, PartialDate } from '@/domain/calendar';
import type { Level } from '@/domain/posts/kinds';
import { levelOfPost } from '@/domain/rotations/levels';
import { isLocal } from '@/domain/rotations/needs';
import type { Move } from '@/domain/rotations/problems';
import type { RotationBasis } from '@/domain/rotations/words';
import type { Rules } from '@/domain/rule-sets';
import type { Tx } from '../../client';
import { plannedOn } from '../../queries/succession/planned-on';
import { within } from '../../scope';

/** The person with the title held as the main one on that day; holdingId null: none. */
export type Mover = {
  id: string;
  managingUnitId: string;
  fullName: string;
  female: boolean;
  born: PartialDate;
  homePlace: string | null;
  retirementRule: RetirementRule;
  retirementDate: IsoDate | null;
  planned: boolean;
  holdingId: string | null;
  postId: string | null;
  unitId: string | null;
  title: string | null;
  unitName: string | null;
  unitKind: string;
  level: Level;
  grade: number;
};

/** A title as the place to which somebody goes. freeSeats: that nobody holds on that day. */
export type Target = {
  id: string;
  unitId: string;
  title: string;
  unitName: string;
  unitKind: string;
  level: Level;
  grade: number;
  freeSeats: number;
};

/** null: not there, or out of the viewer's reach for that right. */
export async function moverOn(
  tx: Tx,
  viewer: Viewer,
  cadreId: string,
  day: IsoDate,
  permission: Permission,
): Promise<Mover | null> {
  const { rows } = await tx.execute<Mover>(sql`
    select c.id, c.managing_unit_id as "managingUnitId", c.full_name as "fullName", c.female, c.born, c.home_place as "homePlace",
      c.retirement_rule as "retirementRule", c.retirement_date as "retirementDate",
      exists (select from succession_entries e where e.cadre_id = c.id and ${plannedOn(day)}) as planned,
      h.id as "holdingId", h.post_id as "postId", h.unit_id as "unitId", h.title, u.name as "unitName",
      coalesce(u.kind, 'U') as "unitKind", coalesce(h.level, 'commune') as level, coalesce(h.grade, 0) as grade
    from cadres c
    left join lateral (
      select a.id, a.post_id, a.unit_id, a.title, p.level, p.grade from appointments a join title_facts p on p.id = a.post_id
      where a.cadre_id = c.id and not a.reversed and not a.concurrent and not p.body and a.from_on <= ${day}::date and (a.ended_on is null or a.ended_on > ${day}::date)
      order by p.grade desc, a.from_on limit 1) h on true
    left join units u on u.id = h.unit_id
    where c.id = ${cadreId} and ${within(viewer, permission, sql`c.managing_unit_id`)}`);
  return rows[0] ?? null;
}

/** null: not there, or out of the viewer's reach. */
export async function targetOn(tx: Tx, viewer: Viewer, postId: string, day: IsoDate): Promise<Target | null> {
  const { rows } = await tx.execute<Target>(sql`
    select p.id, p.unit_id as "unitId", p.title, u.name as "unitName", u.kind as "unitKind", p.level, p.grade,
      (select count(*)::int from post_seats s where s.post_id = p.id and (s.appointment_id is null or s.free_from <= ${day}::date)) as "freeSeats"
    from posts p join units u on u.id = p.unit_id
    where p.id = ${postId} and (p.valid_to is null or p.valid_to >= ${day}::date) and ${within(viewer, 'post.read', sql`p.managing_unit_id`)}`);
  return rows[0] ?? null;
}

type Asked = { basis: RotationBasis; startedOn: IsoDate; until: IsoDate | null };

/** What the rules are asked about: the person, both ends, and the day. */
export function moveOf(mover: Mover, target: Target, { basis, startedOn, until }: Asked, rules: Rules): Move {
  const retirement = retirementOf(
    { female: mover.female, born: mover.born, rule: mover.retirementRule, on: mover.retirementDate },
    rules,
  );
  return {
    basis,
    fromPostId: mover.postId ?? '',
    toPostId: target.id,
    from: levelOfPost(mover.level, mover.unitKind),
    to: levelOfPost(target.level, target.unitKind),
    startedOn,
    until,
    monthsLeft: monthsLeft(retirement, startedOn),
    planned: mover.planned,
    higher: target.grade > mover.grade,
    local: isLocal(mover.homePlace, target.unitName),
    freeSeats: target.freeSeats,
  };
}

/** Both ends in the words and levels of that day, as the ledger keeps them. */
export const endsOf = (mover: Mover, target: Target) => ({
  fromPostId: mover.postId,
  fromUnitId: mover.unitId,
  fromTitle: mover.title ?? '',
  fromUnitName: mover.unitName ?? '',
  fromLevel: levelOfPost(mover.level, mover.unitKind),
  toPostId: target.id,
  toUnitId: target.unitId,
  toTitle: target.title,
  toUnitName: target.unitName,
  toLevel: levelOfPost(target.level, target.unitKind),
});
