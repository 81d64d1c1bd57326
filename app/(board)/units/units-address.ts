import { oneLine } from '@/domain/text';

/** all: however many stand directly below the top. */
export type UnitsView = { unit: string; open: readonly string[]; closed: boolean; q: string; all?: boolean };

type Params = Record<string, string | string[] | undefined>;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

/** What the address asks of the tree page; ids that are none are left out. */
export const viewOf = (params: Params, unit: string): UnitsView => ({
  unit,
  open: text(params.open)
    .split(',')
    .filter((id) => ID.test(id))
    .slice(0, 200),
  closed: text(params.closed) === '1',
  q: oneLine(text(params.q)).slice(0, 100),
  all: text(params.all) === '1',
});

/** The address of that view; what stands by default is left out. */
export function addressOf({ unit, open, closed, q, all }: UnitsView): string {
  const pairs = [
    `unit=${unit}`,
    ...(open.length ? [`open=${open.join(',')}`] : []),
    ...(closed ? ['closed=1'] : []),
    ...(q ? [`q=${encodeURIComponent(q)}`] : []),
    ...(all ? ['all=1'] : []),
  ];
  return `/units?${pairs.join('&')}`;
}

/** The view with that unit's children shown, or hidden again. */
export const toggled = (view: UnitsView, id: string): UnitsView => ({
  ...view,
  open: view.open.includes(id) ? view.open.filter((other) => other !== id) : [...view.open, id],
});
