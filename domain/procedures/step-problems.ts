import { noticeBy } from '../cadres/terms';
import { formatDate, type IsoDate } from '../calendar';
import type { Judged } from '../meetings/minutes';
import { basisOf, type Rules } from '../rule-sets';
import { type BallotRules, baseOf, type Count, leastFor, outcomeOf } from './ballots';
import { BASE_WORDS, type Step } from './steps';

/**
 * What a sitting is held against. earlierOn: the day of the last step before it; nominated: who went on from the nomination; termEndsOn: of the
 * holding that a procedure may renew.
 */
export type StepContext = {
  today: IsoDate;
  openedOn: IsoDate;
  earlierOn: IsoDate | null;
  names: ReadonlyMap<string, string>;
  nominated: readonly string[];
  termEndsOn: IsoDate | null;
  rules: BallotRules & Pick<Rules, 'appoint.notice'>;
};
export type Sitting = Count & { heldOn: IsoDate; explanation: string | null; committeeOpinion: string | null };

/** Field of the votes of one candidate on the form of a step. */
export const votesField = (candidateId: string): string => `votes-${candidateId}`;

/**
 * Errors are counts that cannot be: more slips than people, more votes than slips, a day that has not come. A missing quorum, a result
 * unlike the nomination, an opinion not yet written warn and name their rule. Paths are the form's fields.
 */
export function stepProblems(step: Step, sitting: Sitting, context: StepContext): Judged {
  const judged: Judged = { errors: [], warnings: [] };
  judgeDay(step, sitting, context, judged);
  if (step.meeting) judgeAttendance(step, sitting, context, judged);
  if (step.ballot !== 'none') {
    judgeSlips(step, sitting, judged);
    judgeVotes(step, sitting, context, judged);
  }
  if (!judged.errors.length) judgeResult(step, sitting, context, judged);
  return judged;
}

/** Notice may have gone out before anybody opened the procedure. */
function judgeDay(step: Step, { heldOn }: Sitting, { today, openedOn, earlierOn }: StepContext, { errors }: Judged): void {
  const path = 'heldOn';
  if (heldOn > today) errors.push({ path, message: `Ngày ${formatDate(heldOn)} chưa đến. Hãy sửa ngày họp.` });
  else if (earlierOn && heldOn < earlierOn)
    errors.push({ path, message: `Bước trước họp ngày ${formatDate(earlierOn)}; bước này không thể họp trước ngày đó.` });
  else if (heldOn < openedOn && step.meeting)
    errors.push({ path, message: `Quy trình mở ngày ${formatDate(openedOn)}; bước này không thể họp trước ngày đó.` });
}

function judgeAttendance(step: Step, sitting: Sitting, { rules }: StepContext, { errors, warnings }: Judged): void {
  const { summoned, present, members } = sitting;
  if (summoned < 1) errors.push({ path: 'summoned', message: 'Số người được triệu tập phải từ 1 trở lên.' });
  else if (present > summoned)
    errors.push({
      path: 'present',
      message: `Có mặt ${present} người, nhiều hơn ${summoned} người được triệu tập. Hãy đếm lại.`,
    });
  else {
    const needed = leastFor(rules['cadre.quorum'].value, summoned);
    if (present < needed)
      warnings.push({
        path: 'present',
        message: `Có mặt ${present}/${summoned}, cần ít nhất ${needed} người: hội nghị không hợp lệ, phải họp lại (${basisOf(rules['cadre.quorum'])}).`,
      });
  }
  if (step.base === 'members' && (members ?? 0) < 1)
    errors.push({ path: 'members', message: 'Hãy ghi tổng số thành viên tập thể lãnh đạo, là số để tính tỷ lệ.' });
}

function judgeSlips(step: Step, sitting: Sitting, { errors }: Judged): void {
  const { present, members, issued, collected, valid } = sitting;
  const most = step.base === 'members' && members ? Math.min(present, members) : present;
  if (issued > most)
    errors.push({ path: 'issued', message: `Phát ra ${issued} phiếu, nhưng chỉ có ${most} người được bỏ phiếu. Hãy đếm lại.` });
  if (collected > issued)
    errors.push({ path: 'collected', message: `Thu về ${collected} phiếu, nhiều hơn ${issued} phiếu phát ra. Hãy đếm lại.` });
  if (valid > collected)
    errors.push({ path: 'valid', message: `${valid} phiếu hợp lệ, nhiều hơn ${collected} phiếu thu về. Hãy đếm lại.` });
}

