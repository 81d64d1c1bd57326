import type { ReactNode } from 'react';
import { TableBox } from './table-box';

/** wide: words that keep their room on a phone, where the table scrolls. */
export type Column = { key: string; label: ReactNode; num?: boolean; wide?: boolean };

const classOf = (column: Column | undefined) => (column?.num ? 'num' : column?.wide ? 'min-w-44' : undefined);

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
            <th key={column.key} scope="col" className={classOf(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, at) => (
              <td key={columns[at]?.key} className={classOf(columns[at])}>
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
              <td key={columns[at]?.key} className={classOf(columns[at])}>
                {cell}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </TableBox>
  );
}
