import { formatDate, type IsoDate } from '@/domain/calendar';
import type { Problem } from '@/domain/problems';
import { type Decision, lastDecision, type RotationEntry } from './entries';
import { ROTATION_EVENTS } from './words';

/** A title that the decision gave or ended, with what has been entered on it since. */
export type Touched = {
  title: string;
  /** What the decision wrote: the title given, or the one left. */
  kind: 'begun' | 'ended';
  /** The day of the last entry on this holding after the decision; null: none. */
  laterOn: IsoDate | null;
  /** Since when somebody else holds the seat that was left; null: nobody. */
  takenFrom: IsoDate | null;
  /** The last day of the title in the catalogue; null: it goes on. */
  closedOn: IsoDate | null;
};
export type Since = {
  touched: readonly Touched[];
  /** In the book of members. */
  serving: boolean;
  /** The start of the person's next rotation; null: none. */
  nextStart: IsoDate | null;
};

const fault = (message: string): Problem[] => [{ path: '', message }];

/** Why a decision on a rotation cannot be taken back: something was decided on it since. `entries` in the order in which they were entered. */
export function takeBackProblems(wanted: Decision, entries: readonly RotationEntry[], since: Since): Problem[] {
  const last = lastDecision(entries);
  if (!last) return fault('Lượt luân chuyển này chưa có quyết định nào để hủy. Hãy mở lại trang để xem hiện trạng.');
  if (last.kind !== wanted)
    return fault(
      `Bút toán sau cùng là “${ROTATION_EVENTS[last.kind]}” ngày ${formatDate(last.effectiveOn)}. Hãy hủy bút toán đó trước.`,
    );
  if (wanted === 'ended' && since.nextStart)
    return fault(
      `Người này đã luân chuyển lượt khác từ ngày ${formatDate(since.nextStart)}. Hãy hủy quyết định của lượt đó trước.`,
    );
  return since.touched.flatMap((title) => touchedProblems(title, since.serving));
}

function touchedProblems({ title, kind, laterOn, takenFrom, closedOn }: Touched, serving: boolean): Problem[] {
  if (laterOn)
    return fault(
      `Chức vụ “${title}” đã có bút toán khác sau quyết định này (hiệu lực ${formatDate(laterOn)}). Hãy hủy bút toán đó trong hồ sơ cán bộ trước.`,
    );
  if (kind === 'begun') return [];
  if (!serving) return fault('Người này không còn trong sổ đảng viên nên không giữ lại được chức vụ đã thôi.');
  if (takenFrom)
    return fault(
      `Chức vụ “${title}” đã có người khác giữ từ ngày ${formatDate(takenFrom)} nên không trả lại được. Hãy hủy việc bổ nhiệm người đó trước.`,
    );
  if (closedOn) return fault(`Chức danh “${title}” đã kết thúc ngày ${formatDate(closedOn)} nên không trả lại được.`);
  return [];
}
