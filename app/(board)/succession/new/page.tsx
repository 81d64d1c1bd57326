import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { Choice, DateField, SubmitButton, TextField } from '@/components/form/fields';
import { chooseUnit } from '@/db/queries/units';
import { formatDate } from '@/domain/calendar';
import { CAMPAIGN_KINDS, TERM_KINDS } from '@/domain/succession/kinds';
import { open } from '../actions';

export const metadata: Metadata = { title: 'Mở đợt quy hoạch' };

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

export default async function NewCampaignPage({ searchParams }: PageProps<'/succession/new'>) {
  const viewer = await enter('succession.write');
  const unit = await chooseUnit(viewer, 'succession.write', (await searchParams).unit);
  if (!unit) notFound();
  const year = Number(viewer.today.slice(0, 4));
  return (
    <>
      <PageHead
        title="Mở đợt quy hoạch"
        crumbs={[{ label: 'Quy hoạch cán bộ', href: '/succession' }, { label: 'Mở đợt' }]}
        note={`Cho ${unit.name} và các tổ chức trực thuộc: mỗi nơi có chức danh trong danh mục có một danh sách.`}
      />
      <Card className="max-w-3xl">
        <ActionForm action={open} formKey={randomUUID()} label="Mở đợt quy hoạch" className="grid gap-4 p-4">
          <input type="hidden" name="unitId" value={unit.id} />
          <TextField name="name" label="Tên đợt" value={`Rà soát, bổ sung quy hoạch năm ${year}`} required maxLength={160} />
          <Choice name="kind" label="Loại đợt" options={options(CAMPAIGN_KINDS)} value="review" />
          <Choice name="termKind" label="Nhiệm kỳ" options={options(TERM_KINDS)} value="party" />
          <div className="grid gap-4 sm:grid-cols-2">
            <DateField name="termFrom" label="Nhiệm kỳ bắt đầu" hint="Tuổi công tác được tính từ ngày này" required />
            <DateField name="termTo" label="Nhiệm kỳ kết thúc" required />
            <DateField name="countedOn" label="Mốc tính tuổi, kỷ luật, xếp loại" value={formatDate(viewer.today)} required />
            <TextField name="document" label="Kế hoạch, hướng dẫn" hint="Số, ký hiệu, ngày ban hành" maxLength={200} />
            <DateField name="dueOn" label="Hạn trình của tổ chức trực thuộc" required />
            <DateField name="dueOwnOn" label={`Hạn trình của ${unit.shortName}`} required />
          </div>
          <p>
            <SubmitButton>Mở đợt</SubmitButton>
          </p>
        </ActionForm>
      </Card>
    </>
  );
}
