import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import { type CadreChoice, listCadreChoices, MOST_CHOICES } from '@/db/queries/procedures/choices';
import { getProcedure, type ProcedureFile } from '@/db/queries/procedures/procedure';
import { formatDate } from '@/domain/calendar';
import { askedText } from '@/domain/text';
import { add } from '../../actions';

export const metadata: Metadata = { title: 'Thêm nhân sự' };

export default async function CandidatesPage({ params, searchParams }: PageProps<'/procedures/[procedureId]/candidates'>) {
  const viewer = await enter('procedure.write');
  const file = await getProcedure(viewer, (await params).procedureId, 'procedure.write');
  if (!file || file.concludedOn || file.holdingId) notFound();
  const search = askedText((await searchParams).q) ?? '';
  const found = await listCadreChoices(
    viewer,
    search,
    file.candidates.map(({ cadreId }) => cadreId),
  );
  return (
    <>
      <PageHead
        title="Thêm nhân sự"
        crumbs={[
          { label: 'Quy trình nhân sự', href: '/procedures' },
          { label: file.post.title, href: `/procedures/${file.id}` },
        ]}
        note="Tìm trong hồ sơ cán bộ mà bạn được xem; danh sách khóa lại khi đã họp bước 1."
      />
      <search className="mb-4 block">
        <form action={`/procedures/${file.id}/candidates`} className="flex flex-wrap gap-2.5">
          <input
            type="search"
            name="q"
            className="input sm:max-w-[360px]"
            aria-label="Tìm theo tên"
            placeholder="Tìm theo tên…"
            defaultValue={search}
            maxLength={100}
          />
          <button type="submit" className="btn">
            Tìm
          </button>
        </form>
      </search>
      <Card>
        {found.length >= MOST_CHOICES && (
          <p className="border-line border-b px-4 py-3 text-ink-soft">
            Chỉ hiện {MOST_CHOICES} người đầu theo tên. Hãy gõ thêm tên để thu hẹp.
          </p>
        )}
        {found.length ? (
          <ul>
            {found.map((cadre) => (
              <Found key={cadre.id} file={file} cadre={cadre} />
            ))}
          </ul>
        ) : (
          <Empty>{search ? 'Không có cán bộ nào tên như vậy trong phạm vi của bạn.' : 'Hãy gõ tên rồi bấm “Tìm”.'}</Empty>
        )}
      </Card>
    </>
  );
}

const Found = ({ file, cadre }: { file: ProcedureFile; cadre: CadreChoice }) => (
  <li className="flex flex-wrap items-center justify-between gap-3 border-line border-b px-4 py-3 last:border-b-0">
    <div>
      <p className="font-semibold">{cadre.fullName}</p>
      <p className="text-ink-soft">{[`sinh ${formatDate(cadre.born)}`, cadre.title ?? 'chưa giữ chức vụ'].join(' · ')}</p>
    </div>
    <ActionForm action={add} formKey={randomUUID()} label={`Thêm ${cadre.fullName}`}>
      <input type="hidden" name="procedureId" value={file.id} />
      <input type="hidden" name="version" value={file.version} />
      <input type="hidden" name="cadreId" value={cadre.id} />
      <SubmitButton primary={false}>Thêm</SubmitButton>
    </ActionForm>
  </li>
);
