import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PartyHeader, PrintPage, PrintTitle } from '@/components/print/party';
import { PrintBar } from '@/components/print/print-bar';
import { getMinutes } from '@/db/queries/minutes';
import { rulesOn } from '@/db/queries/rule-sets';
import { minutesPaper } from '@/domain/meetings/paper';
import { votesIn } from '@/domain/meetings/votes';
import { Blocks, Signers } from './paper-parts';

export const metadata: Metadata = { title: 'Biên bản' };

/** The minutes on A4 by the Party's format, as the browser prints them. */
export default async function PrintedMinutes({ params }: PageProps<'/print/minutes/[meetingId]'>) {
  const viewer = await enter('minutes.read');
  const minutes = await getMinutes(viewer, (await params).meetingId);
  if (!minutes) notFound();
  const paper = minutesPaper(minutes, votesIn(await rulesOn(viewer, minutes.heldOn ?? minutes.month, minutes.cellId)));
  return (
    <main lang="vi">
      <PrintBar back={`/meetings/${minutes.id}`}>
        <a className="btn" href={`/meetings/${minutes.id}/docx`} download>
          Tải Word
        </a>
      </PrintBar>
      <PrintPage>
        {paper.draft && <div className="flush text-right font-bold">DỰ THẢO</div>}
        <PartyHeader superior={paper.superior} issuer={paper.issuer} number={paper.number} placeAndDate={paper.placeAndDate} />
        <PrintTitle kind={paper.name} about={paper.about} />
        <Blocks blocks={paper.opening} />
        {paper.sections.map(({ heading, blocks }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            <Blocks blocks={blocks} />
          </section>
        ))}
        <div className="break-inside-avoid">
          <Blocks blocks={paper.closing} />
          <Signers signers={paper.signers} />
        </div>
      </PrintPage>
    </main>
  );
}
