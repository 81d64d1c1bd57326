import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { type CadreHead, getCadreHead } from '@/db/queries/cadres/file';
import { listPausesOver, type PauseOver } from '@/db/queries/posts/pauses';
import { getPost, type PostChoice, searchPosts } from '@/db/queries/posts/post';
import { rulesOn } from '@/db/queries/rule-sets';
import { foldName } from '@/domain/names';
import { pauseWords } from '@/domain/procedures/pauses';
import { askedText } from '@/domain/text';
import { BeginForm } from './begin-form';

export const metadata: Metadata = { title: 'Ghi quyết định giữ chức vụ' };

export default async function NewAppointmentPage({ params, searchParams }: PageProps<'/cadres/[cadreId]/appointments/new'>) {
  const viewer = await enter('appointment.decide');
  const [cadre, asked] = [await getCadreHead(viewer, (await params).cadreId), await searchParams];
  if (!cadre?.mayDecide) notFound();
  const wanted = askedText(asked.post);
  const post = wanted ? await getPost(viewer, wanted) : null;
  if (wanted && !post?.mayDecide) notFound();
  const typed = askedText(asked.q) ?? '';
  const choices = !post && typed ? await searchPosts(viewer, foldName(typed)) : [];
  return (
    <>
      <PageHead
        title={post ? `Giữ chức vụ: ${post.title}` : 'Ghi quyết định giữ chức vụ'}
        crumbs={[
          { label: 'Cán bộ', href: '/cadres' },
          { label: cadre.fullName, href: `/cadres/${cadre.id}` },
        ]}
        note={post ? `${cadre.fullName} · ${post.unitName}` : 'Chọn chức danh trong danh mục mà cấp bạn quyết định.'}
      />
      {post ? (
        <>
          <Warnings cadreId={cadre.id} postId={post.id} pauses={await listPausesOver(viewer, post.unitId, viewer.today)} />
          <BeginForm cadre={cadre} post={post} rules={await rulesOn(viewer, viewer.today)} today={viewer.today} />
        </>
      ) : (
        <Choose cadre={cadre} typed={typed} choices={choices} />
      )}
    </>
  );
}

/** What the law lets the authority decide is told, never blocked. */
const Warnings = ({ cadreId, postId, pauses }: { cadreId: string; postId: string; pauses: readonly PauseOver[] }) => (
  <div className="mb-4 grid max-w-4xl gap-2">
    {pauses.map((pause) => (
      <p key={pause.id} className="rounded-box border border-amber bg-amber-tint px-4 py-3">
        {pauseWords(pause)}
      </p>
    ))}
    <p>
      <a href={`/cadres/eligibility?cadre=${cadreId}&post=${postId}`}>Rà điều kiện, tiêu chuẩn của người này với chức danh này</a>
    </p>
  </div>
);

function Choose({ cadre, typed, choices }: { cadre: CadreHead; typed: string; choices: readonly PostChoice[] }) {
  const here = `/cadres/${cadre.id}/appointments/new`;
  return (
    <>
      <search className="mb-4 block">
        <form action={here} className="flex flex-wrap gap-2.5" aria-label="Tìm chức danh">
          <input
            type="search"
            name="q"
            className="input sm:max-w-[420px]"
            placeholder="Tên chức danh, ví dụ: trưởng phòng kinh tế…"
            aria-label="Tên chức danh"
            maxLength={100}
            defaultValue={typed}
          />
          <button type="submit" className="btn">
            Tìm
          </button>
        </form>
      </search>
      <Card>
        {choices.length === 0 ? (
          <Empty>
            {typed ? 'Không có chức danh nào như vậy trong danh mục cấp bạn quyết định.' : 'Hãy gõ một phần tên chức danh.'}
          </Empty>
        ) : (
          <DataTable
            caption="Chức danh tìm được"
            columns={['Chức danh', 'Tổ chức', 'Còn trống'].map((label) => ({ key: label, label, num: label === 'Còn trống' }))}
            rows={choices.map(({ id, title, unitName, free }) => ({
              key: id,
              cells: [
                <Link key="post" href={`${here}?post=${id}`} className="inline-flex min-h-11 items-center" prefetch={false}>
                  {title}
                </Link>,
                unitName,
                free,
              ],
            }))}
          />
        )}
      </Card>
    </>
  );
}
