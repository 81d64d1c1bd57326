import type { Level, Subject } from '@/domain/ratings/words';
import type { SeedCadre } from './demo-cadres';
import type { DemoUnits } from './demo-units';
import { groupBy } from './group-by';
import { type Random, randomFrom } from './random';

type Row = Record<string, unknown>;
/** Who entered them: the officer proposes, the head decides; own: by the name of a committee, its officer. */
type Makers = { officer: string; head: string; today: string; own: ReadonlyMap<string, string> };
type Rated = {
  cadreId: string | null;
  unitId: string | null;
  managingUnitId: string;
  title: string | null;
  leadsUnitId: string | null;
};
type Term = { year: number; quarter: number };
type Draft = {
  unitId: string;
  subject: Subject;
  name: string;
  issuer: string;
  term: Term;
  rated: Rated[];
  failed?: ReadonlySet<string>;
};
type Out = { rating_groups: Row[]; ratings: Row[]; rating_decisions: Row[] };

/**
 * Three years of decided ratings of every cadre and committee, within the ceiling of each group; the last finished quarter of this year as a
 * draft, one "xuất sắc" too many. managers: each cadre's managing unit.
 */
export function demoRatings(
  units: DemoUnits,
  cadres: readonly SeedCadre[],
  managers: ReadonlyMap<string, string>,
  by: Makers,
): Out {
  const random = randomFrom(20_251_231);
  const out: Out = { rating_groups: [], ratings: [], rating_decisions: [] };
  const thisYear = Number(by.today.slice(0, 4));
  const weak = new Set(
    cadres
      .filter(({ post }) => post.level === 'commune' && post.rank === 'deputy' && post.tier === 'province')
      .slice(4, 5)
      .map(({ id }) => id),
  );
  for (const year of [thisYear - 3, thisYear - 2, thisYear - 1]) {
    const term = { year, quarter: 0 };
    for (const group of [...collectives(units, term), ...people(units, cadres, managers, term)])
      decided(random, out, { ...group, failed: year > thisYear - 3 ? weak : undefined }, by);
  }
  const quarter = Math.floor((Number(by.today.slice(5, 7)) - 1) / 3);
  if (quarter > 0)
    for (const group of [
      ...collectives(units, { year: thisYear, quarter }),
      ...heads(units, cadres, managers, { year: thisYear, quarter }),
    ])
      drafted(random, out, group, by);
  ownWords(units, out, by);
  return out;
}

const PROVINCE = 'Ban Thường vụ Tỉnh ủy';
const SIGNERS = ['Hoàng Đức Toàn', 'Lường Văn Ánh', 'Nguyễn Thị Thu Hà', 'Giàng A Chống', 'Trần Quốc Việt'];
const LIKE: readonly [name: string, is: RegExp][] = [
  ['Đảng ủy các xã', /^Đảng bộ xã /],
  ['Đảng ủy các phường', /^Đảng bộ phường /],
  ['Đảng ủy các cơ quan, lực lượng vũ trang', /^Đảng bộ (?!xã |phường )/],
];

/** Committees that stood on the term's last day, by their like. */
function collectives({ province, committees }: DemoUnits, term: Term): Draft[] {
  return LIKE.map(([name, is]) => ({
    ...{ unitId: province.id, subject: 'collective' as const, name, issuer: PROVINCE, term },
    rated: committees
      .filter((unit) => is.test(unit.name) && unit.foundedOn <= `${term.year}-12-31`)
      .map(({ id }) => ({ cadreId: null, unitId: id, managingUnitId: province.id, title: null, leadsUnitId: null })),
  }));
}

const NAMES: Record<string, string> = {
  'province:head': 'Cấp trưởng các ban, sở, ngành, đoàn thể tỉnh',
  'province:deputy': 'Cấp phó các ban, sở, ngành, đoàn thể tỉnh',
  'province:member': 'Ủy viên chuyên trách cấp tỉnh',
  'commune:head': 'Người đứng đầu cấp ủy, chính quyền cấp xã',
  'commune:deputy': 'Cấp phó cấp ủy, chính quyền cấp xã',
};

