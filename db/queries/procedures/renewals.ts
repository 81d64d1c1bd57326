import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/domain/access/viewer';
import type { RetirementRule } from '@/domain/cadres/codes';
import type { IsoDate, PartialDate } from '@/domain/calendar';
import { isUuid } from '@/domain/text';
import { read, type Tx } from '../../client';
import { within } from '../../scope';

/** A holding with what decides on whether, and how, its holder is kept in the title. openId: its procedure that is under way. */
export type Renewable = {
  id: string;
  version: number;
  cadreId: string;
  fullName: string;
  sortKey: string;
  title: string;
  postId: string;
  unitId: string;
  unitName: string;
  managingUnitId: string;
  fromOn: IsoDate;
  termEndsOn: IsoDate | null;
  endedOn: IsoDate | null;
  reversed: boolean;
  elected: boolean;
  body: boolean;
  front: boolean;
  female: boolean;
  born: PartialDate;
  retirementRule: RetirementRule;
  retirementDate: IsoDate | null;
  openId: string | null;
};

/** Whether a holding has a term after which its holder may be kept in the title; a: the holding, p: its title. */
export const RENEWABLE = sql`(a.term_ends_on is not null and a.ended_on is null and not a.reversed and not p.elected and not p.body)`;

/** Whether the title of the holding a, which may be out of reach, meets a condition on posts q. */
export const onTitleOf = (condition: SQL): SQL => sql`exists (select from posts q where q.id = a.post_id and ${condition})`;

/** One holding of a title that the office decides on, of a cadre whose file the viewer may read; null otherwise. */
export async function renewableIn(tx: Tx, viewer: Viewer, appointmentId: string): Promise<Renewable | null> {
  const { rows } = await tx.execute<Renewable>(sql`
    select a.id, a.version, a.cadre_id as "cadreId", c.full_name as "fullName", c.sort_key as "sortKey", a.title, a.post_id as "postId", a.unit_id as "unitId",
      u.name as "unitName", p.managing_unit_id as "managingUnitId", a.from_on as "fromOn", a.term_ends_on as "termEndsOn", a.ended_on as "endedOn", a.reversed,
      p.elected, p.body, p.system = 'front' as front, c.female, c.born, c.retirement_rule as "retirementRule", c.retirement_date as "retirementDate",
      (select x.id from procedures x where x.holding_id = a.id and x.concluded_on is null) as "openId"
    from appointments a join posts p on p.id = a.post_id join cadres c on c.id = a.cadre_id join units u on u.id = a.unit_id
    where a.id = ${appointmentId} and ${within(viewer, 'procedure.write', sql`p.managing_unit_id`)}
      and ${within(viewer, 'cadre.read', sql`a.managing_unit_id`)}`);
  return rows[0] ?? null;
}

/** The same for a page; null where the address names none in reach. */
export const getRenewable = async (viewer: Viewer, appointmentId: unknown): Promise<Renewable | null> =>
  isUuid(appointmentId) ? read(viewer, (tx) => renewableIn(tx, viewer, appointmentId)) : null;
