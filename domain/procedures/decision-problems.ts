import { decideBy } from '../cadres/terms';
import { addMonths, formatDate, type IsoDate } from '../calendar';
import type { Judged } from '../meetings/minutes';
import { basisOf, type Rules } from '../rule-sets';
import { type DecisionKind, EFFECTS } from './decision-kinds';

/** A decision as typed. until: the last day in the post; null where the kind asks for none. */
export type Decision = {
  kind: DecisionKind;
  number: string;
  decidedOn: IsoDate;
  effectiveOn: IsoDate;
  until: IsoDate | null;
};
/** startedOn: since when the person holds the post that the decision is about; termEndsOn: its last day, where one was set. */
export type DecisionContext = {
  today: IsoDate;
  startedOn: IsoDate | null;
  termEndsOn: IsoDate | null;
  rules: Pick<Rules, 'second.max' | 'appoint.term' | 'appoint.decide' | 'appoint.extend'>;
};

/** '125-QĐ/TU' of the Party, '125/QĐ-UBND' of the State: a number, a hyphen or stroke, and the symbol. */
const NUMBER = /^\d{1,5}[a-zđ]?\s?[-/]\s?[\p{L}\d]{2,}(\s?[-/.]\s?[\p{L}\d.]+)*$/u;
export const isDecisionNumber = (text: string): boolean => NUMBER.test(text.trim());

/** Errors are days and numbers that cannot be; a term or secondment beyond the rule and a decision after the term warn. Paths are the form's fields. */
export function decisionProblems(decision: Decision, context: DecisionContext): Judged {
  const judged: Judged = { errors: [], warnings: [] };
  judgePaper(decision, context, judged);
  judgeUntil(decision, context, judged);
  judgeTerm(decision, context, judged);
  return judged;
}

function judgePaper(
  { number, decidedOn, effectiveOn }: Decision,
  { today, startedOn }: DecisionContext,
  { errors, warnings }: Judged,
): void {
  if (!isDecisionNumber(number))
    errors.push({ path: 'decisionNumber', message: 'Hãy ghi số và ký hiệu quyết định, ví dụ 125-QĐ/TU hoặc 125/QĐ-UBND.' });
  if (decidedOn > today)
    errors.push({ path: 'decisionDate', message: `Ngày quyết định ${formatDate(decidedOn)} chưa đến. Hãy sửa lại.` });
  if (startedOn && effectiveOn <= startedOn)
    errors.push({
      path: 'effectiveOn',
      message: `Chức vụ đang giữ bắt đầu ngày ${formatDate(startedOn)}; quyết định này phải có hiệu lực sau ngày đó.`,
    });
  if (effectiveOn < decidedOn)
    warnings.push({
      path: 'effectiveOn',
      message: `Quyết định có hiệu lực từ ${formatDate(effectiveOn)}, trước ngày ký ${formatDate(decidedOn)}. Hãy xem lại.`,
    });
}

function judgeUntil({ kind, effectiveOn, until }: Decision, { rules }: DecisionContext, { errors, warnings }: Judged): void {
  const path = 'until';
  if (EFFECTS[kind].until === 'required' && until === null)
    errors.push({ path, message: `${EFFECTS[kind].label} phải có ngày kết thúc. Hãy ghi đến ngày nào.` });
  if (until === null) return;
  if (until <= effectiveOn) errors.push({ path, message: 'Ngày kết thúc phải sau ngày có hiệu lực.' });
  const rule =
    kind === 'secondment' ? rules['second.max'] : kind === 'extension' ? rules['appoint.extend'] : rules['appoint.term'];
  if (until > addMonths(effectiveOn, rule.value))
    warnings.push({
      path,
      message: `${EFFECTS[kind].label} đến ${formatDate(until)} dài hơn ${rule.value} tháng (${basisOf(rule)}).`,
    });
}

function judgeTerm({ kind, decidedOn }: Decision, { termEndsOn, rules }: DecisionContext, { warnings }: Judged): void {
  if (EFFECTS[kind].post !== 'same' || termEndsOn === null) return;
  const rule = rules['appoint.decide'];
  if (decidedOn > decideBy(termEndsOn, rules))
    warnings.push({
      path: 'decisionDate',
      message: `Thời hạn giữ chức vụ hết ngày ${formatDate(termEndsOn)}; quyết định phải ban hành trước đó ít nhất ${rule.value} ngày (${basisOf(rule)}).`,
    });
}
