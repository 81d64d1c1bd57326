import type { EndKind } from '@/domain/appointments/kinds';
import { addDays, addMonths, earliest } from '@/domain/calendar';
import { higherTier } from '@/domain/posts/kinds';
import { postSortKey } from '@/domain/posts/sort-key';
import { Standards } from '@/domain/posts/standards';
import { fileRows } from './demo-cadre-files';
import { formerHolders } from './demo-former';
import { type Person, sortKeyOf } from './demo-people';
import {
  communeTitles,
  DEPARTMENTS,
  departmentTitles,
  districtTitles,
  PARTY_BODIES,
  PROVINCE_TITLES,
  partyBodyTitles,
  type TitlePlan,
} from './demo-titles';
import type { DemoUnits } from './demo-units';
import { type Random, randomFrom } from './random';

type Row = Record<string, unknown>;
type Unit = { id: string; name: string };
export type SeedPost = TitlePlan & {
  id: string;
  unitId: string;
  managingUnitId: string;
  validFrom: string;
  validTo: string | null;
};
export type SeedHolding = {
  id: string;
  post: SeedPost;
  seat: number;
  person: Person;
  fromOn: string;
  endedOn: string | null;
  endKind?: EndKind;
};
export type SeedCadre = { id: string; person: Person; holdings: SeedHolding[]; post: SeedPost };

/** Communes and agency committees began on 1 July 2025; the departments went on. */
const REFORM = '2025-07-01';
const ELECTED_TERM = '2025-2030';
/** The congress of the province, which set the number of its committee. */
const CONGRESS = '2025-09-25';
/** xã Đông Sơn is still being set up: its own titles came into the catalogue this autumn. */
const LATE_COMMUNE = { name: 'xã Đông Sơn', validFrom: '2026-10-01' };

/** The titles of the province, who holds them and held titles of the districts before, and the files of those people. */
export function demoCadres(units: DemoUnits, people: readonly Person[], today: string, officer: string) {
  const random = randomFrom(20_250_701);
  const posts = demoPosts(random, units);
  const pool = people.filter((person) => !person.left && person.official && eligibleAge(person, today));
  const cadres = appointed(random, posts, pool, units, today);
  const manager = new Map(cadres.map((cadre) => [cadre.id, managed(cadre).managingUnitId]));
  const files = Object.entries(fileRows(random, cadres, today, officer)).map(([table, lines]) => [
    table,
    lines.map((line) => ({ ...line, managing_unit_id: manager.get(String(line.cadre_id)) })),
  ]);
  const rows = {
    ...rowsOf(random, posts, cadres, officer),
    ...Object.fromEntries(files),
    personnel_pauses: [pause(random, units, officer)],
  };
  return { cadres, posts, rows };
}

/** Personnel work stood still while the districts were ended. */
const pause = (random: Random, { province }: DemoUnits, officer: string): Row => ({
  id: random.id('2025-03-15'),
  unit_id: province.id,
  from_on: '2025-03-15',
  to_on: '2025-06-30',
  reason: 'Sắp xếp đơn vị hành chính, kết thúc hoạt động của cấp huyện',
  exceptions: 'Kiện toàn chức danh cấp trưởng còn khuyết, theo chỉ đạo của Ban Thường vụ Tỉnh ủy',
  decision_number: '312-CV/TU',
  version: 1,
  entered_by: officer,
  entered_at: '2025-03-14T09:00:00+07:00',
});

const eligibleAge = ({ birthYear, female }: Person, today: string) => {
  const age = Number(today.slice(0, 4)) - birthYear;
  return age >= 29 && age <= (female ? 57 : 60);
};

