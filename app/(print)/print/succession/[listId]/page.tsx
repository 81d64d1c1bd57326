import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { paperOfList } from '@/app/(board)/succession/paper';
import { PrintBar } from '@/components/print/print-bar';
import { openList } from '@/db/commands/succession/reads';
import { isIsoDate, parseTypedDate } from '@/domain/calendar';
import { askedText, isUuid } from '@/domain/text';
import { PrintedTable } from '../table-paper';

export const metadata: Metadata = { title: 'Danh sách quy hoạch' };

/** The list as it stands, or as it was approved on a day. Who printed it is in the read log before it is shown. */
export default async function PrintedList({ params, searchParams }: PageProps<'/print/succession/[listId]'>) {
  const viewer = await enter('succession.read');
  const { listId } = await params;
  const typed = parseTypedDate(askedText((await searchParams).on) ?? '');
  const asOf = 'date' in typed && isIsoDate(typed.date) ? typed.date : undefined;
  const list = isUuid(listId) ? await openList(viewer, listId, { as: 'succession.print', asOf }) : null;
  if (!list) notFound();
  const paper = await paperOfList(viewer, list, { asOf });
  return (
    <main lang="vi">
      <PrintBar back={`/succession/${list.campaign.id}/${list.head.id}`} />
      <PrintedTable paper={paper} />
    </main>
  );
}
