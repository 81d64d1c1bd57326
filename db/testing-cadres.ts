import { randomUUID } from 'node:crypto';
import { nameSortKey } from '@/domain/names';
import type { Rank, Tier } from '@/domain/posts/kinds';
import { postSortKey } from '@/domain/posts/sort-key';
import { Standards } from '@/domain/posts/standards';
import type { TestDatabase } from './testing';

type PostDraft = {
  unitId: string;
  managingUnitId: string;
  title: string;
  tier?: Tier;
  grade?: number;
  seats?: number;
  rank?: Rank;
  elected?: boolean;
  body?: boolean;
  outsider?: boolean;
  level?: string;
  standards?: Partial<Standards>;
};

/** A title of the catalogue since 2020; gives its id. */
export async function addPost(db: TestDatabase, draft: PostDraft): Promise<string> {
  const id = randomUUID();
  const { grade = 50, tier = 'committee', seats = 1, rank = 'head', level = 'commune' } = draft;
  await db.owner.query(
    `insert into posts (id, code, title, sort_key, unit_id, managing_unit_id, system, level, tier, rank, elected, body, grade, seats, outsider, standards, valid_from)
     values ($1, $2, $3, $4, $5, $6, 'party', $7, $8, $9, $10, $11, $12, $13, $14, $15, '2020-01-01')`,
    [
      id,
      id.slice(0, 8),
      draft.title,
      postSortKey(grade, draft.title),
      draft.unitId,
      draft.managingUnitId,
      level,
      tier,
      rank,
      draft.elected ?? false,
      draft.body ?? false,
      grade,
      seats,
      draft.outsider ?? false,
      Standards.parse(draft.standards ?? {}),
    ],
  );
  return id;
}

type CadreDraft = {
  cellId: string;
  committeeId: string;
  managingUnitId: string;
  fullName: string;
  tier?: Tier;
  female?: boolean;
  born?: string;
  minority?: boolean;
  theory?: string;
};

/** A member with a cadre file; gives both ids. */
export async function addCadre(db: TestDatabase, draft: CadreDraft): Promise<{ cadreId: string; memberId: string }> {
  const { female = false, born = '1980-05-12', tier = 'committee', minority = false, theory = 'middle' } = draft;
  const [cadreId, memberId] = [randomUUID(), randomUUID()];
  const key = nameSortKey(draft.fullName);
  await db.owner.query(
    `insert into members (id, cell_id, committee_id, status, full_name, sort_key, female, born, joined, official)
     values ($1, $2, $3, 'official', $4, $5, $6, $7, '2004-05-19', '2005-05-19')`,
    [memberId, draft.cellId, draft.committeeId, draft.fullName, key, female, born],
  );
  await db.owner.query(
    `insert into cadres (id, member_id, managing_unit_id, tier, full_name, sort_key, female, born, minority, theory, professional)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'university')`,
    [cadreId, memberId, draft.managingUnitId, tier, draft.fullName, key, female, born, minority, theory],
  );
  return { cadreId, memberId };
}

type HoldingDraft = {
  fromOn?: string;
  termEndsOn?: string | null;
  endedOn?: string | null;
  seat?: number;
  title?: string;
  kind?: string;
  endKind?: string;
};

/** A title held by a cadre since 2022 unless said otherwise, with its entries in the ledger, made on their days; gives the appointment's id. */
export async function addHolding(db: TestDatabase, cadreId: string, postId: string, draft: HoldingDraft = {}): Promise<string> {
  const id = randomUUID();
  const {
    fromOn = '2022-01-01',
    termEndsOn = null,
    endedOn = null,
    seat = 1,
    title = null,
    kind = 'appointed',
    endKind = 'moved',
  } = draft;
  await db.owner.query(
    `insert into appointments (id, cadre_id, managing_unit_id, post_id, seat, unit_id, title, kind, from_on, term_ends_on, ended_on, end_kind)
     select $1, c.id, c.managing_unit_id, p.id, $4, p.unit_id, coalesce($5, p.title), $9, $6, $7, $8::date, case when $8::date is not null then $10 end
     from cadres c, posts p where c.id = $2 and p.id = $3`,
    [id, cadreId, postId, seat, title, fromOn, termEndsOn, endedOn, kind, endKind],
  );
  await db.owner.query(
    `insert into appointment_events (id, appointment_id, kind, end_kind, effective_on, term_ends_on, entered_at)
     select gen_random_uuid(), id, 'begun', null, from_on, term_ends_on, from_on from appointments where id = $1
     union all select gen_random_uuid(), id, 'ended', end_kind, ended_on, null, ended_on from appointments where id = $1 and ended_on is not null`,
    [id],
  );
  return id;
}
