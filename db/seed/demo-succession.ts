import { retirementOf } from '@/domain/cadres/retirement';
import { addDays, addMonths, type IsoDate } from '@/domain/calendar';
import { defaultRules } from '@/domain/rule-sets';
import type { SeedCadre, SeedPost } from './demo-cadres';
import { type Random, randomFrom } from './random';

type Row = Record<string, unknown>;
type People = { officer: string; head: string; communeOfficer: string; communeLeader: string };
type Asked = {
  cadres: readonly SeedCadre[];
  posts: readonly SeedPost[];
  provinceId: string;
  wardId: string;
  today: IsoDate;
  people: People;
};
type Entry = Row & { id: string; cadre: SeedCadre; post: SeedPost };
type List = Row & { id: string; unit_id: string; managing_unit_id: string };

const RULES = defaultRules();
const MOST = 3;

/**
 * Two rounds for the Party term after the next congress: one built and approved last spring, and this year's review, under way. Names for every
 * title that the province manages, and for those of two communes; the other communes have not begun.
 */
export function demoSuccession(asked: Asked) {
  const random = randomFrom(20_300_615);
  const year = Number(asked.today.slice(0, 4));
  const term = { term_kind: 'party', term_from: '2030-06-15', term_to: '2035-06-15' };
  const living = asked.posts.filter(({ validTo }) => !validTo);
  const built = campaignRow(random, asked, {
    ...{ name: `Xây dựng quy hoạch cấp ủy, lãnh đạo, quản lý nhiệm kỳ 2030–2035`, kind: 'new', openedOn: `${year}-02-16` },
    ...{ document: `Kế hoạch 31-KH/BTCTU ngày 12/02/${year}`, closedOn: `${year}-06-30` },
    ...term,
  });
  const review = campaignRow(random, asked, {
    ...{ name: `Rà soát, bổ sung quy hoạch năm ${year}`, kind: 'review', openedOn: addDays(asked.today, -38) },
    ...{ document: `Kế hoạch 58-KH/BTCTU`, closedOn: null },
    ...term,
  });
  const second = living.find(
    ({ managingUnitId }) => managingUnitId !== asked.wardId && plannedHere(asked, managingUnitId),
  )?.managingUnitId;
  const chosen = new Set([asked.provinceId, asked.wardId, second]);
  const inBuilt = listRows(random, asked, built, living).filter((list) => chosen.has(list.managing_unit_id));
  const inReview = listRows(random, asked, review, living);
  const approved = inBuilt.flatMap((list) => namesOf(random, asked, list, living, term));
  decide(random, asked, inBuilt, approved, `${year}-05-22`);
  const left = leavers(random, approved, asked.today);
  const added = additions(random, asked, inReview, living, approved, term);
  handIn(asked, inReview, second);
  const entries = [...approved, ...added];
  return {
    rows: {
      succession_campaigns: [built, review],
      succession_lists: [...inBuilt, ...inReview],
      succession_entries: entries.map(({ cadre: _cadre, post: _post, ...row }) => row),
      succession_votes: approved
        .filter(({ id }) => !left.has(id) || random.chance(0.5))
        .flatMap((entry) => votesOf(random, asked, entry, year)),
    },
    names: entries.length,
  };
}

const plannedHere = ({ cadres, provinceId }: Asked, unitId: string): boolean =>
  unitId !== provinceId && cadres.filter(({ post }) => post.unitId === unitId && post.level === 'commune').length >= 8;

function campaignRow(
  random: Random,
  { provinceId, people, today }: Asked,
  given: Row & { openedOn: string; closedOn: string | null },
): Row {
  const { openedOn, closedOn, ...row } = given;
  return {
    id: random.id(openedOn),
    unit_id: provinceId,
    ...row,
    counted_on: closedOn ? openedOn : today,
    opened_by: people.officer,
    opened_at: `${openedOn}T08:30:00+07:00`,
    closed_by: closedOn && people.officer,
    closed_at: closedOn && `${closedOn}T16:00:00+07:00`,
    version: closedOn ? 2 : 1,
  };
}

