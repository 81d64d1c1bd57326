import { addMonths, earliest, formatDate, type IsoDate, monthsBetween, type PartialDate } from '@/domain/calendar';
import { asksFor, type RecordEvent, shapeOf } from '@/domain/members/event';
import { ENTERING, effective, eventLabel, type LedgerEvent, type Standing, standing } from '@/domain/members/ledger';
import { broken } from '@/domain/members/sequence';
import type { Problem } from '@/domain/problems';
import { basisOf, type Rules } from '@/domain/rule-sets';

export type EventRules = Pick<Rules, 'probation.length' | 'temp.min' | 'temp.max' | 'temp.study'>;

export type EventContext = { joined: PartialDate; history: readonly LedgerEvent[]; today: IsoDate; rules: EventRules };

/** What is wrong with an event on this history. `candidate` is the event as it would stand in the ledger. */
export function eventProblems(input: RecordEvent, candidate: LedgerEvent, context: EventContext): Problem[] {
  const missing = [...missingProblems(input), ...dayProblems(input, context)];
  if (missing.length) return missing;
  const order = sequenceProblems(input, candidate, context);
  return order.length ? order : ruleProblems(input, context);
}

function missingProblems(input: RecordEvent): Problem[] {
  const { day, needs } = shapeOf(input.kind);
  const missing: Problem[] = input.effectiveOn ? [] : [{ path: 'effectiveOn', message: `Hãy ghi “${day}”.` }];
  const want = (path: string, value: unknown, message: string) => value || missing.push({ path, message });
  for (const need of needs) {
    if (need === 'decision') {
      want('decisionNumber', input.decisionNumber, 'Hãy ghi số quyết định.');
      want('decisionDate', input.decisionDate, 'Hãy ghi ngày ra quyết định.');
      want('issuer', input.issuer, 'Hãy ghi cơ quan ra quyết định.');
    }
    if (need === 'place') want('place', input.place, 'Hãy ghi nơi đến, theo giấy giới thiệu.');
    if (need === 'reason') want('reason', input.reason, 'Hãy ghi lý do.');
    if (need === 'until') want('until', input.until, 'Hãy ghi ngày hết hạn.');
    if (need === 'toCell') want('toCellId', input.toCellId, 'Hãy chọn chi bộ tiếp nhận.');
    if (need === 'form') want('form', input.form, 'Hãy chọn hình thức kỷ luật.');
  }
  return missing;
}

/** Official and discipline may be entered after later events: their day is set by the rule or the decision, not by when it is typed. */
const LATE_ENTRY: readonly string[] = ['official', 'discipline'];

function dayProblems(input: RecordEvent, { history, today }: EventContext): Problem[] {
  const problems: Problem[] = [];
  const { effectiveOn, decisionDate, until } = input;
  if (effectiveOn && effectiveOn > today)
    problems.push({ path: 'effectiveOn', message: 'Ngày này ở sau hôm nay. Chỉ ghi vào sổ việc đã có hiệu lực.' });
  if (decisionDate && decisionDate > today)
    problems.push({ path: 'decisionDate', message: 'Ngày quyết định ở sau hôm nay. Hãy kiểm tra lại.' });
  if (effectiveOn && until && until <= effectiveOn && asksFor(input.kind, 'until'))
    problems.push({ path: 'until', message: 'Ngày hết hạn phải sau ngày bắt đầu.' });
  const standingEvents = effective(history);
  const last = LATE_ENTRY.includes(input.kind)
    ? standingEvents.findLast((event) => ENTERING.includes(event.kind))
    : standingEvents.at(-1);
  if (effectiveOn && last && effectiveOn < last.effectiveOn)
    problems.push({
      path: 'effectiveOn',
      message: `Ngày này ở trước biến động đã ghi (${eventLabel(last.kind)}, ${formatDate(last.effectiveOn)}). Hãy kiểm tra lại, hoặc hủy biến động đó trước nếu ghi nhầm.`,
    });
  return problems;
}

const WHY: Partial<Record<RecordEvent['kind'], (now: Standing) => string>> = {
  official: () => 'Chỉ đảng viên dự bị mới được công nhận chính thức; người này đã là đảng viên chính thức.',
  exempt: () => 'Người này đang được miễn công tác và sinh hoạt.',
  exempt_end: () => 'Người này không thuộc diện miễn công tác và sinh hoạt.',
  temporary_out: () => 'Người này đang sinh hoạt tạm thời nơi khác. Hãy ghi ngày trở về trước.',
  temporary_return: () => 'Người này không đi sinh hoạt tạm thời nơi khác.',
  introduced: (now) => `Người này đã được giới thiệu đi ${now.leavingFor} và chưa được tiếp nhận.`,
  moved: () => 'Người này đang ở chính chi bộ đó. Hãy chọn chi bộ khác.',
  suspension: () => 'Người này đang bị đình chỉ sinh hoạt.',
  suspension_end: () => 'Người này không bị đình chỉ sinh hoạt.',
};

