import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { Card, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton, TextField } from '@/components/form/fields';
import { rename } from '../../actions';
import { DecisionFields } from '../../decision-fields';
import { changeableUnit } from '../changeable-unit';

export const metadata = { title: 'Đổi tên tổ chức đảng' };

export default async function RenameUnitPage({ params }: PageProps<'/units/[unitId]/rename'>) {
  const unit = await changeableUnit((await params).unitId);
  const back = `/units/${unit.id}`;
  return (
    <>
      <PageHead
        title="Đổi tên"
        crumbs={[{ label: unit.shortName, href: back }, { label: 'Đổi tên' }]}
        note={`Tên đang dùng: ${unit.name}`}
      />
      <Card className="max-w-3xl p-5">
        <ActionForm action={rename} formKey={randomUUID()} className="grid gap-5" label="Đổi tên tổ chức đảng">
          <input type="hidden" name="unitId" value={unit.id} />
          <input type="hidden" name="version" value={unit.version} />
          <TextField name="name" label="Tên mới" required value={unit.name} maxLength={200} />
          <TextField name="shortName" label="Tên ngắn" hint="Để trống thì lấy từ tên mới." maxLength={80} />
          <DecisionFields hint="Trước ngày này, sổ sách vẫn ghi tên cũ." />
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton>Đổi tên</SubmitButton>
            <Link href={back}>Thôi</Link>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
