import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import { chooseUnit } from '@/db/queries/units';
import { open } from '../actions';
import { ClassFields } from '../class-fields';

export const metadata: Metadata = { title: 'Mở lớp' };

export default async function NewClassPage({ searchParams }: PageProps<'/trainings/new'>) {
  const viewer = await enter('training.write');
  const unit = await chooseUnit(viewer, 'training.write', (await searchParams).unit);
  if (!unit) notFound();
  return (
    <>
      <PageHead
        title="Mở lớp đào tạo, bồi dưỡng"
        crumbs={[{ label: 'Đào tạo, bồi dưỡng', href: `/trainings?unit=${unit.id}` }, { label: unit.shortName }]}
      />
      <Card>
        <ActionForm action={open} formKey={randomUUID()} label="Mở lớp" className="p-4">
          <input type="hidden" name="unitId" value={unit.id} />
          <ClassFields />
          <div className="mt-4">
            <SubmitButton>Mở lớp</SubmitButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
