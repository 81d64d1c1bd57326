import { formatDate, type IsoDate, monthsBetween } from '@/domain/calendar';
import type { Problem } from '@/domain/problems';
import { basisOf, type Rules } from '@/domain/rule-sets';
import type { RotationLevel } from './levels';
import type { RotationBasis } from './words';

/** A rule that the case does not meet, with the rule: the authority that decides may go on with a reason. */
export type Warning = { rule: string; message: string };

export type MoveRules = Pick<Rules, 'months.rotate' | 'appoint.term' | 'rotate.min' | 'rotate.conditions' | 'district.ended'>;

/** A rotation as it is proposed or begun. Unknown facts are null: they are told, never taken as met. */
export type Move = {
  basis: RotationBasis;
  fromPostId: string;
  toPostId: string;
  from: RotationLevel;
  to: RotationLevel;
  startedOn: IsoDate;
  until: IsoDate | null;
  /** Months of work left on the day of departure. */
  monthsLeft: number | null;
  /** In an approved planning list. */
  planned: boolean;
  /** The post given stands above the one left. */
  higher: boolean;
  /** Whether the place is the person's own; null: the home place is not written. */
  local: boolean | null;
  /** Seats of the post that nobody will hold on that day. */
  freeSeats: number;
};

/** What the rules in force on the day of departure do not expect. */
export function moveWarnings(move: Move, rules: MoveRules): Warning[] {
  return [...ageWarnings(move, rules), ...lengthWarnings(move, rules), ...postWarnings(move, rules)];
}

function ageWarnings({ basis, monthsLeft }: Move, rules: MoveRules): Warning[] {
  const rule = basis === 'b' ? rules['appoint.term'] : rules['months.rotate'];
  const wanted =
    basis === 'b'
      ? `trọn một nhiệm kỳ (${rule.value} tháng, ${basisOf(rules['months.rotate'])})`
      : `${rule.value} tháng (${basisOf(rule)})`;
  if (monthsLeft === null)
    return [{ rule: 'months.rotate', message: `Chưa tính được thời gian công tác còn lại; cần còn ít nhất ${wanted}.` }];
  if (monthsLeft >= rule.value) return [];
  return [{ rule: 'months.rotate', message: `Còn ${monthsLeft} tháng công tác khi luân chuyển, ít hơn ${wanted}.` }];
}

function lengthWarnings({ startedOn, until }: Move, rules: MoveRules): Warning[] {
  const least = rules['rotate.min'];
  if (until === null || monthsBetween(startedOn, until) >= least.value) return [];
  const months = monthsBetween(startedOn, until);
  return [{ rule: 'rotate.min', message: `Thời hạn ${months} tháng, ít hơn ${least.value} tháng (${basisOf(least)}).` }];
}

function postWarnings({ basis, planned, higher, local, freeSeats }: Move, rules: MoveRules): Warning[] {
  const rule = rules['rotate.conditions'];
  if (rule.value === 'free') return [];
  const source = basisOf(rule);
  const warnings: Warning[] = [];
  if (basis === 'a' && !planned)
    warnings.push({
      rule: 'planned',
      message: `Chưa có trong quy hoạch được phê duyệt, là điều kiện của đối tượng a (${source}).`,
    });
  if (higher)
    warnings.push({
      rule: 'higher',
      message: `Chức vụ được giao cao hơn chức vụ hiện giữ: chỉ với cán bộ có thành tích nổi trội (${source}).`,
    });
  if (basis === 'b' && local === true)
    warnings.push({
      rule: 'local',
      message: `Nơi đến là quê của người được luân chuyển, trái với mục đích bố trí người không là người địa phương (${source}).`,
    });
  if (basis === 'b' && local === null)
    warnings.push({
      rule: 'local',
      message: `Hồ sơ chưa ghi quê quán nên chưa rõ có là người địa phương hay không (${source}).`,
    });
  if (freeSeats < 1)
    warnings.push({
      rule: 'seats',
      message: `Chức danh nơi đến không còn chỗ; không bố trí tăng thêm chức danh để luân chuyển (${source}).`,
    });
  return warnings;
}

/** What can never be right. `running`: where the person is rotated to at present; null when nowhere. */
export function rotationProblems(move: Move, running: string | null, rules: MoveRules): Problem[] {
  const problems: Problem[] = [];
  if (running !== null)
    problems.push({
      path: '',
      message: `Người này đang luân chuyển tại ${running}. Hãy kết thúc đợt đó trước khi bắt đầu đợt mới.`,
    });
  if (move.fromPostId === move.toPostId)
    problems.push({ path: 'postId', message: 'Chức vụ nơi đến chính là chức vụ đang giữ. Hãy chọn chức vụ khác.' });
  if (move.until !== null && move.until <= move.startedOn)
    problems.push({ path: 'until', message: 'Ngày hết hạn phải sau ngày bắt đầu luân chuyển.' });
  return [...problems, ...districtProblems(move, rules)];
}

/** The district level is closed for new moves from its last month on; older moves keep it. */
export function districtProblems(
  { from, to, startedOn }: Pick<Move, 'from' | 'to' | 'startedOn'>,
  rules: Pick<Rules, 'district.ended'>,
): Problem[] {
  const ended = rules['district.ended'];
  if ((from !== 'district' && to !== 'district') || startedOn < `${ended.value}-01`) return [];
  return [
    {
      path: 'startedOn',
      message: `Từ ${formatDate(ended.value)} không còn cấp huyện (${basisOf(ended)}): không ghi lượt luân chuyển mới đến hoặc đi từ cấp huyện.`,
    },
  ];
}

/** Warnings as problems of a form, each naming its rule; none once a reason is given. */
export function askReason(warnings: readonly Pick<Warning, 'message'>[], reason: string | null): Problem[] {
  if (reason !== null) return [];
  return warnings.map(({ message }) => ({
    path: 'exceptionReason',
    message: `${message} Nếu cấp có thẩm quyền vẫn quyết định, hãy ghi lý do rồi lưu lại.`,
  }));
}
