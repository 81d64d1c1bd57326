import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { enter } from '@/access/door';
import { Card, Empty, PageHead } from '@/components/data/page';
import { Pager } from '@/components/data/pager';
import { noteReading } from '@/db/commands/readings';
import { rulesOn } from '@/db/queries/rule-sets';
import { getCampaign } from '@/db/queries/succession/campaigns';
import { countPlanned, listPlanned } from '@/db/queries/succession/people';
import { formatDate } from '@/domain/calendar';
import { formatCount, formatShare } from '@/domain/numbers';
import { termWords } from '@/domain/succession/kinds';
import { missingWords, sharesFrom } from '@/domain/succession/shares';
import { isUuid } from '@/domain/text';
import { PlannedTable } from '../../planned-table';

export const metadata: Metadata = { title: 'Người trong quy hoạch' };

/** Everybody planned in the round's term, or whom one of its shares counts: the rows behind those numbers. Each view is in the read log. */
export default async function PlannedPeoplePage({ params, searchParams }: PageProps<'/succession/[campaignId]/people'>) {
  const viewer = await enter('succession.read');
  const { campaignId } = await params;
  const search = await searchParams;
  const campaign = isUuid(campaignId) ? await getCampaign(viewer, campaignId) : null;
  if (!campaign) notFound();
  const rules = await rulesOn(viewer, campaign.countedOn);
  const counts = await countPlanned(viewer, campaign, rules);
  const shares = sharesFrom(counts, rules, campaign.countedOn);
  const share = shares.find(({ key }) => key === search.share);
  const after = isUuid(search.after) ? search.after : undefined;
  // Nothing is shown before the reading is on record.
  const [page] = await Promise.all([
    listPlanned(viewer, campaign, rules, { share: share?.key, after }),
    noteReading(viewer, {
      action: 'succession.board',
      subjectType: 'unit',
      subjectId: campaign.unitId,
      unitId: campaign.unitId,
    }),
  ]);
  const at = (key?: string, place?: string) =>
    `/succession/${campaign.id}/people?${new URLSearchParams({ ...(key ? { share: key } : {}), ...(place ? { after: place } : {}) })}`;
  return (
    <>
      <PageHead
        title="Người trong quy hoạch"
        crumbs={[
          { label: 'Quy hoạch cán bộ', href: '/succession' },
          { label: campaign.name, href: `/succession/${campaign.id}` },
        ]}
        note={`Quy hoạch ${termWords(campaign.termKind, campaign.termFrom, campaign.termTo)}; mỗi người tính một lần, tuổi tính đến ${formatDate(campaign.countedOn)}. Lần xem này đã được ghi vào nhật ký.`}
      />
      <nav aria-label="Lọc theo cơ cấu" className="mb-4 flex flex-wrap gap-2">
        <Link className={share ? 'chip' : 'chip on'} href={at()} prefetch={false} aria-current={share ? undefined : 'page'}>
          Tất cả: {formatCount(counts.total)}
        </Link>
        {shares.map(({ key, label, count }) => (
          <Link
            key={key}
            className={key === share?.key ? 'chip on' : 'chip'}
            href={at(key)}
            prefetch={false}
            aria-current={key === share?.key ? 'page' : undefined}
          >
            {label}: {formatCount(count)}
          </Link>
        ))}
      </nav>
      {share && (
        <p className="mb-4">
          {formatShare(share.count, share.total)} {missingWords(share) && <strong>· {missingWords(share)}</strong>}{' '}
          <span className="text-ink-soft text-sm">
            {share.basis}
            {share.unsure && ' · cần đối chiếu'}
          </span>
        </p>
      )}
      <Card>
        {page.rows.length ? (
          <PlannedTable
            caption="Người trong quy hoạch và chức danh được quy hoạch"
            titles="Chức danh quy hoạch"
            page={page}
            about={({ born, female, minority }) =>
              [formatDate(born), female && 'nữ', minority && 'dân tộc thiểu số'].filter(Boolean).join(', ')
            }
          />
        ) : (
          <Empty>Không có ai trong quy hoạch theo cơ cấu này.</Empty>
        )}
        <Pager
          shown={page.rows.length}
          total={share ? share.count : counts.total}
          noun="người"
          first={after ? at(share?.key) : undefined}
          next={page.hasNext ? at(share?.key, page.rows.at(-1)?.personId) : undefined}
        />
      </Card>
    </>
  );
}
