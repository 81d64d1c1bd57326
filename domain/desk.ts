import { briefingAddress, rowsAddress } from './briefings/address';
import type { PlanRow } from './briefings/briefing';
import { behindPlan } from './briefings/sentences';
import { noticeBy } from './cadres/terms';
import {
  addDays,
  addMonths,
  addWorkingDays,
  formatDate,
  type Holiday,
  type IsoDate,
  type IsoMonth,
  latest,
  monthLabel,
  monthOf,
  quarterOf,
} from './calendar';
import { formatCount } from './numbers';
import { basisOf, type Rules } from './rule-sets';
import { lowerFirst } from './text';

/** What the books say about a viewer's work; lists are cut short, counts are whole. Dates YYYY-MM-DD, months their first day. */
export type DeskFacts = {
  holidays: Holiday[];
  /** Cells whose minutes the viewer writes, with the state of this and last month's regular meeting. */
  own: {
    cellId: string;
    cell: string;
    month: IsoMonth;
    meetingId: string | null;
    heldOn: IsoDate | null;
    state: 'none' | 'draft' | 'submitted' | 'returned';
    reason: string | null;
  }[];
  waiting: { count: number; oldest: IsoDate | null; month: IsoMonth | null };
  /** Cells under each committee in reach without last month's minutes, most first. */
  behind: { unitId: string; name: string; count: number }[];
  introduced: { memberId: string; name: string; cell: string; to: string; on: IsoDate }[];
  /** on: the day they joined, from which the probation counts. */
  probation: { memberId: string; name: string; cell: string; on: IsoDate }[];
  /** Terms of cadres that nobody has ended, the earliest end first. */
  terms: { appointmentId: string; name: string; title: string; on: IsoDate }[];
  accounts: { mustChange: number; ending: number } | null;
  logged: { today: number } | null;
};

export type DeskPart = 'late' | 'soon' | 'returned';
/** One line of work: what, by which rule, and where it ends. days: left until the deadline, negative when past; null where there is none. */
export type DeskLine = { part: DeskPart; key: string; text: string; rule: string; href: string; days: number | null };

const SOON_DAYS = 30;
const daysUntil = (due: IsoDate, today: IsoDate) => Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
const dated = (line: Omit<DeskLine, 'part' | 'days'>, due: IsoDate, today: IsoDate): DeskLine => {
  const days = daysUntil(due, today);
  return { ...line, part: days < 0 ? 'late' : 'soon', days };
};

/** What the rules read; the keys of Rules that the desk needs. */
export type DeskRules = Pick<
  Rules,
  'meeting.submit.days' | 'transfer.present' | 'probation.length' | 'official.consider' | 'target.danger' | 'appoint.notice'
>;

/** Minutes are due the given days after the meeting; without a meeting, counted from the end of its month. */
function ownMinutes(facts: DeskFacts, rules: DeskRules, today: IsoDate): DeskLine[] {
  const rule = rules['meeting.submit.days'];
  return facts.own.flatMap((meeting): DeskLine[] => {
    const key = `own-${meeting.cellId}-${meeting.month}`;
    const href = meeting.meetingId
      ? `/meetings/${meeting.meetingId}`
      : `/meetings?unit=${meeting.cellId}&month=${meeting.month.slice(0, 7)}`;
    if (meeting.state === 'submitted') return [];
    if (meeting.state === 'returned')
      return [
        {
          part: 'returned',
          key,
          href,
          days: null,
          text: `Biên bản ${monthLabel(meeting.month)} của ${meeting.cell} bị trả lại`,
          rule: meeting.reason ? `“${meeting.reason}”` : 'Sửa theo ý kiến rồi nộp lại',
        },
      ];
    const due = addDays(meeting.heldOn ?? latest(meeting.month.slice(0, 7)), rule.value);
    const what = meeting.state === 'draft' ? 'Nộp biên bản' : 'Họp và ghi biên bản';
    return [
      dated(
        {
          key,
          href,
          text: `${what} sinh hoạt ${monthLabel(meeting.month)}: ${meeting.cell}`,
          rule: `Hạn ${formatDate(due)}: ${rule.value} ngày kể từ ngày họp, ${basisOf(rule)}`,
        },
        due,
        today,
      ),
    ];
  });
}

function committeeMinutes(facts: DeskFacts, rules: DeskRules, today: IsoDate): DeskLine[] {
  const lines: DeskLine[] = [];
  if (facts.waiting.count)
    lines.push({
      part: 'soon',
      key: 'waiting',
      href: `/meetings?month=${facts.waiting.month?.slice(0, 7) ?? ''}`,
      days: null,
      text: `${formatCount(facts.waiting.count)} biên bản chờ duyệt`,
      rule: facts.waiting.oldest ? `Biên bản nộp sớm nhất từ ${formatDate(facts.waiting.oldest)}` : '',
    });
  const rule = rules['meeting.submit.days'];
  const last = addMonths(monthOf(today), -1);
  const due = addDays(latest(last.slice(0, 7)), rule.value);
  for (const unit of facts.behind)
    lines.push(
      dated(
        {
          key: `behind-${unit.unitId}`,
          href: `/meetings?unit=${unit.unitId}&month=${last.slice(0, 7)}`,
          text: `${formatCount(unit.count)} chi bộ thuộc ${inSentence(unit.name)} chưa nộp biên bản ${monthLabel(last)}`,
          rule: `Hạn chậm nhất ${formatDate(due)}: ${rule.value} ngày kể từ ngày họp, ${basisOf(rule)}`,
        },
        due,
        today,
      ),
    );
  return lines;
}