function demoPosts(random: Random, units: DemoUnits): SeedPost[] {
  const { province } = units;
  const named = (name: string) => units.committees.find((unit) => unit.name === name) as Unit;
  const party = named('Đảng bộ các cơ quan Đảng tỉnh');
  const state = named('Đảng bộ Ủy ban nhân dân tỉnh');
  const place = (plans: readonly TitlePlan[], unit: Unit, below: Unit, validFrom: string, validTo: string | null = null) =>
    plans.map((plan) => ({
      ...plan,
      id: random.id(validFrom < '1970-01-02' ? '1970-01-02' : validFrom),
      unitId: unit.id,
      managingUnitId: plan.tier === 'committee' ? below.id : province.id,
      validFrom,
      validTo,
    }));
  const communes = units.committees.filter(({ name }) => /^Đảng bộ (xã|phường) /.test(name));
  const districts = units.rows.units.filter(({ kind, name }) => kind === 'H' && !String(name).includes('Khối'));
  return [
    ...PROVINCE_TITLES.flatMap((plan) => place([plan], province, province, plan.body ? CONGRESS : '2020-10-15')),
    ...PARTY_BODIES.flatMap((body) => place(partyBodyTitles(body), party, party, '2020-10-15')),
    ...DEPARTMENTS.flatMap((name, at) => place(departmentTitles(name, at), state, state, '2020-10-15')),
    ...communes.flatMap((unit, at) => {
      const where = unit.name.replace('Đảng bộ ', '');
      return communeTitles(where, `X${at + 1}`).flatMap((plan) =>
        place([plan], unit, unit, where === LATE_COMMUNE.name && plan.tier === 'committee' ? LATE_COMMUNE.validFrom : REFORM),
      );
    }),
    ...districts.flatMap((unit, at) => {
      const former = { id: String(unit.id), name: String(unit.name) };
      return place(
        districtTitles(former.name.replace('Đảng bộ ', ''), `H${at + 1}`),
        former,
        province,
        '2015-08-01',
        addDays(REFORM, -1),
      );
    }),
  ];
}

/** Fills the seats from the highest title down: older and more learned people first, some seats stay empty. */
function appointed(random: Random, posts: SeedPost[], pool: Person[], units: DemoUnits, today: string): SeedCadre[] {
  const free = new Set(pool);
  const cadres = new Map<Person, SeedCadre>();
  const living = posts.filter(({ validTo, body }) => !validTo && !body).toSorted((a, b) => b.grade - a.grade);
  for (const post of living)
    for (let seat = 1; seat <= post.seats; seat += 1) {
      if (post.grade < 95 && random.chance(0.07)) continue;
      const person = choose(random, free, post, units);
      if (!person) continue;
      free.delete(person);
      const holding = { id: random.id(REFORM), post, seat, person, fromOn: beginning(random, post, today), endedOn: null };
      cadres.set(person, { id: random.id(REFORM), person, holdings: [holding], post });
    }
  const all = [...cadres.values()];
  districtPast(random, posts, all);
  formerHolders(posts, all);
  bodySeats(random, posts, all);
  return all;
}

const LEARNED = new Set(['Đại học', 'Thạc sĩ']);
function choose(random: Random, free: ReadonlySet<Person>, post: SeedPost, units: DemoUnits): Person | null {
  const commune = post.level === 'commune';
  const dongSon = units.committees.find(({ id }) => id === post.unitId)?.name === 'Đảng bộ xã Đông Sơn';
  if (dongSon && post.tier === 'committee') return null;
  const here = [...free].filter(
    ({ cell, row }) =>
      LEARNED.has(String(row.professional_level)) &&
      (commune && !dongSon ? cell.committeeId === post.unitId : cell.style !== 'company'),
  );
  const wanted = post.grade >= 70 ? here.filter(({ birthYear }) => birthYear <= 1984) : here;
  const list = wanted.length ? wanted : here;
  return list.length ? random.pick(list) : null;
}

function beginning(random: Random, post: SeedPost, today: string): string {
  if (post.level === 'commune') return REFORM;
  if (post.elected) return CONGRESS;
  // Some terms run out this winter, a few have run out unnoticed.
  return addDays(addMonths(today, -random.int(2, 61)), -random.int(0, 27));
}

/** Who led a district until it ended, and leads elsewhere now. */
function districtPast(random: Random, posts: readonly SeedPost[], cadres: readonly SeedCadre[]): void {
  const free = new Set(cadres.filter(({ post }) => post.grade >= 58 && post.grade <= 88 && post.level !== 'district'));
  for (const post of posts.filter(({ validTo }) => validTo))
    for (let seat = 1; seat <= post.seats; seat += 1) {
      const cadre = random.pick([...free]);
      free.delete(cadre);
      const fromOn = addDays('2020-08-10', random.int(0, 900));
      cadre.holdings.unshift({ id: random.id(fromOn), post, seat, person: cadre.person, fromOn, endedOn: REFORM });
      for (const now of cadre.holdings) if (!now.endedOn && now.fromOn < REFORM) now.fromOn = REFORM;
    }
}

