import type { IsoDate } from '../calendar';
import { formatCount, formatShare } from '../numbers';
import { type Briefing, type BriefingRow, compared, planShare } from './briefing';
import { DECREASES, FIGURES, type FigureKey, figureOf, INCREASES, inSentence, meanScore, PERSONNEL } from './figures';

/** Cells of one table of the report; the first row is the head. */
export type ReportTable = { title: string; columns: string[]; rows: (string | number)[][]; total?: (string | number)[] };

const decimal = (value: number) => value.toFixed(1).replace('.', ',');

/** Province's bodies date their papers by the province, a commune's by the commune: the place in a unit's name, or room for the hand. */
export function placeOf(unitName: string): string {
  const place = unitName
    .replace(/\(.*\)/, '')
    .replace(/^Đảng bộ\s+/i, '')
    .replace(/^(tỉnh|thành phố|xã|phường|đặc khu)\s+/i, '')
    .trim();
  return /^(Đảng bộ\s+)?(tỉnh|thành phố|xã|phường|đặc khu)\s/i.test(unitName) ? place : '…………';
}

/** 'Bình Sơn, ngày 05 tháng 01 năm 2026': day under 10 and month under 3 carry a zero (HD 36). */
export function placeAndDate(place: string, day: IsoDate): string {
  const [year, month = '', date = ''] = day.split('-');
  return `${place}, ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

const counted = (briefing: Briefing, keys: readonly FigureKey[]) =>
  keys
    .filter((key) => briefing.total.now[key] > 0)
    .map((key) => `${inSentence(key)} ${formatCount(briefing.total.now[key])}`)
    .join(', ');

/** What the books hold of section II (c): members, meetings, quality, work. Paragraphs. */
export function memberParagraphs(briefing: Briefing): string[] {
  const { now } = briefing.total;
  const increases = counted(briefing, INCREASES);
  const decreases = counted(briefing, DECREASES);
  const plan = planShare(briefing.total);
  const same = compared(now.admitted, briefing.total.lastYear?.admitted);
  const planned =
    plan === null
      ? 'chưa được giao chỉ tiêu năm'
      : `đạt ${decimal(plan)}% kế hoạch năm (${formatCount(briefing.total.admittedThisYear)}/${formatCount(briefing.total.plan ?? 0)})`;
  return [
    `Đầu quý có ${formatCount(now.stockStart)} đảng viên; trong quý tăng ${formatCount(now.increases)}${increases && ` (${increases})`}, giảm ${formatCount(now.decreases)}${decreases && ` (${decreases})`}; cuối quý có ${formatCount(now.stockEnd)} đảng viên.`,
    `Kết nạp ${formatCount(now.admitted)} đảng viên; lũy kế từ đầu năm ${formatCount(briefing.total.admittedThisYear)}, ${planned}; ${same ? `cùng kỳ năm trước kết nạp ${formatCount(same.before)}` : 'không so sánh được với cùng kỳ năm trước'}. Công nhận chính thức ${formatCount(now.recognized)} đảng viên.`,
  ];
}

export function meetingParagraphs(briefing: Briefing): string[] {
  const { now } = briefing.total;
  const mean = meanScore(now);
  const quality =
    mean === null
      ? ''
      : ` Đã chấm điểm ${formatCount(now.scored)} buổi, bình quân ${decimal(mean)} điểm: tốt ${formatCount(now.scoreGood)}, khá ${formatCount(now.scoreFair)}, trung bình ${formatCount(now.scoreAverage)}, kém ${formatCount(now.scorePoor)}.`;
  return [
    `Sinh hoạt thường kỳ ${formatCount(now.held)}/${formatCount(now.expected)} kỳ (${formatShare(now.held, now.expected)}); nộp biên bản muộn ${formatCount(now.late)}; chưa có biên bản ${formatCount(now.missing)} kỳ; sinh hoạt chuyên đề ${formatCount(now.thematic)} cuộc.`,
    `Đảng viên dự sinh hoạt ${formatCount(now.attendancePresent)}/${formatCount(now.attendanceDue)} lượt (${formatShare(now.attendancePresent, now.attendanceDue)}); vắng có lý do ${formatCount(now.absentExcused)}, vắng không lý do ${formatCount(now.absentUnexcused)} lượt.${quality}`,
    `Các chi bộ đã biểu quyết ${formatCount(now.resolutions)} nghị quyết, kết luận; phân công ${formatCount(now.assignmentsGiven)} việc, hoàn thành ${formatCount(now.assignmentsDone)} việc.`,
  ];
}

/** What the books hold of the work on cadres: turns by decision. */
export function cadreParagraphs(briefing: Briefing): string[] {
  const turns = counted(briefing, PERSONNEL);
  const all = PERSONNEL.reduce((sum, key) => sum + briefing.total.now[key], 0);
  const before = briefing.total.lastYear && PERSONNEL.reduce((sum, key) => sum + (briefing.total.lastYear?.[key] ?? 0), 0);
  if (!all) return ['Trong quý chưa ghi quyết định nào về bố trí cán bộ.'];
  return [
    `Trong quý đã ghi ${formatCount(all)} lượt quyết định về bố trí cán bộ: ${turns}${before === null ? '' : `; cùng kỳ năm trước ${formatCount(before)} lượt`}.`,
  ];
}

/** Appendix 1: every figure with plan, previous quarter and the same quarter of last year. Numbers stay numbers. */
export function figureTable(briefing: Briefing): ReportTable {
  const { now, previous, lastYear } = briefing.total;
  const past = (value: number | undefined) => value ?? 'không so sánh được';
  const step = (value: number, before: number | undefined) => (before === undefined ? '' : value - before);
  const shown = FIGURES.filter((figure) => figure.opens);
  return {
    title: 'Chỉ tiêu công tác đảng viên, sinh hoạt chi bộ, cán bộ',
    columns: ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Trong quý', 'Quý trước', 'So quý trước', 'Cùng kỳ năm trước', 'So cùng kỳ'],
    rows: shown.map(({ key, label, unit }, at) => [
      at + 1,
      label,
      unit,
      now[key],
      past(previous?.[key]),
      step(now[key], previous?.[key]),
      past(lastYear?.[key]),
      step(now[key], lastYear?.[key]),
    ]),
  };
}

/** Appendix 2: a row for each direct child and the total. */
export function childrenTable(briefing: Briefing): ReportTable {
  const line = (row: BriefingRow, at: number | string): (string | number)[] => {
    const share = planShare(row);
    const { now } = row;
    return [
      at,
      row.name,
      now.stockStart,
      now.increases,
      now.decreases,
      now.stockEnd,
      now.admitted,
      row.admittedThisYear,
      row.plan ?? 'chưa giao',
      share === null ? '' : `${decimal(share)}%`,
      row.lastYear?.admitted ?? 'không so sánh được',
      now.expected,
      now.held,
      now.late,
      now.missing,
      formatShare(now.attendancePresent, now.attendanceDue),
    ];
  };
  return {
    title: 'Số liệu theo đơn vị trực thuộc',
    columns: [
      'TT',
      'Đơn vị',
      'Đầu quý',
      'Tăng',
      'Giảm',
      'Cuối quý',
      'Kết nạp',
      'Lũy kế năm',
      'Kế hoạch năm',
      '% kế hoạch',
      'Kết nạp cùng kỳ',
      'Kỳ phải họp',
      'Đã họp',
      'Nộp muộn',
      'Chưa họp',
      'Tỷ lệ dự',
    ],
    rows: briefing.rows.map((row, at) => line(row, at + 1)),
    total: line({ ...briefing.total, name: 'Tổng cộng' }, ''),
  };
}

/** Appendix 3: movements of members by kind, a row for each child. */
export function movementTable(briefing: Briefing): ReportTable {
  const keys: FigureKey[] = ['stockStart', ...INCREASES, ...DECREASES, 'stockEnd', 'recognized'];
  const line = (row: BriefingRow, at: number | string): (string | number)[] => [at, row.name, ...keys.map((key) => row.now[key])];
  return {
    title: 'Biến động đảng viên trong quý',
    columns: ['TT', 'Đơn vị', ...keys.map((key) => figureOf(key)?.label ?? key)],
    rows: briefing.rows.map((row, at) => line(row, at + 1)),
    total: line({ ...briefing.total, name: 'Tổng cộng' }, ''),
  };
}

/** The tables of the report; a cell has no children and so only the first. */
export const reportTables = (briefing: Briefing): ReportTable[] =>
  briefing.rows.length ? [figureTable(briefing), childrenTable(briefing), movementTable(briefing)] : [figureTable(briefing)];
