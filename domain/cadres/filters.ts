import { THEORY, type Theory } from '@/domain/cadres/codes';
import type { IsoDate } from '@/domain/calendar';
import { AGE_BANDS, daysOf } from '@/domain/members/bands';
import type { Span } from '@/domain/members/filters';
import { foldName } from '@/domain/names';
import { isRank, isTier, RANKS, type Rank, TIERS, type Tier } from '@/domain/posts/kinds';
import { oneLine } from '@/domain/text';

/** `serving`: in the book of members; `idle`: of these, who holds no title today; `left`: who left the book. */
export const CADRE_STATES = {
  serving: 'Đang công tác',
  idle: 'Chưa giữ chức danh nào',
  left: 'Đã ra khỏi sổ đảng viên',
} as const;
export type CadreState = keyof typeof CADRE_STATES;

/** What the list is asked for, read from the address. rank: of a title held today. */
export type CadreFilters = {
  state: CadreState;
  tier?: Tier;
  rank?: Rank;
  sex?: 'male' | 'female';
  born?: Span;
  theory?: Theory;
  /** Folded, matched from the start of any word of the name. */
  name?: string;
};

export const CADRE_FILTER_FIELDS = ['q', 'state', 'tier', 'rank', 'sex', 'age', 'theory'] as const;
export type CadreFilterValues = Partial<Record<(typeof CADRE_FILTER_FIELDS)[number], string>>;

type Params = Record<string, string | string[] | undefined>;

/** Only the filter fields, single-valued, cleaned and without empty ones. */
export function cadreFilterValues(params: Params): CadreFilterValues {
  const values: CadreFilterValues = {};
  for (const field of CADRE_FILTER_FIELDS) {
    const value = params[field];
    if (typeof value === 'string' && value.trim()) values[field] = oneLine(value).slice(0, 100);
  }
  return values;
}

const isState = (text: string): text is CadreState => Object.hasOwn(CADRE_STATES, text);
const isTheory = (text: string): text is Theory => Object.hasOwn(THEORY, text);

/** What cannot be read asks for nothing. */
export function readCadreFilters({ q, state, tier, rank, sex, age, theory }: CadreFilterValues, today: IsoDate): CadreFilters {
  const band = AGE_BANDS.find(({ key }) => key === age);
  const name = q ? foldName(q) : '';
  return {
    state: state && isState(state) ? state : 'serving',
    ...(tier && isTier(tier) ? { tier } : {}),
    ...(rank && isRank(rank) ? { rank } : {}),
    ...(sex === 'male' || sex === 'female' ? { sex } : {}),
    ...(band ? { born: daysOf(band, today) } : {}),
    ...(theory && isTheory(theory) ? { theory } : {}),
    ...(name ? { name } : {}),
  };
}

/** An address of the list, or of its print, with these values; `extra` for the unit and the place in the list. */
export function cadresAddress(
  values: CadreFilterValues,
  extra: Record<string, string | null | undefined> = {},
  path = '/cadres',
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...extra, ...values })) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** The filters in words, for the head of a print or an export. */
export function cadreFilterWords(values: CadreFilterValues, today: IsoDate): string[] {
  const { state, tier, rank, sex, theory } = readCadreFilters(values, today);
  const age = AGE_BANDS.find(({ key }) => key === values.age);
  return [
    state === 'serving' ? null : CADRE_STATES[state],
    tier && TIERS[tier],
    rank && RANKS[rank],
    sex && (sex === 'female' ? 'Nữ' : 'Nam'),
    age && `tuổi đời ${age.label}`,
    theory && `lý luận chính trị ${THEORY[theory].toLocaleLowerCase('vi')}`,
    values.q && `tìm “${values.q}”`,
  ].filter((word): word is string => Boolean(word));
}
