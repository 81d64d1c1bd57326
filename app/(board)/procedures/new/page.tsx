import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import Link from 'next/link';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { ActionForm } from '@/components/form/action-form';
import { Choice, DateField, SubmitButton, TextArea, TextField } from '@/components/form/fields';
import { getPostChoice, listPostChoices, type PostChoice } from '@/db/queries/procedures/choices';
import { rulesOn } from '@/db/queries/rule-sets';
import { formatDate } from '@/domain/calendar';
import { SOURCE_WORDS } from '@/domain/procedures/steps';
import { basisOf, type Rules } from '@/domain/rule-sets';
import { askedText } from '@/domain/text';
import { open } from '../actions';

export const metadata: Metadata = { title: 'Mở quy trình nhân sự' };

const CRUMBS = [{ label: 'Quy trình nhân sự', href: '/procedures' }];

export default async function NewProcedurePage({ searchParams }: PageProps<'/procedures/new'>) {
  const viewer = await enter('procedure.write');
  const params = await searchParams;
  const post = await getPostChoice(viewer, 'procedure.write', params.post);
  if (post)
    return (
      <>
        <PageHead title={`Mở quy trình: ${post.title}`} crumbs={CRUMBS} note={post.unitName} />
        <Opening post={post} today={viewer.today} rules={await rulesOn(viewer, viewer.today)} />
      </>
    );
  const search = askedText(params.q) ?? '';
  const posts = await listPostChoices(viewer, 'procedure.write', search);
  return (
    <>
      <PageHead
        title="Mở quy trình nhân sự"
        crumbs={CRUMBS}
        note="Chọn chức danh cần kiện toàn; chức danh còn trống đứng trước."
      />
      <search className="mb-4 block">
        <form action="/procedures/new" className="flex flex-wrap gap-2.5">
          <input
            type="search"
            name="q"
            className="input sm:max-w-[360px]"
            aria-label="Tìm chức danh, đơn vị"
            placeholder="Tìm chức danh, đơn vị…"
            defaultValue={search}
            maxLength={100}
          />
          <button type="submit" className="btn">
            Tìm
          </button>
        </form>
      </search>
      <Card>
        {posts.length ? <Choices posts={posts} /> : <Empty>Không có chức danh nào như vậy trong phạm vi bạn quản lý.</Empty>}
      </Card>
    </>
  );
}

const Choices = ({ posts }: { posts: readonly PostChoice[] }) => (
  <DataTable
    caption="Chức danh"
    columns={[
      { key: 'title', label: 'Chức danh' },
      { key: 'unit', label: 'Đơn vị' },
      { key: 'free', label: 'Còn trống', num: true },
      { key: 'seats', label: 'Số lượng', num: true },
    ]}
    rows={posts.map((post) => ({
      key: post.id,
      cells: [
        <Link key="open" href={`/procedures/new?post=${post.id}`} prefetch={false}>
          {post.title}
        </Link>,
        post.unitName,
        post.free,
        post.seats,
      ],
    }))}
  />
);

const Opening = ({ post, today, rules }: { post: PostChoice; today: string; rules: Rules }) => (
  <ActionForm action={open} formKey={randomUUID()} label="Mở quy trình" className="card grid max-w-3xl gap-4 p-4">
    <input type="hidden" name="postId" value={post.id} />
    {post.free === 0 && (
      <p className="rounded-box bg-amber-tint px-4 py-3 text-amber">
        Chức danh này đang đủ người. Quyết định chỉ ghi được khi có người thôi giữ.
      </p>
    )}
    <Choice
      name="source"
      label="Nguồn nhân sự"
      required
      options={[
        { value: 'local', label: `Năm bước: ${SOURCE_WORDS.local}` },
        { value: 'outside', label: `Ba bước: ${SOURCE_WORDS.outside}` },
      ]}
    />
    <TextArea name="reason" label="Lý do, số lượng, dự kiến phân công" required maxLength={500} />
    <DateField name="openedOn" label="Ngày mở quy trình" required value={formatDate(today)} />
    <DateField
      name="policyAskedOn"
      label="Ngày gửi văn bản xin chủ trương"
      required
      value={formatDate(today)}
      hint={`Cấp có thẩm quyền trả lời trong ${rules['cadre.policy'].value} ngày làm việc (${basisOf(rules['cadre.policy'])})`}
    />
    <TextField name="policyAskedNumber" label="Số, ký hiệu văn bản xin chủ trương" maxLength={60} />
    <p className="flex flex-wrap gap-2.5">
      <SubmitButton>Mở quy trình</SubmitButton>
      <Link className="btn" href="/procedures/new" prefetch={false}>
        Chọn chức danh khác
      </Link>
    </p>
  </ActionForm>
);
