import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PAPER_COLUMNS, PAPER_SHARES, paperCells } from '@/app/(board)/rotations/paper';
import { OfficeHeader, OfficeSignatures } from '@/components/print/office';
import { PrintMark, PrintPage, PrintTitle } from '@/components/print/party';
import { PrintBar } from '@/components/print/print-bar';
import { noteList } from '@/db/commands/rotations/reads';
import { listForPaper, MOST_ON_PAPER } from '@/db/queries/rotations/ledger';
import { chooseUnit } from '@/db/queries/units';
import { draftMark } from '@/domain/internal-sheet';
import { filterWords, ledgerAddress, readFilters } from '@/domain/rotations/filters';

export const metadata: Metadata = { title: 'Danh sách cán bộ luân chuyển' };

/** "Danh sách cán bộ luân chuyển" on A4 across; its reading is in the log like an export. */
export default async function PrintedRotations({ searchParams }: PageProps<'/print/rotations/list'>) {
  const viewer = await enter('rotation.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'rotation.read', params.unit);
  if (!unit) notFound();
  const filters = readFilters(params);
  const rows = await listForPaper(viewer, unit, filters);
  await noteList(viewer, 'rotation.print', { unitId: unit.id, filters, count: rows.length });
  const words = filterWords(filters);
  return (
    <main lang="vi">
      <PrintBar back={ledgerAddress(filters, { unit: unit.depth ? unit.id : undefined })} />
      <PrintPage appendix>
        <OfficeHeader name={unit.name} depth={unit.depth} superior={unit.ancestors.at(-1)?.shortName} today={viewer.today} />
        <PrintTitle kind="Danh sách" about={`cán bộ luân chuyển${words.length ? ` (${words.join(', ')})` : ''}`} />
        <PrintMark>{draftMark({ takenBy: viewer.name, at: new Date() }, true)}</PrintMark>
        <table className="grid-lines heads table-fixed break-words text-[8pt]! [&_td]:px-[1.5pt]! [&_th]:px-[1.5pt]!">
          <colgroup>
            {PAPER_SHARES.map((share, at) => (
              <col key={PAPER_COLUMNS[at]?.[0]} width={`${share}%`} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {PAPER_COLUMNS.map(([title]) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.id}>
                {paperCells(row, index + 1).map((cell, at) => (
                  <td key={PAPER_COLUMNS[at]?.[0]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === MOST_ON_PAPER && <p>Danh sách chỉ in {MOST_ON_PAPER} lượt đầu. Hãy lọc theo năm để in phần còn lại.</p>}
        <p>Danh sách có {rows.length} lượt luân chuyển.</p>
        <OfficeSignatures depth={unit.depth} recipients={['Thường trực Tỉnh ủy', 'Lưu Ban Tổ chức']} />
      </PrintPage>
    </main>
  );
}
