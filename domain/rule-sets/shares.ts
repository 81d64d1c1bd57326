// Apart from the kinds, because the minutes form counts votes in the browser, and nothing that checks forms needs to go there.

export const VOTE_BASES = {
  voting: 'đảng viên có quyền biểu quyết',
  official: 'đảng viên chính thức của chi bộ',
  expected: 'đảng viên thuộc diện phải dự',
  summoned: 'người được triệu tập',
} as const;

/** A share of a base: "more than" when `over`, otherwise "at least". The base is never "those present". */
export type Share = { numerator: number; denominator: number; over: boolean; base: keyof typeof VOTE_BASES };

/** Does a count reach the share? Exact: no rounding of fractions. */
export const reaches = (rule: Share, count: number, base: number): boolean => {
  const left = count * rule.denominator;
  const right = base * rule.numerator;
  return rule.over ? left > right : left >= right;
};
