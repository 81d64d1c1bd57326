import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SubmitButton, TextArea } from '@/components/form/fields';
import { getRenewable, type Renewable } from '@/db/queries/procedures/renewals';
import { rulesOn } from '@/db/queries/rule-sets';
import { formatDate } from '@/domain/calendar';
import { openingProblems } from '@/domain/procedures/renewals';
import { openToRenew } from '../../actions';
import { TermFacts } from '../../term-facts';

export const metadata: Metadata = { title: 'Mở quy trình bổ nhiệm lại, kéo dài' };

/** Where a procedure of that holding is under way, there is nothing to open: it is shown. */
export default async function RenewalPage({ params }: PageProps<'/procedures/renewals/[appointmentId]'>) {
  const viewer = await enter('procedure.write');
  const held = await getRenewable(viewer, (await params).appointmentId);
  if (!held) notFound();
  if (held.openId) redirect(`/procedures/${held.openId}`);
  const [fault] = openingProblems(viewer.today, held, viewer.today);
  const rules = await rulesOn(viewer, viewer.today, held.unitId);
  return (
    <>
      <PageHead
        title={`Bổ nhiệm lại, kéo dài: ${held.fullName}`}
        crumbs={[
          { label: 'Quy trình nhân sự', href: '/procedures' },
          { label: held.fullName, href: `/cadres/${held.cadreId}` },
        ]}
        note={`${held.title}, ${held.unitName}`}
      />
      {fault || !held.termEndsOn ? (
        <Card>
          <Empty>{fault?.message}</Empty>
        </Card>
      ) : (
        <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-5">
          <Card title="Thời hạn giữ chức vụ">
            <TermFacts termEndsOn={held.termEndsOn} holding={held} rules={rules} />
          </Card>
          <Opening held={held} today={viewer.today} />
        </div>
      )}
    </>
  );
}

const Opening = ({ held, today }: { held: Renewable; today: string }) => (
  <ActionForm action={openToRenew} formKey={randomUUID()} label="Mở quy trình" className="card grid gap-4 p-4">
    <input type="hidden" name="appointmentId" value={held.id} />
    <input type="hidden" name="version" value={held.version} />
    <TextArea
      name="reason"
      label="Lý do, yêu cầu nhiệm vụ của đơn vị"
      required
      maxLength={500}
      value={`Hết thời hạn giữ chức vụ ${held.title} ngày ${held.termEndsOn ? formatDate(held.termEndsOn) : ''}.`}
    />
    <DateField name="openedOn" label="Ngày mở quy trình" required value={formatDate(today)} />
    <p className="text-ink-soft text-sm">
      Ba bước: thông báo hết thời hạn; cá nhân tự nhận xét, đánh giá; tập thể lãnh đạo biểu quyết bằng phiếu kín. Quyết định đã có
      từ nơi khác thì ghi thẳng từ hồ sơ cán bộ.
    </p>
    <p className="flex flex-wrap gap-2.5">
      <SubmitButton>Mở quy trình</SubmitButton>
      <Link className="btn" href={`/cadres/${held.cadreId}`} prefetch={false}>
        Thôi
      </Link>
    </p>
  </ActionForm>
);
