'use client';

import { RatingStrip } from '@/components/data/rating-strip';
import { TableBox } from '@/components/data/table-box';
import type { CadreTuple } from './cadre-lines';

const HEAD = ['Họ và tên ↑', 'Ngày sinh', 'Chức vụ hiện nay', 'Diện quản lý', 'Trình độ', 'Hết thời hạn', 'Xếp loại 3 năm'];

/** A page of the list: who, what they hold, by whom managed, learning, the end of the term, three years of ratings. year: the first of every strip. */
export const CadreTable = ({ rows, year }: { rows: readonly CadreTuple[]; year: number }) => (
  <TableBox label="Danh sách cán bộ" box="min-[1340px]:overflow-visible" table="min-w-[900px] cadres">
    <caption className="sr-only">Danh sách cán bộ, xếp theo tên</caption>
    <thead>
      <tr>
        {HEAD.map((label, at) => (
          <th key={label} scope="col" aria-sort={at === 0 ? 'ascending' : undefined}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([id, [before, given], born, female, held, below, tier, professional, theory, ends, over, levels]) => (
        <tr key={id}>
          <td>
            <a href={`/cadres/${id}`}>
              {before} <b>{given}</b>
            </a>
          </td>
          <td>
            {born}
            {female === 1 && <small>Nữ</small>}
          </td>
          <td>
            {held}
            {below && <small>{below}</small>}
          </td>
          <td>{tier}</td>
          <td>
            {professional}
            <small>{theory}</small>
          </td>
          <td className={over ? 'font-semibold text-red-deep' : undefined}>{ends}</td>
          <td>
            <RatingStrip strip={levels.map((level, at) => ({ year: year + at, level }))} />
          </td>
        </tr>
      ))}
    </tbody>
  </TableBox>
);
