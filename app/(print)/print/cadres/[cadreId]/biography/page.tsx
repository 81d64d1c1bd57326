import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { OfficeHeader, OfficeSignatures } from '@/components/print/office';
import { PrintPage, PrintTitle } from '@/components/print/party';
import { PrintBar } from '@/components/print/print-bar';
import { WorkTable } from '@/components/print/work-tables';
import { openCadrePaper } from '@/db/commands/cadre-reads';
import { chooseUnit } from '@/db/queries/units';
import { biographyRows } from '@/domain/cadres/resume';

export const metadata: Metadata = { title: 'Tiểu sử tóm tắt' };

/** A short biography by the Party's format. Its printing is in the read log. */
export default async function PrintedBiography({ params }: PageProps<'/print/cadres/[cadreId]/biography'>) {
  const viewer = await enter('cadre.read');
  const paper = await openCadrePaper(viewer, (await params).cadreId, 'biography');
  if (!paper) notFound();
  const { file, sensitive } = paper;
  const unit = await chooseUnit(viewer, 'cadre.read', file.managingUnitId);
  if (!unit) notFound();
  return (
    <main lang="vi">
      <PrintBar back={`/cadres/${file.id}`} />
      <PrintPage>
        <OfficeHeader name={unit.name} depth={unit.depth} superior={unit.ancestors.at(-1)?.shortName} today={viewer.today} />
        <PrintTitle kind="Tiểu sử tóm tắt" about={`của đồng chí ${file.fullName}`} />
        {biographyRows(file, sensitive, viewer.today).map(([label, value]) => (
          <p key={label} className="flush">
            - {label}: <b>{value}</b>
          </p>
        ))}
        <h2>TÓM TẮT QUÁ TRÌNH CÔNG TÁC</h2>
        <WorkTable lines={file.history} />
        <OfficeSignatures depth={unit.depth} recipients={['Lưu hồ sơ cán bộ']} />
      </PrintPage>
    </main>
  );
}
