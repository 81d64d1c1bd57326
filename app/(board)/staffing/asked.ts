import { QUOTA_KEYS, type QuotaKind } from '@/domain/staffing/words';

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** The year and kind that an address asks for; otherwise this year's officials. */
export function askedStaffing({ year, kind }: Params, today: string): { year: number; kind: QuotaKind } {
  return {
    year: typeof year === 'string' && /^20\d\d$/.test(year) ? Number(year) : Number(today.slice(0, 4)),
    kind: QUOTA_KEYS.find((key) => key === kind) ?? 'officials',
  };
}

export const staffingAt = (unitId: string, year: number, kind: QuotaKind, page = '/staffing'): string =>
  `${page}?unit=${unitId}&year=${year}&kind=${kind}`;
