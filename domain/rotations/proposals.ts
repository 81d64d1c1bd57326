import type { Rules } from '@/domain/rule-sets';
import { isLocal, type PlannerPost } from './needs';

export type PlannerPerson = {
  id: string;
  name: string;
  /** As lists are sorted. */
  sortKey: string;
  position: string;
  unitId: string;
  homePlace: string | null;
  plannedPostIds: readonly string[];
  /** Whole months worked at commune level or below; null: the file does not say at which levels. */
  grassrootsMonths: number | null;
  monthsLeft: number | null;
  /** Latest first: of each rated year, whether it was "hoàn thành tốt" or better. */
  goodYears: readonly boolean[];
};

/** Planned persons who have not worked long enough at the grass roots, those who lack most first. */
export function lackingGrassroots(
  persons: readonly PlannerPerson[],
  rules: Pick<Rules, 'rotate.grassroots'>,
): { person: PlannerPerson; missing: number }[] {
  const least = rules['rotate.grassroots'].value;
  return persons
    .flatMap((person) => {
      const missing = person.grassrootsMonths === null ? 0 : least - person.grassrootsMonths;
      return person.plannedPostIds.length > 0 && missing > 0 ? [{ person, missing }] : [];
    })
    .sort((a, b) => b.missing - a.missing || (a.person.sortKey < b.person.sortKey ? -1 : 1));
}

/** One stated ground of the order: what it gives here, what it gives at most, and why, in words. */
export type Criterion = { label: string; points: number; most: number; words: string };
export type Proposal = { person: PlannerPerson; points: number; criteria: Criterion[] };

export type RankRules = Pick<
  Rules,
  | 'months.rotate'
  | 'rotate.grassroots'
  | 'rotate.points.planned'
  | 'rotate.points.equivalent'
  | 'rotate.points.grassroots'
  | 'rotate.points.months'
  | 'rotate.points.outsider'
  | 'rotate.points.rating'
  | 'rotate.points.years'
>;

/** Persons for a post in the order of their points, each point with its ground; equal points in the order of names. Only people of the post's own unit are left out: to them it would be no rotation. Who goes is decided by people. */
export function rankFor(post: PlannerPost, persons: readonly PlannerPerson[], rules: RankRules): Proposal[] {
  return persons
    .filter((person) => person.unitId !== post.unitId)
    .map((person) => {
      const criteria = criteriaOf(post, person, rules);
      return { person, criteria, points: criteria.reduce((sum, { points }) => sum + points, 0) };
    })
    .sort((a, b) => b.points - a.points || (a.person.sortKey < b.person.sortKey ? -1 : 1));
}

/** Most points anybody can have by the rules in force. */
export const mostPoints = (rules: RankRules): number =>
  rules['rotate.points.planned'].value +
  rules['rotate.points.grassroots'].value +
  rules['rotate.points.months'].value +
  rules['rotate.points.outsider'].value +
  rules['rotate.points.rating'].value * rules['rotate.points.years'].value;

function criteriaOf(post: PlannerPost, person: PlannerPerson, rules: RankRules): Criterion[] {
  return [
    plannedCriterion(post, person, rules),
    grassrootsCriterion(person, rules),
    monthsCriterion(person, rules),
    outsiderCriterion(post, person, rules),
    ratingCriterion(person, rules),
  ];
}

function plannedCriterion(post: PlannerPost, { plannedPostIds }: PlannerPerson, rules: RankRules): Criterion {
  const most = rules['rotate.points.planned'].value;
  const label = 'Quy hoạch';
  if (plannedPostIds.includes(post.id)) return { label, most, points: most, words: 'Được quy hoạch đúng chức danh này' };
  return plannedPostIds.length
    ? {
        label,
        most,
        points: rules['rotate.points.equivalent'].value,
        words: `Được quy hoạch ${plannedPostIds.length} chức danh khác`,
      }
    : { label, most, points: 0, words: 'Chưa có trong quy hoạch' };
}

function grassrootsCriterion({ grassrootsMonths }: PlannerPerson, rules: RankRules): Criterion {
  const [most, least] = [rules['rotate.points.grassroots'].value, rules['rotate.grassroots'].value];
  if (grassrootsMonths === null)
    return { label: 'Rèn luyện ở cơ sở', most, points: 0, words: 'Hồ sơ chưa ghi rõ các cấp đã công tác' };
  const lacks = grassrootsMonths < least;
  const words = lacks
    ? `Mới có ${grassrootsMonths} tháng ở cơ sở, còn thiếu ${least - grassrootsMonths} tháng: cần rèn luyện`
    : `Đã có ${grassrootsMonths} tháng ở cơ sở`;
  return { label: 'Rèn luyện ở cơ sở', most, points: lacks ? most : 0, words };
}

function monthsCriterion({ monthsLeft }: PlannerPerson, rules: RankRules): Criterion {
  const [most, least] = [rules['rotate.points.months'].value, rules['months.rotate'].value];
  const label = 'Thời gian công tác còn lại';
  if (monthsLeft === null) return { label, most, points: 0, words: 'Chưa tính được thời gian công tác còn lại' };
  return { label, most, points: monthsLeft >= least ? most : 0, words: `Còn ${monthsLeft} tháng, cần ${least} tháng` };
}

function outsiderCriterion(post: PlannerPost, { homePlace }: PlannerPerson, rules: RankRules): Criterion {
  const most = rules['rotate.points.outsider'].value;
  const label = 'Không là người địa phương';
  const local = isLocal(homePlace, post.unitName);
  if (local === null) return { label, most, points: 0, words: 'Hồ sơ chưa ghi quê quán' };
  return local
    ? { label, most, points: 0, words: `Quê ở nơi đến (${homePlace})` }
    : { label, most, points: most, words: `Quê ở nơi khác (${homePlace})` };
}

function ratingCriterion({ goodYears }: PlannerPerson, rules: RankRules): Criterion {
  const [each, span] = [rules['rotate.points.rating'].value, rules['rotate.points.years'].value];
  const seen = goodYears.slice(0, span);
  const good = seen.filter(Boolean).length;
  const words = seen.length ? `${good}/${seen.length} năm gần nhất hoàn thành tốt trở lên` : 'Chưa có kết quả xếp loại';
  return { label: 'Kết quả xếp loại', most: each * span, points: each * good, words };
}
