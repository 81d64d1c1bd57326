import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { PageHead } from '@/components/data/page';
import { ActionForm } from '@/components/form/action-form';
import { DateField, SubmitButton } from '@/components/form/fields';
import { FormSection, PersonnelDecision } from '@/components/form/personnel-decision';
import { getPost } from '@/db/queries/posts/post';
import { formatDate } from '@/domain/calendar';
import { standingOf } from '@/domain/posts/standing';
import { end } from '../../actions';

export const metadata: Metadata = { title: 'Kết thúc chức danh' };

export default async function EndPostPage({ params }: PageProps<'/posts/[postId]/end'>) {
  const viewer = await enter('post.change');
  const post = await getPost(viewer, (await params).postId);
  if (!post?.mayChange || post.validTo) notFound();
  const home = `/posts/${post.id}`;
  return (
    <>
      <PageHead
        title={`Kết thúc: ${post.title}`}
        crumbs={[
          { label: 'Danh mục chức danh', href: `/posts?unit=${post.unitId}` },
          { label: post.title, href: home },
        ]}
        note="Chức danh ra khỏi danh mục sau ngày này, ghi trước được, và vẫn còn trong lịch sử. Người đang giữ phải được ghi thôi giữ chức vụ trước."
      />
      <ActionForm action={end} formKey={crypto.randomUUID()} label="Kết thúc chức danh" className="grid max-w-4xl gap-5">
        <input type="hidden" name="postId" value={post.id} />
        <input type="hidden" name="version" value={post.version} />
        <FormSection title="Kết thúc">
          <DateField
            name="endsOn"
            label="Ngày cuối cùng có chức danh"
            required
            value={formatDate(standingOf(post, viewer.today) === 'coming' ? post.validFrom : viewer.today)}
          />
        </FormSection>
        <PersonnelDecision signer={false} />
        <p className="flex flex-wrap gap-2.5">
          <SubmitButton>Kết thúc chức danh</SubmitButton>
          <Link className="btn" href={home} prefetch={false}>
            Thôi
          </Link>
        </p>
      </ActionForm>
    </>
  );
}
