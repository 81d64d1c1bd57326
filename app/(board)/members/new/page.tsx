import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { Choice, DateField, SelectField, SubmitButton, TextField } from '@/components/form/fields';
import { listCells } from '@/db/queries/members';
import { chooseUnit } from '@/db/queries/units';
import { formatDate } from '@/domain/calendar';
import { listAddress } from '@/domain/members/filters';
import { ENTRIES } from '@/domain/members/member';
import { add } from '../actions';
import { DecisionFields, MemberFields, Section, SensitiveFields } from '../member-fields';

export const metadata: Metadata = { title: 'Thêm đảng viên' };

export default async function NewMemberPage({ searchParams }: PageProps<'/members/new'>) {
  const viewer = await enter('member.edit');
  const unit = await chooseUnit(viewer, 'member.edit', (await searchParams).unit);
  if (!unit) notFound();
  const cells = await listCells(viewer, unit, 'member.edit');
  const list = listAddress({}, { unit: unit.id });
  return (
    <>
      <PageHead
        title="Thêm đảng viên"
        crumbs={[{ label: 'Đảng viên', href: list }, { label: unit.shortName }]}
        note="Thêm người vào sổ làm tăng số đảng viên của chi bộ từ ngày ghi vào sổ."
      />
      <ActionForm action={add} formKey={crypto.randomUUID()} label="Thêm đảng viên" className="grid max-w-4xl gap-5">
        <Section title="Vào sổ">
          <SelectField
            name="cellId"
            label="Chi bộ"
            required
            empty="Chọn chi bộ"
            value={cells.length === 1 ? cells[0]?.id : ''}
            options={cells.map((cell) => ({ value: cell.id, label: cell.name }))}
          />
          <Choice name="entry" label="Cách ghi vào sổ" required value="registered" options={ENTRIES} className="md:col-span-2" />
          <DateField
            name="entryOn"
            label="Ngày ghi vào sổ"
            hint="Khi mới kết nạp: lấy theo ngày vào Đảng"
            value={formatDate(viewer.today)}
          />
          <TextField name="place" label="Chuyển đến từ" hint="Khi chuyển đến từ ngoài tỉnh" />
        </Section>
        <MemberFields />
        <Section title="Quyết định (cần khi mới kết nạp)">
          <DecisionFields />
        </Section>
        <SensitiveFields />
        <p className="flex flex-wrap gap-2.5">
          <SubmitButton>Ghi vào sổ</SubmitButton>
          <Link className="btn" href={list} prefetch={false}>
            Thôi
          </Link>
        </p>
      </ActionForm>
    </>
  );
}
