import { addMonths, formatDate, monthLabel } from '../calendar';
import type { Problem } from '../problems';
import { reaches, type Share } from '../rule-sets/shares';
import type { Minutes } from './inputs';
import { type AttendanceCode, DUE_CODES, PRESENT_CODES, RESOLUTION_LABELS, type ResolutionKind, type ScoreBand } from './words';

export type Cited<V> = { value: V; citation: string };
/** The rules that minutes are held against, as in force on the day of the meeting. */
export type MinutesRules = {
  ordinary: Cited<Share>;
  admission: Cited<Share>;
  official: Cited<Share>;
  strike_off: Cited<Share>;
  quorum: Cited<Share>;
  absenceWarn: Cited<number>;
  rubric: Cited<{
    groups: { key: string; label: string; max: number; criteria: { key: string; label: string; max: number }[] }[];
    bands: { good: number; fair: number; average: number };
  }>;
};

/** A member of the cell on the day; absences: meetings missed without reason this year before this one. */
export type RollMember = { id: string; name: string; official: boolean; usual: AttendanceCode; absences: number };
export type OpenAssignment = { id: string; text: string };
export type MinutesContext = {
  kind: string;
  month: string;
  today: string;
  roll: readonly RollMember[];
  open: readonly OpenAssignment[];
  rules: MinutesRules;
};
export type Judged = { errors: Problem[]; warnings: Problem[] };

export type HeadCount = {
  total: number;
  officials: number;
  due: number;
  present: number;
  officialsPresent: number;
  voting: number;
  excused: number;
  absent: number;
};

/** Persons by their code. voting: official members who owe presence, and exempt ones who came; probationers and the suspended have no vote (Statute). */
export function headCount(roll: readonly RollMember[], attendance: Minutes['attendance']): HeadCount {
  const codes = new Map(attendance.map(({ memberId, code }) => [memberId, code]));
  const rows = roll.map((member) => ({ official: member.official, code: codes.get(member.id) ?? member.usual }));
  const count = (test: (row: (typeof rows)[number]) => boolean) => rows.filter(test).length;
  return {
    total: rows.length,
    officials: count(({ official }) => official),
    due: count(({ code }) => DUE_CODES.includes(code)),
    present: count(({ code }) => PRESENT_CODES.includes(code)),
    officialsPresent: count(({ official, code }) => official && PRESENT_CODES.includes(code)),
    voting: count(({ official, code }) => official && code !== 'suspended' && code !== 'exempt' && code !== 'away'),
    excused: count(({ code }) => code === 'excused'),
    absent: count(({ code }) => code === 'absent'),
  };
}

/** What a vote of that kind is counted on: all members with a vote for a resolution, all official members for matters of membership. Never those present. */
export const voteBase = (kind: ResolutionKind, heads: HeadCount): number =>
  kind === 'ordinary' ? heads.voting : heads.officials;

/** The least number of votes that passes. */
export function votesNeeded(rule: Share, base: number): number {
  for (let votes = 0; votes <= base; votes += 1) if (reaches(rule, votes, base)) return votes;
  return base;
}

export const passes = (rule: Share, inFavour: number, base: number): boolean => base > 0 && reaches(rule, inFavour, base);

export type Score = { score: number; band: ScoreBand; groups: { key: string; label: string; max: number; points: number }[] };

/** Points by group and the band they fall in; null when nothing was scored. */
export function scoreOf(scores: Minutes['scores'], rubric: MinutesRules['rubric']['value']): Score | null {
  if (!Object.keys(scores).length) return null;
  const groups = rubric.groups.map(({ key, label, max, criteria }) => ({
    key,
    label,
    max,
    points: criteria.reduce((sum, criterion) => sum + (scores[criterion.key] ?? 0), 0),
  }));
  const score = Math.round(groups.reduce((sum, group) => sum + group.points, 0) * 10) / 10;
  const { good, fair, average } = rubric.bands;
  return { score, band: score >= good ? 'good' : score >= fair ? 'fair' : score >= average ? 'average' : 'poor', groups };
}