function sequenceProblems(input: RecordEvent, candidate: LedgerEvent, { history }: EventContext): Problem[] {
  const now = standing(history);
  if (input.kind === 'restored') return restoredProblems(now);
  if (!now || now.status === 'left')
    return [
      {
        path: '',
        message: `Người này đã ra khỏi danh sách${now?.leftKind ? ` (${eventLabel(now.leftKind)})` : ''}. Chỉ ghi được “Phục hồi đảng tịch”, hoặc hủy bút toán ghi nhầm.`,
      },
    ];
  const clash = broken(history, candidate);
  if (!clash) return [];
  if (clash.id !== candidate.id)
    return [
      {
        path: 'effectiveOn',
        message: `Với ngày này, biến động đã ghi “${eventLabel(clash.kind)}” ngày ${formatDate(clash.effectiveOn)} không còn đúng. Hãy kiểm tra lại ngày.`,
      },
    ];
  const path = input.kind === 'moved' ? 'toCellId' : '';
  return [{ path, message: WHY[input.kind]?.(now) ?? 'Biến động này không phù hợp với tình trạng hiện nay của đảng viên.' }];
}

function restoredProblems(now: Standing | null): Problem[] {
  if (now?.status === 'left' && (now.leftKind === 'expelled' || now.leftKind === 'struck_off')) return [];
  return [
    { path: '', message: 'Chỉ phục hồi đảng tịch cho người đã bị khai trừ hoặc xóa tên (Quy định 117-QĐ/TW ngày 18/8/2023).' },
  ];
}

/** Rules that know exceptions: named, and let through with a reason. */
function ruleProblems(input: RecordEvent, { joined, history, rules }: EventContext): Problem[] {
  const on = input.effectiveOn ?? '';
  if (input.kind === 'discipline' && input.form === 'removal' && standing(history)?.status === 'probationary')
    return [{ path: 'form', message: 'Đảng viên dự bị chỉ bị khiển trách hoặc cảnh cáo (Quy định 69-QĐ/TW).' }];
  if (input.exceptionReason) return [];
  const ask = (message: string): Problem[] => [
    { path: 'exceptionReason', message: `${message} Nếu đúng như vậy, hãy ghi lý do rồi lưu lại.` },
  ];
  if (input.kind === 'official') {
    const rule = rules['probation.length'];
    const ends = addMonths(earliest(joined), rule.value);
    if (on < ends) return ask(`Chưa hết ${rule.value} tháng dự bị: đủ vào ngày ${formatDate(ends)} (${basisOf(rule)}).`);
  }
  if (input.kind === 'temporary_out' && input.until) {
    const months = monthsBetween(on, input.until);
    if (months < rules['temp.min'].value)
      return ask(`Thời gian đi dưới ${rules['temp.min'].value} tháng (${basisOf(rules['temp.min'])}).`);
    if (months >= rules['temp.max'].value)
      return ask(
        `Thời gian đi từ ${rules['temp.max'].value} tháng trở lên (${basisOf(rules['temp.max'])}; đi học tối đa ${rules['temp.study'].value} tháng).`,
      );
  }
  return [];
}

/** Why an event cannot be taken back; empty when it can. `candidate` is the reversal as it would stand in the ledger. */
export function reversalProblems(eventId: string, candidate: LedgerEvent, history: readonly LedgerEvent[]): Problem[] {
  const event = history.find((one) => one.id === eventId);
  if (!event || event.kind === 'reversal') return [{ path: '', message: 'Không tìm thấy bút toán cần hủy. Hãy tải lại trang.' }];
  if (history.some((one) => one.reversesId === eventId))
    return [{ path: '', message: 'Bút toán này đã được hủy trước đó. Hãy tải lại trang để xem.' }];
  const clash = broken(history, candidate);
  return clash
    ? [
        {
          path: '',
          message: `Biến động “${eventLabel(clash.kind)}” ngày ${formatDate(clash.effectiveOn)} dựa trên bút toán này. Hãy hủy biến động đó trước.`,
        },
      ]
    : [];
}