/** Seats in the committees beside the titles held. */
function bodySeats(random: Random, posts: readonly SeedPost[], cadres: readonly SeedCadre[]): void {
  for (const post of posts.filter(({ body }) => body)) {
    const here = cadres
      .filter((cadre) =>
        post.level === 'province' ? cadre.post.grade >= (post.grade >= 85 ? 80 : 65) : cadre.post.unitId === post.unitId,
      )
      .toSorted((a, b) => b.post.grade - a.post.grade);
    for (const [at, cadre] of here.slice(0, post.seats - (post.seats > 9 ? 2 : 0)).entries())
      cadre.holdings.push({
        id: random.id(REFORM),
        post,
        seat: at + 1,
        person: cadre.person,
        fromOn: post.validFrom,
        endedOn: null,
      });
  }
}

/** Of the titles held now the highest decides who manages the person. */
function managed({ holdings, post }: SeedCadre): SeedPost {
  const now = holdings.filter(({ endedOn }) => !endedOn).map((holding) => holding.post);
  const tier = now.reduce((highest, each) => higherTier(highest, each.tier), post.tier);
  return now.find((each) => each.tier === tier) ?? post;
}

function rowsOf(random: Random, posts: readonly SeedPost[], cadres: readonly SeedCadre[], officer: string) {
  const by = { entered_by: officer };
  const appointments: Row[] = [];
  const events: Row[] = [];
  for (const cadre of cadres)
    for (const holding of cadre.holdings) {
      const { id, post, seat, fromOn, endedOn, endKind } = holding;
      const term = post.body || post.elected ? null : addDays(addMonths(fromOn, 60), -1);
      const kind = post.level === 'commune' ? 'designated' : post.elected ? 'elected' : 'appointed';
      const number = `${random.int(101, 1890)}-QĐ/${post.tier === 'committee' ? 'ĐU' : 'TU'}`;
      const event = {
        appointment_id: id,
        term_ends_on: null,
        end_kind: null,
        procedure_id: null,
        rotation_id: null,
        issuer: post.tier === 'committee' ? 'Ban Thường vụ Đảng ủy' : 'Ban Thường vụ Tỉnh ủy',
        reason: post.elected ? `Nhiệm kỳ ${ELECTED_TERM}` : null,
        ...by,
      };
      appointments.push({
        id,
        cadre_id: cadre.id,
        managing_unit_id: managed(cadre).managingUnitId,
        post_id: post.id,
        seat,
        unit_id: post.unitId,
        title: post.title,
        kind,
        concurrent: Boolean(post.body),
        from_on: fromOn,
        term_ends_on: term,
        ended_on: endedOn,
        end_kind: endedOn ? (endKind ?? 'post_ended') : null,
        reversed: false,
        version: 1,
      });
      const signed = addDays(fromOn, -random.int(1, 9));
      const base = { ...event, decision_number: number, decision_date: signed, signer: 'Nông Văn Hiệp' };
      events.push({
        ...base,
        id: random.id(fromOn),
        kind: 'begun',
        effective_on: fromOn,
        term_ends_on: term,
        entered_at: at(fromOn),
      });
      if (endedOn)
        events.push({
          ...base,
          id: random.id(endedOn),
          kind: 'ended',
          end_kind: endKind ?? 'post_ended',
          effective_on: endedOn,
          ...(endKind ? movedOn(random, endedOn) : DISTRICTS_ENDED),
          entered_at: at(endedOn),
        });
    }
  return {
    posts: posts.map(postRow),
    post_versions: posts.map(versionRow(random, officer)),
    cadres: cadres.map(cadreRow(officer)),
    appointments,
    appointment_events: events,
  };
}

