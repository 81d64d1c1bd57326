import { formatCount } from '@/domain/numbers';
import { directionOf, isVertical, type RotationLevel } from './levels';

/** Turns from one level to another, as stated. */
export type ReportedLine = { from: RotationLevel; to: RotationLevel; turns: number };

/** Turns as a report stated them. The parts need not add up: what is missing is shown, and nothing is changed. */
export type Reported = {
  total: number;
  /** Moves between levels, as stated; null when the report does not say. */
  vertical: number | null;
  lines: readonly ReportedLine[];
};

export type Gap = { label: string; turns: number };

export type ReportedSums = {
  down: number;
  up: number;
  across: number;
  /** Stated as vertical, and in none of the lines between levels; negative when the lines are more. */
  undirected: number;
  /** Of the total: neither stated as vertical nor in a line of one level; negative when the parts are more. */
  other: number;
};

export function sumReported({ total, vertical, lines }: Reported): ReportedSums {
  const of = (direction: string) =>
    lines.filter(({ from, to }) => directionOf(from, to) === direction).reduce((sum, { turns }) => sum + turns, 0);
  const [down, up, across] = [of('down'), of('up'), of('across')];
  const stated = vertical ?? down + up;
  return { down, up, across, undirected: stated - down - up, other: total - stated - across };
}

/** "chưa rõ hướng: 5", "ngang/khác: 38"; empty when the report adds up. */
export function reportedGaps(reported: Reported): Gap[] {
  const { undirected, other, across } = sumReported(reported);
  const rest = across === 0 ? 'ngang/khác' : 'khác, không nêu rõ';
  return [
    ...gap(undirected, 'chưa rõ hướng', 'các hướng dọc nhiều hơn số dọc'),
    ...gap(other, rest, 'các phần nhiều hơn tổng số'),
  ];
}

const gap = (turns: number, missing: string, tooMany: string): Gap[] =>
  turns === 0 ? [] : [turns > 0 ? { label: missing, turns } : { label: tooMany, turns: -turns }];

export const gapText = ({ label, turns }: Gap): string => `${label}: ${formatCount(turns)}`;

/** Turns of the ledger that began in those years, of all and of the vertical ones, less what was reported. */
export function againstLedger(
  { total, vertical }: Reported,
  counted: readonly ReportedLine[],
): { turns: number; vertical: number; missing: number; verticalMissing: number | null } {
  const turns = counted.reduce((sum, line) => sum + line.turns, 0);
  const upright = counted.filter(({ from, to }) => isVertical(from, to)).reduce((sum, line) => sum + line.turns, 0);
  return {
    turns,
    vertical: upright,
    missing: total - turns,
    verticalMissing: vertical === null ? null : vertical - upright,
  };
}
