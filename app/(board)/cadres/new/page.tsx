import type { Metadata } from 'next';
import Link from 'next/link';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import { type MemberChoice, searchMembers } from '@/db/queries/cadres/candidates';
import { formatDate } from '@/domain/calendar';
import { askedText } from '@/domain/text';
import { open } from '../actions';

export const metadata: Metadata = { title: 'Lập hồ sơ cán bộ' };

export default async function NewCadrePage({ searchParams }: PageProps<'/cadres/new'>) {
  const viewer = await enter('cadre.edit');
  const typed = askedText((await searchParams).q) ?? '';
  const found = await searchMembers(viewer, typed);
  return (
    <>
      <PageHead
        title="Lập hồ sơ cán bộ"
        crumbs={[{ label: 'Cán bộ', href: '/cadres' }]}
        note="Hồ sơ cán bộ đi cùng phiếu đảng viên. Tìm đảng viên trong phạm vi của bạn, rồi bấm “Lập hồ sơ”."
      />
      <search className="mb-4 block">
        <form action="/cadres/new" className="flex flex-wrap gap-2.5" aria-label="Tìm đảng viên để lập hồ sơ">
          <input
            type="search"
            name="q"
            className="input sm:max-w-[320px]"
            placeholder="Họ tên đảng viên…"
            aria-label="Họ tên đảng viên"
            maxLength={100}
            defaultValue={typed}
          />
          <button type="submit" className="btn">
            Tìm
          </button>
        </form>
      </search>
      <Card>
        {found.length === 0 ? (
          <Empty>
            {typed ? 'Không có đảng viên nào tên như vậy trong phạm vi của bạn.' : 'Hãy gõ tên hoặc một phần của tên.'}
          </Empty>
        ) : (
          <DataTable
            caption="Đảng viên tìm được"
            columns={['Họ và tên', 'Ngày sinh', 'Chi bộ', 'Chức vụ ghi ở phiếu đảng viên', 'Hồ sơ cán bộ'].map((label) => ({
              key: label,
              label,
            }))}
            rows={found.map((member) => ({
              key: member.id,
              cells: [
                member.fullName,
                formatDate(member.born),
                member.cellName,
                member.position ?? '—',
                <Opening key="open" member={member} />,
              ],
            }))}
          />
        )}
      </Card>
      {found.length === 30 && <p className="mt-2 text-ink-soft">Chỉ hiện 30 người đầu. Hãy gõ thêm họ, tên đệm.</p>}
    </>
  );
}

const Opening = ({ member }: { member: MemberChoice }) =>
  member.cadreId ? (
    <Link href={`/cadres/${member.cadreId}`} prefetch={false}>
      Mở hồ sơ đã có
    </Link>
  ) : (
    <ActionForm action={open} formKey={crypto.randomUUID()} label={`Lập hồ sơ cán bộ: ${member.fullName}`}>
      <input type="hidden" name="memberId" value={member.id} />
      <SubmitButton primary={false}>Lập hồ sơ</SubmitButton>
    </ActionForm>
  );
