import { addMonths, earliest, type IsoDate, type PartialDate, yearsBetween } from '@/domain/calendar';
import { eventLabel } from '@/domain/members/ledger';
import type { Rules } from '@/domain/rule-sets';

/** plain: nothing to do; due: needs someone; late: at risk of being lost; done: a good thing. */
export type Tone = 'plain' | 'due' | 'late' | 'done';

export type StandingFacts = {
  status: string;
  exempt: boolean;
  away: boolean;
  leaving: boolean;
  leftKind: string | null;
  joined: PartialDate;
};

/** The rules that the words stand on. */
export type WordRules = Pick<Rules, 'probation.length' | 'badge.tiers'>;

/** The day the probation ends: that many months after the ceremony; null while only month or year of it is known. */
export function probationEnds(joined: PartialDate, rules: WordRules): IsoDate | null {
  return joined.length === 10 ? addMonths(joined, rules['probation.length'].value) : null;
}

/** Whole years in the Party at `today`, counted from the joining date in the book. */
export const partyAge = (joined: PartialDate, today: IsoDate): number => Math.max(0, yearsBetween(joined, today));

/** The next badge tier and the day its years are full; null past the last one. */
export function nextBadge(joined: PartialDate, today: IsoDate, rules: WordRules): { tier: number; on: IsoDate } | null {
  const tier = rules['badge.tiers'].value.find((years) => years > partyAge(joined, today));
  return tier === undefined ? null : { tier, on: addMonths(earliest(joined), tier * 12) };
}

/** The one word shown for where a person stands; what asks for action comes before what is merely so. */
export function standingWord(facts: StandingFacts, today: IsoDate, rules: WordRules): { text: string; tone: Tone } {
  if (facts.status === 'left') return { text: facts.leftKind ? eventLabel(facts.leftKind) : 'Đã hủy ghi sổ', tone: 'plain' };
  if (facts.leaving) return { text: 'Đang chuyển, chưa tiếp nhận', tone: 'late' };
  if (facts.status === 'probationary') {
    const ends = probationEnds(facts.joined, rules);
    return ends && ends <= today ? { text: 'Đến hạn công nhận', tone: 'due' } : { text: 'Dự bị', tone: 'plain' };
  }
  if (facts.away) return { text: 'Sinh hoạt tạm thời nơi khác', tone: 'plain' };
  const years = partyAge(facts.joined, today);
  if (rules['badge.tiers'].value.includes(years)) return { text: `Huy hiệu ${years} năm`, tone: 'done' };
  return { text: facts.exempt ? 'Miễn sinh hoạt' : 'Chính thức', tone: 'plain' };
}