/** Errors can never be right and stop the submission; warnings name their rule and leave the decision to the cell. Paths are the form's fields. */
export function minutesProblems(minutes: Minutes, context: MinutesContext): Judged {
  const judged: Judged = { errors: [], warnings: [] };
  const heads = headCount(context.roll, minutes.attendance);
  judgeHeader(minutes, context, judged);
  judgeRoll(minutes, context, heads, judged);
  judgeClosing(minutes, context, judged);
  for (const at of minutes.resolutions.keys()) judgeVote(minutes, at, heads, context.rules, judged);
  judgeText(minutes, judged);
  judgeScore(minutes, context.rules, judged);
  return judged;
}

function judgeHeader(minutes: Minutes, { month, today }: MinutesContext, { errors, warnings }: Judged): void {
  const required: [keyof Minutes, string][] = [
    ['heldOn', 'Hãy ghi ngày họp.'],
    ['startsAt', 'Hãy ghi giờ bắt đầu.'],
    ['endsAt', 'Hãy ghi giờ kết thúc.'],
    ['place', 'Hãy ghi nơi họp.'],
    ['chairName', 'Hãy ghi tên người chủ trì.'],
    ['secretaryName', 'Hãy ghi tên thư ký (người ghi biên bản).'],
  ];
  for (const [path, message] of required) if (!minutes[path]) errors.push({ path, message });
  if (minutes.heldOn > today)
    errors.push({ path: 'heldOn', message: `Ngày họp ${formatDate(minutes.heldOn)} chưa đến. Hãy sửa ngày họp.` });
  else if (minutes.heldOn && (minutes.heldOn < month || minutes.heldOn >= addMonths(month, 1)))
    warnings.push({
      path: 'heldOn',
      message: `Ngày họp ${formatDate(minutes.heldOn)} không nằm trong ${monthLabel(month)}. Hãy xem lại, nếu đúng là họp bù thì giữ nguyên.`,
    });
  if (minutes.startsAt && minutes.endsAt && minutes.endsAt <= minutes.startsAt)
    errors.push({ path: 'endsAt', message: 'Giờ kết thúc phải sau giờ bắt đầu.' });
}

function judgeRoll(
  minutes: Minutes,
  { roll, rules, kind }: MinutesContext,
  heads: HeadCount,
  { errors, warnings }: Judged,
): void {
  const known = new Map(roll.map((member) => [member.id, member]));
  minutes.attendance.forEach(({ memberId, code, reason }, at) => {
    const member = known.get(memberId);
    if (!member)
      errors.push({
        path: `attendance.${at}`,
        message: 'Danh sách điểm danh có người không thuộc chi bộ. Hãy tải lại trang để lấy danh sách mới.',
      });
    else if (code === 'excused' && !reason)
      errors.push({ path: `attendance.${at}`, message: `Hãy chọn lý do vắng của đồng chí ${member.name}.` });
    else if (code === 'absent' && member.absences + 1 >= rules.absenceWarn.value)
      warnings.push({
        path: `attendance.${at}`,
        message: `Đồng chí ${member.name} vắng không lý do lần thứ ${member.absences + 1} trong năm; bỏ sinh hoạt ba tháng trong năm là căn cứ xem xét xóa tên (${rules.absenceWarn.citation}).`,
      });
  });
  if (new Set(minutes.attendance.map(({ memberId }) => memberId)).size !== minutes.attendance.length)
    errors.push({ path: 'attendance', message: 'Có người được điểm danh hai lần. Hãy tải lại trang.' });
  if (!heads.present) errors.push({ path: 'attendance', message: 'Chưa có ai có mặt. Hãy điểm danh lại.' });
  else if (kind !== 'committee' && !reaches(rules.quorum.value, heads.present, heads.due))
    warnings.push({
      path: 'attendance',
      message: `Chỉ có ${heads.present}/${heads.due} đảng viên phải dự có mặt, dưới mức ${rules.quorum.value.numerator}/${rules.quorum.value.denominator} (${rules.quorum.citation}).`,
    });
}

function judgeClosing(minutes: Minutes, { open }: MinutesContext, { errors }: Judged): void {
  const answered = new Map(minutes.closing.map(({ assignmentId, outcome }) => [assignmentId, outcome]));
  open.forEach((assignment, at) => {
    if (!answered.get(assignment.id))
      errors.push({
        path: `closing.${at}`,
        message: `Việc tháng trước “${assignment.text}” chưa được đánh giá: xong, chưa xong hay chuyển sang tháng sau?`,
      });
  });
}