function people(units: DemoUnits, cadres: readonly SeedCadre[], managers: ReadonlyMap<string, string>, term: Term): Draft[] {
  const managerOf = ({ id }: SeedCadre) => managers.get(id) ?? units.province.id;
  const keyOf = (cadre: SeedCadre) => {
    const here = managerOf(cadre) === units.province.id;
    const like = here
      ? NAMES[`${cadre.post.level}:${cadre.post.rank}`]
      : cadre.post.rank === 'head'
        ? 'Cấp trưởng'
        : 'Cấp phó và tương đương';
    return `${here ? units.province.id : formerUnit(units, managerOf(cadre), term.year)}|${like ?? 'Cán bộ khác do Tỉnh ủy quản lý'}`;
  };
  return [...groupBy(cadres, keyOf)].map(([key, list]) => {
    const [unitId = '', name = ''] = key.split('|');
    return {
      ...{ unitId, subject: 'person' as const, name, term },
      issuer: unitId === units.province.id ? PROVINCE : 'Ban Thường vụ cấp ủy',
      rated: list.map((cadre) => ratedPerson(cadre, managerOf(cadre), term)),
    };
  });
}

/** Secretaries of the communes alone, for the quarter. */
const heads = (units: DemoUnits, cadres: readonly SeedCadre[], managers: ReadonlyMap<string, string>, term: Term): Draft[] => [
  {
    ...{ unitId: units.province.id, subject: 'person' as const, name: 'Bí thư Đảng ủy các xã, phường', issuer: PROVINCE, term },
    rated: cadres
      .filter(({ id, post }) => managers.get(id) === units.province.id && post.level === 'commune' && /^Bí thư/.test(post.title))
      .map((cadre) => ratedPerson(cadre, units.province.id, term)),
  },
];

function ratedPerson({ id, holdings }: SeedCadre, managingUnitId: string, { year }: Term): Rated {
  const end = `${year}-12-31`;
  const then = holdings.find(({ fromOn, endedOn, post }) => fromOn <= end && (!endedOn || endedOn > end) && !post.body);
  return {
    cadreId: id,
    unitId: null,
    managingUnitId,
    title: then?.post.title ?? null,
    leadsUnitId:
      then?.post.rank === 'head' && then.post.level === 'commune' && /^Bí thư/.test(then.post.title) ? then.post.unitId : null,
  };
}

/** Before the communes began, the district decided. */
function formerUnit({ rows }: DemoUnits, unitId: string, year: number): string {
  if (year >= 2025) return unitId;
  const link = rows.unit_change_links.find(({ successor_id }) => successor_id === unitId);
  return String(link?.predecessor_id ?? unitId);
}

const POINTS: Record<Level, [number, number]> = { outstanding: [180, 196], good: [142, 179], done: [104, 138], failed: [70, 96] };

/** As many at the top as the ceiling allows, one in ten merely done, the others good. */
function levelsFor(random: Random, { rated, failed }: Draft): Level[] {
  const levels = rated.map(({ cadreId }): Level => (cadreId && failed?.has(cadreId) ? 'failed' : 'good'));
  const good = levels.flatMap((level, at) => (level === 'good' ? [at] : []));
  const give = (level: Level, count: number) => {
    for (let left = count; left > 0; left -= 1) {
      const at = good.splice(random.int(0, good.length - 1), 1)[0];
      if (at !== undefined) levels[at] = level;
    }
  };
  give('done', Math.round(rated.length / 10));
  give('outstanding', Math.floor((good.length * 20) / 100));
  return levels;
}

function decided(random: Random, out: Out, draft: Draft, { officer, head }: Makers): void {
  if (!draft.rated.length) return;
  const { year } = draft.term;
  const day = `${year + 1}-01-${String(random.int(12, 28)).padStart(2, '0')}`;
  const paper = {
    decision_number: `${random.int(110, 980)}-QĐ/${draft.issuer === PROVINCE ? 'TU' : 'ĐU'}`,
    decision_date: day,
    issuer: draft.issuer,
    signer: draft.issuer === PROVINCE ? 'Nông Văn Hiệp' : (SIGNERS[year % SIGNERS.length] ?? null),
  };
  const at = `${day}T16:00:00+07:00`;
  const groupId = groupRow(random, out, draft, { ...paper, decided_at: at, decided_by: head, updated_at: at, updated_by: head });
  const levels = levelsFor(random, draft);
  for (const [index, rated] of draft.rated.entries()) {
    const level = levels[index] ?? 'good';
    const id = ratingRow(random, out, { groupId, term: draft.term, rated, level, by: officer, on: `${year}-12-15` }, level);
    out.rating_decisions.push({
      id: random.id(day),
      rating_id: id,
      level,
      ...paper,
      reason: null,
      entered_by: head,
      entered_at: at,
    });
  }
}