function transfers({ introduced, holidays }: DeskFacts, rules: DeskRules, today: IsoDate): DeskLine[] {
  const rule = rules['transfer.present'];
  return introduced.map(({ memberId, name, to, on }) => {
    const due = addWorkingDays(on, rule.value, holidays);
    return dated(
      {
        key: `introduced-${memberId}`,
        href: `/members/${memberId}`,
        text: `${name}: đã giới thiệu đi ${to}, chưa được tiếp nhận`,
        rule: `${rule.value} ngày làm việc kể từ ${formatDate(on)}, ${basisOf(rule)}`,
      },
      due,
      today,
    );
  });
}

function probations({ probation, holidays }: DeskFacts, rules: DeskRules, today: IsoDate): DeskLine[] {
  const [length, consider] = [rules['probation.length'], rules['official.consider']];
  return probation.flatMap(({ memberId, name, cell, on }) => {
    const ended = addMonths(on, length.value);
    const due = addWorkingDays(ended, consider.value, holidays);
    if (daysUntil(ended, today) > SOON_DAYS) return [];
    return [
      dated(
        {
          key: `probation-${memberId}`,
          href: `/members/${memberId}`,
          text: `Xét công nhận chính thức: ${name}`,
          rule: `${cell} · hết ${length.value} tháng dự bị ngày ${formatDate(ended)}; xét trong ${consider.value} ngày làm việc, ${basisOf(consider)}`,
        },
        due,
        today,
      ),
    ];
  });
}

/** On the desk from a month before the notice is due. */
function terms({ terms: ending }: DeskFacts, rules: DeskRules, today: IsoDate): DeskLine[] {
  const rule = rules['appoint.notice'];
  return ending.flatMap(({ appointmentId, name, title, on }) => {
    if (daysUntil(noticeBy(on, rules), today) > SOON_DAYS) return [];
    return [
      dated(
        {
          key: `term-${appointmentId}`,
          href: '/cadres/alarms/terms',
          text: `${name}: hết thời hạn giữ chức vụ ${title}`,
          rule: `Hết thời hạn ${formatDate(on)}; báo trước ${rule.value} ngày ${basisOf(rule)}`,
        },
        on,
        today,
      ),
    ];
  });
}

function house({ accounts, logged }: DeskFacts): DeskLine[] {
  const lines: DeskLine[] = [];
  const line = (key: string, text: string, rule: string, href: string) =>
    lines.push({ part: 'soon', key, text, rule, href, days: null });
  if (accounts?.mustChange)
    line(
      'must-change',
      `${formatCount(accounts.mustChange)} tài khoản chưa đổi mật khẩu lần đầu`,
      'Người dùng phải đổi mật khẩu trước khi làm việc',
      '/accounts',
    );
  if (accounts?.ending)
    line(
      'ending',
      `${formatCount(accounts.ending)} chức trách hết hạn trong ${SOON_DAYS} ngày tới`,
      'Hết nhiệm kỳ là hết quyền',
      '/accounts',
    );
  if (logged)
    line(
      'logged',
      `Nhật ký hôm nay có ${formatCount(logged.today)} dòng`,
      'Mỗi thay đổi một dòng, nối chuỗi không sửa được',
      '/audit',
    );
  return lines;
}

/** 'Xã Nà Lâu' → 'xã Nà Lâu'; names proper keep their capital: 'Ủy ban nhân dân tỉnh'. */
const inSentence = (name: string): string => (/^(Xã|Phường|Đặc khu|Các) /.test(name) ? lowerFirst(name) : name);

/** More units than this behind their plan are one line that leads to all of them. */
const SHOWN_PLANS = 12;

/** Units below `unitId` whose admissions stand under the danger line of the year's plan, furthest behind first. Only the year's end is a deadline. */
export function planLines(rows: readonly PlanRow[], unitId: string, rules: DeskRules, today: IsoDate): DeskLine[] {
  const rule = rules['target.danger'];
  const due = `${today.slice(0, 4)}-12-31`;
  const reason = `Dưới ${rule.value}% chỉ tiêu, ${basisOf(rule)}`;
  const behind = behindPlan(rows, rule.value);
  const lines = behind.slice(0, SHOWN_PLANS).map(({ row, share }) =>
    dated(
      {
        key: `plan-${row.unitId}`,
        href: rowsAddress(quarterOf(today), row.unitId, 'admitted'),
        text: `${row.name}: kết nạp ${formatCount(row.admittedThisYear)}/${formatCount(row.plan ?? 0)} chỉ tiêu năm (${share.toFixed(1).replace('.', ',')}%)`,
        rule: reason,
      },
      due,
      today,
    ),
  );
  const others = behind.length - lines.length;
  const href = `${briefingAddress(quarterOf(today), unitId)}&all=1`;
  const text = `${formatCount(others)} đơn vị khác chậm chỉ tiêu kết nạp năm`;
  return others ? [...lines, dated({ key: 'plans', href, text, rule: reason }, due, today)] : lines;
}

/** All lines of a desk, the most pressing first in each part. */
export function deskLines(facts: DeskFacts, rules: DeskRules, today: IsoDate): DeskLine[] {
  const lines = [
    ...ownMinutes(facts, rules, today),
    ...committeeMinutes(facts, rules, today),
    ...transfers(facts, rules, today),
    ...probations(facts, rules, today),
    ...terms(facts, rules, today),
    ...house(facts),
  ];
  return lines.sort((a, b) => (a.days ?? 0) - (b.days ?? 0));
}

export const PART_TITLES: Record<DeskPart, string> = { late: 'Trễ hạn', soon: 'Cần làm', returned: 'Được trả lại' };
