import type { RetirementRule } from '../cadres/codes';
import { type Retirement, retirementOf } from '../cadres/retirement';
import {
  type AtExpiry,
  atExpiry,
  daysUntil,
  decideBy,
  type ExpiringPost,
  type ExpiryRules,
  type Proposal,
  termEnd,
} from '../cadres/terms';
import { formatDate, type IsoDate, type PartialDate } from '../calendar';
import type { Problem } from '../problems';
import type { Rules } from '../rule-sets';
import { EFFECTS } from './decision-kinds';

/** What keeps somebody in the title that they hold when its term ends. */
export type RenewalKind = 'reappointment' | 'extension';
export const RENEWAL_KINDS = ['reappointment', 'extension'] as const satisfies readonly RenewalKind[];

const PROPOSED: Partial<Record<Proposal, RenewalKind>> = {
  reappoint: 'reappointment',
  reappoint_to_retirement: 'reappointment',
  extend: 'extension',
};

/** The decision that the months left to retirement suggest; null: none, the person retires or the title is elected anew. */
export const renewalOf = (proposal: Proposal): RenewalKind | null => PROPOSED[proposal] ?? null;

/** A holding whose term ends, with what of its holder the months left are reckoned from. */
export type Ending = {
  front: boolean;
  female: boolean;
  born: PartialDate;
  retirementRule: RetirementRule;
  retirementDate: IsoDate | null;
};

/** When the holder retires, what stands at the end of the term, and the decision that follows from both. */
export function renewalAt(
  { front, female, born, retirementRule: rule, retirementDate: on }: Ending,
  termEndsOn: IsoDate,
  rules: Rules,
) {
  const retirement = retirementOf({ female, born, rule, on }, rules);
  const expiry = atExpiry({ elected: false, front }, termEndsOn, retirement, rules);
  return { retirement, expiry, kind: renewalOf(expiry.proposal) };
}

/** The last day where the decision writes none: of a whole term, of work where that comes first. retirement null: not known. */
export function renewedUntil(
  kind: RenewalKind,
  effectiveOn: IsoDate,
  retirement: Pick<Retirement, 'leaves'> | null,
  rules: Pick<Rules, 'appoint.term'>,
): IsoDate | null {
  const term = termEnd(effectiveOn, rules);
  if (kind === 'extension') return retirement?.leaves ?? null;
  return retirement && retirement.leaves > effectiveOn && retirement.leaves < term ? retirement.leaves : term;
}

export type Renewing = { kind: RenewalKind; termEndsOn: IsoDate; until: IsoDate | null; post: ExpiringPost };

/** Why the authority should look again at keeping somebody in the title: the months left speak for another decision, or for none. */
export function renewalDoubts(
  { kind, termEndsOn, until, post }: Renewing,
  retirement: Pick<Retirement, 'reaches' | 'leaves'>,
  rules: ExpiryRules,
): string[] {
  const expiry = atExpiry(post, termEndsOn, retirement, rules);
  const beyond =
    until !== null && until > retirement.leaves
      ? [`${EFFECTS[kind].label} đến ${formatDate(until)} là sau ngày nghỉ hưu ${formatDate(retirement.leaves)}.`]
      : [];
  return [...monthsDoubt(kind, expiry, rules), ...beyond];
}

function monthsDoubt(kind: RenewalKind, { proposal, monthsLeft, basis }: AtExpiry, rules: ExpiryRules): string[] {
  if (proposal === 'reelect' || proposal === 'replace') return ['Chức danh này do bầu cử: hết nhiệm kỳ thì xét tái cử.'];
  const left = `Khi hết thời hạn còn ${Math.max(monthsLeft, 0)} tháng đến tuổi nghỉ hưu`;
  const other = renewalOf(proposal);
  if (other === null) return [`${left}: đề xuất chuẩn bị nhân sự thay (${basis}).`];
  if (other === kind) return [];
  const side = other === 'extension' ? 'dưới' : 'từ';
  return [
    `${left}, ${side} ${rules['appoint.extend'].value} tháng: đề xuất ${EFFECTS[other].label.toLocaleLowerCase('vi')} (${basis}).`,
  ];
}

export type RenewableHolding = {
  fromOn: IsoDate;
  termEndsOn: IsoDate | null;
  endedOn: IsoDate | null;
  reversed: boolean;
  elected: boolean;
  body: boolean;
};

/** What stands against opening a procedure on a holding: it is over, has no term, or is elected anew. Paths are the form's fields. */
export function openingProblems(openedOn: IsoDate, holding: RenewableHolding, today: IsoDate): Problem[] {
  const fault = (path: string, message: string): Problem[] => [{ path, message }];
  if (holding.reversed || holding.endedOn) return fault('', 'Chức vụ này đã thôi giữ hoặc đã hủy. Hãy mở lại trang để xem.');
  if (holding.elected || holding.body)
    return fault('', 'Chức danh này do bầu cử hoặc chỉ định theo nhiệm kỳ: hết nhiệm kỳ thì xét tái cử, không bổ nhiệm lại.');
  if (!holding.termEndsOn) return fault('', 'Chức vụ này không ghi thời hạn nên không có ngày phải bổ nhiệm lại.');
  if (openedOn > today) return fault('openedOn', `Ngày ${formatDate(openedOn)} chưa đến. Hãy sửa lại.`);
  if (openedOn < holding.fromOn)
    return fault('openedOn', `Chức vụ được giữ từ ngày ${formatDate(holding.fromOn)}; quy trình không thể mở trước ngày đó.`);
  return [];
}

/** The last day of the decision and the days left to it; negative: past. A clock that the end of the procedure stopped stands there. */
export type RenewalClock = { dueOn: IsoDate; left: number; overdue: boolean };

export function renewalClock(termEndsOn: IsoDate, until: IsoDate, rules: Pick<Rules, 'appoint.decide'>): RenewalClock {
  const dueOn = decideBy(termEndsOn, rules);
  const left = daysUntil(dueOn, until);
  return { dueOn, left, overdue: left < 0 };
}

/** 'còn 12 ngày để quyết định (hạn 29/11/2026)'. */
export function renewalClockWords({ dueOn, left, overdue }: RenewalClock): string {
  const day = formatDate(dueOn);
  if (overdue) return `quá hạn quyết định ${-left} ngày (hạn ${day})`;
  return left > 0 ? `còn ${left} ngày để quyết định (hạn ${day})` : `đến hạn quyết định hôm nay (${day})`;
}