function listRows(random: Random, { provinceId, today }: Asked, campaign: Row, posts: readonly SeedPost[]): List[] {
  const pairs = new Map(posts.map((post) => [`${post.unitId} ${post.managingUnitId}`, post]));
  const begun = String(campaign.opened_at).slice(0, 10);
  return [...pairs.values()].map((post, at) => ({
    id: random.id(begun),
    campaign_id: campaign.id,
    unit_id: post.unitId,
    managing_unit_id: post.managingUnitId,
    due_on: campaign.closed_at
      ? addDays(begun, 80)
      : post.unitId === provinceId
        ? addDays(today, 40)
        : addDays(today, at % 7 ? 12 : -3),
    submitted_by: null,
    submitted_at: null,
    returned_by: null,
    returned_at: null,
    return_note: null,
    approved_by: null,
    approved_at: null,
    decision_number: null,
    decision_date: null,
    issuer: null,
    signer: null,
    version: 1,
    updated_by: null,
    updated_at: `${begun}T08:30:00+07:00`,
  }));
}

const monthsAt = ({ person }: SeedCadre, day: string): number => {
  const { reaches } = retirementOf({ female: person.female, born: person.born, rule: 'normal', on: null }, RULES);
  return (Number(reaches.slice(0, 4)) - Number(day.slice(0, 4))) * 12 + Number(reaches.slice(5, 7)) - Number(day.slice(5, 7));
};

/** Who may stand for a title: of a lower one, near it, young enough; in a commune its own people, in the province anybody's. */
function eligible({ cadres, provinceId }: Asked, post: SeedPost, from: string): SeedCadre[] {
  const here = cadres.filter((cadre) => monthsAt(cadre, from) >= 60 && !cadre.holdings.every(({ endedOn }) => endedOn));
  const own = here.filter((cadre) => post.managingUnitId === provinceId || cadre.post.unitId === post.unitId);
  if (post.body)
    return own.filter((cadre) =>
      post.level === 'province' ? cadre.post.grade >= post.grade - 10 : cadre.post.unitId === post.unitId,
    );
  const near = own.filter(({ post: held }) => held.grade < post.grade && held.grade >= post.grade - 20);
  const inside = near.filter(({ post: held }) => held.unitId === post.unitId);
  return post.level === 'commune' && inside.length >= 2 ? inside : near;
}

function namesOf(random: Random, asked: Asked, list: List, posts: readonly SeedPost[], term: { term_from: string }): Entry[] {
  const titles = posts.filter(
    ({ unitId, managingUnitId }) => unitId === list.unit_id && managingUnitId === list.managing_unit_id,
  );
  const taken = new Map<string, number>();
  return titles.flatMap((post) => {
    const wanted = post.body ? Math.round(post.seats * 1.2) : ([2, 3, 3, 2, 1, 0][random.int(0, 5)] ?? 0);
    const free = eligible(asked, post, term.term_from)
      .filter((cadre) => post.body || (taken.get(cadre.id) ?? 0) < MOST - 1)
      .filter(({ person }) => !person.female || random.chance(0.4));
    return sample(random, free, wanted).map((cadre) => {
      if (!post.body) taken.set(cadre.id, (taken.get(cadre.id) ?? 0) + 1);
      return entryRow(random, asked, list, cadre, post, term);
    });
  });
}

function sample<T>(random: Random, from: readonly T[], wanted: number): T[] {
  const left = [...from];
  return Array.from({ length: Math.min(wanted, left.length) }, () => left.splice(random.int(0, left.length - 1), 1)).flat();
}

function entryRow(random: Random, asked: Asked, list: List, cadre: SeedCadre, post: SeedPost, term: Row): Entry {
  const own = list.managing_unit_id === asked.wardId;
  return {
    cadre,
    post,
    id: random.id(String(list.updated_at).slice(0, 10)),
    list_id: list.id,
    post_id: post.id,
    unit_id: list.unit_id,
    managing_unit_id: list.managing_unit_id,
    cadre_id: cadre.id,
    ...term,
    source: cadre.post.unitId === post.unitId ? 'local' : 'outside',
    standing: random.chance(0.45) ? 'continued' : 'first',
    reason: null,
    note: null,
    proposed_by: own ? asked.people.communeOfficer : asked.people.officer,
    proposed_at: `${addDays(String(list.updated_at).slice(0, 10), random.int(6, 30))}T09:15:00+07:00`,
    approved_on: null,
    decision_number: null,
    left_on: null,
    left_reason: null,
    left_note: null,
    left_decision_number: null,
    left_decision_date: null,
    left_by: null,
    left_at: null,
    version: 1,
  };
}