const DISTRICTS_ENDED = {
  decision_number: '820-QĐ/TU',
  decision_date: '2025-06-28',
  reason: 'Kết thúc hoạt động của cấp huyện',
};
const movedOn = (random: Random, endedOn: string) => ({
  decision_number: `${random.int(101, 1890)}-QĐ/TU`,
  decision_date: addDays(endedOn, -random.int(1, 9)),
  reason: null,
});

const at = (day: string) => `${day}T15:00:00+07:00`;

const catalogue = (post: SeedPost) => ({
  code: post.code,
  title: post.title,
  system: post.system,
  level: post.level,
  tier: post.tier,
  rank: post.rank,
  elected: Boolean(post.elected),
  body: Boolean(post.body),
  grade: post.grade,
  seats: post.seats,
  allowance: post.allowance.replace(',', '.'),
  outsider: Boolean(post.outsider),
  standards: Standards.parse(post.needs),
});
const postRow = (post: SeedPost): Row => ({
  id: post.id,
  ...catalogue(post),
  sort_key: postSortKey(post.grade, post.title),
  unit_id: post.unitId,
  managing_unit_id: post.managingUnitId,
  valid_from: post.validFrom,
  valid_to: post.validTo,
  version: 1,
  updated_at: at(post.validFrom),
});
const versionRow = (random: Random, officer: string) => (post: SeedPost) => ({
  id: random.id(post.validFrom),
  post_id: post.id,
  valid_from: post.validFrom,
  snapshot: catalogue(post),
  decision_number: post.level === 'commune' ? '2170-QĐ/TU' : '105-QĐ/TU',
  decision_date: post.validFrom,
  issuer: 'Ban Thường vụ Tỉnh ủy',
  reason: 'Danh mục chức danh theo phân cấp quản lý cán bộ',
  entered_by: officer,
  entered_at: at(post.validFrom),
});

const THEORY: Record<string, string> = { 'Sơ cấp': 'basic', 'Trung cấp': 'middle', 'Cao cấp': 'advanced' };
const cadreRow = (officer: string) => (cadre: SeedCadre) => {
  const { person, holdings, post } = cadre;
  const { managingUnitId, tier } = managed(cadre);
  const began = holdings.map(({ fromOn }) => fromOn).toSorted()[0] ?? REFORM;
  const high = post.grade >= 65;
  return {
    id: cadre.id,
    member_id: person.id,
    managing_unit_id: managingUnitId,
    tier,
    full_name: person.fullName,
    sort_key: sortKeyOf(person),
    female: person.female,
    born: person.born,
    home_place: person.row.home_place,
    minority: person.ethnicity !== 'Kinh',
    serving: true,
    theory: high && person.birthYear % 7 ? 'advanced' : (THEORY[String(person.row.political_theory)] ?? 'middle'),
    professional: person.row.professional_level === 'Thạc sĩ' ? 'master' : 'university',
    specialty: SPECIALTIES[person.birthYear % SPECIALTIES.length],
    administration: high ? 'principal' : 'specialist',
    defence: person.birthYear % 5 ? (high ? 2 : 3) : null,
    language: 'Tiếng Anh B1',
    informatics: 'Ứng dụng công nghệ thông tin cơ bản',
    recruited_on: String(person.birthYear + 23),
    recruited_by: 'Ủy ban nhân dân huyện',
    main_work: post.title,
    civil_rank: high ? 'Chuyên viên chính (01.002)' : 'Chuyên viên (01.003)',
    civil_step: String((person.birthYear % 8) + 1),
    file_number: `CB-${String((Number(earliest(person.born).slice(2, 4)) * 97 + person.cell.meetingDay) % 9000).padStart(4, '0')}`,
    health_checked_on: addDays('2026-11-20', -((person.birthYear * 37) % 330)),
    resume_certified_on: addDays('2026-11-20', -((person.birthYear * 53) % 400)),
    retirement_rule: 'normal',
    version: 1,
    updated_by: officer,
    updated_at: at(began),
  };
};
const SPECIALTIES = [
  'Luật',
  'Kinh tế',
  'Hành chính',
  'Quản lý đất đai',
  'Xây dựng Đảng',
  'Nông nghiệp',
  'Sư phạm',
  'Công tác xã hội',
  'Tài chính – Kế toán',
];
