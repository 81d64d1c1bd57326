import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PartyHeader, PrintPage, PrintTitle, Signatures } from '@/components/print/party';
import { PrintBar } from '@/components/print/print-bar';
import { noteCadreList } from '@/db/commands/cadre-reads';
import { countCadres, listCadres } from '@/db/queries/cadres/list';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { placeAndDate, placeOf } from '@/domain/briefings/report';
import { chosenColumns, columnCells, columnHeads } from '@/domain/cadres/columns';
import { cadreFilterValues, cadreFilterWords, cadresAddress, readCadreFilters } from '@/domain/cadres/filters';
import { formatCount } from '@/domain/numbers';
import { lastRatedYear, stripOf } from '@/domain/ratings/strip';

export const metadata: Metadata = { title: 'Danh sách trích ngang' };

/** More is for a spreadsheet. */
const MOST_PRINTED = 500;

/** "Danh sách trích ngang" with the chosen columns, on A4 across. Its printing is in the read log before it is read. */
export default async function PrintedList({ searchParams }: PageProps<'/print/cadres/list'>) {
  const viewer = await enter('cadre.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'cadre.read', params.unit);
  if (!unit) notFound();
  const values = cadreFilterValues(params);
  const filters = readCadreFilters(values, viewer.today);
  const columns = chosenColumns(params.columns);
  const count = await countCadres(viewer, unit, filters);
  await noteCadreList(viewer, { unitId: unit.id, values, columns, count });
  const [{ rows, hasNext }, rules] = await Promise.all([
    listCadres(viewer, unit, filters, {}, MOST_PRINTED),
    rulesOn(viewer, viewer.today),
  ]);
  const heads = columnHeads(columns);
  const board = unit.depth === 0;
  const lines = rows.map((row, at) =>
    columnCells({ ...row, strip: stripOf(row.ratings, lastRatedYear(viewer.today), rules) }, at + 1, columns),
  );
  return (
    <main lang="vi">
      <PrintBar back={cadresAddress(values, { unit: unit.id })}>
        {hasNext && (
          <b>
            In {formatCount(MOST_PRINTED)} người đầu trong {formatCount(count)}; hãy lọc hẹp hơn hoặc tải Excel.
          </b>
        )}
      </PrintBar>
      <PrintPage appendix>
        <PartyHeader
          superior={board ? `Tỉnh ủy ${placeOf(unit.name)}` : unit.ancestors.at(-1)?.shortName}
          issuer={board ? 'Ban Tổ chức' : unit.name}
          number={null}
          placeAndDate={placeAndDate(placeOf(unit.name), viewer.today)}
        />
        <PrintTitle kind="Danh sách trích ngang" about={about(unit.name, cadreFilterWords(values, viewer.today))} />
        <table className="grid-lines">
          <thead>
            <tr>
              {heads.map(({ label }) => (
                <th key={label}>{label}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((cells) => (
              <tr key={cells[0]}>
                {heads.map(({ label, centred, whole }, at) => (
                  <td key={label} className={`${centred ? 'text-center' : ''} ${whole ? 'whitespace-nowrap' : ''}`}>
                    {cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="flush">Danh sách có {formatCount(rows.length)} người.</p>
        <Signatures
          recipients={['Lưu']}
          authority={board ? undefined : 'T/M Ban Thường vụ'}
          title={board ? 'Trưởng ban' : 'Bí thư'}
        />
      </PrintPage>
    </main>
  );
}

const about = (unitName: string, words: readonly string[]) =>
  `cán bộ ${unitName.replace(/\s*\(.*\)$/, '')}${words.length ? ` (${words.join('; ')})` : ''}`;
