import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Facts, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import { openSensitive } from '@/db/commands/member-reads';
import { getMember } from '@/db/queries/members';
import { editPrivate } from '../../actions';
import { SensitiveFields } from '../../member-fields';
import { History } from '../history';

export const metadata: Metadata = { title: 'Thông tin nhạy cảm' };

export default async function SensitivePage({ params }: PageProps<'/members/[memberId]/sensitive'>) {
  const viewer = await enter('member.sensitive');
  const member = await getMember(viewer, (await params).memberId);
  const record = member && (await openSensitive(viewer, member.id));
  if (!member || !record) notFound();
  const rows = [
    ['Dân tộc', record.ethnicity ?? '—'],
    ['Tôn giáo', record.religion ?? '—'],
    ['Số căn cước công dân', record.citizenId ?? '—'],
    ['Tình trạng sức khỏe', record.health ?? '—'],
  ] as const;
  return (
    <>
      <PageHead
        title={`${member.fullName}: thông tin nhạy cảm`}
        crumbs={[
          { label: 'Đảng viên', href: `/members?unit=${member.cellId}` },
          { label: member.fullName, href: `/members/${member.id}` },
        ]}
        note="Lần xem này đã được ghi vào nhật ký. Không chụp, không sao chép ra ngoài hệ thống."
      />
      <div className="grid max-w-4xl gap-5">
        <Card title="Nhân thân">
          <Facts rows={rows} />
        </Card>
        <History events={record.events} memberId={member.id} mayReverse={member.mayRecord} title="Kỷ luật, đình chỉ sinh hoạt" />
        {member.mayEdit && (
          <details className="card p-4">
            <summary className="min-h-11 font-semibold">Sửa thông tin nhạy cảm</summary>
            <ActionForm
              action={editPrivate}
              formKey={crypto.randomUUID()}
              label="Sửa thông tin nhạy cảm"
              className="mt-3 grid gap-4"
            >
              <input type="hidden" name="memberId" value={member.id} />
              <input type="hidden" name="version" value={member.version} />
              <SensitiveFields values={record} />
              <p>
                <SubmitButton>Lưu</SubmitButton>
              </p>
            </ActionForm>
          </details>
        )}
      </div>
    </>
  );
}
