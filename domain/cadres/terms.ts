import { addDays, addMonths, type IsoDate } from '@/domain/calendar';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { monthsLeft, type Retirement } from './retirement';

/** The last day of a term that begins on that day. Rule: appoint.term, months. */
export const termEnd = (from: IsoDate, rules: Pick<Rules, 'appoint.term'>): IsoDate =>
  addDays(addMonths(from, rules['appoint.term'].value), -1);

/** The last day on which notice of the end of a term is given in time. Rule: appoint.notice, days. */
export const noticeBy = (termEndsOn: IsoDate, rules: Pick<Rules, 'appoint.notice'>): IsoDate =>
  addDays(termEndsOn, -rules['appoint.notice'].value);

/** The last day on which somebody is kept in a title in time by a decision. Rule: appoint.decide, days. */
export const decideBy = (termEndsOn: IsoDate, rules: Pick<Rules, 'appoint.decide'>): IsoDate =>
  addDays(termEndsOn, -rules['appoint.decide'].value);

/** Whole days from today until then; negative: past. */
export const daysUntil = (day: IsoDate, today: IsoDate): number => Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);

/** What is to be prepared when a term ends. */
export const PROPOSALS = {
  reappoint: 'Xem xét bổ nhiệm lại',
  reappoint_to_retirement: 'Xem xét bổ nhiệm lại đến tuổi nghỉ hưu',
  extend: 'Xem xét kéo dài thời gian giữ chức vụ đến tuổi nghỉ hưu',
  reelect: 'Đủ tuổi giới thiệu tái cử',
  replace: 'Không đủ tuổi tái cử, chuẩn bị nhân sự thay',
  retire: 'Đến tuổi nghỉ hưu, chuẩn bị nhân sự thay',
} as const;
export type Proposal = keyof typeof PROPOSALS;

export type ExpiryRules = Pick<Rules, 'appoint.term' | 'appoint.extend' | 'months.reelect' | 'months.front'>;
export type ExpiringPost = { elected: boolean; front: boolean };
export type AtExpiry = { proposal: Proposal; monthsLeft: number; basis: string; unsure: boolean };

/**
 * What to propose at the end of a term, by the months left to retirement in its last month. Appointed: a whole term left, reappoint; less than
 * `appoint.extend`, extend to retirement; between, reappoint until retirement. Elected: by the months that re-election asks for.
 */
export function atExpiry(
  post: ExpiringPost,
  termEndsOn: IsoDate,
  retirement: Pick<Retirement, 'reaches'>,
  rules: ExpiryRules,
): AtExpiry {
  const left = monthsLeft(retirement, termEndsOn);
  const rule = post.elected ? rules[post.front ? 'months.front' : 'months.reelect'] : termRule(left, rules);
  return { proposal: proposalOf(post, left, rules), monthsLeft: left, basis: basisOf(rule), unsure: rule.unsure };
}

const termRule = (left: number, rules: ExpiryRules) =>
  left >= rules['appoint.term'].value ? rules['appoint.term'] : rules['appoint.extend'];

function proposalOf(post: ExpiringPost, left: number, rules: ExpiryRules): Proposal {
  if (left <= 0) return 'retire';
  if (post.elected) return left >= rules[post.front ? 'months.front' : 'months.reelect'].value ? 'reelect' : 'replace';
  if (left >= rules['appoint.term'].value) return 'reappoint';
  return left < rules['appoint.extend'].value ? 'extend' : 'reappoint_to_retirement';
}

/** Held without a break for as many whole terms as one person may head one place. */
export const hasHeadedLongEnough = (months: number, rules: Pick<Rules, 'head.terms' | 'appoint.term'>): boolean =>
  months >= rules['head.terms'].value * rules['appoint.term'].value;
