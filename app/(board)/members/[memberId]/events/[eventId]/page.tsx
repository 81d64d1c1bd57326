import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton, TextArea } from '@/components/form/fields';
import { getMember, listMemberEvents } from '@/db/queries/members';
import { formatDate } from '@/domain/calendar';
import { eventLabel } from '@/domain/members/ledger';
import { reverseEvent } from '../../../actions';

export const metadata: Metadata = { title: 'Hủy bút toán' };

export default async function ReverseEventPage({ params }: PageProps<'/members/[memberId]/events/[eventId]'>) {
  const viewer = await enter('member.event');
  const { memberId, eventId } = await params;
  const member = await getMember(viewer, memberId);
  if (!member?.mayRecord) notFound();
  const event = (await listMemberEvents(viewer, memberId)).find((one) => one.id === eventId);
  const home = `/members/${member.id}`;
  return (
    <>
      <PageHead
        title="Hủy bút toán ghi nhầm"
        crumbs={[
          { label: 'Đảng viên', href: `/members?unit=${member.cellId}` },
          { label: member.fullName, href: home },
        ]}
        note="Bút toán vẫn còn trong sổ, gạch ngang, kèm lý do. Số liệu của chi bộ trở lại như trước khi ghi."
      />
      {event && (
        <p className="mb-4">
          <b>{eventLabel(event.kind)}</b>, ngày {formatDate(event.effectiveOn)}, {event.cellName}
        </p>
      )}
      <ActionForm action={reverseEvent} formKey={crypto.randomUUID()} label="Hủy bút toán" className="grid max-w-2xl gap-4">
        <input type="hidden" name="memberId" value={member.id} />
        <input type="hidden" name="version" value={member.version} />
        <input type="hidden" name="eventId" value={eventId} />
        <TextArea name="reason" label="Lý do hủy" required maxLength={500} />
        <p className="flex flex-wrap gap-2.5">
          <SubmitButton>Hủy bút toán</SubmitButton>
          <Link className="btn" href={home} prefetch={false}>
            Thôi
          </Link>
        </p>
      </ActionForm>
    </>
  );
}
