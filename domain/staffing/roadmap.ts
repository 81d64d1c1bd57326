import { basisOf, type InForce, type Rules } from '@/domain/rule-sets';
import type { QuotaKind } from './words';

export type RoadmapRules = Pick<Rules, 'staffing.officials' | 'staffing.employees'>;
type Reduction = InForce<{ percent: number; base: number; end: number }>;
export type YearQuota = { year: number; assigned: number | null };
/** cut and due in persons, negative cut: more than in the base year; percent of the base, one decimal, towards zero. */
export type RoadmapYear = {
  year: number;
  assigned: number | null;
  cut: number | null;
  percent: number | null;
  due: number;
  missing: number | null;
};
export type Roadmap = { baseYear: number; base: number; target: number; years: RoadmapYear[]; basis: string };

/** The cut that the rules set for a kind of quota; null for kinds without one. */
export function reductionFor(kind: QuotaKind, rules: RoadmapRules): Reduction | null {
  if (kind === 'officials' || kind === 'commune') return rules['staffing.officials'];
  return kind === 'employees' ? rules['staffing.employees'] : null;
}

/**
 * Quotas year by year against the base year: cumulative cut, what an even road to the end year asks by then (whole persons, upward),
 * and how many are missing. null without a figure of the base year.
 */
export function roadmapOf(quotas: readonly YearQuota[], { value, ...source }: Reduction): Roadmap | null {
  const base = quotas.find(({ year }) => year === value.base)?.assigned ?? null;
  if (base === null) return null;
  const span = value.end - value.base;
  const dueBy = (year: number) => Math.ceil((base * value.percent * Math.min(span, year - value.base)) / (100 * span));
  const years = quotas
    .filter(({ year }) => year > value.base)
    .sort((a, b) => a.year - b.year)
    .map(({ year, assigned }) => {
      const cut = assigned === null ? null : base - assigned;
      const due = dueBy(year);
      return { year, assigned, cut, percent: percentOf(cut, base), due, missing: cut === null ? null : Math.max(0, due - cut) };
    });
  return { baseYear: value.base, base, target: dueBy(value.end), years, basis: basisOf(source) };
}

/** Cut off and not rounded up: 4,96 % has not reached 5 %. */
const percentOf = (cut: number | null, base: number): number | null =>
  cut === null || base === 0 ? null : Math.trunc((cut * 1000) / base) / 10;
