import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import type pg from 'pg';
import { writeSheet } from '@/db/spreadsheets';
import { OFFICES, type Office } from '@/domain/access/offices';
import { Standards } from '@/domain/posts/standards';
import type { Around, Target } from './expectations/cases';
import { plantPlanning } from './planning-world';
import { plantRotations } from './rotations-world';
import { Visitor } from './visitor';

/** Where a record lies, seen from the unit in which the office is held. */
export const PLACES = ['own', 'child', 'sibling', 'parent', 'other'] as const;
export type Place = (typeof PLACES)[number];

/** Someone with one office: in the unit called own, or in the whole province; `ended`: the term ended last month. */
export type Person = { office: Office; at: 'own' | 'province'; ended: boolean; accountId: string; sessionId: string };
export type World = {
  targets: Record<Place, Target>;
  /** Ids of nothing. */
  ghost: Target;
  /** Stands in every name and text of that place's people. */
  marks: Record<Place, string>;
  people: Person[];
  around: Around;
};

const MARKS: World['marks'] = { own: 'Khuâng', child: 'Ngoắng', sibling: 'Xuềng', parent: 'Thoạng', other: 'Quyểng' };
const offices: readonly Office[] = OFFICES;

/** Plants five units around one, with a record of every kind in each, and a person for every office and term. As the superuser. */
export async function plantWorld(db: pg.Client): Promise<World> {
  const { rows } = await db.query("select id, to_char(today_vn(), 'DD/MM/YYYY') as today from units where parent_id is null");
  const province: string = rows[0].id;
  const [parent, elsewhere, own, child, sibling, other] = Array.from({ length: 6 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  await plantUnit(db, { id: parent, kind: 'U', under: province });
  await plantUnit(db, { id: elsewhere, kind: 'U', under: province });
  await plantUnit(db, { id: own, kind: 'G2', under: parent });
  await plantUnit(db, { id: sibling, kind: 'G2', under: parent });
  await plantUnit(db, { id: child, kind: 'C', under: own });
  await plantUnit(db, { id: other, kind: 'G2', under: elsewhere });
  await db.query('select open_months(today_vn())');
  const targets = {} as Record<Place, Target>;
  for (const [place, unit] of Object.entries({ own, child, sibling, parent, other }) as [Place, string][])
    targets[place] = await plantRecords(db, unit, MARKS[place]);
  const people = offices.flatMap((office) => [
    person(office, 'own', false),
    person(office, 'own', true),
    person(office, 'province', false),
  ]);
  for (const { office, at, ended, accountId, sessionId } of people) {
    const name = `Người giữ ${office.label} ${at} ${ended}`;
    await plantAccount(db, { accountId, sessionId, name, office: office.key, unit: at === 'own' ? own : province, ended });
  }
  const freeAccount = randomUUID();
  await plantAccount(db, {
    accountId: freeAccount,
    sessionId: randomUUID(),
    name: 'Người chưa có việc',
    unit: own,
    ended: false,
  });
  const sheet = await writeSheet('Danh sách', ['Họ và tên', 'Ngày sinh', 'Ngày vào Đảng'], [['Lê Văn A', '1980', '2005']]);
  const list = new File([new Uint8Array(sheet)], 'danh-sach.xlsx');
  const around = { ownMember: targets.own.member, freeAccount, list, today: rows[0].today as string };
  return { targets, ghost: newTarget(randomUUID()), marks: MARKS, people, around };
}

const person = (office: Office, at: Person['at'], ended: boolean): Person => ({
  office,
  at,
  ended,
  accountId: randomUUID(),
  sessionId: randomUUID(),
});

/** The person at a server, with the session that stands in the database. */
export async function visitorOf({ accountId, sessionId }: Pick<Person, 'accountId' | 'sessionId'>, address: string) {
  const token = await encode({ token: { sub: accountId, sessionId }, secret: process.env.NEXTAUTH_SECRET ?? '', maxAge: 3600 });
  const visitor = new Visitor(address);
  visitor.cookies.set('next-auth.session-token', token);
  return visitor;
}

async function plantUnit(db: pg.Client, { id, kind, under }: { id: string; kind: string; under: string }): Promise<void> {
  await db.query(
    `insert into units (id, code, kind, name, short_name, folded_name, sort_key, founded_on, parent_id, depth, committee_id, is_cell)
     select $1::uuid, left($1::text, 8), $2, 'Đơn vị ' || left($1::text, 4), 'Đơn vị ' || left($1::text, 4), 'don vi', 'don vi', '2025-07-01', p.id, p.depth + 1,
       case p.depth when 0 then $1::uuid else p.committee_id end, $2 in ('G2', 'C') from units p where p.id = $3`,
    [id, kind, under],
  );
  await db.query(
    "insert into unit_placements (id, unit_id, parent_id, kind, name, valid_from) values (gen_random_uuid(), $1, $3, $2, 'Đơn vị', '2025-07-01')",
    [id, kind, under],
  );
  await db.query(
    'insert into unit_tree (ancestor_id, unit_id, depth) select ancestor_id, $1::uuid, depth + 1 from unit_tree where unit_id = $2 union all select $1::uuid, $1::uuid, 0',
    [id, under],
  );
}

const newTarget = (unit: string): Target => ({
  unit,
  member: randomUUID(),
  cadre: randomUUID(),
  post: randomUUID(),
  appointment: randomUUID(),
  pause: randomUUID(),
  procedure: randomUUID(),
  candidate: randomUUID(),
  event: randomUUID(),
  draft: randomUUID(),
  submitted: randomUUID(),
  import: randomUUID(),
  account: randomUUID(),
  held: randomUUID(),
  session: randomUUID(),
  rotation: randomUUID(),
  stay: randomUUID(),
  rotationPlan: randomUUID(),
  planLine: randomUUID(),
  ratingGroup: randomUUID(),
  rating: randomUUID(),
  trainingClass: randomUUID(),
  turn: randomUUID(),
  staffingChange: randomUUID(),
  freePost: randomUUID(),
  campaign: randomUUID(),
  list: randomUUID(),
  name: randomUUID(),
});

async function plantRecords(db: pg.Client, unit: string, mark: string): Promise<Target> {
  const target = newTarget(unit);
  const { rows } = await db.query('select committee_id from units where id = $1', [unit]);
  const here = `'${unit}', '${rows[0].committee_id}'`;
  await db.query(`
    insert into members (id, cell_id, committee_id, status, full_name, sort_key, female, born, joined, official, note)
      values ('${target.member}', ${here}, 'official', '${mark} Văn An', 'an', false, '1970-05-01', '2001-01-01', '2002-01-01', '${mark}');
    insert into member_sensitive (member_id, cell_id, committee_id, health) values ('${target.member}', ${here}, '${mark}');
    insert into member_name_parts (member_id, part, cell_id, committee_id) values ('${target.member}', 'an', ${here});
    insert into member_events (id, member_id, cell_id, committee_id, kind, effective_on, reason)
      values (gen_random_uuid(), '${target.member}', ${here}, 'registered', '2025-08-01', '${mark}'),
        ('${target.event}', '${target.member}', ${here}, 'discipline', '2025-09-01', '${mark}');
    insert into unit_officers (id, unit_id, full_name, role, held_from) values (gen_random_uuid(), '${unit}', '${mark} Thị Bí', 'secretary', '2025-08-01');
    insert into meetings (id, cell_id, committee_id, kind, month, held_on, place, conclusion, draft, agenda)
      values ('${target.draft}', ${here}, 'extraordinary', '2026-02-01', '2026-02-03', '${mark}', '${mark}', '{"place": "${mark}"}', '[]');
    insert into meetings (id, cell_id, committee_id, kind, month, held_on, starts_at, ends_at, place, chair_name, secretary_name, conclusion, due, present, members_total, officials_total, officials_present, submitted_at)
      values ('${target.submitted}', ${here}, 'extraordinary', '2026-03-01', '2026-03-03', '19:00', '21:00', '${mark}', '${mark} Văn An', '${mark} Văn An', '${mark}', 1, 1, 1, 1, 1, now());
    insert into attendance (meeting_id, member_id, month, cell_id, committee_id, code, official) values ('${target.submitted}', '${target.member}', '2026-03-01', ${here}, 'present', true);
    insert into resolutions (id, meeting_id, cell_id, committee_id, position, kind, text, base, in_favour, against, other, passed)
      values (gen_random_uuid(), '${target.submitted}', ${here}, 0, 'ordinary', '${mark}', 1, 1, 0, 0, true);
    insert into opinions (id, meeting_id, cell_id, position, speaker_name, text) values (gen_random_uuid(), '${target.submitted}', '${unit}', 0, '${mark}', '${mark}');
    insert into assignments (id, meeting_id, cell_id, committee_id, position, text, member_name) values (gen_random_uuid(), '${target.submitted}', ${here}, 0, '${mark}', '${mark}');
    insert into imports (id, unit_id, file_name, sheet_name, header_rows, headers, mapping, row_count, uploaded_by)
      values ('${target.import}', '${unit}', '${mark}.xlsx', 'S', '{1}', '{Họ và tên,Ngày sinh,Ngày vào Đảng}', '["fullName", "born", "joined"]', 2, gen_random_uuid());
    insert into import_rows (import_id, row_number, unit_id, cells, state, "values") values
      ('${target.import}', 2, '${unit}', '["${mark}", "1980", "2005"]', 'wrong', '{}'), ('${target.import}', 3, '${unit}', '["${mark}", "1980", "2005"]', 'decide', '{"choices": ["add"]}');
    insert into briefings (id, unit_id, period, frozen_at) values (gen_random_uuid(), '${unit}', '2025-Q4', now());`);
  await plantCadre(db, target, mark);
  await plantPersonnel(db, target, mark);
  await plantPlanning(db, target, mark);
  await plantRotations(db, target, mark);
  await plantProcedure(db, target, mark);
  const { account: accountId, session: sessionId, held } = target;
  await plantAccount(db, {
    accountId,
    sessionId,
    name: `${mark} Quản`,
    office: 'cell_committee_member',
    unit,
    ended: false,
    held,
  });
  return target;
}

/** The member as a cadre whom the unit manages, who holds a title of the unit; and a pause there. */
async function plantCadre(db: pg.Client, { unit, member, cadre, post, appointment, pause }: Target, mark: string): Promise<void> {
  await db.query(
    `insert into posts (id, code, title, sort_key, unit_id, managing_unit_id, system, level, tier, rank, elected, grade, seats, standards, valid_from)
     values ($1::uuid, left($1::text, 8), $3, 'chanh van phong', $2, $2, 'party', 'commune', 'committee', 'head', false, 50, 1, $4, '2025-07-01')`,
    [post, unit, `${mark} Chánh Văn phòng`, Standards.parse({})],
  );
  await db.query(
    `insert into cadres (id, member_id, managing_unit_id, tier, full_name, sort_key, female, born, home_place)
     select $1, id, $2, 'committee', full_name, sort_key, female, born, $3 from members where id = $4`,
    [cadre, unit, mark, member],
  );
  await db.query(
    `insert into appointments (id, cadre_id, managing_unit_id, post_id, seat, unit_id, title, kind, from_on, term_ends_on)
     values ($1, $2, $3, $4, 1, $3, $5, 'appointed', '2025-08-01', '2030-07-31')`,
    [appointment, cadre, unit, post, `${mark} Chánh Văn phòng`],
  );
  await db.query(
    "insert into appointment_events (id, appointment_id, kind, effective_on, term_ends_on, reason) values (gen_random_uuid(), $1, 'begun', '2025-08-01', '2030-07-31', $2)",
    [appointment, mark],
  );
  await db.query("insert into personnel_pauses (id, unit_id, from_on, reason) values ($1, $2, '2026-01-01', 'Sắp xếp tổ chức')", [
    pause,
    unit,
  ]);
}

/** A draft rating, a class with one learner and a line of staffing. */
async function plantPersonnel(db: pg.Client, target: Target, mark: string): Promise<void> {
  const { unit, member, ratingGroup, rating, trainingClass, turn, staffingChange } = target;
  await db.query(`
    insert into rating_groups (id, unit_id, subject, year, quarter, name) values ('${ratingGroup}', '${unit}', 'collective', 2024, 0, '${mark}');
    insert into ratings (id, group_id, rated_unit_id, managing_unit_id, year, quarter, violation) values ('${rating}', '${ratingGroup}', '${unit}', '${unit}', 2024, 0, '${mark}');
    insert into training_classes (id, unit_id, kind, name, from_on, to_on, planned) values ('${trainingClass}', '${unit}', 'update', 'Cập nhật kiến thức', '2026-03-02', '2026-03-06', 9);
    insert into training_turns (id, class_id, unit_id, committee_id, member_id, result)
      select '${turn}', '${trainingClass}', '${unit}', committee_id, id, 'passed' from members where id = '${member}';
    insert into staffing_changes (id, unit_id, kind, reason, persons, effective_on) values ('${staffingChange}', '${unit}', 'officials', 'retired', 1, '2026-02-01');`);
}

/** A procedure for another title that has come to its end but for the decision. */
async function plantProcedure(db: pg.Client, target: Target, mark: string): Promise<void> {
  const { unit, post, cadre, procedure, candidate } = target;
  const [wanted, vote] = [randomUUID(), randomUUID()];
  await db.query(`
    insert into posts (id, code, title, sort_key, unit_id, managing_unit_id, system, level, tier, rank, elected, grade, seats, standards, valid_from)
      select '${wanted}', '${wanted.slice(0, 8)}', '${mark} Trưởng ban', 'truong ban', unit_id, managing_unit_id, system, level, tier, rank, elected, 58, 1, standards, valid_from
      from posts where id = '${post}';
    insert into procedures (id, post_id, unit_id, managing_unit_id, source, reason, opened_on, policy_asked_on, policy_answered_on, policy_approved)
      values ('${procedure}', '${wanted}', '${unit}', '${unit}', 'outside', '${mark}', '2026-01-05', '2026-01-05', '2026-01-12', true);
    insert into procedure_candidates (id, procedure_id, managing_unit_id, cadre_id, full_name, sort_key, present_title)
      values ('${candidate}', '${procedure}', '${unit}', '${cadre}', '${mark} Văn An', 'an', '${mark} Chánh Văn phòng');
    insert into procedure_steps (id, procedure_id, managing_unit_id, number, sitting, held_on, place, summoned, present, issued, collected, valid, outcome, onward)
      values (gen_random_uuid(), '${procedure}', '${unit}', 1, 1, '2026-01-14', '${mark}', 5, 5, 0, 0, 0, 'held', array['${candidate}'::uuid]),
        ('${vote}', '${procedure}', '${unit}', 2, 1, '2026-01-16', '${mark}', 9, 9, 9, 9, 9, 'passed', array['${candidate}'::uuid]),
        (gen_random_uuid(), '${procedure}', '${unit}', 3, 1, '2026-01-20', '${mark}', 0, 0, 0, 0, 0, 'held', array['${candidate}'::uuid]);
    insert into procedure_votes (step_id, candidate_id, managing_unit_id, procedure_id, votes) values ('${vote}', '${candidate}', '${unit}', '${procedure}', 8);
    insert into procedure_papers (candidate_id, procedure_id, managing_unit_id, key, issued_on) values ('${candidate}', '${procedure}', '${unit}', 'health', '2026-01-02');`);
}

type Planted = {
  accountId: string;
  sessionId: string;
  name: string;
  office?: string;
  unit: string;
  ended: boolean;
  held?: string;
};

async function plantAccount(db: pg.Client, given: Planted): Promise<void> {
  const { accountId, sessionId, name, office, unit, ended, held = randomUUID() } = given;
  await db.query(
    "insert into accounts (id, username, full_name, password_hash, must_change_password) values ($1::uuid, 'u' || $1::text, $2, 'x', false)",
    [accountId, name],
  );
  await db.query("insert into sessions (id, account_id, expires_at) values ($1, $2, now() + interval '1 hour')", [
    sessionId,
    accountId,
  ]);
  if (office)
    await db.query(
      "insert into offices_held (id, account_id, office, unit_id, held_from, held_to) values ($1, $2, $3, $4, '2025-08-01', case when $5 then today_vn() end)",
      [held, accountId, office, unit, ended],
    );
}
