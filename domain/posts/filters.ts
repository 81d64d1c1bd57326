import { foldName } from '@/domain/names';
import { isLevel, isRank, isSystem, isTier, type Level, type Rank, type System, type Tier } from '@/domain/posts/kinds';
import { oneLine } from '@/domain/text';

/** What the catalogue is asked for, read from the address. `ended`: titles that are no longer in it; `ahead`: those that come later or whose end is decided. */
export type PostFilters = {
  system?: System;
  level?: Level;
  tier?: Tier;
  rank?: Rank;
  /** Titles of that grade: equivalent to each other. */
  grade?: number;
  vacant: boolean;
  ended: boolean;
  ahead: boolean;
  /** Folded words of the title. */
  title?: string;
};

export const POST_FILTER_FIELDS = ['q', 'system', 'level', 'tier', 'rank', 'grade', 'vacant', 'state'] as const;
export type PostFilterValues = Partial<Record<(typeof POST_FILTER_FIELDS)[number], string>>;

type Params = Record<string, string | string[] | undefined>;

/** Only the filter fields, single-valued, cleaned and without empty ones. */
export function postFilterValues(params: Params): PostFilterValues {
  const values: PostFilterValues = {};
  for (const field of POST_FILTER_FIELDS) {
    const value = params[field];
    if (typeof value === 'string' && value.trim()) values[field] = oneLine(value).slice(0, 100);
  }
  return values;
}

/** What cannot be read asks for nothing. */
export function readPostFilters({ q, system, level, tier, rank, grade, vacant, state }: PostFilterValues): PostFilters {
  const title = q ? foldName(q) : '';
  return {
    ...(system && isSystem(system) ? { system } : {}),
    ...(level && isLevel(level) ? { level } : {}),
    ...(tier && isTier(tier) ? { tier } : {}),
    ...(rank && isRank(rank) ? { rank } : {}),
    ...(grade && /^\d{1,3}$/.test(grade) ? { grade: Number(grade) } : {}),
    ...(title ? { title } : {}),
    vacant: vacant === 'yes',
    ended: state === 'ended',
    ahead: state === 'ahead',
  };
}

/** The catalogue's address with these values; `extra` for the unit and the place in the list. */
export function postsAddress(
  values: PostFilterValues,
  extra: Record<string, string | null | undefined> = {},
  path = '/posts',
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...extra, ...values })) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
