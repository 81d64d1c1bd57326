import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton, TextArea, TextField } from '@/components/form/fields';
import { chooseUnit } from '@/db/queries/units';
import { draft } from '../../actions';

export const metadata: Metadata = { title: 'Lập kế hoạch luân chuyển' };

export default async function NewPlanPage({ searchParams }: PageProps<'/rotations/plans/new'>) {
  const viewer = await enter('rotation.write');
  const unit = await chooseUnit(viewer, 'rotation.write', (await searchParams).unit);
  if (!unit) notFound();
  const next = Number(viewer.today.slice(0, 4)) + 1;
  return (
    <>
      <PageHead
        title="Lập kế hoạch luân chuyển"
        crumbs={[{ label: 'Kế hoạch', href: '/rotations/plans' }, { label: 'Lập mới' }]}
      />
      <Card>
        <ActionForm action={draft} formKey={randomUUID()} label="Lập kế hoạch" className="grid max-w-3xl gap-4 p-4">
          <input type="hidden" name="unitId" value={unit.id} />
          <TextField
            name="title"
            label="Tên kế hoạch"
            value={`Kế hoạch luân chuyển cán bộ năm ${next}`}
            required
            maxLength={200}
          />
          <TextField
            name="year"
            label="Năm"
            value={String(next)}
            inputMode="numeric"
            required
            maxLength={4}
            className="max-w-40"
          />
          <TextArea
            name="purpose"
            label="Nhu cầu, mục đích"
            hint="Vì sao cần luân chuyển: đào tạo cán bộ quy hoạch, bố trí người không là người địa phương, tăng cường cho nơi khó khăn"
            required
            maxLength={2000}
          />
          <TextArea
            name="policies"
            label="Chế độ, chính sách với người luân chuyển"
            hint="Nhà ở, đi lại, phụ cấp"
            maxLength={2000}
          />
          <div>
            <SubmitButton>Lưu dự thảo</SubmitButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
