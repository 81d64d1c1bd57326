import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { OfficeHeader, OfficeSignatures } from '@/components/print/office';
import { PrintMark, PrintPage, PrintTitle } from '@/components/print/party';
import { PrintBar } from '@/components/print/print-bar';
import { noteCadreList } from '@/db/commands/cadre-reads';
import { countInParts, listCadres } from '@/db/queries/cadres/list';
import { rulesOn } from '@/db/queries/rule-sets';
import { chooseUnit } from '@/db/queries/units';
import { chosenColumns, columnCells, columnHeads } from '@/domain/cadres/columns';
import { cadreFilterValues, cadreFilterWords, cadresAddress, readCadreFilters } from '@/domain/cadres/filters';
import { type ListPart, listPart, listPartAddress } from '@/domain/cadres/list-parts';
import { draftMark } from '@/domain/internal-sheet';
import { formatCount } from '@/domain/numbers';
import { lastRatedYear, stripOf } from '@/domain/ratings/strip';

export const metadata: Metadata = { title: 'Danh sách trích ngang' };

/** How many people one part of the paper holds: a longer list is printed part by part. */
const PART_SIZE = 500;

/** "Danh sách trích ngang" with the chosen columns, on A4 across. Its printing is in the read log before it is read. */
export default async function PrintedList({ searchParams }: PageProps<'/print/cadres/list'>) {
  const viewer = await enter('cadre.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'cadre.read', params.unit);
  if (!unit) notFound();
  const values = cadreFilterValues(params);
  const filters = readCadreFilters(values, viewer.today);
  const columns = chosenColumns(params.columns);
  const { count, ends } = await countInParts(viewer, unit, filters, PART_SIZE);
  const place = listPart(params.part, count, PART_SIZE);
  if (!place) notFound();
  const { part, parts, skipped } = place;
  await noteCadreList(viewer, { unitId: unit.id, values, columns, count, ...(parts > 1 ? { part: `${part}/${parts}` } : {}) });
  const [{ rows, hasNext }, rules] = await Promise.all([
    listCadres(viewer, unit, filters, { after: ends[part - 2] }, PART_SIZE),
    rulesOn(viewer, viewer.today),
  ]);
  const heads = columnHeads(columns);
  const lines = rows.map((row, at) =>
    columnCells({ ...row, strip: stripOf(row.ratings, lastRatedYear(viewer.today), rules) }, skipped + at + 1, columns),
  );
  return (
    <main lang="vi">
      <PrintBar back={cadresAddress(values, { unit: unit.id })}>
        {parts > 1 && <Parts place={place} address={(one) => listPartAddress(values, unit.id, columns, one)} />}
      </PrintBar>
      <PrintPage appendix>
        <OfficeHeader name={unit.name} depth={unit.depth} superior={unit.ancestors.at(-1)?.shortName} today={viewer.today} />
        <PrintTitle kind="Danh sách trích ngang" about={about(unit.name, cadreFilterWords(values, viewer.today), place)} />
        <PrintMark>{draftMark({ takenBy: viewer.name, at: new Date() }, true)}</PrintMark>
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
        {parts > 1 ? (
          <p className="flush">
            Danh sách có {formatCount(count)} người, in thành {formatCount(parts)} phần. Phần {part} có {formatCount(rows.length)}{' '}
            người, từ số {formatCount(skipped + 1)} đến số {formatCount(skipped + rows.length)}.
            {hasNext && ` Xem tiếp phần ${part + 1}.`}
          </p>
        ) : (
          <p className="flush">Danh sách có {formatCount(rows.length)} người.</p>
        )}
        {!hasNext && <OfficeSignatures depth={unit.depth} recipients={['Lưu']} />}
      </PrintPage>
    </main>
  );
}

const about = (unitName: string, words: readonly string[], { part, parts }: ListPart) =>
  `cán bộ ${unitName.replace(/\s*\(.*\)$/, '')}${words.length ? ` (${words.join('; ')})` : ''}${parts > 1 ? ` – phần ${part}/${parts}` : ''}`;

/** Each part is a paper of its own; the running numbers go on. */
const Parts = ({ place: { part, parts }, address }: { place: ListPart; address: (part: number) => string }) => (
  <span className="flex flex-wrap items-center gap-1.5">
    <b>
      Phần {part}/{parts}:
    </b>
    {Array.from({ length: parts }, (_, at) => at + 1).map((one) => (
      <a
        key={one}
        href={address(one)}
        className={`chip ${one === part ? 'on' : ''}`}
        aria-current={one === part ? 'page' : undefined}
      >
        {one}
      </a>
    ))}
  </span>
);
