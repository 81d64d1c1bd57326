import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { Pager } from '@/components/data/pager';
import { countPosts, listPosts } from '@/db/queries/posts/catalogue';
import { chooseUnit } from '@/db/queries/units';
import { may } from '@/domain/access/viewer';
import { formatCount } from '@/domain/numbers';
import { postFilterValues, postsAddress, readPostFilters } from '@/domain/posts/filters';
import { PostFilters } from './post-filters';
import { PostTable } from './post-table';

export const metadata: Metadata = { title: 'Danh mục chức danh' };

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);

export default async function PostsPage({ searchParams }: PageProps<'/posts'>) {
  const viewer = await enter('post.read');
  const params = await searchParams;
  const unit = await chooseUnit(viewer, 'post.read', params.unit);
  if (!unit) notFound();
  const values = postFilterValues(params);
  const filters = readPostFilters(values);
  const [page, count] = await Promise.all([
    listPosts(viewer, unit, filters, { after: one(params.after), before: one(params.before) }),
    countPosts(viewer, unit, filters),
  ]);
  const at = (place: { after?: string; before?: string }) => postsAddress(values, { unit: unit.id, ...place });
  const open = (kind?: string) => postsAddress({}, { unit: unit.id, kind }, '/posts/vacancies');
  const crumbs = [
    ...unit.ancestors.map((up) => ({ label: up.shortName, href: up.inReach ? postsAddress({}, { unit: up.id }) : undefined })),
    { label: unit.shortName },
  ];
  return (
    <>
      <PageHead
        title={
          <>
            Danh mục chức danh <span className="font-normal text-ink-soft">{formatCount(count.posts)}</span>
          </>
        }
        crumbs={crumbs}
        note={
          filters.ended || filters.ahead ? undefined : (
            <>
              {formatCount(count.seats)} vị trí ·{' '}
              <Link href={open()} prefetch={false}>
                khuyết {formatCount(count.vacant)}
              </Link>{' '}
              ·{' '}
              <Link href={open('expired')} prefetch={false}>
                hết thời hạn, chưa bổ nhiệm lại {formatCount(count.expired)}
              </Link>
            </>
          )
        }
      >
        <Link className="btn" href="/posts/pauses" prefetch={false}>
          Tạm dừng công tác cán bộ
        </Link>
        {may(viewer, 'post.change') && (
          <Link className="btn primary" href={`/posts/new?unit=${unit.id}`} prefetch={false}>
            Thêm chức danh
          </Link>
        )}
      </PageHead>
      <PostFilters path="/posts" unitId={unit.id} values={values} search />
      <Card>
        {page.rows.length > 0 ? (
          <PostTable rows={page.rows} today={viewer.today} />
        ) : (
          <Empty>
            {Object.keys(values).length
              ? 'Không có chức danh nào theo bộ lọc này.'
              : 'Danh mục chưa có chức danh nào ở tổ chức này. Hãy bấm “Thêm chức danh”, hoặc mở tổ chức cấp trên.'}
          </Empty>
        )}
        <Pager
          shown={page.rows.length}
          total={count.posts}
          noun="chức danh · xếp theo tổ chức, từ chức danh cao nhất"
          first={page.hasPrevious ? at({}) : undefined}
          previous={page.hasPrevious ? at({ before: page.rows[0]?.id }) : undefined}
          next={page.hasNext ? at({ after: page.rows.at(-1)?.id }) : undefined}
        />
      </Card>
    </>
  );
}
