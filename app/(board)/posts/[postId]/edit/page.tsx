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
import { change } from '../../actions';
import { PostFields } from '../../post-fields';

export const metadata: Metadata = { title: 'Ghi thay đổi chức danh' };

export default async function EditPostPage({ params }: PageProps<'/posts/[postId]/edit'>) {
  const viewer = await enter('post.change');
  const post = await getPost(viewer, (await params).postId);
  if (!post?.mayChange || post.validTo) notFound();
  const home = `/posts/${post.id}`;
  return (
    <>
      <PageHead
        title="Ghi thay đổi chức danh"
        crumbs={[
          { label: 'Danh mục chức danh', href: `/posts?unit=${post.unitId}` },
          { label: post.title, href: home },
        ]}
        note="Nội dung trước đó được giữ lại trong các lần ghi danh mục."
      />
      <ActionForm action={change} formKey={crypto.randomUUID()} label="Ghi thay đổi chức danh" className="grid max-w-4xl gap-5">
        <input type="hidden" name="postId" value={post.id} />
        <input type="hidden" name="version" value={post.version} />
        <PostFields post={post} />
        <FormSection title="Hiệu lực">
          <DateField
            name="validFrom"
            label="Thay đổi có hiệu lực từ ngày"
            required
            value={formatDate(standingOf(post, viewer.today) === 'coming' ? post.validFrom : viewer.today)}
          />
        </FormSection>
        <PersonnelDecision signer={false} />
        <p className="flex flex-wrap gap-2.5">
          <SubmitButton>Ghi thay đổi</SubmitButton>
          <Link className="btn" href={home} prefetch={false}>
            Thôi
          </Link>
        </p>
      </ActionForm>
    </>
  );
}
