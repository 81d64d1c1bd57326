import type { ReactNode } from 'react';
import { TableBox } from './table-box';

export type Column = { key: string; label: ReactNode; num?: boolean };

/** A dense table that scrolls inside its own box; the head sticks. rows are cells in the order of the columns. */
export function DataTable({
  caption,
  columns,
  rows,
  foot,
}: {
  caption: string;
  columns: readonly Column[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  foot?: readonly ReactNode[];
}) {
  return (
    <TableBox label={caption}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.num ? 'num' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, at) => (
              <td key={columns[at]?.key} className={columns[at]?.num ? 'num' : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {foot && (
        <tfoot className="font-semibold">
          <tr>
            {foot.map((cell, at) => (
              <td key={columns[at]?.key} className={columns[at]?.num ? 'num' : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </TableBox>
  );
}
