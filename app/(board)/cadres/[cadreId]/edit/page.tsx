import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import { openCadreFile } from '@/db/commands/cadre-reads';
import { edit } from '../../actions';
import { CadreFields } from './cadre-fields';

export const metadata: Metadata = { title: 'Sửa hồ sơ cán bộ' };

export default async function EditCadrePage({ params }: PageProps<'/cadres/[cadreId]/edit'>) {
  const viewer = await enter('cadre.edit');
  const file = await openCadreFile(viewer, (await params).cadreId);
  if (!file?.mayEdit) notFound();
  const home = `/cadres/${file.id}`;
  return (
    <>
      <PageHead
        title={`Sửa hồ sơ: ${file.fullName}`}
        crumbs={[
          { label: 'Cán bộ', href: '/cadres' },
          { label: file.fullName, href: home },
        ]}
        note="Họ tên, ngày sinh, quê quán, ngày vào Đảng sửa ở phiếu đảng viên. Chức vụ thay đổi bằng quyết định, không sửa ở đây."
      />
      <ActionForm action={edit} formKey={crypto.randomUUID()} label="Sửa hồ sơ cán bộ" className="grid max-w-4xl gap-5">
        <input type="hidden" name="cadreId" value={file.id} />
        <input type="hidden" name="version" value={file.version} />
        <CadreFields file={file} />
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
