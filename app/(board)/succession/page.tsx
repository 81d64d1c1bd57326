import type { Metadata } from 'next';
import Link from 'next/link';
import { enter } from '@/access/door';
import { Opens } from '@/components/data/opens';
import { Card, Empty, PageHead, Tag } from '@/components/data/page';
import { DataTable } from '@/components/data/table';
import { type CampaignLine, listCampaigns } from '@/db/queries/succession/campaigns';
import { may } from '@/domain/access/viewer';
import { CAMPAIGN_KINDS, LIST_STATE_WORDS, termWords } from '@/domain/succession/kinds';
import { isUuid } from '@/domain/text';

export const metadata: Metadata = { title: 'Quy hoạch cán bộ' };

const COLUMNS = [
  { key: 'name', label: 'Đợt quy hoạch' },
  { key: 'term', label: 'Nhiệm kỳ' },
  { key: 'state', label: 'Tình trạng' },
  { key: 'lists', label: 'Danh sách', num: true },
  { key: 'approved', label: 'Đã duyệt', num: true },
  { key: 'submitted', label: 'Chờ duyệt', num: true },
  { key: 'returned', label: 'Trả lại', num: true },
  { key: 'late', label: 'Quá hạn', num: true },
] as const;

/** Each with a column of its own; what is left of the lists is being drawn up. */
const STATES = ['approved', 'submitted', 'returned', 'late'] as const;

export default async function SuccessionPage({ searchParams }: PageProps<'/succession'>) {
  const viewer = await enter('succession.read');
  const { before } = await searchParams;
  const campaigns = await listCampaigns(viewer, isUuid(before) ? before : undefined);
  const last = campaigns.at(-1);
  return (
    <>
      <PageHead
        title="Quy hoạch cán bộ"
        note="Mỗi đợt lập một danh sách cho từng nơi có chức danh; người lập không tự phê duyệt."
      >
        <Link className="btn" href="/succession/board" prefetch={false}>
          Bảng quy hoạch
        </Link>
        {may(viewer, 'succession.write') && (
          <Link className="btn primary" href="/succession/new" prefetch={false}>
            Mở đợt quy hoạch
          </Link>
        )}
      </PageHead>
      <Card>
        {campaigns.length ? (
          <DataTable
            caption="Các đợt quy hoạch"
            columns={COLUMNS}
            rows={campaigns.map((campaign) => ({ key: campaign.id, cells: cellsOf(campaign) }))}
          />
        ) : (
          <Empty>Chưa có đợt quy hoạch nào. Đợt mới mở ra là có ngay danh sách cho từng nơi có chức danh.</Empty>
        )}
        {campaigns.length === 50 && last && (
          <p className="p-4">
            <Link className="btn" href={`/succession?before=${last.id}`} prefetch={false}>
              Các đợt trước →
            </Link>
          </p>
        )}
      </Card>
    </>
  );
}

const cellsOf = (campaign: CampaignLine) => [
  <div key="name">
    <Link href={`/succession/${campaign.id}`} prefetch={false}>
      {campaign.name}
    </Link>
    <div className="text-ink-soft text-sm">
      {CAMPAIGN_KINDS[campaign.kind]} · {campaign.unitName}
    </div>
  </div>,
  termWords(campaign.termKind, campaign.termFrom, campaign.termTo),
  campaign.closedAt ? (
    <Tag key="state">Đã kết thúc</Tag>
  ) : (
    <Tag key="state" kind="due">
      Đang làm
    </Tag>
  ),
  <Opens key="lists" count={campaign.lists} href={`/succession/${campaign.id}`} what="danh sách trong đợt" />,
  ...STATES.map((state) => (
    <Opens
      key={state}
      count={campaign[state]}
      href={`/succession/${campaign.id}?state=${state}`}
      what={`danh sách ${LIST_STATE_WORDS[state].toLocaleLowerCase('vi')}`}
    />
  )),
];
