import { periodLabel, samePeriodLastYear } from '../calendar';
import { formatCount, formatDelta, formatShare, percentOf } from '../numbers';
import { type Briefing, type BriefingRow, compared, isRunning, type PlanRow, planShare } from './briefing';
import { type FigureKey, meanScore } from './figures';

/** A piece of a sentence: text, or a number that opens the rows of a figure (of one row when rowId is set). */
export type Piece = string | { text: string; figure: FigureKey; rowId?: string };
export type Sentence = { urgent: boolean; pieces: Piece[] };

const number = (row: BriefingRow, figure: FigureKey): Piece => ({ text: formatCount(row.now[figure]), figure });
const decimal = (value: number) => value.toFixed(1).replace('.', ',');

function admissions({ total, period }: Briefing): Sentence {
  const pieces: Piece[] = ['Kết nạp ', number(total, 'admitted'), ' đảng viên trong quý'];
  const share = planShare(total);
  if (share !== null)
    pieces.push(
      `; từ đầu năm ${formatCount(total.admittedThisYear)}/${formatCount(total.plan ?? 0)}, đạt ${decimal(share)}% kế hoạch năm`,
    );
  const same = compared(total.now.admitted, total.lastYear?.admitted);
  pieces.push(
    same
      ? `; ${sameOrDifferent(same.difference)} ${periodLabel(samePeriodLastYear(period))}.`
      : '; không so sánh được với cùng kỳ.',
  );
  return { urgent: false, pieces };
}

const sameOrDifferent = (difference: number) =>
  difference === 0 ? 'bằng' : `${difference > 0 ? 'hơn' : 'kém'} ${formatCount(Math.abs(difference))} so với`;

/** Rows under the danger line of their plan, lowest first. dangerLine in per cent. */
export const behindPlan = <R extends PlanRow>(rows: readonly R[], dangerLine: number): { row: R; share: number }[] =>
  rows
    .flatMap((row) => {
      const share = planShare(row);
      return share !== null && share < dangerLine ? [{ row, share }] : [];
    })
    .sort((a, b) => a.share - b.share);

const NAMED = 3;

function plans({ rows }: Briefing, dangerLine: number): Sentence | null {
  const behind = behindPlan(rows, dangerLine);
  if (!behind.length) return null;
  const pieces: Piece[] = [`${behind.length} đơn vị dưới ${dangerLine}% chỉ tiêu kết nạp năm: `];
  behind.slice(0, NAMED).forEach(({ row, share }, index) => {
    pieces.push(`${index ? ', ' : ''}${row.name} `, { text: `${decimal(share)}%`, figure: 'admitted', rowId: row.unitId });
  });
  pieces.push(behind.length > NAMED ? ` và ${behind.length - NAMED} đơn vị khác.` : '.');
  return { urgent: true, pieces };
}

function meetings({ total, asOf, period }: Briefing): Sentence | null {
  const { held, expected } = total.now;
  if (!expected) return null;
  const pieces: Piece[] = [
    'Sinh hoạt thường kỳ ',
    number(total, 'held'),
    '/',
    number(total, 'expected'),
    ` kỳ (${formatShare(held, expected)})`,
  ];
  const before = total.previous && percentOf(total.previous.held, total.previous.expected);
  const now = percentOf(held, expected);
  if (typeof before === 'number' && now !== null) pieces.push(`, ${points(now - before)} so với quý trước`);
  pieces.push('; ', number(total, 'missing'), ' kỳ chưa có biên bản');
  if (isRunning(period, asOf)) pieces.push(`, tính đến hết tháng ${Number(asOf.slice(5, 7))}`);
  return { urgent: false, pieces: [...pieces, '; nộp muộn ', number(total, 'late'), '.'] };
}

function points(difference: number): string {
  const rounded = Math.round(difference * 10) / 10;
  if (rounded === 0) return 'không đổi';
  return `${rounded > 0 ? 'tăng' : 'giảm'} ${decimal(Math.abs(rounded))} điểm`;
}

function attendance({ total }: Briefing): Sentence | null {
  const { attendanceDue, attendancePresent } = total.now;
  if (!attendanceDue) return null;
  const mean = meanScore(total.now);
  const pieces: Piece[] = [
    'Đảng viên dự sinh hoạt ',
    number(total, 'attendancePresent'),
    '/',
    number(total, 'attendanceDue'),
    ` lượt (${formatShare(attendancePresent, attendanceDue)}); vắng không lý do `,
    number(total, 'absentUnexcused'),
    ' lượt',
  ];
  if (mean !== null)
    pieces.push(
      `; điểm sinh hoạt bình quân ${decimal(mean)}, xếp loại tốt `,
      number(total, 'scoreGood'),
      '/',
      number(total, 'scored'),
      ' buổi',
    );
  return { urgent: false, pieces: [...pieces, '.'] };
}

function members({ total }: Briefing): Sentence {
  const difference = total.now.stockEnd - total.now.stockStart;
  const pieces: Piece[] = [
    'Toàn đảng bộ có ',
    number(total, 'stockEnd'),
    ` đảng viên, ${difference === 0 ? 'bằng' : `${formatDelta(difference)} so với`} đầu quý: tăng `,
    number(total, 'increases'),
    ', giảm ',
    number(total, 'decreases'),
    '; công nhận chính thức ',
    number(total, 'recognized'),
    '.',
  ];
  return { urgent: false, pieces };
}

/** "Đọc trong hai phút": what the figures say, worst first where something must be decided. dangerLine: per cent of plan under which a unit is named. */
export function sentences(briefing: Briefing, dangerLine: number): Sentence[] {
  const said = [members(briefing), admissions(briefing), plans(briefing, dangerLine), meetings(briefing), attendance(briefing)];
  return said.filter((sentence) => sentence !== null);
}

export const sentenceText = (sentence: Sentence): string =>
  sentence.pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
