import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SubmitButton } from '@/components/form/fields';
import { FormSection, PersonnelDecision } from '@/components/form/personnel-decision';
import { chooseUnit } from '@/db/queries/units';
import { formatDate } from '@/domain/calendar';
import { add } from '../actions';
import { PostFields } from '../post-fields';

export const metadata: Metadata = { title: 'Thêm chức danh' };

export default async function NewPostPage({ searchParams }: PageProps<'/posts/new'>) {
  const viewer = await enter('post.change');
  const unit = await chooseUnit(viewer, 'post.change', (await searchParams).unit);
  if (!unit) notFound();
  const list = `/posts?unit=${unit.id}`;
  return (
    <>
      <PageHead
        title="Thêm chức danh"
        crumbs={[{ label: 'Danh mục chức danh', href: list }, { label: unit.shortName }]}
        note={`Của ${unit.name}. Các vị trí của chức danh được tính là khuyết từ ngày có hiệu lực cho đến khi ghi quyết định giữ chức vụ.`}
      />
      <ActionForm action={add} formKey={crypto.randomUUID()} label="Thêm chức danh" className="grid max-w-4xl gap-5">
        <input type="hidden" name="unitId" value={unit.id} />
        <PostFields />
        <FormSection title="Hiệu lực">
          <DateField name="validFrom" label="Có trong danh mục từ ngày" required value={formatDate(viewer.today)} />
          <p className="self-center text-ink-soft text-sm">Ghi trước được: đến ngày đó chức danh mới vào danh mục.</p>
        </FormSection>
        <PersonnelDecision signer={false} />
        <p className="flex flex-wrap gap-2.5">
          <SubmitButton>Ghi vào danh mục</SubmitButton>
          <Link className="btn" href={list} prefetch={false}>
            Thôi
          </Link>
        </p>
      </ActionForm>
    </>
  );
}
