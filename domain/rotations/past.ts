import { z } from 'zod';
import { earliest, formatDate, type IsoDate, isBeforePartial, type PartialDate, parseTypedDate } from '@/domain/calendar';
import { keysOf, line, neededLine } from '@/domain/inputs';
import { decisionFields } from '@/domain/members/member';
import type { Problem } from '@/domain/problems';
import type { Rules } from '@/domain/rule-sets';
import { Basis, existing, text, wrong } from './inputs';
import { ROTATION_LEVELS } from './levels';
import { districtProblems } from './problems';
import { PLACEMENTS } from './words';

/** A day, or its month where the papers say no more: 'YYYY-MM-DD' or 'YYYY-MM'. */
const dayOrMonth = (what: string) =>
  z.string(`Hãy ghi ${what}.`).transform((typed, context): PartialDate => {
    const parsed = parseTypedDate(typed, what);
    if ('date' in parsed && parsed.date.length >= 7) return parsed.date;
    const unread = typed.trim() && 'problem' in parsed ? `“${typed.trim()}” không đọc được thành ngày, tháng. ` : '';
    const message = `${unread}Hãy ghi ${what} đủ ngày, tháng, năm, hoặc ít nhất tháng và năm, ví dụ 03/2014.`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const Level = (whose: string) => z.enum(keysOf(ROTATION_LEVELS), `Hãy chọn cấp của ${whose}.`);

/** A rotation of which only papers are left: titles and places in their words, days as far as the papers say them. */
export const RecordPastInput = z.object({
  cadreId: z.uuid('Hãy chọn cán bộ.'),
  fromTitle: neededLine(200, 'Hãy ghi chức vụ trước luân chuyển.'),
  fromUnitName: neededLine(200, 'Hãy ghi đơn vị trước luân chuyển.'),
  fromLevel: Level('nơi đi'),
  toTitle: neededLine(200, 'Hãy ghi chức vụ luân chuyển đến.'),
  toUnitName: neededLine(200, 'Hãy ghi đơn vị luân chuyển đến.'),
  toLevel: Level('nơi đến'),
  basis: Basis,
  startedOn: dayOrMonth('thời điểm bắt đầu'),
  endedOn: dayOrMonth('thời điểm kết thúc'),
  ...decisionFields,
  source: line(300),
  placement: z.enum(keysOf(PLACEMENTS), 'Hãy chọn cách đã bố trí sau luân chuyển.'),
  placementTitle: line(300),
  resultNote: text(1000),
});
export type RecordPast = z.output<typeof RecordPastInput>;

export const TakeBackRecordInput = z.object({ ...existing, ...wrong });
export type TakeBackRecord = z.output<typeof TakeBackRecordInput>;

/** Another rotation of the same person; ended null: it runs. */
export type OtherStay = { startedOn: IsoDate; endedOn: IsoDate | null; place: string };
type Known = { born: PartialDate; others: readonly OtherStay[]; today: IsoDate };
type Past = Pick<
  RecordPast,
  'fromTitle' | 'fromUnitName' | 'fromLevel' | 'toTitle' | 'toUnitName' | 'toLevel' | 'startedOn' | 'endedOn'
> & { decisionNumber: string | null; decisionDate: IsoDate | null; source: string | null };

/** What can never be right in a past rotation, in the order of the form. A month stands for its first day. */
export function pastProblems(past: Past, { born, others, today }: Known, rules: Pick<Rules, 'district.ended'>): Problem[] {
  const problems: Problem[] = [];
  const fault = (path: string, message: string) => problems.push({ path, message });
  const [startedOn, endedOn] = [earliest(past.startedOn), earliest(past.endedOn)];
  if (past.fromTitle === past.toTitle && past.fromUnitName === past.toUnitName)
    fault('toTitle', 'Chức vụ nơi đến chính là chức vụ nơi đi. Hãy xem lại giấy tờ.');
  if (!isBeforePartial(born, past.startedOn))
    fault('startedOn', `Thời điểm bắt đầu phải sau ngày sinh của cán bộ (${formatDate(born)}).`);
  const other = others.find((stay) => stay.startedOn < endedOn && (stay.endedOn === null || stay.endedOn > startedOn));
  if (other) fault('startedOn', overlap(other));
  problems.push(...districtProblems({ from: past.fromLevel, to: past.toLevel, startedOn }, rules));
  if (endedOn <= startedOn) fault('endedOn', `Thời điểm kết thúc phải sau thời điểm bắt đầu (${formatDate(past.startedOn)}).`);
  if (endedOn > today)
    fault('endedOn', 'Thời điểm kết thúc ở sau hôm nay. Lượt đang luân chuyển thì ghi bằng “Đề xuất luân chuyển”.');
  if (!past.decisionNumber && !past.source)
    fault('decisionNumber', 'Hãy ghi số quyết định; không còn quyết định thì ghi nguồn tài liệu ở ô bên dưới.');
  if (past.decisionDate && past.decisionDate > today) fault('decisionDate', 'Ngày quyết định ở sau hôm nay. Hãy sửa lại.');
  return problems;
}

const overlap = ({ startedOn, endedOn, place }: OtherStay): string =>
  `Trong thời gian này người đó đã có lượt luân chuyển tại ${place} (từ ${formatDate(startedOn)}${endedOn ? ` đến ${formatDate(endedOn)}` : ' đến nay'}). Hãy xem lại thời gian.`;
