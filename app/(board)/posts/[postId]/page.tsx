import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, Facts, PageHead } from '@/components/data/page';
import { getPost, type Post } from '@/db/queries/posts/post';
import { formatDate } from '@/domain/calendar';
import { LEVELS, RANKS, SYSTEMS, TIERS } from '@/domain/posts/kinds';
import { standardRows } from '@/domain/posts/standard-words';
import { StandingTag } from '../standing-tag';
import { Holdings, Seats, Versions } from './parts';

export const metadata: Metadata = { title: 'Chức danh' };

export default async function PostPage({ params }: PageProps<'/posts/[postId]'>) {
  const viewer = await enter('post.read');
  const post = await getPost(viewer, (await params).postId);
  if (!post) notFound();
  const here = `/posts/${post.id}`;
  return (
    <>
      <PageHead
        title={
          <>
            {post.title} <StandingTag title={post} today={viewer.today} />
          </>
        }
        crumbs={[
          { label: 'Danh mục chức danh', href: '/posts' },
          { label: post.unitName, href: `/posts?unit=${post.unitId}` },
        ]}
      >
        {post.mayChange && !post.validTo && (
          <>
            <Link className="btn" href={`${here}/end`} prefetch={false}>
              Kết thúc
            </Link>
            <Link className="btn" href={`/procedures/new?post=${post.id}`} prefetch={false}>
              Mở quy trình nhân sự
            </Link>
            <Link className="btn primary" href={`${here}/edit`} prefetch={false}>
              Ghi thay đổi
            </Link>
          </>
        )}
      </PageHead>
      <div className="grid gap-5 xl:grid-cols-2 xl:items-start">
        <div className="grid gap-5">
          <Card title="Danh mục ghi">
            <Facts rows={catalogueRows(post)} />
          </Card>
          <Card title="Tiêu chuẩn chức danh">
            {hasStandards(post) ? <Facts rows={standardRows(post.standards)} /> : <Empty>Chưa quy định tiêu chuẩn.</Empty>}
            {post.standards.text && <p className="whitespace-pre-line px-4 pb-3">{post.standards.text}</p>}
          </Card>
        </div>
        <Seats post={post} today={viewer.today} />
      </div>
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-5">
        <Holdings holdings={post.holdings} today={viewer.today} />
        <Versions versions={post.versions} today={viewer.today} />
      </div>
    </>
  );
}

const hasStandards = ({ standards }: Post) => Boolean(standards.text) || standardRows(standards).some(([, words]) => words);

const catalogueRows = (post: Post) =>
  [
    ['Mã', post.code],
    ['Tổ chức', post.unitName],
    ['Hệ thống', SYSTEMS[post.system]],
    ['Cấp', LEVELS[post.level]],
    ['Diện quản lý', post.tier === 'committee' ? `${TIERS[post.tier]}: ${post.managingUnitName}` : TIERS[post.tier]],
    ['Vị trí', `${RANKS[post.rank]}, ${post.elected ? 'bầu cử' : 'bổ nhiệm'}${post.body ? ', ghế trong cấp ủy' : ''}`],
    [
      'Bậc chức danh',
      <span key="grade">
        {post.grade} ·{' '}
        <Link href={`/posts?grade=${post.grade}`} prefetch={false}>
          các chức danh tương đương
        </Link>
      </span>,
    ],
    ['Số lượng', post.seats],
    ['Hệ số phụ cấp', Number(post.allowance) ? post.allowance?.replace('.', ',') : null],
    ['Không là người địa phương', post.outsider ? 'Có, và không giữ quá hai nhiệm kỳ liên tiếp ở một nơi' : null],
    ['Trong danh mục từ', formatDate(post.validFrom)],
  ] as const;
