'use client';

import { TableBox } from '@/components/data/table-box';
import { formatCount } from '@/domain/numbers';
import { ledgerAddress, type RotationFilters } from '@/domain/rotations/filters';
import { DIRECTIONS, directionOf, moveLabel } from '@/domain/rotations/levels';
import { type Cell, type CountTuple, matrixOf } from '@/domain/rotations/matrix';

/** Levels by years; every number opens its rows. Turns, and persons where they are fewer. */
export function MatrixTable({ counts, unit }: { counts: readonly CountTuple[]; unit?: string }) {
  const matrix = matrixOf(counts.map(([from, to, year, turns, persons]) => ({ from, to, year, turns, persons })));
  const at = (filters: RotationFilters) => `${ledgerAddress(filters, { unit })}#list`;
  return (
    <TableBox label="Số lượt luân chuyển theo cấp và năm" table="open years">
      <caption className="sr-only">Số lượt luân chuyển từ cấp, đến cấp, theo năm bắt đầu</caption>
      <thead>
        <tr>
          <th scope="col" className="words">
            Từ cấp → đến cấp
          </th>
          {matrix.years.map((year) => (
            <th key={year} scope="col" className="num">
              {year}
            </th>
          ))}
          <th scope="col" className="num">
            Cộng
          </th>
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map(({ from, to, years, total }) => (
          <tr key={`${from}-${to}`}>
            <th scope="row" className="text-left">
              {moveLabel(from, to)}
              <small>{DIRECTIONS[directionOf(from, to)]}</small>
            </th>
            {years.map((cell, index) => (
              <td key={matrix.years[index]} className="num">
                {cell && <Open cell={cell} href={at({ from, to, year: matrix.years[index] })} />}
              </td>
            ))}
            <td className="num font-semibold">
              <Open cell={total} href={at({ from, to })} />
            </td>
          </tr>
        ))}
        <tr className="font-semibold">
          <th scope="row" className="text-left">
            Cộng
          </th>
          {matrix.yearTotals.map((cell, index) => (
            <td key={matrix.years[index]} className="num">
              {cell.turns > 0 && <Open cell={cell} href={at({ year: matrix.years[index] })} />}
            </td>
          ))}
          <td className="num">
            <Open cell={matrix.total} href={at({})} />
          </td>
        </tr>
      </tbody>
    </TableBox>
  );
}

const Open = ({ cell: { turns, persons }, href }: { cell: Cell; href: string }) => (
  <a href={href}>
    {formatCount(turns)}
    {persons < turns && <small>{formatCount(persons)} người</small>}
  </a>
);
