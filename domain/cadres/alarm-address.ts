import type { IsoMonth } from '@/domain/calendar';
import { isTier, type Tier } from '@/domain/posts/kinds';
import type { AlarmWindow, Nearness } from './alarms';

type Params = Readonly<Record<string, string | string[] | undefined>>;
const one = (value: string | string[] | undefined) => (typeof value === 'string' && value ? value : undefined);

/** What the lists of alarms are narrowed to, as the address says it. */
export const tierOf = (params: Params): Tier | null => {
  const tier = one(params.tier);
  return tier !== undefined && isTier(tier) ? tier : null;
};

export type Narrowed = { unitId: string; tier: Tier | null };
type Part = 'terms' | 'retirements' | 'certificates';

/** Where a number of the alarms opens; without a part: the page with all of them. */
export function alarmAddress({ unitId, tier }: Narrowed, part?: Part, more: Record<string, string | undefined> = {}): string {
  const given = Object.entries({ unit: unitId, tier: tier ?? undefined, ...more }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  return `/cadres/alarms${part ? `/${part}` : ''}?${new URLSearchParams(given)}`;
}

/** The windows that a list shows: the one asked for, or all of them. */
export function windowsAsked(
  params: Params,
  windows: readonly AlarmWindow[],
): { within: Nearness | null; from: string | null; to: string } {
  const chosen = windows.find(({ within }) => String(within) === one(params.within));
  if (chosen) return chosen;
  const last = windows.at(-1);
  return { within: null, from: null, to: last?.to ?? '' };
}

const monthOf = (text: string | undefined): IsoMonth | null =>
  text && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? `${text}-01` : null;

/** The months of the outlook between the two of the address ('2027-04'), both included; without them all. */
export function monthsAsked(params: Params, months: readonly IsoMonth[]): IsoMonth[] {
  const [from, to] = [monthOf(one(params.from)), monthOf(one(params.to))];
  return months.filter((month) => (from === null || month >= from) && (to === null || month <= to));
}

/** The place of a page in a list. */
export const cursorOf = (params: Params): { after?: string; before?: string } => ({
  after: one(params.after),
  before: one(params.before),
});
