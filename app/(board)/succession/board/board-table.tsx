'use client';

import { RatingStrip } from '@/components/data/rating-strip';
import { TableBox } from '@/components/data/table-box';
import type { NameTuple, TitleTuple } from './board-lines';

const MOST_COMPARED = 4;
const MOST_PLACES = 6;

/** A line a title, a cell a person; whoever finds no place of their own stands in the last. */
export function BoardTable({ titles, campaign }: { titles: readonly TitleTuple[]; campaign: string }) {
  const widest = Math.max(1, ...titles.map(([, , , names]) => names.length));
  const places = Array.from({ length: Math.min(widest, MOST_PLACES) }, (_, at) => at);
  return (
    <TableBox label="Bảng quy hoạch: chức danh và người được quy hoạch" table="min-w-[900px] planning">
      <caption className="sr-only">Bảng quy hoạch, chức danh cao xếp trước</caption>
      <thead>
        <tr>
          <th scope="col">Chức danh</th>
          {places.map((at) => (
            <th key={at} scope="col">
              Người {at + 1}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {titles.map(([id, name, unit, names]) => (
          <tr key={id}>
            <td>
              <b>{name}</b>
              <small>{unit}</small>
              {names.length > 1 && <Compare title={id} campaign={campaign} names={names} />}
            </td>
            {places.map((at) => (
              <td key={at}>
                {!names.length && at === 0 && <span className="tag late">Chưa có ai</span>}
                {(at === places.length - 1 ? names.slice(at) : names.slice(at, at + 1)).map((named) => (
                  <Name key={named[0]} named={named} />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

function Compare({ title, campaign, names }: { title: string; campaign: string; names: readonly NameTuple[] }) {
  const some = names.slice(0, MOST_COMPARED);
  const query = new URLSearchParams({ campaign, title });
  for (const [, personId] of some) query.append('person', personId);
  return <a href={`/succession/compare?${query}`}>So sánh {some.length} người</a>;
}

function Name({ named: [, personId, proposed, person] }: { named: NameTuple }) {
  const waiting = proposed === 1 && <span className="tag due">Đề xuất</span>;
  if (!person) return <p>Cán bộ do cấp trên quản lý {waiting}</p>;
  const [name, about, tone, readiness, missing, against, strip] = person;
  return (
    <p>
      <a href={`/cadres/${personId}`}>{name}</a> <small>{about}</small> {waiting}
      <br />
      <span className={`tag ${tone}`}>{readiness}</span> <RatingStrip strip={strip} />
      {missing && <small>{missing}</small>}
      {against.map((words) => (
        <em key={words}>{words}</em>
      ))}
    </p>
  );
}
