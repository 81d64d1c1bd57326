'use client';

import { TableBox } from '@/components/data/table-box';

/** A cell as it travels: words; a number that opens to its rows (text, figure); or a share of the plan (per cent, below the danger line). */
export type OpenCell = string | readonly [text: string, figure: string] | { share: number; low: boolean };
/** A line as it travels. id: the child unit that it is of, '' for the unit itself; a head spans its group and has no cells. */
export type OpenRow = readonly [id: string, name: string, cells: readonly OpenCell[]];
/** A column is of numbers, or of words. */
export type OpenColumn = readonly [label: string, words?: 'words'];
type Props = {
  caption: string;
  columns: readonly OpenColumn[];
  rows: readonly OpenRow[];
  foot?: OpenRow;
  base: string;
  child?: string;
};

/** A table whose numbers open. base: the address of a number's rows, to which the line and the figure are added; child: of a line's own page, to which its unit is added. */
export function OpenTable({ caption, columns, rows, foot, base, child = '' }: Props) {
  const line = (row: OpenRow) => <Line key={row[0] || row[1]} row={row} columns={columns} base={base} child={child} />;
  return (
    <TableBox label={caption} table="open">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map(([label, words]) => (
            <th key={label} scope="col" className={words}>
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

type LineProps = { row: OpenRow; columns: readonly OpenColumn[]; base: string; child: string };

function Line({ row: [id, name, cells], columns, base, child }: LineProps) {
  if (!cells.length)
    return (
      <tr>
        <th scope="rowgroup" colSpan={columns.length}>
          {name}
        </th>
      </tr>
    );
  return (
    <tr>
      <th scope="row">{id ? <a href={child + id}>{name}</a> : name}</th>
      {cells.map((cell, at) => (
        <td key={columns[at + 1]?.[0]} className={columns[at + 1]?.[1]}>
          <Cell cell={cell} id={id} base={base} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ cell, id, base }: { cell: OpenCell; id: string; base: string }) {
  if (typeof cell === 'string') return cell;
  if ('share' in cell) return <PlanBar {...cell} />;
  const [text, figure] = cell;
  if (id) return <a href={`${base}&row=${id}&figure=${figure}`}>{text}</a>;
  return (
    <a href={`${base}&figure=${figure}`} data-figure={figure}>
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
