import type { Rules } from '@/domain/rule-sets';
import type { Level } from './words';

export type CeilingRules = Pick<Rules, 'class.cap' | 'class.cap.outstanding' | 'class.cap.base'>;
/** prominent: a group that the authority has found outstanding as a whole, with a higher ceiling. level null: not decided. */
export type Rated = { id: string; level: Level | null; points: number | null };
export type Ceiling = {
  outstanding: number;
  good: number;
  done: number;
  failed: number;
  undecided: number;
  /** what the ceiling is a share of, at the number that is still allowed */
  base: number;
  percent: number;
  /** how many may be outstanding */
  allowed: number;
  /** how many are outstanding beyond it */
  over: number;
};

/**
 * How many of a group of like units may be "xuất sắc": a share of those rated "tốt" or better, floored. Where the share is of
 * those rated "tốt" alone, each one held back from the top adds to the base, so the allowed number solves x ≤ share × (both − x).
 */
export function ceilingOf(rows: readonly Pick<Rated, 'level'>[], rules: CeilingRules, prominent = false): Ceiling {
  const count = (level: Level | null) => rows.filter((row) => row.level === level).length;
  const [outstanding, good] = [count('outstanding'), count('good')];
  const percent = rules[prominent ? 'class.cap.outstanding' : 'class.cap'].value;
  const both = outstanding + good;
  const wide = rules['class.cap.base'].value === 'good-or-better';
  const allowed = Math.floor((both * percent) / (wide ? 100 : 100 + percent));
  return {
    outstanding,
    good,
    done: count('done'),
    failed: count('failed'),
    undecided: count(null),
    base: wide ? both : both - allowed,
    percent,
    allowed,
    over: Math.max(0, outstanding - allowed),
  };
}

export type GroupRow = { key: string; label: string; prominent: boolean } & Ceiling;

/** One row a group, in the order given, and their sum; ceilings hold in each group, so the sum's are sums and not a new share. */
export function groupTable(
  groups: readonly { key: string; label: string; prominent: boolean; rows: readonly Rated[] }[],
  rules: CeilingRules,
): { rows: GroupRow[]; total: Omit<Ceiling, 'percent'> } {
  const rows = groups.map(({ key, label, prominent, rows: rated }) => ({
    key,
    label,
    prominent,
    ...ceilingOf(rated, rules, prominent),
  }));
  const sum = (of: (row: Ceiling) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    rows,
    total: {
      outstanding: sum((row) => row.outstanding),
      good: sum((row) => row.good),
      done: sum((row) => row.done),
      failed: sum((row) => row.failed),
      undecided: sum((row) => row.undecided),
      base: sum((row) => row.base),
      allowed: sum((row) => row.allowed),
      over: sum((row) => row.over),
    },
  };
}

export type Suggestion = { kept: string[]; tied: string[]; heldBack: string[] };

/**
 * Who of the outstanding would stay within the ceiling by points alone. Those with the same points at the line are `tied`: the
 * machine does not choose among them. Without points one is held back. Never more kept than allowed.
 */
export function suggestionOf(rows: readonly Rated[], rules: CeilingRules, prominent = false): Suggestion {
  const { allowed } = ceilingOf(rows, rules, prominent);
  const top = rows.filter(({ level }) => level === 'outstanding');
  const points = (row: Rated) => row.points ?? -1;
  if (top.length <= allowed) return { kept: top.map(({ id }) => id), tied: [], heldBack: [] };
  const line = top.map(points).sort((a, b) => b - a)[allowed] ?? -1;
  const above = top.filter((row) => points(row) > line);
  const at = top.filter((row) => points(row) === line);
  const tied = above.length < allowed ? at : [];
  return {
    kept: above.map(({ id }) => id),
    tied: tied.map(({ id }) => id),
    heldBack: top.filter((row) => points(row) < line || (points(row) === line && !tied.length)).map(({ id }) => id),
  };
}
