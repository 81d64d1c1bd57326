import { placesIn } from '@/domain/cadres/home-place';
import { type IsoDate, monthsBetween } from '@/domain/calendar';
import { basisOf, type Rules } from '@/domain/rule-sets';
import type { RotationLevel } from './levels';

/** A post with who holds it. `since`: from when the holder leads in this place without a break. */
export type PlannerPost = {
  id: string;
  title: string;
  unitId: string;
  unitName: string;
  level: RotationLevel;
  head: boolean;
  /** The catalogue wants somebody from elsewhere in this post. */
  outsider: boolean;
  holder: { name: string; since: IsoDate; homePlace: string | null } | null;
};

export type Need = { post: PlannerPost; reasons: string[] };

/** Posts to which somebody should be rotated, each with why; a head is counted by whole terms in one place. */
export function needsOf(
  posts: readonly PlannerPost[],
  today: IsoDate,
  rules: Pick<Rules, 'head.terms' | 'appoint.term'>,
): Need[] {
  return posts.flatMap((post) => {
    const reasons = [...outsiderReasons(post), ...termReasons(post, today, rules)];
    return reasons.length ? [{ post, reasons }] : [];
  });
}

function outsiderReasons({ outsider, holder, unitName }: PlannerPost): string[] {
  if (!outsider) return [];
  if (holder === null) return ['Chức danh cần người không là người địa phương, hiện còn trống.'];
  const local = isLocal(holder.homePlace, unitName);
  if (local === null) return [`Chức danh cần người không là người địa phương; hồ sơ của ${holder.name} chưa ghi quê quán.`];
  return local ? [`Chức danh cần người không là người địa phương; ${holder.name} quê ở đây (${holder.homePlace}).`] : [];
}

function termReasons({ head, holder }: PlannerPost, today: IsoDate, rules: Pick<Rules, 'head.terms' | 'appoint.term'>): string[] {
  if (!head || holder === null) return [];
  const [terms, length] = [rules['head.terms'], rules['appoint.term'].value];
  const served = Math.floor(monthsBetween(holder.since, today) / length);
  return served >= terms.value
    ? [`${holder.name} đã đứng đầu ở đây ${served} nhiệm kỳ liên tiếp, tối đa ${terms.value} (${basisOf(terms)}).`]
    : [];
}

const KIND_OF_PLACE = /^(đảng bộ |đảng ủy |xã |phường |đặc khu |thị trấn |huyện |thành phố |thị xã )+/;
const bare = (place: string) => place.replace(KIND_OF_PLACE, '');

/** Whether the home place, as written in the file, names that place; null: the file does not say where the person is from. */
export function isLocal(homePlace: string | null, place: string): boolean | null {
  if (homePlace === null || homePlace.trim() === '') return null;
  const [here = ''] = placesIn(place);
  return placesIn(homePlace).some((part) => bare(part) === bare(here));
}
