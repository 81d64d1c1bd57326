import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/fields';
import { getCadreHead } from '@/db/queries/cadres/file';
import { FILE_LINES, type FileLine } from '@/domain/cadres/inputs';
import { addLine } from '../../../actions';
import { LineFields } from './line-fields';

export const metadata: Metadata = { title: 'Thêm dòng vào hồ sơ cán bộ' };

const isLine = (text: string): text is FileLine => Object.hasOwn(FILE_LINES, text);

export default async function NewLinePage({ params }: PageProps<'/cadres/[cadreId]/lines/[line]'>) {
  const viewer = await enter('cadre.edit');
  const { cadreId, line } = await params;
  const cadre = isLine(line) ? await getCadreHead(viewer, cadreId) : null;
  if (!cadre?.mayEdit || !isLine(line)) notFound();
  const file = `/cadres/${cadre.id}`;
  return (
    <>
      <PageHead
        title={`Thêm: ${FILE_LINES[line].toLocaleLowerCase('vi')}`}
        crumbs={[
          { label: 'Cán bộ', href: '/cadres' },
          { label: cadre.fullName, href: file },
        ]}
      />
      <ActionForm
        action={addLine}
        formKey={crypto.randomUUID()}
        label={`Thêm dòng ${FILE_LINES[line]}`}
        className="grid max-w-4xl gap-5"
      >
        <input type="hidden" name="cadreId" value={cadre.id} />
        <input type="hidden" name="line" value={line} />
        <LineFields line={line} />
        <p className="flex flex-wrap gap-2.5">
          <SubmitButton>Lưu</SubmitButton>
          <Link className="btn" href={file} prefetch={false}>
            Thôi
          </Link>
        </p>
      </ActionForm>
    </>
  );
}