function judgeVote(minutes: Minutes, at: number, heads: HeadCount, rules: MinutesRules, { errors, warnings }: Judged): void {
  const vote = minutes.resolutions[at];
  if (!vote) return;
  const name = `Biểu quyết ${at + 1}`;
  const cast = vote.inFavour + vote.against + vote.other;
  if (!vote.text) errors.push({ path: `resolutions.${at}.text`, message: `${name}: hãy ghi nội dung biểu quyết.` });
  if (vote.base < 1) errors.push({ path: `resolutions.${at}.base`, message: `${name}: tổng số được tính phải từ 1 trở lên.` });
  if (cast > vote.base)
    errors.push({
      path: `resolutions.${at}.inFavour`,
      message: `${name}: cộng lại ${cast} phiếu, nhiều hơn tổng số được tính ${vote.base}. Hãy đếm lại.`,
    });
  else if (cast > heads.officialsPresent)
    errors.push({
      path: `resolutions.${at}.inFavour`,
      message: `${name}: cộng lại ${cast} phiếu, nhưng chỉ có ${heads.officialsPresent} đảng viên chính thức có mặt. Hãy đếm lại phiếu hoặc sửa điểm danh.`,
    });
  if (vote.base !== voteBase(vote.kind, heads) && !vote.baseReason)
    errors.push({
      path: `resolutions.${at}.base`,
      message: `${name}: tổng số được tính theo danh sách là ${voteBase(vote.kind, heads)}. Nếu dùng số khác, hãy ghi lý do.`,
    });
  const rule = rules[vote.kind];
  if (cast > 0 && cast <= vote.base && !passes(rule.value, vote.inFavour, vote.base))
    warnings.push({
      path: `resolutions.${at}.inFavour`,
      message: `${name} (${RESOLUTION_LABELS[vote.kind].toLowerCase()}) không được thông qua: ${vote.inFavour}/${vote.base}, cần ${votesNeeded(rule.value, vote.base)} phiếu (${rule.citation}).`,
    });
}

function judgeText(minutes: Minutes, { errors, warnings }: Judged): void {
  if (!minutes.agenda.some(({ title }) => title))
    errors.push({ path: 'agenda', message: 'Hãy ghi ít nhất một nội dung của buổi sinh hoạt.' });
  if (!minutes.conclusion) errors.push({ path: 'conclusion', message: 'Hãy ghi kết luận của người chủ trì.' });
  if (!minutes.opinions.some(({ text }) => text))
    warnings.push({
      path: 'opinions',
      message: 'Chưa ghi ý kiến nào của đảng viên. Biên bản cần ghi ý kiến theo tên người phát biểu.',
    });
  minutes.opinions.forEach(({ speakerName, text }, at) => {
    if (text && !speakerName)
      errors.push({ path: `opinions.${at}.speakerName`, message: `Ý kiến ${at + 1}: hãy chọn người phát biểu.` });
  });
  minutes.assignments.forEach(({ text, memberName, dueOn }, at) => {
    if (text && !memberName)
      errors.push({ path: `assignments.${at}.memberName`, message: `Việc ${at + 1}: hãy chọn người thực hiện.` });
    if (!text && memberName) errors.push({ path: `assignments.${at}.text`, message: `Việc ${at + 1}: hãy ghi việc cần làm.` });
    if (text && !dueOn) warnings.push({ path: `assignments.${at}.dueOn`, message: `Việc ${at + 1} chưa có thời hạn.` });
  });
}

function judgeScore(minutes: Minutes, { rubric }: MinutesRules, { errors, warnings }: Judged): void {
  const criteria = rubric.value.groups.flatMap((group) => group.criteria);
  if (!Object.keys(minutes.scores).length) {
    warnings.push({ path: 'scores', message: 'Buổi sinh hoạt chưa được chấm điểm.' });
    return;
  }
  for (const { key, label, max } of criteria) {
    const points = minutes.scores[key];
    if (points === undefined) errors.push({ path: `scores.${key}`, message: `Chưa chấm điểm: ${label}.` });
    else if (points > max) errors.push({ path: `scores.${key}`, message: `“${label}” chỉ được tối đa ${max} điểm.` });
  }
}
