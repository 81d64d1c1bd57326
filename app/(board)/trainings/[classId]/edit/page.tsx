import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import { getClass } from '@/db/queries/trainings';
import { isUuid } from '@/domain/text';
import { edit } from '../../actions';
import { ClassFields } from '../../class-fields';

export const metadata: Metadata = { title: 'Sửa lớp' };

export default async function EditClassPage({ params }: PageProps<'/trainings/[classId]/edit'>) {
  const viewer = await enter('training.write');
  const { classId } = await params;
  const found = isUuid(classId) ? await getClass(viewer, classId) : null;
  if (!found?.head.own) notFound();
  return (
    <>
      <PageHead
        title="Sửa lớp"
        crumbs={[
          { label: 'Đào tạo, bồi dưỡng', href: '/trainings' },
          { label: found.head.name, href: `/trainings/${classId}` },
        ]}
      />
      <Card>
        <ActionForm action={edit} formKey={randomUUID()} label="Sửa lớp" className="p-4">
          <input type="hidden" name="classId" value={found.head.id} />
          <input type="hidden" name="version" value={found.head.version} />
          <ClassFields known={found.head} />
          <div className="mt-4">
            <SubmitButton>Lưu lớp</SubmitButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
