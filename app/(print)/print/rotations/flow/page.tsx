import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { flowData, flowTitle, readChoice } from '@/app/(board)/rotations/flow/flow-data';
import { FlowChart } from '@/components/chart/flow-chart';
import { OfficeHeader } from '@/components/print/office';
import { PrintMark, PrintPage, PrintTitle } from '@/components/print/party';
import { PrintBar } from '@/components/print/print-bar';
import { chooseUnit } from '@/db/queries/units';
import { draftMark } from '@/domain/internal-sheet';

export const metadata: Metadata = { title: 'Sơ đồ luân chuyển' };

export default async function PrintedFlow({ searchParams }: PageProps<'/print/rotations/flow'>) {
  const viewer = await enter('rotation.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'rotation.read', params.unit);
  if (!unit) notFound();
  const choice = readChoice(params);
  const { flows, places } = await flowData(viewer, unit, choice);
  return (
    <main lang="vi">
      <PrintBar back={`/rotations/flow?by=${choice.by}${choice.year === null ? '' : `&year=${choice.year}`}`} />
      <PrintPage appendix>
        <OfficeHeader name={unit.name} depth={unit.depth} superior={unit.ancestors.at(-1)?.shortName} today={viewer.today} />
        <PrintTitle kind="Sơ đồ" about={flowTitle(choice)} />
        <PrintMark>{draftMark({ takenBy: viewer.name, at: new Date() }, true)}</PrintMark>
        <FlowChart title={flowTitle(choice)} flows={flows} places={places} paper />
      </PrintPage>
    </main>
  );
}
