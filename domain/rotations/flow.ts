import type { Direction } from './levels';

/** Turns from one place of the chart to another. `from` and `to` are keys; the labels stand with the places. */
export type Flow = { from: string; to: string; turns: number; direction: Direction };
export type Place = { key: string; label: string };

export type Box = { key: string; label: string; turns: number; x: number; y: number; width: number; height: number };
/** A band as the outline of a filled shape; `y` at its middle on both sides, for its number. */
export type Band = Flow & { path: string; thickness: number; startY: number; endY: number; labelX: number; labelY: number };
export type FlowLayout = { width: number; height: number; left: Box[]; right: Box[]; bands: Band[]; total: number };

/** In the units of the picture. `gap`: between boxes; `label`: room for the names on either side; `turn`: how thick one turn is. */
export type FlowSizes = { width: number; box: number; gap: number; label: number; turn: number; top: number };
export const FLOW_SIZES: FlowSizes = { width: 780, box: 14, gap: 18, label: 210, turn: 6, top: 34 };
/** A chart of many turns is drawn in this height, with thinner bands. */
const TALLEST = 460;
/** A box is at least this high, so that its name has a line of its own. */
const LOWEST = 18;
/** Numbers of neighbouring bands stand apart, so that thin ones can be read. */
const WAYS = [0.12, 0.22, 0.32];

/** Where every box and band stands: senders on the left, receivers on the right, in the order of `places`; a band is as thick as its turns. */
export function layoutFlow(flows: readonly Flow[], places: readonly Place[], sizes: FlowSizes = FLOW_SIZES): FlowLayout {
  const drawn = flows.filter(({ turns }) => turns > 0);
  const total = drawn.reduce((sum, { turns }) => sum + turns, 0);
  const unit = total * sizes.turn > TALLEST ? TALLEST / total : sizes.turn;
  const left = column(drawn, places, 'from', sizes, unit);
  const right = column(drawn, places, 'to', sizes, unit);
  const bottom = Math.max(sizes.top, ...[...left, ...right].map(({ y, height }) => y + height));
  return {
    width: sizes.width,
    height: round(bottom + sizes.gap),
    left,
    right,
    bands: bandsOf(drawn, places, left, right, unit),
    total,
  };
}

function column(
  flows: readonly Flow[],
  places: readonly Place[],
  side: 'from' | 'to',
  { width, box, gap, label, top }: FlowSizes,
  unit: number,
): Box[] {
  let y = top;
  return places.flatMap(({ key, label: name }) => {
    const turns = flows.filter((flow) => flow[side] === key).reduce((sum, flow) => sum + flow.turns, 0);
    if (!turns) return [];
    const placed = {
      key,
      label: name,
      turns,
      x: side === 'from' ? label : width - label - box,
      y: round(y),
      width: box,
      height: round(Math.max(LOWEST, turns * unit)),
    };
    y += placed.height + gap;
    return [placed];
  });
}

function bandsOf(
  flows: readonly Flow[],
  places: readonly Place[],
  left: readonly Box[],
  right: readonly Box[],
  unit: number,
): Band[] {
  const order = new Map(places.map(({ key }, index) => [key, index]));
  const at = (key: string) => order.get(key) ?? places.length;
  const sorted = [...flows].sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to));
  const used = { from: new Map<string, number>(), to: new Map<string, number>() };
  return sorted.flatMap((flow, index) => {
    const [start, end] = [left.find(({ key }) => key === flow.from), right.find(({ key }) => key === flow.to)];
    if (!start || !end) return [];
    const thickness = flow.turns * unit;
    const startY = middle(start, used.from, thickness, unit);
    const endY = middle(end, used.to, thickness, unit);
    return [bandBetween(flow, { x1: start.x + start.width, startY, x2: end.x, endY, thickness }, WAYS[index % WAYS.length] ?? 0)];
  });
}

/** The middle of the next free piece of a box; pieces stand together in the middle of a box that is higher than they need. */
function middle(box: Box, used: Map<string, number>, thickness: number, unit: number): number {
  const before = used.get(box.key) ?? 0;
  used.set(box.key, before + thickness);
  return box.y + (box.height - box.turns * unit) / 2 + before + thickness / 2;
}

type Ends = { x1: number; startY: number; x2: number; endY: number; thickness: number };

/** `way`: how far along the band its number stands. */
function bandBetween(flow: Flow, { x1, startY, x2, endY, thickness }: Ends, way: number): Band {
  const [half, bend] = [thickness / 2, (x1 + x2) / 2];
  const curve = (fromY: number, toX: number, toY: number) =>
    `C${round(bend)} ${round(fromY)} ${round(bend)} ${round(toY)} ${round(toX)} ${round(toY)}`;
  return {
    ...flow,
    thickness: round(thickness),
    startY: round(startY),
    endY: round(endY),
    labelX: round(x1 + (x2 - x1) * across(way)),
    labelY: round(startY + (endY - startY) * down(way)),
    path: [
      `M${round(x1)} ${round(startY - half)}`,
      curve(startY - half, x2, endY - half),
      `L${round(x2)} ${round(endY + half)}`,
      curve(endY + half, x1, startY + half),
      'Z',
    ].join(''),
  };
}

/** How far the curve of a band has gone across and down at a part of its way. */
const across = (way: number): number => 1.5 * way - 1.5 * way ** 2 + way ** 3;
const down = (way: number): number => 3 * way ** 2 - 2 * way ** 3;

const round = (value: number): number => Math.round(value * 100) / 100;
