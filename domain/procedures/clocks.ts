import { addDays, addWorkingDays, countWorkingDays, formatDate, type Holiday, type IsoDate } from '../calendar';
import { basisOf, type InForce, type Rules } from '../rule-sets';

/** A term in working days. left: working days from today to the last day; 0 on that day, negative after it. */
export type Clock = { dueOn: IsoDate; left: number; overdue: boolean; basis: string };
export type ClockDays = { requestedOn: IsoDate | null; answeredOn: IsoDate | null; concludedOn: IsoDate | null };
export type ClockRules = Pick<Rules, 'cadre.policy' | 'cadre.finish'>;

const clock = (from: IsoDate, rule: InForce<number>, until: IsoDate, holidays: readonly Holiday[]): Clock => {
  const dueOn = addWorkingDays(from, rule.value, holidays);
  return { dueOn, left: countWorkingDays(until, dueOn, holidays), overdue: until > dueOn, basis: basisOf(rule) };
};

/**
 * The two terms of a procedure: the authority answers the policy asked for, the unit finishes after the answer. A clock that its event
 * stopped stands at that event. null: not started.
 */
export function clocksOf(
  { requestedOn, answeredOn, concludedOn }: ClockDays,
  today: IsoDate,
  rules: ClockRules,
  holidays: readonly Holiday[],
): { answer: Clock | null; finish: Clock | null } {
  return {
    answer: requestedOn === null ? null : clock(requestedOn, rules['cadre.policy'], answeredOn ?? today, holidays),
    finish: answeredOn === null ? null : clock(answeredOn, rules['cadre.finish'], concludedOn ?? today, holidays),
  };
}

/** 'còn 4 ngày làm việc (hạn 12/03/2026)'. */
export function clockWords({ dueOn, left, overdue }: Clock): string {
  const day = formatDate(dueOn);
  if (overdue) return left < 0 ? `quá hạn ${-left} ngày làm việc (hạn ${day})` : `quá hạn (hạn ${day})`;
  return left > 0 ? `còn ${left} ngày làm việc (hạn ${day})` : `đến hạn hôm nay (${day})`;
}

/** The last day on which a term of that many working days must have begun to be over by today; the SQL of lists compares with it. */
export function overdueSince(workingDays: number, today: IsoDate, holidays: readonly Holiday[]): IsoDate {
  let day = addWorkingDays(today, -workingDays, holidays);
  while (addWorkingDays(day, workingDays, holidays) >= today) day = addDays(day, -1);
  return day;
}
