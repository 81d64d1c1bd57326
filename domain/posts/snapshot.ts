import type { Level, Rank, System, Tier } from './kinds';
import type { Standards } from './standards';

/** What the catalogue says of a title, as its versions keep it; validTo: the last day, of a title that was ended. */
export type PostSnapshot = {
  code: string;
  title: string;
  system: System;
  level: Level;
  tier: Tier;
  rank: Rank;
  elected: boolean;
  body: boolean;
  grade: number;
  seats: number;
  allowance: string | null;
  outsider: boolean;
  standards: Standards;
  validTo?: string;
};

const LABELS: Record<Exclude<keyof PostSnapshot, 'code'>, string> = {
  title: 'tên chức danh',
  system: 'hệ thống',
  level: 'cấp',
  tier: 'diện quản lý',
  rank: 'cấp trưởng, cấp phó',
  elected: 'bầu cử hoặc bổ nhiệm',
  body: 'là ghế trong cấp ủy',
  grade: 'bậc chức danh',
  seats: 'số lượng',
  allowance: 'phụ cấp',
  outsider: 'không là người địa phương',
  standards: 'tiêu chuẩn',
  validTo: 'kết thúc',
};

/** The names of what differs between two versions, in words. */
export const changedWords = (before: PostSnapshot, after: PostSnapshot): string[] =>
  (Object.keys(LABELS) as (keyof typeof LABELS)[])
    .filter((key) => JSON.stringify(sorted(before[key])) !== JSON.stringify(sorted(after[key])))
    .map((key) => LABELS[key]);

/** The database gives the keys of an object back in an order of its own. */
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b))
    : (value ?? null);
