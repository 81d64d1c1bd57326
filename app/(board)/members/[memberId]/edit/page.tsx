import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import { getMember } from '@/db/queries/members';
import { edit } from '../../actions';
import { MemberFields } from '../../member-fields';

export const metadata: Metadata = { title: 'Sửa đảng viên' };

export default async function EditMemberPage({ params }: PageProps<'/members/[memberId]/edit'>) {
  const viewer = await enter('member.edit');
  const member = await getMember(viewer, (await params).memberId);
  if (!member?.mayEdit) notFound();
  const home = `/members/${member.id}`;
  return (
    <>
      <PageHead
        title={`Sửa: ${member.fullName}`}
        crumbs={[
          { label: 'Đảng viên', href: `/members?unit=${member.cellId}` },
          { label: member.fullName, href: home },
        ]}
        note="Chi bộ và tình trạng thay đổi bằng “Ghi biến động”, không sửa ở đây."
      />
      <ActionForm action={edit} formKey={crypto.randomUUID()} label="Sửa đảng viên" className="grid max-w-4xl gap-5">
        <input type="hidden" name="memberId" value={member.id} />
        <input type="hidden" name="version" value={member.version} />
        <MemberFields member={member} />
        <p className="flex flex-wrap gap-2.5">
          <SubmitButton>Lưu</SubmitButton>
          <Link className="btn" href={home} prefetch={false}>
            Thôi
          </Link>
        </p>
      </ActionForm>
    </>
  );
}
