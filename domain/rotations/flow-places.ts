import type { Flow, Place } from './flow';
import { directionOf, LEVEL_ORDER, ROTATION_LEVELS, type RotationLevel } from './levels';
import type { Count } from './matrix';

/** The chart by levels: of one year, or of all where year is null. */
export function levelFlows(counts: readonly Count[], year: number | null): { flows: Flow[]; places: Place[] } {
  const flows = counts.flatMap(({ from, to, year: of, turns }) =>
    from !== null && to !== null && of === year ? [{ from, to, turns, direction: directionOf(from, to) }] : [],
  );
  return { flows, places: LEVEL_ORDER.map((key) => ({ key, label: ROTATION_LEVELS[key] })) };
}

type UnitCount = { fromName: string; fromLevel: RotationLevel; toName: string; toLevel: RotationLevel; turns: number };
/** Places drawn by name; the others of a level stand together. */
const MOST_PLACES = 12;

const shortName = (name: string) => name.replace(/^Đảng bộ /, '').replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase('vi'));

/** The chart by units: the most travelled by name, the rest of each level as one place. */
export function unitFlows(counts: readonly UnitCount[]): { flows: Flow[]; places: Place[] } {
  const named = { from: busiest(counts, 'from'), to: busiest(counts, 'to') };
  const places = new Map<string, Place & { level: RotationLevel }>();
  const placeOf = (side: 'from' | 'to', name: string, level: RotationLevel): string => {
    const own = named[side].has(`${level} ${name}`);
    const key = own ? `${level} ${name}` : `${level} ~`;
    places.set(key, { key, level, label: own ? shortName(name) : `Nơi khác: ${ROTATION_LEVELS[level].toLocaleLowerCase('vi')}` });
    return key;
  };
  const flows = new Map<string, Flow>();
  for (const { fromName, fromLevel, toName, toLevel, turns } of counts) {
    const [from, to] = [placeOf('from', fromName, fromLevel), placeOf('to', toName, toLevel)];
    const known = flows.get(`${from}|${to}`);
    if (known) known.turns += turns;
    else flows.set(`${from}|${to}`, { from, to, turns, direction: directionOf(fromLevel, toLevel) });
  }
  const order = (place: { key: string; level: RotationLevel }) => `${LEVEL_ORDER.indexOf(place.level)} ${place.key}`;
  return {
    flows: [...flows.values()],
    places: [...places.values()].toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).map(({ key, label }) => ({ key, label })),
  };
}

function busiest(counts: readonly UnitCount[], side: 'from' | 'to'): Set<string> {
  const turns = new Map<string, number>();
  for (const count of counts) {
    const key = side === 'from' ? `${count.fromLevel} ${count.fromName}` : `${count.toLevel} ${count.toName}`;
    turns.set(key, (turns.get(key) ?? 0) + count.turns);
  }
  return new Set(
    [...turns]
      .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
      .slice(0, MOST_PLACES)
      .map(([key]) => key),
  );
}