/** Everyone proposed, and one at the top beyond the ceiling; ownWords() takes one out again. */
function drafted(random: Random, out: Out, draft: Draft, { officer, today }: Makers): void {
  if (!draft.rated.length) return;
  const groupId = groupRow(random, out, draft, {
    ...{ decision_number: null, decision_date: null, issuer: null, signer: null, decided_at: null, decided_by: null },
    updated_at: `${today}T09:00:00+07:00`,
    updated_by: officer,
  });
  const levels = levelsFor(random, draft);
  const more = levels.indexOf('good');
  if (more >= 0) levels[more] = 'outstanding';
  for (const [index, rated] of draft.rated.entries()) {
    const level = levels[index] ?? 'good';
    ratingRow(random, out, { groupId, term: draft.term, rated, level, by: officer, on: today }, null);
  }
}

const SAID = `Đã xong toàn bộ việc được giao trong quý, đúng hạn và bảo đảm chất lượng; phát triển 9 đảng viên mới, vượt 2 so với kế hoạch.
Còn một chi bộ nộp biên bản sinh hoạt tháng chậm hai ngày; đã kiểm điểm, tháng sau nộp đúng hạn.`;

/** In the open quarter one committee wrote its own rating, another has not yet and so is not proposed either. */
function ownWords({ committees }: DemoUnits, { ratings }: Out, { own, today }: Makers): void {
  const open = (name: string) => {
    const unit = committees.find((each) => each.name === name);
    return ratings.find((row) => unit && row.rated_unit_id === unit.id && row.level === null);
  };
  const written = open('Đảng bộ phường Trần Phú');
  const by = own.get('Đảng bộ phường Trần Phú');
  if (written && by)
    Object.assign(written, {
      ...{ self_points: written.points, self_reason: SAID, self_by: by, self_at: `${today}T08:30:00+07:00`, self_version: 2 },
    });
  const missing = open('Đảng bộ xã Đông Sơn');
  if (missing) {
    const nothing = ['points', 'assigned', 'done', 'on_time', 'above', 'self_level', 'self_on'];
    const proposal = ['proposed_level', 'proposed_reason', 'proposed_by', 'proposed_at'];
    for (const column of [...nothing, ...proposal]) missing[column] = null;
  }
}

function groupRow(random: Random, out: Out, { unitId, subject, name, term }: Draft, more: Row): string {
  const id = random.id(`${term.year}-12-01`);
  out.rating_groups.push({
    id,
    unit_id: unitId,
    subject,
    ...term,
    name,
    prominent: false,
    over_reason: null,
    version: 1,
    ...more,
  });
  return id;
}

type Line = { groupId: string; term: Term; rated: Rated; level: Level; by: string; on: string };

function ratingRow(random: Random, out: Out, { groupId, term, rated, level, by, on }: Line, finalLevel: Level | null): string {
  const id = random.id(`${term.year}-12-01`);
  const [low, high] = POINTS[level];
  const assigned = random.int(8, 22);
  const done = level === 'failed' ? assigned - 2 : assigned;
  out.ratings.push({
    id,
    group_id: groupId,
    cadre_id: rated.cadreId,
    rated_unit_id: rated.unitId,
    managing_unit_id: rated.managingUnitId,
    ...term,
    title: rated.title,
    leads_unit_id: rated.leadsUnitId,
    points: random.int(low, high) / 2,
    assigned,
    done,
    on_time: level === 'done' ? assigned - 1 : level === 'failed' ? done - 3 : assigned,
    above: level === 'outstanding' ? random.int(30, 45) : random.int(0, 20),
    disciplined: rated.unitId ? 0 : null,
    violation: null,
    self_level: level === 'done' ? 'good' : level === 'failed' ? 'done' : level,
    self_on: on,
    proposed_level: level,
    proposed_reason: rated.leadsUnitId && level === 'outstanding' ? 'Trực tiếp chỉ đạo hoàn thành sớm nhiệm vụ trọng tâm' : null,
    proposed_by: by,
    proposed_at: `${on}T10:00:00+07:00`,
    level: finalLevel,
    ...{ self_points: null, self_reason: null, self_by: null, self_at: null, self_version: 1 },
    version: 1,
    updated_by: by,
    updated_at: `${on}T10:00:00+07:00`,
  });
  return id;
}
