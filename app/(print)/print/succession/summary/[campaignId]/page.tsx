import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { paperOfSummary, summaryIssuer } from '@/app/(board)/succession/paper';
import { PrintBar } from '@/components/print/print-bar';
import { noteReading } from '@/db/commands/readings';
import { rulesOn } from '@/db/queries/rule-sets';
import { getCampaign } from '@/db/queries/succession/campaigns';
import { getSummary } from '@/db/queries/succession/paper';
import { isUuid } from '@/domain/text';
import { PrintedTable } from '../../table-paper';

export const metadata: Metadata = { title: 'Tổng hợp chất lượng quy hoạch' };

/** The quality of a round's planning, unit by unit. Who printed it is in the read log before it is shown. */
export default async function PrintedSummary({ params }: PageProps<'/print/succession/summary/[campaignId]'>) {
  const viewer = await enter('succession.read');
  const { campaignId } = await params;
  const campaign = isUuid(campaignId) ? await getCampaign(viewer, campaignId) : null;
  if (!campaign) notFound();
  await noteReading(viewer, {
    ...{ action: 'succession.print', subjectType: 'succession_campaign', subjectId: campaign.id, unitId: campaign.unitId },
  });
  const [summary, rules] = [await getSummary(viewer, campaign), await rulesOn(viewer, campaign.countedOn)];
  return (
    <main lang="vi">
      <PrintBar back={`/succession/${campaign.id}`} />
      <PrintedTable paper={paperOfSummary(viewer, campaign, summary, summaryIssuer(viewer, campaign), rules)} />
    </main>
  );
}
