import { formatCount } from '@/domain/numbers';
import { type Band, type Box, type Flow, layoutFlow, type Place } from '@/domain/rotations/flow';
import { DIRECTIONS, type Direction } from '@/domain/rotations/levels';

const INK = '#1d1b18';
const SOFT = '#5c564b';
const FILLS: Record<Direction, string> = { down: '#9f1d20', up: 'url(#flow-up)', across: 'url(#flow-across)' };

type Props = {
  title: string;
  flows: readonly Flow[];
  places: readonly Place[];
  /** Where the rows behind a band are; their links make a wide chart reachable by keyboard. */
  hrefOf?: (flow: Flow) => string;
  /** On paper the numbers stand below, unfolded. */
  paper?: boolean;
};

/** Moves from places to places drawn on the server as SVG: solid downwards, hatched upwards, dotted across, so that paper without colour tells them apart; the same numbers as a table. */
export function FlowChart({ title, flows, places, hrefOf, paper = false }: Props) {
  const { width, height, left, right, bands, total } = layoutFlow(flows, places);
  const nameOf = new Map(places.map(({ key, label }) => [key, label]));
  const name = (key: string) => nameOf.get(key) ?? key;
  return (
    <figure className="m-0 p-4">
      <div className="overflow-x-auto">
        <svg
          viewBox={`0 0 ${width} ${height}`}
          // An image holds nothing to press; with links inside it is a group of them.
          role={hrefOf ? 'group' : 'img'}
          aria-label={`${title}: ${formatCount(total)} lượt`}
          className={`h-auto w-full ${paper ? 'mx-auto max-w-[780px]' : 'max-w-[1000px]'} ${hrefOf ? 'min-w-[640px]' : ''}`}
        >
          <Patterns />
          <Head x={left[0]?.x ?? 0} end="end" words="Nơi đi" />
          <Head x={(right[0]?.x ?? 0) + (right[0]?.width ?? 0)} end="start" words="Nơi đến" />
          {bands.map((band) => (
            <path
              key={`${band.from}-${band.to}`}
              d={band.path}
              fill={FILLS[band.direction]}
              fillOpacity={band.direction === 'down' ? 0.5 : 1}
              stroke={SOFT}
              strokeWidth={0.5}
            >
              <title>{`${name(band.from)} → ${name(band.to)}: ${formatCount(band.turns)} lượt`}</title>
            </path>
          ))}
          {bands.map((band) => (
            <BandNumber
              key={`${band.from}-${band.to}-label`}
              band={band}
              href={hrefOf?.(band)}
              words={`${name(band.from)} → ${name(band.to)}`}
            />
          ))}
          {left.map((box) => (
            <PlaceBox key={box.key} box={box} x={box.x - 8} end="end" />
          ))}
          {right.map((box) => (
            <PlaceBox key={box.key} box={box} x={box.x + box.width + 8} end="start" />
          ))}
        </svg>
      </div>
      <figcaption>
        <Legend />
        {paper ? (
          <div className="mt-2 columns-2 text-[12pt]">
            <FlowTable title={title} flows={flows} name={name} />
          </div>
        ) : (
          <details className="text-sm">
            <summary className="py-3 text-ink-soft">Xem số liệu của sơ đồ</summary>
            <FlowTable title={title} flows={flows} name={name} />
          </details>
        )}
      </figcaption>
    </figure>
  );
}

function BandNumber({ band, href, words }: { band: Band; href?: string; words: string }) {
  const number = (
    <text
      x={band.labelX}
      y={band.labelY + 4}
      fontSize={12}
      fontWeight={700}
      textAnchor="middle"
      fill={INK}
      stroke="#fff"
      strokeWidth={3}
      paintOrder="stroke"
    >
      {formatCount(band.turns)}
    </text>
  );
  if (!href) return number;
  return (
    <a href={href} aria-label={`${words}: ${formatCount(band.turns)} lượt`}>
      <rect x={band.labelX - 18} y={band.labelY - 13} width={36} height={26} fill="transparent" />
      {number}
    </a>
  );
}

const Patterns = () => (
  <defs>
    <pattern id="flow-up" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="#fff" />
      <line x1="0" y1="0" x2="0" y2="6" stroke={INK} strokeWidth="2.5" />
    </pattern>
    <pattern id="flow-across" width="5" height="5" patternUnits="userSpaceOnUse">
      <rect width="5" height="5" fill="#f1ede4" />
      <circle cx="2.5" cy="2.5" r="1" fill={SOFT} />
    </pattern>
  </defs>
);

const Head = ({ x, end, words }: { x: number; end: 'start' | 'end'; words: string }) => (
  <text x={x} y={18} fontSize={13} fontWeight={700} textAnchor={end} fill={SOFT}>
    {words}
  </text>
);

const PlaceBox = ({ box, x, end }: { box: Box; x: number; end: 'start' | 'end' }) => (
  <g>
    <rect x={box.x} y={box.y} width={box.width} height={box.height} fill={INK} />
    <text x={x} y={box.y + box.height / 2 + 4} fontSize={13} textAnchor={end} fill={INK}>
      {box.label.length > LONGEST ? `${box.label.slice(0, LONGEST - 1)}…` : box.label} · {formatCount(box.turns)}
      <title>{box.label}</title>
    </text>
  </g>
);
/** Letters that fit beside a box. */
const LONGEST = 23;

/** Shown with the same fills as the bands. */
const Legend = () => (
  <div className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
    {(Object.keys(DIRECTIONS) as Direction[]).map((direction) => (
      <span key={direction} className="inline-flex items-center gap-2">
        <svg width="30" height="14" aria-hidden="true">
          <rect width="30" height="14" fill={FILLS[direction]} fillOpacity={direction === 'down' ? 0.5 : 1} stroke={SOFT} />
        </svg>
        {DIRECTIONS[direction]}
      </span>
    ))}
  </div>
);

const FlowTable = ({ title, flows, name }: { title: string; flows: readonly Flow[]; name: (key: string) => string }) => (
  <table>
    <caption className="sr-only">{title}</caption>
    <tbody>
      {flows.map((flow) => (
        <tr key={`${flow.from}-${flow.to}`}>
          <th scope="row" className="pr-6 text-left font-normal">
            {name(flow.from)} → {name(flow.to)}
          </th>
          <td className="pr-6 text-ink-soft">{DIRECTIONS[flow.direction]}</td>
          <td className="num">{formatCount(flow.turns)} lượt</td>
        </tr>
      ))}
    </tbody>
  </table>
);
