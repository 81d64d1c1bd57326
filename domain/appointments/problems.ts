import { formatDate, type IsoDate } from '@/domain/calendar';
import type { Problem } from '@/domain/problems';
import { type AppointmentEvent, type Holding, isHeldOn, standingEvents } from './ledger';

export type Seat = { seat: number; since: IsoDate | null; until: IsoDate | null };
type Draft = {
  fromOn: IsoDate;
  termEndsOn: IsoDate | null;
  decisionDate: IsoDate;
  concurrent?: 'yes';
  ends: readonly string[];
};
type Facts = {
  today: IsoDate;
  serving: boolean;
  post: { title: string; validFrom: IsoDate; validTo: IsoDate | null; body: boolean };
  /** The seats of the title with their last holding. */
  seats: readonly Seat[];
  /** What the person holds besides; body: a seat in a committee, held beside another title by its nature. */
  held: readonly (Holding & { id: string; title: string; body: boolean; concurrent: boolean })[];
};

const isFree = ({ since, until }: Seat, day: IsoDate) => since === null || (until !== null && until <= day);

/** The first seat that nobody holds from that day on; null when all are held. */
export const freeSeat = (seats: readonly Seat[], day: IsoDate): number | null =>
  seats.toSorted((a, b) => a.seat - b.seat).find((seat) => isFree(seat, day))?.seat ?? null;

/** What can never be right in a decision that gives a title. Conditions of age, planning and the like are told by the eligibility report. */
export function beginProblems(draft: Draft, facts: Facts): Problem[] {
  const problems: Problem[] = [];
  const fault = (path: string, message: string) => problems.push({ path, message });
  const { post, today } = facts;
  if (draft.decisionDate > today) fault('decisionDate', 'Ngày quyết định ở sau hôm nay. Hãy sửa lại.');
  if (draft.termEndsOn && draft.termEndsOn <= draft.fromOn) fault('termEndsOn', 'Ngày hết thời hạn phải sau ngày bắt đầu.');
  if (!facts.serving) fault('cadreId', 'Người này không còn trong sổ đảng viên nên không ghi chức vụ mới được.');
  if (draft.fromOn < post.validFrom || (post.validTo && draft.fromOn > post.validTo))
    fault('fromOn', `Chức danh “${post.title}” không có trong danh mục vào ngày ${formatDate(draft.fromOn)}.`);
  else if (post.validTo && post.validTo >= today)
    fault('postId', `Đã ghi chức danh “${post.title}” kết thúc sau ngày ${formatDate(post.validTo)}, nên không nhận thêm người.`);
  if (freeSeat(facts.seats, draft.fromOn) === null) fault('postId', seatsTaken(post.title, facts.seats));
  const still = facts.held.filter((held) => isHeldOn(held, draft.fromOn) && !draft.ends.includes(held.id));
  const main = still.find((held) => !held.concurrent && !held.body);
  if (main && !draft.concurrent && !post.body)
    fault('ends', `Người này đang giữ chức vụ ${main.title}. Hãy chọn thôi giữ chức vụ đó, hoặc ghi chức vụ mới là kiêm nhiệm.`);
  return problems;
}

function seatsTaken(title: string, seats: readonly Seat[]): string {
  const until = seats.flatMap(({ until: day }) => day ?? []).toSorted()[0];
  return `Chức danh “${title}” đã đủ người${until ? ` đến ngày ${formatDate(until)}` : ''}. Hãy ghi người thôi giữ trước, hoặc chọn chức danh khác.`;
}

/** A holding can be lengthened or ended only while it lasts, and not before it began. */
export function changeProblems(
  draft: { effectiveOn: IsoDate; decisionDate: IsoDate; termEndsOn?: IsoDate | null },
  holding: Holding,
  today: IsoDate,
): Problem[] {
  const problems: Problem[] = [];
  if (holding.reversed || holding.endedOn)
    problems.push({ path: '', message: 'Chức vụ này đã thôi giữ hoặc đã hủy. Hãy mở lại trang để xem hiện trạng.' });
  if (draft.decisionDate > today) problems.push({ path: 'decisionDate', message: 'Ngày quyết định ở sau hôm nay. Hãy sửa lại.' });
  if (draft.effectiveOn < holding.fromOn)
    problems.push({ path: 'effectiveOn', message: `Ngày này ở trước ngày bắt đầu giữ chức vụ (${formatDate(holding.fromOn)}).` });
  if (draft.termEndsOn && draft.termEndsOn <= (holding.termEndsOn ?? holding.fromOn))
    problems.push({ path: 'termEndsOn', message: 'Ngày hết thời hạn mới phải sau ngày hết thời hạn đang có.' });
  return problems;
}

/** Only the last entry of a holding can be taken back: what came after it was decided on it. */
export function takeBackProblems(eventId: string, events: readonly AppointmentEvent[]): Problem[] {
  const last = standingEvents(events).at(-1);
  if (last?.id === eventId) return [];
  const message = events.some(({ id }) => id === eventId)
    ? 'Chỉ hủy được bút toán cuối cùng còn hiệu lực của chức vụ này. Hãy hủy các bút toán ghi sau trước.'
    : 'Không tìm thấy bút toán này. Hãy mở lại trang.';
  return [{ path: '', message }];
}
