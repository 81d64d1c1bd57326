import { addDays, formatDate, type IsoDate } from '@/domain/calendar';
import type { Problem } from '@/domain/problems';
import type { AddPost } from './inputs';
import { type HeldSeat, heldFrom } from './seats';

type Draft = Pick<AddPost, 'validFrom' | 'decisionDate' | 'body' | 'elected' | 'rank' | 'tier'>;

/** What can never be right in an entry of the catalogue. A title may be entered ahead of its first day: until then it is told as coming. */
export function postProblems(draft: Draft, today: IsoDate): Problem[] {
  const problems: Problem[] = [];
  const fault = (path: string, message: string) => problems.push({ path, message });
  if (draft.decisionDate > today) fault('decisionDate', 'Ngày văn bản ở sau hôm nay. Hãy sửa lại.');
  if (draft.body && draft.rank !== 'member') fault('rank', 'Ghế trong cấp ủy là “Thành viên”. Hãy chọn lại.');
  return problems;
}

/** What stands in the catalogue, and who holds its seats. */
type Known = { validFrom: IsoDate; validTo: IsoDate | null; held: readonly HeldSeat[] };

/**
 * A change holds from today or before, for the catalogue says what holds today; what begins later is changed from its first day. It begins no earlier than
 * what stands there, and leaves as many seats as are held: whoever holds a higher one takes a free lower one.
 */
export function changePostProblems(draft: Draft & { seats: number }, known: Known, today: IsoDate): Problem[] {
  const problems = postProblems(draft, today);
  if (known.validTo) problems.push({ path: '', message: endedWords(known.validTo) });
  if (draft.validFrom > today && draft.validFrom > known.validFrom)
    problems.push({
      path: 'validFrom',
      message: 'Danh mục ghi hiện trạng đến hôm nay. Hãy ghi thay đổi này vào ngày nó có hiệu lực.',
    });
  if (draft.validFrom < known.validFrom)
    problems.push({
      path: 'validFrom',
      message: `Nội dung đang có hiệu lực từ ngày ${formatDate(known.validFrom)}; thay đổi không thể sớm hơn.`,
    });
  const holders = heldFrom(known.held, draft.validFrom).length;
  if (draft.seats < holders)
    problems.push({
      path: 'seats',
      message: `Có ${holders} người đang giữ hoặc đã có quyết định giữ chức danh này nên số lượng không dưới ${holders}. Hãy ghi người thôi giữ chức vụ trước khi giảm.`,
    });
  return problems;
}

const endedWords = (validTo: IsoDate) => `Đã ghi chức danh này kết thúc sau ngày ${formatDate(validTo)}.`;

/** A title ends only once nobody holds it any more; the end may be entered ahead. */
export function endPostProblems(draft: { endsOn: IsoDate; decisionDate: IsoDate }, known: Known, today: IsoDate): Problem[] {
  const problems: Problem[] = [];
  const fault = (path: string, message: string) => problems.push({ path, message });
  if (known.validTo) fault('', endedWords(known.validTo));
  if (draft.decisionDate > today) fault('decisionDate', 'Ngày văn bản ở sau hôm nay. Hãy sửa lại.');
  if (draft.endsOn < known.validFrom)
    fault('endsOn', `Nội dung đang có hiệu lực từ ngày ${formatDate(known.validFrom)}; ngày kết thúc không thể sớm hơn.`);
  const still = heldFrom(known.held, addDays(draft.endsOn, 1)).length;
  if (still) fault('endsOn', `Sau ngày này còn ${still} người giữ chức danh. Hãy ghi họ thôi giữ chức vụ trước.`);
  return problems;
}

/** The last day of a pause does not come before its first. */
export function pauseProblems({ fromOn, toOn }: { fromOn: IsoDate; toOn: IsoDate | null }): Problem[] {
  return toOn && toOn < fromOn
    ? [{ path: 'toOn', message: `Ngày kết thúc ở trước ngày bắt đầu tạm dừng (${formatDate(fromOn)}).` }]
    : [];
}
