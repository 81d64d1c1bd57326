'use client';

import { TableBox } from '@/components/data/table-box';

/** A cell as it travels: words; a number that opens to its rows (text, figure); or a share of the plan (per cent, below the danger line). */
export type OpenCell = string | [text: string, figure: string] | { share: number; low: boolean };
/** id: the line of the briefing that the numbers open to; none for the unit itself. href: where the name leads. */
export type OpenRow = { key: string; id?: string; name: string; href?: string; head?: boolean; cells: OpenCell[] };
type Props = { caption: string; columns: [label: string, num?: boolean][]; rows: OpenRow[]; foot?: OpenRow; base: string };

/** A table whose numbers open. base: the address of a number's rows, to which the figure and the line are added. */
export function OpenTable({ caption, columns, rows, foot, base }: Props) {
  const line = (row: OpenRow) => <Line key={row.key} row={row} columns={columns} base={base} />;
  return (
    <TableBox label={caption} table="open">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map(([label, num]) => (
            <th key={label} scope="col" className={num ? 'num' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows.map(line)}</tbody>
      {foot && <tfoot className="font-semibold">{line(foot)}</tfoot>}
    </TableBox>
  );
}

function Line({ row, columns, base }: { row: OpenRow; columns: Props['columns']; base: string }) {
  return (
    <tr>
      <th scope="row" className={row.head ? 'group' : undefined}>
        {row.href ? <a href={row.href}>{row.name}</a> : row.name}
      </th>
      {row.cells.map((cell, at) => (
        <td key={columns[at + 1]?.[0]} className={columns[at + 1]?.[1] ? 'num' : undefined}>
          <Cell cell={cell} href={row.id ? `${base}&row=${row.id}` : base} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ cell, href }: { cell: OpenCell; href: string }) {
  if (typeof cell === 'string') return cell;
  if ('share' in cell) return <PlanBar {...cell} />;
  const [text, figure] = cell;
  return (
    <a href={`${href}&figure=${figure}`} data-figure={figure}>
      {text}
    </a>
  );
}

function PlanBar({ share, low }: { share: number; low: boolean }) {
  const text = `${share.toFixed(1).replace('.', ',')}%`;
  return (
    <span className="plan-bar">
      <progress max={100} value={Math.min(share, 100)} aria-hidden="true" />
      {low ? <span className="tag late">{text}</span> : text}
    </span>
  );
}
