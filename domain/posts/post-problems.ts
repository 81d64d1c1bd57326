import { addDays, formatDate, type IsoDate } from '@/domain/calendar';
import type { Problem } from '@/domain/problems';
import type { AddPost } from './inputs';
import { type HeldSeat, heldFrom } from './seats';

type Draft = Pick<AddPost, 'validFrom' | 'decisionDate' | 'body' | 'elected' | 'rank' | 'tier'>;

/** What can never be right in an entry of the catalogue. It says what holds today, so that an entry is made on the day from which it holds. */
export function postProblems(draft: Draft, today: IsoDate): Problem[] {
  const problems: Problem[] = [];
  const fault = (path: string, message: string) => problems.push({ path, message });
  if (draft.decisionDate > today) fault('decisionDate', 'Ngày văn bản ở sau hôm nay. Hãy sửa lại.');
  if (draft.validFrom > today)
    fault('validFrom', 'Danh mục ghi hiện trạng đến hôm nay. Hãy ghi thay đổi này vào ngày nó có hiệu lực.');
  if (draft.body && draft.rank !== 'member') fault('rank', 'Ghế trong cấp ủy là “Thành viên”. Hãy chọn lại.');
  return problems;
}

/** What stands in the catalogue, and who holds its seats. */
type Known = { validFrom: IsoDate; validTo: IsoDate | null; held: readonly HeldSeat[] };

/** A change begins no earlier than what stands there, and leaves as many seats as are held: whoever holds a higher one takes a free lower one. */
export function changePostProblems(draft: Draft & { seats: number }, known: Known, today: IsoDate): Problem[] {
  const problems = postProblems(draft, today);
  if (known.validTo) problems.push({ path: '', message: `Chức danh này đã kết thúc ngày ${formatDate(known.validTo)}.` });
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

/** A title ends only once nobody holds it any more. */
export function endPostProblems(draft: { endsOn: IsoDate; decisionDate: IsoDate }, known: Known, today: IsoDate): Problem[] {
  const problems: Problem[] = [];
  const fault = (path: string, message: string) => problems.push({ path, message });
  if (known.validTo) fault('', `Chức danh này đã kết thúc ngày ${formatDate(known.validTo)}.`);
  if (draft.decisionDate > today) fault('decisionDate', 'Ngày văn bản ở sau hôm nay. Hãy sửa lại.');
  if (draft.endsOn > today) fault('endsOn', 'Hãy ghi kết thúc vào ngày chức danh thôi có hiệu lực, không ghi trước.');
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
