'use client';

import { RatingStrip } from '@/components/data/rating-strip';
import { TableBox } from '@/components/data/table-box';
import type { LedgerTuple } from './ledger-lines';

const HEAD = ['Họ và tên, xếp loại', 'Chức vụ trước luân chuyển', 'Chức vụ luân chuyển đến', 'Thời gian', 'Tình trạng'];
const CAPTION = 'Các lượt luân chuyển, mới nhất trước';

/** year: the first of every strip. */
export const LedgerTable = ({ rows, year }: { rows: readonly LedgerTuple[]; year: number }) => (
  <TableBox label={CAPTION} table="ledger">
    <caption className="sr-only">{CAPTION}</caption>
    <thead>
      <tr>
        {HEAD.map((label) => (
          <th key={label} scope="col">
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([id, name, levels, from, to, time, served, tone, state]) => (
        <tr key={id}>
          <td>
            <a href={`/rotations/${id}`}>{name}</a>
            <br />
            <RatingStrip strip={levels.map((level, at) => ({ year: year + at, level }))} />
          </td>
          <Post post={from} />
          <Post post={to} />
          <td>
            {time}
            <small>{served}</small>
          </td>
          <td>
            <span className={`tag ${tone}`}>{state}</span>
          </td>
        </tr>
      ))}
    </tbody>
  </TableBox>
);

const Post = ({ post: [title, place] }: { post: [string, string] }) => (
  <td>
    {title}
    {place && <small>{place}</small>}
  </td>
);
