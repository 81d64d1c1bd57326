import {
  DIRECTIONS,
  type Direction,
  isDirection,
  isRotationLevel,
  moveLabel,
  ROTATION_LEVELS,
  type RotationLevel,
} from './levels';
import { isStayState, STAY_STATES, type StayState } from './stay';

/** What the ledger is narrowed to; as it stands in the address. */
export type RotationFilters = {
  from?: RotationLevel;
  to?: RotationLevel;
  direction?: Direction;
  year?: number;
  state?: StayState | 'open';
};

type Params = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

/** Anything that is no filter counts as none. */
export function readFilters(params: Params): RotationFilters {
  const [from, to, direction, year, state] = ['from', 'to', 'direction', 'year', 'state'].map((name) => one(params[name]));
  return {
    ...(from && isRotationLevel(from) && { from }),
    ...(to && isRotationLevel(to) && { to }),
    ...(direction && isDirection(direction) && { direction }),
    ...(year && /^(19|20)\d\d$/.test(year) && { year: Number(year) }),
    ...(state && (isStayState(state) || state === 'open') && { state: state as StayState | 'open' }),
  };
}

/** The address of the ledger with those filters. */
export function ledgerAddress(filters: RotationFilters, more: Record<string, string | undefined> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, ...more })) if (value !== undefined) query.set(name, String(value));
  return query.size ? `/rotations?${query}` : '/rotations';
}

/** The filters in words, for the head of a list on paper. */
export function filterWords({ from, to, direction, year, state }: RotationFilters): string[] {
  return [
    ...(from && to ? [moveLabel(from, to)] : []),
    ...(from && !to ? [`từ ${ROTATION_LEVELS[from]}`] : []),
    ...(to && !from ? [`đến ${ROTATION_LEVELS[to]}`] : []),
    ...(direction ? [DIRECTIONS[direction].toLocaleLowerCase('vi')] : []),
    ...(year ? [`năm ${year}`] : []),
    ...(state ? [(state === 'open' ? 'Chưa kết thúc' : STAY_STATES[state]).toLocaleLowerCase('vi')] : []),
  ];
}
