import { randomUUID } from 'node:crypto';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SelectField, SubmitButton, TextField } from '@/components/form/fields';
import { chooseUnit } from '@/db/queries/units';
import { listChildKinds } from '@/db/queries/units/unit';
import { kindLabel, SECTORS } from '@/domain/units/kinds';
import { found } from '../actions';
import { DecisionFields } from '../decision-fields';

export const metadata = { title: 'Thành lập tổ chức đảng' };

export default async function NewUnitPage({ searchParams }: PageProps<'/units/new'>) {
  const viewer = await enter('unit.change');
  const parent = await chooseUnit(viewer, 'unit.change', (await searchParams).parent);
  if (!parent) notFound();
  const kinds = await listChildKinds(viewer, parent.kind);
  return (
    <>
      <PageHead
        title="Thành lập tổ chức đảng"
        crumbs={[{ label: parent.shortName, href: `/units/${parent.id}` }, { label: 'Thành lập' }]}
        note={`Trực thuộc ${parent.name}`}
      />
      <Card className="max-w-3xl p-5">
        <ActionForm action={found} formKey={randomUUID()} className="grid gap-5" label="Thành lập tổ chức đảng">
          <input type="hidden" name="parentId" value={parent.id} />
          <SelectField
            name="kind"
            label="Loại tổ chức"
            required
            empty="Chọn loại tổ chức"
            options={kinds.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
          />
          <TextField name="name" label="Tên đầy đủ" required placeholder="Chi bộ thôn …" maxLength={200} />
          <TextField name="shortName" label="Tên ngắn" hint="Để trống thì lấy từ tên đầy đủ." maxLength={80} />
          <SelectField
            name="sector"
            label="Loại hình"
            empty="Chưa rõ"
            options={Object.entries(SECTORS).map(([value, label]) => ({ value, label }))}
          />
          <DecisionFields />
          <fieldset className="grid gap-4 sm:grid-cols-2">
            <legend className="mb-3 font-semibold">Sinh hoạt</legend>
            <TextField
              name="meetingDay"
              label="Ngày sinh hoạt thường kỳ hằng tháng"
              inputMode="numeric"
              placeholder="3"
              maxLength={2}
            />
            <TextField name="meetingPlace" label="Địa điểm sinh hoạt" maxLength={200} />
            <TextField name="address" label="Địa chỉ" maxLength={200} />
          </fieldset>
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton>Thành lập</SubmitButton>
            <Link href={`/units/${parent.id}`}>Thôi</Link>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