function judgeVotes(step: Step, { votes, valid }: Sitting, { names }: StepContext, { errors }: Judged): void {
  const [first] = votes;
  if (!first) {
    errors.push({ path: '', message: 'Chưa có tên ai để bỏ phiếu. Hãy ghi nhân sự trước.' });
    return;
  }
  for (const { candidateId, votes: got } of votes)
    if (got > valid)
      errors.push({
        path: votesField(candidateId),
        message: `Đồng chí ${names.get(candidateId) ?? ''} được ${got} phiếu, nhiều hơn ${valid} phiếu hợp lệ. Hãy đếm lại.`,
      });
  const cast = votes.reduce((sum, { votes: got }) => sum + got, 0);
  if (step.ballot !== 'opinion' && cast > valid && !errors.some(({ path }) => path.startsWith('votes-')))
    errors.push({
      path: votesField(first.candidateId),
      message: `Cộng lại ${cast} phiếu, nhiều hơn ${valid} phiếu hợp lệ; mỗi phiếu chỉ ghi một người. Hãy đếm lại.`,
    });
}

function judgeResult(step: Step, sitting: Sitting, context: StepContext, judged: Judged): void {
  const { rules, names } = context;
  const outcome = outcomeOf(step, sitting, rules);
  const { headChoice } = sitting;
  if (headChoice !== null && outcome.kind !== 'head' && outcome.kind !== 'no_quorum')
    judged.errors.push({
      path: 'headChoice',
      message: 'Người đứng đầu chỉ quyết định khi phiếu đúng bằng mức quy định, và chỉ chọn trong những người bằng phiếu.',
    });
  const basis = basisOf(rules['cadre.pass']);
  const base = baseOf(step, sitting);
  const needed = leastFor(rules['cadre.pass'].value, base);
  const say = (path: string, message: string) => judged.warnings.push({ path, message });
  if (outcome.kind === 'tie')
    say(
      'headChoice',
      `Đúng một nửa của ${base}: người đứng đầu quyết định, báo cáo các ý kiến khác (${basisOf(rules['cadre.tie'])}).`,
    );
  if (outcome.kind === 'refused') say('', `Không ai được ${needed}/${base} ${BASE_WORDS[step.base]} (${basis}).`);
  if (outcome.kind === 'top_two' && outcome.tied.length)
    say(
      '',
      `Bằng phiếu ở vị trí thứ hai: ${outcome.tied.map((id) => names.get(id) ?? '').join(', ')}; cấp có thẩm quyền quyết định.`,
    );
  judgeRemarks(step, sitting, outcome.onward, context, say);
}

function judgeRemarks(
  step: Step,
  { votes, explanation, committeeOpinion, heldOn, ...count }: Sitting,
  onward: readonly string[],
  { nominated, names, termEndsOn, rules }: StepContext,
  say: (path: string, message: string) => void,
): void {
  if (step.key === 'select' && nominated.length && onward.some((id) => !nominated.includes(id)) && !explanation)
    say('explanation', 'Kết quả khác bước giới thiệu. Hãy ghi giải trình.');
  if (step.key === 'decide' && !committeeOpinion)
    say('committeeOpinion', 'Chưa ghi ý kiến bằng văn bản của cấp ủy; cần có trước khi biểu quyết.');
  if (step.key === 'notice' && termEndsOn) for (const words of noticeDoubts(heldOn, termEndsOn, rules)) say('heldOn', words);
  if (step.key === 'renew' && count.headChoice !== null && !explanation)
    say('explanation', `Người đứng đầu đã quyết định; hãy ghi các ý kiến khác để báo cáo (${basisOf(rules['cadre.tie'])}).`);
  const needed = leastFor(rules['cadre.pass'].value, baseOf(step, count));
  if (step.ballot !== 'opinion') return;
  for (const { candidateId, votes: got } of votes)
    if (got < needed)
      say(
        votesField(candidateId),
        `Đồng chí ${names.get(candidateId) ?? ''} được ${got} ý kiến đồng ý, dưới mức ${needed}; kết quả này là một căn cứ xem xét (${basisOf(rules['cadre.pass'])}).`,
      );
}

/** Notice of the end of a term that was given later than the rule says; none where it was in time. */
export function noticeDoubts(noticedOn: IsoDate, termEndsOn: IsoDate, rules: Pick<Rules, 'appoint.notice'>): string[] {
  const by = noticeBy(termEndsOn, rules);
  if (noticedOn <= by) return [];
  const rule = rules['appoint.notice'];
  return [
    `Thông báo ngày ${formatDate(noticedOn)}, sau hạn ${formatDate(by)}: phải báo trước ít nhất ${rule.value} ngày khi hết thời hạn ${formatDate(termEndsOn)} (${basisOf(rule)}).`,
  ];
}
