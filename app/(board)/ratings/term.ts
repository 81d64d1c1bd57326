/** The unit's address of a term; quarter 0: the year. */
export const ratingsAt = (unitId: string, year: number, quarter = 0): string =>
  `/ratings?unit=${unitId}&year=${year}${quarter ? `&quarter=${quarter}` : ''}`;

type Asked = string | string[] | undefined;

/** The term that an address asks for; otherwise the last year that is over. */
export function termOf({ year, quarter }: { year?: Asked; quarter?: Asked }, today: string): { year: number; quarter: number } {
  return {
    year: typeof year === 'string' && /^20\d\d$/.test(year) ? Number(year) : Number(today.slice(0, 4)) - 1,
    quarter: typeof quarter === 'string' && /^[1-4]$/.test(quarter) ? Number(quarter) : 0,
  };
}