function decide(random: Random, asked: Asked, lists: readonly List[], entries: readonly Entry[], day: IsoDate): void {
  for (const list of lists) {
    const own = list.managing_unit_id !== asked.provinceId;
    const number = own ? `${random.int(60, 140)}-QĐ/ĐU` : `${random.int(480, 560)}-QĐ/TU`;
    Object.assign(list, {
      submitted_by: own ? asked.people.communeOfficer : asked.people.officer,
      submitted_at: `${addDays(day, -14)}T15:20:00+07:00`,
      approved_by: own ? asked.people.communeLeader : asked.people.head,
      approved_at: `${day}T16:30:00+07:00`,
      decision_number: number,
      decision_date: day,
      issuer: own ? 'Ban Thường vụ Đảng ủy' : 'Ban Thường vụ Tỉnh ủy',
      signer: own ? 'Hoàng Đức Toàn' : 'Nông Văn Hiệp',
      version: 3,
    });
    for (const entry of entries.filter(({ list_id }) => list_id === list.id))
      Object.assign(entry, { approved_on: day, decision_number: number, version: 2 });
  }
}

const REASONS = ['moved', 'appointed', 'disciplined', 'over_age', 'wish'] as const;

/** One in thirty has left since, by decision. */
function leavers(random: Random, entries: readonly Entry[], today: IsoDate): Set<string> {
  const left = entries.filter(({ post }) => !post.body && random.chance(1 / 30));
  for (const entry of left)
    Object.assign(entry, {
      left_on: addDays(today, -random.int(20, 120)),
      left_reason: random.pick(REASONS),
      left_decision_number: `${random.int(600, 760)}-QĐ/TU`,
      left_decision_date: addDays(today, -random.int(121, 130)),
      left_by: entry.proposed_by,
      left_at: `${today}T08:00:00+07:00`,
      version: 3,
    });
  return new Set(left.map(({ id }) => id));
}

/** What the review proposes so far: a second or third name on titles that lack one. */
function additions(
  random: Random,
  asked: Asked,
  lists: readonly List[],
  posts: readonly SeedPost[],
  before: readonly Entry[],
  term: { term_from: string },
): Entry[] {
  const listOf = new Map(lists.map((list) => [`${list.unit_id} ${list.managing_unit_id}`, list]));
  const planned = new Map<string, Set<string>>();
  for (const { post, cadre, left_on } of before)
    if (!left_on) planned.set(post.id, (planned.get(post.id) ?? new Set()).add(cadre.id));
  return posts
    .filter((post) => !post.body && planned.has(post.id) && (planned.get(post.id)?.size ?? 0) < 2 && random.chance(0.6))
    .flatMap((post) => {
      const list = listOf.get(`${post.unitId} ${post.managingUnitId}`);
      const free = eligible(asked, post, term.term_from).filter(({ id }) => !planned.get(post.id)?.has(id));
      return list
        ? sample(random, free, 1).map((cadre) => ({ ...entryRow(random, asked, list, cadre, post, term), standing: 'first' }))
        : [];
    });
}

/** The ward has handed in its list; the other commune's came back. */
function handIn({ wardId, people, today }: Asked, lists: readonly List[], second: string | undefined): void {
  for (const list of lists) {
    if (list.managing_unit_id === wardId)
      Object.assign(list, {
        submitted_by: people.communeOfficer,
        submitted_at: `${addDays(today, -2)}T14:05:00+07:00`,
        version: 2,
      });
    if (list.managing_unit_id === second)
      Object.assign(list, {
        returned_by: people.head,
        returned_at: `${addDays(today, -1)}T10:40:00+07:00`,
        return_note: 'Bổ sung cán bộ nữ, cán bộ trẻ; chức danh Trưởng phòng Kinh tế mới có một người.',
        version: 3,
      });
  }
}

const STEPS: readonly [step: string, weeks: number, summoned: number][] = [
  ['expanded', 9, 42],
  ['key', 8, 86],
  ['committee', 6, 33],
  ['standing', 5, 11],
];

function votesOf(random: Random, { provinceId }: Asked, entry: Entry, year: number): Row[] {
  const small = entry.managing_unit_id !== provinceId;
  return STEPS.map(([step, weeks, called]) => {
    const summoned = small ? Math.max(5, Math.round(called / 2)) : called;
    return {
      entry_id: entry.id,
      step,
      managing_unit_id: entry.managing_unit_id,
      held_on: addMonths(addDays(`${year}-05-22`, -7 * weeks), 0),
      summoned,
      votes: Math.min(summoned, Math.ceil(summoned * (0.62 + random.next() * 0.38))),
      entered_by: entry.proposed_by,
      entered_at: `${year}-05-08T09:00:00+07:00`,
    };
  });
}
