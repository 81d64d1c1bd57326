'use client';

import Link from 'next/link';
import { Fragment } from 'react';
import { TableBox } from '@/components/data/table-box';
import { formatCount } from '@/domain/numbers';
import { addressOf, toggled, type UnitsView } from './units-address';

/** A line of the tree as it travels: id, name, levels below the top, kind, persons, cells, whether it opens, when it ended. */
export type TreeTuple = [
  id: string,
  name: string,
  level: number,
  kind: string,
  members: number,
  cells: number,
  opens: boolean,
  ended: string,
];

/** The lines of the tree. Names lead away by plain links; a level opens in place, by its own address, also without script. */
export function TreeRows({ rows, view, flat }: { rows: TreeTuple[]; view: UnitsView; flat: boolean }) {
  return (
    <TableBox label="Cây tổ chức đảng" table="tree">
      <caption className="sr-only">Cây tổ chức đảng</caption>
      <thead>
        <tr>
          <th scope="col">Tổ chức</th>
          <th scope="col" className="num">
            Đảng viên
          </th>
          <th scope="col" className="num">
            Chi bộ
          </th>
          <th scope="col">Loại</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([id, name, level, kind, members, cells, opens, ended]) => (
          <tr key={id}>
            <td>
              <span className={flat || level < 0 ? 'name' : `name l${Math.min(level, 5)}`}>
                {opens && <Toggle id={id} name={name} view={view} />}
                <a href={`/units/${id}`}>{name}</a>
                {ended && (
                  <Fragment>
                    {' '}
                    <span className="tag">kết thúc {ended}</span>
                  </Fragment>
                )}
              </span>
            </td>
            <td className="num">{formatCount(members)}</td>
            <td className="num">{formatCount(cells)}</td>
            <td>{kind}</td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

function Toggle({ id, name, view }: { id: string; name: string; view: UnitsView }) {
  const open = view.open.includes(id);
  return (
    <Link href={addressOf(toggled(view, id))} prefetch={false} scroll={false} aria-label={`${open ? 'Thu gọn' : 'Mở'} ${name}`}>
      {open ? '▾' : '▸'}
    </Link>
  );
}
