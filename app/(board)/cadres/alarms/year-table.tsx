import { Opens } from '@/components/data/opens';
import { TableBox } from '@/components/data/table-box';
import type { YearRow } from '@/domain/cadres/alarms';

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
const monthText = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`;

/** Retirements by year and month; every number opens its persons, and the rows add up to the total. */
export function YearTable({ years, at }: { years: readonly YearRow[]; at: (from: string, to: string) => string }) {
  const total = years.reduce((sum, year) => sum + year.total, 0);
  const [first, last] = [years[0], years.at(-1)];
  return (
    <TableBox label="Số cán bộ nghỉ hưu theo năm và tháng" table="open">
      <caption className="sr-only">Số cán bộ nghỉ hưu theo năm và tháng</caption>
      <thead>
        <tr>
          <th scope="col" className="words">
            Năm
          </th>
          {MONTHS.map((month) => (
            <th key={month} scope="col" className="num">
              <abbr title={`Tháng ${month}`} className="no-underline">
                {month}
              </abbr>
            </th>
          ))}
          <th scope="col" className="num">
            Cả năm
          </th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, months, total: ofYear }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            {MONTHS.map((month) => {
              const count = months[month - 1] ?? null;
              return (
                <td key={month} className="num">
                  {count === null ? (
                    ''
                  ) : (
                    <Opens
                      count={count}
                      href={at(monthText(year, month), monthText(year, month))}
                      what={`nghỉ hưu tháng ${month}/${year}`}
                    />
                  )}
                </td>
              );
            })}
            <td className="num font-semibold">
              <Opens count={ofYear} href={at(monthText(year, 1), monthText(year, 12))} what={`nghỉ hưu năm ${year}`} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot className="font-semibold">
        <tr>
          <th scope="row">Cộng</th>
          <td colSpan={12} />
          <td className="num">
            <Opens
              count={total}
              href={at(monthText(first?.year ?? 0, 1), monthText(last?.year ?? 0, 12))}
              what="nghỉ hưu trong cả kỳ"
            />
          </td>
        </tr>
      </tfoot>
    </TableBox>
  );
}
