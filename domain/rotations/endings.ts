import { formatDate, type IsoDate, monthsBetween } from '@/domain/calendar';
import type { Problem } from '@/domain/problems';
import { basisOf, type Rules } from '@/domain/rule-sets';
import type { Warning } from './problems';
import { ratedYears, type Stay } from './stay';
import type { Placement } from './words';

export type Ending = { endedOn: IsoDate; placement: Placement; postId: string | null; decisionDate: IsoDate };

export function endingProblems({ endedOn, placement, postId, decisionDate }: Ending, stay: Stay, today: IsoDate): Problem[] {
  const problems: Problem[] = [];
  if (decisionDate > today) problems.push({ path: 'decisionDate', message: 'Ngày quyết định ở sau hôm nay. Hãy sửa lại.' });
  if (stay.endedOn !== null)
    problems.push({ path: '', message: `Đợt luân chuyển này đã kết thúc ngày ${formatDate(stay.endedOn)}.` });
  if (endedOn <= stay.startedOn)
    problems.push({ path: 'endedOn', message: `Ngày kết thúc phải sau ngày bắt đầu ${formatDate(stay.startedOn)}.` });
  if (placement === 'retired' && postId !== null)
    problems.push({ path: 'postId', message: 'Người nghỉ không nhận chức vụ mới. Hãy bỏ trống ô này.' });
  if (placement === 'stayed' && postId !== null)
    problems.push({ path: 'postId', message: 'Người ở lại giữ nguyên chức vụ nơi luân chuyển đến. Hãy bỏ trống ô này.' });
  if (['returned', 'higher', 'elsewhere'].includes(placement) && postId === null)
    problems.push({ path: 'postId', message: 'Hãy chọn chức vụ được bố trí sau luân chuyển.' });
  return problems;
}

/** A stay that ends before its least time: the rule, with the months served. */
export function endingWarnings({ endedOn }: Pick<Ending, 'endedOn'>, stay: Stay, rules: Pick<Rules, 'rotate.min'>): Warning[] {
  const least = rules['rotate.min'];
  const served = monthsBetween(stay.startedOn, endedOn);
  if (served >= least.value) return [];
  return [{ rule: 'rotate.min', message: `Mới luân chuyển ${served} tháng, ít hơn ${least.value} tháng (${basisOf(least)}).` }];
}

/** Only a year of the stay is rated. */
export function ratingProblems(year: number, stay: Stay, today: IsoDate): Problem[] {
  if (ratedYears(stay, today).includes(year)) return [];
  return [{ path: 'year', message: `Năm ${year} không nằm trong thời gian luân chuyển. Hãy chọn lại năm.` }];
}

/** A stay is lengthened by decision while it runs, to a later day than it was to end. */
export function extensionProblems(
  { until, decisionDate }: { until: IsoDate; decisionDate: IsoDate },
  stay: Stay,
  due: IsoDate,
  today: IsoDate,
): Problem[] {
  if (stay.endedOn !== null) return [{ path: '', message: `Đợt luân chuyển này đã kết thúc ngày ${formatDate(stay.endedOn)}.` }];
  const problems: Problem[] = [];
  if (decisionDate > today) problems.push({ path: 'decisionDate', message: 'Ngày quyết định ở sau hôm nay. Hãy sửa lại.' });
  if (until <= due) problems.push({ path: 'until', message: `Ngày hết hạn mới phải sau ngày đang có (${formatDate(due)}).` });
  return problems;
}
