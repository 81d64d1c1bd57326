import { RatingStrip } from '@/components/data/rating-strip';
import { TableBox } from '@/components/data/table-box';
import type { CadreRow } from '@/db/queries/cadres/list';
import { PROFESSIONAL, THEORY } from '@/domain/cadres/codes';
import { formatDate, type IsoDate } from '@/domain/calendar';
import { splitName } from '@/domain/members/table';
import { TIER_SHORT } from '@/domain/posts/kinds';
import { lastRatedYear, stripOf } from '@/domain/ratings/strip';
import type { Rules } from '@/domain/rule-sets';

/** A page of the list: who, what they hold, by whom managed, learning, the end of the term, three years of ratings. */
export function CadreTable({ rows, today, rules }: { rows: readonly CadreRow[]; today: IsoDate; rules: Rules }) {
  return (
    <TableBox label="Danh sách cán bộ" box="min-[1340px]:overflow-visible" table="min-w-[900px]">
      <caption className="sr-only">Danh sách cán bộ, xếp theo tên</caption>
      <thead>
        <tr>
          {['Họ và tên ↑', 'Ngày sinh', 'Chức vụ hiện nay', 'Diện quản lý', 'Trình độ', 'Hết thời hạn', 'Xếp loại 3 năm'].map(
            (label, at) => (
              <th key={label} scope="col" aria-sort={at === 0 ? 'ascending' : undefined}>
                {label}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="whitespace-nowrap">
              <Name row={row} />
            </td>
            <td className="whitespace-nowrap">
              {formatDate(row.born)}
              {row.female && <span className="block text-ink-soft text-sm">Nữ</span>}
            </td>
            <td className="min-w-72">
              <Titles titles={row.titles} serving={row.serving} />
            </td>
            <td className="whitespace-nowrap">{TIER_SHORT[row.tier]}</td>
            <td className="whitespace-nowrap">
              {PROFESSIONAL[row.professional]}
              <span className="block text-ink-soft text-sm">LLCT: {THEORY[row.theory].toLocaleLowerCase('vi')}</span>
            </td>
            <td className={row.termEndsOn && row.termEndsOn < today ? 'font-semibold text-red-deep' : undefined}>
              {row.termEndsOn ? formatDate(row.termEndsOn) : '—'}
            </td>
            <td>
              <RatingStrip strip={stripOf(row.ratings, lastRatedYear(today), rules)} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

function Name({ row }: { row: CadreRow }) {
  const [before, given] = splitName(row.fullName);
  return (
    <a href={`/cadres/${row.id}`} className="inline-block py-1">
      {before} <b>{given}</b>
    </a>
  );
}

function Titles({ titles, serving }: { titles: readonly string[]; serving: boolean }) {
  if (!titles.length)
    return <span className="text-ink-soft">{serving ? 'Chưa giữ chức danh nào' : 'Đã ra khỏi sổ đảng viên'}</span>;
  const [main, ...others] = titles;
  return (
    <>
      {main}
      {others.length > 0 && <span className="block text-ink-soft text-sm">{others.join('; ')}</span>}
    </>
  );
}
