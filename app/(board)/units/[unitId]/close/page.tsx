import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { Card, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton, TextArea } from '@/components/form/fields';
import { close } from '../../actions';
import { DecisionFields } from '../../decision-fields';
import { changeableUnit } from '../changeable-unit';

export const metadata = { title: 'Kết thúc hoạt động' };

export default async function CloseUnitPage({ params }: PageProps<'/units/[unitId]/close'>) {
  const unit = await changeableUnit((await params).unitId);
  const back = `/units/${unit.id}`;
  return (
    <>
      <PageHead
        title="Kết thúc hoạt động"
        crumbs={[{ label: unit.shortName, href: back }, { label: 'Kết thúc' }]}
        note={unit.name}
      />
      <Card className="max-w-3xl p-5">
        <p className="mb-5">
          Chỉ kết thúc khi không còn đảng viên và tổ chức trực thuộc. Hồ sơ, biên bản và lịch sử của tổ chức vẫn giữ nguyên trong
          sổ.
        </p>
        <ActionForm action={close} formKey={randomUUID()} className="grid gap-5" label="Kết thúc hoạt động">
          <input type="hidden" name="unitId" value={unit.id} />
          <input type="hidden" name="version" value={unit.version} />
          <DecisionFields effective="Ngày hoạt động cuối cùng" />
          <TextArea name="note" label="Lý do, ghi chú" maxLength={500} />
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton>Kết thúc hoạt động</SubmitButton>
            <Link href={back}>Thôi</Link>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
